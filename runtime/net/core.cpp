// The turn of the loop: events, then one flush of all that was sent; and the tick that looks at deadlines.
#include "runtime/net/core.hpp"

#include <linux/sockios.h>

#include <boost/asio/post.hpp>

#include <algorithm>

namespace tic::net {
namespace {

constexpr auto tick_period = std::chrono::milliseconds(100);
// Few connections are all looked at in each tick, many within a second: deadlines are longer, and the loop is not held
// up.
constexpr std::size_t least_a_tick = 1000;
constexpr std::size_t ticks_a_round = 10;
// Then whoever talks has a turn: to close many at once takes long.
constexpr std::size_t looked_at_once = 4;
constexpr unsigned logged_a_tick = 10;
constexpr std::size_t scratch_bytes = 8 * 1024;

}  // namespace

socket_carrier::socket_carrier(core& home, side who, opening_by how)
    : home_(home), line_(home.around(), *this, who, how, home.now()) {}

socket_carrier::~socket_carrier() = default;

void socket_carrier::wake() {
    if (auto self = weak_from_this().lock()) home_.flush_soon(std::move(self));
}

poster socket_carrier::post_home() {
    return [&loop = home_.loop()](std::function<void()> what) { asio::post(loop, std::move(what)); };
}

void socket_carrier::tick(instant now) {
    line_.tick(now);
    if (!line_.is_over()) return;
    if (over_since_ && !is_farewell_over()) return;
    const std::size_t left = not_taken();
    const bool takes_it = !over_since_ || left + home_.shared().limit.progress <= left_;
    if (!takes_it) return abandon();
    over_since_ = now;
    left_ = left;
}

std::size_t socket_carrier::not_taken() {
    struct {
        int count = 0;
        static int name() { return SIOCOUTQ; }
        void* data() { return &count; }
    } in_system;
    boost::system::error_code ignored;
    wire().io_control(in_system, ignored);
    return line_.waiting() + static_cast<std::size_t>(in_system.count);
}

void socket_carrier::stop(instant now) {
    line_.close(close_reason::stopped);
    line_.tick(now);  // handlers learn of it here, as long as all cores can be posted to
    abandon();
}

bool socket_carrier::is_farewell_over() const {
    return over_since_ && home_.now() - *over_since_ >= home_.shared().limit.farewell;
}

void socket_carrier::abandon() {
    line_.close(close_reason::broken);
    const bool was_open = wire().is_open();
    boost::system::error_code ignored;
    // What waits for one who takes nothing would stay in the system's memory for minutes.
    const close_reason why = line_.cause().why;
    const bool takes_nothing =
        why == close_reason::slow_reader || why == close_reason::queue_full || is_farewell_over();
    if (takes_nothing) wire().set_option(asio::socket_base::linger(true, 0), ignored);
    wire().close(ignored);
    if (!was_open) return;
    tell_end();
    home_.done(shared_from_this());
}

void socket_carrier::tell_end() const {
    const opening_outcome& outcome = line_.outcome();
    const bool is_bad = line_.cause().why >= close_reason::refused;
    const level how = is_bad ? level::info : level::debug;
    if (!home_.shared().to.tells(how) || (is_bad && !home_.may_log())) return;
    const bool differs = outcome.what != agreement::agreed && outcome.what != agreement::unfinished;
    const close_cause& cause = line_.cause();
    std::string detail = differs ? std::string(describe(home_.hosted().versions(), outcome).view()) : failure_;
    const std::string place = home_.hosted().place_of(cause);
    if (!place.empty()) detail = place;
    if (cause.why == close_reason::refused)
        detail = place + (place.empty() ? "" : " ") + "at bit " + std::to_string(cause.refusal.bit);
    home_.shared().to.tell(how, "closed", {{"reason", name_of(cause)}, {"detail", std::string_view(detail)}});
}

void prepare(tcp_socket& socket) {
    boost::system::error_code ignored;
    socket.non_blocking(true, ignored);
    socket.set_option(tcp::no_delay(true), ignored);
    socket.set_option(asio::socket_base::keep_alive(true), ignored);
}

core::core(commons shared, service& hosted)
    : shared_(std::move(shared)), counts_(hosted.received_names().size()), hosted_(hosted), scratch_(scratch_bytes) {}

void core::keep(std::shared_ptr<socket_carrier> one) {
    counts_.accepted.add();
    carriers_.insert(one);
    one->start();
}

void core::done(const std::shared_ptr<socket_carrier>& one) {
    if (carriers_.erase(*one)) shared_.left();
}

void core::replace(const std::shared_ptr<socket_carrier>& one, std::shared_ptr<socket_carrier> by) {
    by->line().take_over(one->line());
    carriers_.erase(*one);
    carriers_.insert(by);
    by->start();
}

void core::flush_soon(std::shared_ptr<socket_carrier> one) {
    to_flush_.push_back(std::move(one));
    if (to_flush_.size() > 1) return;
    // Behind all events that are already at hand.
    asio::post(loop_, [this] {
        std::swap(to_flush_, flushing_);
        for (const auto& each : flushing_) each->flush();
        flushing_.clear();
    });
}

void core::take_turn_later(std::shared_ptr<socket_carrier> one) {
    turns_.push_back(std::move(one));
    if (turns_.size() == 1) asio::post(loop_, [this] { give_turn(); });
}

void core::give_turn() {
    if (turns_.front()->take_turn()) turns_.pop_front();
    // Asio looks at the sockets before it comes to what is posted here.
    if (!turns_.empty()) asio::post(loop_, [this] { give_turn(); });
}

void core::run() {
    log_room_ = logged_a_tick;
    tick();
    loop_.run();
    turns_.clear();
    const auto last = std::exchange(carriers_, {});
    for (std::size_t i = 0; i < last.size(); ++i) shared_.left();
}

void core::tick() {
    timer_.expires_after(tick_period);
    timer_.async_wait([this](const boost::system::error_code& failed) {
        if (failed || is_stopping_) return;
        log_room_ = logged_a_tick;
        look(std::min(carriers_.size(), std::max(least_a_tick, carriers_.size() / ticks_a_round)));
    });
}

void core::look(std::size_t count) {
    if (is_stopping_) return;
    const instant now = this->now();
    const std::size_t some = std::min(count, looked_at_once);
    carriers_.visit(some, [now](socket_carrier& each) { each.tick(now); });
    if (count > some) return asio::post(loop_, [this, rest = count - some] { look(rest); });
    if (drained_by_ && (carriers_.size() == 0 || now >= *drained_by_)) return stop();
    tick();
}

void core::drain() {
    drained_by_ = now() + shared_.limit.drain + shared_.limit.farewell;
    std::uniform_int_distribution<duration::rep> moment(0, shared_.limit.drain.count());
    for (const auto& each : carriers_) each->line().leave_from(now() + duration(moment(random_)));
}

void core::stop() {
    is_stopping_ = true;
    const std::vector<std::shared_ptr<socket_carrier>> all(carriers_.begin(), carriers_.end());
    for (const auto& each : all) each->stop(now());
    asio::post(loop_, [this] { loop_.stop(); });  // behind what the closed sockets still call
}

}  // namespace tic::net
