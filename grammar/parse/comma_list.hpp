// Lists whose commas are separate tokens in the grammar: items, and later weights, which belong to the item before.
#pragma once

#include "grammar/parse/builder.hpp"

#include <utility>

namespace tic::parse {

template <class Item, class Make>
std::vector<Item> builder::comma_list(antlr4::ParserRuleContext& block, std::string_view what, Make make) {
    std::vector<Item> items;
    const std::string named(what);
    bool separated = true;  // at the start, or a comma was just seen
    bool comma = false;
    bool usable = false;  // a later weight may follow
    for (antlr4::tree::ParseTree* child : block.children) {
        if (auto* leaf = dynamic_cast<antlr4::tree::TerminalNode*>(child)) {
            const antlr4::Token& token = *leaf->getSymbol();
            const source::span where = code_.span_of(token);
            const bool semicolon = token.getType() == tree::SEMICOLON;
            if (semicolon) {
                auto& made = report(diag::id::wrong_separator, where, named + "s are separated by `,`");
                made.help = "write `,` here";
                made.fix = diag::edit{where, ","};
            } else if (token.getType() == tree::COMMA && comma) {
                auto& made = report(diag::id::missing_part, where, "missing " + named + " before `,`");
                made.help = "remove the `,`";
                made.fix = diag::edit{where, ""};
            }
            if (semicolon || token.getType() == tree::COMMA) separated = comma = true;
            if (token.getType() == tree::OPEN_BRACE) comma = true;
            continue;
        }
        auto& rule = *dynamic_cast<antlr4::ParserRuleContext*>(child);
        const std::size_t kind = rule.getRuleIndex();
        if (kind == tree::RuleName) continue;
        const bool later = kind == tree::RuleLater_weight;
        if (!broken(rule) && (!separated || (later && !comma))) {
            const source::span where = code_.behind_previous(*rule.start);
            auto& made = report(diag::id::wrong_separator, where,
                                later ? "expected `,` before a later weight" : "expected `,` between " + named + "s");
            made.help = "add a `,`";
            made.fix = diag::edit{where, ","};
        }
        separated = comma = false;
        if (broken(rule)) {
            usable = false;
            continue;
        }
        if (!later) {
            items.push_back(make(rule));
            usable = true;
        } else if (!add_weight(static_cast<tree::Later_weightContext&>(rule), usable ? &items.back() : nullptr,
                               named)) {
            usable = false;
        }
    }
    for (const Item& item : items) check_dates(item.weights, "weight");
    return items;
}

/// Puts a weight behind a comma to the item that it belongs to.
template <class Item>
bool builder::add_weight(tree::Later_weightContext& later, Item* to, const std::string& named) {
    if (to == nullptr) {
        if (!has_report_within(
                code_.span_of(*dynamic_cast<antlr4::ParserRuleContext*>(later.parent)->start, later.stop))) {
            report(diag::id::wrong_order, span_of(later), "missing " + named + " before the weight");
        }
        return false;
    }
    to->weights.push_back(weight(*later.of));
    to->where.end = span_of(later).end;
    if constexpr (requires { to->marks; }) {
        if (!to->marks.empty()) {
            report(diag::id::wrong_order, to->marks.front().where, "marks must follow all weights");
        }
        for (auto& one : marks(later.marks)) to->marks.push_back(std::move(one));
    } else if (!later.marks.empty()) {
        report(diag::id::unexpected_text, span_of(*later.marks.front()), "a packet cannot have a mark here").help =
            "put the mark on the fields of its struct";
    }
    return true;
}

}  // namespace tic::parse
