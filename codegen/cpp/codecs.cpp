// Check, write and read of every type; one function for all versions in which the type is alike.
#include "codegen/cpp/faults.hpp"
#include "codegen/cpp/parts.hpp"
#include "codegen/emit/template.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tic::cpp {
namespace {

std::string place_of(const model& m, index member) { return fmt::format("at + {}", m.offset(member)); }

/// The three bodies of a type's functions.
using bodies = texts;

spot right(spot s) {
    s.right = true;
    return s;
}

/// The tag of a union: its living arms' code, and what goes wrong with it.
bodies tag_bodies(const model& m, index t, unsigned version) {
    const std::string name = m.variant_name(t, version);
    const bodies plain{fmt::format("if (!tic::lives({}_out, tic::pattern(v.kind()))) return f.in(at);\n", name),
                       fmt::format("tic::put_prefix(out, {}_out, tic::pattern(v.kind()));\n", name),
                       fmt::format("if (!in.prefix(x, {}_in, at)) return false;\n", name)};
    if (m.faults == nullptr) return plain;
    const auto& codes = m.plan.at(version, t).codes;
    auto ways = code_ways(m, codes, name, plain);
    if (codes.count < m.plan.types[t].member_count)
        ways.push_back({"domain", "dead-accepted", {"", plain.write, plain.read}});
    return m.faults->with_ways(plain, plain, ways, std::string(m.plan.types[t].name), versions_of(m, t, version));
}

bodies struct_bodies(const model& m, index t, unsigned version) {
    std::vector<texts> fields;
    std::vector<ordered_field> ordered;
    for (const auto& n : m.plan.fields(version, t)) {
        const spot s{"v." + m.field_name(n.member), place_of(m, n.member), version, 0};
        fields.push_back({check_node(m, n, s), write_node(m, n, s), read_node(m, n, s)});
        if (m.faults != nullptr)
            ordered.push_back({path_of(m, n, 0), n.max_bits != 0, print_right(m, n, right(s)), fields.back()});
    }
    if (m.faults != nullptr) fields = with_other_orders(m, ordered, versions_of(m, t, version));
    bodies made;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const std::string title = fmt::format("// {}\n", m.plan.members[m.plan.fields(version, t)[i].member].source);
        if (!fields[i].check.empty()) made.check += title + fields[i].check;
        made.write += title + fields[i].write;
        made.read += title + fields[i].read;
    }
    return made;
}

bodies choice_bodies(const model& m, index t, unsigned version) {
    const auto& layout = m.plan.at(version, t);
    const std::string kind = m.type_name(t) + "::kind_type::";
    if (layout.codes.count == 0)
        return {"return f.in(at);\n", "", "return in.refuse(tic::reason::range, in.position(), at);\n"};
    std::string checks, writes, reads;
    for (const auto& n : m.plan.fields(version, t)) {
        const auto& member = m.plan.members[n.member];
        const std::string arm = model::name(member.name);
        const spot s{"arm", place_of(m, n.member), version, 0};
        const auto one = [&](const std::string& body, const std::string& answer) {
            return emit::fill(
                {{"kind", kind}, {"arm", arm}, {"source", member.source}, {"body", body}, {"answer", answer}}, R"(
                case $kind$$arm$: {  // $source$
                    const auto& arm = *v.get_if_$arm$();
                    $body$
                    $answer$
                }
            )");
        };
        if (const auto check = check_node(m, n, s); !check.empty()) checks += one(check, "return true;");
        writes += one(write_node(m, n, s), "break;");
        reads += emit::fill({{"i", std::to_string(n.member - m.plan.types[t].first_member)},
                             {"source", member.source},
                             {"arm", arm},
                             {"body", read_node(m, n, s)}},
                            R"(
            case $i$: {  // $source$
                auto& arm = v.set_$arm$();
                $body$
                return true;
            }
        )");
    }
    const bodies tag = tag_bodies(m, t, version);
    bodies made;
    made.check = emit::fill({{"tag", tag.check}, {"checks", checks}}, R"(
        $tag$
        switch (v.kind()) {
            $checks$
            default: break;
        }
    )");
    made.write = emit::fill({{"tag", tag.write}, {"writes", writes}}, R"(
        $tag$
        switch (v.kind()) {
            $writes$
            default: break;
        }
    )");
    made.read = emit::fill({{"tag", tag.read}, {"reads", reads}}, R"(
        $tag$
        switch (x) {
            $reads$
            default: break;
        }
    )");
    return made;
}

/// Packets of small sessions are written and read without a call.
bool is_packet(const model& m, index t) {
    for (const side who : sides)
        if (const auto packets = m.plan.packets[who];
            packets.size() <= 16 && std::ranges::find(packets, t, &packet::type) != packets.end())
            return true;
    return false;
}

std::string print_variant(const model& m, index t, const variant& alike) {
    const bool is_struct = m.plan.types[t].kind == type_kind::structure;
    const bodies made = is_struct ? struct_bodies(m, t, alike.version) : choice_bodies(m, t, alike.version);
    const std::string type = m.type_name(t);
    const std::string constant = "const " + type + "&";
    std::string versions;
    if (m.variants(t).size() > 1)
        for (const unsigned v : alike.versions)
            versions += fmt::format("{}{}", versions.empty() ? " in version " : ", ", v);
    return emit::fill({{"type", type},
                       {"versions", versions},
                       {"name", m.variant_name(t, alike.version)},
                       {"check", made.check},
                       {"write", made.write},
                       {"read", made.read},
                       {"check_v", parameter(made.check, constant, "v")},
                       {"check_f", parameter(made.check, "Fault&", "f")},
                       {"check_at", parameter(made.check, "std::uint32_t", "at")},
                       {"write_out", parameter(made.write, "Out&", "out")},
                       {"write_v", parameter(made.write, constant, "v")},
                       {"write_m", parameter(made.write, "Memory&", "m")},
                       {"read_in", parameter(made.read, "In&", "in")},
                       {"read_v", parameter(made.read, type + "&", "v")},
                       {"read_m", parameter(made.read, "Memory&", "m")},
                       {"read_at", parameter(made.read, "std::uint32_t", "at")},
                       {"x", if_used(made.read, "x", "std::uint64_t x = 0;")},
                       {"data", if_used(made.read, "data", "tic::bytes data;")},
                       {"inline", is_packet(m, t) && m.faults == nullptr ? "[[gnu::always_inline]] " : ""}},
                      R"(

        // $type$$versions$
        template <class Fault>
        constexpr bool check_$name$($check_v$, $check_f$, $check_at$) {
            $check$
            return true;
        }
        template <class Out, class Memory>
        $inline$constexpr void write_$name$($write_out$, $write_v$, $write_m$) {
            $write$
        }
        template <class In, class Memory>
        $inline$constexpr bool read_$name$($read_in$, $read_v$, $read_m$, $read_at$) {
            $x$
            $data$
            $read$
            return true;
        }
    )");
}

/// What decoding a node may take of the arena: lists, and strings that a hint keeps.
std::string arena_of(const model& m, const node& n) {
    const std::uint64_t most = n.low + n.span;
    if (n.operation == op::structure || n.operation == op::choice) return m.type_name(n.type) + "_arena";
    if ((n.operation == op::bytes || n.operation == op::utf8) && most <= 64) return literal(most);
    if (n.operation != op::list) return {};
    const auto& element = m.plan.nodes[n.element];
    const std::string inner = arena_of(m, element);
    return fmt::format("tic::arena_room<{}>({}{}{})", m.cpp_type(element), literal(most), inner.empty() ? "" : ", ",
                       inner);
}

std::string print_arena(const model& m, index t) {
    std::string sum;
    for (index i = m.plan.types[t].first_member; i < m.plan.types[t].first_member + m.plan.types[t].member_count; ++i) {
        if (m.plan.members[i].sample == none) continue;
        if (const auto one = arena_of(m, m.plan.nodes[m.plan.members[i].sample]); !one.empty())
            sum += (sum.empty() ? "" : " + ") + one;
    }
    return fmt::format("\ninline constexpr std::size_t {}_arena = {};\n", m.type_name(t), sum.empty() ? "0" : sum);
}

std::uint64_t most_bytes(const model& m, index t) {
    std::uint64_t bits = 8;
    for (unsigned v = 1; v <= m.plan.version; ++v) bits = std::max(bits, m.plan.at(v, t).max_bits);
    return (bits + 7) / 8;
}

std::string cases(const variant& alike) {
    std::string made;
    for (const unsigned v : alike.versions) made += fmt::format("case {}: ", v);
    return made;
}

std::string print_content(const model& m, index t) {
    std::string checks, writes, reads;
    std::set<index> slots;
    for (const auto& alike : m.variants(t)) {
        const std::string name = m.variant_name(t, alike.version);
        checks += fmt::format("{}return wire::check_{}(v, f, 0);\n", cases(alike), name);
        writes += fmt::format("{}return wire::write_{}(out, v, m);\n", cases(alike), name);
        reads += fmt::format("{}return wire::read_{}(in, v, m, 0);\n", cases(alike), name);
        for (const unsigned v : alike.versions) m.reach(t, v, slots);
    }
    const std::string name = m.type_name(t);
    std::string memory = "tic::nothing";
    std::string printed;
    if (!slots.empty()) {
        memory = fmt::format("wire::{}_memory", name);
        printed = print_memory(m, name + "_memory", slots,
                               kept_memory(m, name + "_memory", std::string(m.plan.types[t].name), {}));
    }
    return emit::fill({{"printed", printed},
                       {"name", name},
                       {"newest", std::to_string(m.plan.version)},
                       {"most", literal(most_bytes(m, t))},
                       {"memory", memory},
                       {"faults", packet_faults_of_type(m, t)},
                       {"checks", checks},
                       {"writes", writes},
                       {"reads", reads}},
                      R"(
        $printed$
        struct $name$_content {
            static constexpr unsigned newest = $newest$;
            static constexpr std::size_t max_bytes = $most$;
            static constexpr std::size_t max_arena = $name$_arena;
            using memory = $memory$;
            $faults$
            template <class Fault>
            static constexpr bool check(const $name$& v, unsigned spoken, Fault& f) {
                switch (spoken) {
                    $checks$
                    default: return f.in(0);
                }
            }
            template <class Out>
            static constexpr void write(Out& out, const $name$& v, unsigned spoken, memory& m) {
                switch (spoken) {
                    $writes$
                    default: break;
                }
            }
            template <class In>
            static constexpr bool read(In& in, $name$& v, unsigned spoken, memory& m, std::uint32_t&) {
                switch (spoken) {
                    $reads$
                    default: return in.refuse(tic::reason::schema_mismatch, 0, 0);
                }
            }
        };
    )");
}

}  // namespace

namespace {

std::string print_codes(const std::vector<prefix_code>& codes, std::size_t members, const std::string& name) {
    std::vector<std::string> out(members, "{}");
    std::vector<prefix_code> ranked = codes;  // upward, as the codes begin
    std::ranges::sort(ranked, {}, [](const prefix_code& c) { return unsigned{c.code} << (16 - c.length); });
    std::string in;
    unsigned longest = 0;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        out[codes[i].member] = fmt::format("{{{:#b}, {}}}", codes[i].code, codes[i].length);
        longest = std::max<unsigned>(longest, codes[i].length);
        in +=
            fmt::format("{}{{{}, {:#b}, {}}}", i == 0 ? "" : ", ", ranked[i].member, ranked[i].code, ranked[i].length);
    }
    return fmt::format(
        "inline constexpr tic::prefix_out {0}_out[] = {{{1}}};\ninline constexpr tic::prefix_reader<{2}, {3}> "
        "{0}_in({{{4}}});\n",
        name, fmt::join(out, ", "), codes.size(), longest, in);
}

}  // namespace

std::string print_prefix_codes(const model& m, const prefix_table& table, std::size_t members,
                               const std::string& name) {
    if (table.count == 0) return {};
    const auto codes = m.plan.codes.subspan(table.first, table.count);
    std::string made = print_codes({codes.begin(), codes.end()}, members, name);
    if (m.faults == nullptr) return made;
    for (const auto& other : wrong_codes(m, table)) made += print_codes(other.codes, members, name + "_" + other.name);
    return made;
}

std::string print_codecs(const model& m) {
    std::string out;
    for (const index t : m.order()) {
        const auto& type = m.plan.types[t];
        for (const auto& alike : m.variants(t))
            if (type.kind != type_kind::structure)
                out += print_prefix_codes(m, m.plan.at(alike.version, t).codes, type.member_count,
                                          m.variant_name(t, alike.version));
        if (type.kind == type_kind::enumeration) continue;
        out += print_arena(m, t);
        for (const auto& alike : m.variants(t)) out += print_variant(m, t, alike);
    }
    return out;
}

std::string print_contents(const model& m) {
    std::string out;
    for (const index t : m.order())
        if (m.plan.types[t].kind != type_kind::enumeration) out += print_content(m, t);
    return out;
}

}  // namespace tic::cpp
