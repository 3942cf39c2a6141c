// Functions that fill a value from a text that names its places: the counterpart of `describe`.
#include "codegen/cpp/parts.hpp"
#include "codegen/emit/template.hpp"

#include <fmt/format.h>

namespace tic::cpp {
namespace {

/// `VALUE`, or where a member does not live in all versions, true in the others.
std::string alive(const member& one, const std::string& value) {
    std::string dead;
    if (one.since > 1) dead = fmt::format("from.version() < {} || ", one.since);
    if (one.until != 0) dead += fmt::format("from.version() >= {} || ", one.until);
    return dead.empty() ? value : fmt::format("({}{})", dead, value);
}

std::string print_assemble(const model& m, const type& t) {
    std::string body;
    for (index i = t.first_member; i < t.first_member + t.member_count; ++i) {
        const auto& member = m.plan.members[i];
        if (member.sample == none) continue;
        const std::string shown = quoted(member.name);
        if (t.kind == type_kind::choice)
            body += fmt::format("if (from.has_arm({0})) return from.member({0}, v.set_{1}());\n", shown,
                                model::name(member.name));
        else
            body += fmt::format("{}{}", body.empty() ? "return " : " &&\n       ",
                                alive(member, fmt::format("from.member({}, v.{})", shown, m.field_name(i))));
    }
    if (t.kind == type_kind::choice)
        body += "return from.no_arm();";
    else
        body += body.empty() ? "return true;" : ";";
    return emit::fill({{"type", model::name(t.name)}, {"body", body}}, R"(
        template <class Source>
        bool assemble([[maybe_unused]] Source& from, [[maybe_unused]] $type$& v) {
            $body$
        }
    )");
}

std::string print_assemble_packet(const model& m, side who) {
    std::string names;
    for (const auto& p : m.plan.packets[who])
        names +=
            fmt::format("if (from.word({})) return from.value(v.set_{}());\n", quoted(p.name), m.type_name(p.type));
    return emit::fill({{"side", name_of(who)}, {"names", names}}, R"(
        template <class Source>
        bool assemble(Source& from, $side$_packet& v) {
            $names$
            return from.fail("the $side$ has no such packet");
        }
    )");
}

}  // namespace

std::string print_assemblers(const model& m) {
    std::string out;
    for (const index t : m.order())
        if (m.plan.types[t].kind != type_kind::enumeration) out += print_assemble(m, m.plan.types[t]);
    for (const side who : sides)
        if (!m.plan.packets[who].empty()) out += print_assemble_packet(m, who);
    return out;
}

}  // namespace tic::cpp
