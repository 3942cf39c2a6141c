// The workload through protobuf: a oneof on an arena that is reset every 64 packets.
#include "tools/bench/codec/tic_codec.hpp"

#include "workload.pb.h"

#include <google/protobuf/arena.h>

#include <cstdlib>

namespace bench {
namespace {

namespace pb = bench_pb;

void fill(pb::Packet& to, const send_text& p) {
    auto* m = to.mutable_send_text();
    m->set_conversation(p.conversation), m->set_client_msg(p.client_msg), m->set_text(p.text);
}
void fill(pb::Packet& to, const deliver& p) {
    auto* m = to.mutable_deliver();
    m->set_conversation(p.conversation), m->set_sender(p.sender), m->set_seq(p.seq), m->set_sent_at_ms(p.sent_at_ms),
        m->set_text(p.text);
}
void fill(pb::Packet& to, const sent& p) {
    auto* m = to.mutable_sent();
    m->set_client_msg(p.client_msg), m->set_seq(p.seq), m->set_at_ms(p.at_ms);
}
void fill(pb::Packet& to, const delivered& p) {
    auto* m = to.mutable_delivered();
    m->set_conversation(p.conversation), m->set_seq(p.seq);
}
void fill(pb::Packet& to, const read_up_to& p) {
    auto* m = to.mutable_read();
    m->set_conversation(p.conversation), m->set_up_to_seq(p.up_to_seq);
}
void fill(pb::Packet& to, const typing& p) {
    auto* m = to.mutable_typing();
    m->set_conversation(p.conversation), m->set_on(p.on);
}
void fill(pb::Packet& to, const presence& p) {
    auto* m = to.mutable_presence();
    m->set_user(p.user), m->set_state(p.state);
    if (p.has_last_seen) m->set_last_seen_ms(p.last_seen_ms);
}
void fill(pb::Packet& to, const contact_sync& p) {
    auto* m = to.mutable_contact_sync();
    m->mutable_phones()->Add(p.phones.begin(), p.phones.end());
}
void fill(pb::Packet& to, const profile& p) {
    auto* m = to.mutable_profile();
    m->set_user(p.user), m->set_name(p.name), m->set_status(p.status);
    for (const auto& word : p.keywords) m->add_keywords(word);
}

void read_string(reader& to, const std::string& s) { to.string(s.data(), s.size()); }

void read(reader& to, const pb::Packet& p) {
    switch (p.kind_case()) {
        case pb::Packet::kSendText:
            to.number(p.send_text().conversation()), to.number(p.send_text().client_msg()),
                read_string(to, p.send_text().text());
            break;
        case pb::Packet::kDeliver: {
            const auto& m = p.deliver();
            to.number(m.conversation()), to.number(m.sender()), to.number(m.seq()), to.number(m.sent_at_ms()),
                read_string(to, m.text());
            break;
        }
        case pb::Packet::kSent:
            to.number(p.sent().client_msg()), to.number(p.sent().seq()), to.number(p.sent().at_ms());
            break;
        case pb::Packet::kDelivered:
            to.number(p.delivered().conversation()), to.number(p.delivered().seq());
            break;
        case pb::Packet::kRead:
            to.number(p.read().conversation()), to.number(p.read().up_to_seq());
            break;
        case pb::Packet::kTyping:
            to.number(p.typing().conversation()), to.number(p.typing().on() ? 1 : 0);
            break;
        case pb::Packet::kPresence:
            to.number(p.presence().user()), to.number(p.presence().state()), to.number(p.presence().last_seen_ms());
            break;
        case pb::Packet::kContactSync:
            for (const auto phone : p.contact_sync().phones()) to.number(phone);
            break;
        case pb::Packet::kProfile:
            to.number(p.profile().user()), read_string(to, p.profile().name()), read_string(to, p.profile().status());
            for (const auto& word : p.profile().keywords()) read_string(to, word);
            break;
        case pb::Packet::KIND_NOT_SET:
            std::abort();
    }
}

class protobuf_codec final : public codec {
public:
    std::size_t encode(const std::vector<packet>& all) override {
        out_.resize(all.size() * 256 + 65536);
        sizes_.clear();
        sizes_.reserve(all.size());
        std::uint8_t* at = out_.data();
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (i % 64 == 0) arena_.Reset();
            auto* m = google::protobuf::Arena::CreateMessage<pb::Packet>(&arena_);
            std::visit([&](const auto& one) { fill(*m, one); }, all[i]);
            const std::size_t size = m->ByteSizeLong();
            m->SerializeWithCachedSizesToArray(at);
            sizes_.push_back(size);
            at += size;
        }
        return static_cast<std::size_t>(at - out_.data());
    }

    std::uint64_t decode() override {
        reader to;
        const std::uint8_t* at = out_.data();
        for (std::size_t i = 0; i < sizes_.size(); ++i) {
            if (i % 64 == 0) arena_.Reset();
            auto* m = google::protobuf::Arena::CreateMessage<pb::Packet>(&arena_);
            if (!m->ParseFromArray(at, static_cast<int>(sizes_[i]))) std::abort();
            at += sizes_[i];
            read(to, *m);
        }
        return to.sum();
    }

private:
    static google::protobuf::ArenaOptions options(std::vector<char>& block) {
        google::protobuf::ArenaOptions made;
        made.initial_block = block.data();
        made.initial_block_size = block.size();
        return made;
    }
    std::vector<std::uint8_t> out_;
    std::vector<std::size_t> sizes_;
    std::vector<char> block_ = std::vector<char>(1 << 20);
    google::protobuf::Arena arena_{options(block_)};
};

}  // namespace

std::unique_ptr<codec> make_protobuf_codec() { return std::make_unique<protobuf_codec>(); }

}  // namespace bench
