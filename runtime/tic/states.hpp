// What each side may send now: states, replies owed in the order of their requests, barriers and pushes. The states
// themselves are generated data. Language page, section 7.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

#include "side.hpp"

namespace tic {

/// Not numbers of states: the state does not change, or the session is `Closed`.
inline constexpr std::uint16_t stay = 0xffff;
inline constexpr std::uint16_t closed_for_good = 0xfffe;

/// The number of no packet.
inline constexpr std::uint16_t no_packet = 0xffff;

/// A reply to a request, and the state that it leads to.
struct state_reply {
    std::uint16_t packet = 0;
    std::uint16_t go = stay;
};

/// A request that a state allows. `go` applies only to requests without a reply.
struct state_rule {
    std::uint16_t packet = 0;
    std::uint16_t go = stay;
    std::uint32_t first_reply = 0;
    std::uint16_t reply_count = 0;
    bool barrier = false;
};

/// A state in one version. Its rules and pushes are sorted by packet, for binary search.
struct state_row {
    std::string_view name{};
    std::uint32_t first_rule = 0;
    std::uint16_t rule_count = 0;
    std::uint32_t first_push = 0;
    std::uint16_t push_count = 0;
};

/// The first state and the first rule of a version. Equal versions share them.
struct state_version {
    std::uint32_t first_state = 0;
    std::uint32_t first_rule = 0;
};

/// The states of all versions from `oldest` on.
struct state_table {
    std::uint8_t oldest = 1;
    std::uint16_t start = stay;
    std::uint32_t most_rules = 0;  ///< of one version
    std::span<const state_version> versions{};
    std::span<const state_row> states{};
    std::span<const state_rule> rules{};
    std::span<const state_reply> replies{};
    std::span<const std::uint16_t> pushes{};
};

/// How many requests may await a reply at the same time.
inline constexpr std::size_t max_owed = 64;

/// The state of one connection and the requests owed a reply; packets are numbered as their side declares them.
template <const state_table& Table>
class session_states {
public:
    explicit constexpr session_states(unsigned version)
        : version_(Table.versions[version - Table.oldest]), state_(Table.start) {}

    [[nodiscard]] constexpr bool is_closed() const { return state_ == closed_for_good; }
    [[nodiscard]] constexpr std::size_t owed() const { return count_; }
    [[nodiscard]] constexpr std::string_view name() const {
        if (is_closed()) return "Closed";
        return state_ == stay ? std::string_view() : now().name;
    }
    /// Whether the last request is a barrier whose reply is still owed.
    [[nodiscard]] constexpr bool is_behind_barrier() const { return count_ != 0 && rule_at(count_ - 1U).barrier; }

    [[nodiscard]] constexpr bool may_send(side who, std::uint16_t packet) const {
        if (is_closed() || state_ == stay) return false;
        if (who == side::server) return find_reply(packet) != nullptr || pushes(packet);
        // Nothing follows a barrier before its reply, so only the newest request can be one.
        return count_ < max_owed && !is_behind_barrier() && find_rule(packet) != nullptr;
    }
    /// Changes the state for a packet that was sent. Precondition: `may_send` returned true for it.
    constexpr void on_sent(side who, std::uint16_t packet) {
        if (who == side::client) {
            const state_rule& asked = *find_rule(packet);
            if (asked.reply_count != 0)
                owe(asked);
            else
                go(asked.go);
        } else if (const state_reply* const answer = find_reply(packet)) {
            // A packet that answers the oldest request is its reply, even if the state also pushes it.
            first_ = static_cast<std::uint8_t>((first_ + 1) % max_owed);
            --count_;
            go(answer->go);
        }
    }

private:
    using rule_number = std::conditional_t<(Table.most_rules <= 256), std::uint8_t, std::uint16_t>;

    [[nodiscard]] constexpr const state_row& now() const { return Table.states[version_.first_state + state_]; }
    [[nodiscard]] constexpr const state_rule& rule_at(std::size_t i) const {
        return Table.rules[version_.first_rule + owed_[(first_ + i) % max_owed]];
    }
    [[nodiscard]] constexpr const state_rule* find_rule(std::uint16_t packet) const {
        std::span<const state_rule> rules = Table.rules.subspan(now().first_rule, now().rule_count);
        while (!rules.empty()) {
            const state_rule& middle = rules[rules.size() / 2];
            if (middle.packet == packet) return &middle;
            rules = middle.packet < packet ? rules.subspan(rules.size() / 2 + 1) : rules.first(rules.size() / 2);
        }
        return nullptr;
    }
    [[nodiscard]] constexpr const state_reply* find_reply(std::uint16_t packet) const {
        if (count_ == 0) return nullptr;
        const state_rule& asked = rule_at(0);
        for (const state_reply& each : Table.replies.subspan(asked.first_reply, asked.reply_count)) {
            if (each.packet == packet) return &each;
        }
        return nullptr;
    }
    [[nodiscard]] constexpr bool pushes(std::uint16_t packet) const {
        for (const std::uint16_t each : Table.pushes.subspan(now().first_push, now().push_count)) {
            if (each >= packet) return each == packet;
        }
        return false;
    }
    constexpr void owe(const state_rule& asked) {
        const auto number = static_cast<std::size_t>(&asked - Table.rules.data()) - version_.first_rule;
        owed_[(first_ + count_) % max_owed] = static_cast<rule_number>(number);
        ++count_;
    }
    constexpr void go(std::uint16_t state) {
        if (state == stay) return;
        state_ = state;
        if (is_closed()) count_ = 0;
    }

    state_version version_;
    std::uint16_t state_;
    std::uint8_t first_ = 0;
    std::uint8_t count_ = 0;
    rule_number owed_[max_owed]{};  ///< of the requests owed a reply, a ring from `first_` on
};

/// How a session follows the states of its protocol: `session_states`, unless the protocol names a policy (codec.hpp,
/// has_policy).
template <class Protocol>
struct states_of {
    using type = session_states<Protocol::states>;
};
template <class Protocol>
requires requires { typename Protocol::policy::states_type; }
struct states_of<Protocol> {
    using type = typename Protocol::policy::states_type;
};

}  // namespace tic
