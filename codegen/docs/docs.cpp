// The page as a whole: sessions, packets with their diagrams, types, memory.
#include "codegen/docs/docs.hpp"

#include "codegen/emit/template.hpp"

#include <fmt/format.h>

namespace tic::docs {
namespace {

std::string escape(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '&': out += "&amp;"; break;
            default: out += c;
        }
    }
    return out;
}

std::string bits(std::uint64_t least, std::uint64_t most) { return least == most ? fmt::format("{}", least) : fmt::format("{}–{}", least, most); }

std::string code_name(const node& n) {
    switch (n.plain) {
        case code::fixed:
        case code::twos: return fmt::format("fixed({})", n.bits);
        case code::uniform: return fmt::format("uniform({})", n.span == ~std::uint64_t{0} ? "2^64" : fmt::format("{}", n.span + 1));
        case code::skew:
        case code::zigzag: return fmt::format("skew({}){}", n.bits, n.plain == code::zigzag ? " of zigzag" : "");
        case code::huffman: return "huffman";
        case code::nothing: break;
    }
    return "";
}

/// A field as a box: wide where it costs more.
std::string box(const layout& plan, const node& n) {
    return fmt::format("<span class=\"box\"><b>{}</b><i>{}</i></span>", escape(plan.members[n.member].name), bits(n.min_bits, n.max_bits));
}

std::string rows(const layout& plan, unsigned version, index type) {
    std::string out;
    const auto& layout = plan.at(version, type);
    if (plan.types[type].kind == type_kind::enumeration || plan.types[type].kind == type_kind::choice) {
        for (index i = 0; i < layout.codes.count; ++i) {
            const auto& c = plan.codes[layout.codes.first + i];
            const auto& member = plan.members[plan.types[type].first_member + c.member];
            out += fmt::format("<tr><td>{}</td><td><code>{:0{}b}</code></td><td>{}</td><td>{}</td><td>{}</td></tr>\n", escape(member.name), c.code, c.length, c.length,
                               escape(member.source), escape(member.doc));
        }
        return out;
    }
    for (const auto& n : plan.fields(version, type)) {
        const auto& member = plan.members[n.member];
        out += fmt::format("<tr><td>{}</td><td><code>{}</code></td><td>{}</td><td><code>{}</code></td><td>{}</td></tr>\n", escape(member.name), escape(code_name(n)),
                           bits(n.min_bits, n.max_bits), escape(member.source), escape(member.doc));
    }
    return out;
}

std::string print_type(const layout& plan, index t) {
    const auto& type = plan.types[t];
    const auto& layout = plan.at(plan.version, t);
    std::string diagram;
    if (type.kind == type_kind::structure)
        for (const auto& n : plan.fields(plan.version, t)) diagram += box(plan, n);
    const char* kinds[] = {"enum", "union", "struct"};
    return emit::fill(R"(
        <h3 id="$name$">$kind$ $name$</h3>
        <p>$doc$</p>
        <p class="cost">$bits$ bits</p>
        <div class="packet">$diagram$</div>
        <table><tr><th>name</th><th>code</th><th>bits</th><th>schema</th><th></th></tr>
        $rows$
        </table>
    )", {{"name", escape(type.name)}, {"kind", kinds[static_cast<unsigned>(type.kind)]}, {"doc", escape(type.doc)}, {"bits", bits(layout.min_bits, layout.max_bits)},
         {"diagram", diagram}, {"rows", rows(plan, plan.version, t)}});
}

std::string print_side(const layout& plan, unsigned side) {
    const auto& v = plan.at(plan.version);
    std::string out;
    for (index i = 0; i < v.tags[side].count; ++i) {
        const auto& c = plan.codes[v.tags[side].first + i];
        const auto& p = plan.packets[side][c.member];
        const auto& t = plan.at(plan.version, p.type);
        out += fmt::format("<tr><td><a href=\"#{0}\">{0}</a></td><td><code>{1:0{2}b}</code></td><td>{3}</td><td>{4}–{5}</td></tr>\n", escape(p.name), c.code, c.length,
                           bits(c.length + t.min_bits, c.length + t.max_bits), (c.length + t.min_bits + 7) / 8, (c.length + t.max_bits + 7) / 8);
    }
    if (out.empty()) return {};
    return fmt::format("<h2>What the {} says</h2>\n<table><tr><th>packet</th><th>tag</th><th>bits</th><th>bytes</th></tr>\n{}</table>\n", side == 0 ? "client" : "server", out);
}

std::string print_states(const layout& plan) {
    std::string out;
    for (index i = 0; i < plan.state_count; ++i) {
        const auto& s = plan.states[plan.at(plan.version).first_state + i];
        const auto go = [&](index to) {
            if (to == none) return std::string();
            return " → " + std::string(to == closed_state ? "Closed" : plan.states[plan.at(plan.version).first_state + to].name);
        };
        std::string lines;
        for (index r = s.first_rule; r < s.first_rule + s.rule_count; ++r) {
            const auto& rule = plan.rules[r];
            lines += fmt::format("<li>on <b>{}</b>{}", escape(plan.packets[0][rule.packet].name), rule.reply_count == 0 ? go(rule.go) : " reply");
            for (index k = rule.first_reply; k < rule.first_reply + rule.reply_count; ++k)
                lines += fmt::format(" {}{}", escape(plan.packets[1][plan.replies[k].packet].name), go(plan.replies[k].go));
            lines += "</li>\n";
        }
        for (index k = s.first_push; k < s.first_push + s.push_count; ++k) lines += fmt::format("<li>push <b>{}</b></li>\n", escape(plan.packets[1][plan.pushes[k]].name));
        out += fmt::format("<h3>state {}{}</h3>\n<ul>\n{}</ul>\n", escape(s.name), i == plan.start ? " (start)" : "", lines);
    }
    return out.empty() ? out : "<h2>States</h2>\n" + out;
}

std::string print_memory(const layout& plan) {
    std::string out;
    for (const auto& s : plan.slots) out += fmt::format("<tr><td>{}</td><td>{}</td><td><code>{}</code></td></tr>\n", escape(s.name), s.capacity, escape(s.domain));
    return out.empty() ? out : "<h2>Memory of each direction</h2>\n<table><tr><th>name</th><th>values</th><th>domain</th></tr>\n" + out + "</table>\n";
}

}  // namespace

std::string page_name(const layout& plan) { return std::string(plan.protocol) + ".html"; }

std::string print_page(const layout& plan) {
    std::string types;
    for (index t = 0; t < plan.types.size(); ++t) types += print_type(plan, t);
    return emit::fill(R"(
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>$name$</title><style>
        body { font: 15px/1.5 sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em; color: #222; }
        table { border-collapse: collapse; margin: .5em 0 1.5em; } td, th { border: 1px solid #ccc; padding: .2em .6em; text-align: left; }
        .packet { display: flex; flex-wrap: wrap; } .box { border: 1px solid #456; background: #eef3f8; padding: .2em .7em; margin: 0 -1px -1px 0; }
        .box i { display: block; font-size: 80%; color: #567; } .cost { color: #567; }
        </style></head><body>
        <h1>$name$</h1>
        <p>$doc$</p>
        <p>Version $version$, oldest still spoken $oldest$. Costs are in bits, without fill.</p>
        $client$
        $server$
        $states$
        <h2>Types in version $version$</h2>
        $types$
        $memory$
        </body></html>
    )", {{"name", escape(plan.protocol)}, {"doc", escape(plan.doc)}, {"version", std::to_string(plan.version)}, {"oldest", std::to_string(plan.oldest)},
         {"client", print_side(plan, 0)}, {"server", print_side(plan, 1)}, {"states", print_states(plan)}, {"types", types}, {"memory", print_memory(plan)}});
}

}  // namespace tic::docs
