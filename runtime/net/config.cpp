// One table of names: what each is set in, and how its value is read.
#include "config.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <vector>

namespace tic::net {
namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

template <class Number>
bool read_number(std::string_view text, Number& to) {
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), to);
    return failed == std::errc() && end == text.data() + text.size();
}

bool read_duration(std::string_view text, duration& to) {
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    std::uint32_t count = 0;
    if (!read_number(text.substr(0, digits), count)) return false;
    const std::string_view unit = trimmed(text.substr(digits));
    if (unit == "ms")
        to = std::chrono::milliseconds(count);
    else if (unit == "s")
        to = std::chrono::seconds(count);
    else if (unit == "min")
        to = std::chrono::minutes(count);
    else if (unit == "h")
        to = std::chrono::hours(count);
    else if (unit.empty() && count == 0)
        to = duration::zero();
    else
        return false;
    return true;
}

/// A setting: what it takes, in words, and how it is read.
struct setting {
    std::string_view name;
    std::string_view takes;
    std::function<bool(std::string_view)> read;
};

setting text(std::string_view name, std::string& to) {
    return {name, "a text", [&to](std::string_view value) {
                to = value;
                return !value.empty();
            }};
}
template <class Number>
setting number(std::string_view name, Number& to) {
    return {name, "a number", [&to](std::string_view value) { return read_number(value, to) && to >= Number{}; }};
}
setting time(std::string_view name, duration& to) {
    return {name, "a time like 10s or 200ms", [&to](std::string_view value) { return read_duration(value, to); }};
}
setting port(std::string_view name, std::optional<std::uint16_t>& to) {
    return {name, "a port from 0 to 65535", [&to](std::string_view value) { return read_number(value, to.emplace()); }};
}
setting list(std::string_view name, std::vector<std::string>& to) {
    return {name, "texts with blanks between", [&to](std::string_view value) {
                while (!value.empty()) {
                    const std::size_t end = std::min(value.find(' '), value.size());
                    to.emplace_back(value.substr(0, end));
                    value = trimmed(value.substr(end));
                }
                return true;
            }};
}

std::vector<setting> settings_of(server_options& to) {
    limits& limit = to.limit;
    return {
        text("address", to.address),
        port("tcp", to.ports.tcp),
        port("tls", to.ports.tls),
        port("websocket", to.ports.websocket),
        port("admin", to.admin_port),
        text("certificate", to.certificate),
        text("key", to.key),
        list("origins", to.origins),
        number("cores", to.cores),
        number("connections", limit.connections),
        number("address_burst", limit.address_burst),
        number("address_rate", limit.address_rate),
        number("address_slots", limit.address_slots),
        time("handshake", limit.handshake),
        time("first_packet", limit.first_packet),
        time("idle", limit.idle),
        number("progress", limit.progress),
        time("progress_period", limit.progress_period),
        number("queue", limit.queue),
        number("upgrade_request", limit.upgrade_request),
        time("graceful_close", limit.graceful_close),
        time("drain", limit.drain),
    };
}

std::string what_is_wrong(std::string_view line, const std::vector<setting>& known) {
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos) return "`name = value` is expected";
    const std::string_view name = trimmed(line.substr(0, equals));
    const std::string_view value = trimmed(line.substr(equals + 1));
    const auto found = std::find_if(known.begin(), known.end(), [&](const setting& one) { return one.name == name; });
    if (found == known.end()) {
        std::string all;
        for (const setting& one : known) all += (all.empty() ? "" : ", ") + std::string(one.name);
        return "nothing is named `" + std::string(name) + "`; known are " + all;
    }
    if (found->read(value)) return {};
    return "`" + std::string(name) + "` takes " + std::string(found->takes) + ", not `" + std::string(value) + "`";
}

}  // namespace

std::optional<std::string> read_config(std::string_view text, std::string_view file, server_options& to) {
    const std::vector<setting> known = settings_of(to);
    for (unsigned number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text = text.substr(std::min(end + 1, text.size()));
        line = trimmed(line.substr(0, line.find('#')));
        if (line.empty()) continue;
        const std::string wrong = what_is_wrong(line, known);
        if (!wrong.empty()) return std::string(file) + ':' + std::to_string(number) + ": " + wrong;
    }
    if (to.ports.tls && (to.certificate.empty() || to.key.empty())) {
        return std::string(file) + ": the listener `tls` needs `certificate` and `key`";
    }
    return std::nullopt;
}

}  // namespace tic::net
