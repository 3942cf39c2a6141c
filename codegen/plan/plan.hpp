// The planner turns a checked schema into a layout. It alone decides which bits are written. It reports the errors that
// need sizes: packets over the limit, codes that are too long, list elements of 0 bits.
#pragma once

#include "grammar/diag/diag.hpp"
#include "grammar/schema/schema.hpp"
#include "runtime/layout/layout.hpp"

#include <deque>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace tic::plan {

/// The arrays that a `tic::layout` views, and the text in them.
struct planned {
    layout head;  // all but the spans, which view() fills in
    std::vector<version_layout> versions;
    std::vector<tic::type> types;
    std::vector<alias> aliases;
    std::vector<member> members;
    std::vector<mark> marks;
    std::vector<type_layout> type_layouts;
    std::vector<node> nodes;
    std::vector<prefix_code> codes;
    std::vector<tic::index> ranks;
    std::vector<slot> slots;
    std::vector<tic::index> scoped;
    std::vector<std::string_view> constants;
    per_side<std::vector<packet>> packets;
    std::vector<state> states;
    std::vector<rule> rules;
    std::vector<reply> replies;
    std::vector<tic::index> pushes;

    /// Keeps text for the lifetime of this object; equal texts are kept once.
    std::string_view keep(std::string text);
    /// Valid until this object is changed or destroyed.
    [[nodiscard]] layout view() const;

private:
    std::deque<std::string> texts_;
    std::unordered_map<std::string_view, std::string_view> kept_;
};

/// The layout of all versions; null if an error was reported to `out`.
[[nodiscard]] std::unique_ptr<const planned> plan(const schema::schema& all, const source::files& sources,
                                                  diag::sink& out);

/// Canonical text of a version in oldest..version (section 7).
[[nodiscard]] std::string canonical(const schema::schema& all, unsigned version);
/// The first four bytes of the SHA-256 of a canonical text, as a number, first byte highest.
[[nodiscard]] std::uint32_t fingerprint(const std::string& canonical_text);

/// One version of a layout as stable text, for people and goldens.
[[nodiscard]] std::string print_layout(const layout& all, unsigned version);
/// How a node's plain number is coded: `truncated_binary(5)`, `exp_golomb(4) of v - 10`.
[[nodiscard]] std::string describe_code(const node& n);

}  // namespace tic::plan
