// Started with fork and exec; its ports are read from the first lines of its log.
#include "tools/bench/relay/bad_peers/child_server.hpp"

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>

#include "tools/bench/relay/bad_peers/sockets.hpp"

namespace bad_peers {
namespace {

constexpr std::size_t listeners = 4;
constexpr auto patience = std::chrono::seconds(10);

/// Asks again where the other end is not that far; empty when patience ends.
template <class Ask>
auto keep_requesting(Ask ask) {
    const moment late = now() + patience;
    for (;;) {
        auto got = ask();
        if (got || now() > late) return got;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
}

int last_core() {
    cpu_set_t all;
    ::sched_getaffinity(0, sizeof all, &all);
    int last = 0;
    for (int i = 0; i < CPU_SETSIZE; ++i) last = CPU_ISSET(i, &all) ? i : last;
    return last;
}

/// Of the calling thread and those that it starts.
void keep_to(const cpu_set_t& cores) {
    if (CPU_COUNT(&cores) != 0) ::sched_setaffinity(0, sizeof cores, &cores);
}
cpu_set_t only(int core) {
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(core, &one);
    return one;
}
cpu_set_t all_but(int core) {
    cpu_set_t others;
    ::sched_getaffinity(0, sizeof others, &others);
    CPU_CLR(core, &others);
    return others;
}

}  // namespace

child_server::child_server(const std::string& program, const std::string& lines) : core_(last_core()) {
    std::string pattern = (std::filesystem::temp_directory_path() / "bad_peers_XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
    prepare(lines);
    if (failure_.empty()) launch(program);
    if (failure_.empty()) read_ports();
}

child_server::~child_server() {
    if (process_ > 0) {
        ::kill(process_, SIGINT);
        ::waitpid(process_, nullptr, 0);
    }
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

void child_server::prepare(const std::string& lines) {
    const std::string certificate = (folder_ / "certificate.pem").string();
    const std::string key = (folder_ / "key.pem").string();
    const std::string make =
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost -keyout " +
        key + " -out " + certificate + " 2>/dev/null";
    if (std::system(make.c_str()) != 0) failure_ = "openssl, the command, makes no certificate";
    std::ofstream(folder_ / "server.conf")
        << "tcp = 0\ntls = 0\nwebsocket = 0\nadmin = 0\ncertificate = " << certificate << "\nkey = " << key << '\n'
        << lines;
}

void child_server::launch(const std::string& program) {
    const std::string log = (folder_ / "log").string();
    const std::string conf = (folder_ / "server.conf").string();
    process_ = ::fork();
    if (process_ != 0) return keep_to(all_but(core_));
    keep_to(only(core_));
    const int to = ::open(log.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    ::dup2(to, STDERR_FILENO);
    ::execl(program.c_str(), program.c_str(), conf.c_str(), nullptr);
    ::_exit(127);
}

void child_server::share_core() const { keep_to(only(core_)); }

void child_server::read_ports() {
    const auto all_open = [this] {
        std::ifstream log(folder_ / "log");
        for (std::string line; std::getline(log, line);) {
            const auto told = nlohmann::json::parse(line, nullptr, false);
            if (told.is_object() && told.value("event", "") == "open") ports_[told["listener"]] = told["port"];
        }
        return ports_.size() == listeners;
    };
    if (!keep_requesting(all_open)) failure_ = "the server did not open its listeners";
}

std::size_t child_server::rss_bytes() const {
    std::ifstream in("/proc/" + std::to_string(process_) + "/statm");
    std::size_t pages = 0;
    in >> pages >> pages;
    return pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

double child_server::cpu_seconds() const {
    std::ifstream in("/proc/" + std::to_string(process_) + "/stat");
    std::string word;
    double ticks = 0;
    for (int i = 1; in >> word && i <= 15; ++i)
        if (i >= 14) ticks += std::stod(word);
    return ticks / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

std::map<std::string, double> child_server::metrics() const {
    file socket = connect_from(1, port("admin"));
    const std::string request = "GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n";
    std::string text;
    const auto talk = [&] { return send_some(socket, request) > 0; };
    if (!keep_requesting(talk)) return {};
    std::uint8_t room[16384];
    const auto receive = [&] {
        const auto count = receive_some(socket, room);
        if (count > 0) text.append(reinterpret_cast<const char*>(room), static_cast<std::size_t>(count));
        return count < 0;
    };
    if (!keep_requesting(receive)) return {};
    std::map<std::string, double> made;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        const std::size_t blank = line.rfind(' ');
        if (line.empty() || line[0] == '#' || line.rfind("tic_", 0) != 0 || blank == std::string::npos) continue;
        made[line.substr(0, blank)] = std::atof(line.c_str() + blank);
    }
    return made;
}

}  // namespace bad_peers
