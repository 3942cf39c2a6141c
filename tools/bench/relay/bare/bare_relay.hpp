// What the kernel costs: a relay that reads frames of u32 user, u32 length, payload, and passes each on to its user.
// One core, epoll, one write for all that a turn has for a connection. No names, no memory, no checks beyond its own
// safety.
#pragma once

#include <cstdint>
#include <vector>

namespace tic::bench {

class bare_relay {
public:
    /// Listens on 127.0.0.1; port 0 is any free one. Throws std::runtime_error.
    explicit bare_relay(std::uint16_t port);
    bare_relay(const bare_relay&) = delete;
    bare_relay& operator=(const bare_relay&) = delete;
    ~bare_relay();

    [[nodiscard]] std::uint16_t port() const;
    /// Until `stop`, which any thread and any signal handler may call.
    void run();
    void stop() const;

private:
    using byte_list = std::vector<std::uint8_t>;
    struct line {
        bool is_open = false;
        bool is_touched = false;
        bool is_blocked = false;  ///< the kernel takes no more for now
        std::int64_t user = -1;   ///< who has entered here
        byte_list begun;          ///< a frame that is not whole
        byte_list out;
    };

    void accept_all();
    void read(int file);
    /// How many bytes of whole frames there were; a frame too long closes the connection.
    [[nodiscard]] std::size_t pass_on(int from, const std::uint8_t* bytes, std::size_t size);
    void write(int file);
    void close_line(int file);
    void watch(int file, int how, std::uint32_t what) const;

    int listener_ = -1;
    int epoll_ = -1;
    int stopper_ = -1;
    std::vector<line> lines_;   ///< by file
    std::vector<int> file_of_;  ///< by user; -1: nobody
    std::vector<int> touched_;
    byte_list room_;
};

}  // namespace tic::bench
