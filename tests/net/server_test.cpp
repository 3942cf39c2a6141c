// A server as its operator sees it: doors fail, doors close for a drain, peers hold it up, and floods fill no log.
#include "runtime/net/server.hpp"

#include <gtest/gtest.h>
#include <netinet/in.h>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/spdlog.h>
#include <sys/socket.h>

#include <condition_variable>
#include <thread>
#include <tic/opening_preface.hpp>

#include "tests/net/bare_socket.hpp"
#include "tests/net/fake.hpp"
#include "tests/net/loopback.hpp"

namespace tic::net::tests {
namespace {

using clock = std::chrono::steady_clock;

/// When each line of a log was told, by what stands in it.
class told_lines final : public spdlog::sinks::base_sink<std::mutex> {
public:
    using times = std::vector<spdlog::log_clock::time_point>;
    /// Waits for so many.
    times wait_for(std::string_view part, std::size_t count) {
        std::unique_lock held(lock_);
        EXPECT_TRUE(more_.wait_for(held, long_enough, [&] { return of(part).size() >= count; })) << part;
        return of(part);
    }
    std::size_t count(std::string_view part) {
        const std::lock_guard held(lock_);
        return of(part).size();
    }

private:
    void sink_it_(const spdlog::details::log_msg& one) override {
        const std::lock_guard held(lock_);
        lines_.emplace_back(std::string(one.payload.data(), one.payload.size()), one.time);
        more_.notify_all();
    }
    void flush_() override {}
    [[nodiscard]] times of(std::string_view part) const {
        times made;
        for (const auto& [text, time] : lines_)
            if (text.find(part) != std::string::npos) made.push_back(time);
        return made;
    }

    std::vector<std::pair<std::string, spdlog::log_clock::time_point>> lines_;
    std::mutex lock_;
    std::condition_variable more_;
};

sockaddr_in address_of(int file) {
    sockaddr_in at{};
    socklen_t size = sizeof at;
    ::getsockname(file, reinterpret_cast<sockaddr*>(&at), &size);
    return at;
}

/// Takes the door at a port from the server behind its back: accepting fails, as where files run out.
class broken_door {
public:
    explicit broken_door(std::uint16_t port) {
        for (int file = 0; file_ < 0 && file < 1024; ++file) {
            int listens = 0;
            socklen_t size = sizeof listens;
            ::getsockopt(file, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size);
            if (listens == 1 && ntohs(address_of(file).sin_port) == port) file_ = file;
        }
        EXPECT_EQ(::shutdown(file_, SHUT_RD), 0);
    }
    /// The port that it has now.
    [[nodiscard]] std::uint16_t mend() const {
        EXPECT_EQ(::listen(file_, 10), 0);
        return ntohs(address_of(file_).sin_port);
    }

private:
    int file_ = -1;
};

class Server : public ::testing::Test {
protected:
    Server() {
        options.ports.tcp = 0;
        options.admin_port = 0;
        options.limit.address_rate = 0;
    }
    void open() {
        at = std::make_unique<server>(
            options, [] { return std::make_unique<fake_service>(); },
            log(std::make_shared<spdlog::logger>("told", told)));
        const auto wrong = at->start();
        ASSERT_FALSE(wrong) << *wrong;
    }
    [[nodiscard]] std::uint16_t port() const { return at->port(transport_kind::tcp); }
    /// What a client sends first, and its packets.
    static std::string opening_and(const std::vector<std::uint8_t>& more) {
        client_preface ours(fake_versions);
        const auto greeting = ours.greeting();
        std::string made(greeting.begin(), greeting.end());
        return made.append(more.begin(), more.end());
    }

    std::shared_ptr<told_lines> told = std::make_shared<told_lines>();
    server_options options;
    std::unique_ptr<server> at;
};

TEST_F(Server, WhatIsWrongIsToldBeforeADoorOpens) {
    const auto wrong = [&] {
        return server(options, [] { return std::make_unique<fake_service>(); }).check().value_or("");
    };
    EXPECT_EQ(wrong(), "");
    options.ports.tcp = std::nullopt;
    EXPECT_EQ(wrong(), "no listener is configured: set the port of `tcp`, `tls` or `websocket`");
    options.ports.tls = 0;
    options.key = "/nowhere.pem";
    EXPECT_EQ(wrong().substr(0, 30), "/nowhere.pem: no private key i");
    options.address = "localhost";
    EXPECT_EQ(wrong(), "localhost: not an IP address");
}

TEST_F(Server, ADoorThatFailsIsTriedAgainAfterAPause) {
    open();
    const broken_door operators(at->admin_port());
    const broken_door clients(port());
    const auto failures = told->wait_for("accept failed", 4);
    ASSERT_GE(failures.size(), 4U);
    EXPECT_GE(failures[3] - failures[0], std::chrono::milliseconds(250));
    EXPECT_NE(get(operators.mend(), "/healthz").find("200 OK"), std::string::npos);
    bare_socket one(clients.mend());
    one.send(opening_and(packets({"e1", "c"})));
    EXPECT_EQ(one.read_all().substr(server_preface_bytes),
              "\x02"
              "e1");
}

TEST_F(Server, ADrainClosesTheDoorsAndTellsTheBalancer) {
    options.limit.drain = std::chrono::hours(1);
    open();
    bare_socket one(port());
    one.send(opening_and(packets({"e1"})));
    EXPECT_EQ(one.read(server_preface_bytes + 3).substr(server_preface_bytes),
              "\x02"
              "e1");
    at->drain();
    EXPECT_NE(get(at->admin_port(), "/readyz").find("503"), std::string::npos);
    const auto late = clock::now() + long_enough;
    while (bare_socket::is_accepted(port()) && clock::now() < late) std::this_thread::yield();
    EXPECT_FALSE(bare_socket::is_accepted(port()));
    one.send(
        std::string("\x02"
                    "e2",
                    3));
    EXPECT_EQ(one.read(3),
              "\x02"
              "e2")
        << "whoever is there may stay for a while";
}

TEST_F(Server, ADrainWaitsForNobodyForEver) {
    options.limit.drain = {};
    options.limit.graceful_close = std::chrono::milliseconds(20);
    open();
    bare_socket one(port());
    one.send(opening_and({5, 'x'}));  // within a packet, at no good moment
    one.read(server_preface_bytes);
    at->drain();
    at->wait();
    EXPECT_EQ(at->connections(), 0U);
    EXPECT_NE(get(at->admin_port(), "/metrics").find("tic_closed_total{reason=\"stopped\"} 1"), std::string::npos);
}

TEST_F(Server, ADrainIsOverWhenTheLastHasLeft) {
    options.limit.drain = std::chrono::hours(1);
    open();
    at->drain();
    const auto late = clock::now() + long_enough;
    while (at->is_running() && clock::now() < late) std::this_thread::yield();
    EXPECT_FALSE(at->is_running());
}

TEST_F(Server, TlsLeadsToAWebSocketOnlyWhereThatDoorIsOpen) {
    const certificate files;
    options.ports.tls = 0;
    options.certificate = files.file();
    options.key = files.key();
    open();
    fake_service hosted;
    client one(client_to(*at, transport_kind::websocket_tls, files), hosted, log(level::error));
    const auto wrong = one.start();
    ASSERT_FALSE(wrong) << *wrong;
    told->wait_for(R"("reason":"no-alpn")", 1);
}

TEST_F(Server, BadPeersFillNoLog) {
    options.limit.drain = {};
    open();
    const auto begin = clock::now();
    for (int i = 0; i < 200; ++i) {
        bare_socket one(port());
        one.send("no tic");
        one.read_all();
    }
    at->drain();
    at->wait();
    const auto periods = static_cast<std::size_t>((clock::now() - begin) / std::chrono::milliseconds(100)) + 2;
    EXPECT_GE(told->count("not-tic"), 1U);
    EXPECT_LE(told->count("not-tic"), 10 * periods);
}

TEST_F(Server, GoodPeersAreNotLogged) {
    options.limit.drain = {};
    open();
    {
        bare_socket one(port());
        one.send(opening_and(packets({"c"})));
        one.read_all();
    }
    at->drain();
    at->wait();
    EXPECT_EQ(told->count("closed"), 0U);
}

}  // namespace
}  // namespace tic::net::tests
