// Random values of a layout's domains.
#include "tests/support/values.hpp"

#include <algorithm>

namespace tic::test {

using interpreter::value;

std::uint64_t value_source::number(const node& n) {
    const std::uint64_t span = n.span;
    switch (below(8)) {
        case 0:
            return n.low;
        case 1:
            return n.low + span;
        case 2:
            return n.low + std::min<std::uint64_t>(span, below(4));
        case 3:
            return n.low + span - std::min<std::uint64_t>(span, below(4));
        case 4: {  // near 0, where it is in the domain
            const std::uint64_t v = below(9) - 4;
            return v - n.low <= span ? v : n.low;
        }
        case 5: {
            const std::uint64_t v = random_() >> below(64);
            return v - n.low <= span ? v : n.low + (span == ~std::uint64_t{0} ? v : v % (span + 1));
        }
        default:
            return n.low + (span == ~std::uint64_t{0} ? random_() : random_() % (span + 1));
    }
}

std::uint64_t value_source::length(const node& n) {
    const std::uint64_t most = std::min<std::uint64_t>(n.span, below(5) == 0 ? 60 : 8);
    return n.low + (below(6) == 0 ? most : below(most + 1));
}

std::string value_source::bytes(const node& n, bool text) {
    const std::uint64_t want = length(n);
    static const std::string pieces[] = {"a",
                                         "~",
                                         std::string(1, '\0'),
                                         "\xc3\xa9",
                                         "\xdf\xbf",
                                         "\xea\xb0\x80",
                                         "\xed\x9e\xa3",
                                         "\xef\xbf\xbf",
                                         "\xf0\x9f\x98\x80",
                                         "\xf4\x8f\xbf\xbf"};
    std::string out;
    while (out.size() < want) {
        if (!text)
            out += static_cast<char>(random_());
        else if (const auto& piece = pieces[below(std::size(pieces))]; out.size() + piece.size() <= want)
            out += piece;
        else
            out += static_cast<char>('a' + below(26));
    }
    return out;
}

value value_source::plain(const node& n, unsigned version) {
    value v;
    const auto& plan = run_.plan();
    switch (n.operation) {
        case op::boolean:
            v.number = below(2);
            break;
        case op::number:
            v.number = number(n);
            break;
        case op::f32:
            v.number = below(4) == 0 ? 0x7fc00001U >> below(9) : random_() & 0xffffffffU;
            break;
        case op::f64:
            v.number = below(4) == 0 ? std::uint64_t{0xfff8000000000001} << below(60) : random_();
            break;
        case op::enumeration:
        case op::choice: {
            const auto& t = plan.at(version, n.type);
            const index i = static_cast<index>(below(t.codes.count));
            v.number = plan.codes[t.codes.first + i].member;
            if (n.operation == op::choice) v.items.push_back(of_node(plan.nodes[t.first_node + i], version));
            break;
        }
        case op::bytes:
            v.bytes = bytes(n, false);
            break;
        case op::utf8:
        case op::text:
            v.bytes = n.operation == op::utf8 && n.by == hint::is && below(2) == 0
                          ? std::string(plan.constants[n.constant])
                          : bytes(n, true);
            break;
        case op::sealed: {
            if (below(4) == 0) {
                v.bytes = bytes(n, false);
                break;
            }
            const unsigned w = 1 + static_cast<unsigned>(below(plan.version));
            const auto content = interpreter::seal(run_, n.type, w, of_type(n.type, w));
            if (const auto* made = std::get_if<0>(&content); made != nullptr && made->size() - n.low <= n.span)
                v.bytes.assign(made->begin(), made->end());
            else
                v.bytes = bytes(n, false);
            break;
        }
        case op::list:
            for (std::uint64_t count = std::min<std::uint64_t>(length(n), n.low + 5); v.items.size() < count;)
                v.items.push_back(of_node(plan.nodes[n.element], version));
            break;
        case op::structure:
            return of_type(n.type, version);
    }
    return v;
}

value value_source::of_node(const node& n, unsigned version) {
    if (n.optional && below(3) == 0) {
        value v;
        v.absent = true;
        return v;
    }
    auto& said = said_[n.domain];
    const bool compound = n.operation == op::list || n.operation == op::choice || n.operation == op::structure ||
                          n.operation == op::enumeration;
    value v;
    if (!compound && !said.empty() && below(2) == 0) {
        v = said[below(said.size())];
        if (n.operation == op::number && below(2) == 0) {
            const std::uint64_t near = v.number + below(7) - 3;
            if (near - n.low <= n.span) v.number = near;
        }
    } else {
        v = plain(n, version);
    }
    if (!compound) {
        if (said.size() < 4)
            said.push_back(v);
        else
            said[below(4)] = v;
    }
    return v;
}

value value_source::of_type(index type, unsigned version) {
    const auto& plan = run_.plan();
    const auto& t = plan.types[type];
    if (t.kind != type_kind::structure) {
        node n;
        n.operation = t.kind == type_kind::choice ? op::choice : op::enumeration;
        n.type = type;
        return plain(n, version);
    }
    value v;
    v.items.resize(t.member_count);
    for (const auto& n : plan.fields(version, type)) v.items[n.member - t.first_member] = of_node(n, version);
    return v;
}

bool same_value(const interpreter::program& run, unsigned version, const node& n, const value& a, const value& b) {
    if (a.absent || b.absent) return a.absent == b.absent;
    const auto& plan = run.plan();
    switch (n.operation) {
        case op::structure:
            return same_value(run, version, n.type, a, b);
        case op::list:
            return std::equal(
                a.items.begin(), a.items.end(), b.items.begin(), b.items.end(),
                [&](const value& x, const value& y) { return same_value(run, version, plan.nodes[n.element], x, y); });
        case op::choice: {
            if (a.number != b.number || a.items.size() != 1 || b.items.size() != 1) return false;
            for (const auto& arm : plan.fields(version, n.type))
                if (arm.member == plan.types[n.type].first_member + a.number)
                    return same_value(run, version, arm, a.items[0], b.items[0]);
            return false;
        }
        default:
            return a.number == b.number && a.bytes == b.bytes;
    }
}

bool same_value(const interpreter::program& run, unsigned version, index type, const value& a, const value& b) {
    const auto& plan = run.plan();
    const auto first = plan.types[type].first_member;
    for (const auto& n : plan.fields(version, type))
        if (!same_value(run, version, n, a.items.at(n.member - first), b.items.at(n.member - first))) return false;
    return true;
}

}  // namespace tic::test
