// States: their own rules, then what `in` brings merged into them (section 7).
#include "grammar/schema/checker.hpp"

#include <algorithm>

namespace tic::schema {
namespace {

constexpr std::string_view closed = "Closed";

struct state_builder {
    checker& c;
    const ast::session& written;
    std::unordered_map<std::string_view, index> numbers;
    std::vector<const ast::state*> sources;

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

    std::optional<index> find_packet(const ast::name& name, bool client) {
        const auto& side = client ? talk().client : talk().server;
        const auto& other = client ? talk().server : talk().client;
        const auto named = [&](const says& s) { return s.name == name.text; };
        const auto found = std::find_if(side.begin(), side.end(), named);
        if (found != side.end()) return static_cast<index>(found - side.begin());
        const auto& failed = client ? written.client : written.server;  // listed, but wrong: told of already
        if (std::any_of(failed.begin(), failed.end(), [&](const ast::says& s) { return s.id.text == name.text; })) return std::nullopt;
        c.session_sound = false;
        auto& made = c.report(diag::id::not_a_packet, name.where, "`{}` is no packet of the {}", name.text, client ? "client" : "server");
        if (std::any_of(other.begin(), other.end(), named)) {
            made.help = client ? "only the server says it: a state may `push` it, or `reply` with it" : "only the client says it: a state takes it with `on`";
        } else {
            std::vector<std::string_view> known;
            for (const says& s : side) known.push_back(s.name);
            suggest(made, name.where, name.text, known);
            if (made.help.empty()) made.help = fmt::format("list it: `{} {{ {} }}`", client ? "client" : "server", name.text);
        }
        return std::nullopt;
    }

    void declare() {
        unique_names names(c);
        for (const ast::state& s : written.states) {
            if (s.id.text == closed) {
                auto& made = c.report(diag::id::reserved_state, s.id.where, "`Closed` is built in and has no rules");
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
        for (const ast::reply& r : from.replies) {
            const auto packet = find_packet(r.id, false);
            const auto go = r.go ? find_state(*r.go) : std::optional<index>(none);
            if (!packet || !go) continue;
            const auto same = [&](const reply& other) { return other.packet == *packet; };
            if (std::any_of(result.begin(), result.end(), same)) {
                auto& made = c.report(diag::id::repeated_reply, r.id.where, "`{}` is twice among the replies", r.id.text);
                made.help = "a reply stands once, so that it is clear where it leads";
                c.session_sound = false;
                continue;
            }
            result.push_back({*packet, *go, r.id.where});
        }
        return result;
    }

    void read_on(state& into, const ast::on_rule& from) {
        const std::vector<reply> replies = read_replies(from);
        const auto go = from.go ? find_state(*from.go) : std::optional<index>(none);
        for (const ast::name& name : from.requests) {
            const auto request = find_packet(name, true);
            if (!request || !go) continue;
            const auto before = std::find_if(into.rules.begin(), into.rules.end(), [&](const rule& r) { return r.request == *request; });
            if (before != into.rules.end()) {
                auto& made = c.report(diag::id::repeated_request, name.where, "state `{}` has two rules for `{}`", into.name, name.text);
                add_note(made, before->where, "first here");
                c.session_sound = false;
                continue;
            }
            into.rules.push_back({*request, replies, *go, name.where});
        }
    }

    void read_push(state& into, const ast::push_rule& from) {
        for (const ast::name& name : from.packets) {
            const auto packet = find_packet(name, false);
            if (!packet) continue;
            if (std::find(into.pushes.begin(), into.pushes.end(), *packet) == into.pushes.end()) into.pushes.push_back(*packet);
            else c.report(diag::id::repeated_push, name.where, "state `{}` pushes `{}` twice", into.name, name.text);
        }
    }

    void read_own_rules() {
        for (std::size_t i = 0; i < sources.size(); ++i)
            for (const auto& r : sources[i]->rules) {
                if (const auto* on = std::get_if<ast::on_rule>(&r)) read_on(talk().states[i], *on);
                else read_push(talk().states[i], std::get<ast::push_rule>(r));
            }
    }

    index parent_of(index s) {
        const auto& in = sources[s]->in;
        if (!in) return none;
        if (in->text == closed) {
            auto& made = c.report(diag::id::reserved_state, in->where, "a state cannot be in `Closed`, where nothing is said any more");
            made.help = "leave `in Closed` out";
            c.session_sound = false;
            return none;
        }
        return find_state(*in).value_or(none);
    }

    void inherit(state& into, const state& from) {
        for (const rule& r : from.rules) {
            const auto own = [&](const rule& mine) { return mine.request == r.request; };
            if (std::none_of(into.rules.begin(), into.rules.end(), own)) into.rules.push_back(r);
        }
        for (const index p : from.pushes)
            if (std::find(into.pushes.begin(), into.pushes.end(), p) == into.pushes.end()) into.pushes.push_back(p);
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
                c.report(diag::id::state_ring, sources[at]->in->where, "state `{}` is in itself, through `in`", sources[at]->id.text);
                c.session_sound = false;
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
    b.declare();
    c.made.talk->start = b.find_state(written.start).value_or(none);
    b.read_own_rules();
    b.merge();
}

}  // namespace tic::schema
