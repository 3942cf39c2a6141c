// A server with all its doors open on loopback, and clients on threads of their own whose answers the test waits for.
// What the server sends is given as JSON.
#pragma once

#include <gtest/gtest.h>

#include <condition_variable>
#include <deque>
#include <future>
#include <memory>
#include <mutex>
#include <string>
#include <tic/json.hpp>
#include <utility>

#include "runtime/net/client.hpp"
#include "runtime/net/client_session.hpp"
#include "runtime/net/serve.hpp"
#include "runtime/net/server.hpp"
#include "tests/net/certificate.hpp"

namespace tic::net::tests {

constexpr auto long_enough = std::chrono::seconds(20);

constexpr transport_kind all_transports[] = {transport_kind::tcp, transport_kind::tls, transport_kind::websocket,
                                             transport_kind::websocket_tls};

[[nodiscard]] inline server_options all_listeners(const certificate& files) {
    server_options made;
    for (const transport_kind each : listener_kinds) made.ports[each] = 0;
    made.certificate = files.file();
    made.key = files.key();
    return made;
}

/// To a server with `all_listeners`; it does not connect again.
[[nodiscard]] inline client_options client_to(const server& at, transport_kind kind, const certificate& files) {
    client_options made;
    made.transport = kind;
    made.trust.authorities = files.file();
    made.port = at.port(kind);
    made.reconnects = false;
    return made;
}

/// Texts from other threads, in order.
class inbox {
public:
    void put(std::string text) {
        const std::lock_guard held(lock_);
        texts_.push_back(std::move(text));
        more_.notify_one();
    }
    [[nodiscard]] std::string take() {
        std::unique_lock held(lock_);
        if (!more_.wait_for(held, long_enough, [this] { return !texts_.empty(); })) return "nothing came";
        std::string text = std::move(texts_.front());
        texts_.pop_front();
        return text;
    }

private:
    std::mutex lock_;
    std::condition_variable more_;
    std::deque<std::string> texts_;
};

template <class Session>
class waiting_client {
    using packet = typename Session::received_packet;

public:
    /// `speaks` lives as long as the client.
    waiting_client(const client_options& options, const protocol_versions& speaks)
        : caller_(speaks), link_(options, caller_, log(level::error)) {
        caller_.on_open = [this] { opened_.put("open"); };
        caller_.on_push = [this](const packet& received) { pushed_.put(text(received)); };
        caller_.on_close = [this](const close_cause& why) { closed_.put(std::string(net::name_of(why))); };
        const auto wrong = link_.start();
        EXPECT_FALSE(wrong) << *wrong;
    }

    [[nodiscard]] bool opens() { return opened_.take() == "open"; }
    /// The reply; or `gone`, or why it may not be sent.
    template <class Packet>
    std::string request(const Packet& request) {
        const auto came = std::make_shared<inbox>();
        link_.post([this, &request, came] {
            const reason result = caller_.request(
                request, [this, came](const packet* got) { came->put(got == nullptr ? "gone" : text(*got)); });
            if (result != reason::ok) came->put(std::string(tic::name_of(result)));
        });
        return came->take();
    }
    /// Sends a packet without a reply: `ok`, or why it may not be sent.
    template <class Packet>
    std::string tell(const Packet& request) {
        const auto came = std::make_shared<inbox>();
        link_.post([this, &request, came] { came->put(std::string(tic::name_of(caller_.send(request)))); });
        return came->take();
    }
    /// The next push of the server.
    [[nodiscard]] std::string pushed() { return pushed_.take(); }
    /// Why the connection ended.
    [[nodiscard]] std::string closed() { return closed_.take(); }
    void leave() {
        link_.post([this] { caller_.close(); });
    }

private:
    std::string text(const packet& received) const { return to_json(received, caller_.session().version()); }

    inbox opened_;
    inbox pushed_;
    inbox closed_;
    client_session<Session> caller_;
    client link_;
};

}  // namespace tic::net::tests
