// Mutates what is coded of a type: its fields, arms and elements by the table of operators, their order, its tag.
#include <fmt/format.h>

#include "codegen/mutants/operators.hpp"

namespace tic::mutation {
namespace {

using cpp::statements;

/// Adds a mutation where its statements differ from the right ones.
void add_mutation(catalogue& known, statements& to, const statements& right, statements other, const char* topic,
                  const char* kind, const std::string& path, const std::vector<unsigned>& versions) {
    const bool checks = other.checked != right.checked;
    const bool writes = other.written != right.written;
    const bool reads = other.read != right.read;
    if (!checks && !writes && !reads) return;
    const numbers n = known.add(topic, kind, path, versions, reads, checks || writes);
    if (checks) add_case(to.checked, n, false, std::move(other.checked.otherwise));
    if (writes) add_case(to.written, n, false, std::move(other.written.otherwise));
    if (reads) add_case(to.read, n, true, std::move(other.read.otherwise));
}

std::string path_of(const layout& plan, const node& n) {
    return fmt::format("{}.{}", plan.types[owner_of(plan, n.member)].name, plan.members[n.member].name);
}

void mutate_node(catalogue& known, const node& n, unsigned version, const std::string& path, statements& to) {
    const layout& plan = known.m.plan;
    const statements right = to;
    if (n.operation == op::list) {  // its elements first
        auto& checks = to.checked.otherwise.element;
        auto& written = to.written.otherwise.element.front();
        auto& read = to.read.otherwise.element.front();
        statements each{checks.empty() ? cpp::selection<cpp::check>{} : checks.front(), written, read};
        mutate_node(known, plan.nodes[n.element], version, path + "[]", each);
        checks.clear();
        if (each.checked != cpp::selection<cpp::check>{}) checks.push_back(std::move(each.checked));
        written = std::move(each.written);
        read = std::move(each.read);
    }
    if (n.max_bits == 0) return;
    const std::vector<unsigned>& versions = versions_of(known.m, owner_of(plan, n.member), version);
    const site at{known, n, version, versions, right};
    for (const auto& family : {number_operators, hint_operators, table_operators, string_operators, list_operators,
                               type_operators, refusal_operators})
        for (const auto& each : family) {
            statements other = right;
            each.apply(at, other);
            add_mutation(known, to, right, std::move(other), each.topic, each.kind, path, versions);
        }
}

/// Each field before the one in front of it, and left out: as further cases around its own.
void mutate_order(catalogue& known, cpp::variant_codec& codec, const std::vector<statements>& right) {
    const auto& versions = codec.alike->versions;
    const auto is_coded = [&](std::size_t i) { return i < codec.fields.size() && codec.fields[i].from->max_bits != 0; };
    numbers swap;  // with the field before
    for (std::size_t i = 0; i < codec.fields.size(); ++i) {
        auto& field = codec.fields[i];
        const std::string path = path_of(known.m.plan, *field.from);
        const bool swaps_next = is_coded(i) && is_coded(i + 1);
        const numbers next =
            swaps_next ? known.add("order", "swapped-with-next", path, versions, true, true) : numbers{};
        const numbers lost = is_coded(i) ? known.add("order", "field-lost", path, versions, true, true) : numbers{};
        for (const bool reads : {false, true}) {
            auto& all = reads ? field.read : field.written;
            add_case(all.front(), lost, reads, cpp::coding{});
            add_case(all.front(), swap, reads, cpp::coding{});
            if (!swaps_next) continue;
            cpp::selection<cpp::coding> early;
            add_case(early, next, reads, reads ? right[i + 1].read.otherwise : right[i + 1].written.otherwise);
            all.insert(all.begin(), std::move(early));
        }
        swap = next;
    }
}

void mutate_tag(catalogue& known, index type, cpp::variant_codec& codec) {
    const layout& plan = known.m.plan;
    const unsigned version = codec.alike->version;
    const auto& codes = plan.at(version, type).codes;
    const index members = plan.types[type].member_count;
    const std::string path(plan.types[type].name);
    const statements right = *codec.tag;
    for (const auto& other : other_codes(known.m, codes, members, known.m.variant_name(type, version))) {
        statements changed = right;
        changed.written.otherwise.plain.codes = changed.read.otherwise.plain.codes = other.name;
        const bool is_swapped = other.name.ends_with("_swapped");
        add_mutation(known, *codec.tag, right, std::move(changed), "prefix",
                     is_swapped ? "codes-swapped" : "codes-complemented", path, codec.alike->versions);
    }
    statements unchecked = right;
    unchecked.checked = {};
    if (codes.count < members)
        add_mutation(known, *codec.tag, right, std::move(unchecked), "domain", "dead-accepted", path,
                     codec.alike->versions);
}

}  // namespace

void deviate(cpp::coding& to, const char* deviation) {
    to.before = fmt::format("const tic::mutants::deviate with(tic::mutants::deviation::{});\n", deviation);
    for (cpp::coding* each = &to; each != nullptr;
         each = each->element.empty() ? nullptr : &each->element.front().otherwise)
        each->library = "tic::mutants";
}

void mutate_type(catalogue& to, cpp::type_codec& codec) {
    const auto& m = to.m;
    codec.is_inline = false;
    const auto right_codes = std::move(codec.codes);
    codec.codes.clear();
    auto own = right_codes.begin();
    for (const auto& alike : m.variants(codec.type)) {
        const auto& table = m.plan.at(alike.version, codec.type).codes;
        if (table.count == 0) continue;
        codec.codes.push_back(*own);
        for (auto& other : other_codes(m, table, own->member_count, own->name)) codec.codes.push_back(std::move(other));
        ++own;
    }
    for (auto& each : codec.variants) {
        std::vector<statements> right;
        for (auto& field : each.fields) {
            statements all{field.checked, field.written.front(), field.read.front()};
            right.push_back(all);
            mutate_node(to, *field.from, each.alike->version, path_of(m.plan, *field.from), all);
            field.checked = std::move(all.checked);
            field.written.front() = std::move(all.written);
            field.read.front() = std::move(all.read);
        }
        if (each.tag)
            mutate_tag(to, codec.type, each);
        else
            mutate_order(to, each, right);
    }
}

}  // namespace tic::mutation
