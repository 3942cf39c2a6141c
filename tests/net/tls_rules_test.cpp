// What a server's TLS never does, whatever its peer asks for: the peer is OpenSSL itself, with any settings.
#include <gtest/gtest.h>
#include <openssl/ssl.h>

#include <memory>
#include <string>
#include <vector>

#include "runtime/net/tls.hpp"
#include "tests/net/certificate.hpp"

namespace tic::net::tests {
namespace {

constexpr fingerprint prints[] = {0x11111111, 0x22222222};
constexpr protocol_versions ours{"fake", 1, prints};
constexpr std::string_view our_name = "tic:fake:2:22222222";

template <class T, auto Free>
struct freed {
    void operator()(T* one) const { Free(one); }
};
template <class T, auto Free>
using owned = std::unique_ptr<T, freed<T, Free>>;

/// A client over pipes in memory that checks nothing.
class openssl_peer {
public:
    openssl_peer() {
        SSL_set_bio(ssl_.get(), from_server_, to_server_);
        SSL_set_connect_state(ssl_.get());
    }
    void offer(std::initializer_list<std::string_view> names) {
        std::string list;
        for (const std::string_view name : names) (list += static_cast<char>(name.size())) += name;
        SSL_set_alpn_protos(ssl_.get(), reinterpret_cast<const unsigned char*>(list.data()),
                            static_cast<unsigned>(list.size()));
    }
    void exchange(tls_engine& with) {
        std::vector<std::uint8_t> some(100'000);
        std::vector<std::uint8_t> plain;
        for (int i = 0; i < 6; ++i) {
            std::size_t count = 0;
            SSL_read_ex(ssl_.get(), some.data(), some.size(), &count);  // the handshake, and tickets
            BIO_read_ex(to_server_, some.data(), some.size(), &count);
            with.receive(std::span(some).first(count), plain);
            while (with.is_paused()) with.receive({}, plain);
            if (!with.output().empty())
                BIO_write(from_server_, with.output().data(), static_cast<int>(with.output().size()));
            with.output().clear();
        }
    }
    [[nodiscard]] SSL* ssl() const { return ssl_.get(); }
    /// To be resumed; its ticket has come.
    [[nodiscard]] owned<SSL_SESSION, SSL_SESSION_free> session() const {
        return owned<SSL_SESSION, SSL_SESSION_free>(SSL_get1_session(ssl_.get()));
    }

private:
    owned<SSL_CTX, SSL_CTX_free> context_{SSL_CTX_new(TLS_client_method())};
    BIO* from_server_ = BIO_new(BIO_s_mem());
    BIO* to_server_ = BIO_new(BIO_s_mem());
    owned<SSL, SSL_free> ssl_{SSL_new(context_.get())};
};

class TlsRules : public ::testing::Test {
protected:
    std::unique_ptr<tls_engine> serve(bool leads_to_websocket = true) {
        std::string error;
        if (context == nullptr)
            context = tls_context::server(ours, leads_to_websocket, files.file(), files.key(), error);
        EXPECT_TRUE(context) << error;
        return std::make_unique<tls_engine>(context);
    }

    certificate files;
    std::shared_ptr<const tls_context> context;
    openssl_peer peer;
};

TEST_F(TlsRules, NothingOlderThan13) {
    const auto server = serve();
    peer.offer({our_name});
    SSL_set_max_proto_version(peer.ssl(), TLS1_2_VERSION);
    peer.exchange(*server);
    EXPECT_EQ(server->state(), tls_state::failed);
    EXPECT_EQ(server->failure(), "unsupported protocol");
}

TEST_F(TlsRules, NobodyWithoutAnAlpnName) {
    const auto server = serve();
    peer.exchange(*server);
    EXPECT_EQ(server->state(), tls_state::failed);
    EXPECT_TRUE(server->lacks_name());
}

TEST_F(TlsRules, NoWebSocketWhereThereIsNoSuchDoor) {
    const auto server = serve(false);
    peer.offer({"http/1.1"});
    peer.exchange(*server);
    EXPECT_EQ(server->state(), tls_state::failed);
    EXPECT_TRUE(server->lacks_name());
}

TEST_F(TlsRules, NoWebSocketForWhoOffersTheProtocolToo) {
    const auto server = serve();
    peer.offer({"http/1.1", our_name});
    peer.exchange(*server);
    EXPECT_EQ(server->state(), tls_state::open) << server->failure();
    EXPECT_FALSE(server->is_websocket());
    EXPECT_EQ(server->outcome().version, 2);
}

TEST_F(TlsRules, NoEarlyData) {
    const auto server = serve();
    peer.offer({our_name});
    peer.exchange(*server);
    ASSERT_EQ(server->state(), tls_state::open) << server->failure();
    ASSERT_EQ(SSL_SESSION_is_resumable(peer.session().get()), 1) << "a ticket has come";
    EXPECT_EQ(SSL_SESSION_get_max_early_data(peer.session().get()), 0U);
}

TEST_F(TlsRules, NoFloodOfKeyUpdates) {
    const auto server = serve();
    peer.offer({our_name});
    peer.exchange(*server);
    ASSERT_EQ(server->state(), tls_state::open) << server->failure();
    const auto update = [&] {
        ASSERT_EQ(SSL_key_update(peer.ssl(), SSL_KEY_UPDATE_REQUESTED), 1);
        ASSERT_EQ(SSL_do_handshake(peer.ssl()), 1);
    };
    const std::vector<std::uint8_t> data(16 * 1024, 'x');
    for (int i = 0; i < 100; ++i) {
        if (i % 32 == 31) {
            ASSERT_EQ(SSL_write(peer.ssl(), data.data(), 16 * 1024), 16 * 1024);
        }
        update();
        if (i % 20 == 0) peer.exchange(*server);
    }
    peer.exchange(*server);
    EXPECT_EQ(server->state(), tls_state::open) << server->failure();
    for (int i = 0; i < 100; ++i) update();
    peer.exchange(*server);
    EXPECT_EQ(server->state(), tls_state::failed);
    EXPECT_EQ(server->failure(), "more key updates than a conversation needs");
}

TEST_F(TlsRules, AResumedConnectionAgreesAnew) {
    const auto first = serve();
    peer.offer({our_name});
    peer.exchange(*first);
    const auto session = peer.session();
    struct {
        std::string_view offered;
        tls_state wanted;
    } const all[] = {{our_name, tls_state::open},
                     {"tic:fake:2:99999999", tls_state::failed},
                     {"tic:other:1:11111111", tls_state::failed},
                     {"", tls_state::failed}};
    for (const auto& [offered, wanted] : all) {
        openssl_peer again;
        if (!offered.empty()) again.offer({offered});
        SSL_set_session(again.ssl(), session.get());
        const auto server = serve();
        again.exchange(*server);
        EXPECT_EQ(server->state(), wanted) << offered;
        EXPECT_EQ(SSL_session_reused(again.ssl()), wanted == tls_state::open) << offered;
    }
}

}  // namespace
}  // namespace tic::net::tests
