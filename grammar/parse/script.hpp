// One file as tokens: ANTLR's lexer run once, and byte places for its code point indices. Private to this folder.
#pragma once

#include "grammar/diag/diag.hpp"
#include "grammar/parse/antlr.hpp"
#include "grammar/source/source.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace tic::parse {

/// The tokens of one file; the text must be UTF-8.
class script {
public:
    script(const source::files& sources, std::uint32_t number);

    [[nodiscard]] antlr4::CommonTokenStream& stream() { return stream_; }
    [[nodiscard]] const std::vector<antlr4::Token*>& tokens() const { return tokens_; }

    [[nodiscard]] source::span span_of(const antlr4::Token& token) const;
    /// From the first byte of `first` to the last of `last`; empty if `last` comes before it.
    [[nodiscard]] source::span span_of(const antlr4::Token& first, const antlr4::Token* last) const;
    /// The empty span right behind the last real token before `token`.
    [[nodiscard]] source::span behind_previous(const antlr4::Token& token) const;
    [[nodiscard]] std::string_view text_of(const antlr4::Token& token) const { return bytes(span_of(token)); }
    [[nodiscard]] std::string_view bytes(source::span where) const;
    /// The `///` lines between the real token before `token` and it.
    [[nodiscard]] std::string doc_before(const antlr4::Token& token) const;
    /// The last real token before `token`, or null.
    [[nodiscard]] const antlr4::Token* previous(const antlr4::Token& token) const;
    /// The next real token after `token`; the end of the file after itself.
    [[nodiscard]] antlr4::Token* next(const antlr4::Token& token) const;
    /// Whether only blanks and comments precede it on its line.
    [[nodiscard]] bool begins_line(const antlr4::Token& token) const;

private:
    [[nodiscard]] std::uint32_t byte_at(std::size_t code_point) const;

    const source::file& file_;
    std::uint32_t number_;
    std::vector<std::uint32_t> bytes_;  // of each code point; empty if all are ASCII
    antlr4::ANTLRInputStream input_;
    generated::TicLexer lexer_;
    antlr4::CommonTokenStream stream_;
    std::vector<antlr4::Token*> tokens_;
};

/// Reports what is wrong with single tokens, and nesting beyond the limit. False if the parser must not run.
[[nodiscard]] bool check_tokens(const script& code, diag::sink& out, std::unordered_set<std::uint32_t>& faulty_lines);

}  // namespace tic::parse
