// Resolve, connect, carry; when that ends, wait and begin again.
#include "runtime/net/client.hpp"

#include <boost/asio/connect.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>

#include <random>
#include <thread>

#include "runtime/net/core.hpp"
#include "runtime/net/websocket.hpp"

namespace tic::net {
namespace {

using boost::system::error_code;

instant steady_now() { return std::chrono::steady_clock::now().time_since_epoch(); }

}  // namespace

struct client::inside {
    inside(client_options given, service& hosts, log logger)
        : options(std::move(given)),
          to(std::move(logger)),
          hosted(hosts),
          home({options.limit, to, none, steady_now, [this] { connect_later(); }}, hosts),
          pause(options.backoff) {}

    void connect();
    void carry(tcp_socket socket);
    void connect_later();

    client_options options;
    log to;
    service& hosted;
    std::vector<std::string> none;
    core home;
    backoff pause;
    std::shared_ptr<const tls_context> tls;
    tcp::resolver resolver{home.loop()};
    tcp_socket socket{home.loop()};
    asio::steady_timer timer{home.loop()};
    std::mt19937_64 random{std::random_device{}()};
    std::uint64_t agreed_before = 0;
    bool is_stopping = false;
    std::thread thread;
};

void client::inside::connect() {
    resolver.async_resolve(
        options.host, std::to_string(options.port),
        [this](const error_code& failed, const tcp::resolver::results_type& found) {
            if (failed) {
                to.write(level::warning, "no address", {{"host", options.host}, {"detail", failed.message()}});
                return connect_later();
            }
            socket = tcp_socket(home.loop());
            asio::async_connect(socket, found, [this](const error_code& refused, const tcp::endpoint&) {
                if (refused) {
                    to.write(level::warning, "not connected", {{"host", options.host}, {"detail", refused.message()}});
                    return connect_later();
                }
                carry(std::move(socket));
            });
        });
}

void client::inside::carry(tcp_socket made) {
    prepare(made);
    if (options.transport != transport_kind::websocket)
        return home.keep(make_stream_transport(home, std::move(made), side::client, tls, options.host));
    home.keep(make_websocket_transport(home, std::move(made), side::client, nullptr, {}, options.host));
}

void client::inside::connect_later() {
    if (is_stopping || !options.reconnects) return;
    const std::uint64_t agreed = home.counts().agreed.value();
    if (std::exchange(agreed_before, agreed) != agreed) pause.reset();
    timer.expires_after(pause.wait(random()));
    timer.async_wait([this](const error_code& failed) {
        if (!failed) connect();
    });
}

client::client(client_options options, service& hosted, log to)
    : inside_(std::make_unique<inside>(std::move(options), hosted, std::move(to))) {}

client::~client() { stop(); }

std::optional<std::string> client::start() {
    auto& in = *inside_;
    if (in.options.transport == transport_kind::tls || in.options.transport == transport_kind::websocket_tls) {
        std::string error;
        const tls_role role =
            in.options.transport == transport_kind::tls ? tls_role::client : tls_role::websocket_client;
        in.tls = tls_context::client(in.hosted.versions(), role, in.options.trust, error);
        if (in.tls == nullptr) return error;
    }
    asio::post(in.home.loop(), [&in] { in.connect(); });
    in.thread = std::thread([&in] { in.home.run(); });
    return std::nullopt;
}

void client::post(std::function<void()> what) { asio::post(inside_->home.loop(), std::move(what)); }

void client::stop() {
    auto& in = *inside_;
    if (!in.thread.joinable()) return;
    asio::post(in.home.loop(), [&in] {
        in.is_stopping = true;
        in.home.stop();
    });
    in.thread.join();
}

}  // namespace tic::net
