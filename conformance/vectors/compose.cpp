// Values by dice that fall the same everywhere: a hash of the path and the salt.
#include "conformance/vectors/compose.hpp"

#include <algorithm>

#include "conformance/classes/hinted.hpp"
#include "conformance/classes/plain.hpp"
#include "runtime/interpreter/text.hpp"
#include "runtime/tic/codes.hpp"
#include "runtime/tic/memory.hpp"

namespace tic::conformance {

using interpreter::value;

std::optional<value> composer::compose(index type, unsigned version, interpreter::memory& remembered,
                                       const order& wanted) {
    wanted_ = wanted;
    taken_ = 0;
    last_path_.clear();
    value v;
    if (!walk(type, version, remembered, v)) return std::nullopt;
    return v;
}

std::uint64_t composer::throw_dice(std::string_view path) const {
    std::uint64_t h = 0xcbf29ce484222325 ^ wanted_.salt * 0x9e3779b97f4a7c15;
    for (const char c : path) h = (h ^ static_cast<std::uint8_t>(c)) * 0x100000001b3;
    h ^= h >> 32;
    h *= 0xd6e8feb86659fd93;
    return h ^ h >> 29;
}

std::uint64_t composer::arm_of(index type, unsigned version, std::uint64_t dice) const {
    const layout& plan = run_.plan();
    const prefix_table& codes = plan.at(version, type).codes;
    const bool is_choice = plan.types[type].kind == type_kind::choice;
    for (index i = 0; i < codes.count; ++i) {
        const auto offset = static_cast<index>((dice + i) % codes.count);
        const std::uint64_t member = plan.codes[codes.first + offset].member;
        if (!is_choice) return member;
        const node& arm = plan.fields(version, type)[offset];
        const bool holds =
            arm.operation == op::structure || arm.operation == op::choice || arm.operation == op::enumeration;
        if (!holds || arm.optional || paths_.is_inhabited(arm.type, version)) return member;
    }
    return none;
}

void composer::enter_type(index type, unsigned version, value& v) {
    const type_kind is = run_.plan().types[type].kind;
    if (is == type_kind::structure) return;
    v.number = arm_of(type, version, wanted_.rich ? throw_dice("") : 0);
    if (wanted_.by != nullptr && is == type_kind::choice && wanted_.by->from.type == type) {
        const index member = wanted_.by->steps.front().member;
        const tic::type& t = run_.plan().types[type];
        if (member - t.first_member < t.member_count) v.number = member - t.first_member;
    }
}

/// On the way to the place that matters: what has to be there so that it is reached.
bool composer::lead(const visit& here, value& v) {
    if (wanted_.by == nullptr || here.inside_sealed) return false;
    const std::vector<member_step>& steps = wanted_.by->steps;
    const std::size_t size = here.steps.size();
    if (size > steps.size() || !std::equal(here.steps.begin(), here.steps.end() - 1, steps.begin())) return false;
    const member_step& now = here.steps.back();
    const member_step& meant = steps[size - 1];
    if (now.member != meant.member || now.depth > meant.depth) return false;
    const std::size_t left = wanted_.codings.size() - taken_;
    if (size == steps.size() && now.depth == meant.depth) {
        if (left == 0) return false;
        wanted_.codings[taken_++].set(here, v);
        last_path_ = here.path;
        return true;
    }
    if (here.at.operation == op::choice)
        v.number = interpreter::ordinal_of(run_.plan(), here.at.type, steps[size].member);
    if (here.at.operation != op::list) return here.at.operation == op::choice || here.at.operation == op::structure;
    unsigned number = 1;
    for (const member_step& s : here.steps) number += s.depth;
    std::uint64_t count = number == wanted_.by->lists ? left : 1;
    if (wanted_.twice) count = number == 1 ? 2 : 1;
    v.items.resize(static_cast<std::size_t>(std::clamp(count, here.at.low, here.at.low + here.at.span)));
    return true;
}

void composer::enter(const visit& here, value& v) {
    v = {};
    if (!lead(here, v)) make_up(here, v);
}

void composer::make_up(const visit& here, value& v) {
    const std::uint64_t dice = throw_dice(here.path);
    if (here.at.optional && (!wanted_.rich || dice % 5 == 0)) {
        v.absent = true;
        return;
    }
    switch (here.at.by) {
        case hint::none:
            return make_plain(here, dice, v);
        case hint::is:
            if (dice % 4 == 0)
                v = constant_of(run_.plan(), here.at);
            else
                make_plain(here, dice, v);
            return;
        case hint::predict:
            return make_predicted(here, dice, v);
        case hint::same:
        case hint::table:
            return make_remembered(here, dice, v);
    }
}

void composer::make_predicted(const visit& here, std::uint64_t dice, value& v) {
    const node& n = here.at;
    const std::uint64_t before = here.remembered.number(n.slot);
    v.number = before;
    if (n.slot == wanted_.slot) {
        const predicted p = apply_residual(0, before, n.delta, n.low, n.span, n.wrap_bits);
        if (wanted_.follows && p.ok) v.number = p.value;
        return;
    }
    for (const std::int64_t r :
         {static_cast<std::int64_t>(dice % 13) + 2, -static_cast<std::int64_t>(dice % 7) - 2, std::int64_t{1}}) {
        const predicted p = apply_residual(r, before, n.delta, n.low, n.span, n.wrap_bits);
        if (p.ok) {
            v.number = p.value;
            return;
        }
    }
}

void composer::make_remembered(const visit& here, std::uint64_t dice, value& v) {
    const node& n = here.at;
    const bool is_table = n.by == hint::table;
    const unsigned known = is_table ? here.remembered.count(n.slot) : here.remembered.has_last(n.slot) ? 1 : 0;
    if (n.slot == wanted_.key_slot && !wanted_.codings.empty()) {
        const std::size_t at = std::min(taken_, wanted_.codings.size() - 1);
        if (distinct_value(run_.plan(), here.version, n, wanted_.codings[at].key, v)) return;
    }
    const bool anything = wanted_.rich && n.slot != wanted_.slot;
    if (known != 0 && (!anything || dice % 3 == 0)) {
        if (is_table)
            here.remembered.read_entry(n.slot, anything ? static_cast<unsigned>(dice / 8 % known) : 0, v);
        else
            here.remembered.read_last(n.slot, v);
        return;
    }
    const bool is_string = n.operation == op::bytes || n.operation == op::utf8;
    if (anything && is_string && n.low == 0 && dice % 5 == 2) return;  // nothing
    const std::uint64_t i = anything ? dice / 16 % 6 : 2;
    if (!distinct_value(run_.plan(), here.version, n, i, v) && !distinct_value(run_.plan(), here.version, n, 0, v))
        make_plain(here, dice, v);
}

void composer::make_number(const visit& here, std::uint64_t dice, value& v) {
    const node& n = here.at;
    if (n.plain == code::zigzag) {
        v.number = static_cast<std::uint64_t>(unzigzag(dice % (std::uint64_t{8} << std::min<unsigned>(n.bits, 40))));
        if (v.number - n.low <= n.span) return;
    }
    std::uint64_t room = n.span;
    if (n.plain == code::exp_golomb) room = std::min(room, std::uint64_t{8} << std::min<unsigned>(n.bits, 40));
    v.number = n.low + (room == ~std::uint64_t{0} ? dice : dice % (room + 1));
}

void composer::make_plain(const visit& here, std::uint64_t dice, value& v) {
    const node& n = here.at;
    const auto length = [&](std::uint64_t wish) {
        return static_cast<std::size_t>(std::clamp(wish, n.low, n.low + n.span));
    };
    // A string may be empty, so that what follows begins inside a byte.
    const std::uint64_t wish = wanted_.rich && dice % 7 == 0 ? 0 : 1 + dice % 4;
    switch (n.operation) {
        case op::boolean:
            v.number = dice / 64 % 2;
            break;
        case op::number:
            make_number(here, dice, v);
            break;
        case op::f32:
            v.number = 0x3f000000 + dice % 0x1000000;
            break;
        case op::f64:
            v.number = 0x3fe0000000000000 + dice % 0x20000000000000;
            break;
        case op::enumeration:
        case op::choice:
            v.number = arm_of(n.type, here.version, wanted_.rich || n.operation == op::enumeration ? dice / 32 : 0);
            break;
        case op::bytes:
            for (std::size_t i = length(wish); i-- > 0;) v.bytes += static_cast<char>(dice >> (i * 7 % 57));
            break;
        case op::utf8:
        case op::text:
            for (std::size_t i = length(wish); i-- > 0;)
                v.bytes += static_cast<char>('a' + (dice >> (i * 5 % 59)) % 26);
            break;
        case op::sealed:
            make_sealed(here, dice, v);
            break;
        case op::list:
            v.items.resize(length(wanted_.rich ? 2 + dice % 2 : 0));
            break;
        case op::structure:
            break;
    }
}

void composer::make_sealed(const visit& here, std::uint64_t dice, value& v) {
    const node& n = here.at;
    const unsigned newest = run_.plan().version;
    const unsigned w = wanted_.rich ? static_cast<unsigned>(newest - dice / 4 % newest) : newest;
    const bool fits = n.low <= 1 && (run_.plan().at(w, n.type).min_bits + 1) / 8 + 8 <= n.low + n.span;
    if (fits && paths_.is_inhabited(n.type, w) && (n.low != 0 || !wanted_.rich || dice % 7 != 0))
        v.number = w;
    else
        v.bytes = never_opens(n.low + (n.low > 1 ? std::min(1 + dice % 3, n.span) : 0));
}

}  // namespace tic::conformance
