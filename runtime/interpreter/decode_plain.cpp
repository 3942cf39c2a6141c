// Plain codes read: numbers, strings, lists, structs and unions, checked against their domains.
#include <algorithm>

#include "runtime/interpreter/decoder.hpp"
#include "runtime/tic/utf8.hpp"

namespace tic::interpreter {

/// An Exp-Golomb code; where too many zeros are let pass, the code behind them.
read_result decoder::read_exp_golomb_code(unsigned k) {
    const read_result got = read_exp_golomb(in_, k);
    if (got.ok() || got.why != reason::overlong || !passes(reason::overlong, got.bit)) return got;
    in_.skip(64 - k);
    return read_exp_golomb(in_, k);
}

/// A number, length or count in its plain code, checked against its domain.
bool decoder::read_number(const node& n, const path_step* at, const char* what, std::uint64_t& v) {
    const std::uint64_t first = in_.position();
    read_result got;
    switch (n.plain) {
        case code::fixed:
        case code::twos:
            got = read_fixed(in_, n.bits);
            break;
        case code::truncated_binary:
            got = read_truncated_binary(in_, n.span);
            break;
        case code::exp_golomb:
        case code::zigzag:
            got = read_exp_golomb_code(n.bits);
            break;
        case code::huffman:
        case code::nothing:
            break;
    }
    if (!take(got, at)) return false;
    const bool is_bare = n.operation == op::boolean || n.operation == op::f32 || n.operation == op::f64;
    bool is_beyond = false;
    if (n.plain == code::twos) {
        v = extend_sign(got.value, n.bits);
    } else if (n.plain == code::zigzag) {
        v = static_cast<std::uint64_t>(unzigzag(got.value));
    } else {
        is_beyond = got.value > n.span;
        v = got.value + n.low;
    }
    is_beyond = !is_bare && (is_beyond || v - n.low > n.span);
    if (is_beyond && !passes(reason::range, first)) return refuse(reason::range, first, at);
    tell(at, what, first, [&] {
        return n.operation == op::number || n.operation == op::f32 || n.operation == op::f64 ||
                       n.operation == op::boolean
                   ? show(plan_, n, value{.number = v})
                   : std::to_string(v);
    });
    return true;
}

bool decoder::read_plain(const node& n, const path_step* at, value& out) {
    switch (n.operation) {
        case op::boolean:
        case op::number:
        case op::f32:
        case op::f64:
            return read_number(n, at, "value", out.number);
        case op::enumeration: {
            index offset = 0;
            if (!read_prefix(n.type, at, offset)) return false;
            out.number = plan_.codes[plan_.at(version_, n.type).codes.first + offset].member;
            return true;
        }
        case op::bytes:
        case op::utf8:
        case op::text:
        case op::sealed:
            return read_string(n, at, out);
        case op::list:
            return read_list(n, at, out);
        case op::structure:
            return read_struct(n.type, at, out);
        case op::choice:
            return read_choice(n.type, at, out);
    }
    return false;
}

bool decoder::read_prefix(index type, const path_step* at, index& offset) {
    const prefix_codes codes(plan_, plan_.at(version_, type).codes);
    const std::uint64_t first = in_.position();
    if (codes.codes.empty()) return refuse(reason::range, first, at);
    const read_result got = read_huffman(in_, codes);
    if (!take(got, at)) return false;
    offset = static_cast<index>(got.value);
    tell(at, plan_.types[type].kind == type_kind::choice ? "tag" : "value", first,
         [&] { return std::string(member_name(plan_, type, codes.codes[offset].member)); });
    return true;
}

bool decoder::read_string(const node& n, const path_step* at, value& out) {
    std::uint64_t length = 0;
    if (!read_number(n, at, "length", length)) return false;
    const std::uint64_t fill = in_.position();
    if (!take(read_fill(in_, length), at)) return false;
    tell(at, "fill", fill, [] { return std::string(); });
    if (length == 0) return true;
    const std::uint64_t first = in_.position();
    const std::span<const std::uint8_t> bytes = in_.take_bytes(static_cast<std::size_t>(length));
    if (n.operation == op::utf8 || n.operation == op::text) {
        const std::size_t good = utf8_prefix(bytes);
        const std::uint64_t bit = first + 8 * static_cast<std::uint64_t>(good);
        if (good != bytes.size() && !passes(reason::bad_utf8, bit)) return refuse(reason::bad_utf8, bit, at);
    }
    out.bytes.assign(bytes.begin(), bytes.end());
    tell(at, "bytes", first, [&] { return show(plan_, n, out); });
    return true;
}

bool decoder::read_list(const node& n, const path_step* at, value& out) {
    std::uint64_t count = 0;
    if (!read_number(n, at, "count", count)) return false;
    const node& element = plan_.nodes[n.element];
    const std::uint64_t least = std::max<std::uint64_t>(element.min_bits, 1);
    out.items.reserve(static_cast<std::size_t>(std::min(count, in_.left() / least + 1)));
    const std::span<const index> scoped = plan_.scoped.subspan(n.first_scoped, n.scoped_count);
    const std::vector<std::uint64_t> held = memory_.open_scope(scoped);
    for (std::uint64_t i = 0; i < count; ++i) {
        const path_step step{.up = at, .element = i};
        if (!read_node(element, &step, out.items.emplace_back())) return false;
    }
    memory_.close_scope(scoped, held);
    return true;
}

bool decoder::read_struct(index type, const path_step* at, value& out) {
    const tic::type& declared = plan_.types[type];
    out.items.resize(declared.member_count);
    index next = 0;
    const auto skip_dead = [&](index until) {
        for (; next < until; ++next) {
            const index sample = plan_.members[declared.first_member + next].sample;
            if (sample != none) out.items[next] = default_of(plan_, plan_.nodes[sample]);
        }
    };
    for (const node& n : plan_.fields(version_, type)) {
        skip_dead(n.member - declared.first_member);
        const path_step step{.up = at, .name = plan_.members[n.member].name};
        if (!read_node(n, &step, out.items[next++])) return false;
    }
    skip_dead(declared.member_count);
    return true;
}

bool decoder::read_choice(index type, const path_step* at, value& out) {
    index offset = 0;
    if (!read_prefix(type, at, offset)) return false;
    const node& arm = plan_.fields(version_, type)[offset];
    out.number = ordinal_of(plan_, type, arm.member);
    const path_step step{.up = at, .name = plan_.members[arm.member].name};
    return read_node(arm, &step, out.items.emplace_back());
}

}  // namespace tic::interpreter
