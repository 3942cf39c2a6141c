// Sends one request, waits for its answer, and distinguishes a crash, silence and output that is no answer.
#include "conformance/run/dialog.hpp"

#include <algorithm>
#include <map>

namespace tic::conformance {
namespace {

/// A request that no implementation knows: another word each time.
std::string invented(std::uint64_t id) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string word = "try-";
    for (std::uint64_t mixed = (id + 1) * 0x9e3779b97f4a7c15; word.size() < 12; mixed <<= 4U)
        word += digits[mixed >> 60U];
    return word + ' ' + std::to_string(id);
}

std::string printable(std::string_view line) {
    constexpr std::size_t most = 60;
    std::string text;
    for (const char c : line.substr(0, most)) text += c >= 0x20 && c < 0x7f ? c : '?';
    return '`' + text + (line.size() > most ? "...`" : "`");
}

std::string seconds(std::chrono::milliseconds time) {
    return time.count() % 1000 == 0 ? std::to_string(time.count() / 1000) + " s" : std::to_string(time.count()) + " ms";
}

}  // namespace

verdict verdict_of(const failure& wrong) {
    if (wrong.is == failure::kind::crash) return verdict::crash;
    return wrong.is == failure::kind::timeout ? verdict::timeout : verdict::fail;
}

failure rubbish(std::string_view line, std::string_view why) {
    return {failure::kind::rubbish, std::string(why) + ": " + printable(line)};
}

failure failure_of(const received& got, implementation& from, std::chrono::milliseconds patience) {
    if (got.is == received::kind::silence) return {failure::kind::timeout, "no answer within " + seconds(patience)};
    if (got.is == received::kind::too_long)
        return {failure::kind::rubbish, "a line longer than " + std::to_string(longest_line >> 20U) + " MiB"};
    std::string why = got.text.empty() ? "" : "after the incomplete line " + printable(got.text) + ": ";
    const auto how = from.finish();
    why += how.empty() ? "it ended before it answered" : how;
    return {failure::kind::crash, why};
}

void append_line(std::string& out, const exchange& one, std::uint64_t id) {
    out.append(name_of(one.asks)) += ' ';
    out += std::to_string(id);
    if (one.asks == verb::end) return;
    out += ' ';
    append_request(out, one);
}

void take_answer(const exchange& asked, std::size_t at, const answer& got, outcome& into) {
    if (into.is != verdict::pass && into.is != verdict::lenient) return;
    std::string why;
    const auto is = judge(asked, got, why);
    if (is == verdict::pass || (is == verdict::lenient && into.is == verdict::lenient)) return;
    into.is = is;
    into.why = std::move(why);
    into.at = at;
    into.got.assign(got.verb);
    if (!got.rest.empty()) (into.got += ' ').append(got.rest);
}

failure dialog::ask(std::string_view line, std::string& got) {
    with_->send(std::string(line) + '\n');
    const auto said = with_->receive(implementation::clock::now() + patience_);
    if (said.is != received::kind::line) return failure_of(said, *with_, patience_);
    got.assign(said.text);
    return {};
}

failure dialog::barrier() {
    const auto id = (*next_id_)++;
    std::string got;
    if (auto wrong = ask(invented(id), got)) return wrong;
    answer read;
    if (!read_answer(got, read) || read.id != id) return rubbish(got, "an unsolicited line");
    if (read.verb != "unsupported") return rubbish(got, "an unknown request was not answered with `unsupported`");
    return {};
}

failure dialog::play(const test_case& about, outcome& into) {
    into = {};
    into.about = &about;
    into.is = verdict::pass;
    std::map<unsigned, std::uint64_t> sessions;
    const auto blame = [&](failure wrong, std::size_t at) {
        into.is = verdict_of(wrong);
        into.why = wrong.why;
        into.at = at;
        into.got.clear();
        into.stderr_text = with_->stderr_text();
        return wrong;
    };
    for (std::size_t i = 0; i < about.exchanges.size(); ++i) {
        const auto& one = about.exchanges[i];
        const auto id = one.session == 0 ? *next_id_ : sessions.try_emplace(one.session, *next_id_).first->second;
        if (id == *next_id_) ++*next_id_;
        std::string line;
        append_line(line, one, id);
        std::string got;
        if (auto wrong = ask(line, got)) return blame(std::move(wrong), i);
        answer read;
        if (!read_answer(got, read)) return blame(rubbish(got, "not an answer"), i);
        if (read.id != id) return blame(rubbish(got, "an answer to an unknown id"), i);
        take_answer(one, i, read, into);
        if (into.is != verdict::pass && into.is != verdict::lenient) break;
    }
    into.stderr_text = with_->stderr_text();
    if (auto wrong = barrier())
        return blame(std::move(wrong), about.exchanges.empty() ? 0 : about.exchanges.size() - 1);
    return {};
}

}  // namespace tic::conformance
