// The log: one JSON object a line, never with content of packets.
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

/// What is told beside the event.
struct log_field {
    std::string_view name;
    std::variant<std::string_view, std::uint64_t> value;
};

/// Safe to use from all threads.
class log {
public:
    /// To standard error, from this level on.
    explicit log(level least = level::info);
    /// To a logger of the program's own; the pattern becomes ours.
    explicit log(std::shared_ptr<spdlog::logger> to);

    void tell(level how, std::string_view event, std::initializer_list<log_field> fields = {}) const;
    [[nodiscard]] bool tells(level how) const;

private:
    std::shared_ptr<spdlog::logger> to_;
};

}  // namespace tic::net
