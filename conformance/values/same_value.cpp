// Values compared member by member, as far as they are sent in a version.
#include <algorithm>

#include "conformance/values/flat.hpp"
#include "conformance/values/members.hpp"
#include "runtime/interpreter/encode.hpp"
#include "runtime/interpreter/text.hpp"

namespace tic::conformance {

using interpreter::value;

namespace {

class comparison {
public:
    comparison(const interpreter::program& run, unsigned version) : run_(run), plan_(run.plan()), version_(version) {}

    [[nodiscard]] bool same(const node& n, const value& wanted, const value& got) const {
        if (wanted.absent || got.absent) return wanted.absent == got.absent;
        switch (n.operation) {
            case op::list:
                return std::ranges::equal(wanted.items, got.items, [&](const value& a, const value& b) {
                    return same(plan_.nodes[n.element], a, b);
                });
            case op::structure:
                return same_members(n, wanted, got);
            case op::choice:
                return same_arm(n, wanted, got);
            case op::boolean:
                return (wanted.number != 0) == (got.number != 0);
            case op::bytes:
            case op::utf8:
            case op::text:
                return wanted.bytes == got.bytes;
            case op::sealed:
                return same_sealed(n, wanted, got);
            default:
                return wanted.number == got.number;
        }
    }

private:
    [[nodiscard]] bool same_members(const node& n, const value& wanted, const value& got) const {
        return std::ranges::all_of(plan_.fields(version_, n.type), [&](const node& field) {
            const index ordinal = interpreter::ordinal_of(plan_, n.type, field.member);
            return ordinal < wanted.items.size() && ordinal < got.items.size() &&
                   same(field, wanted.items[ordinal], got.items[ordinal]);
        });
    }
    [[nodiscard]] bool same_arm(const node& n, const value& wanted, const value& got) const {
        const node* const arm = member_node(plan_, version_, n.type, wanted.number);
        return arm != nullptr && wanted.number == got.number && !wanted.items.empty() && !got.items.empty() &&
               same(*arm, wanted.items[0], got.items[0]);
    }
    /// What was read is never open; what was expected may be.
    [[nodiscard]] bool same_sealed(const node& n, const value& wanted, const value& got) const {
        if (wanted.number == 0 || wanted.items.empty()) return wanted.bytes == got.bytes;
        const auto closed = interpreter::seal(run_, n.type, static_cast<unsigned>(wanted.number), wanted.items[0]);
        const auto* const bytes = std::get_if<0>(&closed);
        return bytes != nullptr &&
               std::ranges::equal(*bytes, got.bytes, {}, {}, [](char c) { return static_cast<std::uint8_t>(c); });
    }

    const interpreter::program& run_;
    const layout& plan_;
    unsigned version_;
};

}  // namespace

bool same_value(const interpreter::program& run, index type, unsigned version, const value& wanted, const value& got) {
    return comparison(run, version).same(node_of(run.plan(), type), wanted, got);
}

}  // namespace tic::conformance
