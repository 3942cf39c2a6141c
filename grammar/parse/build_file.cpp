// Builds the file: its header, whose order is fixed, and its declarations.
#include "grammar/parse/builder.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tic::parse {
namespace {

constexpr std::array<std::string_view, 6> header_words{"protocol", "edition", "version", "limit", "transport", "text"};

std::size_t rank_of(const antlr4::ParserRuleContext& line) {
    using tree = generated::TicParser;
    constexpr std::array<std::size_t, 6> types{tree::KW_PROTOCOL, tree::KW_EDITION,   tree::KW_VERSION,
                                               tree::KW_LIMIT,    tree::KW_TRANSPORT, tree::KW_TEXT};
    std::size_t rank = 0;
    while (rank + 1 < types.size() && types[rank] != line.start->getType()) ++rank;
    return rank;
}

}  // namespace

void builder::header(tree::HeaderContext& line, ast::file& into) {
    switch (rank_of(line)) {
        case 0:
            into.doc = doc_of(line);
            into.protocol = name_of(line.id);
            break;
        case 1:
            into.edition = integer(line.value);
            break;
        case 2:
            into.version = maybe(line.value);
            into.oldest = maybe(line.oldest);
            break;
        case 3:
            into.limit = maybe(line.value);
            break;
        case 4:
            into.transport = name_of(line.id);
            break;
        default:
            into.text_model = name_of(line.id);
            break;
    }
}

void builder::headers(tree::FileContext& root, ast::file& into) {
    std::array<std::optional<source::span>, 6> seen;
    std::size_t furthest = 0;
    bool items = false;
    source::span first_item = code_.span_of(*code_.tokens().back());
    bool any_broken = false;
    for (antlr4::tree::ParseTree* child : root.children) {
        auto* rule = dynamic_cast<antlr4::ParserRuleContext*>(child);
        if (rule == nullptr) continue;
        if (rule->getRuleIndex() != tree::RuleHeader) {
            if (!items) first_item = code_.span_of(*rule->start);
            items = true;
            continue;
        }
        const std::size_t rank = rank_of(*rule);
        const source::span where = code_.span_of(*rule->start);
        const std::string word(header_words[rank]);
        if (seen[rank]) {
            report(diag::id::duplicate_section, where, "duplicate `" + word + "` line")
                .notes.push_back({seen[rank], "the first is here"});
        } else if (items) {
            report(diag::id::wrong_order, where, "the `" + word + "` line must precede all declarations");
        } else if (rank < furthest) {
            report(diag::id::wrong_order, where,
                   "`" + word + "` must precede `" + std::string(header_words[furthest]) + "`")
                .help = "the order is protocol, edition, version, limit, transport, text model";
        }
        furthest = std::max(furthest, rank);
        if (!seen[rank]) seen[rank] = where;
        if (broken(*rule)) {
            any_broken = true;
        } else {
            header(static_cast<tree::HeaderContext&>(*rule), into);
        }
    }
    if (any_broken || (seen[0] && seen[1]) || has_report_within({first_item.file, 0, first_item.begin})) return;
    const antlr4::Token& first = *root.start;
    const source::span place =
        seen[0] ? code_.behind_previous(*code_.next(*code_.next(*code_.next(first)))) : code_.span_of(first);
    const source::span where = {place.file, place.begin, place.begin};
    auto& made = report(diag::id::missing_header, where,
                        seen[0]   ? "the file has no `edition` line"
                        : seen[1] ? "the file has no `protocol` line"
                                  : "a file must begin with `protocol` and `edition` lines");
    made.help = seen[0]   ? "add `edition 1;` after the protocol line"
                : seen[1] ? "add `protocol NAME;` before it"
                          : "begin with `protocol NAME;`, then `edition 1;`";
    made.fix = diag::edit{where, seen[0]   ? "\nedition 1;"
                                 : seen[1] ? "protocol NAME;\n"
                                           : "protocol NAME;\nedition 1;\n"};
}

ast::import builder::import_line(tree::Import_lineContext& line) { return {text_literal(*line.path), span_of(line)}; }

ast::constant builder::const_line(tree::Const_lineContext& line) {
    return {name_of(line.id), integer(line.value), doc_of(line), span_of(line)};
}

ast::type_alias builder::type_line(tree::Type_lineContext& line) {
    return {name_of(line.id), domain(*line.of), marks(line.marks), doc_of(line), span_of(line)};
}

void builder::check_single(antlr4::ParserRuleContext& block, std::optional<source::span>& first,
                           std::string_view what) {
    const source::span where = code_.span_of(*block.start);
    if (first) {
        report(diag::id::duplicate_section, where, "duplicate `" + std::string(what) + "`: a file has at most one")
            .notes.push_back({first, "the first is here"});
    } else {
        first = where;
    }
}

void builder::add_item(antlr4::ParserRuleContext& item, ast::file& into) {
    switch (item.getRuleIndex()) {
        case tree::RuleImport_line:
            into.items.emplace_back(import_line(static_cast<tree::Import_lineContext&>(item)));
            break;
        case tree::RuleConst_line:
            into.items.emplace_back(const_line(static_cast<tree::Const_lineContext&>(item)));
            break;
        case tree::RuleType_line:
            into.items.emplace_back(type_line(static_cast<tree::Type_lineContext&>(item)));
            break;
        case tree::RuleEnum_block:
            into.items.emplace_back(enum_block(static_cast<tree::Enum_blockContext&>(item)));
            break;
        case tree::RuleUnion_block:
            into.items.emplace_back(union_block(static_cast<tree::Union_blockContext&>(item)));
            break;
        case tree::RuleStruct_block:
            into.items.emplace_back(struct_block(static_cast<tree::Struct_blockContext&>(item)));
            break;
        case tree::RuleMemory_block:
            check_single(item, memory_, "memory");
            into.items.emplace_back(memory_block(static_cast<tree::Memory_blockContext&>(item)));
            break;
        case tree::RuleSession_block:
            check_single(item, session_, "session");
            into.items.emplace_back(session_block(static_cast<tree::Session_blockContext&>(item)));
            break;
        default:
            break;
    }
}

ast::file builder::build(tree::FileContext& root) {
    ast::file made;
    headers(root, made);
    made.items.reserve(root.children.size());
    for (antlr4::tree::ParseTree* child : root.children) {
        auto* rule = dynamic_cast<antlr4::ParserRuleContext*>(child);
        if (rule != nullptr && !broken(*rule)) add_item(*rule, made);
    }
    return made;
}

}  // namespace tic::parse
