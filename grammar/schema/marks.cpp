// Marks: the table of what each can mark and which argument it has, and the checks of `@echo`.
#include "grammar/schema/checker.hpp"
#include "grammar/schema/domain.hpp"

#include <algorithm>
#include <array>

namespace tic::schema {
namespace {

enum class argument : std::uint8_t { nothing, text, identifier, echo };

/// What a mark can mark, in the order of `mark_target`.
constexpr std::array<std::string_view, 5> target_words{"a field", "a list element", "an enum value", "a union arm",
                                                       "a `type`"};

struct mark_rule {
    std::string_view name;
    mark_kind kind;
    argument takes;
    std::array<bool, target_words.size()> fits;  // by mark_target
};

// Every mark. Messages, and the check of what is marked, follow from this table.
constexpr auto rules = std::to_array<mark_rule>({
    //                                                          field  element value  arm    type
    {"id", mark_kind::id, argument::nothing, /*              */ {false, false, false, false, true}},
    {"assigned", mark_kind::assigned, argument::nothing, /*  */ {true, true, false, false, false}},
    {"clock", mark_kind::clock, argument::nothing, /*        */ {true, true, false, false, false}},
    {"nonce", mark_kind::nonce, argument::nothing, /*        */ {true, true, false, false, false}},
    {"echo", mark_kind::echo, argument::echo, /*             */ {true, false, false, false, false}},
    {"secret", mark_kind::secret, argument::nothing, /*      */ {true, true, false, false, true}},
    {"unit", mark_kind::unit, argument::text, /*             */ {true, true, true, true, true}},
    {"deprecated", mark_kind::deprecated, argument::text, /* */ {true, true, true, true, true}},
    {"was", mark_kind::was, argument::identifier, /*         */ {true, false, true, true, true}},
});

/// `a, b and c`.
std::string enumerate(const std::vector<std::string>& parts, std::string_view last) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i)
        text += (i == 0 ? "" : i + 1 == parts.size() ? fmt::format(" {} ", last) : ", ") + parts[i];
    return text;
}

std::string targets_of(const mark_rule& rule) {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < target_words.size(); ++i)
        if (rule.fits[i]) words.emplace_back(target_words[i]);
    return enumerate(words, "or");
}

std::string known_marks() {
    std::vector<std::string> names;
    for (const auto& rule : rules) names.push_back(fmt::format("@{}", rule.name));
    return enumerate(names, "and");
}

bool is_name(std::string_view text) {
    const auto letter = [](char x) { return (x >= 'a' && x <= 'z') || (x >= 'A' && x <= 'Z') || x == '_'; };
    return !text.empty() && letter(text[0]) &&
           std::all_of(text.begin(), text.end(), [&](char x) { return letter(x) || (x >= '0' && x <= '9'); });
}

/// The argument as the schema keeps it; nothing, after a report, if it is wrong.
std::optional<std::string> read_argument(checker& c, const ast::mark& written, const mark_rule& rule) {
    const auto* text = std::get_if<ast::text_literal>(&written.argument);
    const auto* dotted = std::get_if<ast::dotted>(&written.argument);
    std::string wanted;
    switch (rule.takes) {
        case argument::nothing:
            if (text == nullptr && dotted == nullptr) return std::string{};
            wanted = fmt::format("write `@{}` without parentheses", rule.name);
            break;
        case argument::text:
            if (text != nullptr) return text->value;
            wanted = fmt::format("write `@{}(\"...\")` with a string", rule.name);
            break;
        case argument::identifier:
            if (text != nullptr && is_name(text->value)) return text->value;
            wanted = "write `@was(\"old_name\")` with the name before the rename";
            break;
        case argument::echo:
            if (dotted != nullptr && dotted->second) return dotted->first.text + "." + dotted->second->text;
            wanted = "write `@echo(Request.field)` with a field of the request";
            break;
    }
    auto& made = c.report(diag::id::mark_argument, written.where, "`@{}` has the wrong argument", rule.name);
    if (text == nullptr && dotted == nullptr)
        made.message = fmt::format("`@{}` needs an argument", rule.name);
    else if (rule.takes == argument::nothing)
        made.message = fmt::format("`@{}` cannot have an argument", rule.name);
    made.help = std::move(wanted);
    return std::nullopt;
}

void report_unknown_mark(checker& c, const ast::mark& written) {
    auto& made =
        c.report(diag::id::unknown_mark, written.what.where, "there is no mark named `@{}`", written.what.text);
    std::vector<std::string_view> known;
    for (const auto& rule : rules) known.push_back(rule.name);
    suggest(made, written.what.where, written.what.text, known);
    if (made.help.empty()) made.help = "the marks are " + known_marks();
}

struct echo {
    const ast::dotted* written;
    index structure;  // that has the field marked
    const place* field;
};

std::vector<echo> find_echoes(const checker& c) {
    std::vector<echo> result;
    for (index s = 0; s < c.structures.size(); ++s)
        for (std::size_t f = 0; f < c.structures[s]->fields.size(); ++f)
            for (const ast::mark& m : c.structures[s]->fields[f].marks) {
                const auto* what = std::get_if<ast::dotted>(&m.argument);
                if (m.what.text == "echo" && what != nullptr && what->second)
                    result.push_back({what, s, &c.made.structs[s].fields[f]});
            }
    return result;
}

/// Every pair of a reply and the request that it answers, as one number each.
std::unordered_set<std::uint64_t> answered(const session& talk) {
    std::unordered_set<std::uint64_t> result;
    for (const state& s : talk.states)
        for (const rule& r : s.rules)
            for (const auto& answer : r.replies)
                result.insert(std::uint64_t{talk.client[r.request].structure} << 32U |
                              talk.server[answer.packet].structure);
    return result;
}

void check_echo(checker& c, const echo& e, const std::unordered_set<std::uint64_t>& pairs) {
    const ast::name& request = e.written->first;
    const ast::name& name = *e.written->second;
    const symbol* found = c.find(request.text);
    if (found == nullptr) return report_unknown(c, request, "struct", {symbol_kind::structure});
    if (found->kind != symbol_kind::structure) {
        auto& made = c.report(diag::id::unknown_echo, request.where,
                              "`@echo` names a field of a request, but `{}` is {}", request.text, word_of(found->kind));
        add_note(made, found->where, fmt::format("`{}` is declared here", request.text));
        return;
    }
    const structure& asked = c.made.structs[found->at];
    const auto field =
        std::find_if(asked.fields.begin(), asked.fields.end(), [&](const place& p) { return p.name == name.text; });
    if (field == asked.fields.end()) {
        auto& made = c.report(diag::id::unknown_echo, name.where, "`{}` has no field `{}`", request.text, name.text);
        std::vector<std::string_view> known;
        for (const place& p : asked.fields) known.push_back(p.name);
        suggest(made, name.where, name.text, known);
        return;
    }
    if (is_broken(field->of) || is_broken(e.field->of)) return;
    const std::string mine = spell(c.made, e.field->of, 0, false);
    const std::string theirs = spell(c.made, field->of, 0, false);
    if (mine != theirs) {
        auto& made =
            c.report(diag::id::echo_domain, e.written->where, "`{}` is `{}`, but it echoes `{}.{}`, which is `{}`",
                     e.field->name, mine, request.text, name.text, theirs);
        add_note(made, field->where, fmt::format("`{}` is declared here", name.text));
        made.help = "use the same domain for both";
        return;
    }
    if (!c.made.talk || !c.session_sound || pairs.contains(std::uint64_t{found->at} << 32U | e.structure)) return;
    const std::string& self = c.made.structs[e.structure].name;
    auto& made = c.report(diag::id::echo_not_reply, e.written->where,
                          "`{}` echoes a field of `{}`, but is not a reply to it in any state", self, request.text);
    made.help = fmt::format("add `on {} reply {};` to a state, or remove the mark", request.text, self);
}

}  // namespace

std::vector<mark> read_marks(checker& c, const std::vector<ast::mark>& written, mark_target on) {
    std::vector<mark> result;
    std::unordered_map<std::string_view, span> seen;
    for (const ast::mark& m : written) {
        const auto rule =
            std::find_if(rules.begin(), rules.end(), [&](const mark_rule& r) { return r.name == m.what.text; });
        if (rule == rules.end()) {
            report_unknown_mark(c, m);
            continue;
        }
        if (const auto [first, fresh] = seen.emplace(rule->name, m.where); !fresh) {
            auto& made = c.report(diag::id::repeated_mark, m.where, "duplicate `@{}`", rule->name);
            add_note(made, first->second, "the first is here");
            continue;
        }
        if (!rule->fits[static_cast<std::size_t>(on)]) {
            auto& made = c.report(diag::id::misplaced_mark, m.where, "`@{}` cannot mark {}", rule->name,
                                  target_words[static_cast<std::size_t>(on)]);
            made.help = fmt::format("`@{}` can mark {}", rule->name, targets_of(*rule));
            continue;
        }
        if (auto text = read_argument(c, m, *rule)) result.push_back({rule->kind, m.where, std::move(*text)});
    }
    return result;
}

void check_echoes(checker& c) {
    std::unordered_set<std::uint64_t> pairs;
    if (c.made.talk && c.session_sound) pairs = answered(*c.made.talk);
    for (const echo& e : find_echoes(c)) check_echo(c, e, pairs);
}

}  // namespace tic::schema
