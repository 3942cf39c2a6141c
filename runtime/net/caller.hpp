// A client's side of a generated session, without sockets: requests with the function that gets the reply, and what the
// server sends unrequested. It outlives its connections: after one has ended the next is opened fresh.
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
class caller final : public service {
public:
    using incoming = typename Session::received_packet;
    /// The reply; nothing where the connection ended before it came. The packet is good until the function returns.
    using continuation = std::function<void(const incoming*)>;

    explicit caller(const protocol_versions& speaks) : versions_(&speaks) {}

    /// May be set at any time; called on the client's thread.
    std::function<void()> on_open;
    std::function<void(const incoming&)> on_push;
    std::function<void(const close_cause&)> on_close;

    [[nodiscard]] bool is_open() const { return talk_ != nullptr; }
    /// Good while open.
    [[nodiscard]] const Session& session() const { return talk_->session; }

    /// Says a request; the reply goes to `then`. `wrong_state` where it may not be sent now, or nobody is connected;
    /// `then` is not called then.
    template <class Packet>
    requires requires(Session s, const Packet& p, std::span<std::uint8_t> out) { s.send(p, out); }
    tic::reason request(const Packet& packet, continuation then) {
        if (talk_ == nullptr || talk_->line.is_over()) return tic::reason::wrong_state;
        const std::size_t before = talk_->session.owed();
        const tic::reason result = send_packet(talk_->session, talk_->line, packet);
        if (result != tic::reason::ok || talk_->session.owed() == before) return result;
        talk_->owed = talk_->session.owed();
        talk_->waiting.push_back(std::move(then));
        return result;
    }
    /// Says what has no reply.
    template <class Packet>
    requires requires(Session s, const Packet& p, std::span<std::uint8_t> out) { s.send(p, out); }
    tic::reason send(const Packet& packet) {
        return request(packet, [](const incoming*) {});
    }
    /// Ends the connection when all that was queued is sent.
    void close() {
        if (talk_ != nullptr) talk_->line.close(close_reason::finished);
    }

    [[nodiscard]] const protocol_versions& versions() const override { return *versions_; }
    [[nodiscard]] std::vector<std::string> received_names() const override { return received_names_of<Session>(); }
    [[nodiscard]] std::string place_of(const close_cause& cause) const override { return place_in<Session>(cause); }
    std::unique_ptr<conversation> open(connection& with, unsigned version) override {
        auto made = std::make_unique<talking>(*this, with, version);
        talk_ = made.get();
        if (on_open) on_open();
        return made;
    }

private:
    struct talking final : conversation {
        talking(caller& all, connection& with, unsigned version) : home(all), line(with), session(version) {}

        receive_status receive(std::span<const std::uint8_t>& bytes, bool now) override {
            owed = session.owed();
            return receive_packets(
                session, line, bytes, now, [] { return false; },
                [this](const incoming& received) { hand_out(received); });
        }
        void hand_out(const incoming& received) {
            // A reply is what lowers the count of those owed; all are void once the state is `Closed`.
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
        void gone(const close_cause& why) override {
            if (home.talk_ == this) home.talk_ = nullptr;
            for (const continuation& then : std::exchange(waiting, {})) then(nullptr);
            if (home.on_close) home.on_close(why);
        }

        caller& home;
        connection& line;
        Session session;
        std::size_t owed = 0;              ///< before the packet that is received next
        std::deque<continuation> waiting;  ///< in the order of the requests, as the replies are
    };

    const protocol_versions* versions_;
    talking* talk_ = nullptr;
};

}  // namespace tic::net
