// The canonical text of a version, and its fingerprint (section 7).
#include "codegen/plan/plan.hpp"
#include "codegen/plan/planner.hpp"
#include "grammar/schema/domain.hpp"

#include <fmt/format.h>
#include <openssl/sha.h>

#include <algorithm>
#include <iterator>
#include <set>

namespace tic::plan {
namespace {

struct writer {
    const schema::schema& all;
    unsigned version;
    std::vector<bool> reached;
    std::vector<std::string> lines;
    std::set<index> cells, tables;
    std::set<std::pair<index, index>> entry_cells, entry_tables;

    void says(std::string& text, std::string_view side, const std::vector<schema::says>& packets) const {
        text += side;
        for (const auto& s : packets)
            if (s.alive.holds(version))
                fmt::format_to(std::back_inserter(text), " {} {}", s.name, schema::weight_in(s.weights, version));
        text += '\n';
    }

    /// The domain and hint of a field or arm; adds the memory that they name to what is printed after the types.
    std::string place(const schema::place& at) {
        for_each_element(all, at, [this](const schema::place& inner) {
            const schema::hint* h = schema::hint_in(inner.hints, version);
            if (h == nullptr || (h->kind != schema::hint_kind::cell && h->kind != schema::hint_kind::table)) return;
            const bool is_cell = h->kind == schema::hint_kind::cell;
            if (h->entry != schema::none) {
                tables.insert(h->memory);
                (is_cell ? entry_cells : entry_tables).insert({h->memory, h->entry});
            } else {
                (is_cell ? cells : tables).insert(h->memory);
            }
        });
        return schema::spell(all, at.of, version) + schema::spell(all, at, version);
    }

    void types() {
        std::size_t t = 0;
        for (const auto& e : all.enums) {
            if (!reached[t++]) continue;
            std::string line = "enum " + e.name;
            for (const auto& v : e.values)
                if (v.alive.holds(version))
                    fmt::format_to(std::back_inserter(line), " {} {}", v.wire_name,
                                   schema::weight_in(v.weights, version));
            lines.push_back(std::move(line));
        }
        for (const auto& u : all.unions) {
            if (!reached[t++]) continue;
            std::string line = "union " + u.name;
            for (const auto& a : u.arms)
                if (a.alive.holds(version))
                    fmt::format_to(std::back_inserter(line), " {}:{} {}", a.wire_name, place(a),
                                   schema::weight_in(a.weights, version));
            lines.push_back(std::move(line));
        }
        for (const auto& s : all.structs) {
            if (!reached[t++]) continue;
            std::string line = "struct " + s.name;
            for (const auto& f : s.fields)
                if (f.alive.holds(version)) fmt::format_to(std::back_inserter(line), " {}:{}", f.wire_name, place(f));
            lines.push_back(std::move(line));
        }
    }

    void memory() {
        for (const index c : cells)
            lines.push_back(fmt::format("cell {} {}", all.cells[c].name, schema::spell(all, all.cells[c].of, version)));
        for (const index t : tables) {
            const auto& table = all.tables[t];
            std::vector<std::pair<std::string, std::string>> inside;
            for (index i = 0; i < table.cells.size(); ++i)
                if (entry_cells.contains({t, i}))
                    inside.emplace_back(table.cells[i].name, schema::spell(all, table.cells[i].of, version));
            for (index i = 0; i < table.tables.size(); ++i)
                if (entry_tables.contains({t, i}))
                    inside.emplace_back(table.tables[i].name,
                                        fmt::format("{}:{}", table.tables[i].capacity,
                                                    schema::spell(all, table.tables[i].of, version)));
            std::sort(inside.begin(), inside.end());
            std::string line =
                fmt::format("table {} {} {}", table.name, table.capacity, schema::spell(all, table.of, version));
            for (const auto& [name, what] : inside) fmt::format_to(std::back_inserter(line), " {}:{}", name, what);
            lines.push_back(std::move(line));
        }
    }

    std::string state_name(index s) const { return s == schema::closed_state ? "Closed" : all.talk->states[s].name; }

    std::string rule(const schema::rule& r) const {
        std::string text = " on " + all.talk->client[r.request].name;
        std::vector<std::pair<std::string, index>> replies;
        for (const auto& answer : r.replies)
            if (all.talk->server[answer.packet].alive.holds(version))
                replies.emplace_back(all.talk->server[answer.packet].name, answer.go);
        std::sort(replies.begin(), replies.end());
        for (const auto& [name, go] : replies) text += " " + name + (go == schema::none ? "" : ">" + state_name(go));
        if (r.go != schema::none) text += " >" + state_name(r.go);
        return text;
    }

    /// The line of a state; adds the states that it leads to to `open`.
    std::string state(const schema::state& s, std::vector<index>& open) const {
        std::vector<std::pair<std::string, std::string>> rules;
        for (const auto& r : s.rules) {
            if (!all.talk->client[r.request].alive.holds(version)) continue;
            rules.emplace_back(all.talk->client[r.request].name, rule(r));
            if (r.go != schema::none) open.push_back(r.go);
            for (const auto& answer : r.replies)
                if (all.talk->server[answer.packet].alive.holds(version) && answer.go != schema::none)
                    open.push_back(answer.go);
        }
        std::sort(rules.begin(), rules.end());
        std::vector<std::string> pushes;
        for (const index push : s.pushes)
            if (all.talk->server[push].alive.holds(version)) pushes.push_back(all.talk->server[push].name);
        std::sort(pushes.begin(), pushes.end());
        std::string text = "state " + s.name;
        for (const auto& [name, line] : rules) text += line;
        for (const auto& name : pushes) text += " push " + name;
        return text;
    }

    void states() {
        std::vector<bool> seen(all.talk->states.size());
        std::vector<index> open{all.talk->start};
        while (!open.empty()) {
            const index s = open.back();
            open.pop_back();
            if (s == schema::closed_state || seen[s]) continue;
            seen[s] = true;
            lines.push_back(state(all.talk->states[s], open));
        }
    }

    std::string run() {
        std::string text = fmt::format("tic {} {} {}\n", all.edition, all.protocol, version);
        if (all.datagram) text += "datagram\n";
        if (all.talk) {
            says(text, "client", all.talk->client);
            says(text, "server", all.talk->server);
            text += "start " + state_name(all.talk->start) + "\n";
            states();
        }
        types();
        memory();
        std::sort(lines.begin(), lines.end());
        for (const auto& line : lines) text += line + "\n";
        return text;
    }
};

}  // namespace

std::string canonical(const schema::schema& all, unsigned version) {
    return writer{all, version, reached_types(all, version), {}, {}, {}, {}, {}}.run();
}

std::uint32_t fingerprint(const std::string& canonical_text) {
    unsigned char digest[SHA256_DIGEST_LENGTH];
    SHA256(reinterpret_cast<const unsigned char*>(canonical_text.data()), canonical_text.size(), digest);
    return (std::uint32_t{digest[0]} << 24) | (std::uint32_t{digest[1]} << 16) | (std::uint32_t{digest[2]} << 8) |
           digest[3];
}

}  // namespace tic::plan
