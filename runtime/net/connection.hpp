// One connection without sockets and clocks: a door passes bytes and time in and carries bytes out; opening, limits,
// and the one reason it ended for are decided here.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include <tic/opening_preface.hpp>
#include <tic/side.hpp>
#include "conversation.hpp"
#include "limits.hpp"
#include "tally.hpp"

namespace tic::net {

/// Runs a function on the thread of one core; callable from any thread, as long as the program serves.
using poster = std::function<void(std::function<void()>)>;

/// What carries a connection.
class carrier {
public:
    /// To the connection's thread.
    [[nodiscard]] virtual poster post_home() = 0;
    /// Bytes wait, or the connection is over, or more may be received again: called at most once until the next `take`.
    virtual void wake() = 0;

protected:
    ~carrier() = default;
};

enum class opening_by : std::uint8_t {
    preface,  ///< bytes of its own before the first packet
    name,     ///< a handshake around it agrees: the door calls `agreed`
};

/// What all connections of a core share; it outlives them.
struct surroundings {
    service& hosted;
    const limits& limit;
    tally& counts;
};

class connection {
public:
    connection(const surroundings& around, carrier& by, side who, opening_by how, instant now);
    connection(const connection&) = delete;
    connection& operator=(const connection&) = delete;
    ~connection();

    // For the door.

    /// The handshake around the connection agreed on a version; too late where the connection is over.
    void agreed(unsigned version, instant now);
    void receive(std::span<const std::uint8_t> bytes, instant now);
    /// What was received since the last call was one WebSocket message: no packet goes on in the next.
    void message_ended(instant now);
    /// No more bytes will come.
    void peer_ended(instant now);
    /// Called from time to time, the same thread: deadlines.
    void tick(instant now);
    /// False: leave the bytes in the network.
    [[nodiscard]] bool wants_bytes() const;
    /// All that waits, whole packets, to be written at once. Nothing while the last is not all `sent`.
    [[nodiscard]] std::vector<std::uint8_t> take(instant now);
    void sent(std::size_t bytes, instant now);
    [[nodiscard]] bool has_output() const { return !out_.empty(); }
    [[nodiscard]] bool is_writing() const { return writing_ != 0; }
    /// Bytes that were queued by `send` and have not been reported by `sent`.
    [[nodiscard]] std::size_t waiting() const { return writing_ + out_.size(); }
    /// The peer goes on here: its moments stay, nothing is counted, nobody is told.
    void take_over(connection& from);
    /// From this moment on it closes when nothing is owed.
    void leave_from(instant moment) { leaves_ = moment; }

    // For conversation and door.

    /// One packet to the peer; dropped when the connection is over.
    void send(std::span<const std::uint8_t> packet);
    /// Ends it; the first reason counts. What was queued before is still sent unless the reason tells of a bad peer.
    void close(const close_cause& why);
    void close(close_reason why) { close(close_cause{.why = why}); }
    [[nodiscard]] poster post_home() { return by_.post_home(); }
    /// A reply that was waited for has been sent: receiving goes on with the next `take`, outside of all handlers.
    void resume();
    void count_packet() {
        has_received_packet_ = true;
        around_.counts.packets_received.add();
    }

    [[nodiscard]] bool is_over() const { return cause_.why != close_reason::none; }
    [[nodiscard]] const close_cause& cause() const { return cause_; }
    /// How the opening went.
    [[nodiscard]] const opening_outcome& outcome() const { return outcome_; }
    [[nodiscard]] bool is_open() const { return talk_ != nullptr && !is_over(); }
    /// The time that was told last.
    [[nodiscard]] instant now() const { return now_; }

private:
    void receive_opening(std::span<const std::uint8_t>& bytes);
    void open(const opening_outcome& outcome);
    void receive_packets(std::span<const std::uint8_t>& bytes, bool at_once);
    void receive_begun(bool at_once);
    void go_on();
    void end_of_stream();
    [[nodiscard]] bool awaits_first_packet() const;
    void check_progress();
    void settle();
    void wake();
    void queue(std::span<const std::uint8_t> bytes);

    // What each packet touches stands together, first.
    carrier& by_;
    std::unique_ptr<conversation> talk_;
    std::vector<std::uint8_t> out_;
    std::size_t writing_ = 0;  ///< taken by the door, not yet sent
    instant now_;
    instant since_;  ///< the phase began: opening, waiting for the first packet, last packet
    surroundings around_;
    side who_;
    receive_status state_ = receive_status::more;
    bool has_received_packet_ = false;
    bool has_received_any_ = false;
    bool is_receiving_ = false;
    bool has_ended_ = false;
    bool is_woken_ = false;
    bool may_go_on_ = false;
    bool is_settled_ = false;
    close_cause cause_;
    std::vector<std::uint8_t> begun_;  ///< received, but no whole packet, or not to be looked at yet
    std::size_t begun_mark_ = 0;       ///< bytes begun when the period began
    std::size_t moved_ = 0;            ///< bytes sent in this period
    instant begun_from_{};
    instant out_from_{};
    std::optional<instant> leaves_;
    std::variant<std::monostate, server_preface, client_preface> preface_;
    opening_outcome outcome_;
};

}  // namespace tic::net
