// bad_peers crowd SERVER [PEERS [SECONDS]] | bad_peers churn SERVER [CONNECTIONS]
// SERVER is the relay server's program. Exit codes: 0 all holds, 2 wrong usage, 3 the server does not start, 4 a
// threshold is missed.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "tools/bench/relay/bad_peers/bad_crowd.hpp"
#include "tools/bench/relay/bad_peers/churn.hpp"
#include "tools/bench/relay/bad_peers/honest_crowd.hpp"
#include "tools/bench/relay/loopback.hpp"

namespace {

using namespace bad_peers;

constexpr double mebi = 1024.0 * 1024.0;
constexpr unsigned honest_users = 100;
constexpr double honest_messages = 1000;  // a second
constexpr double most_slower = 3;
constexpr unsigned rounds = 3;  // one round in many meets something else that the machine does
/// What may wait for one peer by the server's limits, and what was read from it and must wait.
constexpr double most_pouring = 256 * 1024 + 64 * 1024;
constexpr double most_waiting = 24 * 1024;

/// Tells what was found, and remembers if something is missed.
struct judge {
    int code = 0;
    void require(bool holds, const std::string& what) {
        std::printf("%-6s %s\n", holds ? "ok" : "MISSED", what.c_str());
        if (!holds) code = 4;
    }
};

std::string text(double number, const char* form = "%.1f") {
    char made[64];
    std::snprintf(made, sizeof made, form, number);
    return made;
}

/// The peak of the server's memory while the honest ones talk.
struct attacked {
    delays honest;
    double peak = 0;
};
attacked talk_under_attack(honest_crowd& honest, const child_server& at, int seconds) {
    attacked made;
    for (int i = 0; i < seconds; ++i) {
        delays some = honest.talk(std::chrono::milliseconds(500));
        made.honest.all.insert(made.honest.all.end(), some.all.begin(), some.all.end());
        made.honest.sent += some.sent;
        made.honest.lost += some.lost;
        made.peak = std::max(made.peak, static_cast<double>(at.rss_bytes()));
    }
    return made;
}

void tell_reasons(const bad_crowd& bad, const std::map<std::string, double>& counts, judge& to) {
    const auto count_of = [&](const std::string& name) { return counts.contains(name) ? counts.at(name) : 0; };
    for (std::size_t i = 0; i < bad.kinds().size(); ++i) {
        const bad_kind& kind = bad.kinds()[i];
        const fate& of = bad.fates()[i];
        const double named = count_of((kind.is_refusal ? "tic_refused_total{reason=\"" : "tic_closed_total{reason=\"") +
                                      std::string(kind.reason) + "\"}");
        to.require(of.came != 0 && of.closed == of.came && named > 0,
                   std::string(kind.name) + ": " + std::to_string(of.came) + " came, " + std::to_string(of.closed) +
                       " closed; " + std::string(kind.reason) + " " + text(named, "%.0f"));
    }
    const double refused = count_of("tic_closed_total{reason=\"too-many-from-address\"}");
    to.require(refused > 0, "flood from one address: " + std::to_string(bad.flooded()) +
                                " came; too-many-from-address " + text(refused, "%.0f"));
}

/// Alone, then beside the bad: how many times as long the 99th percentile of the honest is.
double one_round(honest_crowd& honest, const child_server& at, std::size_t peers, int seconds, judge& to) {
    (void)honest.talk(std::chrono::seconds(1));
    const double rss_before = static_cast<double>(at.rss_bytes());
    delays calm = honest.talk(std::chrono::seconds(10));
    bad_crowd bad(at, peers);
    bad.start();
    attacked under = talk_under_attack(honest, at, seconds);
    bad.leave(std::chrono::seconds(30));

    to.require(bad.most_at_once() >= peers, std::to_string(bad.most_at_once()) + " bad peers at once");
    tell_reasons(bad, at.metrics(), to);
    const double bound = rss_before + static_cast<double>(bad.never_reading()) * most_pouring +
                         static_cast<double>(bad.peers()) * most_waiting;
    to.require(under.peak <= bound, "memory of the server: " + text(rss_before / mebi) + " MiB before, " +
                                        text(under.peak / mebi) + " at most, limit " + text(bound / mebi));
    to.require(calm.lost + under.honest.lost == 0 && calm.all.size() == calm.sent &&
                   under.honest.all.size() == under.honest.sent,
               "honest messages: " + std::to_string(calm.sent + under.honest.sent) + " sent, " +
                   std::to_string(calm.all.size() + under.honest.all.size()) + " confirmed");
    const double before = calm.percentile(0.99);
    const double during = under.honest.percentile(0.99);
    std::printf(
        "       honest peers: p50 %.1f us undisturbed, %.1f us under attack; p99 %.1f and %.1f us, ratio %.2f\n\n",
        calm.percentile(0.5), under.honest.percentile(0.5), before, during, during / before);
    return during / before;
}

int crowd(const std::string& program, std::size_t peers, int seconds) {
    const child_server at(program, "connections = 50000\n");
    if (!at.failure().empty()) return std::fprintf(stderr, "error: %s\n", at.failure().c_str()), 3;
    judge to;
    honest_crowd honest(at.port("tcp"), honest_users, honest_messages);
    to.require(honest.enter(), std::to_string(honest_users) + " honest peers are inside");
    std::array<double, rounds> ratios{};
    for (double& each : ratios) each = one_round(honest, at, peers, seconds, to);
    std::sort(ratios.begin(), ratios.end());
    const double slower = ratios[rounds / 2];
    to.require(slower <= most_slower, "p99 of honest peers: " + text(slower, "%.2f") +
                                          " times the undisturbed (median; " + text(ratios.front(), "%.2f") + " to " +
                                          text(ratios.back(), "%.2f") + "), at most " + text(most_slower));
    std::printf("       %.1f CPU seconds of the server\n", at.cpu_seconds());
    return to.code;
}

int churn_all(const std::string& program, std::size_t connections) {
    const child_server at(program, "address_rate = 0\n");
    if (!at.failure().empty()) return std::fprintf(stderr, "error: %s\n", at.failure().c_str()), 3;
    judge to;
    const churned made = churn(at, connections);
    to.require(
        made.talked == connections && made.failed == 0,
        std::to_string(made.talked) + " of " + std::to_string(connections) + " connections opened, talked and closed");
    const double early = static_cast<double>(made.rss_early) / mebi;
    const double late = static_cast<double>(made.rss_end) / mebi;
    to.require(late <= early + 1, "memory of the server: " + text(early, "%.2f") + " MiB after a tenth, " +
                                      text(late, "%.2f") + " at the end, at most 1 more");
    const auto counts = at.metrics();
    to.require(!counts.empty() && counts.at("tic_connections") == 0, "no connection is left");
    std::printf("       %.1f CPU seconds of the server\n", at.cpu_seconds());
    return to.code;
}

}  // namespace

int main(int count, char** words) {
    const std::string_view mode = count < 3 ? "" : words[1];
    tic::bench::raise_file_limit();
    if (mode == "crowd")
        return crowd(words[2], count > 3 ? std::strtoul(words[3], nullptr, 10) : 10'000,
                     count > 4 ? std::atoi(words[4]) : 30);
    if (mode == "churn") return churn_all(words[2], count > 3 ? std::strtoul(words[3], nullptr, 10) : 1'000'000);
    std::fprintf(stderr, "usage: %s crowd SERVER [PEERS [SECONDS]] | churn SERVER [CONNECTIONS]\n", words[0]);
    return 2;
}
