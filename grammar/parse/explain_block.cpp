// Sentences for what does not fit between statements: in a block, or between a file's declarations.
#include "grammar/parse/recovery.hpp"

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace tic::parse {
namespace {

using tree = generated::TicParser;
using antlr4::Token;

std::string quoted(std::string_view text) { return "`" + std::string(text) + "`"; }

void remove(const mismatch& at, const script& code, diag::diagnostic& made) {
    made.help = "remove it";
    made.fix = diag::edit{code.span_of(*at.token), ""};
}

void between_declarations(const mismatch& at, const script& code, diag::sink& out) {
    const source::span where = code.span_of(*at.token);
    const std::string_view text = code.text_of(*at.token);
    const std::size_t type = at.token->getType();
    if (type == tree::SEMICOLON) {
        const Token* before = code.previous(*at.token);
        const bool closed = before != nullptr && before->getType() == tree::CLOSE_BRACE;
        remove(
            at, code,
            out.report(diag::id::foreign_syntax, where, closed ? "a block does not end with `;`" : "unexpected `;`"));
        return;
    }
    if (type == tree::CLOSE_BRACE) {
        out.report(diag::id::unexpected_text, where, "unmatched `}`").help = "remove it, or add the missing `{` above";
        return;
    }
    constexpr std::array<std::pair<std::string_view, std::string_view>, 16> foreign{{{"message", "struct"},
                                                                                     {"record", "struct"},
                                                                                     {"class", "struct"},
                                                                                     {"table", "struct"},
                                                                                     {"packet", "struct"},
                                                                                     {"oneof", "union"},
                                                                                     {"variant", "union"},
                                                                                     {"choice", "union"},
                                                                                     {"enumeration", "enum"},
                                                                                     {"typedef", "type"},
                                                                                     {"using", "type"},
                                                                                     {"alias", "type"},
                                                                                     {"include", "import"},
                                                                                     {"service", "session"},
                                                                                     {"package", "protocol"},
                                                                                     {"namespace", "protocol"}}};
    for (const auto& [theirs, ours] : foreign) {
        if (text != theirs) continue;
        auto& made = out.report(diag::id::foreign_syntax, where, quoted(theirs) + " is not a keyword of this language");
        made.help = "use " + quoted(ours);
        made.fix = diag::edit{where, std::string(ours)};
        return;
    }
    if (type != tree::WORD && type >= tree::SEMICOLON) {
        out.report(diag::id::unexpected_text, where, "expected a declaration, not " + quoted(text)).help =
            "a declaration begins with import, const, type, enum, union, struct, memory or session";
        return;
    }
    auto& made = out.report(diag::id::unknown_declaration, where, quoted(text) + " does not begin a declaration");
    const std::string_view meant =
        diag::nearest(text, {"protocol", "edition", "version", "limit", "transport", "text", "import", "const", "type",
                             "enum", "union", "struct", "memory", "session"});
    made.help = meant.empty() ? "a declaration begins with import, const, type, enum, union, struct, memory or session"
                              : "did you mean " + quoted(meant) + "?";
    if (!meant.empty()) made.fix = diag::edit{where, std::string(meant)};
}

std::string_view item_of(std::size_t rule) {
    switch (rule) {
        case tree::RuleEnum_block:
            return "a value of the enum";
        case tree::RuleUnion_block:
            return "an arm of the union";
        case tree::RuleStruct_block:
            return "a field of the struct";
        case tree::RuleMemory_block:
            return "a cell or table of memory";
        case tree::RuleMemory_entry:
            return "a cell or table of the entry";
        case tree::RuleSession_block:
            return "`client`, `server`, `start` or `state`";
        case tree::RuleSide:
            return "a packet";
        default:
            return "`on` or `push`";
    }
}

std::string_view shape_of(std::size_t rule) {
    switch (rule) {
        case tree::RuleEnum_block:
            return "values are names separated by commas: `enum Kind { text ~90, photo ~8 }`";
        case tree::RuleUnion_block:
            return "arms are `name: domain`, separated by commas";
        case tree::RuleStruct_block:
            return "a field is `name: domain ~ hint @mark;`";
        case tree::RuleMemory_block:
            return "a cell is `name: domain;`, a table `name: recent(16) of domain;`";
        case tree::RuleMemory_entry:
            return "write `name: domain;` or `name: recent(4) of domain;`";
        case tree::RuleSession_block:
            return "a session is `client { … } server { … } start NAME;`, followed by its states";
        case tree::RuleSide:
            return "packets are names of structs separated by commas: `client { Join, Send ~45 }`";
        default:
            return "a rule is `on A reply B go S;` or `push C;`";
    }
}

}  // namespace

void explain_in_block(const mismatch& at, const script& code, diag::sink& out) {
    if (at.rule == tree::RuleFile) return between_declarations(at, code, out);
    const source::span where = code.span_of(*at.token);
    const std::string_view text = code.text_of(*at.token);
    const std::size_t type = at.token->getType();
    if (type == tree::SEMICOLON) {
        remove(at, code, out.report(diag::id::unexpected_text, where, "unexpected `;`"));
        return;
    }
    if (type == tree::EQUALS && (at.rule == tree::RuleEnum_block || at.rule == tree::RuleSide)) {
        out.report(
               diag::id::foreign_syntax, where,
               at.rule == tree::RuleSide ? "a packet cannot have a number" : "a value of an enum cannot have a number")
            .help = "a weight gives its frequency: `~90`";
        return;
    }
    if (type == tree::COLON && (at.rule == tree::RuleEnum_block || at.rule == tree::RuleSide)) {
        out.report(diag::id::unexpected_text, where,
                   at.rule == tree::RuleSide ? "a packet cannot have a domain here"
                                             : "a value of an enum cannot have a domain")
            .help = at.rule == tree::RuleSide ? "a packet is a struct: write only its name"
                                              : "the arms of a union have domains: `union Body { photo: Photo }`";
        return;
    }
    if (type == tree::QUESTION) {
        out.report(diag::id::foreign_syntax, where, "`?` goes after the domain, not before the name").help =
            "such as `x: u8?`";
        return;
    }
    if (at.rule == tree::RuleSide && type == tree::AT) {
        out.report(diag::id::unexpected_text, where, "a packet cannot have a mark here").help =
            "put the mark on the fields of its struct";
        return;
    }
    out.report(diag::id::unexpected_text, where, "expected " + std::string(item_of(at.rule)) + ", not " + quoted(text))
        .help = std::string(shape_of(at.rule));
}

}  // namespace tic::parse
