// Check, write and read of every type; one function for all versions in which the type is alike.
#include "codegen/cpp/parts.hpp"
#include "codegen/cpp/program.hpp"
#include "codegen/emit/template.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tic::cpp {
namespace {

/// The bodies of a type's three functions.
struct bodies {
    std::string check, write, read;
};

template <class Print>
std::string print_all(const std::vector<selection<coding>>& from, Print&& print) {
    std::string made;
    for (const auto& each : from) made += print(each);
    return made;
}

bodies struct_bodies(const model& m, const variant_codec& codec) {
    bodies made;
    for (const auto& field : codec.fields) {
        const std::string title = fmt::format("// {}\n", m.plan.members[field.from->member].source);
        if (const auto check = print_check(field.checked); !check.empty()) made.check += title + check;
        made.write += title + print_all(field.written, print_write);
        made.read += title + print_all(field.read, print_read);
    }
    return made;
}

/// `case LABEL: { ARM BODY END }` for an arm, and what it was declared as.
std::string print_arm(const std::string& label, std::string_view source, const std::string& arm,
                      const std::string& body, const std::string& end) {
    return emit::fill({{"label", label}, {"source", source}, {"arm", arm}, {"body", body}, {"end", end}}, R"(
        case $label$: {  // $source$
            $arm$
            $body$
            $end$
        }
    )");
}

std::string print_arms(const std::string& tag, const std::string& by, const std::string& arms) {
    return emit::fill({{"tag", tag}, {"by", by}, {"arms", arms}}, R"(
        $tag$
        switch ($by$) {
            $arms$
            default: break;
        }
    )");
}

bodies choice_bodies(const model& m, index t, const variant_codec& codec) {
    if (!codec.tag) return {"return f.in(at);\n", "", "return in.refuse(tic::reason::range, in.position(), at);\n"};
    bodies arms;
    for (const auto& field : codec.fields) {
        const auto& member = m.plan.members[field.from->member];
        const std::string arm = model::name(member.name);
        const std::string kind = fmt::format("{}::kind_type::{}", m.type_name(t), arm);
        const std::string held = fmt::format("const auto& arm = *v.get_if_{}();", arm);
        if (const auto check = print_check(field.checked); !check.empty())
            arms.check += print_arm(kind, member.source, held, check, "return true;");
        arms.write += print_arm(kind, member.source, held, print_all(field.written, print_write), "break;");
        arms.read +=
            print_arm(std::to_string(field.from->member - m.plan.types[t].first_member), member.source,
                      fmt::format("auto& arm = v.set_{}();", arm), print_all(field.read, print_read), "return true;");
    }
    return {print_arms(print_check(codec.tag->checked), "v.kind()", arms.check),
            print_arms(print_write(codec.tag->written), "v.kind()", arms.write),
            print_arms(print_read(codec.tag->read), "x", arms.read)};
}

std::string print_variant(const model& m, const type_codec& codec, const variant_codec& from) {
    const index t = codec.type;
    const variant& alike = *from.alike;
    const bool is_struct = m.plan.types[t].kind == type_kind::structure;
    const bodies made = is_struct ? struct_bodies(m, from) : choice_bodies(m, t, from);
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
                       {"check_f", parameter(made.check, "Failure&", "f")},
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
                       {"inline", codec.is_inline ? "[[gnu::always_inline]] " : ""}},
                      R"(

        // $type$$versions$
        template <class Failure>
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

std::string print_content(const model& m, const type_codec& from) {
    const index t = from.type;
    std::string checks, writes, reads;
    for (const auto& alike : m.variants(t)) {
        const std::string name = m.variant_name(t, alike.version);
        checks += fmt::format("{}return wire::check_{}(v, f, 0);\n", cases(alike), name);
        writes += fmt::format("{}return wire::write_{}(out, v, m);\n", cases(alike), name);
        reads += fmt::format("{}return wire::read_{}(in, v, m, 0);\n", cases(alike), name);
    }
    const std::string name = m.type_name(t);
    const bool remembers = !from.memory.members.empty();
    const std::string memory = remembers ? "wire::" + from.memory.name : "tic::nothing";
    const std::string printed = remembers ? print_memory(m, from.memory) : "";
    return emit::fill({{"printed", printed},
                       {"name", name},
                       {"newest", std::to_string(m.plan.version)},
                       {"most", literal(most_bytes(m, t))},
                       {"memory", memory},
                       {"policy", from.policy},
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
            $policy$
            template <class Failure>
            static constexpr bool check(const $name$& v, unsigned spoken, Failure& f) {
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

std::string print_codes(const prefix_codes& from) {
    std::vector<std::string> out(from.member_count, "{}");
    std::vector<prefix_code> ranked = from.codes;  // upward, as the codes begin
    std::ranges::sort(ranked, {}, [](const prefix_code& c) { return unsigned{c.code} << (16 - c.length); });
    std::string in;
    unsigned longest = 0;
    for (const auto& c : from.codes) {
        out[c.member] = fmt::format("{{{:#b}, {}}}", c.code, c.length);
        longest = std::max<unsigned>(longest, c.length);
    }
    for (const auto& c : ranked)
        in += fmt::format("{}{{{}, {:#b}, {}}}", in.empty() ? "" : ", ", c.member, c.code, c.length);
    return fmt::format(
        "inline constexpr tic::prefix_out {0}_out[] = {{{1}}};\ninline constexpr tic::prefix_reader<{2}, {3}> "
        "{0}_in({{{4}}});\n",
        from.name, fmt::join(out, ", "), from.codes.size(), longest, in);
}

}  // namespace

std::string print_prefix_codes(const std::vector<prefix_codes>& all) {
    std::string made;
    for (const auto& each : all) made += print_codes(each);
    return made;
}

std::string print_codecs(const model& m, const program& from) {
    std::string out;
    for (const auto& type : from.types) {
        out += print_prefix_codes(type.codes);
        if (type.variants.empty()) continue;
        out += print_arena(m, type.type);
        for (const auto& each : type.variants) out += print_variant(m, type, each);
    }
    return out;
}

std::string print_contents(const model& m, const program& from) {
    std::string out;
    for (const auto& type : from.types)
        if (!type.variants.empty()) out += print_content(m, type);
    return out;
}

}  // namespace tic::cpp
