// The course of one connection: opening, packets, deadlines, end.
#include "runtime/net/connection.hpp"

#include <utility>

#include "runtime/net/buffers.hpp"

namespace tic::net {
namespace {

/// Whether what still waits for the peer is dropped: it takes nothing, or deserves nothing.
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

connection::connection(const surroundings& around, carrier& by, side who, opening_by how, instant now)
    : by_(by), now_(now), since_(now), around_(around), who_(who) {
    if (how == opening_by::name) return;
    if (who == side::server) {
        preface_.emplace<server_preface>(around.hosted.versions());
    } else {
        queue(preface_.emplace<client_preface>(around.hosted.versions()).greeting());
    }
}

connection::~connection() {
    is_woken_ = true;  // the carrier is on its way out as well
    close(close_reason::stopped);
    settle();
}

void connection::agreed(unsigned version, instant now) {
    now_ = now;
    if (is_over()) return;
    const protocol_versions& ours = around_.hosted.versions();
    const fingerprint print = ours.fingerprint_of(version);
    open({agreement::agreed, static_cast<std::uint8_t>(version), print, print});
    settle();
}

void connection::open(const opening_outcome& outcome) {
    outcome_ = outcome;
    preface_ = std::monostate{};
    if (outcome.what != agreement::agreed) {
        close(reason_of(outcome.what));
        return;
    }
    since_ = now_;
    around_.counts.agreed.add();
    talk_ = around_.hosted.open(*this, outcome.version);
}

void connection::receive(std::span<const std::uint8_t> bytes, instant now) {
    now_ = now;
    around_.counts.bytes_received.add(bytes.size());
    if (is_over()) return;
    if (talk_ == nullptr) receive_opening(bytes);
    if (talk_ != nullptr && !bytes.empty() && !is_over()) {
        // Bytes are copied only where a packet is not whole, or may not be received yet.
        if (begun_.empty() && state_ != receive_status::waits) {
            receive_packets(bytes, false);
            if (!is_over()) begun_.assign(bytes.begin(), bytes.end());
            begun_from_ = now_;
            begun_mark_ = begun_.size();
        } else {
            begun_.insert(begun_.end(), bytes.begin(), bytes.end());
            if (state_ != receive_status::waits) receive_begun(false);
        }
    }
    settle();
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

void connection::receive_packets(std::span<const std::uint8_t>& bytes, bool at_once) {
    has_received_packet_ = false;
    is_receiving_ = true;
    state_ = talk_->receive(bytes, at_once);
    is_receiving_ = false;
    if (!has_received_packet_) return;
    has_received_any_ = true;
    since_ = now_;
}

void connection::receive_begun(bool at_once) {
    std::span<const std::uint8_t> rest(begun_);
    receive_packets(rest, at_once);
    if (rest.empty()) {
        begun_ = {};  // an idle connection holds no buffer
    } else {
        begun_.erase(begun_.begin(), begun_.end() - static_cast<std::ptrdiff_t>(rest.size()));
    }
    if (!has_received_packet_) return;
    begun_from_ = now_;
    begun_mark_ = begun_.size();
}

void connection::message_ended(instant now) {
    now_ = now;
    const bool may_be_whole = state_ == receive_status::later && !is_over();
    if (may_be_whole) receive_begun(true);
    if (!is_over() && !begun_.empty() && state_ != receive_status::waits) close(close_reason::split_packet);
    settle();
}

void connection::peer_ended(instant now) {
    now_ = now;
    has_ended_ = true;
    if (state_ != receive_status::waits) end_of_stream();
    settle();
}

void connection::end_of_stream() {
    if (is_over()) return;
    if (talk_ == nullptr) return close(close_reason::cut_off);
    if (!begun_.empty()) receive_begun(true);
    if (is_over()) return;
    if (begun_.empty()) return close(close_reason::peer_left);
    const close_cause cause = talk_->end(begun_);
    close(cause.why == close_reason::none ? close_cause{.why = close_reason::cut_off} : cause);
}

void connection::tick(instant now) {
    now_ = now;
    const limits& limit = around_.limit;
    if (!is_over()) {
        const duration spent = now - since_;
        if (talk_ == nullptr) {
            if (spent >= limit.handshake) close(close_reason::handshake_deadline);
        } else if (awaits_first_packet()) {
            if (spent >= limit.first_packet) close(close_reason::first_packet_deadline);
        } else if (limit.idle != duration::zero() && spent >= limit.idle) {
            close(close_reason::idle);
        }
    }
    if (!is_over() && state_ == receive_status::later) receive_begun(true);
    check_progress();
    if (!is_over() && leaves_ && now >= *leaves_ && begun_.empty() && (talk_ == nullptr || talk_->is_idle())) {
        close(close_reason::draining);
    }
    settle();
}

bool connection::awaits_first_packet() const {
    return !has_received_any_ && who_ == side::server && around_.limit.first_packet != duration::zero();
}

void connection::check_progress() {
    const limits& limit = around_.limit;
    if (is_over()) return;
    const bool peer_is_late = !begun_.empty() && wants_bytes();
    if (!peer_is_late) {
        begun_from_ = now_;
        begun_mark_ = begun_.size();
    } else if (now_ - begun_from_ >= limit.progress_period) {
        if (begun_.size() - begun_mark_ < limit.progress) return close(close_reason::slow_sender);
        begun_from_ = now_;
        begun_mark_ = begun_.size();
    }
    if (waiting() != 0 && now_ - out_from_ >= limit.progress_period) {
        if (moved_ < limit.progress) return close(close_reason::slow_reader);
        out_from_ = now_;
        moved_ = 0;
    }
}

bool connection::wants_bytes() const {
    return !is_over() && state_ != receive_status::waits && waiting() <= around_.limit.queue / 2;
}

std::vector<std::uint8_t> connection::take(instant now) {
    now_ = now;
    is_woken_ = false;
    if (may_go_on_) go_on();
    settle();
    if (writing_ != 0) return {};
    writing_ = out_.size();
    if (writing_ != 0) around_.counts.writes.add();
    return std::exchange(out_, {});
}

void connection::sent(std::size_t bytes, instant now) {
    now_ = now;
    writing_ -= bytes;
    moved_ += bytes;
    around_.counts.bytes_sent.add(bytes);
    if (state_ == receive_status::waits && waiting() <= around_.limit.queue / 2) go_on();
    settle();
}

void connection::send(std::span<const std::uint8_t> packet) {
    if (is_over()) return;
    if (!awaits_first_packet()) since_ = now_;
    around_.counts.packets_sent.add();
    queue(packet);
    if (waiting() > around_.limit.queue) close(close_reason::queue_full);
}

void connection::queue(std::span<const std::uint8_t> bytes) {
    if (waiting() == 0) {
        out_from_ = now_;
        moved_ = 0;
    }
    if (out_.capacity() == 0) out_ = spare_buffers::take();
    out_.insert(out_.end(), bytes.begin(), bytes.end());
    wake();
}

void connection::close(const close_cause& why) {
    if (is_over()) return;
    cause_ = why;
    state_ = receive_status::over;
    if (is_abrupt(why.why)) out_ = {};
    around_.counts.count_close(why);
    wake();
}

void connection::take_over(connection& from) {
    since_ = from.since_;
    leaves_ = from.leaves_;
    from.cause_.why = close_reason::stopped;
    from.state_ = receive_status::over;
    from.is_settled_ = true;
}

void connection::resume() {
    may_go_on_ = true;
    wake();
}

void connection::go_on() {
    may_go_on_ = false;
    if (is_over() || state_ != receive_status::waits) return;
    state_ = receive_status::more;
    receive_begun(false);  // tells, even where nothing has begun, whether a reply is still owed
    if (has_ended_ && state_ != receive_status::waits) end_of_stream();
}

void connection::settle() {
    if (!is_over() || is_settled_ || is_receiving_) return;
    is_settled_ = true;
    begun_ = {};
    if (talk_ != nullptr) talk_->gone(cause_);
}

void connection::wake() {
    if (is_woken_) return;
    is_woken_ = true;
    by_.wake();
}

}  // namespace tic::net
