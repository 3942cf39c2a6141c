// What the interpreter knows of a fuzzed conversation: the states of both ends, and, where it is asked to be thorough,
// what it makes of the bytes.
#pragma once

#include <memory>
#include <span>
#include <string>

#include "runtime/interpreter/session.hpp"
#include "runtime/tic/states.hpp"

namespace tic::test {

class witness {
public:
    witness(const interpreter::program& run, unsigned version, bool thorough)
        : run_(run), version_(version), states_{{run, version}, {run, version}} {
        if (thorough)
            received_ = std::make_unique<memories>(memories{interpreter::memory(run), interpreter::memory(run)});
    }

    [[nodiscard]] bool may_send(side end, side who, std::uint16_t packet) const {
        return at(end).may_send(who, packet) == interpreter::permission::ok;
    }
    void on_sent(side end, side who, std::uint16_t packet) { states_[number(end)].on_sent(who, packet); }
    [[nodiscard]] const interpreter::session_states& at(side end) const { return states_[number(end)]; }

    /// The interpreter receives the packet that an end received.
    [[nodiscard]] bool receives(side who, std::span<const std::uint8_t> packet) {
        if (received_ == nullptr) return true;
        const auto got = decode_packet(run_, who, version_, received_->of[number(who)], packet);
        return std::holds_alternative<interpreter::decoded>(got);
    }
    /// What is wrong with these bytes at the front of what `who` sent to `end`, as `spelled`; nothing if it need not be
    /// asked.
    [[nodiscard]] std::string refusal(side end, side who, std::span<const std::uint8_t> bytes, bool in_state) {
        if (received_ == nullptr) return {};
        const std::function<bool(index)> may = [&](index packet) {
            return may_send(end, who, static_cast<std::uint16_t>(packet));
        };
        const auto got = decode_packet(
            run_, who, version_, received_->of[number(who)], bytes,
            {.expected = interpreter::extent::stream, .trace = nullptr, .may_send = in_state ? &may : nullptr});
        const auto* no = std::get_if<interpreter::refusal>(&got);
        return no == nullptr ? "a packet" : spelled(no->why, no->bit, no->more, no->path);
    }
    static std::string spelled(reason why, std::uint64_t bit, std::uint64_t more, std::string_view path) {
        return std::string(name_of(why)) + " bit=" + std::to_string(bit) + " more=" + std::to_string(more) +
               " path=" + std::string(path);
    }

private:
    struct memories {
        interpreter::memory of[2];
    };
    static unsigned number(side who) { return static_cast<unsigned>(who); }

    const interpreter::program& run_;
    unsigned version_;
    interpreter::session_states states_[2];  ///< of the client's end, of the server's
    std::unique_ptr<memories> received_{};   ///< of what the client, of what the server sent
};

}  // namespace tic::test
