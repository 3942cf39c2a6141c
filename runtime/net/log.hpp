// The log: one JSON object on each line, without content of packets.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

namespace spdlog {
class logger;
}

namespace tic::net {

enum class level : std::uint8_t { debug, info, warning, error };

/// A member of the object besides the event.
struct log_field {
    std::string_view name;
    std::variant<std::string_view, std::uint64_t> value;
};

/// Can be used on all threads.
class log {
public:
    /// Writes to standard error, from this level on.
    explicit log(level least = level::info);
    /// Writes to a logger of the program, whose pattern is replaced.
    explicit log(std::shared_ptr<spdlog::logger> to);

    void write(level how, std::string_view event, std::initializer_list<log_field> fields = {}) const;
    [[nodiscard]] bool is_enabled(level how) const;

private:
    std::shared_ptr<spdlog::logger> to_;
};

}  // namespace tic::net
