// Says values of one schema, simple ones first, and lets both read the bits.
#include "tools/tictoc/witness.hpp"

#include <algorithm>

#include "runtime/interpreter/decode.hpp"
#include "runtime/interpreter/encode.hpp"
#include "runtime/interpreter/json.hpp"
#include "tools/tictoc/codec.hpp"
#include "tools/tictoc/sample.hpp"
#include "tools/tictoc/shape.hpp"

namespace tic::tool {
namespace {

using namespace interpreter;

/// One packet or value of the schema that encodes; `type_name` for a value of a type alone.
struct utterance {
    index packet = none;
    index type = none;
    value content;
};

/// One end: a program, its memory, and how it reads.
struct reader {
    const program& run;
    memory remembered;
    std::string json;
    std::string shape;
};

class search {
public:
    explicit search(const comparison& of) : of_(of) {
        const auto here = wire_names(of.before.plan());
        const auto there = wire_names(of.after.plan());
        std::ranges::set_intersection(here, there, std::inserter(shared_, shared_.end()));
    }

    std::optional<witness> run();

private:
    std::optional<witness> from(const program& maker, side who, unsigned reach);
    std::vector<utterance> sayable(const program& maker, side who) const;
    std::optional<witness> lone(const program& maker, side who, const std::vector<utterance>& kinds, sampler& make,
                                unsigned tries);
    std::optional<witness> in_a_row(const program& maker, side who, const std::vector<utterance>& kinds, sampler& make,
                                    unsigned tries);
    std::optional<witness> differs(const program& maker, side who, const std::vector<utterance>& said);
    void read(reader& end, side who, const std::string& type_name, std::span<const std::uint8_t> bytes);
    witness shrink(const program& maker, side who, std::vector<utterance> said, witness found);

    const comparison& of_;
    std::set<std::string_view> shared_;
    std::uint64_t dice_ = 7;
};

void search::read(reader& end, side who, const std::string& type_name, std::span<const std::uint8_t> bytes) {
    shape_writer shape(end.run, of_.version, shared_);
    const auto type = type_name.empty() ? std::optional<index>() : end.run.find_type(type_name);
    const auto result = type ? decode_type(end.run, *type, of_.version, bytes)
                             : decode_packet(end.run, who, of_.version, end.remembered, bytes);
    if (const auto* wrong = std::get_if<refusal>(&result)) {
        end.json = spell(*wrong);
        // Paths may be renamed.
        end.shape = "refused " + std::string(name_of(wrong->why));
        return;
    }
    const auto& got = std::get<decoded>(result);
    if (type) {
        end.json = write_type(end.run, *type, of_.version, got.content);
        end.shape = shape.type(*type, got.content);
        return;
    }
    const auto& packet = end.run.plan().packets[who][got.packet];
    end.json = write_packet(end.run, who, of_.version, got.packet, got.content);
    end.shape = (shared_.contains(packet.name) ? std::string(packet.name) : "*") + shape.type(packet.type, got.content);
}

/// The first packet that the two ends decode differently.
std::optional<witness> search::differs(const program& maker, side who, const std::vector<utterance>& said) {
    memory remembered(maker);
    reader before{of_.before, memory(of_.before), "", ""};
    reader after{of_.after, memory(of_.after), "", ""};
    witness found;
    for (const auto& each : said) {
        const auto made = each.packet == none
                              ? encode_type(maker, each.type, of_.version, each.content)
                              : encode_packet(maker, who, of_.version, remembered, each.packet, each.content);
        const auto* bytes = std::get_if<std::vector<std::uint8_t>>(&made);
        if (bytes == nullptr) continue;
        const std::string type_name = each.packet == none ? std::string(maker.plan().types[each.type].name) : "";
        read(before, who, type_name, *bytes);
        read(after, who, type_name, *bytes);
        if (before.shape != after.shape) {
            found.what = !type_name.empty()    ? "`" + type_name + "`"
                         : who == side::client ? "client packet"
                                               : "server packet";
            found.hex = to_hex(*bytes);
            found.old_reads = before.json;
            found.new_reads = after.json;
            return found;
        }
        found.earlier.push_back(to_hex(*bytes));
    }
    return std::nullopt;
}

/// Removes packets that are not needed, then makes each field as small as possible.
witness search::shrink(const program& maker, side who, std::vector<utterance> said, witness found) {
    const auto keep = [&](std::vector<utterance> changed) {
        auto still = differs(maker, who, changed);
        if (!still || still->hex.size() > found.hex.size()) return false;
        said = std::move(changed);
        said.resize(std::min(said.size(), still->earlier.size() + 1));
        found = std::move(*still);
        return true;
    };
    said.resize(std::min(said.size(), found.earlier.size() + 1));
    for (std::size_t i = said.size(); i-- > 0;) {
        auto fewer = said;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        if (!fewer.empty() && keep(std::move(fewer))) i = std::min(i, said.size());
    }
    sampler least(maker, of_.version, 1);
    least.set_reach(0);
    for (std::size_t i = said.size(); i-- > 0;) {
        const auto smallest = least.random_type(said[i].type);
        for (std::size_t field = 0; i < said.size() && field < said[i].content.items.size(); ++field) {
            auto smaller = said;
            smaller[i].content.items[field] = field < smallest.items.size() ? smallest.items[field] : value{};
            keep(std::move(smaller));
        }
    }
    return found;
}

std::vector<utterance> search::sayable(const program& maker, side who) const {
    std::vector<utterance> kinds;
    const auto& plan = maker.plan();
    if (!of_.types.empty()) {
        for (const auto& name : of_.types)
            if (const auto type = maker.find_type(name); type && who == side::client)
                kinds.push_back({none, *type, {}});
        return kinds;
    }
    const auto& tags = plan.at(of_.version).tags[who];
    for (const auto& c : plan.codes.subspan(tags.first, tags.count))
        kinds.push_back({c.member, plan.packets[who][c.member].type, {}});
    return kinds;
}

std::optional<witness> search::lone(const program& maker, side who, const std::vector<utterance>& kinds, sampler& make,
                                    unsigned tries) {
    std::optional<witness> best;
    for (const auto& kind : kinds)
        for (unsigned i = 0; i < tries; ++i) {
            auto one = kind;
            one.content = make.random_type(one.type);
            auto found = differs(maker, who, {one});
            if (!found) continue;
            *found = shrink(maker, who, {one}, std::move(*found));
            if (!best || found->hex.size() < best->hex.size()) best = std::move(found);
        }
    return best;
}

std::optional<witness> search::in_a_row(const program& maker, side who, const std::vector<utterance>& kinds,
                                        sampler& make, unsigned tries) {
    if (kinds.empty()) return std::nullopt;
    // Rows of one packet fill its tables; mixed ones let packets meet in memory.
    for (unsigned i = 0; i < tries; ++i) {
        std::vector<utterance> said;
        for (unsigned j = 0; j < 80; ++j) {
            dice_ = dice_ * 6364136223846793005U + 1442695040888963407U;
            said.push_back(kinds[i % 2 == 0 ? i / 2 % kinds.size() : (dice_ >> 33U) % kinds.size()]);
            said.back().content = make.random_type(said.back().type);
        }
        if (auto found = differs(maker, who, said)) return shrink(maker, who, said, std::move(*found));
    }
    return std::nullopt;
}

std::optional<witness> search::from(const program& maker, side who, unsigned reach) {
    const auto kinds = sayable(maker, who);
    sampler make(maker, of_.version, 1 + reach);
    make.set_reach(reach);
    make.set_newest(
        std::min({of_.before.plan().version, of_.after.plan().version, static_cast<std::uint8_t>(of_.version)}));
    constexpr unsigned tries[] = {1, 24, 60, 60};
    if (auto found = lone(maker, who, kinds, make, tries[reach])) return found;
    if (reach == 0 || !of_.types.empty()) return std::nullopt;
    return in_a_row(maker, who, kinds, make, static_cast<unsigned>(2 * kinds.size() + 4));
}

std::optional<witness> search::run() {
    for (unsigned reach = 0; reach <= 3; ++reach)
        for (const auto* maker : {&of_.before, &of_.after})
            for (const auto who : {side::client, side::server})
                if (auto found = from(*maker, who, reach)) return found;
    return std::nullopt;
}

}  // namespace

std::optional<witness> find_witness(const comparison& of) { return search(of).run(); }

}  // namespace tic::tool
