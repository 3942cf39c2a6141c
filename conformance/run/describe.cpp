// Plays up to the step that went wrong, and asks the trace whose bits are whose.
#include "conformance/run/describe.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "conformance/values/text.hpp"
#include "runtime/interpreter/decode.hpp"
#include "runtime/interpreter/session.hpp"
#include "runtime/tic/hex.hpp"

namespace tic::conformance {
namespace {

using interpreter::trace_line;

constexpr std::size_t most_differences = 8;

class describer {
public:
    describer(outcome& one, const interpreter::program& run, const code_describer& code)
        : one_(one),
          run_(run),
          asked_(one.about->exchanges[one.at]),
          step_(one.about->from->steps[asked_.step - 1]),
          code_(code) {}

    void operator()() {
        trace_step();
        const bool expects_ok = asked_.answer == answer_kind::ok;
        const bool done = one_.got.starts_with("ok ");
        if (expects_ok && done && asked_.asks_for_bytes())
            differing_bits(std::string_view(one_.got).substr(3));
        else if (expects_ok && done)
            differing_values(std::string_view(one_.got).substr(3));
        else if (one_.got.starts_with("refuse ") || asked_.answer == answer_kind::refuse)
            refused_field();
    }

private:
    void trace_step();
    void differing_bits(std::string_view hex);
    void differing_values(std::string_view got);
    void refused_field();
    /// The difference at a path of the trace, `Ack.seq`; where and how it is coded.
    difference at_path(const std::string& path) const;
    [[nodiscard]] const trace_line* line_at(std::uint64_t bit) const;
    [[nodiscard]] index type() const {
        return step_.is == step_kind::packet ? run_.plan().packets[step_.who][step_.name].type : step_.name;
    }

    outcome& one_;
    const interpreter::program& run_;
    const exchange& asked_;
    const step& step_;
    const code_describer& code_;
    std::vector<trace_line> lines_{};
    std::string root_{};  ///< `Ack` of a packet's paths
};

void describer::trace_step() {
    const interpreter::trace_sink keep = [this](const trace_line& line) { lines_.push_back(line); };
    if (step_.is == step_kind::sealed) return (void)interpreter::open_sealed(run_, step_.name, step_.bytes, &keep);
    if (step_.is == step_kind::alone) {
        interpreter::decode_options options;
        options.trace = &keep;
        return (void)interpreter::decode_type(run_, step_.name, step_.version, step_.bytes, options);
    }
    const auto& from = *one_.about->from;
    root_ = run_.plan().packets[step_.who][step_.name].name;
    interpreter::session talk(run_, step_.version);
    for (const auto& each : from.steps) {
        if (each.is != step_kind::packet || each.connection != step_.connection) continue;
        const bool last = &each == &step_;
        (void)talk.receive(each.who, each.bytes, interpreter::extent::alone, last ? &keep : nullptr);
        if (last) break;
    }
}

const trace_line* describer::line_at(std::uint64_t bit) const {
    const auto holds = [&](const trace_line& line) {
        return line.first_bit <= bit && bit < line.first_bit + line.bit_count;
    };
    const auto found = std::ranges::find_if(lines_, holds);
    return found == lines_.end() ? nullptr : &*found;
}

difference describer::at_path(const std::string& path) const {
    difference made;
    made.path = path;
    for (const auto& line : lines_) {
        if (line.path != path) continue;
        if (made.bit_count == 0) made.first_bit = line.first_bit;
        made.bit_count = line.first_bit + line.bit_count - made.first_bit;
    }
    auto below = root_.empty() ? "." + path : path.substr(std::min(root_.size(), path.size()));
    if (below.size() < 2 || !step_.content) return made;
    auto content = *step_.content;
    const auto target = resolve_path(run_, type(), step_.version, &content, below);
    if (!target.at) return made;
    made.code = std::string(target.at->domain) + (target.at->hints.empty() ? "" : " ") + std::string(target.at->hints);
    if (code_) made.code += ", " + code_(*target.at);
    const auto& plan = run_.plan();
    for (const auto& each : plan.types)
        if (target.at->member != none && each.first_member <= target.at->member &&
            target.at->member < each.first_member + each.member_count)
            made.declared = std::string(each.file) + ':' + std::to_string(plan.members[target.at->member].line);
    return made;
}

std::optional<unsigned> bit_of(std::span<const std::uint8_t> bytes, std::uint64_t bit) {
    if (bit / 8 >= bytes.size()) return std::nullopt;
    return bytes[bit / 8] >> (7 - bit % 8) & 1U;
}

/// Behind the first bit that differs everything may be shifted, so only that one is shown.
void describer::differing_bits(std::string_view hex) {
    const auto& expected = asked_.bytes;
    one_.expected_bits = hex_of(expected);
    std::vector<std::uint8_t> got(hex.size() / 2);
    if (!read_hex(hex, got.data())) return;
    one_.got_bits = std::string(hex);
    std::uint64_t bit = 0;
    while (bit_of(expected, bit) && bit_of(expected, bit) == bit_of(got, bit)) ++bit;
    const auto* line = line_at(bit);
    if (line == nullptr) return;
    auto made = at_path(line->path);
    made.first_bit = line->first_bit;
    made.bit_count = line->bit_count;
    for (auto i = line->first_bit; i < line->first_bit + std::min<std::uint64_t>(line->bit_count, 64); ++i) {
        const auto text = [](std::optional<unsigned> b) { return b ? (*b != 0 ? '1' : '0') : '.'; };
        made.expected += text(bit_of(expected, i));
        made.got += text(bit_of(got, i));
    }
    made.expected += " (" + std::string(line->what) + (line->text.empty() ? "" : " ") + line->text + ")";
    one_.differences.push_back(std::move(made));
}

std::map<std::string, std::string> values_of(std::string_view text) {
    std::map<std::string, std::string> all;
    while (!text.empty()) {
        const auto word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(word.size() + 1, text.size()));
        const auto equals = word.find('=');
        if (equals == std::string_view::npos)
            all.emplace("", word);
        else
            all.emplace(word.substr(0, equals), word.substr(equals + 1));
    }
    return all;
}

void describer::differing_values(std::string_view got) {
    std::string expected;
    append_expected(expected, asked_);
    const auto wanted = values_of(expected);
    const auto told = values_of(got);
    auto paths = wanted;
    paths.insert(told.begin(), told.end());
    for (const auto& [path, ignored] : paths) {
        const auto ours = wanted.find(path);
        const auto theirs = told.find(path);
        if (ours != wanted.end() && theirs != told.end() && ours->second == theirs->second) continue;
        if (one_.differences.size() == most_differences) break;
        auto made = at_path(path.empty() ? root_ : root_.empty() ? path.substr(1) : root_ + path);
        made.expected = ours == wanted.end() ? "nothing" : ours->second;
        made.got = theirs == told.end() ? "nothing" : theirs->second;
        one_.differences.push_back(std::move(made));
    }
}

void describer::refused_field() {
    std::string path = asked_.refused.has_location ? asked_.refused.refusal.path : "";
    if (asked_.answer != answer_kind::refuse) {
        const auto at = one_.got.find("path=");
        if (at != std::string::npos) path = one_.got.substr(at + 5, one_.got.find(' ', at) - at - 5);
    }
    if (path.empty()) return;
    auto made = at_path(path);
    made.expected = expected_text(asked_);
    made.got = one_.got;
    one_.differences.push_back(std::move(made));
}

}  // namespace

void describe(outcome& one, const interpreter::program& run, const code_describer& code) {
    const auto& about = *one.about;
    if (about.from == nullptr || one.at >= about.exchanges.size() || one.got.empty()) return;
    const auto step = about.exchanges[one.at].step;
    if (step == 0 || step > about.from->steps.size()) return;
    describer(one, run, code)();
}

}  // namespace tic::conformance
