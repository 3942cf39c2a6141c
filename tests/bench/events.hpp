// What a driver tells and answers, as text, when a server's bytes come in pieces.
#pragma once

#include <string>
#include <vector>

#include "tools/bench/relay/load/driver.hpp"

namespace tic::bench::tests {

inline byte_list bytes_of(std::string_view text) { return {text.begin(), text.end()}; }

/// One line an event.
class events final : public listener {
public:
    std::vector<std::string> told;

    void entered(user who) override { told.push_back("entered " + std::to_string(who)); }
    void message(user to, user from, std::uint32_t number, std::string_view text) override {
        told.push_back(line("message", to, from, number) + " " + std::string(text));
    }
    void confirmed(user sender, user by, std::uint32_t number) override {
        told.push_back(line("confirmed", sender, by, number));
    }

private:
    static std::string line(const char* what, user one, user other, std::uint32_t number) {
        return std::string(what) + " " + std::to_string(one) + " " + std::to_string(other) + " " +
               std::to_string(number);
    }
};

struct received {
    std::vector<std::string> told;
    byte_list answers;
    std::size_t left = 0;  ///< bytes that were not used up

    bool operator==(const received&) const = default;
};

/// The driver receives the bytes in two pieces, or in single bytes where `cut` is behind the end.
inline received receive_cut(driver& by, user who, byte_view bytes, std::size_t cut) {
    received made;
    events to;
    byte_list waiting;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        waiting.push_back(bytes[i]);
        if (i + 1 != cut && i + 1 != bytes.size() && cut <= bytes.size()) continue;
        const std::size_t used = by.receive(who, waiting, made.answers, to);
        waiting.erase(waiting.begin(), waiting.begin() + static_cast<std::ptrdiff_t>(used));
    }
    made.told = to.told;
    made.left = waiting.size();
    return made;
}

}  // namespace tic::bench::tests
