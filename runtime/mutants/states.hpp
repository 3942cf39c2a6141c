// What each side may say, in mutated code: states.hpp written plainly, with a switch in each step.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include <tic/states.hpp>
#include "active_mutant.hpp"

namespace tic::mutants {

enum class state_deviation : std::uint8_t {
    allowed,    ///< a packet that the state does not allow
    forbidden,  ///< a request or push that it allows
    reply_forbidden,
    go_elsewhere,  ///< a request or reply leads to `go`
    barrier_lost,
    out_of_order,  ///< the newest request is answered first
    owes_more,     ///< 65 requests
    owes_less,     ///< 63
};

/// One mutant of a state machine; `reply` and `go` where the kind needs them.
struct state_mutant {
    unsigned number = 0;
    state_deviation is = state_deviation::allowed;
    side who = side::client;
    std::uint16_t state = 0;
    std::uint16_t packet = no_packet;
    std::uint16_t reply = no_packet;
    std::uint16_t go = stay;
};

template <const state_table& Table, const auto& Mutants>
class session_states {
public:
    explicit session_states(unsigned version) : version_(Table.versions[version - Table.oldest]), state_(Table.start) {}

    [[nodiscard]] bool is_closed() const { return state_ == closed_for_good; }
    [[nodiscard]] std::size_t owed() const { return count_; }
    [[nodiscard]] std::string_view name() const {
        if (is_closed()) return "Closed";
        return state_ == stay ? std::string_view() : now().name;
    }
    [[nodiscard]] bool is_behind_barrier() const {
        return count_ != 0 && rule(count_ - 1).barrier &&
               !is_rule(state_deviation::barrier_lost, owed_[count_ - 1], no_packet);
    }

    [[nodiscard]] bool may_send(side who, std::uint16_t packet) const {
        if (is_closed() || state_ == stay) return false;
        const state_mutant* const mutant = active();
        const bool is_here =
            mutant != nullptr && mutant->who == who && mutant->state == state_ && mutant->packet == packet;
        if (is_here && mutant->is == state_deviation::forbidden) return false;
        if (who == side::server)
            return find_reply(packet) != nullptr || pushes(packet) ||
                   (is_here && mutant->is == state_deviation::allowed);
        const std::size_t most =
            max_owed + (has(state_deviation::owes_more) ? 1 : 0) - (has(state_deviation::owes_less) ? 1 : 0);
        return count_ < most && !is_behind_barrier() &&
               (find_rule(packet) != nullptr || (is_here && mutant->is == state_deviation::allowed));
    }

    void on_sent(side who, std::uint16_t packet) {
        if (who == side::client) {
            const state_rule* const asked = find_rule(packet);
            if (asked == nullptr) return;
            const auto number = static_cast<std::uint32_t>(asked - Table.rules.data());
            if (asked->reply_count != 0)
                owed_[count_++] = number;
            else
                go(number, no_packet, asked->go);
        } else if (const state_reply* const answer = find_reply(packet)) {
            const std::size_t first = answered();
            const std::uint32_t number = owed_[first];
            --count_;
            for (std::size_t i = first; i < count_; ++i) owed_[i] = owed_[i + 1];
            go(number, packet, answer->go);
        }
    }

private:
    /// The active mutant, if it is one of these.
    [[nodiscard]] static const state_mutant* active() {
        if (active_mutant == 0) return nullptr;
        for (const state_mutant& each : Mutants) {
            if (each.number == active_mutant) return &each;
        }
        return nullptr;
    }
    [[nodiscard]] static bool has(state_deviation is) { return active() != nullptr && active()->is == is; }
    /// Whether that goes wrong with a rule, by its place in the table, and one of its replies.
    [[nodiscard]] bool is_rule(state_deviation is, std::uint32_t number, std::uint16_t reply) const {
        if (!has(is)) return false;
        const state_row& row = Table.states[version_.first_state + active()->state];
        return number - row.first_rule < row.rule_count && Table.rules[number].packet == active()->packet &&
               active()->reply == reply;
    }

    [[nodiscard]] const state_row& now() const { return Table.states[version_.first_state + state_]; }
    [[nodiscard]] const state_rule& rule(std::size_t i) const { return Table.rules[owed_[i]]; }
    [[nodiscard]] const state_rule* find_rule(std::uint16_t packet) const {
        for (const state_rule& each : Table.rules.subspan(now().first_rule, now().rule_count)) {
            if (each.packet == packet) return &each;
        }
        return nullptr;
    }
    /// The request that is answered next.
    [[nodiscard]] std::size_t answered() const { return has(state_deviation::out_of_order) ? count_ - 1 : 0; }
    [[nodiscard]] const state_reply* find_reply(std::uint16_t packet) const {
        if (count_ == 0) return nullptr;
        const state_rule& asked = rule(answered());
        for (const state_reply& each : Table.replies.subspan(asked.first_reply, asked.reply_count)) {
            if (each.packet == packet && !is_rule(state_deviation::reply_forbidden, owed_[answered()], packet))
                return &each;
        }
        return nullptr;
    }
    [[nodiscard]] bool pushes(std::uint16_t packet) const {
        for (const std::uint16_t each : Table.pushes.subspan(now().first_push, now().push_count)) {
            if (each == packet) return true;
        }
        return false;
    }
    void go(std::uint32_t number, std::uint16_t reply, std::uint16_t state) {
        if (is_rule(state_deviation::go_elsewhere, number, reply)) state = active()->go;
        if (state == stay) return;
        state_ = state;
        if (is_closed()) count_ = 0;
    }

    state_version version_;
    std::uint16_t state_;
    std::size_t count_ = 0;
    std::array<std::uint32_t, max_owed + 1> owed_{};  ///< rules, the oldest request first
};

}  // namespace tic::mutants
