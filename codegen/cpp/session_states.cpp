// What a session stands on: each side's packets by number, the states of every version as data, and the session's name.
#include "codegen/cpp/parts.hpp"
#include "codegen/cpp/program.hpp"
#include "codegen/emit/template.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tic::cpp {
std::string state_number(index go) {
    if (go == none) return "tic::stay";
    return go == closed_state ? "tic::closed_for_good" : std::to_string(go);
}

namespace {

/// Rows of all versions; versions with the same rows share them.
struct tables {
    std::string versions, states, rules, replies, pushes;
    std::uint32_t state_count = 0, rule_count = 0, reply_count = 0, push_count = 0, most_rules = 0;
};

std::vector<index> sorted_pushes(const model& m, const state& s) {
    const auto from = m.plan.pushes.subspan(s.first_push, s.push_count);
    std::vector<index> pushes(from.begin(), from.end());
    std::sort(pushes.begin(), pushes.end());
    return pushes;
}

void add_rule(tables& to, const model& m, const rule& r) {
    to.rules += fmt::format("{{{}, {}, {}, {}, {}}},\n", r.packet, state_number(r.go), to.reply_count, r.reply_count,
                            r.barrier);
    ++to.rule_count;
    for (const auto& answer : m.plan.replies.subspan(r.first_reply, r.reply_count)) {
        to.replies += fmt::format("{{{}, {}}},\n", answer.packet, state_number(answer.go));
        ++to.reply_count;
    }
}

void add_states(tables& to, const model& m, unsigned version) {
    const std::uint32_t first_rule = to.rule_count;
    for (const auto& s : m.plan.states.subspan(m.plan.at(version).first_state, m.plan.state_count)) {
        to.states += fmt::format("{{{}, {}, {}, {}, {}}},\n", quoted(s.name), to.rule_count, s.rule_count,
                                 to.push_count, s.push_count);
        ++to.state_count;
        for (const auto& r : m.plan.rules.subspan(s.first_rule, s.rule_count)) add_rule(to, m, r);
        for (const index push : sorted_pushes(m, s)) to.pushes += fmt::format("{},\n", push);
        to.push_count += s.push_count;
    }
    to.most_rules = std::max(to.most_rules, to.rule_count - first_rule);
}

/// The states of a version as if they stood alone.
std::string signature(const model& m, unsigned version) {
    tables alone;
    add_states(alone, m, version);
    return alone.states + '/' + alone.rules + '/' + alone.replies + '/' + alone.pushes;
}

tables tables_of(const model& m) {
    tables made;
    std::map<std::string, std::string> known;
    for (unsigned v = m.plan.oldest; v <= m.plan.version; ++v) {
        const auto [found, fresh] =
            known.try_emplace(signature(m, v), fmt::format("{{{}, {}}}", made.state_count, made.rule_count));
        if (fresh) add_states(made, m, v);
        made.versions += (made.versions.empty() ? "" : ", ") + found->second;
    }
    return made;
}

/// `static constexpr TYPE NAME[] = {…};`, or nothing for no rows; `use` is then `NAME` or `{}`.
std::string print_array(const std::string& type, const std::string& name, const std::string& rows, std::string& use) {
    use = rows.empty() ? "{}" : name;
    return rows.empty() ? ""
                        : emit::fill({{"type", type}, {"name", name}, {"rows", rows}},
                                     "static constexpr $type$ $name$[] = {\n    $rows$\n};\n");
}

std::string print_tags(const side_codec& from) {
    std::map<std::string, std::string> by_name;
    for (const auto& group : from.groups) {
        if (group.codes.empty()) continue;
        std::string& made = by_name[group.name];
        for (const unsigned v : group.versions) made += fmt::format("case {}: ", v);
        made += print_selection(
            group.read, [](const std::string& codes) { return fmt::format("return {}_in.find(next16);\n", codes); });
    }
    std::string made;
    for (const auto& [name, cases] : by_name) made += cases;
    return made;
}

/// One end: its packets by number, and where their places begin.
std::string print_end(const model& m, side who, const side_codec& from) {
    if (m.plan.packets[who].empty()) return fmt::format("using {} = tic::silent;\n", name_of(who));
    std::string numbers, places;
    std::uint32_t at = 1;
    for (index i = 0; i < m.plan.packets[who].size(); ++i) {
        const index type = m.plan.packets[who][i].type;
        numbers +=
            fmt::format("static constexpr std::uint16_t number(const {}&) {{ return {}; }}\n", m.type_name(type), i);
        places += fmt::format("{}{}", i == 0 ? "" : ", ", at);
        at += m.places(type);
    }
    return emit::fill({{"side", name_of(who)},
                       {"space", model::name(m.plan.protocol)},
                       {"places", places},
                       {"numbers", numbers},
                       {"cases", print_tags(from)}},
                      R"(
        struct $side$ {
            using codec_type = $side$_side;
            using packet_type = $side$_packet;
            using memory_type = $side$_memory;
            static constexpr std::uint32_t places[] = {$places$};
            static constexpr tic::path_text path_of(const tic::error& e) {
                return ::$space$::path_of<$side$_packet>(e);
            }
            $numbers$
            static constexpr std::uint16_t number(const $side$_packet& v) {
                return static_cast<std::uint16_t>(v.kind());
            }
            static constexpr tic::prefix_found tag([[maybe_unused]] std::uint64_t next16, unsigned spoken) {
                switch (spoken) {
                    $cases$
                    default: return {tic::no_packet, 0};
                }
            }
        };
    )");
}

}  // namespace

std::string print_session(const model& m, const program& from) {
    if (!m.plan.has_session) return {};
    const tables rows = tables_of(m);
    std::string states, rules, replies, pushes, fingerprints;
    std::string arrays = print_array("tic::state_row", "rows", rows.states, states);
    arrays += print_array("tic::state_rule", "rules", rows.rules, rules);
    arrays += print_array("tic::state_reply", "replies", rows.replies, replies);
    arrays += print_array("std::uint16_t", "pushes", rows.pushes, pushes);
    for (unsigned v = m.plan.oldest; v <= m.plan.version; ++v)
        fingerprints += fmt::format("{}{:#010x}", fingerprints.empty() ? "" : ", ", m.plan.at(v).fingerprint);
    return emit::fill({{"client", print_end(m, side::client, from.sides.client)},
                       {"server", print_end(m, side::server, from.sides.server)},
                       {"versions", rows.versions},
                       {"arrays", arrays},
                       {"start", state_number(m.plan.start)},
                       {"protocol", quoted(m.plan.protocol)},
                       {"most_rules", std::to_string(rows.most_rules)},
                       {"states", states},
                       {"rules", rules},
                       {"replies", replies},
                       {"pushes", pushes},
                       {"fingerprints", fingerprints},
                       {"policy", from.session_policy}},
                      R"(

        namespace wire {

        // What a session needs: the packets of each side by number, and what each state allows.
        struct protocol {
            $client$
            $server$
            static constexpr tic::state_version versions[] = {$versions$};
            $arrays$
            static constexpr tic::state_table states{oldest, $start$, $most_rules$, versions,
                                                     $states$, $rules$, $replies$, $pushes$};
            $policy$
            /// Of the versions from `oldest` on.
            static constexpr std::uint32_t fingerprints[] = {$fingerprints$};
        };

        }  // namespace wire

        /// The versions that an opening can agree on.
        inline constexpr tic::protocol_versions versions{$protocol$, oldest, wire::protocol::fingerprints};
        /// One end of a connection, without sockets.
        template <tic::side Side>
        using session = tic::session<wire::protocol, Side>;
    )");
}

}  // namespace tic::cpp
