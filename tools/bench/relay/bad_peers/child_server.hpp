// The server under attack: a process of its own, with a configuration and a certificate made for it.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace bad_peers {

class child_server {
public:
    /// Starts the program with all doors at free ports of loopback; the lines are added to its configuration.
    child_server(const std::string& program, const std::string& lines);
    child_server(const child_server&) = delete;
    child_server& operator=(const child_server&) = delete;
    ~child_server();

    /// Moves the calling thread to the server's core, the last one; all else of this process keeps to the others.
    void share_core() const;
    /// What is wrong, or empty.
    [[nodiscard]] const std::string& failure() const { return failure_; }
    /// Of `tcp`, `tls`, `websocket` or `admin`.
    [[nodiscard]] std::uint16_t port(const std::string& listener) const { return ports_.at(listener); }
    [[nodiscard]] std::size_t rss_bytes() const;
    [[nodiscard]] double cpu_seconds() const;
    /// The numbers of /metrics by name and labels; empty where the port does not answer.
    [[nodiscard]] std::map<std::string, double> metrics() const;

private:
    void prepare(const std::string& lines);
    void launch(const std::string& program);
    void read_ports();

    std::filesystem::path folder_;
    std::string failure_;
    std::map<std::string, std::uint16_t> ports_;
    int core_;
    pid_t process_ = -1;
};

}  // namespace bad_peers
