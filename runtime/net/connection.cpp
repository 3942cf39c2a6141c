// The life of one connection: opening, packets, deadlines, end.
#include "runtime/net/connection.hpp"

#include <utility>

#include "runtime/net/buffers.hpp"

namespace tic::net {
namespace {

/// Whether queued bytes are dropped: the peer does not take them, or is not worth the memory.
bool is_abrupt(close_reason why) {
    switch (why) {
        case close_reason::broken:
        case close_reason::handshake_deadline:
        case close_reason::first_packet_deadline:
        case close_reason::slow_sender:
        case close_reason::slow_reader:
        case close_reason::queue_full:
        case close_reason::tls_failed:
        case close_reason::stopped:
            return true;
        default:
            return false;
    }
}

close_reason reason_of(agreement what) {
    switch (what) {
        case agreement::no_common_version:
            return close_reason::no_common_version;
        case agreement::schema_mismatch:
            return close_reason::schema_mismatch;
        default:
            return close_reason::not_tic;
    }
}

}  // namespace

connection::connection(const connection_context& context, transport& by, side who, opening_by how, instant now)
    : transport_(by), now_(now), active_at_(now), context_(context), who_(who) {
    if (how == opening_by::name) return;
    if (who == side::server) {
        preface_.emplace<server_preface>(context.hosted.versions());
    } else {
        queue(preface_.emplace<client_preface>(context.hosted.versions()).greeting());
    }
}

connection::~connection() {
    is_wake_pending_ = true;  // the transport is being destroyed as well, and must not be woken
    close(close_reason::stopped);
    notify_if_over();
}

/// The only place that changes the phase. A handler may close a connection while it is being opened or while its first
/// packet is received, so the later phase wins.
void connection::advance_to(connection_phase next) {
    if (phase_ < next) phase_ = next;
}

void connection::agreed(unsigned version, instant now) {
    now_ = now;
    if (is_over()) return;
    const protocol_versions& ours = context_.hosted.versions();
    const fingerprint print = ours.fingerprint_of(version);
    open({agreement::agreed, static_cast<std::uint8_t>(version), print, print});
    notify_if_over();
}

void connection::open(const opening_outcome& outcome) {
    outcome_ = outcome;
    preface_ = std::monostate{};
    if (outcome.what != agreement::agreed) {
        close(reason_of(outcome.what));
        return;
    }
    active_at_ = now_;
    context_.counts.agreed.add();
    conversation_ = context_.hosted.open(*this, outcome.version);
    advance_to(connection_phase::awaiting_first_packet);
}

void connection::receive(std::span<const std::uint8_t> bytes, instant now) {
    now_ = now;
    context_.counts.bytes_received.add(bytes.size());
    if (is_over()) return;
    if (phase_ == connection_phase::opening) receive_opening(bytes);
    if (is_open() && !bytes.empty()) {
        // Whole packets are decoded in place. Only the bytes of a packet that is not complete, or that has to wait for
        // a paused handler, are copied.
        if (partial_.empty() && status_ != receive_status::paused) {
            receive_packets(bytes, false);
            if (!is_over()) partial_.assign(bytes.begin(), bytes.end());
            restart_receive_period();
        } else {
            partial_.insert(partial_.end(), bytes.begin(), bytes.end());
            if (status_ != receive_status::paused) receive_partial(false);
        }
    }
    notify_if_over();
}

void connection::receive_opening(std::span<const std::uint8_t>& bytes) {
    const auto take_from = [&](auto& preface) {
        bytes = bytes.subspan(preface.receive(bytes));
        if (preface.outcome().what == agreement::unfinished) return;
        if constexpr (std::is_same_v<decltype(preface), server_preface&>) queue(preface.answer());
        const opening_outcome outcome = preface.outcome();
        open(outcome);
    };
    if (auto* const server = std::get_if<server_preface>(&preface_))
        take_from(*server);
    else if (auto* const client = std::get_if<client_preface>(&preface_))
        take_from(*client);
}

void connection::receive_packets(std::span<const std::uint8_t>& bytes, bool retry_now) {
    has_received_packet_ = false;
    is_receiving_ = true;
    status_ = conversation_->receive(bytes, retry_now);
    is_receiving_ = false;
    if (!has_received_packet_) return;
    advance_to(connection_phase::established);
    active_at_ = now_;
}

void connection::restart_receive_period() {
    partial_since_ = now_;
    partial_mark_ = partial_.size();
}

void connection::receive_partial(bool retry_now) {
    std::span<const std::uint8_t> rest(partial_);
    receive_packets(rest, retry_now);
    if (rest.empty()) {
        partial_ = {};  // frees the memory: an idle connection holds no buffer
    } else {
        partial_.erase(partial_.begin(), partial_.end() - static_cast<std::ptrdiff_t>(rest.size()));
    }
    if (has_received_packet_) restart_receive_period();
}

void connection::message_ended(instant now) {
    now_ = now;
    const bool may_be_whole = status_ == receive_status::retry_later && !is_over();
    if (may_be_whole) receive_partial(true);
    if (!is_over() && !partial_.empty() && status_ != receive_status::paused) close(close_reason::split_packet);
    notify_if_over();
}

void connection::peer_ended(instant now) {
    now_ = now;
    has_peer_ended_ = true;
    if (status_ != receive_status::paused) end_of_stream();
    notify_if_over();
}

void connection::end_of_stream() {
    if (is_over()) return;
    if (phase_ == connection_phase::opening) return close(close_reason::cut_off);
    if (!partial_.empty()) receive_partial(true);
    if (is_over()) return;
    if (partial_.empty()) return close(close_reason::peer_left);
    const close_cause cause = conversation_->end(partial_);
    close(cause.why == close_reason::none ? close_cause{.why = close_reason::cut_off} : cause);
}

void connection::tick(instant now) {
    now_ = now;
    const limits& limit = context_.limit;
    if (!is_over()) {
        const duration spent = now - active_at_;
        if (phase_ == connection_phase::opening) {
            if (spent >= limit.handshake) close(close_reason::handshake_deadline);
        } else if (must_send_first()) {
            if (spent >= limit.first_packet) close(close_reason::first_packet_deadline);
        } else if (limit.idle != duration::zero() && spent >= limit.idle) {
            close(close_reason::idle);
        }
    }
    if (!is_over() && status_ == receive_status::retry_later) receive_partial(true);
    check_progress();
    if (!is_over() && leaves_at_ && now >= *leaves_at_ && partial_.empty() &&
        (conversation_ == nullptr || conversation_->is_idle())) {
        close(close_reason::draining);
    }
    notify_if_over();
}

/// Whether the deadline of the first packet applies. It is not extended by what this end sends.
bool connection::must_send_first() const {
    return phase_ < connection_phase::established && who_ == side::server &&
           context_.limit.first_packet != duration::zero();
}

/// A rate per period instead of a deadline per packet: a large packet over a slow line takes long and is welcome, while
/// a peer that sends one byte a minute occupies memory for nothing. A timer that any byte restarts would not stop that
/// peer. In each direction a period counts only while it is the peer that is late: not while this end has asked it to
/// wait (`wants_bytes`), and not while nothing is queued for it.
void connection::check_progress() {
    const limits& limit = context_.limit;
    if (is_over()) return;
    const bool is_peer_late = !partial_.empty() && wants_bytes();
    if (!is_peer_late) {
        restart_receive_period();
    } else if (now_ - partial_since_ >= limit.progress_period) {
        if (partial_.size() - partial_mark_ < limit.progress) return close(close_reason::slow_sender);
        restart_receive_period();
    }
    if (waiting() != 0 && now_ - out_since_ >= limit.progress_period) {
        if (sent_in_period_ < limit.progress) return close(close_reason::slow_reader);
        out_since_ = now_;
        sent_in_period_ = 0;
    }
}

bool connection::wants_bytes() const {
    return !is_over() && status_ != receive_status::paused && waiting() <= context_.limit.queue / 2;
}

std::vector<std::uint8_t> connection::take(instant now) {
    now_ = now;
    is_wake_pending_ = false;
    if (is_resume_pending_) go_on();
    notify_if_over();
    if (writing_ != 0) return {};
    writing_ = out_.size();
    if (writing_ != 0) context_.counts.writes.add();
    return std::exchange(out_, {});
}

void connection::sent(std::size_t bytes, instant now) {
    now_ = now;
    writing_ -= bytes;
    sent_in_period_ += bytes;
    context_.counts.bytes_sent.add(bytes);
    if (status_ == receive_status::paused && waiting() <= context_.limit.queue / 2) go_on();
    notify_if_over();
}

void connection::send(std::span<const std::uint8_t> packet) {
    if (is_over()) return;
    if (!must_send_first()) active_at_ = now_;
    context_.counts.packets_sent.add();
    queue(packet);
    if (waiting() > context_.limit.queue) close(close_reason::queue_full);
}

void connection::queue(std::span<const std::uint8_t> bytes) {
    if (waiting() == 0) {
        out_since_ = now_;
        sent_in_period_ = 0;
    }
    if (out_.capacity() == 0) out_ = spare_buffers::take();
    out_.insert(out_.end(), bytes.begin(), bytes.end());
    wake();
}

void connection::close(const close_cause& cause) {
    if (is_over()) return;
    cause_ = cause;
    status_ = receive_status::over;
    advance_to(connection_phase::closing);
    if (is_abrupt(cause.why)) out_ = {};
    context_.counts.count_close(cause);
    wake();
}

void connection::take_over(connection& from) {
    active_at_ = from.active_at_;
    leaves_at_ = from.leaves_at_;
    from.cause_.why = close_reason::stopped;
    from.status_ = receive_status::over;
    from.advance_to(connection_phase::closed);
}

void connection::resume() {
    is_resume_pending_ = true;
    wake();
}

void connection::go_on() {
    is_resume_pending_ = false;
    if (is_over() || status_ != receive_status::paused) return;
    status_ = receive_status::more;
    receive_partial(false);  // even without bytes: the status says whether another reply is still owed
    if (has_peer_ended_ && status_ != receive_status::paused) end_of_stream();
}

/// Tells the conversation that the connection is over, once, and never from within one of its own calls: a handler that
/// closes its connection still exists when the call returns.
void connection::notify_if_over() {
    if (phase_ != connection_phase::closing || is_receiving_) return;
    advance_to(connection_phase::closed);
    partial_ = {};
    if (conversation_ != nullptr) conversation_->on_closed(cause_);
}

void connection::wake() {
    if (is_wake_pending_) return;
    is_wake_pending_ = true;
    transport_.wake();
}

}  // namespace tic::net
