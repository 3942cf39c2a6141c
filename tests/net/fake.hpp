// A protocol of the tests' own, so that the core is tried without generated code: a packet is a length byte and as many
// bytes. What is received is written down; the first byte of a packet tells what the handler does.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "runtime/net/connection.hpp"

namespace tic::net::tests {

inline constexpr fingerprint prints[] = {0x11111111, 0x22222222};
inline constexpr protocol_versions fake_versions{"fake", 1, prints};

/// Packets of the fake protocol, one after the other.
inline std::vector<std::uint8_t> packets(std::initializer_list<std::string_view> all) {
    std::string made;
    for (const std::string_view one : all) {
        made += static_cast<char>(one.size());
        made += one;
    }
    return {made.begin(), made.end()};
}

class fake_service;

class fake_conversation final : public conversation {
public:
    fake_conversation(fake_service& all, connection& with) : all_(all), with_(with) {}
    receive_status receive(std::span<const std::uint8_t>& bytes, bool retry_now) override;
    close_cause end(std::span<const std::uint8_t>) override { return {}; }
    [[nodiscard]] bool is_idle() const override { return !owes_; }
    void on_closed(const close_cause& why) override;
    /// The reply that was held back.
    void reply_now();

private:
    void handle(std::string_view packet);
    void send(std::string_view packet);

    fake_service& all_;
    connection& with_;
    bool owes_ = false;
};

class fake_service final : public service {
public:
    [[nodiscard]] const protocol_versions& versions() const override { return fake_versions; }
    std::unique_ptr<conversation> open(connection& with, unsigned version) override {
        opened.push_back(version);
        auto made = std::make_unique<fake_conversation>(*this, with);
        last = made.get();
        return made;
    }

    std::vector<unsigned> opened;
    std::vector<std::string> received;
    std::vector<std::string> gone;
    fake_conversation* last = nullptr;
    bool needs_pause = false;  ///< a packet is received only when looked at after a pause
};

inline receive_status fake_conversation::receive(std::span<const std::uint8_t>& bytes, bool retry_now) {
    for (;;) {
        if (with_.is_over()) return receive_status::over;
        if (owes_ || !with_.wants_bytes()) return receive_status::paused;
        if (bytes.empty() || bytes.size() < 1U + bytes[0]) return receive_status::more;
        if (all_.needs_pause && !retry_now) return receive_status::retry_later;
        const auto packet = bytes.subspan(1, bytes[0]);
        bytes = bytes.subspan(1 + packet.size());
        with_.count_packet();
        handle({reinterpret_cast<const char*>(packet.data()), packet.size()});
    }
}

/// e: echo, c: close, d: hold the reply back, x: refuse, b: answer with 200 bytes; else nothing.
inline void fake_conversation::handle(std::string_view packet) {
    all_.received.emplace_back(packet);
    switch (packet.empty() ? ' ' : packet[0]) {
        case 'e':
            return send(packet);
        case 'b':
            return send(std::string(200, 'b'));
        case 'c':
            return with_.close(close_reason::finished);
        case 'd':
            owes_ = true;
            return;
        case 'x':
            return with_.close({close_reason::refused, {.why = reason::range, .bit = 3, .more = 0, .at = {}}});
        default:
            return;
    }
}

inline void fake_conversation::send(std::string_view packet) { with_.send(packets({packet})); }

inline void fake_conversation::reply_now() {
    owes_ = false;
    send("done");
    with_.resume();
}

inline void fake_conversation::on_closed(const close_cause& why) { all_.gone.emplace_back(name_of(why)); }

/// Stands where a socket would: the test moves the bytes.
class pipe_end final : public transport {
public:
    void wake() override { ++wakes; }
    poster post_home() override {
        return [this](std::function<void()> what) { posted.push_back(std::move(what)); };
    }
    int wakes = 0;
    std::vector<std::function<void()>> posted;
};

/// A connection of two ends in memory, opened by the preface.
class memory_line {
public:
    memory_line(service& of_server, service& of_client, const limits& limit, instant now)
        : server({of_server, limit, server_counts}, server_end, side::server, opening_by::preface, now),
          client({of_client, limit, client_counts}, client_end, side::client, opening_by::preface, now) {}

    /// Carries all that was sent and runs what was posted; false where there was nothing to do.
    bool exchange(instant now) {
        bool did = run_posted(server_end) || run_posted(client_end);
        did = carry(client, server, now) || did;
        return carry(server, client, now) || did;
    }

private:
    static bool run_posted(pipe_end& end) {
        const auto all = std::exchange(end.posted, {});
        for (const auto& each : all) each();
        return !all.empty();
    }
    static bool carry(connection& from, connection& to, instant now) {
        const auto bytes = from.take(now);
        from.sent(bytes.size(), now);
        if (!bytes.empty()) to.receive(bytes, now);
        if (from.is_over()) to.peer_ended(now);
        return !bytes.empty();
    }

public:
    counters server_counts;
    counters client_counts;
    pipe_end server_end;
    pipe_end client_end;
    connection server;
    connection client;
};

}  // namespace tic::net::tests
