// Runs the lexer, and finds bytes, neighbours and documentation of tokens.
#include "grammar/parse/script.hpp"

#include <algorithm>

namespace tic::parse {
namespace {

constexpr std::size_t real_channel = 0;

std::vector<std::uint32_t> byte_table(std::string_view text) {
    std::vector<std::uint32_t> table;
    const auto wide = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    if (std::none_of(text.begin(), text.end(), wide)) return table;
    table.reserve(text.size() + 1);
    // ANTLR drops a byte order mark, so its first index is the character behind it.
    const std::size_t begin = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    for (std::size_t i = begin; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) table.push_back(static_cast<std::uint32_t>(i));
    }
    table.push_back(static_cast<std::uint32_t>(text.size()));
    return table;
}

bool is_real(const antlr4::Token& token) { return token.getChannel() == real_channel; }

}  // namespace

script::script(const source::files& sources, std::uint32_t number)
    : file_(sources[number]),
      number_(number),
      bytes_(byte_table(file_.text())),
      input_(file_.text()),
      lexer_(&input_),
      stream_(&lexer_) {
    lexer_.removeErrorListeners();
    stream_.fill();
    tokens_ = stream_.getTokens();
}

std::uint32_t script::byte_at(std::size_t code_point) const {
    if (bytes_.empty()) return static_cast<std::uint32_t>(std::min(code_point, file_.text().size()));
    return bytes_[std::min(code_point, bytes_.size() - 1)];
}

source::span script::span_of(const antlr4::Token& token) const {
    const std::uint32_t begin = byte_at(token.getStartIndex());
    if (token.getType() == antlr4::Token::EOF) return {number_, begin, begin};
    return {number_, begin, byte_at(token.getStopIndex() + 1)};
}

source::span script::span_of(const antlr4::Token& first, const antlr4::Token* last) const {
    const source::span whole = span_of(first);
    if (last == nullptr || last->getTokenIndex() < first.getTokenIndex()) return {number_, whole.begin, whole.begin};
    return {number_, whole.begin, span_of(*last).end};
}

source::span script::behind_previous(const antlr4::Token& token) const {
    const antlr4::Token* before = previous(token);
    const std::uint32_t at = before == nullptr ? span_of(token).begin : span_of(*before).end;
    return {number_, at, at};
}

std::string_view script::bytes(source::span where) const {
    return std::string_view(file_.text()).substr(where.begin, where.end - where.begin);
}

std::string script::doc_before(const antlr4::Token& token) const {
    std::size_t first = token.getTokenIndex();
    if (first == 0 || is_real(*tokens_[first - 1])) return {};
    while (first > 0 && !is_real(*tokens_[first - 1])) --first;
    std::string doc;
    bool any = false;
    for (std::size_t i = first; i < token.getTokenIndex(); ++i) {
        if (tokens_[i]->getType() != generated::TicLexer::DOC) continue;
        std::string_view line = text_of(*tokens_[i]).substr(3);
        if (line.starts_with(' ')) line.remove_prefix(1);
        while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
        if (any) doc += '\n';
        doc += line;
        any = true;
    }
    return doc;
}

const antlr4::Token* script::previous(const antlr4::Token& token) const {
    for (std::size_t i = token.getTokenIndex(); i-- > 0;) {
        if (is_real(*tokens_[i])) return tokens_[i];
    }
    return nullptr;
}

antlr4::Token* script::next(const antlr4::Token& token) const {
    for (std::size_t i = token.getTokenIndex() + 1; i < tokens_.size(); ++i) {
        if (is_real(*tokens_[i])) return tokens_[i];
    }
    return tokens_.back();
}

bool script::begins_line(const antlr4::Token& token) const {
    const antlr4::Token* before = previous(token);
    return before == nullptr || before->getLine() < token.getLine();
}

}  // namespace tic::parse
