// Families of prometheus-cpp from the counters; its serializer makes the text.
#include "runtime/net/metrics.hpp"

#include <prometheus/metric_family.h>
#include <prometheus/text_serializer.h>

#include <functional>
#include <vector>

namespace tic::net {
namespace {

using prometheus::ClientMetric;
using prometheus::MetricFamily;
using prometheus::MetricType;

using labels = std::vector<ClientMetric::Label>;
using which = std::function<std::uint64_t(const counters&)>;

class collector {
public:
    explicit collector(std::span<const counters* const> cores) : cores_(cores) {}

    MetricFamily& family(const char* name, const char* help, MetricType type) {
        MetricFamily one;
        one.name = name;
        one.help = help;
        one.type = type;
        return families_.emplace_back(std::move(one));
    }
    void total(const char* name, const char* help, const which& of) {
        add(family(name, help, MetricType::Counter), {}, static_cast<double>(sum(of)));
    }
    void add(MetricFamily& to, labels with, double value) const {
        ClientMetric metric;
        metric.label = std::move(with);
        (to.type == MetricType::Gauge ? metric.gauge.value : metric.counter.value) = value;
        to.metric.push_back(std::move(metric));
    }
    [[nodiscard]] std::uint64_t sum(const which& of) const {
        std::uint64_t all = 0;
        for (const counters* const one : cores_) all += of(*one);
        return all;
    }
    [[nodiscard]] std::string text() const { return prometheus::TextSerializer().Serialize(families_); }

private:
    std::span<const counters* const> cores_;
    std::vector<MetricFamily> families_;
};

void add_closes(collector& all) {
    MetricFamily& closed = all.family("tic_closed_total", "Connections that ended, by reason", MetricType::Counter);
    for (std::size_t i = 1; i < close_reasons; ++i) {
        const auto count = all.sum([i](const counters& one) { return one.closed[i].value(); });
        all.add(closed, {{"reason", std::string(name_of(static_cast<close_reason>(i)))}}, static_cast<double>(count));
    }
}

void add_refusals(collector& all) {
    MetricFamily& refused = all.family("tic_refused_total", "Packets refused, by reason", MetricType::Counter);
    for (std::size_t i = 1; i < counters::refusals; ++i) {
        const auto count = all.sum([i](const counters& one) { return one.refused[i].value(); });
        all.add(refused, {{"reason", std::string(name_of(static_cast<tic::reason>(i)))}}, static_cast<double>(count));
    }
}

void add_unhandled(collector& all, std::span<const std::string> names) {
    MetricFamily& closed =
        all.family("tic_unhandled_total", "Requests that nothing handles: no-handler, by request", MetricType::Counter);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto count = all.sum([i](const counters& one) { return one.unhandled[i].value(); });
        all.add(closed, {{"request", names[i]}}, static_cast<double>(count));
    }
}

}  // namespace

std::string metrics_text(std::span<const counters* const> cores, std::size_t connections,
                         std::span<const std::string> received_names) {
    collector all(cores);
    all.add(all.family("tic_connections", "Connections now", MetricType::Gauge), {}, static_cast<double>(connections));
    all.total("tic_accepted_total", "Connections let in", [](const counters& one) { return one.accepted.value(); });
    all.total("tic_agreed_total", "Connections that agreed on a version",
              [](const counters& one) { return one.agreed.value(); });
    all.total("tic_received_bytes_total", "Bytes received, without TLS and WebSocket",
              [](const counters& one) { return one.bytes_received.value(); });
    all.total("tic_sent_bytes_total", "Bytes sent, without TLS and WebSocket",
              [](const counters& one) { return one.bytes_sent.value(); });
    all.total("tic_received_packets_total", "Packets received",
              [](const counters& one) { return one.packets_received.value(); });
    all.total("tic_sent_packets_total", "Packets sent", [](const counters& one) { return one.packets_sent.value(); });
    all.total("tic_writes_total", "Batches of packets written", [](const counters& one) { return one.writes.value(); });
    add_closes(all);
    add_refusals(all);
    add_unhandled(all, received_names);
    return all.text();
}

}  // namespace tic::net
