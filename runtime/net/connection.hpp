// One connection without sockets and clocks: a transport passes in bytes and the time, and takes out bytes to write.
// The opening, the limits and the one reason why a connection ended are decided here.
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
#include "counters.hpp"
#include "limits.hpp"

namespace tic::net {

/// Runs a function on the thread of one core. Callable from any thread, as long as the program serves.
using poster = std::function<void(std::function<void()>)>;

/// Carries the bytes of one connection.
class transport {
public:
    /// Posts to the thread of the connection.
    [[nodiscard]] virtual poster post_home() = 0;
    /// There are bytes to write, or the connection is over, or a paused connection can go on. Called at most once until
    /// the next `connection::take`.
    virtual void wake() = 0;

protected:
    ~transport() = default;
};

/// How the two ends agree on a version.
enum class opening_by : std::uint8_t {
    preface,  ///< by bytes of the connection's own before the first packet
    name,     ///< by a name in the handshake of TLS or WebSocket: the transport calls `agreed`
};

/// What all connections of a core share. It must outlive them.
struct connection_context {
    service& hosted;
    const limits& limit;
    counters& counts;
};

/// The life of a connection; a phase is only ever followed by a later one.
enum class connection_phase : std::uint8_t {
    opening,                ///< no version is agreed
    awaiting_first_packet,  ///< agreed, but the peer has sent no packet
    established,
    closing,  ///< the cause is known, but the conversation is not notified: a handler of it may be running
    closed,   ///< the conversation was notified, or another connection took over
};

class connection {
public:
    connection(const connection_context& context, transport& by, side who, opening_by how, instant now);
    connection(const connection&) = delete;
    connection& operator=(const connection&) = delete;
    /// Closes the connection as `stopped`, if it is not over.
    ~connection();

    // For the transport. All functions are called on the thread of the connection's core; `now` never decreases.

    /// The handshake of the transport agreed on a version. Ignored if the connection is over.
    void agreed(unsigned version, instant now);
    /// Bytes of the peer, in order and in pieces of any size.
    void receive(std::span<const std::uint8_t> bytes, instant now);
    /// The bytes received since the last call were one WebSocket message. A packet must not continue in the next one.
    void message_ended(instant now);
    /// The peer sends no more bytes.
    void peer_ended(instant now);
    /// Checks the deadlines. Called periodically; deadlines are as exact as the period.
    void tick(instant now);
    /// If false, the transport leaves further bytes in the network, so that flow control slows the peer down.
    [[nodiscard]] bool wants_bytes() const;
    /// Everything that is queued, as whole packets, to be written at once. Empty until the previous bytes are `sent`.
    [[nodiscard]] std::vector<std::uint8_t> take(instant now);
    /// The transport has passed on so many of the bytes that it took.
    void sent(std::size_t bytes, instant now);
    [[nodiscard]] bool has_output() const { return !out_.empty(); }
    [[nodiscard]] bool is_writing() const { return writing_ != 0; }
    /// Bytes for the peer that are queued, or taken but not `sent`.
    [[nodiscard]] std::size_t waiting() const { return writing_ + out_.size(); }
    /// The peer of `from` continues on this connection, which inherits its deadlines. `from` is closed without being
    /// counted, and its conversation, if any, is not notified.
    void take_over(connection& from);
    /// From `moment` on, the connection closes as soon as no reply is owed.
    void leave_from(instant moment) { leaves_at_ = moment; }

    // For the conversation and the transport.

    /// Queues one packet for the peer. Dropped if the connection is over; closes it if the queue is full.
    void send(std::span<const std::uint8_t> packet);
    /// Ends the connection. Only the first cause counts. Bytes queued before are still sent, unless the cause means
    /// that the peer does not or should not receive them.
    void close(const close_cause& cause);
    void close(close_reason why) { close(close_cause{.why = why}); }
    [[nodiscard]] poster post_home() { return transport_.post_home(); }
    /// The reply that paused the connection was sent. Receiving goes on in the next `take`, outside of all handlers.
    void resume();
    /// The conversation received one packet; called within `conversation::receive`.
    void count_packet() {
        has_received_packet_ = true;
        context_.counts.packets_received.add();
    }

    [[nodiscard]] bool is_over() const { return phase_ >= connection_phase::closing; }
    /// The reason is `none` until the connection is over.
    [[nodiscard]] const close_cause& cause() const { return cause_; }
    /// The result of the opening.
    [[nodiscard]] const opening_outcome& outcome() const { return outcome_; }
    [[nodiscard]] bool is_open() const { return phase_ > connection_phase::opening && !is_over(); }
    /// The time that the transport passed in last.
    [[nodiscard]] instant now() const { return now_; }

private:
    void advance_to(connection_phase next);
    void receive_opening(std::span<const std::uint8_t>& bytes);
    void open(const opening_outcome& outcome);
    void receive_packets(std::span<const std::uint8_t>& bytes, bool retry_now);
    void receive_partial(bool retry_now);
    void restart_receive_period();
    void go_on();
    void end_of_stream();
    [[nodiscard]] bool must_send_first() const;
    void check_progress();
    void notify_if_over();
    void wake();
    void queue(std::span<const std::uint8_t> bytes);

    // The members that every packet touches come first, on adjacent cache lines.
    transport& transport_;
    std::unique_ptr<conversation> conversation_;  ///< null while opening
    std::vector<std::uint8_t> out_;
    std::size_t writing_ = 0;  ///< bytes taken by the transport, not yet sent
    instant now_;
    instant active_at_;  ///< the last packet, or the begin of the opening or of the wait for the first packet
    connection_context context_;
    side who_;
    connection_phase phase_ = connection_phase::opening;
    receive_status status_ = receive_status::more;  ///< the result of the last `conversation::receive`
    bool is_receiving_ = false;                     ///< within `conversation::receive`
    bool has_received_packet_ = false;              ///< by the last `conversation::receive`
    bool has_peer_ended_ = false;
    bool is_wake_pending_ = false;    ///< until the next `take`
    bool is_resume_pending_ = false;  ///< until the next `take`
    close_cause cause_;
    std::vector<std::uint8_t> partial_;  ///< received bytes that are no whole packet yet, or wait for a paused handler
    std::size_t partial_mark_ = 0;       ///< size of `partial_` at the begin of the current period of progress
    std::size_t sent_in_period_ = 0;     ///< bytes
    instant partial_since_{};            ///< the begin of that period
    instant out_since_{};                ///< the begin of the period in which sent bytes are counted
    std::optional<instant> leaves_at_;
    std::variant<std::monostate, server_preface, client_preface> preface_;
    opening_outcome outcome_;
};

}  // namespace tic::net
