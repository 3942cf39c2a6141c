// The page: packets with their diagrams, states, types, memory.
#include "codegen/docs/docs.hpp"

#include "codegen/docs/codes.hpp"
#include "codegen/emit/template.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tic::docs {
namespace {

/// A box in a diagram, wider the more bits the field takes at least.
std::string box(std::string_view name, std::uint64_t least, std::uint64_t most) {
    return fmt::format("<span class=\"box\" style=\"flex-grow:{}\"><b>{}</b><i>{}</i></span>",
                       std::clamp<std::uint64_t>(least, 1, 64), escape(name), range(least, most));
}

std::string boxes(const layout& plan, index type) {
    std::string out;
    for (const auto& n : plan.fields(plan.version, type))
        out += box(plan.members[n.member].name, n.min_bits, n.max_bits);
    return out;
}

/// The values of an enum or the arms of a union: their codes.
std::string coded_rows(const layout& plan, index type) {
    std::string out;
    const auto& t = plan.types[type];
    const auto arms = t.kind == type_kind::choice ? plan.fields(plan.version, type) : std::span<const node>();
    const auto& codes = plan.at(plan.version, type).codes;
    for (index i = 0; i < codes.count; ++i) {
        const auto& c = plan.codes[codes.first + i];
        const auto& member = plan.members[t.first_member + c.member];
        const std::string then = arms.empty() ? "" : ", then " + describe(plan, arms[i]);
        const std::uint64_t least = arms.empty() ? 0 : arms[i].min_bits;
        const std::uint64_t most = arms.empty() ? 0 : arms[i].max_bits;
        out += fmt::format(
            "<tr><td>{}</td><td><code>{}</code>{}</td><td>{}</td><td><code>{}</code></td><td>{}</td></tr>\n",
            escape(member.name), digits(c), then, range(c.length + least, c.length + most), escape(member.source),
            escape(member.doc));
    }
    return out;
}

std::string field_rows(const layout& plan, index type) {
    std::string out;
    for (const auto& n : plan.fields(plan.version, type)) {
        const auto& member = plan.members[n.member];
        out += fmt::format("<tr><td>{}</td><td>{}</td><td>{}</td><td><code>{}</code></td><td>{}</td></tr>\n",
                           escape(member.name), describe(plan, n), range(n.min_bits, n.max_bits), escape(member.source),
                           escape(member.doc));
    }
    return out;
}

std::string print_type(const layout& plan, index t) {
    const auto& type = plan.types[t];
    const auto& layout = plan.at(plan.version, t);
    const bool is_struct = type.kind == type_kind::structure;
    const char* kinds[] = {"enum", "union", "struct"};
    return emit::fill({{"name", escape(type.name)},
                       {"kind", kinds[static_cast<unsigned>(type.kind)]},
                       {"doc", escape(type.doc)},
                       {"bits", range(layout.min_bits, layout.max_bits)},
                       {"diagram", is_struct ? boxes(plan, t) : ""},
                       {"rows", is_struct ? field_rows(plan, t) : coded_rows(plan, t)}},
                      R"(
        <h3 id="$name$">$kind$ $name$</h3>
        <p>$doc$</p>
        <p class="cost">$bits$ bits</p>
        <div class="packet">$diagram$</div>
        <table><tr><th>name</th><th>code</th><th>bits</th><th>schema</th><th></th></tr>
        $rows$
        </table>
    )");
}

/// A table of the packets of a side, then a diagram of each: tag, fields, fill.
std::string print_side(const layout& plan, side who) {
    const auto& tags = plan.at(plan.version).tags[who];
    std::string rows, diagrams;
    for (index i = 0; i < tags.count; ++i) {
        const auto& c = plan.codes[tags.first + i];
        const auto& p = plan.packets[who][c.member];
        const auto& t = plan.at(plan.version, p.type);
        const auto least = c.length + t.min_bits, most = c.length + t.max_bits;
        rows +=
            fmt::format("<tr><td><a href=\"#{0}\">{0}</a></td><td><code>{1}</code></td><td>{2}</td><td>{3}</td></tr>\n",
                        escape(p.name), digits(c), range(least, most),
                        range(std::max<std::uint64_t>(1, (least + 7) / 8), std::max<std::uint64_t>(1, (most + 7) / 8)));
        const std::string tag =
            c.length == 0
                ? ""
                : fmt::format("<span class=\"box tag\"><b><code>{}</code></b><i>{}</i></span>", digits(c), c.length);
        diagrams += fmt::format(
            "<p><b>{}</b></p>\n<div class=\"packet\">{}{}<span class=\"box tag\"><b>fill</b><i>to a "
            "byte</i></span></div>\n",
            escape(p.name), tag, boxes(plan, p.type));
    }
    if (rows.empty()) return {};
    return fmt::format(
        "<h2>Packets of the {}</h2>\n"
        "<table><tr><th>packet</th><th>tag</th><th>bits</th><th>bytes</th></tr>\n{}</table>\n{}",
        name_of(who), rows, diagrams);
}

std::string print_states(const layout& plan) {
    std::string out;
    for (index i = 0; i < plan.state_count; ++i) {
        const auto& s = plan.states[plan.at(plan.version).first_state + i];
        const auto go = [&](index to) {
            if (to == none) return std::string();
            return " → " + std::string(to == closed_state ? "Closed"
                                                          : plan.states[plan.at(plan.version).first_state + to].name);
        };
        std::string lines;
        for (index r = s.first_rule; r < s.first_rule + s.rule_count; ++r) {
            const auto& rule = plan.rules[r];
            lines += fmt::format("<li>on <b>{}</b>{}", escape(plan.packets.client[rule.packet].name),
                                 rule.reply_count == 0 ? go(rule.go) : " reply");
            for (index k = rule.first_reply; k < rule.first_reply + rule.reply_count; ++k)
                lines += fmt::format(" {}{}", escape(plan.packets.server[plan.replies[k].packet].name),
                                     go(plan.replies[k].go));
            lines += "</li>\n";
        }
        for (index k = s.first_push; k < s.first_push + s.push_count; ++k)
            lines += fmt::format("<li>push <b>{}</b></li>\n", escape(plan.packets.server[plan.pushes[k]].name));
        out += fmt::format("<h3>state {}{}</h3>\n<ul>\n{}</ul>\n", escape(s.name), i == plan.start ? " (start)" : "",
                           lines);
    }
    return out.empty() ? out : "<h2>States</h2>\n" + out;
}

std::string print_memory(const layout& plan) {
    std::string out;
    for (const auto& s : plan.slots)
        out += fmt::format("<tr><td>{}</td><td>{}</td><td><code>{}</code></td></tr>\n", escape(s.name), s.capacity,
                           escape(s.domain));
    return out.empty()
               ? out
               : "<h2>Memory of each direction</h2>\n<table><tr><th>name</th><th>values</th><th>domain</th></tr>\n" +
                     out + "</table>\n";
}

}  // namespace

std::string page_name(const layout& plan) { return std::string(plan.protocol) + ".html"; }

std::string print_page(const layout& plan) {
    std::string types;
    for (index t = 0; t < plan.types.size(); ++t) types += print_type(plan, t);
    return emit::fill({{"name", escape(plan.protocol)},
                       {"doc", escape(plan.doc)},
                       {"version", std::to_string(plan.version)},
                       {"oldest", std::to_string(plan.oldest)},
                       {"client", print_side(plan, side::client)},
                       {"server", print_side(plan, side::server)},
                       {"states", print_states(plan)},
                       {"types", types},
                       {"memory", print_memory(plan)}},
                      R"(
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>$name$</title><style>
        body { font: 15px/1.5 sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em; color: #222; }
        table { border-collapse: collapse; margin: .5em 0 1.5em; }
        td, th { border: 1px solid #ccc; padding: .2em .6em; text-align: left; }
        .packet { display: flex; flex-wrap: wrap; }
        .box { border: 1px solid #456; background: #eef3f8; padding: .2em .7em; margin: 0 -1px -1px 0; }
        .box i { display: block; font-size: 80%; color: #567; } .cost { color: #567; } .tag { background: #f6efe2; }
        </style></head><body>
        <h1>$name$</h1>
        <p>$doc$</p>
        <p>Version $version$, oldest supported version $oldest$. Sizes are in bits: the least without fill, the greatest
        with the fill of every string. The codes are those of the wire reference.</p>
        $client$
        $server$
        $states$
        <h2>Types in version $version$</h2>
        $types$
        $memory$
        </body></html>
    )");
}

}  // namespace tic::docs
