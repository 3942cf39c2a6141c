// Runs the steps: size and encoding, tokens, tree, AST.
#include "grammar/parse/parse.hpp"

#include "grammar/parse/builder.hpp"
#include "grammar/parse/recovery.hpp"
#include "grammar/parse/script.hpp"

#include <memory>
#include <utility>

namespace tic::parse {
namespace {

constexpr std::size_t largest_file = std::size_t{8} << 20U;

/// Keeps only those tokens in the tree that the builder looks for there: the rest is reached through labels, and a
/// tree node for each of them would take a quarter of the time.
class lean_parser final : public generated::TicParser {
public:
    using TicParser::TicParser;

    antlr4::Token* consume() override {
        antlr4::Token* token = getCurrentToken();
        const std::size_t type = token->getType();
        if (type != antlr4::Token::EOF) getInputStream()->consume();
        if (type == OPEN_BRACE || (is_list() && (type == COMMA || type == SEMICOLON))) {
            _ctx->addChild(createTerminalNode(token));
        }
        return token;
    }

private:
    [[nodiscard]] bool is_list() const {
        switch (_ctx->getRuleIndex()) {
            case RuleEnum_block:
            case RuleUnion_block:
            case RuleSide:
            case RuleRule_line:
                return true;
            default:
                return false;
        }
    }
};

std::optional<ast::file> parse_text(const source::files& sources, std::uint32_t number, diag::sink& out) {
    const std::size_t errors_before = out.errors();
    script code(sources, number);
    std::unordered_set<std::uint32_t> faulty_lines;
    if (!check_tokens(code, out, faulty_lines)) return std::nullopt;

    lean_parser parser(&code.stream());
    parser.removeErrorListeners();
    const auto errors = std::make_shared<recovery>(code, out, faulty_lines);
    parser.setErrorHandler(errors);
    auto* predictor = parser.getInterpreter<antlr4::atn::ParserATNSimulator>();
    predictor->setPredictionMode(antlr4::atn::PredictionMode::SLL);
    predictor->clearDFA();  // it is shared by all parsers, and what it learnt from one file can change how the errors
                            // of another are reported
    generated::TicParser::FileContext* root = parser.file();

    ast::file made = builder(code, out).build(*root);
    made.number = number;
    if (errors->failed() && out.errors() == errors_before) {
        out.report(diag::id::unexpected_text, {number, 0, 0}, "the file has a syntax error");
    }
    if (out.errors() != errors_before) return std::nullopt;
    return made;
}

}  // namespace

std::optional<ast::file> parse(const source::files& sources, std::uint32_t number, diag::sink& out) {
    const std::string& text = sources[number].text();
    if (text.size() > largest_file) {
        out.report(diag::id::file_too_large, {number, 0, 0}, "the file is larger than 8 MiB").help =
            "split it into several files and import them";
        return std::nullopt;
    }
    if (const std::size_t bad = source::find_bad_utf8(text); bad != std::string::npos) {
        const auto at = static_cast<std::uint32_t>(bad);
        out.report(diag::id::not_utf8, {number, at, at + 1}, "the file is not valid UTF-8 at this position").help =
            "save it as UTF-8";
        return std::nullopt;
    }
    try {
        return parse_text(sources, number, out);
    } catch (const std::exception& error) {
        // ANTLR throws of its own accord only on broken streams; whatever it is must not leave this folder.
        out.report(diag::id::unexpected_text, {number, 0, 0}, std::string("the file cannot be read: ") + error.what());
        return std::nullopt;
    }
}

}  // namespace tic::parse
