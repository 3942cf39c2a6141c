// Inside conformance/tape only: one file being parsed, statement by statement.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/tape/parse.hpp"
#include "conformance/values/cursor.hpp"
#include "conformance/values/text.hpp"

namespace tic::conformance {

class tape_parser {
public:
    tape_parser(const std::string& path, std::string_view text, const schema_finder& find,
                std::vector<problem>& problems);
    tape_file parse();

private:
    /// Line by line to statements; parse.cpp.
    void next_line(std::size_t& at, std::string_view& line) const;
    void read_statement(std::size_t first, std::size_t end);
    void statement();
    void keep_comments();
    /// The heading of a tape; parse.cpp.
    void read_tape();
    void read_schema();
    void read_version();
    void read_fingerprint();
    void read_level();
    void read_covers();
    void read_from();
    void read_connection();
    /// Steps; parse_step.cpp.
    void read_says(side who);
    void read_group(side who);
    bool read_packet(side who, step& into);
    void read_alone(bool is_sealed);
    void read_quiet();
    void read_split();
    bool read_content(index type, step& into);
    bool begins_bytes(index type, unsigned layout_version);
    bool read_bytes(std::vector<std::uint8_t>& into);
    void end_step(step&& made);
    std::optional<index> find_packet(side who, unsigned version);
    /// What is wrong on purpose; parse_bad.cpp.
    void read_bad();
    bool read_reference(bad& into);
    bool read_change(bad& into);
    bool read_set(bad& into, const step& good);
    bool read_hex_text(std::string& into);
    bool read_then(bad& into, const step& good);
    bool read_answer(bad& into);
    bool read_refusal(bad& into);
    bool read_number(std::string_view word, std::uint64_t& into);

    /// A problem at an offset of the statement; always false.
    bool fail(std::size_t at, std::string text);
    [[nodiscard]] where location(std::size_t at);
    bool expect_end();
    bool take_word(std::string_view word);
    [[nodiscard]] bool needs_schema(std::string_view what);
    [[nodiscard]] unsigned version() const { return tape_->connections[connection_].version; }

    const std::string& path_;
    std::string_view text_;
    const schema_finder& find_;
    std::vector<problem>& problems_;
    tape_file file_{};
    std::vector<std::string> comments_{};  ///< of lines that wait for the statement behind them
    tape* tape_ = nullptr;
    unsigned connection_ = 0;
    unsigned groups_ = 0;
    std::map<std::string, const interpreter::program*, std::less<>> programs_{};
    std::map<std::string, std::size_t, std::less<>> tapes_{};  ///< by id
    std::set<std::size_t>
        damaged_{};  ///< tapes of which a step may lack, from 1: what `bad` lines say of them is not looked at
    cursor from_{""};
    std::string_view statement_{};
    std::uint32_t line_ = 0;    ///< of the statement
    std::size_t counted_ = 0;   ///< so far in it lines were counted
    std::uint32_t breaks_ = 0;  ///< and there were so many line ends
    std::uint32_t lines_ = 0;   ///< passed so far
};

[[nodiscard]] bool is_id(std::string_view word);
/// `; did you mean `level`?`, or nothing.
[[nodiscard]] std::string did_you_mean(std::string_view wrong, const std::vector<std::string_view>& names);

}  // namespace tic::conformance
