// Sends a typical value twice, then varies one field at a time and measures what that costs.
#include "tools/tictoc/costs.hpp"

#include <algorithm>

#include "tools/tictoc/sample.hpp"

namespace tic::tool {
namespace {

using interpreter::value;

struct variant {
    std::string label;
    value content;
};

std::string number_text(const node& n, std::uint64_t v) {
    return n.is_signed ? std::to_string(static_cast<std::int64_t>(v)) : std::to_string(v);
}

/// Values of one field that show how its cost varies; `base` is its value in the sample.
class varier {
public:
    varier(const layout& plan, unsigned version, const node& n, const value& base)
        : plan_(plan), version_(version), n_(n), base_(base) {}

    std::vector<variant> all() {
        if (n_.optional) add("absent", [](value& v) { v = {}, v.absent = true; });
        switch (n_.by) {
            case hint::predict:
                predicted();
                break;
            case hint::same:
            case hint::table:
                remembered();
                break;
            default:
                plain();
        }
        return std::move(made_);
    }

private:
    template <class Change>
    void add(std::string label, Change change) {
        value v = base_;
        v.absent = false;
        change(v);
        made_.push_back({std::move(label), std::move(v)});
    }

    void number(std::string label, std::uint64_t v) {
        if (v - n_.low <= n_.span) add(std::move(label), [v](value& into) { into.number = v; });
    }

    void predicted() {
        number("as predicted", base_.number);
        for (const std::uint64_t off : {1U, 10U, 1000U, 1'000'000U})
            number("+" + std::to_string(off), base_.number + off);
        number("-1", base_.number - 1);
    }

    void remembered() {
        add(n_.by == hint::same ? "same" : "last used", [](value&) {});
        if (n_.operation == op::bytes || n_.operation == op::utf8) {
            if (n_.span > 0)
                add("new", [this](value& v) {
                    v.bytes.assign(static_cast<std::size_t>(n_.low + std::min<std::uint64_t>(n_.span, 8)), 'z');
                });
        } else if (n_.operation == op::enumeration) {
            const auto& here = plan_.at(version_, n_.type);
            if (here.codes.count > 1) add("new", [&](value& v) { v.number = other(here.codes); });
        } else {
            const bool bit = n_.operation == op::boolean;
            add("new", [&](value& v) {
                v.number = bit ? 1 - v.number : v.number - n_.low < n_.span ? v.number + 1 : n_.low;
            });
        }
    }

    std::uint64_t other(const prefix_table& codes) const {
        const auto member = plan_.codes[codes.first + plan_.ranks[codes.first_rank]].member;
        return member != base_.number ? member : plan_.codes[codes.first + plan_.ranks[codes.first_rank + 1]].member;
    }

    void plain() {
        switch (n_.operation) {
            case op::number:
                if (n_.min_bits == n_.max_bits) return;
                for (const std::uint64_t v : {std::uint64_t{0}, expected_of(n_).value_or(n_.low), std::uint64_t{100},
                                              std::uint64_t{10'000}, n_.low + n_.span})
                    number(number_text(n_, v), v);
                return;
            case op::bytes:
            case op::utf8:
            case op::text:
                if (n_.by == hint::is) add("as said", [](value&) {});
                for (const auto length :
                     {n_.low, std::max(n_.low, expected_of(n_).value_or(n_.low + std::min<std::uint64_t>(n_.span, 8)))})
                    add(std::to_string(length) + " bytes",
                        [length](value& v) { v.number = 0, v.bytes.assign(static_cast<std::size_t>(length), 'z'); });
                return;
            case op::enumeration: {
                const auto& codes = plan_.at(version_, n_.type).codes;
                for (index i = 0; i < std::min<index>(codes.count, 4); ++i) {
                    const auto member = plan_.codes[codes.first + i].member;
                    add(std::string(plan_.members[plan_.types[n_.type].first_member + member].name),
                        [member](value& v) { v.number = member; });
                }
                return;
            }
            case op::list:
                add(std::to_string(base_.items.size()) + " elements", [](value&) {});
                return;
            case op::sealed:
                add("a sample", [](value&) {});
                return;
            default:
                return;
        }
    }

    const layout& plan_;
    unsigned version_;
    const node& n_;
    const value& base_;
    std::vector<variant> made_;
};

std::string whole(const cost& c) {
    return std::to_string(c.bits) + (c.bits == 1 ? " bit, " : " bits, ") + std::to_string(c.bytes) +
           (c.bytes == 1 ? " byte" : " bytes");
}

}  // namespace

sample_costs sample(const interpreter::program& run, unsigned version, const target& of) {
    const auto& plan = run.plan();
    interpreter::memory remembered(run);
    sampler make(run, version, 1);
    make.predict_from(&remembered);
    sample_costs result;
    const auto first = measure(run, version, of, remembered, make.typical_type(of.type));
    if (first) result.first = whole(*first);

    const auto again = make.typical_type(of.type);
    auto spare = remembered;
    const auto next = measure(run, version, of, spare, again);
    if (next && plan.at(version, of.type).remembers && of.packet != none) result.next = whole(*next);

    for (const auto& n : plan.fields(version, of.type)) {
        const auto ordinal = n.member - plan.types[of.type].first_member;
        const std::string name(plan.members[n.member].name);
        std::string text;
        std::vector<std::string> seen;
        for (const auto& v : varier(plan, version, n, again.items[ordinal]).all()) {
            auto varied = again;
            varied.items[ordinal] = v.content;
            spare = remembered;
            const auto got = measure(run, version, of, spare, varied);
            if (!got || std::ranges::find(seen, v.label) != seen.end()) continue;
            seen.push_back(v.label);
            const auto bits = got->fields.find(name);
            text += (text.empty() ? "" : ", ") + v.label + ": " +
                    std::to_string(bits == got->fields.end() ? 0 : bits->second);
        }
        result.fields.push_back(std::move(text));
    }
    return result;
}

}  // namespace tic::tool
