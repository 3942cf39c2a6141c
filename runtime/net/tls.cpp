// OpenSSL between spans: a BIO reads the bytes that `receive` was given, and appends to the output.
#include "runtime/net/tls.hpp"

#include <openssl/async.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <utility>

#include "runtime/tic/opening_names.hpp"

namespace tic::net {
namespace {

constexpr std::string_view http = "http/1.1";

std::string last_error() {
    const unsigned long code = ERR_peek_last_error();
    ERR_clear_error();
    const char* const text = code == 0 ? nullptr : ERR_reason_error_string(code);
    return text == nullptr ? "unknown" : text;
}

std::string_view characters_of(std::span<const std::uint8_t> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// The ALPN names of all versions, newest first, each after its length.
std::vector<unsigned char> alpn_offer(const protocol_versions& versions, tls_role role) {
    std::vector<unsigned char> made;
    const auto add = [&](std::string_view name) {
        made.push_back(static_cast<unsigned char>(name.size()));
        made.insert(made.end(), name.begin(), name.end());
    };
    if (role == tls_role::websocket_client)
        add(http);
    else
        for (unsigned v = versions.newest(); v >= versions.oldest; --v)
            add(name_of_version(versions, v, alpn_separator));
    return made;
}

std::string hex_of(std::span<const unsigned char> bytes) {
    std::string made;
    for (const unsigned char byte : bytes) {
        made += "0123456789abcdef"[byte >> 4U];
        made += "0123456789abcdef"[byte & 15U];
    }
    return made;
}

}  // namespace

/// Callbacks of OpenSSL.
struct tls_calls {
    static tls_engine& engine_of(BIO* bio) { return *static_cast<tls_engine*>(BIO_get_data(bio)); }

    static int read(BIO* bio, char* to, std::size_t room, std::size_t* count) {
        auto& input = engine_of(bio).input_;
        BIO_clear_retry_flags(bio);
        *count = 0;
        if (engine_of(bio).is_flooded()) return 0;
        *count = std::min(room, input.size());
        if (*count == 0) {
            BIO_set_retry_read(bio);
            return 0;
        }
        std::copy_n(input.begin(), *count, to);
        input = input.subspan(*count);
        return 1;
    }
    static int write(BIO* bio, const char* from, std::size_t size, std::size_t* count) {
        auto& output = engine_of(bio).output_;
        output.insert(output.end(), from, from + size);
        *count = size;
        return 1;
    }
    static long control(BIO*, int command, long, void*) { return command == BIO_CTRL_FLUSH ? 1 : 0; }
    static int create(BIO* bio) {
        BIO_set_init(bio, 1);
        return 1;
    }
    static BIO_METHOD* method() {
        static BIO_METHOD* const made = [] {
            BIO_METHOD* const one = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "tic spans");
            BIO_meth_set_read_ex(one, read);
            BIO_meth_set_write_ex(one, write);
            BIO_meth_set_ctrl(one, control);
            BIO_meth_set_create(one, create);
            return one;
        }();
        return made;
    }

    /// Ends a step of a server's handshake: `SSL_do_handshake` returns, and continues here when it is called again.
    ///
    /// A handshake takes about 1 ms of processor time, most of it in two operations with keys. A core that runs one in
    /// a single call delays every packet of its other connections by that time, and a flood of new connections delays
    /// them by as many milliseconds. So the handshake is cut at the points where OpenSSL calls back anyway, the choice
    /// of the ALPN name and each message written, and the core lets other connections run between two steps. The
    /// alternatives were a pool of threads for handshakes, which needs locks, hands sockets over, and lets a flood take
    /// the processors from the cores; and an engine with asynchronous private keys, which splits only one of the two
    /// operations. OpenSSL keeps the stack of an unfinished step in an ASYNC job. Invariants: a paused engine is
    /// continued on the thread that began the step, and `SSL_free` is called only when no step is unfinished, because
    /// it would leak the stack.
    static void pause() {
        if (ASYNC_get_current_job() != nullptr) ASYNC_pause_job();
    }
    static void message(int is_written, int, int type, const void*, std::size_t, SSL* ssl, void*) {
        if (type != SSL3_RT_HANDSHAKE) return;
        auto& engine = *static_cast<tls_engine*>(SSL_get_app_data(ssl));
        if (is_written != 0)
            pause();
        else if (engine.state_ == tls_state::open)
            ++engine.own_messages_;
    }

    /// The server's choice of an ALPN name; called in every handshake, including resumed ones.
    static int choose(SSL* ssl, const unsigned char** chosen, unsigned char* size, const unsigned char* offered,
                      unsigned length, void*) {
        pause();
        auto& engine = *static_cast<tls_engine*>(SSL_get_app_data(ssl));
        name_choice choice(*engine.context_->versions_, alpn_separator);
        std::span<const std::uint8_t> list(offered, length);
        std::span<const std::uint8_t> http_name;
        for (auto name = take_alpn_name(list); !name.empty(); name = take_alpn_name(list)) {
            if (choice.offer(characters_of(name))) {
                *chosen = name.data();
                *size = static_cast<unsigned char>(name.size());
            }
            if (characters_of(name) == http) http_name = name;
        }
        engine.outcome_ = choice.outcome();
        if (choice.outcome().what == agreement::agreed) return SSL_TLSEXT_ERR_OK;
        engine.lacks_name_ = !engine.context_->leads_to_websocket_ || http_name.empty();
        if (engine.lacks_name_) return SSL_TLSEXT_ERR_ALERT_FATAL;
        *chosen = http_name.data();
        *size = static_cast<unsigned char>(http_name.size());
        return SSL_TLSEXT_ERR_OK;
    }
};

void tls_context::free_context::operator()(ssl_ctx_st* context) const { SSL_CTX_free(context); }
void tls_engine::free_ssl::operator()(ssl_st* ssl) const { SSL_free(ssl); }

tls_context::tls_context(const protocol_versions& versions, tls_role role, bool leads_to_websocket)
    : versions_(&versions),
      role_(role),
      leads_to_websocket_(leads_to_websocket),
      context_(SSL_CTX_new(role == tls_role::server ? TLS_server_method() : TLS_client_method())) {
    SSL_CTX_set_min_proto_version(context_.get(), TLS1_3_VERSION);
    SSL_CTX_set_max_early_data(context_.get(), 0);
    SSL_CTX_set_session_cache_mode(context_.get(), SSL_SESS_CACHE_OFF);
    SSL_CTX_set_msg_callback(context_.get(), tls_calls::message);
    SSL_CTX_set_mode(context_.get(),
                     SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
}

std::shared_ptr<const tls_context> tls_context::server(const protocol_versions& versions, bool leads_to_websocket,
                                                       const std::string& certificate, const std::string& key,
                                                       std::string& error) {
    std::shared_ptr<tls_context> made(new tls_context(versions, tls_role::server, leads_to_websocket));
    SSL_CTX* const context = made->context_.get();
    const auto failed = [&](const std::string& what) {
        error = what + ": " + last_error();
        return nullptr;
    };
    // The key first: after a certificate, OpenSSL would report a key that does not fit it as no key at all.
    if (SSL_CTX_use_PrivateKey_file(context, key.c_str(), SSL_FILETYPE_PEM) != 1)
        return failed(key + ": no private key in PEM form");
    if (SSL_CTX_use_certificate_chain_file(context, certificate.c_str()) != 1)
        return failed(certificate + ": no certificate in PEM form");
    if (SSL_CTX_check_private_key(context) != 1) return failed(key + ": is not the key of " + certificate);
    const std::string_view name = versions.name;
    const auto length = static_cast<unsigned>(std::min<std::size_t>(name.size(), SSL_MAX_SID_CTX_LENGTH));
    SSL_CTX_set_session_id_context(context, reinterpret_cast<const unsigned char*>(name.data()), length);
    SSL_CTX_set_alpn_select_cb(context, tls_calls::choose, nullptr);
    // Clients without AES instructions list ChaCha20 first and get it; all others get the AES with the shortest keys.
    SSL_CTX_set_ciphersuites(context, "TLS_AES_128_GCM_SHA256:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_256_GCM_SHA384");
    SSL_CTX_set_options(context, SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_PRIORITIZE_CHACHA);
    SSL_CTX_set_num_tickets(context, 1);
    if (ASYNC_is_capable() == 1) SSL_CTX_set_mode(context, SSL_MODE_ASYNC);
    return made;
}

std::shared_ptr<const tls_context> tls_context::client(const protocol_versions& versions, tls_role role,
                                                       const tls_trust& trust, std::string& error) {
    std::shared_ptr<tls_context> made(new tls_context(versions, role, false));
    SSL_CTX* const context = made->context_.get();
    const std::vector<unsigned char> names = alpn_offer(versions, role);
    SSL_CTX_set_alpn_protos(context, names.data(), static_cast<unsigned>(names.size()));
    made->pinned_ = trust.pinned_sha256;
    if (!trust.pinned_sha256.empty()) return made;
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nullptr);
    const int loaded = trust.authorities.empty() ? SSL_CTX_set_default_verify_paths(context)
                                                 : SSL_CTX_load_verify_file(context, trust.authorities.c_str());
    if (loaded == 1) return made;
    error = trust.authorities + ": no certificates of authorities: " + last_error();
    return nullptr;
}

tls_engine::tls_engine(std::shared_ptr<const tls_context> context, const std::string& host)
    : context_(std::move(context)), ssl_(SSL_new(context_->context_.get())) {
    BIO* const bio = BIO_new(tls_calls::method());
    BIO_set_data(bio, this);
    SSL_set_bio(ssl_.get(), bio, bio);
    SSL_set_app_data(ssl_.get(), this);
    if (context_->role_ == tls_role::server)
        SSL_set_accept_state(ssl_.get());
    else
        SSL_set_connect_state(ssl_.get());
    if (context_->role_ == tls_role::server || host.empty()) return;
    const bool is_address = X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl_.get()), host.c_str()) == 1;
    if (is_address) return;
    ERR_clear_error();
    SSL_set_tlsext_host_name(ssl_.get(), host.c_str());
    SSL_set1_host(ssl_.get(), host.c_str());
}

tls_engine::~tls_engine() {
    while (is_paused_) shake_hands();  // SSL_free does not free the stack of a paused job
}

void tls_engine::start() {
    std::vector<std::uint8_t> none;
    receive({}, none);
}

void tls_engine::receive(std::span<const std::uint8_t> ciphertext, std::vector<std::uint8_t>& plaintext) {
    std::vector<std::uint8_t> unread = std::exchange(unread_, {});
    if (!unread.empty()) unread.insert(unread.end(), ciphertext.begin(), ciphertext.end());
    input_ = unread.empty() ? ciphertext : unread;
    ERR_clear_error();
    if (state_ == tls_state::handshake) shake_hands();
    if (state_ == tls_state::open) read(plaintext);
    if (is_paused_) unread_.assign(input_.begin(), input_.end());
    input_ = {};
}

void tls_engine::shake_hands() {
    const int done = SSL_do_handshake(ssl_.get());
    const int why = SSL_get_error(ssl_.get(), done);
    is_paused_ = why == SSL_ERROR_WANT_ASYNC;
    if (done == 1) return finish_handshake();
    if (!is_paused_ && why != SSL_ERROR_WANT_READ) fail(last_error());
}

void tls_engine::finish_handshake() {
    SSL_clear_mode(ssl_.get(), SSL_MODE_ASYNC);
    const unsigned char* name = nullptr;
    unsigned length = 0;
    SSL_get0_alpn_selected(ssl_.get(), &name, &length);
    const std::string_view chosen = characters_of({name, length});
    state_ = tls_state::open;
    is_websocket_ = chosen == http;
    if (context_->role_ != tls_role::server && !context_->pinned_.empty()) {
        std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
        unsigned size = 0;
        X509_digest(SSL_get0_peer_certificate(ssl_.get()), EVP_sha256(), digest.data(), &size);
        if (hex_of(std::span(digest).first(size)) != context_->pinned_)
            return fail("the certificate is not the one that is pinned");
    }
    lacks_name_ = length == 0;
    if (lacks_name_) return fail("no ALPN name was agreed");
    if (!is_websocket_ && context_->role_ != tls_role::server)
        outcome_ = accept_name(*context_->versions_, chosen, alpn_separator);
}

void tls_engine::read(std::vector<std::uint8_t>& plaintext) {
    constexpr std::size_t record = 16 * 1024;
    thread_local std::array<std::uint8_t, record> room;
    for (;;) {
        std::size_t count = 0;
        const int done = SSL_read_ex(ssl_.get(), room.data(), room.size(), &count);
        if (done == 1) {
            plaintext_received_ += static_cast<std::uint32_t>(count);
            if (plaintext_received_ >= record) plaintext_received_ = own_messages_ = 0;
            plaintext.insert(plaintext.end(), room.begin(), room.begin() + static_cast<std::ptrdiff_t>(count));
            continue;
        }
        const int why = SSL_get_error(ssl_.get(), done);
        if (is_flooded()) return fail("more key updates than a conversation needs");
        if (why == SSL_ERROR_WANT_READ) return;
        if (why != SSL_ERROR_ZERO_RETURN) return fail(last_error());
        state_ = tls_state::ended;
        return;
    }
}

void tls_engine::write(std::span<const std::uint8_t> plaintext) {
    while (!plaintext.empty() && (state_ == tls_state::open || state_ == tls_state::ended)) {
        std::size_t count = 0;
        ERR_clear_error();
        if (SSL_write_ex(ssl_.get(), plaintext.data(), plaintext.size(), &count) != 1) return fail(last_error());
        plaintext = plaintext.subspan(count);
    }
}

void tls_engine::end() {
    if (state_ == tls_state::open || state_ == tls_state::ended) SSL_shutdown(ssl_.get());
}

void tls_engine::fail(const std::string& what) {
    failure_ = what;
    state_ = tls_state::failed;
}

}  // namespace tic::net
