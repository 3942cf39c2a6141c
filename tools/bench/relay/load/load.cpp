// The run: enter, warm up, measure, drain. Open loop: what is due is sent, whatever became of what was sent before.
#include "load.hpp"

#include <unistd.h>

#include <algorithm>

#include "clock.hpp"
#include "driver.hpp"
#include "ledger.hpp"
#include "sockets.hpp"
#include "tools/bench/relay/loopback.hpp"
#include "workload.hpp"

namespace tic::bench {
namespace {

/// Users who are entering at once: fewer than any server lets wait for being accepted.
constexpr std::size_t most_entering = 64;
constexpr std::int64_t longest_entering = 30 * second;
/// Messages sent in a turn before answers are read.
constexpr unsigned most_of_a_turn = 256;

std::int64_t nanoseconds(double seconds) { return static_cast<std::int64_t>(seconds * static_cast<double>(second)); }

class load final : public listener {
public:
    explicit load(const load_options& options)
        : options_(options),
          driver_(make_driver(options.server, options.users)),
          partners_(options.users, options.seed),
          texts_(options.seed),
          ledger_(partners_, texts_),
          sockets_(options.port,
                   [this](user who, byte_view in, byte_list& out) { return driver_->receive(who, in, out, *this); }) {}

    load_result run() {
        enter();
        talk();
        drain();
        finish();
        return made_;
    }

    void entered(user) override { ++entered_; }
    void message(user to, user from, std::uint32_t number, std::string_view text) override {
        const std::int64_t now = clock_now();
        const entry& what = ledger_.arrived(to, from, number, text);
        if (is_measuring_) ++made_.deliveries;
        if (what.is_measured) made_.message.add(now - what.intended);
    }
    void confirmed(user sender, user by, std::uint32_t number) override {
        const std::int64_t now = clock_now();
        const entry& what = ledger_.confirmed(sender, by, number);
        if (is_measuring_) ++made_.deliveries, ++made_.chats;
        if (what.is_measured) made_.round_trip.add(now - what.intended);
        if (is_closed_loop() && is_talking_) send(schedule_->any(), now);
    }

private:
    [[nodiscard]] bool is_closed_loop() const { return options_.rate <= 0; }
    [[nodiscard]] std::size_t window() const {
        return options_.window > 0 ? options_.window : std::max<std::size_t>(1, options_.users * 64 / 100);
    }

    void enter() {
        std::int64_t deadline = clock_now() + longest_entering;
        for (std::size_t before = 0; entered_ < options_.users;) {
            while (sockets_.count() < options_.users && sockets_.count() - entered_ < most_entering) {
                const auto who = static_cast<user>(sockets_.count());
                sockets_.connect();
                driver_->open(who, sockets_.out(who));
            }
            sockets_.flush();
            sockets_.poll(second);
            if (entered_ > before) deadline = clock_now() + longest_entering;
            if (clock_now() > deadline) throw broken("only " + std::to_string(entered_) + " users could enter");
            before = entered_;
        }
        traffic_ = sockets_.counted();
    }

    void send(const turn& next, std::int64_t intended) {
        if (options_.most_messages > 0 && ledger_.sent() == options_.most_messages) {
            is_talking_ = false;
            return;
        }
        const std::uint32_t number = ledger_.sent(next, intended, is_measuring_);
        if (is_measuring_) made_.late.add(clock_now() - intended);
        const user to = partners_.of(next.from)[next.place];
        driver_->send(next.from, to, number, texts_.of(next.from, number), sockets_.out(next.from));
    }

    void send_what_is_due(std::int64_t until) {
        for (unsigned i = 0; is_talking_ && i < most_of_a_turn && schedule_->due() < until; ++i) {
            const std::int64_t due = schedule_->due();
            if (due > clock_now()) break;
            send(schedule_->take(), due);
        }
        sockets_.flush();
    }

    /// Talks until then, or until `most_messages` are sent.
    void talk_until(std::int64_t end) {
        while (is_talking_) {
            if (!is_closed_loop()) send_what_is_due(end);
            const std::int64_t now = clock_now();
            const std::int64_t next = is_closed_loop() ? end : std::min(end, schedule_->due());
            if (now >= end && next == end) return;
            sockets_.poll(next - now);
        }
    }

    void talk() {
        const std::int64_t start = clock_now();
        schedule_.emplace(options_.users, is_closed_loop() ? 1.0 : options_.rate, start, options_.seed ^ 0x5eedU);
        const std::int64_t measured_from = start + nanoseconds(options_.warm_up);
        const std::int64_t end = measured_from + nanoseconds(options_.seconds);
        is_talking_ = true;
        if (is_closed_loop())
            for (std::size_t i = 0; i < window(); ++i) send(schedule_->any(), clock_now());
        sockets_.flush();
        talk_until(measured_from);
        measure(true);
        talk_until(end);
        measure(false);
        is_talking_ = false;
    }

    /// Begins or ends the measured seconds: what was used till now is taken off, or added.
    void measure(bool begins) {
        is_measuring_ = begins;
        const auto add = [&](auto& to, auto value) { to = begins ? -value : to + value; };
        add(made_.seconds, static_cast<double>(clock_now()) / static_cast<double>(second));
        const cpu_time own = cpu_of(getpid());
        add(made_.load_cpu.total, own.total);
        add(made_.load_cpu.user, own.user);
        if (options_.process == 0) return;
        if (!made_.server_cpu) made_.server_cpu.emplace();
        const cpu_time theirs = cpu_of(options_.process);
        add(made_.server_cpu->total, theirs.total);
        add(made_.server_cpu->user, theirs.user);
    }

    void drain() {
        const std::int64_t end = clock_now() + nanoseconds(options_.drain);
        while (ledger_.confirmed() < ledger_.sent() || ledger_.arrived() < ledger_.sent()) {
            const std::int64_t now = clock_now();
            if (now >= end) return;
            sockets_.poll(end - now);
        }
    }

    void finish() {
        ledger_.each([this](const entry& what) {
            if (!what.has_arrived || !what.is_confirmed) ++made_.lost;
            if (!what.is_measured) return;
            if (!what.has_arrived) made_.message.add(histogram::never);
            if (!what.is_confirmed) made_.round_trip.add(histogram::never);
        });
        made_.sent = ledger_.sent();
        const traffic& all = sockets_.counted();
        const double chats = std::max(1.0, static_cast<double>(ledger_.confirmed()));
        made_.bytes_of_a_chat =
            static_cast<double>(all.sent + all.received - traffic_.sent - traffic_.received) / chats;
        made_.writes_of_a_chat = static_cast<double>(all.writes - traffic_.writes) / chats;
        if (options_.process != 0) made_.server_memory = memory_of(options_.process);
    }

    load_options options_;
    std::unique_ptr<driver> driver_;
    partners partners_;
    texts texts_;
    ledger ledger_;
    sockets sockets_;
    std::optional<schedule> schedule_;
    std::size_t entered_ = 0;
    bool is_talking_ = false;
    bool is_measuring_ = false;
    traffic traffic_;  ///< when all had entered
    load_result made_;
};

}  // namespace

double load_result::load_cpu_share() const {
    return static_cast<double>(load_cpu.total) / (std::max(seconds, 1e-9) * static_cast<double>(second));
}

load_result run_load(const load_options& options) {
    raise_file_limit();
    return load(options).run();
}

}  // namespace tic::bench
