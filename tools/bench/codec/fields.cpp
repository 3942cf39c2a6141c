// bench_fields WORKLOAD.jsonl: the nanoseconds that each kind of field costs, encoding and decoding the workload's own
// values. A field is alone in a packet (fields.tic); its time is that packet's less that of the packet without it.
#include "fields.hpp"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <limits>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "tools/bench/codec/neutral.hpp"

namespace {

using namespace fields;

constexpr int rounds = 31;                      // the least of them counts: other processes only add
constexpr std::size_t packets_a_run = 100'000;  // timed at once, at least

double cpu_nanoseconds() { return static_cast<double>(std::clock()) * (1e9 / CLOCKS_PER_SEC); }

/// A line of the report: packets of one struct.
class row {
public:
    row(std::string name, const row* without) : name_(std::move(name)), without_(without) {}
    row(const row&) = delete;
    row& operator=(const row&) = delete;
    virtual ~row() = default;

    virtual bool reads_back() = 0;
    void time() {
        const std::size_t runs = std::max<std::size_t>(1, packets_a_run / packets());
        const double start = cpu_nanoseconds();
        for (std::size_t i = 0; i < runs; ++i) encode();
        const double middle = cpu_nanoseconds();
        for (std::size_t i = 0; i < runs; ++i) decode();
        const double end = cpu_nanoseconds();
        const double count = static_cast<double>(runs * packets());
        encoding_ = std::min(encoding_, (middle - start) / count);
        decoding_ = std::min(decoding_, (end - middle) / count);
    }
    void print() const {
        const double share = static_cast<double>(packets()) / static_cast<double>(items());
        const auto alone = [&](double row::*time) {
            return (this->*time - (without_ == nullptr ? 0 : without_->*time)) * share;
        };
        std::printf("%-48s %7zu %7.1f %7.1f\n", name_.c_str(), items(), alone(&row::encoding_), alone(&row::decoding_));
    }

protected:
    [[nodiscard]] virtual std::size_t packets() const = 0;
    /// The fields of this kind in all packets.
    [[nodiscard]] virtual std::size_t items() const = 0;
    virtual void encode() = 0;
    virtual void decode() = 0;

private:
    std::string name_;
    const row* without_;
    double encoding_ = std::numeric_limits<double>::max();
    double decoding_ = std::numeric_limits<double>::max();
};

template <class Packet>
class row_of final : public row {
public:
    row_of(std::string name, const row* without, std::vector<Packet> all)
        : row(std::move(name), without), all_(std::move(all)), out_(all_.size() * 512 + client_max_bytes) {}

    bool reads_back() override {
        encode();
        std::size_t i = 0;
        return read_all([&](const client_packet& got) { return got == client_packet(all_[i++]); });
    }

private:
    [[nodiscard]] std::size_t packets() const override { return all_.size(); }
    [[nodiscard]] std::size_t items() const override {
        std::size_t sum = 0;
        for (const Packet& p : all_) {
            if constexpr (std::is_same_v<Packet, Phones>)
                sum += p.phones.size();
            else if constexpr (std::is_same_v<Packet, Keywords>)
                sum += p.keywords.size();
            else
                ++sum;
        }
        return sum;
    }
    void encode() override {
        client_memory memory;
        sizes_.clear();
        std::size_t at = 0;
        for (const Packet& p : all_) {
            const auto size = fields::encode(p, {out_.data() + at, out_.size() - at}, memory, version);
            sizes_.push_back(size.ok() ? *size : 0);
            at += sizes_.back();
        }
    }
    void decode() override {
        read_all([](const client_packet& got) {
            asm volatile("" : : "r"(&got) : "memory");
            return true;
        });
    }
    template <class Use>
    bool read_all(Use&& use) {
        client_memory memory;
        tic::arena arena(room_);
        const std::uint8_t* at = out_.data();
        for (const std::size_t size : sizes_) {
            arena.clear();
            const auto got = fields::decode({at, size}, memory, version, arena);
            if (!got.ok() || !use(got->packet)) return false;
            at += size;
        }
        return true;
    }

    std::vector<Packet> all_;
    std::vector<std::uint8_t> out_;
    std::vector<std::size_t> sizes_{};
    unsigned char room_[client_max_arena];
};

/// The workload's values, each kind in the order of the workload. Views point into its packets and into `words`.
struct values {
    std::vector<Flag> flags{};
    std::vector<Plain> plains{};
    std::vector<State> states{};
    std::vector<Large> larges{};
    std::vector<Counter> counters{};
    std::vector<Time> times{};
    std::vector<Seen> seens{};
    std::vector<User> users{};
    std::vector<Chat> chats{};
    std::vector<ChatSeq> seqs{};
    std::vector<Sender> senders{};
    std::vector<Text> texts{};
    std::vector<Bytes> octets{};
    std::vector<Phones> phones{};
    std::vector<Keywords> keywords{};
    std::vector<std::vector<std::string_view>> words{};

    void add(const bench::send_text& p) {
        add_chat(p.conversation);
        counters.push_back({p.client_msg});
        add_text(p.text);
    }
    void add(const bench::deliver& p) {
        add_chat(p.conversation);
        senders.push_back({{p.conversation}, {p.sender}});
        seqs.push_back({{p.conversation}, p.seq});
        times.push_back({p.sent_at_ms});
        add_text(p.text);
    }
    void add(const bench::sent& p) { larges.push_back({p.seq}); }
    void add(const bench::delivered& p) { add_chat(p.conversation); }
    void add(const bench::read_up_to& p) { add_chat(p.conversation); }
    void add(const bench::typing& p) {
        add_chat(p.conversation);
        flags.push_back({p.on});
    }
    void add(const bench::presence& p) {
        users.push_back({{p.user}});
        states.push_back({static_cast<std::uint8_t>(p.state)});
        seens.push_back({p.has_last_seen ? std::optional<std::uint64_t>(p.last_seen_ms) : std::nullopt});
    }
    void add(const bench::contact_sync& p) { phones.push_back({{p.phones.data(), p.phones.size()}}); }
    void add(const bench::profile& p) {
        users.push_back({{p.user}});
        words.emplace_back(p.keywords.begin(), p.keywords.end());
        keywords.push_back({{words.back().data(), words.back().size()}});
    }

private:
    void add_text(std::string_view text) {
        texts.push_back({text});
        octets.push_back({tic::octets(text)});
    }
    void add_chat(std::uint64_t conversation) {
        chats.push_back({{conversation}});
        plains.push_back({{conversation}});
    }
};

class report {
public:
    template <class Packet>
    const row* add(const char* name, const row* without, std::vector<Packet> all) {
        rows_.push_back(std::make_unique<row_of<Packet>>(name, without, std::move(all)));
        return rows_.back().get();
    }
    bool run() {
        for (const auto& one : rows_) {
            if (!one->reads_back()) return false;
        }
        for (int i = 0; i < rounds; ++i) {
            for (const auto& one : rows_) one->time();
        }
        std::printf("%-48s %7s %7s %7s\n", "ns each", "fields", "encode", "decode");
        for (const auto& one : rows_) one->print();
        return true;
    }

private:
    std::vector<std::unique_ptr<row>> rows_{};
};

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fprintf(stderr, "usage: bench_fields WORKLOAD.jsonl\n");
        return 2;
    }
    const auto all = bench::load(argv[1]);
    values v;
    for (const auto& packet : all) std::visit([&](const auto& one) { v.add(one); }, packet);

    report to;
    const row* const nothing = to.add("a packet without fields", nullptr, std::vector<Nothing>(all.size()));
    to.add("bool", nothing, v.flags);
    to.add("u40", nothing, v.plains);
    to.add("int(0..3) ~ is 1", nothing, v.states);
    to.add("uint ~ 4000", nothing, v.larges);
    to.add("uint ~ last + 1", nothing, v.counters);
    to.add("u44 ~ clock + 1750 within 2000", nothing, v.times);
    to.add("u44? ~ clock - 22_000 within 16_000", nothing, v.seens);
    to.add("u40 ~ users, of recent(64)", nothing, v.users);
    to.add("u40 ~ chats, of recent(16) with entries", nothing, v.chats);
    std::vector<Chat> of_deliver;
    for (const Sender& p : v.senders) of_deliver.push_back({p.conversation});
    const row* const same_chats = to.add("the same, as Deliver has them", nothing, of_deliver);
    to.add("uint ~ chats.seq + 1", same_chats, v.seqs);
    to.add("u40 ~ chats.senders, of recent(24)", same_chats, v.senders);
    to.add("bytes(1..8000) ~ 20, those of the texts", nothing, v.octets);
    to.add("text(1..8000) ~ 20", nothing, v.texts);
    to.add("phones: an element of the list", nothing, v.phones);
    to.add("keywords: an element of the list, a text(1..50)", nothing, v.keywords);
    if (!to.run()) {
        std::fprintf(stderr, "a packet was decoded to other values\n");
        return 1;
    }
    return 0;
}
