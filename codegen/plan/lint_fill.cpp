// The lint of fill bits: a packet with fields after its byte strings is filled up once more at its end.
#include "codegen/plan/planner.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace tic::plan {
namespace {

bool is_string(const node& n) {
    return n.by == hint::none && (n.operation == op::bytes || n.operation == op::utf8 || n.operation == op::text ||
                                  n.operation == op::sealed);
}

/// Expected fill of fields in this order, in eighths of a bit: exact where widths are fixed, else 3.5 bits a boundary.
unsigned expected_fill(const std::vector<const node*>& fields, std::uint64_t tag_bits) {
    unsigned fill = 0;
    std::uint64_t bits = tag_bits;  // since the last boundary
    bool known = true;
    const auto align = [&] { fill += known ? static_cast<unsigned>((8 - bits % 8) % 8) * 8 : 28; };
    for (const node* n : fields) {
        if (!is_string(*n)) {
            bits += n->min_bits;
            known = known && n->min_bits == n->max_bits;
            continue;
        }
        if (n->span != 0 || n->optional) bits += 1, known = false;  // its length's code
        align();
        bits = 0;
        known = true;
    }
    if (bits != 0 || !known) align();
    return fill;
}

void check_struct(planner& p, index type, std::uint64_t tag_bits) {
    const auto& s = p.all.structs[type - p.struct_type(0)];
    const auto& t = p.made.type_layouts[p.made.versions[p.all.version - 1U].first_type + type];
    std::vector<const node*> now;
    for (index i = 0; i < t.count; ++i) now.push_back(&p.made.nodes[t.first_node + i]);
    auto better = now;
    std::stable_partition(better.begin(), better.end(), [](const node* n) { return !is_string(*n); });
    const unsigned before = expected_fill(now, tag_bits);
    const unsigned after = expected_fill(better, tag_bits);
    if (before < after + 8) return;
    const auto first = std::find_if(now.begin(), now.end(), [](const node* n) { return is_string(*n); });
    const auto& field = s.fields[(*first)->member - p.made.types[type].first_member];
    auto& d = p.out.report(diag::id::fill_bits, field.where,
                           fmt::format("`{}` would take about {:.1f} fewer fill bits with its byte strings at the end",
                                       s.name, (before - after) / 8.0));
    d.help =
        "a byte string begins at a byte boundary, and bits after the last one are filled up to a whole byte again: "
        "move the byte strings to the end before the first release";
}

}  // namespace

void lint_fill(planner& p) {
    std::set<index> done;
    if (!p.all.talk) return;
    for (const side who : sides) {
        const auto& tags = p.made.versions[p.all.version - 1U].tags[who];
        for (index i = 0; i < tags.count; ++i) {
            const auto& c = p.made.codes[tags.first + i];
            const index type = p.made.packets[who][c.member].type;
            if (done.insert(type).second) check_struct(p, type, c.length);
        }
    }
}

}  // namespace tic::plan
