// TLS 1.3 without sockets: ciphertext in and out, plaintext out and in. ALPN carries the opening; a peer that offers
// only `http/1.1` is led to the WebSocket door. An idle connection holds no buffers.
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

/// Whom a client believes: a certificate that is pinned, or those that the authorities of a file (of the system where
/// it is empty) have signed for the host.
struct tls_trust {
    std::string authorities;
    std::string pinned_sha256;  ///< of the certificate, lowercase hex; nothing else is checked then
};

enum class tls_role : std::uint8_t { server, client, websocket_client };

/// Certificates and the names on offer, shared by many connections.
class tls_context {
public:
    struct free_context {
        void operator()(ssl_ctx_st* context) const;
    };

    /// Reads PEM files. Nothing where that fails; `error` then tells what to mend. `versions` outlives it.
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

class tls_engine {
public:
    /// `host` is the name that a client asks for and checks.
    explicit tls_engine(std::shared_ptr<const tls_context> context, const std::string& host = {});
    tls_engine(const tls_engine&) = delete;
    tls_engine& operator=(const tls_engine&) = delete;
    ~tls_engine();

    /// A client's first bytes wait in `output` after this.
    void start();
    /// Takes all of the ciphertext; what it sends is appended.
    void receive(std::span<const std::uint8_t> ciphertext, std::vector<std::uint8_t>& plaintext);
    /// A server's handshake is made in steps, the longest of some 0.1 ms: where it has paused, `receive` goes on with
    /// it, on the same thread, and needs nothing more of the peer.
    [[nodiscard]] bool is_paused() const { return is_paused_; }
    /// Only when open.
    void write(std::span<const std::uint8_t> plaintext);
    /// Tells the peer that no more is coming.
    void end();
    /// Ciphertext to be sent; the caller empties it.
    [[nodiscard]] std::vector<std::uint8_t>& output() { return output_; }

    [[nodiscard]] tls_state state() const { return state_; }
    /// Good when open.
    [[nodiscard]] const opening_outcome& outcome() const { return outcome_; }
    [[nodiscard]] bool is_websocket() const { return is_websocket_; }
    /// It failed because the peer offered no name that is known here, or none at all.
    [[nodiscard]] bool lacks_name() const { return lacks_name_; }
    /// What OpenSSL sends of a failure.
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
    /// What TLS sends of its own, key updates above all, costs much and means nothing to the one who hosts it.
    [[nodiscard]] bool is_flooded() const { return own_messages_ > most_own_messages; }
    static constexpr unsigned most_own_messages = 32;  ///< between 16 KiB of plaintext

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
    std::uint32_t own_messages_ = 0;        ///< of the peer, since it was open or so much plaintext came
    std::uint32_t plaintext_received_ = 0;  ///< since then
};

}  // namespace tic::net
