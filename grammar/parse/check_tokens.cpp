// What is wrong with single tokens: numbers, strings, stray characters, foreign comments; and how deep things nest.
#include "grammar/parse/script.hpp"

#include "grammar/parse/literals.hpp"

#include <string>

namespace tic::parse {
namespace {

using lexer = generated::TicLexer;
using antlr4::Token;

constexpr std::size_t deepest = 64;

class checker {
public:
    checker(const script& code, diag::sink& out, std::unordered_set<std::uint32_t>& faulty_lines)
        : code_(code), out_(out), faulty_lines_(faulty_lines) {}

    bool run() {
        for (const Token* token : code_.tokens()) {
            look(*token);
            if (!nests(*token)) return false;
        }
        return true;
    }

private:
    void look(const Token& token) {
        switch (token.getType()) {
            case lexer::NUMBER:
                number(token);
                break;
            case lexer::STRING:
                string(token);
                break;
            case lexer::OPEN_STRING:
                open_string(token);
                break;
            case lexer::QUOTED:
                quoted(token);
                break;
            case lexer::BLOCK_COMMENT:
                block_comment(token);
                break;
            case lexer::HASH_COMMENT:
                hash_comment(token);
                break;
            case lexer::BAD:
                bad(token);
                break;
            default:
                break;
        }
    }

    diag::diagnostic& report(diag::id code, const Token& token, source::span where, std::string message) {
        faulty_lines_.insert(static_cast<std::uint32_t>(token.getLine()));
        return out_.report(code, where, std::move(message));
    }

    void number(const Token& token) {
        const source::span where = code_.span_of(token);
        const std::string digits(code_.bytes(where));
        switch (read_number(digits).how) {
            case spelling::good:
            case spelling::too_large:
                return;  // reported where the sign is known
            case spelling::fraction:
                report(diag::id::bad_number, token, where,
                       "`" + digits + "` has a fraction, but all numbers are integers")
                    .help = "scale the value, and document its unit: `price: u32 @unit(\"cents\")`";
                return;
            case spelling::exponent:
                report(diag::id::bad_number, token, where, "`" + digits + "` has an exponent").help =
                    "write all digits; `_` may separate them: `1_000_000`";
                return;
            case spelling::bad_underscore:
                report(diag::id::bad_number, token, where, "`_` is only allowed between two digits: `" + digits + "`");
                return;
            case spelling::bad_digit:
                break;
        }
        auto& made = report(diag::id::bad_number, token, where, "`" + digits + "` is neither a number nor a name");
        made.help = "a number is decimal or begins with `0x`; a name begins with a letter";
        if (digits.starts_with("0X")) made.fix = diag::edit{where, "0x" + digits.substr(2)};
    }

    void string(const Token& token) {
        const source::span where = code_.span_of(token);
        const text read = read_string(code_.bytes(where));
        if (read.bad_begin == std::string_view::npos) return;
        const source::span bad{where.file, where.begin + static_cast<std::uint32_t>(read.bad_begin),
                               where.begin + static_cast<std::uint32_t>(read.bad_end)};
        if (code_.bytes(bad).front() != '\\') {
            report(diag::id::bad_escape, token, bad, "control character in a string").help =
                "write it as `\\u00XX`, a tab as `\\t`";
            return;
        }
        report(diag::id::bad_escape, token, bad,
               "`" + std::string(code_.bytes(bad)) + "` is not an escape of a JSON string")
            .help = "the escapes are \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\uXXXX; a backslash itself is `\\\\`";
    }

    void open_string(const Token& token) {
        source::span where = code_.span_of(token);
        auto& made = report(diag::id::unclosed_string, token, where, "the string does not end on its line");
        made.help = "end it with `\"`; write a line break as `\\n`";
    }

    void quoted(const Token& token) {
        const source::span where = code_.span_of(token);
        const std::string inner(code_.bytes({where.file, where.begin + 1, where.end - 1}));
        auto& made = report(diag::id::foreign_syntax, token, where, "strings are written in double quotes");
        made.help = "use double quotes";
        made.fix = diag::edit{where, "\"" + inner + "\""};
    }

    void block_comment(const Token& token) {
        const source::span where = code_.span_of(token);
        const std::string whole(code_.bytes(where));
        auto& made = report(diag::id::block_comment, token, {where.file, where.begin, where.begin + 2},
                            "`/* */` comments are not supported");
        made.help = "begin each line of the comment with `//`";
        if (whole.find('\n') == std::string::npos && code_.begins_line(*code_.next(token))) {
            std::string_view inner = std::string_view(whole).substr(2, whole.size() - 4);
            while (inner.ends_with(' ')) inner.remove_suffix(1);
            made.fix = diag::edit{where, "//" + std::string(inner)};
        }
    }

    void hash_comment(const Token& token) {
        const source::span where = code_.span_of(token);
        auto& made = report(diag::id::foreign_syntax, token, where, "a comment begins with `//`, not with `#`");
        made.help = "write it with `//`";
        made.fix = diag::edit{{where.file, where.begin, where.begin + 1}, "//"};
    }

    void bad(const Token& token) {
        const source::span where = code_.span_of(token);
        const std::uint32_t last = last_bad_;
        last_bad_ = where.end;
        if (last == where.begin && where.begin != 0) {
            faulty_lines_.insert(static_cast<std::uint32_t>(token.getLine()));
            return;  // one message for a run of them
        }
        const std::string shown(code_.bytes(where));
        const bool letter = static_cast<unsigned char>(shown.front()) >= 0x80;
        const bool control = static_cast<unsigned char>(shown.front()) < 0x20 || shown.front() == 0x7F;
        if (shown == "/") {
            const bool block = is_star(token);
            report(block ? diag::id::block_comment : diag::id::stray_character, token, where,
                   block ? "`/* */` comments are not supported" : "unexpected `/`")
                .help = "a comment begins with `//`";
            return;
        }
        auto& made =
            report(diag::id::stray_character, token, where,
                   control ? std::string("unexpected control character") : "unexpected character `" + shown + "`");
        if (letter)
            made.help =
                "names consist of the letters a to z and A to Z, digits and `_`; comments and strings may contain "
                "other characters";
        if (shown == "'") made.help = "strings are written in double quotes";
        if (shown == "\"") made.help = "the string has no closing quote";
    }

    [[nodiscard]] bool is_star(const Token& slash) const {
        return code_.text_of(*code_.tokens()[slash.getTokenIndex() + 1]) == "*";
    }

    bool nests(const Token& token) {
        switch (token.getType()) {
            case lexer::OPEN_BRACE:
            case lexer::OPEN_PAREN:
                ++depth_;
                break;
            case lexer::CLOSE_BRACE:
            case lexer::CLOSE_PAREN:
                depth_ -= depth_ == 0 ? 0 : 1;
                break;
            default:
                break;
        }
        if (depth_ <= deepest) return true;
        report(diag::id::nested_too_deep, token, code_.span_of(token), "more than 64 levels of nesting").help =
            "declare the inner part as a `type` or `struct` of its own";
        return false;
    }

    const script& code_;
    diag::sink& out_;
    std::unordered_set<std::uint32_t>& faulty_lines_;
    std::size_t depth_ = 0;
    std::uint32_t last_bad_ = 0;
};

}  // namespace

bool check_tokens(const script& code, diag::sink& out, std::unordered_set<std::uint32_t>& faulty_lines) {
    return checker(code, out, faulty_lines).run();
}

}  // namespace tic::parse
