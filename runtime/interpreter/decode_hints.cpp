// Predicted values read: what memory or a constant says, or that it does not hold.
#include <utility>

#include "runtime/interpreter/decoder.hpp"
#include "runtime/tic/memory.hpp"

namespace tic::interpreter {

namespace {

bool same_value(const node& n, const value& a, const value& b) {
    return n.operation == op::bytes || n.operation == op::utf8 ? a.bytes == b.bytes : a.number == b.number;
}

}  // namespace

bool decoder::read_node(const node& n, const path_step* at, value& out) {
    if (n.optional) {
        const std::uint64_t first = in_.position();
        const read_result present = read_fixed(in_, 1);
        if (!take(present, at)) return false;
        tell(at, "presence", first, [&] { return std::string(present.value != 0 ? "present" : "absent"); });
        if (present.value == 0) {
            out.absent = true;
            return true;
        }
    }
    switch (n.by) {
        case hint::none:
            return read_plain(n, at, out);
        case hint::is:
            return read_flagged(n, at, out);
        case hint::same:
            if (memory_.has_last(n.slot)) {
                if (!read_flagged(n, at, out)) return false;
            } else if (!read_plain(n, at, out))
                return false;
            memory_.set_last(n.slot, out);
            return true;
        case hint::predict:
            return read_predicted(n, at, out);
        case hint::table:
            return read_from_table(n, at, out);
    }
    return false;
}

bool decoder::read_predicted(const node& n, const path_step* at, value& out) {
    const std::uint64_t first = in_.position();
    const read_result got = read_exp_golomb_code(n.hint_bits);
    if (!take(got, at)) return false;
    const std::int64_t r = unzigzag(got.value);
    const predicted v = apply_residual(r, memory_.number(n.slot), n.delta, n.low, n.span, n.wrap_bits);
    if (!v.ok && !passes(reason::range, first)) return refuse(reason::range, first, at);
    tell(at, "residual", first, [&] { return std::to_string(r) + ": " + number_text(n, v.value); });
    out.number = v.value;
    memory_.set_number(n.slot, v.value);
    return true;
}

/// `~ is C` and `~ same`, once there is a last value: one bit, and the plain code behind a 0.
bool decoder::read_flagged(const node& n, const path_step* at, value& out) {
    value expected;
    if (n.by == hint::is)
        expected = constant_of(n);
    else
        memory_.read_last(n.slot, expected);
    const std::uint64_t first = in_.position();
    const read_result flag = read_fixed(in_, 1);
    if (!take(flag, at)) return false;
    tell(at, n.by == hint::is ? "is" : "same", first,
         [&] { return (flag.value != 0 ? "" : "not ") + show(plan_, n, expected); });
    if (flag.value != 0) {
        out = std::move(expected);
        return true;
    }
    if (n.two_values) {
        out = other_of_two(n, expected);
        return true;
    }
    if (!read_plain(n, at, out)) return false;
    return !same_value(n, out, expected) || passes(reason::non_canonical, first) ||
           refuse(reason::non_canonical, first, at);
}

bool decoder::read_from_table(const node& n, const path_step* at, value& out) {
    const std::uint64_t first = in_.position();
    const unsigned count = memory_.count(n.slot);
    read_result rank = read_exp_golomb_code(0);
    if (!take(rank, at)) return false;
    if (rank.value > count) {
        if (!passes(reason::range, first)) return refuse(reason::range, first, at);
        rank.value = tolerated_->instead;
    }
    if (rank.value < count) {
        memory_.read_entry(n.slot, static_cast<unsigned>(rank.value), out);
        tell(at, "rank", first, [&] { return std::to_string(rank.value) + ": " + show(plan_, n, out); });
        memory_.touch(n.slot, static_cast<unsigned>(rank.value));
        return true;
    }
    tell(at, "rank", first, [&] { return std::to_string(rank.value) + ": new"; });
    if (!read_plain(n, at, out)) return false;
    const unsigned known = memory_.find(n.slot, out);
    if (known == count) {
        memory_.enter(n.slot, out);
        return true;
    }
    if (!passes(reason::non_canonical, first)) return refuse(reason::non_canonical, first, at);
    memory_.touch(n.slot, known);
    return true;
}

value decoder::constant_of(const node& n) const {
    if (n.operation == op::utf8) return {.bytes = std::string(plan_.constants[n.constant])};
    return {.number = n.constant};
}

value decoder::other_of_two(const node& n, const value& not_this) const {
    if (n.operation == op::enumeration) {
        const prefix_codes codes(plan_, plan_.at(version_, n.type).codes);
        return {.number = codes.codes[codes.codes[0].member == not_this.number ? 1 : 0].member};
    }
    return {.number = not_this.number == n.low ? n.low + 1 : n.low};  // a bool's low is 0
}

}  // namespace tic::interpreter
