// Values and places as text: names of enum values and kinds, JSON, paths of refusals.
#include "codegen/cpp/parts.hpp"
#include "codegen/emit/template.hpp"

#include <fmt/format.h>

namespace tic::cpp {
namespace {

std::string print_name_of(const std::string& type, const std::vector<std::string>& names) {
    return emit::fill({{"type", type}, {"names", fmt::format("{}", fmt::join(names, ", "))}}, R"(
        constexpr std::string_view name_of($type$ v) {
            constexpr std::string_view names[] = {$names$};
            const auto i = static_cast<std::size_t>(v);
            return i < std::size(names) ? names[i] : std::string_view();
        }
    )");
}

std::vector<std::string> member_names(const model& m, const type& t) {
    std::vector<std::string> names;
    for (index i = 0; i < t.member_count; ++i) names.push_back(quoted(m.plan.members[t.first_member + i].name));
    return names;
}

/// A list is masked whole where its elements are secret.
bool is_secret(const model& m, const tic::member& member) {
    if (member.sample == none) return false;
    const node* n = &m.plan.nodes[member.sample];
    while (!n->secret && n->operation == op::list) n = &m.plan.nodes[n->element];
    return n->secret;
}

std::string print_describe(const model& m, const type& t) {
    std::string lines;
    for (index i = t.first_member; i < t.first_member + t.member_count; ++i) {
        const auto& member = m.plan.members[i];
        const std::string secret = is_secret(m, member) ? ", true" : "";
        if (t.kind == type_kind::choice) {
            const std::string arm = model::name(member.name);
            lines += fmt::format("if (const auto* arm = v.get_if_{}()) to.arm({}, *arm{});\n", arm, quoted(member.name),
                                 secret);
            continue;
        }
        std::string alive;
        if (member.since > 1 || member.until != 0)
            alive = fmt::format("if (to.version() >= {}{}) ", member.since,
                                member.until != 0 ? fmt::format(" && to.version() < {}", member.until) : "");
        lines += fmt::format("{}to.member({}, v.{}{});\n", alive, quoted(member.name), m.field_name(i), secret);
    }
    return emit::fill({{"type", model::name(t.name)}, {"lines", lines}}, R"(
        template <class Text>
        void describe(Text& to, [[maybe_unused]] const $type$& v) {
            to.open();
            $lines$
            to.close();
        }
    )");
}

std::string print_path_members(const model& m, const type& t) {
    std::string out;
    for (index i = t.first_member; i < t.first_member + t.member_count; ++i) {
        const auto& member = m.plan.members[i];
        unsigned lists = 0;
        std::string type = "tic::path_member::no_type";
        if (member.sample != none) {
            const node* n = &m.plan.nodes[member.sample];
            for (; n->operation == op::list; n = &m.plan.nodes[n->element]) ++lists;
            if (n->operation == op::structure || n->operation == op::choice) type = std::to_string(n->type);
        }
        out += fmt::format("{{{}, {}, {}, {}}},\n", quoted(member.name), m.offset(i), type, lists);
    }
    return out;
}

}  // namespace

std::string print_names(const model& m) {
    std::string out;
    for (const auto& t : m.plan.types) {
        if (t.kind == type_kind::enumeration) out += print_name_of(model::name(t.name), member_names(m, t));
        if (t.kind == type_kind::choice) out += print_name_of(model::name(t.name) + "::kind_type", member_names(m, t));
    }
    for (const side who : sides) {
        std::vector<std::string> names;
        for (const auto& p : m.plan.packets[who]) names.push_back(quoted(p.name));
        if (!names.empty())
            out += print_name_of(who == side::client ? "client_packet::kind_type" : "server_packet::kind_type", names);
    }
    return out;
}

std::string print_describers(const model& m) {
    std::string out;
    for (const index t : m.order())
        if (m.plan.types[t].kind != type_kind::enumeration) out += print_describe(m, m.plan.types[t]);
    for (const side who : sides) {
        if (m.plan.packets[who].empty()) continue;
        out += emit::fill({{"side", name_of(who)}}, R"(
            template <class Text>
            void describe(Text& to, const $side$_packet& v) {
                to.open();
                v.visit([&](const auto& packet) { to.member(name_of(v.kind()), packet); });
                to.close();
            }
        )");
    }
    return out;
}

std::string print_paths(const model& m) {
    std::string types, members, roots;
    std::uint32_t first = 0;
    for (index t = 0; t < m.plan.types.size(); ++t) {
        const auto& type = m.plan.types[t];
        const index count = type.kind == type_kind::enumeration ? 0 : type.member_count;
        types += fmt::format("{{{}, {}}},\n", first, count);
        if (count == 0) {
            if (type.kind != type_kind::enumeration)
                roots +=
                    fmt::format("template <>\ninline constexpr std::uint32_t path_root<{}> = {};\n", m.type_name(t), t);
            continue;
        }
        members += print_path_members(m, type);
        first += count;
        roots += fmt::format("template <>\ninline constexpr std::uint32_t path_root<{}> = {};\n", m.type_name(t), t);
    }
    auto next = static_cast<index>(m.plan.types.size());
    for (const side who : sides) {
        const auto packets = m.plan.packets[who];
        if (packets.empty()) continue;
        types += fmt::format("{{{}, {}}},\n", first, packets.size());
        std::uint32_t at = 1;
        for (const auto& p : packets) {
            members += fmt::format("{{{}, {}, {}, 0}},\n", quoted(p.name), at, p.type);
            at += m.places(p.type);
        }
        first += static_cast<std::uint32_t>(packets.size());
        roots += fmt::format("template <>\ninline constexpr std::uint32_t path_root<{}_packet> = {};\n", name_of(who),
                             next++);
    }
    if (members.empty()) members = "{},\n";
    return emit::fill({{"types", types}, {"members", members}, {"roots", roots}}, R"(

        namespace wire {

        inline constexpr tic::path_type path_types[] = {
            $types$
        };
        inline constexpr tic::path_member path_members[] = {
            $members$
        };
        template <class T>
        inline constexpr std::uint32_t path_root = tic::path_member::no_type;
        $roots$

        }  // namespace wire

        /// The path of an error: in a packet of a side (`path_of<client_packet>`), or below a type's name.
        template <class T>
        constexpr tic::path_text path_of(const tic::error& e) {
            return tic::detail::spell_path(e.at, wire::path_root<T>, wire::path_types, wire::path_members);
        }
    )");
}

}  // namespace tic::cpp
