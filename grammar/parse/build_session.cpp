// Builds the session: its sides, its states and their rules.
#include "grammar/parse/builder.hpp"

#include "grammar/parse/comma_list.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tic::parse {

std::vector<ast::says> builder::side(tree::SideContext& side) {
    return comma_list<ast::says>(side, "packet", [&](antlr4::ParserRuleContext& rule) {
        auto& says = static_cast<tree::SaysContext&>(rule);
        ast::says made{name_of(says.id), {maybe(says.since), maybe(says.until)}, {}, span_of(says)};
        if (says.first != nullptr) made.weights.push_back(weight(*says.first));
        return made;
    });
}

ast::session builder::session_block(tree::Session_blockContext& block) {
    ast::session made;
    made.doc = doc_of(block);
    made.where = span_of(block);
    constexpr std::array<std::string_view, 4> parts{"client", "server", "start", "state"};
    std::array<std::size_t, 4> seen{};
    std::size_t furthest = 0;
    for (antlr4::tree::ParseTree* child : block.children) {
        auto* rule = dynamic_cast<antlr4::ParserRuleContext*>(child);
        if (rule == nullptr) continue;
        std::size_t part = 3;
        if (rule->getRuleIndex() == tree::RuleStart_line) part = 2;
        if (rule->getRuleIndex() == tree::RuleSide) part = rule->start->getType() == tree::KW_SERVER ? 1 : 0;
        const std::string word(parts[part]);
        if (part < 3 && seen[part] != 0) {
            report(diag::id::duplicate_section, code_.span_of(*rule->start), "duplicate `" + word + "` in the session");
        } else if (part < furthest) {
            report(diag::id::wrong_order, code_.span_of(*rule->start),
                   "`" + word + "` must precede `" + std::string(parts[furthest]) + "`")
                .help = "a session is `client { … } server { … } start NAME;`, followed by its states";
        }
        furthest = std::max(furthest, part);
        ++seen[part];
        if (broken(*rule)) continue;
        if (part == 0) made.client = side(*static_cast<tree::SideContext*>(rule));
        if (part == 1) made.server = side(*static_cast<tree::SideContext*>(rule));
        if (part == 2) made.start = name_of(static_cast<tree::Start_lineContext*>(rule)->id);
        if (part == 3) made.states.push_back(state_block(*static_cast<tree::State_blockContext*>(rule)));
    }
    const bool wrong = has_report_within(made.where);
    for (std::size_t part = 0; part < 3 && !wrong; ++part) {
        if (seen[part] != 0) continue;
        const source::span where = code_.span_of(*block.start);
        report(diag::id::missing_part, where, "the session has no `" + std::string(parts[part]) + "`").help =
            "a session is `client { … } server { … } start NAME;`, followed by its states";
        break;
    }
    return made;
}

ast::state builder::state_block(tree::State_blockContext& block) {
    ast::state made{name_of(block.id), std::nullopt, {}, doc_of(block), span_of(block)};
    if (block.outer != nullptr) made.in = name_of(block.outer);
    for (tree::Rule_lineContext* line : block.rules) {
        if (!broken(*line)) rule_line(*line, made);
    }
    return made;
}

namespace {

bool is_comma(const antlr4::Token& token) { return token.getType() == generated::TicParser::COMMA; }

}  // namespace

/// Reads `A, B,` from `at` on. Every keyword may be a packet's name too: a clause begins where its word follows a name,
/// or follows a comma and is itself followed by another name.
std::size_t builder::rule_names(const std::vector<antlr4::Token*>& words, std::size_t at, ast::on_rule& into,
                                bool replies) {
    const auto is = [&](std::size_t i, std::string_view word) {
        return i < words.size() && code_.text_of(*words[i]) == word;
    };
    const auto opens = [&](std::size_t i) { return !replies && (is(i, "reply") || is(i, "go")); };
    while (at < words.size()) {
        if (is_comma(*words[at])) {
            report(diag::id::missing_part, code_.span_of(*words[at]), "missing packet before `,`");
            return words.size() + 1;
        }
        ast::name name = name_of(*words[at++]);
        if (replies) {
            into.replies.push_back({std::move(name), std::nullopt});
            if (is(at, "go")) at = rule_go(words, at, into.replies.back().go);
        } else {
            into.requests.push_back(std::move(name));
        }
        if (at >= words.size() || opens(at)) return at;
        if (!is_comma(*words[at])) {
            const source::span where = code_.behind_previous(*words[at]);
            auto& made = report(diag::id::wrong_separator, where, "expected `,` between packets");
            made.help = "add a `,`";
            made.fix = diag::edit{where, ","};
            return words.size() + 1;
        }
        ++at;
        const bool named = at + 1 >= words.size() || is_comma(*words[at + 1]) || opens(at + 1);
        if (opens(at) && !named) return at;
    }
    return at;
}

std::size_t builder::rule_go(const std::vector<antlr4::Token*>& words, std::size_t at, std::optional<ast::name>& into) {
    if (at + 1 >= words.size() || is_comma(*words[at + 1])) {
        report(diag::id::missing_part, code_.span_of(*words[at]), "expected the name of a state after `go`");
        return words.size() + 1;
    }
    into = name_of(*words[at + 1]);
    return at + 2;
}

void builder::on_rule(const std::vector<antlr4::Token*>& words, tree::Rule_lineContext& line, ast::state& into) {
    ast::on_rule made;
    made.where = span_of(line);
    std::size_t at = rule_names(words, 0, made, false);
    if (at < words.size() && code_.text_of(*words[at]) == "go") {
        at = rule_go(words, at, made.go);
    } else if (at < words.size()) {
        if (at + 1 >= words.size()) {
            report(diag::id::missing_part, code_.span_of(*words[at]), "expected the name of a packet after `reply`");
            return;
        }
        at = rule_names(words, at + 1, made, true);
    }
    if (at < words.size()) {
        report(diag::id::unexpected_text, code_.span_of(*words[at]), "expected `;` at the end of this rule").help =
            "a rule is `on A, B;`, `on A reply B, C go S;` or `on A go S;`";
    } else if (at == words.size()) {
        into.rules.emplace_back(std::move(made));
    }
}

void builder::rule_line(tree::Rule_lineContext& line, ast::state& into) {
    std::vector<antlr4::Token*> words;
    for (antlr4::tree::ParseTree* child : line.children) {
        if (auto* leaf = dynamic_cast<antlr4::tree::TerminalNode*>(child)) {
            if (leaf->getSymbol()->getType() == tree::COMMA) words.push_back(leaf->getSymbol());
        } else {
            words.push_back(dynamic_cast<antlr4::ParserRuleContext*>(child)->start);
        }
    }
    for (std::size_t i = 1; i < words.size(); ++i) {
        const std::string_view word = code_.text_of(*words[i]);
        if ((word != "on" && word != "push") || !code_.begins_line(*words[i])) continue;
        const source::span where = code_.behind_previous(*words[i]);
        auto& made = report(diag::id::missing_semicolon, where, "expected `;` at the end of this rule");
        made.help = "add the missing `;`";
        made.fix = diag::edit{where, ";"};
        return;
    }
    const std::string keyword(code_.text_of(*line.key));
    if (words.empty() || words.front()->getType() == tree::COMMA) {
        report(diag::id::missing_part, code_.span_of(*line.key),
               "expected the name of a packet after `" + keyword + "`");
        return;
    }
    if (line.key->getType() == tree::KW_ON) {
        on_rule(words, line, into);
        return;
    }
    ast::on_rule read;
    if (rule_names(words, 0, read, true) > words.size()) return;
    ast::push_rule made{{}, span_of(line)};
    for (ast::reply& one : read.replies) {
        if (one.go) report(diag::id::unexpected_text, one.go->where, "a push cannot change the state");
        made.packets.push_back(std::move(one.id));
    }
    into.rules.emplace_back(std::move(made));
}

}  // namespace tic::parse
