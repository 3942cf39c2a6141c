// Cores and listeners: every core listens on the same ports (SO_REUSEPORT), and the kernel spreads the connections.
#include "runtime/net/server.hpp"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <array>
#include <thread>

#include "runtime/net/admin.hpp"
#include "runtime/net/admission.hpp"
#include "runtime/net/core.hpp"
#include "runtime/net/metrics.hpp"
#include "runtime/net/websocket.hpp"

namespace tic::net {
namespace {

using boost::system::error_code;
using acceptor = std::shared_ptr<tcp_acceptor>;
using reuse_port = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;

constexpr auto pause_after_failure = std::chrono::milliseconds(100);

instant steady_now() { return std::chrono::steady_clock::now().time_since_epoch(); }

address_bytes bytes_of(const asio::ip::address& from) {
    return from.is_v6() ? from.to_v6().to_bytes()
                        : asio::ip::make_address_v6(asio::ip::v4_mapped, from.to_v4()).to_bytes();
}

acceptor open_acceptor(asio::io_context& loop, const tcp::endpoint& at, error_code& failed) {
    auto made = std::make_shared<tcp_acceptor>(loop);
    made->open(at.protocol(), failed);
    if (!failed) made->set_option(tcp_acceptor::reuse_address(true), failed);
    if (!failed) made->set_option(reuse_port(true), failed);
    if (!failed) made->bind(at, failed);
    if (!failed) made->listen(asio::socket_base::max_listen_connections, failed);
    return made;
}

}  // namespace

struct server::inside {
    inside(server_options given, std::function<std::unique_ptr<service>()> make, log logger)
        : options(std::move(given)), to(std::move(logger)), admission(options.limit, std::random_device{}()) {
        if (options.cores == 0) options.cores = std::max(1U, std::thread::hardware_concurrency());
        const core_context shared{options.limit, to, options.origins, steady_now, [this] { admission.release(); }};
        for (unsigned i = 0; i < options.cores; ++i) {
            services.push_back(make());
            cores.push_back(std::make_unique<core>(shared, *services.back()));
        }
    }

    std::optional<std::string> open_listeners();
    std::optional<std::string> open_admin();
    void accept(core& by, acceptor at, transport_kind kind);
    void let_in(core& by, tcp_socket socket, transport_kind kind);
    std::shared_ptr<const tls_context> read_certificate(std::string& error) const;
    admin_answer answer_admin(std::string_view path) const;
    void close_listeners();
    template <class Do>
    void on_each_core(Do&& what) {
        for (const auto& each : cores) asio::post(each->loop(), [what, &each] { what(*each); });
    }

    server_options options;
    log to;
    admission_control admission;
    std::vector<std::unique_ptr<service>> services;
    std::vector<std::unique_ptr<core>> cores;
    std::vector<std::pair<core*, acceptor>> acceptors;
    per_listener<std::uint16_t> ports;
    std::atomic<std::shared_ptr<const tls_context>> tls;
    std::vector<std::thread> threads;
    std::atomic<bool> is_ready{false};
    std::atomic<unsigned> running{0};
    admin_listener admin;  // destroyed first: it reports on all members above
};

std::shared_ptr<const tls_context> server::inside::read_certificate(std::string& error) const {
    const bool leads = options.ports.websocket.has_value();
    return tls_context::server(cores[0]->hosted().versions(), leads, options.certificate, options.key, error);
}

std::optional<std::string> server::inside::open_listeners() {
    error_code failed;
    const auto address = asio::ip::make_address(options.address);
    for (const transport_kind kind : listener_kinds) {
        if (!options.ports[kind]) continue;
        std::uint16_t& port = ports[kind] = *options.ports[kind];
        for (const auto& each : cores) {
            const acceptor made = open_acceptor(each->loop(), {address, port}, failed);
            if (failed)
                return "listener " + std::string(name_of(kind)) + " at " + options.address + " port " +
                       std::to_string(port) + ": " + failed.message();
            port = made->local_endpoint().port();  // the other cores share the free port that the first was given
            acceptors.emplace_back(each.get(), made);
            accept(*each, made, kind);
        }
        to.write(level::info, "open",
                 {{"listener", name_of(kind)}, {"address", options.address}, {"port", std::uint64_t{port}}});
    }
    return std::nullopt;
}

std::optional<std::string> server::inside::open_admin() {
    if (!options.admin_port) return std::nullopt;
    if (auto wrong = admin.open(*options.admin_port, [this](std::string_view path) { return answer_admin(path); }))
        return wrong;
    to.write(level::info, "open", {{"listener", std::string_view("admin")}, {"port", std::uint64_t{admin.port()}}});
    return std::nullopt;
}

admin_answer server::inside::answer_admin(std::string_view path) const {
    if (path == "/healthz") return {.status = 200, .text = "ok\n"};
    if (path == "/readyz")
        return is_ready ? admin_answer{.status = 200, .text = "ready\n"}
                        : admin_answer{.status = 503, .text = "draining\n"};
    if (path != "/metrics") return {};
    std::vector<const counters*> counts;
    for (const auto& each : cores) counts.push_back(&each->counts());
    return {.status = 200,
            .text = metrics_text(counts, admission.connections(), services[0]->received_names()),
            .type = "text/plain; version=0.0.4; charset=utf-8"};
}

void server::inside::accept(core& by, acceptor at, transport_kind kind) {
    at->async_accept([this, &by, at, kind](const error_code& failed, tcp_socket socket) {
        if (!at->is_open() || failed == asio::error::operation_aborted) return;
        if (!failed) {
            let_in(by, std::move(socket), kind);
            return accept(by, at, kind);
        }
        // Usually out of file descriptors: ending connections release some.
        to.write(level::warning, "accept failed", {{"detail", failed.message()}});
        const auto timer = std::make_shared<asio::steady_timer>(by.loop(), pause_after_failure);
        timer->async_wait([this, &by, at, kind, timer](const error_code&) { accept(by, at, kind); });
    });
}

void server::inside::let_in(core& by, tcp_socket socket, transport_kind kind) {
    error_code failed;
    const auto from = socket.remote_endpoint(failed);
    if (failed) return;
    const close_reason refused = admission.admit(bytes_of(from.address()), steady_now());
    if (refused != close_reason::none) return by.counts().count_close({.why = refused});
    prepare(socket);
    if (kind == transport_kind::websocket)
        return by.keep(make_websocket_transport(by, std::move(socket), side::server, nullptr, {}, {}));
    by.keep(
        make_stream_transport(by, std::move(socket), side::server, kind == transport_kind::tls ? tls.load() : nullptr));
}

void server::inside::close_listeners() {
    is_ready = false;
    for (const auto& [by, at] : acceptors) {
        asio::post(by->loop(), [at = at] {
            error_code ignored;
            at->close(ignored);
        });
    }
}

server::server(server_options options, std::function<std::unique_ptr<service>()> make, log to)
    : inside_(std::make_unique<inside>(std::move(options), std::move(make), std::move(to))) {}

server::~server() {
    stop();
    wait();
}

std::optional<std::string> server::check() {
    const server_options& given = inside_->options;
    error_code failed;
    asio::ip::make_address(given.address, failed);
    if (failed) return given.address + ": not an IP address";
    if (!given.ports.tcp && !given.ports.tls && !given.ports.websocket)
        return "no listener is configured: set the port of `tcp`, `tls` or `websocket`";
    return reload_certificate();
}

std::optional<std::string> server::start() {
    if (auto wrong = check()) return wrong;
    if (auto wrong = inside_->open_listeners()) return wrong;
    if (auto wrong = inside_->open_admin()) return wrong;
    for (const auto& each : inside_->cores) {
        ++inside_->running;
        inside_->threads.emplace_back([this, &each] {
            each->run();
            --inside_->running;
        });
    }
    inside_->is_ready = true;
    return std::nullopt;
}

std::uint16_t server::port(transport_kind listener) const { return inside_->ports[listener]; }
std::uint16_t server::admin_port() const { return inside_->admin.port(); }
std::size_t server::connections() const { return inside_->admission.connections(); }

std::optional<std::string> server::reload_certificate() {
    if (!inside_->options.ports.tls) return std::nullopt;
    std::string error;
    auto fresh = inside_->read_certificate(error);
    if (fresh == nullptr) return error;
    inside_->tls = std::move(fresh);
    return std::nullopt;
}

void server::drain() {
    inside_->to.write(level::info, "draining");
    inside_->close_listeners();
    inside_->on_each_core([](core& each) { each.drain(); });
}

void server::stop() {
    inside_->close_listeners();
    inside_->on_each_core([](core& each) { each.stop(); });
}

bool server::is_running() const { return inside_->running != 0; }

void server::wait() {
    for (auto& each : inside_->threads) each.join();
    inside_->threads.clear();
}

}  // namespace tic::net
