// What each side says: the packet class, its memory, and encode and decode by version.
#include "codegen/cpp/faults.hpp"
#include "codegen/cpp/parts.hpp"
#include "codegen/emit/template.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tic::cpp {
namespace {

/// Versions in which a side says the same packets in the same way.
struct group {
    std::vector<unsigned> versions;
    std::string name;  ///< of its tags: `client`, or `client_v2`
};

const prefix_code* tag_of(const model& m, side who, unsigned version, index packet) {
    const auto& tags = m.plan.at(version).tags[who];
    for (index i = 0; i < tags.count; ++i)
        if (m.plan.codes[tags.first + i].member == packet) return &m.plan.codes[tags.first + i];
    return nullptr;
}

std::vector<group> groups_of(const model& m, side who) {
    std::map<std::string, std::size_t> known;
    std::vector<group> made;
    for (unsigned v = m.plan.oldest; v <= m.plan.version; ++v) {
        std::string sign;
        const auto& tags = m.plan.at(v).tags[who];
        for (index i = 0; i < tags.count; ++i) {
            const auto& c = m.plan.codes[tags.first + i];
            fmt::format_to(std::back_inserter(sign), "{}:{}:{}:{};", c.member, c.code, c.length,
                           m.variant_name(m.plan.packets[who][c.member].type, v));
        }
        const auto [found, fresh] = known.try_emplace(sign, made.size());
        if (fresh) made.push_back({{}, fmt::format("{}_v{}", name_of(who), v)});
        made[found->second].versions.push_back(v);
    }
    if (made.size() == 1) made[0].name = name_of(who);
    return made;
}

const group& group_of(const std::vector<group>& all, unsigned version) {
    return *std::ranges::find_if(
        all, [&](const group& g) { return std::ranges::find(g.versions, version) != g.versions.end(); });
}

/// A packet's tag, with what may go wrong with it.
std::string print_tag(const model& m, side who, const group& g, unsigned version, const prefix_code& tag) {
    const std::string right = fmt::format("out.put({:#b}, {});\n", tag.code, tag.length);
    if (m.faults == nullptr) return right;
    std::vector<switch_case> cases;
    for (const auto& other : wrong_codes(m, m.plan.at(version).tags[who]))
        for (const auto& c : other.codes)
            if (c.member == tag.member && (c.code != tag.code || c.length != tag.length))
                cases.push_back({numbers_of(wrong_tags(m, who, g.name, other.name, g.versions), false),
                                 fmt::format("out.put({:#b}, {});\n", c.code, c.length)});
    return print_switch(cases, right);
}

std::string print_tag_read(const model& m, side who, const group& g) {
    const auto read = [&](const std::string& codes) {
        return fmt::format("if (!in.prefix(x, {}_in, 0)) return false;\n", codes);
    };
    if (m.faults == nullptr) return read(g.name);
    std::vector<switch_case> cases;
    for (const auto& other : wrong_codes(m, m.plan.at(g.versions[0]).tags[who]))
        cases.push_back(
            {numbers_of(wrong_tags(m, who, g.name, other.name, g.versions), true), read(g.name + "_" + other.name)});
    return print_switch(cases, read(g.name));
}

/// Where each packet's places begin; those of the tag have id 0.
std::uint32_t first_place(const model& m, side who, index packet) {
    std::uint32_t at = 1;
    for (index i = 0; i < packet; ++i) at += m.places(m.plan.packets[who][i].type);
    return at;
}

std::string case_labels(const std::vector<unsigned>& versions) {
    std::string made;
    for (const unsigned v : versions) made += fmt::format("{}case {}:", made.empty() ? "" : " ", v);
    return made;
}

std::string print_packet_codec(const model& m, side who, index i) {
    const auto& p = m.plan.packets[who][i];
    const std::string type = m.type_name(p.type);
    const std::uint32_t at = first_place(m, who, i);
    std::map<std::string, std::vector<unsigned>> alike;  // by tag and variant
    std::uint64_t most = 1;
    const auto groups = groups_of(m, who);
    for (unsigned v = m.plan.oldest; v <= m.plan.version; ++v) {
        const prefix_code* tag = tag_of(m, who, v, i);
        if (tag == nullptr) continue;
        most = std::max(most, (tag->length + m.plan.at(v, p.type).max_bits + 7) / 8);
        alike[fmt::format("{}return write_{}(out, v, m);\n", print_tag(m, who, group_of(groups, v), v, *tag),
                          m.variant_name(p.type, v))]
            .push_back(v);
    }
    std::string checks, writes;
    for (const auto& [write, versions] : alike) {
        checks += fmt::format("{} return check_{}(v, f, {});\n", case_labels(versions),
                              m.variant_name(p.type, versions[0]), at);
        writes += emit::fill(
            {{"cases", &write == &alike.rbegin()->first ? "default:" : case_labels(versions)}, {"write", write}}, R"(
            $cases$ {
                $write$
            }
        )");
    }
    if (alike.size() == 1)
        writes = alike.begin()->first;
    else if (!alike.empty())
        writes = emit::fill({{"writes", writes}}, "switch (spoken) {\n    $writes$\n}\n");
    return emit::fill({{"side", name_of(who)},
                       {"type", type},
                       {"most", literal(most)},
                       {"checks", checks},
                       {"at", std::to_string(at)},
                       {"writes", writes},
                       {"checked", parameter(checks, "const " + type + "&", "v")},
                       {"out", parameter(writes, "Out&", "out")},
                       {"v", parameter(writes, "const " + type + "&", "v")},
                       {"spoken", parameter(writes, "unsigned", "spoken")},
                       {"m", parameter(writes, "Memory&", "m")},
                       {"faults", packet_faults_of_side(m, who)}},
                      R"(
        struct $side$_$type$ {
            static constexpr std::size_t max_bytes = $most$;
            $faults$
            template <class Fault>
            static constexpr bool check($checked$, unsigned spoken, Fault& f) {
                switch (spoken) {
                    $checks$
                    default: return f.in($at$);
                }
            }
            template <class Out, class Memory>
            static constexpr void write($out$, $v$, $spoken$, $m$) {
                $writes$
            }
        };
    )");
}

std::string print_reads(const model& m, side who, const group& g) {
    const unsigned version = g.versions[0];
    const auto& tags = m.plan.at(version).tags[who];
    if (tags.count == 0)
        return fmt::format("{} return in.refuse(tic::reason::wrong_state, 0, 0);\n", case_labels(g.versions));
    std::string reads;
    for (index i = 0; i < tags.count; ++i) {
        const index packet = m.plan.codes[tags.first + i].member;
        const index type = m.plan.packets[who][packet].type;
        reads += emit::fill({{"i", std::to_string(packet)},
                             {"at", std::to_string(first_place(m, who, packet))},
                             {"variant", m.variant_name(type, version)},
                             {"name", m.type_name(type)}},
                            R"(
            case $i$: root = $at$; return read_$variant$(in, to.set_$name$(), m, $at$);
        )");
    }
    return emit::fill({{"cases", case_labels(g.versions)}, {"tag", print_tag_read(m, who, g)}, {"reads", reads}}, R"(
        $cases$
            $tag$
            switch (x) {
                $reads$
                default: return false;
            }
    )");
}

std::string print_side_codec(const model& m, side who) {
    std::string tags, checks, writes, reads, most = "1", arena;
    for (const auto& g : groups_of(m, who)) {
        tags += print_prefix_codes(m, m.plan.at(g.versions[0]).tags[who], m.plan.packets[who].size(), g.name);
        reads += print_reads(m, who, g);
    }
    std::uint64_t longest = 1;
    for (unsigned v = m.plan.oldest; v <= m.plan.version; ++v) longest = std::max(longest, m.plan.at(v).max_bytes[who]);
    for (const auto& p : m.plan.packets[who]) {
        const std::string type = m.type_name(p.type);
        checks += fmt::format("case {0}_packet::kind_type::{1}: return {0}_{1}::check(*v.get_if_{1}(), spoken, f);\n",
                              name_of(who), type);
        writes +=
            fmt::format("case {0}_packet::kind_type::{1}: return {0}_{1}::write(out, *v.get_if_{1}(), spoken, m);\n",
                        name_of(who), type);
        arena += fmt::format("{}{}_arena", arena.empty() ? "" : ", ", type);
    }
    return emit::fill({{"side", name_of(who)},
                       {"tags", tags},
                       {"most", literal(longest)},
                       {"arena", arena},
                       {"checks", checks},
                       {"writes", writes},
                       {"reads", reads},
                       {"faults", packet_faults_of_side(m, who)},
                       {"inline", m.faults == nullptr ? "[[gnu::always_inline]] " : ""}},
                      R"(

        // All that the $side$ says.
        $tags$
        struct $side$_side {
            static constexpr std::size_t max_bytes = $most$;
            static constexpr std::size_t max_arena = tic::most({$arena$});
            $faults$
            template <class Fault>
            static constexpr bool check(const $side$_packet& v, unsigned spoken, Fault& f) {
                switch (v.kind()) {
                    $checks$
                }
                return false;
            }
            template <class Out, class Memory>
            static constexpr void write(Out& out, const $side$_packet& v, unsigned spoken, Memory& m) {
                switch (v.kind()) {
                    $writes$
                }
            }
            template <class In, class Memory>
            $inline$static constexpr bool read(In& in, $side$_packet& to, unsigned spoken, Memory& m, std::uint32_t& root) {
                [[maybe_unused]] std::uint64_t x = 0;
                switch (spoken) {
                    $reads$
                    default: return in.refuse(tic::reason::schema_mismatch, 0, 0);
                }
            }
        };
    )");
}

std::string print_api(const model& m, side who) {
    const std::string name(name_of(who));
    std::string each;
    for (const auto& p : m.plan.packets[who])
        each += emit::fill({{"side", name}, {"type", m.type_name(p.type)}}, R"(
            template <std::same_as<$side$_memory> Memory>
            constexpr tic::result<std::size_t> encode(const $type$& packet, std::span<std::uint8_t> out, Memory& memory, unsigned spoken) {
                return tic::encode_packet<wire::$side$_$type$>(packet, out, memory, spoken);
            }
        )");
    return emit::fill({{"side", name}, {"each", each}}, R"(

        /// The longest packet of the $side$: with this room encode fails only for a value outside its domain.
        inline constexpr std::size_t $side$_max_bytes = wire::$side$_side::max_bytes;
        /// With this much arena decode never lacks room.
        inline constexpr std::size_t $side$_max_arena = wire::$side$_side::max_arena;
        /// What a connection's end keeps for the direction from the $side$.
        inline constexpr std::size_t $side$_memory_size = sizeof($side$_memory);

        // Writes one packet of the $side$ and answers its bytes. Memory is the $side$'s direction; after a failure it is as it was.
        $each$
        template <std::same_as<$side$_memory> Memory>
        constexpr tic::result<std::size_t> encode(const $side$_packet& packet, std::span<std::uint8_t> out, Memory& memory, unsigned spoken) {
            return tic::encode_packet<wire::$side$_side>(packet, out, memory, spoken);
        }

        /// Reads one packet of the $side$; strings point into `in` or the arena. After a refusal all is as it was.
        template <std::same_as<$side$_memory> Memory>
        constexpr tic::result<tic::decoded<$side$_packet>> decode(std::span<const std::uint8_t> in, Memory& memory, unsigned spoken, tic::arena& arena,
                                                                  tic::extent how = tic::extent::alone) {
            return tic::decode_packet<wire::$side$_side, $side$_packet>(in, memory, spoken, arena, how);
        }
    )");
}

}  // namespace

std::string print_packets(const model& m) {
    std::string out;
    for (const side who : sides) {
        if (m.plan.packets[who].empty()) continue;
        std::vector<arm> arms;
        std::set<index> slots;
        for (const auto& p : m.plan.packets[who]) {
            arms.push_back({m.type_name(p.type), m.type_name(p.type), ""});
            for (unsigned v = m.plan.oldest; v <= m.plan.version; ++v) m.reach(p.type, v, slots);
        }
        out += print_choice(fmt::format("{}_packet", name_of(who)), fmt::format("What the {} says.", name_of(who)),
                            arms, true);
        out += fmt::format("\n/// What the {}'s direction remembers, fresh when made.\n", name_of(who));
        const std::string memory = fmt::format("{}_memory", name_of(who));
        out +=
            print_memory(m, memory, slots, slots.empty() ? "" : kept_memory(m, memory, std::string(name_of(who)), {}));
    }
    return out;
}

std::string tags_name(const model& m, side who, unsigned version) {
    for (const auto& g : groups_of(m, who))
        if (std::find(g.versions.begin(), g.versions.end(), version) != g.versions.end()) return g.name;
    return {};
}

std::string print_tag_found(const model& m, side who, const std::string& name) {
    const auto find = [](const std::string& codes) { return fmt::format("return {}_in.find(next16);\n", codes); };
    if (m.faults == nullptr) return find(name);
    const auto groups = groups_of(m, who);
    const group& g = *std::ranges::find(groups, name, &group::name);
    std::vector<switch_case> cases;
    for (const auto& other : wrong_codes(m, m.plan.at(g.versions[0]).tags[who]))
        cases.push_back(
            {numbers_of(wrong_tags(m, who, name, other.name, g.versions), true), find(name + "_" + other.name)});
    return print_switch(cases, find(name));
}

std::string print_sides(const model& m) {
    std::string codecs, api;
    for (const side who : sides) {
        if (m.plan.packets[who].empty()) continue;
        for (index i = 0; i < m.plan.packets[who].size(); ++i) codecs += print_packet_codec(m, who, i);
        codecs += print_side_codec(m, who);
        api += print_api(m, who);
    }
    if (codecs.empty()) return {};
    return "\nnamespace wire {\n\n" + codecs + "\n}  // namespace wire\n" + api;
}

}  // namespace tic::cpp
