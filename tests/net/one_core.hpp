// One core and one of its connections over loopback, on the test's thread and with a clock that the test turns. The
// test is the peer.
#pragma once

#include <gtest/gtest.h>

#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>
#include <memory>
#include <string>
#include <string_view>

#include "runtime/net/core.hpp"
#include "tests/net/fake.hpp"

namespace tic::net::tests {

class one_core : public ::testing::Test {
protected:
    one_core() { clock_ = std::chrono::seconds(1000); }
    ~one_core() override {
        home.stop();
        runs();
    }

    /// A socket of the core whose other end is `there`.
    tcp_socket connect() {
        tcp_acceptor at(home.loop(), {asio::ip::address_v4::loopback(), 0});
        tcp_socket here(home.loop());
        there.connect(at.local_endpoint());
        at.accept(here);
        here.non_blocking(true);
        there.non_blocking(true);
        return here;
    }
    void keep(std::shared_ptr<socket_transport> one) {
        home.keep(one);
        kept = std::move(one);
    }

    /// All that the core has to do now; false where there was nothing.
    bool runs() {
        home.loop().restart();
        return home.loop().poll() != 0;
    }
    /// Until the test has what it waits for.
    template <class Done>
    [[nodiscard]] bool runs_until(Done done) {
        const auto late = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        for (runs(); !done(); runs())
            if (std::chrono::steady_clock::now() > late) return false;
        return true;
    }
    void pass(duration time) {
        clock_ += time;
        kept->tick(clock_);
        runs();
    }

    void sends(std::string_view bytes) { asio::write(there, asio::buffer(bytes.data(), bytes.size())); }
    void sends(const std::vector<std::uint8_t>& bytes) { asio::write(there, asio::buffer(bytes)); }
    /// So many bytes of what the core has sent.
    std::string receives(std::size_t count) {
        EXPECT_TRUE(runs_until([&] { return has_received(count); }));
        std::string some = received.substr(0, count);
        received.erase(0, count);
        return some;
    }
    /// Until the core sends no more.
    std::string receives_all() {
        EXPECT_TRUE(runs_until([&] { return !has_received(std::string::npos) && end.failed(); }));
        return std::exchange(received, {});
    }
    /// Sends the same again and again and reads nothing, until nobody takes more; so many bytes at most.
    void floods(const std::vector<std::uint8_t>& bytes, std::size_t most) {
        boost::system::error_code failed;
        std::size_t sent = 0;
        for (int idle = 0; idle < 100 && sent < most;) {
            const std::size_t count = there.write_some(asio::buffer(bytes), failed);
            sent += count;
            idle = runs() || count != 0 ? 0 : idle + 1;
        }
        EXPECT_LT(sent, most);
    }

    [[nodiscard]] std::string_view why() const { return net::name_of(kept->line().cause()); }
    std::uint64_t closed(close_reason of) { return home.counts().closed[static_cast<std::size_t>(of)].value(); }

private:
    bool has_received(std::size_t count) {
        char some[4096];
        while (received.size() < count && !end.failed()) {
            boost::system::error_code failed;
            const std::size_t more = there.read_some(asio::buffer(some), failed);
            received.append(some, more);
            if (failed == asio::error::would_block) break;
            end = failed;
        }
        return received.size() >= count;
    }
    static inline instant clock_;

protected:
    limits limit;
    log to{level::error};
    std::vector<std::string> origins;
    fake_service hosted;
    int left = 0;  ///< connections that are no more
    core home{{limit, to, origins, [] { return clock_; }, [this] { ++left; }}, hosted};
    asio::io_context peer_loop;
    tcp_socket there{peer_loop};
    std::string received;             ///< and not yet asked for
    boost::system::error_code end{};  ///< of what was received
    std::shared_ptr<socket_transport> kept;
};

}  // namespace tic::net::tests
