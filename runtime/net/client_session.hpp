// A client's end of a generated session, without sockets: requests with a function that gets the reply, and pushes. It
// outlives its connections, and begins a new session with each.
#pragma once

#include <deque>
#include <functional>
#include <utility>
#include <vector>

#include <tic/session.hpp>
#include "connection.hpp"
#include "receive_packets.hpp"

namespace tic::net {

template <class Session>
class client_session final : public service {
public:
    using incoming = typename Session::received_packet;
    /// Gets the reply, or null if the connection ended before it arrived. The packet is valid until the function
    /// returns.
    using continuation = std::function<void(const incoming*)>;

    explicit client_session(const protocol_versions& speaks) : versions_(&speaks) {}

    /// Callbacks, called on the client's thread. A new connection begins with `on_open`.
    std::function<void()> on_open;
    std::function<void(const incoming&)> on_push;
    std::function<void(const close_cause&)> on_close;

    [[nodiscard]] bool is_open() const { return current_ != nullptr; }
    /// Only while `is_open()`.
    [[nodiscard]] const Session& session() const { return current_->session; }

    /// Sends a request; `then` gets the reply. Returns `wrong_state` if it is not allowed now or there is no
    /// connection, or `bad_value`; `then` is not called after an error.
    template <class Packet>
    requires requires(Session s, const Packet& p, std::span<std::uint8_t> out) { s.send(p, out); }
    tic::reason request(const Packet& packet, continuation then) {
        if (current_ == nullptr || current_->line.is_over()) return tic::reason::wrong_state;
        const std::size_t before = current_->session.owed();
        const tic::reason result = send_packet(current_->session, current_->line, packet);
        if (result != tic::reason::ok || current_->session.owed() == before) return result;
        current_->owed = current_->session.owed();
        current_->waiting.push_back(std::move(then));
        return result;
    }
    /// Sends a packet without a reply. Returns as `request` does.
    template <class Packet>
    requires requires(Session s, const Packet& p, std::span<std::uint8_t> out) { s.send(p, out); }
    tic::reason send(const Packet& packet) {
        return request(packet, [](const incoming*) {});
    }
    /// Closes the connection gracefully: what was sent before is still delivered.
    void close() {
        if (current_ != nullptr) current_->line.close(close_reason::finished);
    }

    [[nodiscard]] const protocol_versions& versions() const override { return *versions_; }
    [[nodiscard]] std::vector<std::string> received_names() const override { return received_names_of<Session>(); }
    [[nodiscard]] std::string path_of(const close_cause& cause) const override { return path_in<Session>(cause); }
    std::unique_ptr<conversation> open(connection& with, unsigned version) override {
        auto made = std::make_unique<hosted_client>(*this, with, version);
        current_ = made.get();
        if (on_open) on_open();
        return made;
    }

private:
    struct hosted_client final : conversation {
        hosted_client(client_session& all, connection& with, unsigned version)
            : home(all), line(with), session(version) {}

        receive_status receive(std::span<const std::uint8_t>& bytes, bool retry_now) override {
            owed = session.owed();
            return receive_packets(
                session, line, bytes, retry_now, [] { return false; },
                [this](const incoming& received) { dispatch(received); });
        }
        void dispatch(const incoming& received) {
            // A packet is a reply if it lowers the number of requests owed; `Closed` cancels all of them.
            const bool is_reply = session.owed() < owed || session.is_closed();
            if (is_reply && !waiting.empty()) {
                const continuation then = std::move(waiting.front());
                waiting.pop_front();
                then(&received);
            } else if (home.on_push) {
                home.on_push(received);
            }
            owed = session.owed();
        }
        close_cause end(std::span<const std::uint8_t> bytes) override { return end_of_packets(session, bytes); }
        [[nodiscard]] bool is_idle() const override { return waiting.empty(); }
        void on_closed(const close_cause& why) override {
            if (home.current_ == this) home.current_ = nullptr;
            for (const continuation& then : std::exchange(waiting, {})) then(nullptr);
            if (home.on_close) home.on_close(why);
        }

        client_session& home;
        connection& line;
        Session session;
        std::size_t owed = 0;              ///< requests owed before the next packet is received
        std::deque<continuation> waiting;  ///< in the order of the requests, as the replies are
    };

    const protocol_versions* versions_;
    hosted_client* current_ = nullptr;
};

}  // namespace tic::net
