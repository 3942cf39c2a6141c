// What each side says: the packet class, its memory, and encode and decode by version.
#include "codegen/cpp/parts.hpp"
#include "codegen/cpp/program.hpp"
#include "codegen/emit/template.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tic::cpp {
namespace {

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

std::string print_tag(const selection<tag_bits>& from) {
    return print_selection(from,
                           [](const tag_bits& t) { return fmt::format("out.put({:#b}, {});\n", t.code, t.length); });
}

std::string print_tag_read(const tag_group& g) {
    return print_selection(g.read, [](const std::string& codes) {
        return fmt::format("if (!in.prefix(x, {}_in, 0)) return false;\n", codes);
    });
}

std::string print_packet_codec(const model& m, side who, const packet_codec& from) {
    const auto& p = m.plan.packets[who][from.packet];
    const std::string type = m.type_name(p.type);
    const std::uint32_t at = first_place(m, who, from.packet);
    std::map<std::string, std::vector<unsigned>> alike;  // by how it is written
    std::uint64_t most = 1;
    for (const auto& row : from.rows) {
        const auto tag_length = row.tag.otherwise.length;
        most = std::max(most, (tag_length + m.plan.at(row.version, p.type).max_bits + 7) / 8);
        alike[fmt::format("{}return write_{}(out, v, m);\n", print_tag(row.tag), row.variant)].push_back(row.version);
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
                       {"policy", from.policy}},
                      R"(

        struct $side$_$type$ {
            static constexpr std::size_t max_bytes = $most$;
            $policy$
            template <class Failure>
            static constexpr bool check($checked$, unsigned spoken, Failure& f) {
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

std::string print_reads(const model& m, side who, const tag_group& g) {
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
    return emit::fill({{"cases", case_labels(g.versions)}, {"tag", print_tag_read(g)}, {"reads", reads}}, R"(
        $cases$
            $tag$
            switch (x) {
                $reads$
                default: return false;
            }
    )");
}

std::string print_side_codec(const model& m, side who, const side_codec& from) {
    std::string tags, checks, writes, reads, most = "1", arena;
    for (const auto& g : from.groups) {
        tags += print_prefix_codes(g.codes);
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
                       {"policy", from.policy},
                       {"inline", from.is_inline ? "[[gnu::always_inline]] " : ""}},
                      R"(

        // All that the $side$ sends.
        $tags$
        struct $side$_side {
            static constexpr std::size_t max_bytes = $most$;
            static constexpr std::size_t max_arena = tic::most({$arena$});
            $policy$
            template <class Failure>
            static constexpr bool check(const $side$_packet& v, unsigned spoken, Failure& f) {
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
            $inline$static constexpr bool read(In& in, $side$_packet& to, unsigned spoken, Memory& m,
                                               std::uint32_t& root) {
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
            constexpr tic::result<std::size_t> encode(const $type$& packet, std::span<std::uint8_t> out, Memory& memory,
                                                      unsigned spoken) {
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

        // Writes one packet of the $side$ and returns its bytes. Memory is the $side$'s direction; a failure leaves
        // it as it was.
        $each$
        template <std::same_as<$side$_memory> Memory>
        constexpr tic::result<std::size_t> encode(const $side$_packet& packet, std::span<std::uint8_t> out,
                                                  Memory& memory, unsigned spoken) {
            return tic::encode_packet<wire::$side$_side>(packet, out, memory, spoken);
        }

        /// Reads one packet of the $side$; strings point into `in` or the arena. After a refusal all is as it was.
        template <std::same_as<$side$_memory> Memory>
        constexpr tic::result<tic::decoded<$side$_packet>> decode(std::span<const std::uint8_t> in, Memory& memory,
                                                                  unsigned spoken, tic::arena& arena,
                                                                  tic::extent how = tic::extent::alone) {
            return tic::decode_packet<wire::$side$_side, $side$_packet>(in, memory, spoken, arena, how);
        }
    )");
}

}  // namespace

std::string print_packets(const model& m, const program& from) {
    std::string out;
    for (const side who : sides) {
        if (m.plan.packets[who].empty()) continue;
        std::vector<arm> arms;
        for (const auto& p : m.plan.packets[who]) arms.push_back({m.type_name(p.type), m.type_name(p.type), ""});
        out += print_choice(fmt::format("{}_packet", name_of(who)), fmt::format("What the {} sends.", name_of(who)),
                            arms, true);
        out += fmt::format("\n/// What the {}'s direction remembers, fresh when made.\n", name_of(who)) +
               print_memory(m, from.sides[who].memory);
    }
    return out;
}

std::string print_sides(const model& m, const program& from) {
    std::string out;
    for (const side who : sides) {
        for (const auto& packet : from.sides[who].packets) out += print_packet_codec(m, who, packet);
        if (!from.sides[who].packets.empty()) out += print_side_codec(m, who, from.sides[who]);
    }
    return out;
}

std::string print_entry_points(const model& m) {
    std::string out;
    for (const side who : sides)
        if (!m.plan.packets[who].empty()) out += print_api(m, who);
    return out;
}

}  // namespace tic::cpp
