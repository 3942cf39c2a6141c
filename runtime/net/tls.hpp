// TLS 1.3 without sockets: ciphertext comes in and plaintext out, and the reverse. ALPN agrees on the version; a client
// that offers only `http/1.1` continues as a WebSocket. An idle connection holds no buffers.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <tic/opening.hpp>

struct ssl_st;
struct ssl_ctx_st;

namespace tic::net {

/// The certificates that a client accepts: a pinned one, or those signed for the host by a trusted authority.
struct tls_trust {
    std::string authorities;    ///< a PEM file of trusted authorities; if empty, those of the system
    std::string pinned_sha256;  ///< of the certificate in lowercase hex; if set, nothing else is checked
};

enum class tls_role : std::uint8_t { server, client, websocket_client };

/// Certificates and ALPN names, shared by all connections.
class tls_context {
public:
    struct free_context {
        void operator()(ssl_ctx_st* context) const;
    };

    /// Reads PEM files. Returns null and sets `error` if that fails. `versions` must outlive the context.
    [[nodiscard]] static std::shared_ptr<const tls_context> server(const protocol_versions& versions,
                                                                   bool leads_to_websocket,
                                                                   const std::string& certificate,
                                                                   const std::string& key, std::string& error);
    [[nodiscard]] static std::shared_ptr<const tls_context> client(const protocol_versions& versions, tls_role role,
                                                                   const tls_trust& trust, std::string& error);

private:
    friend class tls_engine;
    friend struct tls_calls;
    tls_context(const protocol_versions& versions, tls_role role, bool leads_to_websocket);

    const protocol_versions* versions_;
    tls_role role_;
    bool leads_to_websocket_;
    std::string pinned_;
    std::unique_ptr<ssl_ctx_st, free_context> context_;
};

enum class tls_state : std::uint8_t { handshake, open, ended, failed };

/// One end of one TLS connection. Used on one thread.
class tls_engine {
public:
    /// `host`, for clients: the name or IP address that the certificate must be issued for, and the SNI name.
    explicit tls_engine(std::shared_ptr<const tls_context> context, const std::string& host = {});
    tls_engine(const tls_engine&) = delete;
    tls_engine& operator=(const tls_engine&) = delete;
    ~tls_engine();

    /// Begins the handshake: the first bytes of a client are in `output` afterwards.
    void start();
    /// Takes all of the ciphertext and appends the decrypted bytes to `plaintext`.
    void receive(std::span<const std::uint8_t> ciphertext, std::vector<std::uint8_t>& plaintext);
    /// A server's handshake runs in steps of about 0.1 ms at most. While it is paused between two steps, call `receive`
    /// again on the same thread, with or without bytes: the next step needs nothing more from the peer.
    [[nodiscard]] bool is_paused() const { return is_paused_; }
    /// Encrypts into `output`. Only in the state `open` or `ended`.
    void write(std::span<const std::uint8_t> plaintext);
    /// Appends `close_notify` to `output`: this end sends no more.
    void end();
    /// Ciphertext to send; it stays here until the caller removes it.
    [[nodiscard]] std::vector<std::uint8_t>& output() { return output_; }

    [[nodiscard]] tls_state state() const { return state_; }
    /// The version agreed on; valid in the state `open`, and after a failure of the agreement.
    [[nodiscard]] const opening_outcome& outcome() const { return outcome_; }
    [[nodiscard]] bool is_websocket() const { return is_websocket_; }
    /// The handshake failed because the peer offered no ALPN name, or none that is known here.
    [[nodiscard]] bool lacks_name() const { return lacks_name_; }
    /// The message of OpenSSL in the state `failed`.
    [[nodiscard]] const std::string& failure() const { return failure_; }

private:
    friend struct tls_calls;
    struct free_ssl {
        void operator()(ssl_st* ssl) const;
    };

    void shake_hands();
    void finish_handshake();
    void read(std::vector<std::uint8_t>& plaintext);
    void fail(const std::string& what);
    /// Messages of TLS itself after the handshake, above all key updates, cost a key derivation each and carry nothing
    /// for the application. TLS 1.3 does not limit them, so a peer could keep a core busy with few bytes. The limit is
    /// relative to the plaintext received: honest peers update their keys once in gigabytes.
    [[nodiscard]] bool is_flooded() const { return own_messages_ > most_own_messages; }
    static constexpr unsigned most_own_messages = 32;  ///< in each 16 KiB of plaintext

    std::shared_ptr<const tls_context> context_;
    std::unique_ptr<ssl_st, free_ssl> ssl_;
    std::span<const std::uint8_t> input_;  ///< during `receive`
    std::vector<std::uint8_t> unread_;     ///< while paused
    std::vector<std::uint8_t> output_;
    opening_outcome outcome_{.what = agreement::not_tic, .version = 0, .ours = 0, .theirs = 0};
    std::string failure_;
    tls_state state_ = tls_state::handshake;
    bool is_websocket_ = false;
    bool lacks_name_ = false;
    bool is_paused_ = false;
    std::uint32_t own_messages_ = 0;        ///< received since the handshake or the last 16 KiB
    std::uint32_t plaintext_received_ = 0;  ///< bytes since then
};

}  // namespace tic::net
