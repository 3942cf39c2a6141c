// An implementation for `struct Num { n: u8; }` that behaves as its first argument says, at value K where one is given.
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace {

std::string mode;
int k = -1;
std::string marker;

void put(std::string_view text, int to = STDOUT_FILENO) {
    while (!text.empty()) {
        const auto n = ::write(to, text.data(), text.size());
        if (n <= 0) std::_Exit(0);
        text.remove_prefix(static_cast<std::size_t>(n));
    }
}

[[noreturn]] void hang() {
    for (;;) ::pause();
}

[[noreturn]] void flood(const std::string& text, int to) {
    for (;;) put(text, to);
}

std::string repeated(std::string_view text, unsigned times) {
    std::string all;
    while (times-- > 0) all += text;
    return all;
}

/// What the misbehaving modes do when they are asked about K; gives the answer that is due, if any.
std::string at_k(const std::string& id) {
    const std::string due = "ok " + id + " .n=" + std::to_string(k) + '\n';
    if (mode == "hang") hang();
    if (mode == "crash") {
        put("about to fall\n", STDERR_FILENO);
        ::signal(SIGSEGV, SIG_DFL);
        ::raise(SIGSEGV);
    }
    if (mode == "exit") std::_Exit(0);
    if (mode == "code") std::_Exit(7);
    if (mode == "flood_lines") flood(repeated("ok 999999 .n=1\n", 1000), STDOUT_FILENO);
    if (mode == "flood_line") flood(std::string(65536, 'x'), STDOUT_FILENO);
    if (mode == "flood_aside") flood(repeated("noise\n", 1000), STDERR_FILENO);
    if (mode == "rubbish") put({"\0\x1b[31m what?\n", 13});
    if (mode == "half") {
        put(due.substr(0, 5));
        std::_Exit(0);
    }
    if (mode == "twice") put(due);
    if (mode == "unasked") put("ok 424242 .n=1\n");
    if (mode == "wrong") return "ok " + id + " .n=" + std::to_string(k + 1) + '\n';
    if (mode == "once" && ::access(marker.c_str(), F_OK) != 0) {
        ::close(::open(marker.c_str(), O_CREAT | O_WRONLY, 0600));
        std::_Exit(3);
    }
    if (mode == "unsupported") return "unsupported " + id + " this one\n";
    return due;
}

std::vector<std::string> words_of(const std::string& line) {
    std::vector<std::string> words;
    for (std::size_t i = 0; i <= line.size();) {
        const auto end = std::min(line.find(' ', i), line.size());
        words.push_back(line.substr(i, end - i));
        i = end + 1;
    }
    words.resize(std::max<std::size_t>(words.size(), 4));
    return words;
}

std::string hello(const std::string& asked) {
    const std::string protocol = mode == "protocol" ? "other" : asked;
    const std::string versions = mode == "version" ? "1:-,2:-" : mode == "print" ? "1:deadbeef" : "1:-";
    return "hello 1 " + protocol + " impl=scripted versions=" + versions +
           " ops=" + (mode == "less" ? "encode" : "decode,encode") + '\n';
}

std::string answer(const std::string& line) {
    const auto words = words_of(line);
    const auto& id = words[1];
    if (words[0] == "hello") return hello(words[2]);
    const bool known = words[0] == "decode" || words[0] == "encode";
    if (mode == "knows_all" && !known) return "ok " + id + '\n';
    if (mode == "unsupported_all" || !known) return "unsupported " + id + ' ' + words[0] + '\n';
    if (mode == "refuse_all") return "refuse " + id + " range bit=0\n";
    if (mode == "echo") return "ok " + id + ' ' + words[2] + ' ' + words[3] + '\n';
    if (mode == "bytes_back") return "ok " + id + ' ' + words[3] + '\n';
    if (words[0] == "encode") {
        char hex[8];
        std::snprintf(hex, sizeof hex, "%02x", static_cast<unsigned>(std::atoi(words[3].c_str() + 3)) & 255U);
        return "ok " + id + ' ' + hex + '\n';
    }
    const int n = static_cast<int>(std::strtol(words[3].substr(0, 2).c_str(), nullptr, 16));
    if (words[3].size() > 2 && mode != "accept_all")
        return "refuse " + id + " trailing" + (mode == "terse" ? "\n" : " bit=8\n");
    if (n == k) return at_k(id);
    if (mode == "slow") ::usleep(5000);
    return "ok " + id + " .n=" + std::to_string(n) + '\n';
}

void bye() {
    if (mode == "stays") hang();
    std::_Exit(mode == "leaks" ? 23 : 0);
}

void take(std::string& waiting) {
    std::vector<std::string> lines;
    for (std::size_t end = 0; (end = waiting.find('\n')) != std::string::npos; waiting.erase(0, end + 1))
        lines.push_back(waiting.substr(0, end));
    if (std::ranges::find(lines, "bye") != lines.end()) bye();
    if (mode == "reverse") std::ranges::reverse(lines);
    for (const auto& line : lines) {
        auto said = answer(line);
        if (mode == "unflushed") continue;
        if (mode == "crlf") said.insert(said.size() - 1, 1, '\r');
        put(said);
    }
}

}  // namespace

int main(int count, char** arguments) {
    mode = count > 1 ? arguments[1] : "honest";
    k = count > 2 ? std::atoi(arguments[2]) : -1;
    marker = count > 3 ? arguments[3] : "";
    if (mode == "dead") {
        put("no library found\n", STDERR_FILENO);
        return 1;
    }
    if (mode == "grandchild" && ::fork() == 0) {
        // It holds the pipes open and would outlive its parent.
        if (!marker.empty()) std::fclose(std::freopen(marker.c_str(), "w", stdin));
        hang();
    }
    std::string waiting;
    char piece[65536];
    for (ssize_t n = 0; (n = ::read(STDIN_FILENO, piece, sizeof piece)) > 0;) {
        waiting.append(piece, static_cast<std::size_t>(n));
        take(waiting);
    }
    return 0;
}
