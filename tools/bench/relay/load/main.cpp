// relay_load: one run against a server that is there, told as one line of JSON. Exit code 3: the server broke off.
#include <CLI/CLI.hpp>
#include <cstdio>

#include "driver.hpp"
#include "report.hpp"

int main(int count, char** words) {
    tic::bench::load_options options;
    const auto names = tic::bench::driver_names();
    CLI::App app("Users who talk with each other through a relay on 127.0.0.1, in open loop.");
    app.add_option("server", options.server, "Its protocol")
        ->required()
        ->check(CLI::IsMember(std::vector<std::string>(names.begin(), names.end())));
    app.add_option("port", options.port, "Its port")->required();
    app.add_option("--process", options.process, "Its process id, to measure what it costs");
    app.add_option("--connections", options.users, "Users; each has a connection")->check(CLI::Range(5, 1'000'000));
    app.add_option("--rate", options.rate, "Messages a second; 0: as fast as they are confirmed")
        ->check(CLI::NonNegativeNumber);
    app.add_option("--window", options.window, "With rate 0: messages under way; 0: 0.64 a user");
    app.add_option("--warm-up", options.warm_up, "Seconds before the measured ones")->check(CLI::NonNegativeNumber);
    app.add_option("--seconds", options.seconds, "Seconds that are measured")->check(CLI::PositiveNumber);
    app.add_option("--drain", options.drain, "Seconds to wait for what is under way at the end")
        ->check(CLI::NonNegativeNumber);
    app.add_option("--seed", options.seed, "Of who talks with whom and when");
    try {
        app.parse(count, words);
    } catch (const CLI::ParseError& wrong) {
        return app.exit(wrong) == 0 ? 0 : 2;
    }
    try {
        std::puts(tic::bench::report(options, tic::bench::run_load(options)).c_str());
        return 0;
    } catch (const tic::bench::broken& why) {
        std::fprintf(stderr, "relay_load: %s\n", why.what());
        return 3;
    }
}
