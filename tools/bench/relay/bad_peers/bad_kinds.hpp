// The kinds of bad peers: what each sends, and the reason that the server's metrics must name.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace bad_peers {

/// What a bad peer does when its first bytes are sent.
enum class then : std::uint8_t {
    wait,  ///< nothing more, for the server to close
    drip,  ///< one byte a second
    pour,  ///< messages to itself, which it never reads
};

struct bad_kind {
    std::string_view name;
    std::string_view listener;
    std::string first;
    then next = then::wait;
    std::string_view reason;  ///< by which /metrics counts it

    bool is_refusal = false;
    bool enters = false;  ///< before its first bytes it is an honest user
    /// Kept open until a deadline; the others are closed at once.
    bool is_slow = false;
};

/// What an honest user sends first.
[[nodiscard]] std::string entered(std::uint32_t user);

/// All but those who only connect too often.
[[nodiscard]] std::vector<bad_kind> all_bad_kinds();

/// The messages of one that pours.
class pouring {
public:
    explicit pouring(std::uint32_t user);
    ~pouring();
    /// The next bytes to be sent, the preface first.
    [[nodiscard]] std::string next();

private:
    struct inside;
    std::unique_ptr<inside> inside_;
};

}  // namespace bad_peers
