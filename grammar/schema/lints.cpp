// Warnings about valid schemas that are probably not what the author intends.
#include "grammar/schema/checker.hpp"

#include <algorithm>

namespace tic::schema {
namespace {

bool is_upper(char x) { return x >= 'A' && x <= 'Z'; }
bool is_lower(char x) { return x >= 'a' && x <= 'z'; }

/// Types: UpperCamelCase. One letter, and words all in capitals, pass.
bool is_camel(std::string_view name) {
    return !name.empty() && is_upper(name[0]) && name.find('_') == std::string_view::npos;
}
/// The rest: lower_snake_case.
bool is_snake(std::string_view name) { return std::none_of(name.begin(), name.end(), is_upper); }

std::string to_camel(std::string_view name) {
    std::string result;
    bool up = true;
    for (const char x : name) {
        if (x == '_')
            up = true;
        else
            result += up && is_lower(x) ? static_cast<char>(x - 'a' + 'A') : x, up = false;
    }
    return result;
}

std::string to_snake(std::string_view name) {
    std::string result;
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (is_upper(name[i]) && i > 0 && name[i - 1] != '_' && !is_upper(name[i - 1])) result += '_';
        result += is_upper(name[i]) ? static_cast<char>(name[i] - 'A' + 'a') : name[i];
    }
    return result;
}

void style(checker& c, const ast::name& id, bool type) {
    if (id.where.file != c.made.root || (type ? is_camel(id.text) : is_snake(id.text))) return;
    auto& made = c.report(diag::id::name_style, id.where, "`{}` is not {}", id.text,
                          type ? "UpperCamelCase, as types are" : "lower_snake_case");
    const std::string better = type ? to_camel(id.text) : to_snake(id.text);
    if (!better.empty() && better != id.text)
        made.help = fmt::format("rename it to `{}`; `@was` keeps the wire of a released name", better);
}

void style_memory(checker& c, const std::vector<ast::memory_entry>& entries) {
    for (const auto& e : entries) {
        style(c, e.id, false);
        style_memory(c, e.entry);
    }
}

void style_item(checker& c, const ast::item& item) {
    if (const auto* t = std::get_if<ast::type_alias>(&item)) style(c, t->id, true);
    if (const auto* e = std::get_if<ast::enumeration>(&item)) {
        style(c, e->id, true);
        for (const auto& v : e->values) style(c, v.id, false);
    }
    if (const auto* u = std::get_if<ast::choice>(&item)) {
        style(c, u->id, true);
        for (const auto& a : u->arms) style(c, a.id, false);
    }
    if (const auto* s = std::get_if<ast::structure>(&item)) {
        style(c, s->id, true);
        for (const auto& f : s->fields) style(c, f.id, false);
    }
    if (const auto* m = std::get_if<ast::memory>(&item)) style_memory(c, m->entries);
}

void lint_secrets(checker& c, const place& at) {
    if (!at.secret || at.where.file != c.made.root) return;
    for (const hint& h : at.hints) {
        if (h.kind == hint_kind::expected || h.kind == hint_kind::is) continue;
        auto& made = c.report(diag::id::secret_hint, h.where, "{} is `@secret`, but this hint makes repeats shorter",
                              describe(c, at));
        made.help =
            "the size of a packet shows when the secret repeats: remove the hint if that "
            "matters";
        return;
    }
}

void reach_states(const session& talk, std::vector<bool>& seen) {
    std::vector<index> open{talk.start};
    while (!open.empty()) {
        const index s = open.back();
        open.pop_back();
        if (s == closed_state || s == none || seen[s]) continue;
        seen[s] = true;
        for (const rule& r : talk.states[s].rules) {
            open.push_back(r.go);
            for (const auto& answer : r.replies) open.push_back(answer.go);
        }
    }
}

void lint_session(checker& c) {
    const session& talk = *c.made.talk;
    std::vector<bool> seen(talk.states.size());
    reach_states(talk, seen);
    std::vector<bool> asked(talk.client.size());
    std::vector<bool> said(talk.server.size());
    std::unordered_set<std::string_view> parents;
    for (const ast::item& item : c.files.front().items)
        if (const auto* written = std::get_if<ast::session>(&item))
            for (const ast::state& s : written->states)
                if (s.in) parents.insert(s.in->text);
    for (std::size_t i = 0; i < talk.states.size(); ++i) {
        const state& s = talk.states[i];
        if (!seen[i]) {
            if (!parents.contains(s.name))
                c.report(diag::id::unreachable_state, s.where, "the state `{}` cannot be reached", s.name);
            continue;
        }
        for (const rule& r : s.rules) {
            asked[r.request] = true;
            for (const auto& answer : r.replies) said[answer.packet] = true;
        }
        for (const index p : s.pushes) said[p] = true;
    }
    const auto silent = [&](const std::vector<says>& side, const std::vector<bool>& used, std::string_view who) {
        for (std::size_t i = 0; i < side.size(); ++i)
            if (!used[i])
                c.report(diag::id::silent_packet, side[i].where, "no state allows the {} to send `{}`", who,
                         side[i].name);
    };
    silent(talk.client, asked, "client");
    silent(talk.server, said, "server");
}

}  // namespace

void lint(checker& c) {
    for (const ast::item& item : c.files.front().items) style_item(c, item);
    for (const structure& s : c.made.structs)
        for (const place& at : s.fields) lint_secrets(c, at);
    for (const place& at : c.made.elements) lint_secrets(c, at);
    if (c.made.talk && c.session_sound) lint_session(c);
}

}  // namespace tic::schema
