// States: their own rules, then what `in` brings merged into them (section 7).
#include "grammar/schema/checker.hpp"

#include <algorithm>

namespace tic::schema {
namespace {

constexpr std::string_view closed = "Closed";
/// Inheritance multiplies: without an end to it a small file could ask for gigabytes.
constexpr std::size_t most_rules = 1'000'000;

using positions = std::unordered_map<std::string_view, index>;

struct state_builder {
    checker& c;
    const ast::session& written;
    std::unordered_map<std::string_view, index> numbers;
    std::vector<const ast::state*> sources;
    positions client{}, server{};  // of the packets that are sound
    std::unordered_set<std::string_view> listed_client{}, listed_server{};
    std::size_t total = 0;  // rules, replies and pushes, inherited ones included

    session& talk() { return *c.made.talk; }

    void unknown_state(const ast::name& name) {
        c.session_sound = false;
        auto& made = c.report(diag::id::unknown_state, name.where, "there is no state named `{}`", name.text);
        std::vector<std::string_view> known{closed};
        for (const auto* s : sources) known.push_back(s->id.text);
        suggest(made, name.where, name.text, known);
    }

    std::optional<index> find_state(const ast::name& name) {
        if (name.text == closed) return closed_state;
        if (const auto found = numbers.find(name.text); found != numbers.end()) return found->second;
        unknown_state(name);
        return std::nullopt;
    }

    std::optional<index> find_packet(const ast::name& name, bool of_client) {
        const positions& mine = of_client ? client : server;
        const positions& other = of_client ? server : client;
        if (const auto found = mine.find(name.text); found != mine.end()) return found->second;
        // Listed, but invalid: already reported.
        if ((of_client ? listed_client : listed_server).contains(name.text)) return std::nullopt;
        c.session_sound = false;
        auto& made = c.report(diag::id::not_a_packet, name.where, "`{}` is not a packet of the {}", name.text,
                              of_client ? "client" : "server");
        if (const auto found = other.find(name.text); found != other.end()) {
            add_note(made, (of_client ? talk().server : talk().client)[found->second].where,
                     fmt::format("`{}` is listed here", name.text));
            made.help = of_client ? "only the server sends it: use it with `push` or `reply`"
                                  : "only the client sends it: use it with `on`";
        } else {
            std::vector<std::string_view> known;
            for (const says& s : of_client ? talk().client : talk().server) known.push_back(s.name);
            suggest(made, name.where, name.text, known);
            if (made.help.empty())
                made.help = fmt::format("list it: `{} {{ {} }}`", of_client ? "client" : "server", name.text);
        }
        return std::nullopt;
    }

    void declare() {
        unique_names names(c);
        for (const ast::state& s : written.states) {
            if (s.id.text == closed) {
                auto& made =
                    c.report(diag::id::reserved_state, s.id.where, "`Closed` is a predefined state without rules");
                made.help = "choose another name";
                c.session_sound = false;
                continue;
            }
            if (!names.add(s.id, "state")) {
                c.session_sound = false;
                continue;
            }
            numbers.emplace(s.id.text, static_cast<index>(sources.size()));
            sources.push_back(&s);
            talk().states.push_back({s.id.text, s.doc, s.id.where, {}, {}});
        }
    }

    std::vector<reply> read_replies(const ast::on_rule& from) {
        std::vector<reply> result;
        std::unordered_map<index, span> seen;
        for (const ast::reply& r : from.replies) {
            const auto packet = find_packet(r.id, false);
            const auto go = r.go ? find_state(*r.go) : std::optional<index>(none);
            if (!packet || !go) continue;
            const auto [first, fresh] = seen.emplace(*packet, r.id.where);
            if (!fresh) {
                auto& made = c.report(diag::id::repeated_reply, r.id.where, "duplicate reply `{}`", r.id.text);
                add_note(made, first->second, "the first is here");
                made.help = "a reply can have only one next state";
                c.session_sound = false;
                continue;
            }
            result.push_back({*packet, *go, r.id.where});
        }
        return result;
    }

    void read_on(state& into, const ast::on_rule& from, std::unordered_map<index, span>& seen) {
        const std::vector<reply> replies = read_replies(from);
        const auto go = from.go ? find_state(*from.go) : std::optional<index>(none);
        for (const ast::name& name : from.requests) {
            const auto request = find_packet(name, true);
            if (!request || !go) continue;
            const auto [first, fresh] = seen.emplace(*request, name.where);
            if (!fresh) {
                auto& made = c.report(diag::id::repeated_request, name.where, "state `{}` has two rules for `{}`",
                                      into.name, name.text);
                add_note(made, first->second, "the first is here");
                c.session_sound = false;
                continue;
            }
            total += 1 + replies.size();
            if (total <= most_rules) into.rules.push_back({*request, replies, *go, name.where});
        }
    }

    void read_push(state& into, const ast::push_rule& from, std::unordered_map<index, span>& seen) {
        for (const ast::name& name : from.packets) {
            const auto packet = find_packet(name, false);
            if (!packet) continue;
            const auto [first, fresh] = seen.emplace(*packet, name.where);
            if (fresh) {
                ++total;
                into.pushes.push_back(*packet);
                continue;
            }
            auto& made =
                c.report(diag::id::repeated_push, name.where, "state `{}` pushes `{}` twice", into.name, name.text);
            add_note(made, first->second, "the first is here");
        }
    }

    void read_own_rules() {
        for (std::size_t i = 0; i < sources.size(); ++i) {
            std::unordered_map<index, span> requests, pushes;
            for (const auto& r : sources[i]->rules) {
                if (const auto* on = std::get_if<ast::on_rule>(&r))
                    read_on(talk().states[i], *on, requests);
                else
                    read_push(talk().states[i], std::get<ast::push_rule>(r), pushes);
            }
        }
    }

    index parent_of(index s) {
        const auto& in = sources[s]->in;
        if (!in) return none;
        if (in->text == closed) {
            auto& made =
                c.report(diag::id::reserved_state, in->where, "a state cannot be in `Closed`, which has no rules");
            made.help = "remove `in Closed`";
            c.session_sound = false;
            return none;
        }
        return find_state(*in).value_or(none);
    }

    void inherit(state& into, const state& from) {
        total += from.rules.size() + from.pushes.size();
        for (const rule& r : from.rules) total += r.replies.size();
        if (total > most_rules) return;
        std::unordered_set<index> own;
        for (const rule& r : into.rules) own.insert(r.request);
        for (const rule& r : from.rules)
            if (!own.contains(r.request)) into.rules.push_back(r);
        const std::unordered_set<index> pushed(into.pushes.begin(), into.pushes.end());
        for (const index p : from.pushes)
            if (!pushed.contains(p)) into.pushes.push_back(p);
    }

    void report_ring(const std::vector<index>& way, index start, const std::vector<index>& parents) {
        c.session_sound = false;
        auto& made = c.report(diag::id::state_ring, sources[start]->in->where,
                              "state `{}` contains itself through `in`", sources[start]->id.text);
        constexpr std::size_t most = 12;
        for (index at = start; made.notes.size() < std::min(most, way.size());) {
            add_note(made, sources[at]->in->where,
                     fmt::format("`{}` is in `{}`", sources[at]->id.text, sources[parents[at]]->id.text));
            at = parents[at];
            if (at == start) break;
        }
        made.help = "remove one `in`: a state inherits the rules of the state that it is in";
    }

    void merge() {
        enum class mark : std::uint8_t { fresh, open, done };
        std::vector<index> parents;
        for (index s = 0; s < sources.size(); ++s) parents.push_back(parent_of(s));
        std::vector<mark> marks(sources.size(), mark::fresh);
        for (index s = 0; s < sources.size(); ++s) {
            std::vector<index> way;
            index at = s;
            for (; at != none && marks[at] == mark::fresh; at = parents[at]) {
                marks[at] = mark::open;
                way.push_back(at);
            }
            if (at != none && marks[at] == mark::open) {
                report_ring(way, at, parents);
            } else {
                for (auto it = way.rbegin(); it != way.rend(); ++it)
                    if (parents[*it] != none) inherit(talk().states[*it], talk().states[parents[*it]]);
            }
            for (const index w : way) marks[w] = mark::done;
        }
    }
};

}  // namespace

void build_states(checker& c, const ast::session& written) {
    state_builder b{c, written, {}, {}};
    const session& talk = *c.made.talk;
    for (index i = 0; i < talk.client.size(); ++i) b.client.emplace(talk.client[i].name, i);
    for (index i = 0; i < talk.server.size(); ++i) b.server.emplace(talk.server[i].name, i);
    for (const ast::says& s : written.client) b.listed_client.insert(s.id.text);
    for (const ast::says& s : written.server) b.listed_server.insert(s.id.text);
    b.declare();
    c.made.talk->start = b.find_state(written.start).value_or(none);
    b.read_own_rules();
    b.merge();
    if (b.total <= most_rules) return;
    c.session_sound = false;
    auto& made = c.report(diag::id::session_too_large, written.start.where,
                          "the states have more than {} rules, replies and pushes in total", most_rules);
    made.help = "rules inherited through `in` are counted for every state";
}

}  // namespace tic::schema
