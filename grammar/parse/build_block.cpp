// Builds enums, unions, structs and memory.
#include "grammar/parse/builder.hpp"

#include "grammar/parse/comma_list.hpp"

#include <utility>

namespace tic::parse {

ast::enum_value builder::enum_value(tree::Enum_valueContext& value) {
    ast::enum_value made{
        name_of(value.id), {maybe(value.since), maybe(value.until)}, {}, marks(value.marks), doc_of(value),
        span_of(value)};
    if (value.first != nullptr) made.weights.push_back(weight(*value.first));
    return made;
}

ast::arm builder::arm(tree::ArmContext& arm) {
    ast::arm made{name_of(arm.id), domain(*arm.of), {maybe(arm.since), maybe(arm.until)}, {}, marks(arm.marks),
                  doc_of(arm),     span_of(arm)};
    if (arm.first != nullptr) made.weights.push_back(weight(*arm.first));
    return made;
}

ast::enumeration builder::enum_block(tree::Enum_blockContext& block) {
    auto values = comma_list<ast::enum_value>(block, "value", [&](antlr4::ParserRuleContext& rule) {
        return enum_value(static_cast<tree::Enum_valueContext&>(rule));
    });
    if (values.empty() && !has_report_within(span_of(block))) {
        report(diag::id::missing_part, span_of(block), "the enum `" + name_of(block.id).text + "` has no values");
    }
    return {name_of(block.id), std::move(values), doc_of(block), span_of(block)};
}

ast::choice builder::union_block(tree::Union_blockContext& block) {
    auto arms = comma_list<ast::arm>(
        block, "arm", [&](antlr4::ParserRuleContext& rule) { return arm(static_cast<tree::ArmContext&>(rule)); });
    if (arms.empty() && !has_report_within(span_of(block))) {
        report(diag::id::missing_part, span_of(block), "the union `" + name_of(block.id).text + "` has no arms");
    }
    return {name_of(block.id), std::move(arms), doc_of(block), span_of(block)};
}

ast::field builder::field(tree::FieldContext& field) {
    ast::field made{name_of(field.id), domain(*field.of), {maybe(field.since), maybe(field.until)}, {}, {},
                    doc_of(field),     span_of(field)};
    for (tree::HintContext* one : field.hints) made.hints.push_back(hint(*one));
    check_dates(made.hints, "hint");
    made.marks = marks(field.marks);
    return made;
}

ast::structure builder::struct_block(tree::Struct_blockContext& block) {
    ast::structure made{name_of(block.id), {}, doc_of(block), span_of(block)};
    made.fields.reserve(block.fields.size());
    for (tree::FieldContext* one : block.fields) {
        if (!broken(*one)) made.fields.push_back(field(*one));
    }
    return made;
}

ast::memory_entry builder::memory_entry(tree::Memory_entryContext& entry, bool inside_table) {
    ast::memory_entry made{name_of(entry.id), std::nullopt, domain(*entry.of), {}, doc_of(entry), span_of(entry)};
    const bool counted = made.of.kind == ast::domain::form::ranged && made.of.word.text == "recent";
    if (entry.item != nullptr) {
        if (!counted || made.of.range->high || made.of.optional_marks != 0) {
            report(diag::id::unexpected_text, made.of.where, "expected `recent` with the size of the table before `of`")
                .help = "write it as `" + made.id.text + ": recent(16) of " +
                        std::string(code_.bytes(span_of(*entry.item))) + "`";
        } else {
            made.count = made.of.range->low;
        }
        made.of = domain(*entry.item);
    } else if (counted) {
        auto& bad = report(diag::id::missing_part, {made.of.where.file, made.of.where.end, made.of.where.end},
                           "the table `" + made.id.text + "` has no domain");
        bad.help = "add `of` and a domain, such as `recent(16) of u32`";
    }
    antlr4::tree::TerminalNode* brace = entry.OPEN_BRACE();
    if (brace != nullptr && (entry.item == nullptr || inside_table) && !counted) {
        report(diag::id::unexpected_text, code_.span_of(*brace->getSymbol()),
               "only a table can have braces, but `" + made.id.text + "` is a cell")
            .help = "a table is `" + made.id.text + ": recent(16) of …`";
    } else if (brace != nullptr && inside_table) {
        report(diag::id::unexpected_text, code_.span_of(*brace->getSymbol()),
               "a table inside an entry of a table cannot have braces");
    }
    for (tree::Memory_entryContext* one : entry.entries) {
        if (!broken(*one)) made.entry.push_back(memory_entry(*one, true));
    }
    return made;
}

ast::memory builder::memory_block(tree::Memory_blockContext& block) {
    ast::memory made{{}, doc_of(block), span_of(block)};
    for (tree::Memory_entryContext* one : block.entries) {
        if (!broken(*one)) made.entries.push_back(memory_entry(*one, false));
    }
    return made;
}

}  // namespace tic::parse
