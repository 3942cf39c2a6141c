// Messages for syntax errors within a statement.
#include "grammar/parse/recovery.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace tic::parse {
namespace {

using tree = generated::TicParser;
using antlr4::Token;

bool is_domain_word(std::string_view word) {
    for (const std::string_view one :
         {"bool", "uint", "sint", "int", "f32", "f64", "bytes", "utf8", "text", "list", "sealed"}) {
        if (word == one) return true;
    }
    return word.size() > 1 && word.size() < 4 && (word[0] == 'u' || word[0] == 'i') &&
           word.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

/// The noun for a statement, as messages use it.
std::string_view noun_of(std::size_t rule) {
    static constexpr std::pair<std::size_t, std::string_view> nouns[] = {
        {tree::RuleHeader, "line"},           {tree::RuleImport_line, "import"},
        {tree::RuleConst_line, "const"},      {tree::RuleType_line, "type"},
        {tree::RuleEnum_block, "enum"},       {tree::RuleEnum_value, "value"},
        {tree::RuleUnion_block, "union"},     {tree::RuleArm, "arm"},
        {tree::RuleStruct_block, "struct"},   {tree::RuleField, "field"},
        {tree::RuleMemory_block, "memory"},   {tree::RuleMemory_entry, "memory entry"},
        {tree::RuleSession_block, "session"}, {tree::RuleSays, "packet"},
        {tree::RuleStart_line, "start line"}, {tree::RuleState_block, "state"},
        {tree::RuleRule_line, "rule"},
    };
    for (const auto& [of, noun] : nouns)
        if (of == rule) return noun;
    return "";
}

class explainer {
public:
    explainer(const mismatch& at, const script& code, diag::sink& out)
        : at_(at),
          code_(code),
          out_(out),
          type_(at.token->getType()),
          where_(code.span_of(*at.token)),
          before_(code.behind_previous(*at.token)) {
        statement_ = at.context;
        while (statement_ != nullptr && noun_of(statement_->getRuleIndex()).empty()) {
            statement_ = dynamic_cast<const antlr4::ParserRuleContext*>(statement_->parent);
        }
    }

    recovery_action run() {
        if (type_ == tree::FOREIGN) return foreign();
        if (wants(tree::SEMICOLON) && at_.rule != tree::RuleMemory_entry) return want_semicolon();
        if (at_.rule == tree::RuleMemory_entry && wants(tree::SEMICOLON)) return want_memory_end();
        switch (at_.rule) {
            case tree::RuleName:
                return want_name();
            case tree::RuleDomain:
            case tree::RuleType_name:
                return in_domain();
            case tree::RuleInteger:
            case tree::RuleLiteral:
            case tree::RuleBounds:
                return want_number();
            case tree::RuleHint:
            case tree::RuleHint_name:
            case tree::RuleConstant:
                return in_hint();
            default:
                break;
        }
        if (wants(tree::COLON)) return want_colon();
        if (wants(tree::OPEN_BRACE)) return want_brace();
        if (wants(tree::EQUALS)) return want_equals();
        if (wants(tree::CLOSE_PAREN) || wants(tree::OPEN_PAREN)) return want_parenthesis();
        if (wants(tree::STRING)) return want_string();
        if (wants(tree::TILDE))
            return missing("a hint, such as `~ 20`", "a later hint follows a comma: `~ 1, ~ 2 since 3`");
        return unexpected("unexpected text");
    }

private:
    [[nodiscard]] bool wants(std::size_t type) const { return at_.expected.contains(type); }
    [[nodiscard]] std::string shown() const {
        return type_ == Token::EOF ? "the end of the file" : "`" + std::string(code_.text_of(*at_.token)) + "`";
    }
    [[nodiscard]] bool is_word() const {
        return type_ == tree::WORD || (type_ < tree::SEMICOLON && type_ != Token::EOF);
    }
    /// Whether the statement seems to have ended: the token begins a line.
    [[nodiscard]] bool on_next_line() const {
        return type_ == Token::EOF || type_ == tree::CLOSE_BRACE || code_.begins_line(*at_.token);
    }
    [[nodiscard]] std::string statement() const {
        if (statement_ == nullptr) return "this";
        const std::size_t rule = statement_->getRuleIndex();
        const Token& first = *statement_->start;
        std::string made = "the " + std::string(noun_of(rule));
        if (rule == tree::RuleHeader) return "the `" + std::string(code_.text_of(first)) + "` line";
        if (rule == tree::RuleImport_line || rule == tree::RuleStart_line || rule == tree::RuleMemory_block ||
            rule == tree::RuleSession_block || rule == tree::RuleRule_line)
            return made;
        const bool keyword = rule == tree::RuleConst_line || rule == tree::RuleType_line ||
                             rule == tree::RuleEnum_block || rule == tree::RuleUnion_block ||
                             rule == tree::RuleStruct_block || rule == tree::RuleState_block;
        const Token& name = keyword ? *code_.next(first) : first;
        if (name.getTokenIndex() >= at_.token->getTokenIndex()) return made;
        return made + " `" + std::string(code_.text_of(name)) + "`";
    }

    diag::diagnostic& report(diag::id code, source::span where, std::string message) {
        return out_.report(code, where, std::move(message));
    }

    recovery_action missing(const std::string& what, const std::string& help = {}) {
        const bool here = !on_next_line();
        auto& made = report(diag::id::missing_part, here ? where_ : before_,
                            here ? "expected " + what + ", not " + shown() : "expected " + what);
        made.help = help;
        return recovery_action::fail;
    }

    recovery_action unexpected(std::string message, std::string help = {}) {
        auto& made = report(diag::id::unexpected_text, type_ == Token::EOF ? before_ : where_, std::move(message));
        made.help = std::move(help);
        return recovery_action::fail;
    }

    recovery_action habit(source::span where, std::string message, std::string help) {
        report(diag::id::foreign_syntax, where, std::move(message)).help = std::move(help);
        return recovery_action::fail;
    }

    recovery_action insert(diag::id code, std::string message, std::string text) {
        auto& made = report(code, before_, std::move(message));
        made.help = "add the missing `" + text + "`";
        made.fix = diag::edit{before_, (text == "{" || text == "=" ? " " : "") + text};
        return recovery_action::pretend;
    }

    recovery_action replace(diag::id code, std::string message, std::string text) {
        auto& made = report(code, where_, std::move(message));
        made.help = "write `" + text + "` here";
        // `Y: 5` becomes `Y = 5`, and `y = u8` becomes `y: u8`.
        const bool colon = text == ":";
        const bool tight = where_.begin == before_.end;
        made.fix =
            diag::edit{colon ? source::cover(before_, where_) : where_, (text == "=" && tight ? " " : "") + text};
        return recovery_action::consume;
    }

    recovery_action foreign() {
        const std::string_view text = code_.text_of(*at_.token);
        if (text == "[")
            return habit(where_, "lists are not written with brackets",
                         "a list is `list(u8, 0..16)`: the element, then the bounds of its count");
        if (text == "<")
            return habit(where_, "angle brackets are not used",
                         "a list is `list(T, 0..16)`, and an optional value is `T?`");
        return unexpected(shown() + " is not expected here");
    }

    recovery_action want_semicolon() {
        const std::string_view text = type_ == Token::EOF ? "" : code_.text_of(*at_.token);
        const bool field = at_.rule == tree::RuleField;
        if (type_ == tree::COMMA && separates())
            return replace(diag::id::wrong_separator, "expected `;` after " + statement() + ", not `,`", ";");
        if (field && type_ == tree::TILDE) {
            const bool marked = !static_cast<const tree::FieldContext*>(at_.context)->marks.empty();
            return order(marked ? "hints come before marks" : "hints are separated by commas",
                         marked ? "the order is `name: domain since 2 ~ hint @mark;`" : "such as `~ 1, ~ 2 since 3`");
        }
        if (field && (type_ == tree::KW_SINCE || type_ == tree::KW_UNTIL) && !on_next_line()) {
            return order("`" + std::string(text) + "` comes right after the domain",
                         "the order is `name: domain since 2 until 5 ~ hint @mark;`");
        }
        if (text == "optional" || text == "nullable") {
            return habit(where_, "`" + std::string(text) + "` is not a keyword of this language",
                         "write `?` after the domain: `u8?`");
        }
        if (type_ == tree::EQUALS)
            return habit(where_, "a " + std::string(noun_of(at_.rule)) + " cannot have a value or number",
                         field ? "there are no defaults and no field numbers; a hint gives the usual value: `~ is 5`"
                               : "remove it");
        const bool next_member = is_word() && (code_.next(*at_.token)->getType() == tree::COLON);
        if (on_next_line() || next_member)
            return insert(diag::id::missing_semicolon, "expected `;` after " + statement(), ";");
        if (is_word() && !field && at_.rule != tree::RuleType_line) {
            return insert(diag::id::missing_semicolon, "expected `;` after " + statement(), ";");
        }
        if (field && type_ == tree::OPEN_PAREN)
            return unexpected("only `int`, `bytes`, `utf8`, `text`, `list` and `sealed` have bounds");
        return unexpected("expected `;` after " + statement() + ", not " + shown());
    }

    recovery_action order(std::string message, std::string help) {
        report(diag::id::wrong_order, where_, std::move(message)).help = std::move(help);
        return recovery_action::fail;
    }

    recovery_action want_memory_end() {
        if (type_ == tree::COMMA && separates())
            return replace(diag::id::wrong_separator, "expected `;` after " + statement() + ", not `,`", ";");
        if (type_ == tree::TILDE)
            return unexpected("an entry of memory cannot have a hint",
                              "write the hint on a field: `~ " + std::string(code_.text_of(*at_.context->start)) + "`");
        if (type_ == tree::AT)
            return unexpected("an entry of memory cannot have a mark", "put the mark on the fields that use it");
        if (on_next_line() || (is_word() && code_.next(*at_.token)->getType() == tree::COLON)) {
            auto& made = report(diag::id::missing_semicolon, before_, "expected `;` after " + statement());
            made.help = "add the missing `;`";
            made.fix = diag::edit{before_, ";"};
            return recovery_action::fail;
        }
        return unexpected("expected `;` after " + statement() + ", not " + shown());
    }

    recovery_action want_name() {
        const auto* parent = dynamic_cast<const antlr4::ParserRuleContext*>(at_.context->parent);
        switch (parent == nullptr ? std::size_t{tree::RuleFile} : parent->getRuleIndex()) {
            case tree::RuleHint:
                return missing("the name of a cell or table after `.`");
            case tree::RuleMark:
                return want_mark_part();
            case tree::RuleDomain:
                return missing("the name of a struct or union in `sealed(…)`", "such as `sealed(Body, 0..4000)`");
            case tree::RuleConst_line:
                return missing("a name for the const", "such as `const LIMIT = 16;`");
            default:
                break;
        }
        if (type_ == tree::NUMBER) return missing("a name", "a name begins with a letter");
        return missing("a name");
    }

    recovery_action want_mark_part() {
        constexpr std::string_view help = "examples of marks: `@secret`, `@unit(\"ms\")`, `@echo(Request.field)`";
        const Token* before = code_.previous(*at_.token);
        const bool at_sign = before != nullptr && before->getType() == tree::AT;
        return missing(at_sign ? "the name of a mark after `@`" : "a name after `.`", std::string(help));
    }

    recovery_action in_domain() {
        if (wants(tree::COMMA) && !wants(tree::CLOSE_PAREN)) {
            return unexpected("expected `,` and bounds, not " + shown(), "such as `sealed(Body, 0..4000)`");
        }
        if (wants(tree::CLOSE_PAREN)) return want_parenthesis();
        if (wants(tree::OPEN_PAREN)) {
            const std::string word(code_.text_of(*at_.context->start));
            return missing("`(` after `" + word + "`",
                           word == "list" ? "such as `list(u8, 0..16)`" : "such as `sealed(Body, 0..4000)`");
        }
        if (type_ == tree::QUESTION)
            return habit(where_, "`?` goes after the domain, not before it", "such as `x: u8?`");
        if (type_ == tree::NUMBER)
            return missing("a domain",
                           "a domain is, for example, `u8`, `int(0..9)`, `text(0..100)`, or the name of a type");
        return missing("a domain (the set of allowed values)",
                       "such as `u8`, `int(0..9)`, `text(0..100)`, `list(u8, 0..16)`, or the name of a type");
    }

    recovery_action want_number() {
        if (type_ == tree::DOT) return unexpected("bounds are separated by two dots", "such as `0..16`");
        if (type_ == tree::DOTS) return unexpected("the lower bound is missing before `..`", "such as `0..16`");
        if (type_ == tree::PLUS) return unexpected("a number cannot begin with `+`", "remove the `+`");
        if (wants(tree::DOTS)) return want_parenthesis();
        if (!wants(tree::WORD) && is_word())
            return missing("digits after `-`",
                           "`-` must be followed by digits; give the const itself a negative value");
        return missing("a number");
    }

    recovery_action in_hint() {
        if (at_.rule == tree::RuleConstant)
            return missing("a value after `is`", "such as `~ is 0`, `~ is true` or `~ is \"\"`");
        if (wants(tree::CLOSE_PAREN)) return want_parenthesis();
        return missing("a hint after `~`", "such as `~ 20`, `~ last + 1`, `~ is 0`, `~ same` or `~ recent(8)`");
    }

    recovery_action want_colon() {
        const bool arm = at_.rule == tree::RuleArm;
        if (type_ == tree::EQUALS)
            return replace(diag::id::foreign_syntax, "expected `:` after " + statement() + ", not `=`", ":");
        if (type_ == tree::QUESTION)
            return habit(where_, "`?` goes after the domain, not after the name", "such as `x: u8?`");
        const std::string first(code_.text_of(*at_.context->start));
        const std::string help = std::string("write it as `") + (arm ? "name: domain,`" : "name: domain;`");
        if (is_word() && !on_next_line()) {
            if (first == "repeated")
                return habit(code_.span_of(*at_.context->start), "`repeated` is not a keyword of this language",
                             "a list is `name: list(T, 0..16);`");
            if (first == "optional")
                return habit(code_.span_of(*at_.context->start), "`optional` is not a keyword of this language",
                             "write `?` after the domain: `name: T?;`");
            const std::size_t after = code_.next(*at_.token)->getType();
            if (is_domain_word(code_.text_of(*at_.token)) && !is_domain_word(first)) {
                return insert(diag::id::missing_part, "expected `:` after " + statement(), ":");
            }
            if (after == tree::SEMICOLON || after == tree::EQUALS || after == tree::COMMA) {
                return habit(code_.span_of(*at_.context->start, at_.token),
                             "the name comes first, then `:` and the domain",
                             "write `" + std::string(code_.text_of(*at_.token)) + ": " + first + (arm ? ",`" : ";`"));
            }
            return insert(diag::id::missing_part, "expected `:` after " + statement(), ":");
        }
        if (type_ == tree::OPEN_PAREN) return unexpected("expected `:` after " + statement() + ", not `(`", help);
        return missing("`:` and a domain after " + statement(), help);
    }

    recovery_action want_brace() {
        if (type_ == tree::COLON) {
            return habit(where_, "there is no inheritance: no `:` is expected after " + statement(),
                         "repeat the fields, or add a field of the other type");
        }
        const Token* ahead = at_.token;
        while (ahead->getType() != tree::OPEN_BRACE && ahead->getType() != tree::SEMICOLON &&
               ahead->getType() != tree::CLOSE_BRACE && ahead->getLine() == at_.token->getLine() &&
               ahead->getType() != Token::EOF) {
            ahead = code_.next(*ahead);
        }
        if (ahead->getType() == tree::OPEN_BRACE && !on_next_line() && ahead->getLine() == at_.token->getLine()) {
            unexpected("expected `{` after " + statement() + ", not " + shown());
            return recovery_action::to_brace;
        }
        const bool hopeless =
            type_ == tree::SEMICOLON || type_ == tree::EQUALS || type_ == Token::EOF || type_ == tree::OPEN_PAREN;
        if (hopeless) return missing("`{` after " + statement());
        return insert(diag::id::missing_part, "expected `{` after " + statement(), "{");
    }

    /// A `,` in place of a `;`: only if the next member follows.
    [[nodiscard]] bool separates() const {
        const Token& next = *code_.next(*at_.token);
        return next.getType() == tree::CLOSE_BRACE || next.getType() == Token::EOF || code_.begins_line(next) ||
               code_.next(next)->getType() == tree::COLON;
    }

    recovery_action want_equals() {
        if (type_ == tree::COLON)
            return replace(diag::id::foreign_syntax, "expected `=` after " + statement() + ", not `:`", "=");
        if (!on_next_line() && (is_word() || type_ == tree::NUMBER))
            return insert(diag::id::missing_part, "expected `=` after " + statement(), "=");
        return missing("`=` after " + statement());
    }

    recovery_action want_parenthesis() {
        if (type_ == tree::DOT) return unexpected("bounds are separated by two dots", "such as `0..16`");
        if (type_ == tree::MINUS) return unexpected("bounds are separated by `..`, not by `-`", "such as `0..16`");
        if (wants(tree::OPEN_PAREN) && !wants(tree::CLOSE_PAREN)) return missing("`(`");
        const bool closes = type_ == tree::SEMICOLON || on_next_line() || type_ == tree::TILDE || type_ == tree::AT ||
                            type_ == tree::COMMA || type_ == tree::QUESTION;
        if (closes) return insert(diag::id::unclosed_parenthesis, "expected `)`", ")");
        if (is_word() || type_ == tree::NUMBER) {
            return unexpected("expected `)` or `,`, not " + shown(),
                              "a list is `list(T, 0..16)`; bounds are `(0..16)`");
        }
        return unexpected("expected `)`, not " + shown());
    }

    recovery_action want_string() {
        if (at_.rule == tree::RuleImport_line)
            return missing("a file name in double quotes after `import`", "such as `import \"types.tic\";`");
        return missing("a string in double quotes or a name",
                       "examples of marks: `@secret`, `@unit(\"ms\")`, `@echo(Request.field)`");
    }

    const mismatch& at_;
    const script& code_;
    diag::sink& out_;
    std::size_t type_;
    source::span where_;
    source::span before_;
    const antlr4::ParserRuleContext* statement_ = nullptr;
};

}  // namespace

recovery_action explain(const mismatch& at, const script& code, diag::sink& out) {
    return explainer(at, code, out).run();
}

}  // namespace tic::parse
