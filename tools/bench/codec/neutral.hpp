// The workload as plain structs that belong to no codec: what every codec of the benchmark encodes, and must decode
// again.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace bench {

struct send_text {
    std::uint64_t conversation, client_msg;
    std::string text;
};
struct deliver {
    std::uint64_t conversation, sender, seq, sent_at_ms;
    std::string text;
};
struct sent {
    std::uint64_t client_msg, seq, at_ms;
};
struct delivered {
    std::uint64_t conversation, seq;
};
struct read_up_to {
    std::uint64_t conversation, up_to_seq;
};
struct typing {
    std::uint64_t conversation;
    bool on;
};
struct presence {
    std::uint64_t user;
    std::uint32_t state;
    std::uint64_t last_seen_ms;
    bool has_last_seen;
};
struct contact_sync {
    std::vector<std::uint64_t> phones;
};
struct profile {
    std::uint64_t user;
    std::string name, status;
    std::vector<std::string> keywords;
};

using packet = std::variant<send_text, deliver, sent, delivered, read_up_to, typing, presence, contact_sync, profile>;

/// The lines of workload.jsonl.
std::vector<packet> load(const std::string& path);

/// A checksum of a decoded packet, so that no codec can skip anything: every number, and each string's length, first
/// and last byte.
class reader {
public:
    void number(std::uint64_t v) { sum_ = sum_ * 31 + v; }
    void string(const char* data, std::size_t size) {
        number(size);
        if (size != 0) {
            number(static_cast<unsigned char>(data[0]));
            number(static_cast<unsigned char>(data[size - 1]));
        }
    }
    [[nodiscard]] std::uint64_t sum() const { return sum_; }

private:
    std::uint64_t sum_ = 0;
};

/// A codec to be measured: encodes the whole workload into its own buffer, and decodes it from there.
class codec {
public:
    codec() = default;
    codec(const codec&) = delete;
    codec& operator=(const codec&) = delete;
    virtual ~codec() = default;
    /// Returns the number of bytes.
    virtual std::size_t encode(const std::vector<packet>& all) = 0;
    /// Returns the checksum of what was decoded.
    virtual std::uint64_t decode() = 0;
};

}  // namespace bench
