// Sample values, from the layout alone.
#include "tools/tictoc/sample.hpp"

#include <algorithm>
#include <charconv>

#include "runtime/interpreter/encode.hpp"

namespace tic::tool {

using interpreter::value;

std::optional<std::uint64_t> expected_of(const node& n) {
    const auto at = n.hints.rfind('~');
    if (at == std::string_view::npos) return std::nullopt;
    const auto text = n.hints.substr(at + 1);
    std::int64_t number = 0;
    const auto end = text.data() + text.size();
    const auto got = std::from_chars(text.data(), end, number);
    if (got.ec != std::errc{} || got.ptr != end) return std::nullopt;
    return static_cast<std::uint64_t>(number);
}

std::uint64_t sampler::below(std::uint64_t bound) { return bound == 0 ? dice_() : dice_() % bound; }

std::uint64_t sampler::number(const node& n) {
    // The smallest offsets first: they make the smallest witnesses.
    const auto span = n.span;
    const auto capped = [span](std::uint64_t x) { return std::min(x, span); };
    if (reach_ == 0) return n.low;
    // Enough keys to fill a table.
    if (reach_ == 1) return n.low + capped(below(n.by == hint::table ? 80 : 4));
    switch (below(6)) {
        case 0:
            return n.low + capped(below(64));
        case 1:
            return n.low + (span - capped(below(3)));
        // Near 0, wherever the domain begins.
        case 2:
            return n.low + capped(std::uint64_t{0} - n.low + below(8));
        case 3:
            return n.low + capped((std::uint64_t{1} << below(64)) - 1 + below(3));
        default:
            return n.low + (span == ~std::uint64_t{0} ? dice_() : below(span + 1));
    }
}

std::uint64_t sampler::length(const node& n) {
    if (reach_ == 0) return n.low;
    const std::uint64_t most = reach_ == 1 ? 2 : reach_ == 2 ? 12 : below(8) == 0 ? 70'000 : 40;
    const auto room = std::min(n.span, most);
    if (reach_ >= 2 && below(8) == 0) return n.low + room;
    return n.low + below(room + 1);
}

std::string sampler::letters(std::uint64_t count) {
    std::string text(static_cast<std::size_t>(count), 'a');
    if (reach_ > 0)
        for (auto& c : text) c = static_cast<char>('a' + below(26));
    return text;
}

value sampler::sealed(const node& n, bool random_content) {
    value v;
    // Content for a version in which its type exists; the bound on its size may rule it out.
    for (unsigned tries = 0; tries < 8; ++tries) {
        const unsigned version = random_content ? static_cast<unsigned>(1 + below(newest_)) : newest_;
        sampler inner(run_, version, dice_());
        inner.set_reach(random_content ? reach_ : 0);
        inner.set_newest(newest_);
        const auto content = random_content ? inner.random_type(n.type) : inner.typical_type(n.type);
        const auto made = interpreter::seal(run_, n.type, version, content);
        const auto* bytes = std::get_if<std::vector<std::uint8_t>>(&made);
        if (bytes == nullptr || bytes->size() < n.low || bytes->size() - n.low > n.span) continue;
        v.number = version;
        v.items.push_back(content);
        return v;
    }
    v.bytes.assign(static_cast<std::size_t>(n.low), '\0');
    return v;
}

template <class Make>
value sampler::fill(index type, bool first_arm, Make make) {
    const auto& plan = run_.plan();
    const auto& declared = plan.types[type];
    const auto& here = plan.at(version_, type);
    value v;
    if (declared.kind == type_kind::structure) {
        v.items.resize(declared.member_count);
        for (const auto& n : plan.fields(version_, type)) v.items[n.member - declared.first_member] = make(n);
        return v;
    }
    if (here.codes.count == 0) return v;
    const auto pick = first_arm ? plan.ranks[here.codes.first_rank] : static_cast<index>(below(here.codes.count));
    v.number = plan.codes[here.codes.first + pick].member;
    if (declared.kind == type_kind::choice) v.items.push_back(make(plan.fields(version_, type)[pick]));
    return v;
}

value sampler::random_type(index type) {
    return fill(type, reach_ == 0, [this](const node& n) { return random(n); });
}

value sampler::typical_type(index type) {
    return fill(type, true, [this](const node& n) { return typical(n); });
}

value sampler::random(const node& n) {
    value v;
    if (n.optional && (reach_ == 0 || below(3) == 0)) {
        v.absent = true;
        return v;
    }
    switch (n.operation) {
        case op::boolean:
            v.number = reach_ == 0 ? 0 : below(2);
            break;
        case op::number:
            v.number = number(n);
            break;
        case op::f32:
            v.number = reach_ == 0 ? 0 : below(std::uint64_t{1} << 32U);
            break;
        case op::f64:
            v.number = reach_ == 0 ? 0 : dice_();
            break;
        case op::bytes:
        case op::utf8:
        case op::text:
            v.bytes = letters(length(n));
            break;
        case op::sealed:
            return sealed(n, true);
        case op::list: {
            const auto count = std::min<std::uint64_t>(length(n), std::max<std::uint64_t>(n.low, 2000));
            for (std::uint64_t i = 0; i < count; ++i) v.items.push_back(random(run_.plan().nodes[n.element]));
            break;
        }
        case op::enumeration:
        case op::choice:
        case op::structure:
            return random_type(n.type);
    }
    // The constant of `is` is what it is about.
    if (n.by == hint::is && reach_ > 0 && below(2) == 0) {
        v.number = n.constant;
        if (n.operation == op::utf8) v.bytes = run_.plan().constants[n.constant], v.number = 0;
    }
    return v;
}

value sampler::typical(const node& n) {
    value v;
    const auto count = expected_of(n).value_or(std::min<std::uint64_t>(n.low + 2, n.low + n.span));
    switch (n.operation) {
        case op::number: {
            v.number = expected_of(n).value_or(n.is_signed || n.low == 0 ? 0 : n.low);
            if (v.number - n.low > n.span) v.number = n.low;
            if (n.by == hint::is) v.number = n.constant;
            if (n.by == hint::predict && remembered_ != nullptr) {
                const auto guess = remembered_->number(n.slot) + static_cast<std::uint64_t>(n.delta);
                if (guess - n.low <= n.span) v.number = guess;
            }
            break;
        }
        case op::boolean:
            v.number = n.by == hint::is ? n.constant : 1;
            break;
        case op::f32:
        case op::f64:
            break;
        case op::bytes:
        case op::utf8:
        case op::text:
            if (n.by == hint::is)
                v.bytes = run_.plan().constants[n.constant];
            else
                v.bytes.assign(static_cast<std::size_t>(count), 'a');
            break;
        case op::sealed:
            return sealed(n, false);
        case op::list:
            for (std::uint64_t i = 0; i < count; ++i) v.items.push_back(typical(run_.plan().nodes[n.element]));
            break;
        case op::enumeration:
        case op::choice:
        case op::structure:
            v = typical_type(n.type);
            if (n.by == hint::is) v.number = n.constant;
    }
    return v;
}

}  // namespace tic::tool
