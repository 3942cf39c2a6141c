// The example's server, over all four doors: values are set, read, removed and watched, by clients of different doors.
#include <gtest/gtest.h>

#include "examples/kv/handlers.hpp"
#include "tests/net/loopback.hpp"

namespace tic::net::tests {
namespace {

class kv_client : public waiting_client<kv::session<side::client>> {
public:
    explicit kv_client(const client_options& options) : waiting_client(options, kv::versions) {}

    std::string put(std::string_view key, std::string_view value) {
        return request(
            kv::Put{.key = key, .data = {reinterpret_cast<const std::uint8_t*>(value.data()), value.size()}});
    }
};

TEST(KvExample, ServesOverAllFourDoors) {
    const certificate files;
    shared all;
    server_options options = all_listeners(files);
    options.cores = 2;
    server at(
        options,
        [&all] {
            return host<::session>(kv::versions, [&all](peer<::session>& client) { return handlers(client, all); });
        },
        log(level::error));
    const auto wrong = at.start();
    ASSERT_FALSE(wrong) << *wrong;
    for (const transport_kind kind : all_transports) {
        SCOPED_TRACE(name_of(kind));
        kv_client watcher(client_to(at, kind, files));
        kv_client other(client_to(at, transport_kind::tcp, files));
        ASSERT_TRUE(watcher.opens() && other.opens());
        EXPECT_EQ(watcher.request(kv::Watch{.prefix = "col"}), R"({"Done":{}})");
        EXPECT_EQ(watcher.request(kv::Get{.key = "colour"}), R"({"Missing":{}})");
        EXPECT_EQ(other.put("colour", "green"), R"({"Done":{}})");
        EXPECT_EQ(watcher.pushed(), R"({"Changed":{"key":"colour"}})");
        EXPECT_EQ(watcher.request(kv::Get{.key = "colour"}), R"({"Value":{"data":"677265656e"}})");
        EXPECT_EQ(watcher.request(kv::Remove{.key = "colour"}), R"({"Done":{}})");
        EXPECT_EQ(other.request(kv::Remove{.key = "colour"}), R"({"Missing":{}})");
    }
}

}  // namespace
}  // namespace tic::net::tests
