// Lines of JSON through spdlog: it adds the time and the level, we the rest.
#include "runtime/net/log.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace tic::net {
namespace {

constexpr spdlog::level::level_enum levels[] = {spdlog::level::debug, spdlog::level::info, spdlog::level::warn,
                                                spdlog::level::err};

spdlog::level::level_enum level_of(level how) { return levels[static_cast<unsigned>(how)]; }

/// Bytes that are not printable ASCII are escaped one by one: what peers send may be no UTF-8.
void add_string(std::string& to, std::string_view text) {
    to += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            to += '\\';
            to += c;
        } else if (byte < 0x20 || byte > 0x7e) {
            constexpr std::string_view digits = "0123456789abcdef";
            to += "\\u00";
            to += digits[byte >> 4U];
            to += digits[byte & 15U];
        } else {
            to += c;
        }
    }
    to += '"';
}

}  // namespace

log::log(level least)
    : log(std::make_shared<spdlog::logger>("tic", std::make_shared<spdlog::sinks::stderr_sink_mt>())) {
    to_->set_level(level_of(least));
}

log::log(std::shared_ptr<spdlog::logger> to) : to_(std::move(to)) {
    to_->set_pattern(R"({"time":"%Y-%m-%dT%H:%M:%S.%e%z","level":"%l",%v})");
    to_->flush_on(spdlog::level::info);
}

void log::write(level how, std::string_view event, std::initializer_list<log_field> fields) const {
    if (!is_enabled(how)) return;
    std::string line = "\"event\":";
    add_string(line, event);
    for (const auto& [name, value] : fields) {
        line += ',';
        add_string(line, name);
        line += ':';
        if (const auto* const number = std::get_if<std::uint64_t>(&value))
            line += std::to_string(*number);
        else
            add_string(line, std::get<std::string_view>(value));
    }
    to_->log(level_of(how), spdlog::string_view_t(line.data(), line.size()));
}

bool log::is_enabled(level how) const { return to_->should_log(level_of(how)); }

}  // namespace tic::net
