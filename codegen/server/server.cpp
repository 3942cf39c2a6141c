// The files of a server project, each a template.
#include "codegen/server/server.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "codegen/cpp/model.hpp"
#include "codegen/emit/template.hpp"

namespace tic::server {
namespace {

/// A request, and what it may be answered with in any state of any version.
struct request {
    std::string name;
    std::string doc;
    std::vector<std::string> replies;
};

std::vector<request> requests_of(const layout& plan) {
    const cpp::model names(plan);
    std::vector<request> made;
    for (index i = 0; i < plan.packets.client.size(); ++i) {
        const auto& packet = plan.packets.client[i];
        std::set<index> replies;
        for (const auto& rule : plan.rules) {
            if (rule.packet != i) continue;
            for (const auto& each : plan.replies.subspan(rule.first_reply, rule.reply_count))
                replies.insert(each.packet);
        }
        request one{names.type_name(packet.type), std::string(plan.types[packet.type].doc), {}};
        for (const index each : replies) one.replies.push_back(names.type_name(plan.packets.server[each].type));
        made.push_back(std::move(one));
    }
    return made;
}

/// The namespace that the header has.
std::string space_of(const layout& plan) { return cpp::model::name(plan.protocol); }

std::string_view first_line(std::string_view doc) { return doc.substr(0, doc.find('\n')); }

/// `kv::Value, kv::Missing`.
std::string reply_list(const layout& plan, const request& one) {
    std::string made;
    for (const auto& each : one.replies)
        made += fmt::format("{}{}::{}", made.empty() ? "" : ", ", space_of(plan), each);
    return made;
}

std::string print_declarations(const layout& plan) {
    std::string made;
    for (const auto& one : requests_of(plan)) {
        if (!one.doc.empty()) made += fmt::format("/// {}\n", first_line(one.doc));
        if (one.replies.empty())
            made += fmt::format("void on(const {}::{}& packet);\n", space_of(plan), one.name);
        else
            made += fmt::format("void on(const {}::{}& request, reply<{}> answer);\n", space_of(plan), one.name,
                                reply_list(plan, one));
    }
    return made;
}

std::string print_handlers_header(const layout& plan, std::string_view schema_file) {
    return emit::fill({{"protocol", plan.protocol},
                       {"space", space_of(plan)},
                       {"schema", schema_file},
                       {"declarations", print_declarations(plan)}},
                      R"(
        // The handlers of the $protocol$ server. Generated once from $schema$; edit this file.
        #pragma once

        #include <net/serve.hpp>

        #include "$protocol$.hpp"

        using session = $space$::session<tic::side::server>;
        template <class... Packets>
        using reply = tic::net::reply<session, Packets...>;

        /// State shared by all connections. All cores use it at the same time, so its members must be thread-safe.
        struct shared {};

        /// One connection. Strings and lists of a request are valid until `on` returns. If there is a function
        /// `void on_close(const tic::net::close_cause& cause)`, it is called once, when the connection ends.
        class handlers {
        public:
            handlers(tic::net::peer<session>& client, shared& all) : client_(client), all_(all) {}

            $declarations$

        private:
            [[maybe_unused]] tic::net::peer<session>& client_;  // `client_.send(…)` sends pushes
            [[maybe_unused]] shared& all_;
        };
    )");
}

std::string print_handlers(const layout& plan) {
    std::string made =
        "// One function for each request. `not_yet` refuses it: the connection is closed with the reason "
        "`no-handler`.\n#include \"handlers.hpp\"\n";
    for (const auto& one : requests_of(plan)) {
        if (one.replies.empty()) {
            made +=
                fmt::format("\nvoid handlers::on(const {}::{}&) {{ client_.not_yet(); }}\n", space_of(plan), one.name);
        } else {
            made += fmt::format("\nvoid handlers::on(const {}::{}&, reply<{}> answer) {{ answer.not_yet(); }}\n",
                                space_of(plan), one.name, reply_list(plan, one));
        }
    }
    return made;
}

std::string print_main(const layout& plan) {
    return emit::fill({{"protocol", plan.protocol}, {"space", space_of(plan)}}, R"(
        // The $protocol$ server: `$protocol$_server $protocol$.conf`.
        #include <net/run.hpp>

        #include "handlers.hpp"

        int main(int count, char** words) {
            shared all;
            return tic::net::run(count, words, [&all] {
                return tic::net::host<session>($space$::versions,
                                               [&all](tic::net::peer<session>& peer) { return handlers(peer, all); });
            });
        }
    )");
}

std::string print_test(const layout& plan) {
    return emit::fill({{"protocol", plan.protocol}, {"space", space_of(plan)}}, R"(
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
                return tic::net::host<session>($space$::versions,
                                               [&all](tic::net::peer<session>& peer) { return handlers(peer, all); });
            });
            if (const auto wrong = server.start()) return std::fprintf(stderr, "%s\n", wrong->c_str()), 1;

            tic::net::client_session<$space$::session<tic::side::client>> connection($space$::versions);
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
    )");
}

std::string print_configuration(const layout& plan) {
    return emit::fill({{"protocol", plan.protocol}, {"space", space_of(plan)}}, R"(
        # Configuration of the $protocol$ server. `$protocol$_server --check $protocol$.conf` reports errors.
        address = 127.0.0.1
        tcp = 7000
        # tls = 7001
        # certificate = certificate.pem
        # key = key.pem
        # websocket = 7002
        # origins = https://example.org
        admin = 7003
        # cores = 0                 # all processors of the machine; 1 by default
        # connections = 100000      # all limits: net/limits.hpp
    )");
}

std::string print_cmake(const layout& plan, std::string_view schema_file) {
    return emit::fill({{"protocol", plan.protocol}, {"schema", schema_file}}, R"(
        # The $protocol$ server and its test.
        cmake_minimum_required(VERSION 3.25)
        project($protocol$_server LANGUAGES CXX)
        set(CMAKE_CXX_STANDARD 20)
        set(CMAKE_CXX_STANDARD_REQUIRED ON)
        if(NOT TARGET tictoc::net)
          find_package(tictoc REQUIRED)
        endif()

        add_executable($protocol$_server main.cpp handlers.cpp)
        target_link_libraries($protocol$_server PRIVATE tictoc::net)
        tic_generate(TARGET $protocol$_server SCHEMA $schema$)

        enable_testing()
        add_executable($protocol$_server_test test.cpp handlers.cpp)
        target_link_libraries($protocol$_server_test PRIVATE tictoc::net)
        tic_generate(TARGET $protocol$_server_test SCHEMA $schema$)
        add_test(NAME $protocol$_server COMMAND $protocol$_server_test)
    )");
}

}  // namespace

std::vector<project_file> print_project(const layout& plan, std::string_view schema_file) {
    return {
        {"CMakeLists.txt", print_cmake(plan, schema_file)},
        {"handlers.hpp", print_handlers_header(plan, schema_file)},
        {"handlers.cpp", print_handlers(plan)},
        {"main.cpp", print_main(plan)},
        {"test.cpp", print_test(plan)},
        {std::string(plan.protocol) + ".conf", print_configuration(plan)},
    };
}

}  // namespace tic::server
