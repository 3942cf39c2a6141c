// Wrong ways of strings (fill, UTF-8) and of lists (scopes of `last` and `same`).
#include "codegen/cpp/faults.hpp"

#include <fmt/format.h>

namespace tic::cpp {
namespace {

/// The text without the lines for which `drops` holds.
template <class Drops>
std::string without_lines(const std::string& text, Drops&& drops) {
    std::string made;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
        const std::string line = text.substr(at, end - at);
        if (!drops(line)) made += line;
        at = end;
    }
    return made;
}

void add_scope(const place& at, std::vector<wrong_way>& to) {
    const auto& element = at.m.plan.nodes[at.n.element];
    bool saves = false;
    for (index i = 0; i < at.n.scoped_count; ++i)
        saves = saves || !at.m.is_local(at.m.plan.scoped[at.n.first_scoped + i]);
    if (saves) {
        const std::string kept = fmt::format("_outside{};", at.s.depth);
        const auto is_return = [&](const std::string& line) { return line.find(kept) != std::string::npos; };
        const auto left_open = [&](const std::string& text) {
            return replaced(without_lines(text, is_return), "const auto ", "[[maybe_unused]] const auto ");
        };
        const usage& used = at.m.faults->used;
        const std::vector<unsigned> versions = versions_of(at.m, owner_of(at.m, at.n.member), at.s.version);
        const bool is_seen = usage::is_in(used.seen_behind, at.n.member, versions);
        if (is_seen)
            to.push_back(
                {"scope", "scope-not-closed", {at.right.check, left_open(at.right.write), left_open(at.right.read)}});
        node other = at.n;
        other.scoped_count = 0;
        if (is_seen || usage::is_in(used.used_before, at.n.member, versions))
            to.push_back(changed(at, "scope", "scope-not-opened", other));
    }
    if (element.slot == none || !at.m.is_local(element.slot)) return;
    const std::string fresh = fmt::format("{} = {};\n", at.m.slot_name(element.slot), fresh_slot(at.m, element.slot));
    const auto& slot = at.m.plan.slots[element.slot];
    if (slot.kind == slot_kind::last) {
        const std::string other = fmt::format("{} = {};\n", at.m.slot_name(element.slot), literal(slot.initial + 1));
        to.push_back({"scope",
                      "starts-elsewhere",
                      {at.right.check, replaced(at.right.write, fresh, other), replaced(at.right.read, fresh, other)}});
    } else {
        const std::string other = fresh + at.m.slot_name(element.slot) + ".known = true;\n";
        to.push_back({"scope",
                      "known-at-first",
                      {at.right.check, replaced(at.right.write, fresh, other), replaced(at.right.read, fresh, other)}});
    }
}

}  // namespace

void add_string_ways(const place& at, std::vector<wrong_way>& to) {
    const node& n = at.n;
    if (n.operation != op::bytes && n.operation != op::utf8 && n.operation != op::text && n.operation != op::sealed)
        return;
    const bool is_text = n.operation == op::utf8 || n.operation == op::text;
    const char* read = is_text ? "in.utf8(" : "in.octets(";
    const std::uint64_t most = n.low + n.span;
    if (octets_begin(at.m.plan, at.m.faults->begins, n, at.s.version) != residue(0)) {
        to.push_back(bent(at, "string", "fill_ignored", "", read));
        to.push_back(bent(at, "string", "fill_of_ones", "out.put_bytes(", ""));
        to.push_back(bent(at, "string", "unaligned", "out.put_bytes(", read));
        // Zeros behind the last bit are the final fill.
        const bool is_last = !usage::is_in(at.m.faults->used.followed_inside, n.member,
                                           versions_of(at.m, owner_of(at.m, n.member), at.s.version));
        const bool is_predicted = n.by == hint::is && at.m.plan.constants[n.constant].empty();
        if (n.low == 0 && !is_predicted)
            to.push_back(bent(at, "string", "aligned_when_empty", is_last ? "" : "out.put_bytes(", read));
    }
    if (!is_text || most == 0) return;
    to.push_back(bent(at, "string", "utf8_unchecked", "", read));
    to.push_back(bent(at, "string", "utf8_cut", "", read));
    if (most >= 2) to.push_back(bent(at, "string", "utf8_overlong", "", read));
    if (most >= 3) to.push_back(bent(at, "string", "utf8_surrogates", "", read));
    if (most >= 4) to.push_back(bent(at, "string", "utf8_beyond", "", read));
    to.push_back({"domain",
                  "utf8-unchecked",
                  {replaced(at.right.check, "tic::fits_text(", "tic::fits_octets("), at.right.write, at.right.read}});
}

void add_list_ways(const place& at, std::vector<wrong_way>& to) {
    if (at.n.operation == op::list) add_scope(at, to);
}

}  // namespace tic::cpp
