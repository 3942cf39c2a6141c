// Where the parser goes on after a mistake, so that one mistake gives one message.
#include "grammar/parse/recovery.hpp"

#include <string>

namespace tic::parse {
namespace {

using tree = generated::TicParser;
using antlr4::Token;

bool is_declaration(std::size_t rule) {
    switch (rule) {
        case tree::RuleHeader:
        case tree::RuleImport_line:
        case tree::RuleConst_line:
        case tree::RuleType_line:
        case tree::RuleEnum_block:
        case tree::RuleUnion_block:
        case tree::RuleStruct_block:
        case tree::RuleMemory_block:
        case tree::RuleSession_block:
            return true;
        default:
            return false;
    }
}

bool is_in_list(std::size_t rule) {
    switch (rule) {
        case tree::RuleEnum_block:
        case tree::RuleEnum_value:
        case tree::RuleUnion_block:
        case tree::RuleArm:
        case tree::RuleLater_weight:
        case tree::RuleSide:
        case tree::RuleSays:
            return true;
        default:
            return false;
    }
}

bool is_statement(std::size_t rule) {
    switch (rule) {
        case tree::RuleField:
        case tree::RuleMemory_entry:
        case tree::RuleStart_line:
        case tree::RuleState_block:
        case tree::RuleRule_line:
            return true;
        default:
            return is_in_list(rule) && !is_declaration(rule);
    }
}

bool has_items(std::size_t rule) {
    switch (rule) {
        case tree::RuleFile:
        case tree::RuleEnum_block:
        case tree::RuleUnion_block:
        case tree::RuleStruct_block:
        case tree::RuleMemory_block:
        case tree::RuleMemory_entry:
        case tree::RuleSession_block:
        case tree::RuleSide:
        case tree::RuleState_block:
            return true;
        default:
            return false;
    }
}

/// Whether a declaration begins here. Looks ahead far enough to distinguish it from a field named like a keyword.
bool opens_declaration(const script& code, const Token& token) {
    if (!code.begins_line(token)) return false;
    const Token& second = *code.next(token);
    const std::size_t third = code.next(second)->getType();
    switch (token.getType()) {
        case tree::KW_IMPORT:
            return second.getType() == tree::STRING;
        case tree::KW_CONST:
        case tree::KW_TYPE:
            return third == tree::EQUALS;
        case tree::KW_ENUM:
        case tree::KW_UNION:
        case tree::KW_STRUCT:
            return third == tree::OPEN_BRACE;
        case tree::KW_MEMORY:
        case tree::KW_SESSION:
            return second.getType() == tree::OPEN_BRACE;
        default:
            return false;
    }
}

bool is_session_part(std::size_t rule) {
    return rule == tree::RuleSide || rule == tree::RuleSays || rule == tree::RuleState_block;
}

/// Whether the next part of a session begins here, rather than a packet with a keyword's name.
bool opens_session_part(const script& code, const Token& token) {
    if (!code.begins_line(token)) return false;
    const Token& second = *code.next(token);
    const std::size_t third = code.next(second)->getType();
    switch (token.getType()) {
        case tree::KW_CLIENT:
        case tree::KW_SERVER:
            return second.getType() == tree::OPEN_BRACE;
        case tree::KW_STATE:
            return third == tree::OPEN_BRACE || code.text_of(*code.next(second)) == "in";
        default:
            return false;
    }
}

bool opens_member(const script& code, const Token& token) {
    return code.begins_line(token) && code.next(token)->getType() == tree::COLON;
}

/// What is left over at the end of a block that was closed too early, or whose beginning was not understood.
bool follows_from_stray(std::size_t type) {
    switch (type) {
        case tree::CLOSE_BRACE:
        case tree::KW_CLIENT:
        case tree::KW_SERVER:
        case tree::KW_START:
        case tree::KW_STATE:
            return true;
        default:
            return false;
    }
}

/// The block that is still open around `context`.
const antlr4::ParserRuleContext* open_block(const antlr4::ParserRuleContext* context) {
    while (context != nullptr) {
        for (antlr4::tree::ParseTree* child : context->children) {
            auto* leaf = dynamic_cast<antlr4::tree::TerminalNode*>(child);
            if (leaf != nullptr && leaf->getSymbol()->getType() == tree::OPEN_BRACE) return context;
        }
        context = dynamic_cast<const antlr4::ParserRuleContext*>(context->parent);
    }
    return nullptr;
}

/// The block of the file that `context` is in.
const antlr4::ParserRuleContext* declaration_around(const antlr4::ParserRuleContext* context) {
    while (context != nullptr && !(is_declaration(context->getRuleIndex()) && has_items(context->getRuleIndex()))) {
        context = dynamic_cast<const antlr4::ParserRuleContext*>(context->parent);
    }
    return context;
}

}  // namespace

void recovery::reset(antlr4::Parser*) {
    failing_ = unwinding_ = to_part_ = strayed_ = failed_ = false;
    braceless_.clear();
}

bool recovery::inErrorRecoveryMode(antlr4::Parser*) { return failing_; }

void recovery::reportMatch(antlr4::Parser*) {}

bool recovery::is_silent(const Token& token) const {
    if (faulty_lines_.empty()) return false;
    const Token* before = code_.previous(token);
    const auto faulty = [&](const Token& t) { return faulty_lines_.contains(static_cast<std::uint32_t>(t.getLine())); };
    return faulty(token) || (before != nullptr && faulty(*before));
}

void recovery::report_unclosed(const Token& where, const antlr4::ParserRuleContext& block) {
    const source::span place = code_.behind_previous(where);
    const Token& keyword = *block.start;
    const Token& second = *code_.next(keyword);
    std::string named = "`" + std::string(code_.text_of(keyword));
    if (second.getType() != tree::OPEN_BRACE && second.getType() != tree::COLON)
        named += " " + std::string(code_.text_of(second));
    named += "`";
    const bool at_end = where.getType() == Token::EOF;
    auto& made =
        out_.report(diag::id::unclosed_brace, place,
                    at_end ? "the file ends inside " + named + ": expected `}`"
                           : named + " is not closed: expected `}` before `" + std::string(code_.text_of(where)) + "`");
    for (antlr4::tree::ParseTree* child : block.children) {
        auto* leaf = dynamic_cast<antlr4::tree::TerminalNode*>(child);
        if (leaf == nullptr || leaf->getSymbol()->getType() != tree::OPEN_BRACE) continue;
        made.notes.push_back({code_.span_of(*leaf->getSymbol()), "this `{` is not closed"});
        break;
    }
    made.help = "add the missing `}`";
    made.fix = diag::edit{place, "\n}"};
}

void recovery::report_unfinished(const Token& where, const antlr4::ParserRuleContext& block) {
    const std::string keyword(code_.text_of(*block.start));
    out_.report(diag::id::missing_part, code_.behind_previous(where),
                "incomplete `" + keyword + "`: expected a name and `{`");
}

bool recovery::swallowed_block(antlr4::Parser& parser, const mismatch& at) {
    // `struct` may have been taken for a field's or a value's name; a few tokens back at most.
    const Token* token = at.token;
    for (int back = 0; back < 3 && token != nullptr; ++back, token = code_.previous(*token)) {
        const bool declaration = opens_declaration(code_, *token);
        const bool part = !declaration && is_session_part(at.rule) && opens_session_part(code_, *token);
        if (!declaration && !part) continue;
        const auto* block = open_block(at.context);
        const auto* around = block == nullptr ? declaration_around(at.context) : block;
        if (around == nullptr || around->start->getTokenIndex() >= token->getTokenIndex()) return false;
        if (!is_silent(*token)) {
            // A block whose `{` is missing was reported already.
            if (block != nullptr)
                report_unclosed(*token, *block);
            else if (!braceless_.contains(around))
                report_unfinished(*token, *around);
        }
        parser.getTokenStream()->seek(token->getTokenIndex());
        failing_ = unwinding_ = true;
        to_part_ = part;
        return true;
    }
    return false;
}

recovery_action recovery::report_mismatch(antlr4::Parser& parser) {
    failed_ = true;
    const auto expected = parser.getExpectedTokens();
    const mismatch at{parser.getContext()->getRuleIndex(), parser.getContext(), expected, parser.getCurrentToken()};
    if (swallowed_block(parser, at)) return recovery_action::fail;
    if (at.token->getType() == Token::EOF) {
        const auto* block = open_block(at.context);
        if (block != nullptr && !expected.contains(static_cast<std::size_t>(tree::SEMICOLON))) {
            if (!is_silent(*at.token)) report_unclosed(*at.token, *block);
            failing_ = unwinding_ = true;
            return recovery_action::fail;
        }
    }
    if (is_silent(*at.token)) {
        diag::sink unheard;
        return explain(at, code_, unheard);
    }
    return explain(at, code_, out_);
}

Token* recovery::recoverInline(antlr4::Parser* parser) {
    Token* here = parser->getCurrentToken();
    const recovery_action decided = report_mismatch(*parser);
    if (decided == recovery_action::fail) {
        failing_ = true;
        throw antlr4::InputMismatchException(parser);
    }
    if (decided == recovery_action::pretend) braceless_.insert(parser->getContext());
    if (decided == recovery_action::consume) parser->getTokenStream()->consume();
    if (decided == recovery_action::to_brace) {
        while (parser->getTokenStream()->LA(1) != tree::OPEN_BRACE) parser->getTokenStream()->consume();
        parser->consume();
    }
    return here;
}

void recovery::reportError(antlr4::Parser* parser, const antlr4::RecognitionException&) {
    if (failing_) return;
    failing_ = true;
    (void)report_mismatch(*parser);
}

void recovery::recover(antlr4::Parser* parser, std::exception_ptr error) {
    const std::size_t rule = parser->getContext()->getRuleIndex();
    const bool arrived =
        is_declaration(rule) || (to_part_ && (rule == tree::RuleSide || rule == tree::RuleState_block));
    if (unwinding_ && !arrived) std::rethrow_exception(error);
    if (!unwinding_) {
        if (is_declaration(rule)) {
            skip_declaration(*parser);
        } else if (is_statement(rule)) {
            skip_statement(*parser, is_in_list(rule));
        } else if (rule != tree::RuleFile) {
            std::rethrow_exception(error);
        }
    }
    failing_ = unwinding_ = to_part_ = false;
}

void recovery::sync(antlr4::Parser* parser) {
    const antlr4::ParserRuleContext* context = parser->getContext();
    const std::size_t rule = context->getRuleIndex();
    if (!has_items(rule)) return;
    const auto& expected = parser->getATN().nextTokens(parser->getATN().states[parser->getState()]);
    const bool file = rule == tree::RuleFile;
    if (!file && !expected.contains(static_cast<std::size_t>(tree::CLOSE_BRACE))) return;
    antlr4::TokenStream& stream = *parser->getTokenStream();
    while (!expected.contains(stream.LA(1))) {
        failed_ = true;
        const mismatch at{rule, context, expected, parser->getCurrentToken()};
        const std::size_t type = at.token->getType();
        if (swallowed_block(*parser, at)) throw antlr4::InputMismatchException(parser);
        if (type == Token::EOF) {
            if (!is_silent(*at.token)) report_unclosed(*at.token, *context);
            failing_ = unwinding_ = true;
            throw antlr4::InputMismatchException(parser);
        }
        const bool follows = file && strayed_ && follows_from_stray(type);
        if (!follows && !is_silent(*at.token)) explain_in_block(at, code_, out_);
        strayed_ = strayed_ || file;
        const std::size_t before = stream.index();
        if (type != tree::SEMICOLON && type != tree::COMMA && type != tree::CLOSE_BRACE) {
            file ? skip_declaration(*parser) : skip_statement(*parser, is_in_list(rule));
        }
        if (stream.index() == before) stream.consume();
    }
}

void recovery::skip_statement(antlr4::Parser& parser, bool in_list) const {
    antlr4::TokenStream& stream = *parser.getTokenStream();
    const std::size_t begin = stream.index();
    int braces = 0;
    int parens = 0;
    for (;; stream.consume()) {
        const Token& token = *stream.LT(1);
        const std::size_t type = token.getType();
        if (type == Token::EOF) return;
        if (stream.index() != begin && opens_declaration(code_, token)) return;
        if (braces == 0) {
            if (type == tree::CLOSE_BRACE) return;
            if (type == tree::SEMICOLON && !in_list) return stream.consume();
            if (in_list && (type == tree::SEMICOLON || (type == tree::COMMA && parens <= 0))) return;
            if (stream.index() != begin && opens_member(code_, token)) return;
        }
        if (type == tree::OPEN_PAREN) ++parens;
        if (type == tree::CLOSE_PAREN) --parens;
        if (type == tree::OPEN_BRACE) ++braces;
        if (type == tree::CLOSE_BRACE && --braces == 0 && !in_list) return stream.consume();
    }
}

void recovery::skip_declaration(antlr4::Parser& parser) const {
    antlr4::TokenStream& stream = *parser.getTokenStream();
    const std::size_t begin = stream.index();
    int braces = 0;
    for (;; stream.consume()) {
        const Token& token = *stream.LT(1);
        const std::size_t type = token.getType();
        if (type == Token::EOF) return;
        if (stream.index() != begin && opens_declaration(code_, token)) return;
        if (type == tree::SEMICOLON && braces == 0) return stream.consume();
        if (type == tree::OPEN_BRACE) ++braces;
        if (type == tree::CLOSE_BRACE && --braces <= 0) return stream.consume();
    }
}

}  // namespace tic::parse
