// The turns of the loop: pending events, then one flush of each connection that sends; and the sweeps over deadlines.
#include "runtime/net/core.hpp"

#include <linux/sockios.h>

#include <boost/asio/post.hpp>

#include <algorithm>

namespace tic::net {
namespace {

constexpr auto tick_period = std::chrono::milliseconds(100);
// Deadlines are checked by sweeps over all connections instead of a timer for each: a timer costs memory and a heap
// operation per packet, a sweep nothing between ticks. A tick checks all connections while they are few, and a tenth of
// them otherwise, so each is checked at least once a second, which is exact enough for deadlines of seconds.
constexpr std::size_t min_checked_per_tick = 1000;
constexpr std::size_t ticks_per_round = 10;
// After so many, pending events have a turn: closing many connections at once takes long.
constexpr std::size_t checked_per_turn = 4;
constexpr unsigned logged_per_tick = 10;
constexpr std::size_t scratch_bytes = 8 * 1024;

}  // namespace

socket_transport::socket_transport(core& home, side who, opening_by how)
    : home_(home), line_(home.around(), *this, who, how, home.now()) {}

socket_transport::~socket_transport() = default;

void socket_transport::wake() {
    if (auto self = weak_from_this().lock()) home_.flush_soon(std::move(self));
}

poster socket_transport::post_home() {
    return [&loop = home_.loop()](std::function<void()> what) { asio::post(loop, std::move(what)); };
}

/// After the end, the peer has `limits::graceful_close` to take what is left and close its end. As long as it takes
/// `progress` bytes in that time, it gets the same time again: the last reply over a slow line may be long. What counts
/// is what the peer has acknowledged, not what fits into the buffer of the system.
void socket_transport::tick(instant now) {
    line_.tick(now);
    if (!line_.is_over()) return;
    if (over_since_ && !is_graceful_close_over()) return;
    const std::size_t left = not_taken();
    const bool takes_it = !over_since_ || left + home_.shared().limit.progress <= left_;
    if (!takes_it) return abandon();
    over_since_ = now;
    left_ = left;
}

std::size_t socket_transport::not_taken() {
    struct {
        int count = 0;
        static int name() { return SIOCOUTQ; }
        void* data() { return &count; }
    } in_system;
    boost::system::error_code ignored;
    wire().io_control(in_system, ignored);
    return line_.waiting() + static_cast<std::size_t>(in_system.count);
}

void socket_transport::stop(instant now) {
    line_.close(close_reason::stopped);
    line_.tick(now);  // notifies the handlers now, while all cores can still be posted to
    abandon();
}

bool socket_transport::is_graceful_close_over() const {
    return over_since_ && home_.now() - *over_since_ >= home_.shared().limit.graceful_close;
}

void socket_transport::abandon() {
    line_.close(close_reason::broken);
    const bool was_open = wire().is_open();
    boost::system::error_code ignored;
    // A reset instead of a regular close: the system would otherwise keep what such a peer does not take for minutes.
    const close_reason why = line_.cause().why;
    const bool takes_nothing =
        why == close_reason::slow_reader || why == close_reason::queue_full || is_graceful_close_over();
    if (takes_nothing) wire().set_option(asio::socket_base::linger(true, 0), ignored);
    wire().close(ignored);
    if (!was_open) return;
    log_end();
    home_.done(shared_from_this());
}

void socket_transport::log_end() const {
    const opening_outcome& outcome = line_.outcome();
    const bool is_bad = line_.cause().why >= close_reason::refused;
    const level how = is_bad ? level::info : level::debug;
    if (!home_.shared().to.is_enabled(how) || (is_bad && !home_.may_log())) return;
    const bool differs = outcome.what != agreement::agreed && outcome.what != agreement::unfinished;
    const close_cause& cause = line_.cause();
    std::string detail = differs ? std::string(describe(home_.hosted().versions(), outcome).view()) : failure_;
    const std::string path = home_.hosted().path_of(cause);
    if (!path.empty()) detail = path;
    if (cause.why == close_reason::refused)
        detail = path + (path.empty() ? "" : " ") + "at bit " + std::to_string(cause.refusal.bit);
    home_.shared().to.write(how, "closed", {{"reason", name_of(cause)}, {"detail", std::string_view(detail)}});
}

void prepare(tcp_socket& socket) {
    boost::system::error_code ignored;
    socket.non_blocking(true, ignored);
    socket.set_option(tcp::no_delay(true), ignored);
    socket.set_option(asio::socket_base::keep_alive(true), ignored);
}

core::core(core_context shared, service& hosted)
    : shared_(std::move(shared)), counts_(hosted.received_names().size()), hosted_(hosted), scratch_(scratch_bytes) {}

void core::keep(std::shared_ptr<socket_transport> one) {
    counts_.accepted.add();
    transports_.insert(one);
    one->start();
}

void core::done(const std::shared_ptr<socket_transport>& one) {
    if (transports_.erase(*one)) shared_.left();
}

void core::replace(const std::shared_ptr<socket_transport>& one, std::shared_ptr<socket_transport> by) {
    by->line().take_over(one->line());
    transports_.erase(*one);
    transports_.insert(by);
    by->start();
}

void core::flush_soon(std::shared_ptr<socket_transport> one) {
    to_flush_.push_back(std::move(one));
    if (to_flush_.size() > 1) return;
    // Runs after all events that are pending now.
    asio::post(loop_, [this] {
        std::swap(to_flush_, flushing_);
        for (const auto& each : flushing_) each->flush();
        flushing_.clear();
    });
}

void core::take_turn_later(std::shared_ptr<socket_transport> one) {
    turns_.push_back(std::move(one));
    if (turns_.size() == 1) asio::post(loop_, [this] { give_turn(); });
}

void core::give_turn() {
    if (turns_.front()->take_turn()) turns_.pop_front();
    // Asio polls the sockets before it runs what is posted here.
    if (!turns_.empty()) asio::post(loop_, [this] { give_turn(); });
}

void core::run() {
    log_room_ = logged_per_tick;
    tick();
    loop_.run();
    turns_.clear();
    const auto last = std::exchange(transports_, {});
    for (std::size_t i = 0; i < last.size(); ++i) shared_.left();
}

void core::tick() {
    timer_.expires_after(tick_period);
    timer_.async_wait([this](const boost::system::error_code& failed) {
        if (failed || is_stopping_) return;
        log_room_ = logged_per_tick;
        check_deadlines(
            std::min(transports_.size(), std::max(min_checked_per_tick, transports_.size() / ticks_per_round)));
    });
}

void core::check_deadlines(std::size_t count) {
    if (is_stopping_) return;
    const instant now = this->now();
    const std::size_t some = std::min(count, checked_per_turn);
    transports_.visit(some, [now](socket_transport& each) { each.tick(now); });
    if (count > some) return asio::post(loop_, [this, rest = count - some] { check_deadlines(rest); });
    if (drained_by_ && (transports_.size() == 0 || now >= *drained_by_)) return stop();
    tick();
}

void core::drain() {
    drained_by_ = now() + shared_.limit.drain + shared_.limit.graceful_close;
    std::uniform_int_distribution<duration::rep> moment(0, shared_.limit.drain.count());
    for (const auto& each : transports_) each->line().leave_from(now() + duration(moment(random_)));
}

void core::stop() {
    is_stopping_ = true;
    const std::vector<std::shared_ptr<socket_transport>> all(transports_.begin(), transports_.end());
    for (const auto& each : all) each->stop(now());
    asio::post(loop_, [this] { loop_.stop(); });  // after the handlers of the closed sockets
}

}  // namespace tic::net
