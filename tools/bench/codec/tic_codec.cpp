// The workload through generated code.
#include "tools/bench/codec/tic_codec.hpp"

#include "workload.hpp"

#include <cstdio>
#include <cstdlib>
#include <memory>

namespace bench {
namespace {

using namespace workload;

class tic_codec final : public codec {
public:
    std::size_t encode(const std::vector<packet>& all) override {
        out_.resize(all.size() * 128 + client_max_bytes);
        sizes_.clear();
        sizes_.reserve(all.size());
        client_memory memory;
        std::size_t at = 0;
        for (const packet& p : all) {
            const std::span<std::uint8_t> room(out_.data() + at, out_.size() - at);
            const auto size = std::visit([&](const auto& one) { return write(one, room, memory); }, p);
            if (!size.ok()) std::abort();
            sizes_.push_back(*size);
            at += *size;
        }
        return at;
    }

    std::uint64_t decode() override {
        client_memory memory;
        tic::arena arena(arena_);
        reader to;
        const std::uint8_t* at = out_.data();
        for (const std::size_t size : sizes_) {
            arena.clear();
            const auto got = workload::decode({at, size}, memory, 1, arena);
            if (!got.ok()) std::abort();
            at += size;
            got->packet.visit([&](const auto& one) { read(to, one); });
        }
        return to.sum();
    }

private:
    template <class T>
    static tic::result<std::size_t> put(const T& p, std::span<std::uint8_t> out, client_memory& m) {
        return workload::encode(p, out, m, 1);
    }
    static tic::result<std::size_t> write(const send_text& p, std::span<std::uint8_t> out, client_memory& m) {
        return put(SendText{.conversation = {p.conversation}, .client_msg = p.client_msg, .text = p.text}, out, m);
    }
    static tic::result<std::size_t> write(const deliver& p, std::span<std::uint8_t> out, client_memory& m) {
        return put(Deliver{.conversation = {p.conversation},
                           .sender = {p.sender},
                           .seq = p.seq,
                           .sent_at_ms = p.sent_at_ms,
                           .text = p.text},
                   out, m);
    }
    static tic::result<std::size_t> write(const sent& p, std::span<std::uint8_t> out, client_memory& m) {
        return put(Sent{.client_msg = p.client_msg, .seq = p.seq, .at_ms = p.at_ms}, out, m);
    }
    static tic::result<std::size_t> write(const delivered& p, std::span<std::uint8_t> out, client_memory& m) {
        return put(Delivered{.conversation = {p.conversation}, .seq = p.seq}, out, m);
    }
    static tic::result<std::size_t> write(const read_up_to& p, std::span<std::uint8_t> out, client_memory& m) {
        return put(Read{.conversation = {p.conversation}, .up_to_seq = p.up_to_seq}, out, m);
    }
    static tic::result<std::size_t> write(const typing& p, std::span<std::uint8_t> out, client_memory& m) {
        return put(Typing{.conversation = {p.conversation}, .on = p.on}, out, m);
    }
    static tic::result<std::size_t> write(const presence& p, std::span<std::uint8_t> out, client_memory& m) {
        Presence made{.user = {p.user}, .state = static_cast<std::uint8_t>(p.state), .last_seen_ms = {}};
        if (p.has_last_seen) made.last_seen_ms = p.last_seen_ms;
        return put(made, out, m);
    }
    static tic::result<std::size_t> write(const contact_sync& p, std::span<std::uint8_t> out, client_memory& m) {
        return put(ContactSync{.phones = {p.phones.data(), p.phones.size()}}, out, m);
    }
    static tic::result<std::size_t> write(const profile& p, std::span<std::uint8_t> out, client_memory& m) {
        std::string_view words[20];
        for (std::size_t i = 0; i < p.keywords.size(); ++i) words[i] = p.keywords[i];
        return put(
            Profile{.user = {p.user}, .keywords = {words, p.keywords.size()}, .name = p.name, .status = p.status}, out,
            m);
    }

    static void read(reader& to, const SendText& p) {
        to.number(p.conversation.value), to.number(p.client_msg), to.string(p.text.data(), p.text.size());
    }
    static void read(reader& to, const Deliver& p) {
        to.number(p.conversation.value), to.number(p.sender.value), to.number(p.seq), to.number(p.sent_at_ms),
            to.string(p.text.data(), p.text.size());
    }
    static void read(reader& to, const Sent& p) { to.number(p.client_msg), to.number(p.seq), to.number(p.at_ms); }
    static void read(reader& to, const Delivered& p) { to.number(p.conversation.value), to.number(p.seq); }
    static void read(reader& to, const Read& p) { to.number(p.conversation.value), to.number(p.up_to_seq); }
    static void read(reader& to, const Typing& p) { to.number(p.conversation.value), to.number(p.on ? 1 : 0); }
    static void read(reader& to, const Presence& p) {
        to.number(p.user.value), to.number(p.state), to.number(p.last_seen_ms.has_value() ? *p.last_seen_ms : 0);
    }
    static void read(reader& to, const ContactSync& p) {
        for (const auto phone : p.phones) to.number(phone);
    }
    static void read(reader& to, const Profile& p) {
        to.number(p.user.value), to.string(p.name.data(), p.name.size()), to.string(p.status.data(), p.status.size());
        for (const auto word : p.keywords) to.string(word.data(), word.size());
    }

    std::vector<std::uint8_t> out_;
    std::vector<std::size_t> sizes_;
    unsigned char arena_[client_max_arena];
};

}  // namespace

std::unique_ptr<codec> make_tic_codec() { return std::make_unique<tic_codec>(); }
std::size_t tic_memory_size() { return sizeof(client_memory); }

}  // namespace bench
