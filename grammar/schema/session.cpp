// The session: the packets of each side, and the start state (section 7).
#include "grammar/schema/checker.hpp"

#include <algorithm>

namespace tic::schema {
namespace {

std::vector<says> read_side(checker& c, const std::vector<ast::says>& written, std::string_view side) {
    std::vector<says> result;
    unique_names names(c);
    for (const ast::says& s : written) {
        const symbol* found = c.find(s.id.text);
        if (found == nullptr) {
            report_unknown(c, s.id, "struct", {symbol_kind::structure});
            c.session_sound = false;
            continue;
        }
        if (found->kind != symbol_kind::structure) {
            auto& made = c.report(diag::id::not_a_packet, s.id.where, "a packet is a struct, but `{}` is {}", s.id.text,
                                  word_of(found->kind));
            add_note(made, found->where, fmt::format("`{}` is declared here", s.id.text));
            c.session_sound = false;
            continue;
        }
        if (!names.add(s.id, fmt::format("{} packet", side))) continue;
        result.push_back({s.id.text, found->at, s.where, read_life(c, s.alive, s.id), read_weights(c, s.weights)});
    }
    return result;
}

}  // namespace

void build_session(checker& c) {
    const ast::session* written = nullptr;
    for (const ast::item& item : c.files.front().items)
        if (const auto* s = std::get_if<ast::session>(&item); s != nullptr && written == nullptr) written = s;
    if (written == nullptr) return;
    session& talk = c.made.talk.emplace();
    talk.where = written->where;
    talk.client = read_side(c, written->client, "client");
    talk.server = read_side(c, written->server, "server");
    build_states(c, *written);
    if (c.session_sound) check_session_rules(c, *written);
}

}  // namespace tic::schema
