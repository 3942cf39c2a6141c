// What happens when the parser meets a token it cannot use: one sentence for a person, then on with the next statement.
// Private to this folder.
#pragma once

#include "grammar/diag/diag.hpp"
#include "grammar/parse/antlr.hpp"
#include "grammar/parse/script.hpp"

#include <cstdint>
#include <unordered_set>

namespace tic::parse {

/// How the parser goes on after an error.
enum class recovery_action : std::uint8_t {
    pretend,   // go on as if the missing token were there
    consume,   // go on as if this token were the right one
    to_brace,  // skip what precedes the `{` on this line
    fail,      // skip the statement
};

/// One place where the parser cannot go on.
struct mismatch {
    std::size_t rule;  // the innermost rule
    const antlr4::ParserRuleContext* context;
    const antlr4::misc::IntervalSet& expected;
    antlr4::Token* token;
};

/// Reports the error at `at` in the words of users, who have not read the grammar.
[[nodiscard]] recovery_action explain(const mismatch& at, const script& code, diag::sink& out);
/// The same where a block's next item should begin, or its end.
void explain_in_block(const mismatch& at, const script& code, diag::sink& out);

/// ANTLR's hooks for errors. Leaves statements by exceptions that ANTLR's own generated code catches.
class recovery final : public antlr4::ANTLRErrorStrategy {
public:
    recovery(const script& code, diag::sink& out, const std::unordered_set<std::uint32_t>& faulty_lines)
        : code_(code), out_(out), faulty_lines_(faulty_lines) {}

    void reset(antlr4::Parser* parser) override;
    antlr4::Token* recoverInline(antlr4::Parser* parser) override;
    void recover(antlr4::Parser* parser, std::exception_ptr error) override;
    void sync(antlr4::Parser* parser) override;
    bool inErrorRecoveryMode(antlr4::Parser* parser) override;
    void reportMatch(antlr4::Parser* parser) override;
    void reportError(antlr4::Parser* parser, const antlr4::RecognitionException& error) override;

    /// Whether there was any syntax error, reported or not.
    [[nodiscard]] bool failed() const { return failed_; }

private:
    [[nodiscard]] recovery_action report_mismatch(antlr4::Parser& parser);
    [[nodiscard]] bool swallowed_block(antlr4::Parser& parser, const mismatch& at);
    [[nodiscard]] bool is_silent(const antlr4::Token& token) const;
    void report_unfinished(const antlr4::Token& where, const antlr4::ParserRuleContext& block);
    void report_unclosed(const antlr4::Token& where, const antlr4::ParserRuleContext& block);
    void skip_statement(antlr4::Parser& parser, bool in_list) const;
    void skip_declaration(antlr4::Parser& parser) const;

    const script& code_;
    diag::sink& out_;
    const std::unordered_set<std::uint32_t>& faulty_lines_;
    bool failed_ = false;
    bool failing_ = false;    // reported already; on the way out to a statement
    bool unwinding_ = false;  // on the way out to a declaration of the file, or to a part of the session:
    bool to_part_ = false;
    std::unordered_set<const antlr4::ParserRuleContext*> braceless_;  // those whose `{` was asked for
    bool strayed_ = false;  // an error between declarations was reported; an unmatched `}` may be its consequence
};

}  // namespace tic::parse
