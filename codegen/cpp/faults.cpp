// Numbers of faults, the switches around right code, and a node with all its wrong ways.
#include "codegen/cpp/faults.hpp"

#include "codegen/emit/template.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tic::cpp {

numbers fault_book::add(const std::string& topic, const std::string& kind, const std::string& path,
                        const std::vector<unsigned>& versions, bool decodes, bool encodes) {
    const auto next = [&](bool wanted, aim who) {
        if (!wanted) return 0U;
        all_.push_back({topic, kind, path, versions, who});
        return static_cast<unsigned>(all_.size());
    };
    numbers made;
    made.decoder = next(decodes, aim::decoder);
    made.encoder = next(encodes, aim::encoder);
    made.both = next(decodes && encodes, aim::both);
    return made;
}

unsigned fault_book::add_both(const std::string& topic, const std::string& kind, const std::string& path) {
    all_.push_back({topic, kind, path, {}, aim::both});
    return static_cast<unsigned>(all_.size());
}

unsigned fault_book::add_end(const std::string& topic, const std::string& kind, const std::string& path) {
    all_.push_back({topic, kind, path, {}, aim::end});
    return static_cast<unsigned>(all_.size());
}

std::vector<unsigned> numbers_of(const numbers& n, bool decoding) {
    std::vector<unsigned> made;
    if (const unsigned one = decoding ? n.decoder : n.encoder; one != 0) made.push_back(one);
    if (n.both != 0) made.push_back(n.both);
    return made;
}

std::string print_switch(const std::vector<switch_case>& cases, const std::string& right) {
    std::string printed;
    for (const auto& one : cases) {
        if (one.numbers.empty()) continue;
        std::string labels;
        for (const unsigned number : one.numbers) labels += fmt::format("case {}: ", number);
        printed += emit::fill({{"labels", labels}, {"code", one.code}}, R"(
            $labels${
                $code$
                break;
            }
        )");
    }
    if (printed.empty()) return right;
    return emit::fill({{"cases", printed}, {"right", right}}, R"(
        switch (tic::active_fault) {
            $cases$
            default: {
                $right$
            }
        }
    )");
}

texts fault_book::with_ways(const texts& right, const texts& otherwise, const std::vector<wrong_way>& ways,
                            const std::string& path, const std::vector<unsigned>& versions) {
    std::vector<switch_case> checks, writes, reads;
    for (const auto& way : ways) {
        const bool checks_differ = way.code.check != right.check;
        const bool writes_differ = way.code.write != right.write;
        const bool reads_differ = way.code.read != right.read;
        if (!checks_differ && !writes_differ && !reads_differ) continue;
        const numbers n = add(way.topic, way.kind, path, versions, reads_differ, checks_differ || writes_differ);
        if (checks_differ) checks.push_back({numbers_of(n, false), way.code.check});
        if (writes_differ) writes.push_back({numbers_of(n, false), way.code.write});
        if (reads_differ) reads.push_back({numbers_of(n, true), way.code.read});
    }
    return {print_switch(checks, otherwise.check), print_switch(writes, otherwise.write),
            print_switch(reads, otherwise.read)};
}

index owner_of(const model& m, index member) {
    for (index t = 0; t < m.plan.types.size(); ++t)
        if (member - m.plan.types[t].first_member < m.plan.types[t].member_count) return t;
    return none;
}

std::string path_of(const model& m, const node& n, unsigned lists) {
    std::string path = fmt::format("{}.{}", m.plan.types[owner_of(m, n.member)].name, m.plan.members[n.member].name);
    for (unsigned i = 0; i < lists; ++i) path += "[]";
    return path;
}

std::vector<unsigned> versions_of(const model& m, index type, unsigned version) {
    for (const auto& alike : m.variants(type))
        if (std::find(alike.versions.begin(), alike.versions.end(), version) != alike.versions.end())
            return alike.versions;
    return {version};
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

wrong_way changed(const place& at, std::string topic, std::string kind, const node& n) {
    return {std::move(topic), std::move(kind), print_right(at.m, n, at.s)};
}

wrong_way bent(const place& at, std::string topic, const std::string& bend, std::string_view writes,
               std::string_view reads) {
    const auto bend_text = [&](const std::string& text, std::string_view needed) {
        if (needed.empty() || text.find(needed) == std::string::npos) return text;
        std::string made = fmt::format("const tic::faulty::twist with(tic::faulty::bend::{});\n", bend) + text;
        for (const char* name :
             {"put_fixed", "put_twos", "put_truncated_binary", "put_exp_golomb", "put_zigzag", "get_fixed", "get_twos",
              "get_truncated_binary", "get_exp_golomb", "get_zigzag", "write_is", "read_is", "write_same", "read_same",
              "write_step", "read_step", "write_recent", "read_recent"})
            made = replaced(std::move(made), fmt::format("tic::{}", name), fmt::format("tic::faulty::{}", name));
        return made;
    };
    std::string kind = bend;
    std::replace(kind.begin(), kind.end(), '_', '-');
    return {
        std::move(topic), kind, {at.right.check, bend_text(at.right.write, writes), bend_text(at.right.read, reads)}};
}

texts print_with_faults(const model& m, const node& n, const spot& s) {
    if (const auto known = m.faults->printed.find({&n, s.version}); known != m.faults->printed.end())
        return known->second;
    spot clean = s;
    clean.right = true;
    const place at{m, n, clean, print_right(m, n, clean)};
    std::vector<wrong_way> ways;
    if (n.max_bits != 0) {
        add_number_ways(at, ways);
        add_hint_ways(at, ways);
        add_table_ways(at, ways);
        add_string_ways(at, ways);
        add_list_ways(at, ways);
        add_type_ways(at, ways);
        add_refusal_ways(at, ways);
    }
    const index owner = owner_of(m, n.member);
    texts made = m.faults->with_ways(at.right, print_right(m, n, s), ways, path_of(m, n, s.depth),
                                     versions_of(m, owner, s.version));
    m.faults->printed.emplace(std::pair(&n, s.version), made);
    return made;
}

}  // namespace tic::cpp
