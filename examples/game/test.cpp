// Starts the server and connects a client with the same schema.
#include <net/client.hpp>
#include <net/client_session.hpp>
#include <net/server.hpp>

#include <cstdio>
#include <future>

#include "handlers.hpp"

int main() {
    shared all;
    tic::net::server_options options;
    options.ports.tcp = 0;
    tic::net::server server(options, [&all] {
        return tic::net::host<session>(game::versions,
                                       [&all](tic::net::peer<session>& peer) { return handlers(peer, all); });
    });
    if (const auto wrong = server.start()) return std::fprintf(stderr, "%s\n", wrong->c_str()), 1;

    tic::net::client_session<game::session<tic::side::client>> connection(game::versions);
    std::promise<void> opened;
    connection.on_open = [&opened] { opened.set_value(); };
    tic::net::client_options there;
    there.transport = tic::net::transport_kind::tcp;
    there.port = server.port(tic::net::transport_kind::tcp);
    there.reconnects = false;
    tic::net::client client(there, connection);
    if (const auto wrong = client.start()) return std::fprintf(stderr, "%s\n", wrong->c_str()), 1;
    const bool agreed = opened.get_future().wait_for(std::chrono::seconds(10)) == std::future_status::ready;
    client.stop();
    return agreed ? 0 : 1;
}
