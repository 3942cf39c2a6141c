// The protocol of NATS clients: lines, and after PUB and MSG a payload whose size the line tells.
#include "nats_driver.hpp"

#include <charconv>
#include <cstdio>

#include "payload.hpp"

namespace tic::bench {
namespace {

void publish(user to, const payload& content, byte_list& out) {
    char line[48];
    const int size = std::snprintf(line, sizeof line, "PUB u.%06u %zu\r\n", to, content.size());
    put_text(out, {line, static_cast<std::size_t>(size)});
    content.write(out);
    put_text(out, "\r\n");
}

void enter(user who, byte_list& out) {
    put_text(out, R"(CONNECT {"verbose":false,"pedantic":false,"lang":"c++","version":"1"})"
                  "\r\n");
    char line[48];
    const int size = std::snprintf(line, sizeof line, "SUB u.%06u 1\r\nPING\r\n", who);
    put_text(out, {line, static_cast<std::size_t>(size)});
}

/// `MSG SUBJECT SID SIZE`
std::size_t size_told_by(std::string_view line) {
    std::size_t size = 0;
    const char* const begin = line.data() + line.rfind(' ') + 1;
    const auto [end, failed] = std::from_chars(begin, line.data() + line.size(), size);
    if (failed != std::errc() || end != line.data() + line.size()) throw broken("NATS: " + std::string(line));
    return size;
}

}  // namespace

void nats_driver::send(user from, user to, std::uint32_t number, std::string_view text, byte_list& out) {
    publish(to, {true, from, number, text}, out);
}

std::size_t nats_driver::receive(user who, byte_view in, byte_list& out, listener& to) {
    std::size_t used = 0;
    for (;;) {
        const std::string_view rest = text_of(in.subspan(used));
        const std::size_t end = rest.find("\r\n");
        if (end == std::string_view::npos) return used;
        const std::string_view line = rest.substr(0, end);
        const std::size_t behind = end + 2;
        if (line.starts_with("MSG ")) {
            const std::size_t size = size_told_by(line);
            if (rest.size() - behind < size + 2) return used;
            const payload got = payload::read(in.subspan(used + behind, size));
            used += behind + size + 2;
            if (got.is_message) publish(got.sender, got.confirmation(who), out);
            got.tell(who, to);
            continue;
        }
        used += behind;
        if (line == "PING")
            put_text(out, "PONG\r\n");
        else if (line == "PONG")
            to.entered(who);
        else if (line.starts_with("INFO "))
            enter(who, out);
        else if (line != "+OK")
            throw broken("NATS: " + std::string(line));
    }
}

}  // namespace tic::bench
