// From ANTLR's tree to the AST, refusing what the grammar lets through. Private to this folder.
#pragma once

#include "grammar/ast/ast.hpp"
#include "grammar/diag/diag.hpp"
#include "grammar/parse/antlr.hpp"
#include "grammar/parse/script.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tic::parse {

/// Walks one tree. Leaves out statements in which the parser has already reported an error.
class builder {
public:
    using tree = generated::TicParser;

    builder(script& code, diag::sink& out) : code_(code), out_(out) {}

    [[nodiscard]] ast::file build(tree::FileContext& root);

private:
    // build_file.cpp
    void headers(tree::FileContext& root, ast::file& into);
    void header(tree::HeaderContext& line, ast::file& into);
    void add_item(antlr4::ParserRuleContext& item, ast::file& into);
    void check_single(antlr4::ParserRuleContext& block, std::optional<source::span>& first, std::string_view what);
    [[nodiscard]] ast::import import_line(tree::Import_lineContext& line);
    [[nodiscard]] ast::constant const_line(tree::Const_lineContext& line);
    [[nodiscard]] ast::type_alias type_line(tree::Type_lineContext& line);

    // build_block.cpp
    [[nodiscard]] ast::enumeration enum_block(tree::Enum_blockContext& block);
    [[nodiscard]] ast::choice union_block(tree::Union_blockContext& block);
    [[nodiscard]] ast::structure struct_block(tree::Struct_blockContext& block);
    [[nodiscard]] ast::memory memory_block(tree::Memory_blockContext& block);
    [[nodiscard]] ast::memory_entry memory_entry(tree::Memory_entryContext& entry, bool inside_table);
    [[nodiscard]] ast::enum_value enum_value(tree::Enum_valueContext& value);
    [[nodiscard]] ast::arm arm(tree::ArmContext& arm);
    [[nodiscard]] ast::field field(tree::FieldContext& field);
    template <class Item, class Make>
    [[nodiscard]] std::vector<Item> comma_list(antlr4::ParserRuleContext& block, std::string_view what, Make make);
    template <class Item>
    bool add_weight(tree::Later_weightContext& later, Item* to, const std::string& named);

    // build_session.cpp
    [[nodiscard]] ast::session session_block(tree::Session_blockContext& block);
    [[nodiscard]] std::vector<ast::says> side(tree::SideContext& side);
    [[nodiscard]] ast::state state_block(tree::State_blockContext& block);
    void rule_line(tree::Rule_lineContext& line, ast::state& into);
    void on_rule(const std::vector<antlr4::Token*>& words, tree::Rule_lineContext& line, ast::state& into);
    [[nodiscard]] std::size_t rule_names(const std::vector<antlr4::Token*>& words, std::size_t at, ast::on_rule& into,
                                         bool replies);
    [[nodiscard]] std::size_t rule_go(const std::vector<antlr4::Token*>& words, std::size_t at,
                                      std::optional<ast::name>& into);

    // build_domain.cpp
    [[nodiscard]] ast::name name_of(const antlr4::Token& token) const;
    [[nodiscard]] ast::name name_of(const antlr4::ParserRuleContext* name) const;
    [[nodiscard]] ast::integer digits(const antlr4::ParserRuleContext& number, const antlr4::Token* minus,
                                      const antlr4::Token* digits);
    [[nodiscard]] ast::integer integer(tree::IntegerContext* number);
    [[nodiscard]] ast::integer literal(tree::LiteralContext& number);
    [[nodiscard]] std::optional<ast::integer> maybe(tree::IntegerContext* number);
    [[nodiscard]] ast::text_literal text_literal(const antlr4::Token& token) const;
    [[nodiscard]] ast::bounds bounds(tree::BoundsContext& bounds);
    [[nodiscard]] ast::domain domain(tree::DomainContext& domain);
    void list_domain(tree::DomainContext& list, ast::domain& into);
    [[nodiscard]] ast::hint hint(tree::HintContext& hint);
    void hint_form(tree::HintContext& hint, ast::hint& into);
    [[nodiscard]] ast::mark mark(tree::MarkContext& mark);
    [[nodiscard]] std::vector<ast::mark> marks(const std::vector<tree::MarkContext*>& marks);
    [[nodiscard]] ast::weight weight(tree::WeightContext& weight);
    /// The first hint or weight applies from the beginning; each later one needs `since`.
    template <class Dated>
    void check_dates(const std::vector<Dated>& dated, std::string_view what);

    // all
    /// Whether an error inside `where` is already reported: what is missing there may be a consequence.
    [[nodiscard]] bool has_report_within(source::span where) const;
    [[nodiscard]] source::span span_of(const antlr4::ParserRuleContext& rule) const;
    [[nodiscard]] std::string doc_of(const antlr4::ParserRuleContext& rule) const;
    diag::diagnostic& report(diag::id code, source::span where, std::string message);

    script& code_;
    diag::sink& out_;
    std::optional<source::span> memory_;
    std::optional<source::span> session_;
};

/// Whether the parser has already reported an error in it.
[[nodiscard]] inline bool broken(const antlr4::ParserRuleContext& rule) { return rule.exception != nullptr; }

template <class Dated>
void builder::check_dates(const std::vector<Dated>& dated, std::string_view what) {
    for (std::size_t i = 0; i < dated.size(); ++i) {
        const Dated& one = dated[i];
        if (i == 0 && one.since) {
            report(diag::id::since_on_first, one.since->where,
                   "the first " + std::string(what) + " cannot have `since`: it applies from the beginning")
                .help = "if the declaration is new, write `since` before the `~`; a later " + std::string(what) +
                        " follows a comma: `~ 1, ~ 2 since 3`";
        }
        if (i != 0 && !one.since) {
            auto& made = report(diag::id::missing_since, one.where,
                                "a " + std::string(what) + " after the first needs the version from which it applies");
            made.help = "add `since` and a version";
            made.fix = diag::edit{{one.where.file, one.where.end, one.where.end}, " since 2"};
        }
    }
}

}  // namespace tic::parse
