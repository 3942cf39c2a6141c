// The example's server, over all four doors: values are set, read, removed and watched, by clients of different doors.
#include <gtest/gtest.h>
#include <net/caller.hpp>
#include <net/client.hpp>
#include <net/server.hpp>

#include <future>
#include <string>

#include "examples/kv/handlers.hpp"
#include "tests/net/certificate.hpp"

namespace tic::net::tests {
namespace {

using client_session = kv::session<role::client>;
constexpr auto long_enough = std::chrono::seconds(20);

std::string text_of(std::future<std::string> from) {
    return from.wait_for(long_enough) == std::future_status::ready ? from.get() : "nothing came";
}

std::string text_of(const kv::server_packet& said) {
    if (const auto* const value = said.get_if_Value()) return std::string(characters(value->data));
    if (said.get_if_Missing() != nullptr) return "Missing";
    return said.get_if_Done() != nullptr ? "Done" : "?";
}

class kv_client {
public:
    explicit kv_client(const client_options& options) : link_(options, caller_, log(level::error)) {
        caller_.on_open = [this] { opened_.set_value(); };
        caller_.on_push = [this](const kv::server_packet& said) {
            const auto* const changed = said.get_if_Changed();
            if (changed != nullptr && !std::exchange(has_changed_, true)) changed_.set_value(std::string(changed->key));
        };
        const auto wrong = link_.start();
        EXPECT_FALSE(wrong) << *wrong;
    }
    [[nodiscard]] bool opens() { return opened_.get_future().wait_for(long_enough) == std::future_status::ready; }
    std::string get(std::string key) {
        return ask([key](auto& by, auto then) { return by.ask(kv::Get{.key = key}, then); });
    }
    std::string put(std::string key, std::string value) {
        return ask([key, value](auto& by, auto then) {
            return by.ask(
                kv::Put{.key = key, .data = {reinterpret_cast<const std::uint8_t*>(value.data()), value.size()}},
                then);
        });
    }
    std::string remove(std::string key) {
        return ask([key](auto& by, auto then) { return by.ask(kv::Remove{.key = key}, then); });
    }
    std::string watch(std::string prefix) {
        return ask([prefix](auto& by, auto then) { return by.ask(kv::Watch{.prefix = prefix}, then); });
    }
    std::string changed() { return text_of(changed_.get_future()); }

private:
    template <class Say>
    std::string ask(Say say) {
        const auto promise = std::make_shared<std::promise<std::string>>();
        link_.post([this, say, promise] {
            const reason said = say(caller_, [promise](const kv::server_packet* got) {
                promise->set_value(got == nullptr ? "gone" : text_of(*got));
            });
            if (said != reason::ok) promise->set_value(std::string(name_of(said)));
        });
        return text_of(promise->get_future());
    }

    std::promise<void> opened_;
    std::promise<std::string> changed_;  // the first key
    bool has_changed_ = false;
    caller<client_session> caller_{kv::versions};
    client link_;
};

TEST(KvExample, ServesOverAllFourDoors) {
    const certificate files;
    shared all;
    server_options options;
    for (auto& port : options.ports) port = 0;
    options.certificate = files.file();
    options.key = files.key();
    options.cores = 2;
    server at(
        options,
        [&all] { return host<::session>(kv::versions, [&all](peer<::session>& client) { return handlers(client, all); }); },
        log(level::error));
    const auto wrong = at.start();
    ASSERT_FALSE(wrong) << *wrong;
    for (const way by : {way::tcp, way::tls, way::websocket, way::websocket_tls}) {
        SCOPED_TRACE(static_cast<int>(by));
        client_options there;
        there.by = by;
        there.trust.authorities = files.file();
        there.port = at.port(by == way::tcp ? door::tcp : by == way::websocket ? door::websocket : door::tls);
        kv_client watcher(there);
        there.by = way::tcp;
        there.port = at.port(door::tcp);
        kv_client other(there);
        ASSERT_TRUE(watcher.opens() && other.opens());
        EXPECT_EQ(watcher.watch("col"), "Done");
        EXPECT_EQ(watcher.get("colour"), "Missing");
        EXPECT_EQ(other.put("colour", "green"), "Done");
        EXPECT_EQ(watcher.changed(), "colour");
        EXPECT_EQ(watcher.get("colour"), "green");
        EXPECT_EQ(watcher.remove("colour"), "Done");
        EXPECT_EQ(other.remove("colour"), "Missing");
    }
}

}  // namespace
}  // namespace tic::net::tests
