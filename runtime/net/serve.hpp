// Hosts a generated session with typed handlers. A handler object belongs to one connection and has a function `on` for
// each packet that it handles:
//
//     void on(const kv::Get& request, tic::net::reply<session, kv::Value, kv::Missing> answer);
//     void on(const kv::Seen& packet);                       // a packet without a reply
//     void on_close(const tic::net::close_cause& why);     // optional
//
// Strings and lists of a packet are valid until `on` returns. All handlers of a core run on its thread, so they may use
// each other's peers directly, until `on_close`. Peers on other cores are reached through `remote`.
#pragma once

#include <concepts>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <tic/session.hpp>
#include "connection.hpp"
#include "receive_packets.hpp"

namespace tic::net {

template <class Session>
class remote;

template <class Session>
inline constexpr side side_of = side::server;
template <class Talk, tic::side Side>
inline constexpr side side_of<tic::session<Talk, Side>> = Side;

/// The other end of a connection. It is created before its handler and destroyed after it. Used on its core's thread
/// only.
template <class Session>
class peer {
public:
    peer(connection& with, unsigned version) : line_(with), session_(version) {}
    peer(const peer&) = delete;
    peer& operator=(const peer&) = delete;
    ~peer() {
        if (self_ != nullptr) *self_ = nullptr;
    }

    [[nodiscard]] unsigned version() const { return session_.version(); }
    [[nodiscard]] const Session& session() const { return session_; }
    [[nodiscard]] instant now() const { return line_.now(); }
    [[nodiscard]] bool is_open() const { return !line_.is_over() && !session_.is_over(); }

    /// Sends a packet. Returns `ok`, `wrong_state` if the state does not allow it now or the connection is over, or
    /// `bad_value`. A packet type that this end never sends does not compile.
    template <class Packet>
    requires requires(Session s, const Packet& p, std::span<std::uint8_t> out) { s.send(p, out); }
    tic::reason send(const Packet& packet) {
        if (line_.is_over()) return tic::reason::wrong_state;
        return send_packet(session_, line_, packet);
    }
    /// Refuses a packet that the program does not handle yet: closes the connection with `no-handler`.
    void not_yet() { close(close_reason::no_handler); }
    /// A handle for other connections and threads.
    [[nodiscard]] net::remote<Session> remote() { return {line_.post_home(), self(), version()}; }
    /// Posts functions to the thread of this peer's core.
    [[nodiscard]] poster home() { return line_.post_home(); }
    /// Closes the connection gracefully: what was sent before is still delivered.
    void close(close_reason why = close_reason::handler) {
        line_.close({.why = why, .refusal = {}, .handling = handling_});
    }

private:
    template <class, class>
    friend class hosted_conversation;
    template <class, class...>
    friend class reply;
    template <class, class...>
    friend class later_reply;

    using token = std::shared_ptr<peer*>;
    const token& self() {
        if (self_ == nullptr) self_ = std::make_shared<peer*>(this);
        return self_;
    }

    connection& line_;
    Session session_;
    token self_;  ///< null once the peer is gone; created for the first `remote` or later reply
    std::optional<std::uint16_t> handling_;  ///< the packet received last
    bool owes_ = false;
};

/// Reaches a peer from other connections and threads. It may outlive the peer.
template <class Session>
class remote {
public:
    remote(poster home, std::shared_ptr<peer<Session>*> to, unsigned version)
        : home_(std::move(home)), to_(std::move(to)), version_(version) {}

    /// The version of the connection.
    [[nodiscard]] unsigned version() const { return version_; }

    /// Calls `what` on the peer's thread, outside of all handlers, unless the connection is over by then. Strings of
    /// packets are views: `what` must own copies of those that it uses.
    void post(std::function<void(peer<Session>&)> what) const {
        home_([to = to_, what = std::move(what)] {
            if (*to != nullptr && (*to)->is_open()) what(**to);
        });
    }

private:
    poster home_;
    std::shared_ptr<peer<Session>*> to_;  // the pointer inside is read and written on the peer's thread only
    unsigned version_;
};

/// A reply to be given after `on` has returned, on the same thread. Nothing more is received from the peer until then.
template <class Session, class... Packets>
class later_reply {
public:
    explicit later_reply(std::shared_ptr<peer<Session>*> to) : to_(std::move(to)) {}
    later_reply(later_reply&&) noexcept = default;
    later_reply& operator=(later_reply&&) = delete;
    /// Closes the connection with `no-reply`, if the reply was not given.
    ~later_reply() {
        if (to_ != nullptr && *to_ != nullptr) (*to_)->close(close_reason::no_reply);
    }

    /// Returns false if the connection is over, or closes now because the packet cannot be sent (`bad-reply`).
    template <class Packet>
    requires(std::same_as<Packet, Packets> || ...) bool operator()(const Packet& packet) {
        if (to_ == nullptr || *to_ == nullptr) return false;
        peer<Session>& with = **std::exchange(to_, nullptr);
        with.owes_ = false;
        if (with.send(packet) != tic::reason::ok) {
            with.close(close_reason::bad_reply);
            return false;
        }
        with.line_.resume();
        return true;
    }

private:
    std::shared_ptr<peer<Session>*> to_;
};

/// Sends the reply to a request. Must be called once before `on` returns, unless `later` is.
template <class Session, class... Packets>
class reply {
public:
    explicit reply(peer<Session>& to) : to_(&to) {}

    template <class Packet>
    requires(std::same_as<Packet, Packets> || ...) void operator()(const Packet& packet) const {
        if (to_->is_open() && to_->send(packet) != tic::reason::ok) to_->close(close_reason::bad_reply);
    }
    [[nodiscard]] later_reply<Session, Packets...> later() const {
        to_->owes_ = true;
        return later_reply<Session, Packets...>(to_->self());
    }
    /// Refuses what the program does not handle yet: the connection closes with `no-handler`.
    void not_yet() const { to_->not_yet(); }

private:
    peer<Session>* to_;
};

/// Converts to the `reply` type of any handler.
template <class Session>
struct any_reply {
    peer<Session>& to;
    template <class... Packets>
    operator reply<Session, Packets...>() const {
        return reply<Session, Packets...>(to);
    }
};

template <class Session, class Make>
class hosted_conversation final : public conversation {
    using handler = std::invoke_result_t<Make&, peer<Session>&>;

public:
    hosted_conversation(connection& with, unsigned version, Make& make)
        : line_(with), peer_(with, version), handler_(make(peer_)) {}

    receive_status receive(std::span<const std::uint8_t>& bytes, bool retry_now) override {
        return receive_packets(
            peer_.session_, line_, bytes, retry_now, [this] { return peer_.owes_; },
            [this](const auto& packet) { handle(packet); });
    }
    close_cause end(std::span<const std::uint8_t> bytes) override { return end_of_packets(peer_.session_, bytes); }
    [[nodiscard]] bool is_idle() const override { return peer_.session_.owed() == 0; }
    void on_closed(const close_cause& why) override {
        if constexpr (requires { handler_.on_close(why); }) handler_.on_close(why);
    }

private:
    void handle(const typename Session::received_packet& packet) {
        if constexpr (requires { packet.kind(); }) {
            peer_.handling_ = static_cast<std::uint16_t>(packet.kind());
            packet.visit([this](const auto& received) {
                if constexpr (requires { handler_.on(received, any_reply<Session>{peer_}); }) {
                    handler_.on(received, any_reply<Session>{peer_});
                } else if constexpr (requires { handler_.on(received); }) {
                    handler_.on(received);
                } else {
                    peer_.close(close_reason::no_handler);
                }
            });
        }
        // Packets are handled one by one, so a reply that is still owed belongs to this packet.
        if (side_of<Session> == side::server && peer_.session_.owed() != 0 && !peer_.owes_)
            peer_.close(close_reason::no_reply);
    }

    connection& line_;
    peer<Session> peer_;
    handler handler_;
};

template <class Session, class Make>
class hosted_service final : public service {
public:
    hosted_service(const protocol_versions& speaks, Make make) : versions_(&speaks), make_(std::move(make)) {}
    [[nodiscard]] const protocol_versions& versions() const override { return *versions_; }
    [[nodiscard]] std::vector<std::string> received_names() const override { return received_names_of<Session>(); }
    [[nodiscard]] std::string path_of(const close_cause& cause) const override { return path_in<Session>(cause); }
    std::unique_ptr<conversation> open(connection& with, unsigned version) override {
        return std::make_unique<hosted_conversation<Session, Make>>(with, version, make_);
    }

private:
    const protocol_versions* versions_;
    Make make_;
};

/// A service for one core. `make(peer)` creates the handler of each connection, on the thread of the core.
template <class Session, class Make>
[[nodiscard]] std::unique_ptr<service> host(const protocol_versions& speaks, Make make) {
    return std::make_unique<hosted_service<Session, Make>>(speaks, std::move(make));
}

}  // namespace tic::net
