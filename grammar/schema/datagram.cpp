// Memory over datagrams: only `last` and `same` inside lists, whose memory begins and ends with the packet (section 6).
#include "grammar/schema/checker.hpp"

namespace tic::schema {
namespace {

/// Structs that a packet, sealed content or nobody holds, or that are held by such a one outside of any list.
std::vector<bool> outside_lists(const checker& c) {
    const schema& all = c.made;
    const std::size_t unions = all.unions.size();
    std::vector<std::vector<index>> direct(unions + all.structs.size());
    std::vector<bool> held(direct.size());
    std::vector<index> open;
    const auto node = [&](const domain& d) -> index {
        if (d.kind == base::choice) return d.type;
        return d.kind == base::structure ? static_cast<index>(unions) + d.type : none;
    };
    const auto add = [&](index from, const place& at) {
        const place* inner = &at;
        while (inner->of.kind == base::list && inner->of.element != none) inner = &all.elements[inner->of.element];
        if (inner->of.kind == base::sealed && inner->of.type != none)
            open.push_back(inner->of.sealed_union ? inner->of.type : static_cast<index>(unions) + inner->of.type);
        const index to = node(inner->of);
        if (to == none) return;
        held[to] = true;
        if (inner == &at) direct[from].push_back(to);
    };
    for (std::size_t u = 0; u < unions; ++u)
        for (const place& at : all.unions[u].arms) add(static_cast<index>(u), at);
    for (std::size_t s = 0; s < all.structs.size(); ++s)
        for (const place& at : all.structs[s].fields) add(static_cast<index>(unions + s), at);
    if (all.talk)
        for (const auto* side : {&all.talk->client, &all.talk->server})
            for (const says& s : *side) open.push_back(static_cast<index>(unions) + s.structure);
    for (std::size_t n = 0; n < held.size(); ++n)
        if (!held[n]) open.push_back(static_cast<index>(n));
    std::vector<bool> result(direct.size());
    while (!open.empty()) {
        const index n = open.back();
        open.pop_back();
        if (result[n]) continue;
        result[n] = true;
        open.insert(open.end(), direct[n].begin(), direct[n].end());
    }
    return {result.begin() + static_cast<std::ptrdiff_t>(unions), result.end()};
}

void refuse(checker& c, const hint& h) {
    auto& made = c.report(diag::id::datagram_memory, h.where,
                          "this hint needs memory between packets, which `transport datagram` does not keep");
    made.help =
        "with datagrams, only `~ last` and `~ same` inside lists are allowed; elsewhere use `~ N` or `~ is`, or remove "
        "`transport datagram`";
}

bool remembers(const hint& h) { return h.kind != hint_kind::expected && h.kind != hint_kind::is; }
bool scoped(const hint& h) { return h.kind == hint_kind::last || h.kind == hint_kind::same; }

}  // namespace

void check_datagram(checker& c) {
    if (!c.made.datagram) return;
    for (const place& at : c.made.elements)
        for (const hint& h : at.hints)
            if (remembers(h) && !scoped(h)) refuse(c, h);
    const std::vector<bool> outside = outside_lists(c);
    for (std::size_t s = 0; s < c.made.structs.size(); ++s)
        for (const place& at : c.made.structs[s].fields)
            for (const hint& h : at.hints)
                if (remembers(h) && (!scoped(h) || outside[s])) refuse(c, h);
}

}  // namespace tic::schema
