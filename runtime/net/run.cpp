// The main thread waits for signals; each core has a thread of its own.
#include "run.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string_view>

#include "config.hpp"
#include "server.hpp"

namespace tic::net {
namespace {

constexpr int wrong_usage = 2;
constexpr int not_started = 3;
constexpr std::size_t files_beside = 64;  // for listeners, event loops, and files that handlers open

int report(std::string_view what, int code) {
    std::cerr << "error: " << what << '\n';
    return code;
}

/// Grows the kernel's table of files of this process now: while there are threads, each growth blocks the accepting
/// thread for about 20 ms.
void make_room_for_files(std::size_t count) {
    const int last = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, static_cast<int>(count) - 1);
    if (last >= 0) close(last);
}

/// Raises the limit of open files to what this process may have: each connection is one.
void allow_many_files(std::size_t connections, const log& to) {
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) != 0) return;
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    make_room_for_files(std::min<std::size_t>(connections + files_beside, files.rlim_max));
    if (files.rlim_max < connections)
        to.write(level::warning, "fewer files than connections are allowed",
                 {{"files", std::uint64_t{files.rlim_max}}, {"connections", std::uint64_t{connections}}});
}

/// Serves until SIGINT, or until the last connection has left after SIGTERM.
void serve(server& at, const log& to, const sigset_t& signals) {
    constexpr timespec pause{.tv_sec = 0, .tv_nsec = 100'000'000};
    for (bool is_draining = false; at.is_running();) {
        const int signal = is_draining ? sigtimedwait(&signals, nullptr, &pause) : sigwaitinfo(&signals, nullptr);
        if (signal == SIGINT) return at.stop();
        if (signal == SIGTERM) at.drain();
        is_draining = is_draining || signal == SIGTERM;
        if (signal != SIGHUP) continue;
        const auto wrong = at.reload_certificate();
        if (wrong)
            to.write(level::error, "certificate not read", {{"detail", std::string_view(*wrong)}});
        else
            to.write(level::info, "certificate read");
    }
}

}  // namespace

int run(int count, char** words, std::function<std::unique_ptr<service>()> make) {
    const bool only_checks = count == 3 && std::string_view(words[1]) == "--check";
    if (count != 2 && !only_checks)
        return report("usage: " + std::string(words[0]) + " [--check] FILE.conf", wrong_usage);
    const std::string file = words[count - 1];
    std::ifstream in(file, std::ios::binary);
    if (!in) return report(file + ": cannot be read", wrong_usage);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    server_options options;
    if (const auto wrong = read_config(text, file, options)) return report(*wrong, wrong_usage);
    // Before there are threads, so that none of them gets these.
    sigset_t signals;
    sigemptyset(&signals);
    for (const int each : {SIGHUP, SIGTERM, SIGINT}) sigaddset(&signals, each);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    const log to;
    server at(options, std::move(make), to);
    if (only_checks) {
        const auto wrong = at.check();
        return wrong ? report(file + ": " + *wrong, wrong_usage) : 0;
    }
    allow_many_files(options.limit.connections, to);
    if (const auto wrong = at.start()) return report(*wrong, not_started);
    serve(at, to, signals);
    at.wait();
    return 0;
}

}  // namespace tic::net
