// What relay/compare.py reads.
#include "report.hpp"

#include <nlohmann/json.hpp>

#include "clock.hpp"

namespace tic::bench {
namespace {

/// Milliseconds; null for what never came.
nlohmann::ordered_json milliseconds(std::int64_t time) {
    if (time == histogram::never) return nullptr;
    return static_cast<double>(time) / 1e6;
}

nlohmann::ordered_json shares(const histogram& of) {
    return {{"p50", milliseconds(of.at_share(0.5))},
            {"p99", milliseconds(of.at_share(0.99))},
            {"p99.9", milliseconds(of.at_share(0.999))},
            {"most", milliseconds(of.most())}};
}

double seconds_of(std::int64_t time) { return static_cast<double>(time) / static_cast<double>(second); }

}  // namespace

std::string report(const load_options& options, const load_result& result) {
    nlohmann::ordered_json made{
        {"server", options.server},
        {"users", options.users},
        {"rate", options.rate},
        {"seed", options.seed},
        {"seconds", result.seconds},
        {"sent", result.sent},
        {"lost", result.lost},
        {"chats_a_second", static_cast<double>(result.chats) / result.seconds},
        {"deliveries_a_second", static_cast<double>(result.deliveries) / result.seconds},
        {"bytes_of_a_chat", result.bytes_of_a_chat},
        {"writes_of_a_chat", result.writes_of_a_chat},
        {"message_ms", shares(result.message)},
        {"round_trip_ms", shares(result.round_trip)},
        {"late_ms", shares(result.late)},
        {"load_cpu_share", result.load_cpu_share()},
        {"load_is_busy", result.is_load_busy()},
        {"load_is_late", result.is_load_late()},
    };
    if (result.server_cpu) {
        const double used = seconds_of(result.server_cpu->total);
        const double deliveries = static_cast<double>(result.deliveries);
        made["server_cpu_share"] = used / result.seconds;
        made["server_cpu_of_a_million_deliveries"] = deliveries > 0 ? used * 1e6 / deliveries : 0;
        made["server_user_share"] = used > 0 ? seconds_of(result.server_cpu->user) / used : 0;
    }
    if (result.server_memory) {
        made["server_rss"] = result.server_memory->now;
        made["server_rss_peak"] = result.server_memory->peak;
    }
    return made.dump();
}

}  // namespace tic::bench
