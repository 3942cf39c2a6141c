// Builds the parts of a line: names, numbers, domains, hints, marks and weights.
#include "grammar/parse/builder.hpp"
#include "grammar/parse/literals.hpp"

#include <algorithm>
#include <utility>

namespace tic::parse {

source::span builder::span_of(const antlr4::ParserRuleContext& rule) const {
    return code_.span_of(*rule.start, rule.stop);
}

std::string builder::doc_of(const antlr4::ParserRuleContext& rule) const { return code_.doc_before(*rule.start); }

bool builder::has_report_within(source::span where) const {
    return std::any_of(out_.all().begin(), out_.all().end(), [&](const diag::diagnostic& one) {
        return one.where.file == where.file && one.where.begin >= where.begin && one.where.end <= where.end;
    });
}

diag::diagnostic& builder::report(diag::id code, source::span where, std::string message) {
    return out_.report(code, where, std::move(message));
}

ast::name builder::name_of(const antlr4::Token& token) const {
    const source::span where = code_.span_of(token);
    return {std::string(code_.bytes(where)), where};
}

ast::name builder::name_of(const antlr4::ParserRuleContext* name) const {
    return name == nullptr ? ast::name{} : name_of(*name->start);
}

ast::integer builder::digits(const antlr4::ParserRuleContext& number, const antlr4::Token* minus,
                             const antlr4::Token* digits) {
    ast::integer made;
    made.where = span_of(number);
    if (digits == nullptr) return made;
    const std::string_view spelled = code_.text_of(*digits);
    const auto read = read_number(spelled);
    made.magnitude = read.magnitude;
    made.negative = minus != nullptr;
    constexpr std::uint64_t most_negative = std::uint64_t{1} << 63U;
    made.too_large = read.how == spelling::too_large || (made.negative && read.magnitude > most_negative);
    if (made.too_large) {
        report(diag::id::number_too_large, made.where,
               "`" + std::string(code_.bytes(made.where)) + "` does not fit in 64 bits")
            .help = "the range of numbers is -9223372036854775808 to 18446744073709551615";
    }
    if (made.negative && made.where.end - made.where.begin != spelled.size() + 1) {
        auto& bad = report(diag::id::bad_number, made.where, "`-` must be directly followed by the digits");
        bad.help = "remove the space";
        bad.fix = diag::edit{made.where, "-" + std::string(spelled)};
    }
    return made;
}

ast::integer builder::literal(tree::LiteralContext& number) { return digits(number, number.minus, number.digits); }

ast::integer builder::integer(tree::IntegerContext* number) {
    if (number == nullptr) return {};
    if (number->id == nullptr) return digits(*number, number->minus, number->digits);
    ast::integer made;
    made.where = span_of(*number);
    made.constant = std::string(code_.bytes(made.where));
    return made;
}

std::optional<ast::integer> builder::maybe(tree::IntegerContext* number) {
    if (number == nullptr) return std::nullopt;
    return integer(number);
}

ast::text_literal builder::text_literal(const antlr4::Token& token) const {
    return {read_string(code_.text_of(token)).value, code_.span_of(token)};
}

ast::bounds builder::bounds(tree::BoundsContext& bounds) {
    return {span_of(bounds), integer(bounds.low), maybe(bounds.high)};
}

ast::domain builder::domain(tree::DomainContext& domain) {
    ast::domain made;
    made.where = span_of(domain);
    made.optional_marks = static_cast<std::uint8_t>(std::min<std::size_t>(domain.optional.size(), 255));
    if (domain.start->getType() == tree::KW_LIST) {
        list_domain(domain, made);
        return made;
    }
    if (domain.range != nullptr) made.range = bounds(*domain.range);
    if (domain.content != nullptr) {
        made.kind = ast::domain::form::sealed;
        made.word = name_of(domain.content);
        return made;
    }
    made.kind = made.range ? ast::domain::form::ranged : ast::domain::form::named;
    made.word = name_of(domain.id);
    return made;
}

void builder::list_domain(tree::DomainContext& list, ast::domain& into) {
    into.kind = ast::domain::form::list;
    into.word = name_of(*list.start);
    ast::element item;
    if (list.of != nullptr) item.of = domain(*list.of);
    if (list.first != nullptr) item.hints.push_back(hint(*list.first));
    item.marks = marks(list.marks);
    for (antlr4::tree::ParseTree* child : list.children) {
        const auto* rule = dynamic_cast<antlr4::ParserRuleContext*>(child);
        if (rule == nullptr) continue;
        if (into.range && (rule->getRuleIndex() == tree::RuleBounds || rule->getRuleIndex() == tree::RuleLater_hint)) {
            report(diag::id::wrong_order, span_of(*rule),
                   "the bounds of a list must be the last part in the parentheses");
            break;
        }
        if (rule->getRuleIndex() == tree::RuleBounds) {
            into.range = bounds(*static_cast<tree::BoundsContext*>(child));
        } else if (rule->getRuleIndex() == tree::RuleLater_hint) {
            auto* later = static_cast<tree::Later_hintContext*>(child);
            if (item.hints.empty() || !item.marks.empty()) {
                report(diag::id::wrong_order, span_of(*later),
                       item.hints.empty() ? "no comma is expected between the domain of the element and the first hint"
                                          : "hints must precede marks");
            }
            item.hints.push_back(hint(*later->of));
            for (auto& one : marks(later->marks)) item.marks.push_back(std::move(one));
        }
    }
    check_dates(item.hints, "hint");
    if (!into.range) {
        auto& made = report(diag::id::missing_part, into.where, "the list has no bounds for its count");
        made.help = "add the bounds after a comma, such as `list(T, 0..16)`";
    }
    into.item.push_back(std::move(item));
}

void builder::hint_form(tree::HintContext& hint, ast::hint& into) {
    if (hint.value != nullptr) {
        into.form = ast::hint_expected{literal(*hint.value)};
    } else if (hint.is != nullptr) {
        ast::hint_is made;
        if (hint.is->number != nullptr) made.literal = literal(*hint.is->number);
        if (hint.is->text != nullptr) made.literal = text_literal(*hint.is->text);
        if (hint.is->id != nullptr) made.literal = name_of(hint.is->id);
        into.form = std::move(made);
    } else if (hint.id != nullptr) {
        ast::name word = name_of(hint.id);
        if (hint.count != nullptr) {
            if (word.text != "recent") {
                report(diag::id::unexpected_text, word.where, "only `recent` can have a number in parentheses here")
                    .help = "`~ recent(8)` is a table of this field; a table of memory is used by its name: `~ " +
                            word.text + "`";
            }
            into.form = ast::hint_recent{integer(hint.count)};
        } else if (hint.second == nullptr && word.text == "last") {
            into.form = ast::hint_last{};
        } else if (hint.second == nullptr && word.text == "same") {
            into.form = ast::hint_same{};
        } else {
            ast::dotted what{word, std::nullopt, word.where};
            if (hint.second != nullptr) {
                what.second = name_of(hint.second);
                what.where = source::cover(word.where, what.second->where);
            }
            into.form = ast::hint_name{std::move(what)};
        }
    }
}

ast::hint builder::hint(tree::HintContext& hint) {
    ast::hint made;
    made.where = span_of(hint);
    hint_form(hint, made);
    made.delta_negative = hint.sign != nullptr && hint.sign->getType() == tree::MINUS;
    made.delta = maybe(hint.delta);
    made.within = maybe(hint.within);
    made.expected = maybe(hint.magnitude);
    made.since = maybe(hint.since);
    return made;
}

ast::mark builder::mark(tree::MarkContext& mark) {
    ast::mark made;
    made.where = span_of(mark);
    made.what = name_of(mark.id);
    if (mark.text != nullptr) made.argument = text_literal(*mark.text);
    if (mark.first != nullptr) {
        ast::dotted what{name_of(mark.first), std::nullopt, span_of(*mark.first)};
        if (mark.second != nullptr) {
            what.second = name_of(mark.second);
            what.where = source::cover(what.where, what.second->where);
        }
        made.argument = std::move(what);
    }
    return made;
}

std::vector<ast::mark> builder::marks(const std::vector<tree::MarkContext*>& marks) {
    std::vector<ast::mark> made;
    made.reserve(marks.size());
    for (tree::MarkContext* one : marks) made.push_back(mark(*one));
    return made;
}

ast::weight builder::weight(tree::WeightContext& weight) {
    return {span_of(weight), integer(weight.value), maybe(weight.since)};
}

}  // namespace tic::parse
