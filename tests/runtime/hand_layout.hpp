// Layouts built by hand, so that the interpreter is tested without parser, checker and planner.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "runtime/interpreter/program.hpp"
#include "runtime/layout/layout.hpp"

namespace tic::test {

/// Collects the arrays of a layout. First types, slots and elements, then the nodes of every type in every version.
class hand {
public:
    explicit hand(std::uint8_t versions = 1);

    index type(type_kind kind, std::string_view name, const std::vector<std::string_view>& members);
    index slot(const tic::slot& s);
    index element(const node& n);
    index scope(const std::vector<index>& slots);
    index constant(std::string_view text);
    /// The living members of a struct or union in a version, by ordinal.
    void lay(unsigned version, index type, const std::vector<std::pair<index, node>>& members);
    /// The code lengths of a version's living values or arms, by ordinal.
    void code(unsigned version, index type, const std::vector<std::pair<index, unsigned>>& lengths);
    /// One side's packets in a version, by packet and code length.
    void say(unsigned version, side who, const std::vector<std::pair<index, unsigned>>& lengths);
    index packet(side who, std::string_view name, index type);
    void state(std::string_view name, const std::vector<std::pair<rule, std::vector<reply>>>& rules,
               const std::vector<index>& pushes);

    /// Valid while this lives; nothing may be added afterwards.
    [[nodiscard]] layout view();

private:
    prefix_table table(const std::vector<std::pair<index, unsigned>>& lengths);

    std::vector<version_layout> versions_;
    std::vector<tic::type> types_;
    std::vector<member> members_;
    std::vector<type_layout> type_layouts_;
    std::map<std::pair<unsigned, index>, type_layout> laid_;
    std::vector<node> nodes_;
    std::vector<prefix_code> codes_;
    std::vector<index> ranks_;
    std::vector<tic::slot> slots_;
    std::vector<index> scoped_;
    std::vector<std::string_view> constants_;
    per_side<std::vector<tic::packet>> packets_;
    std::vector<tic::state> states_;
    std::vector<rule> rules_;
    std::vector<reply> replies_;
    std::vector<index> pushes_;
};

/// uN, iN, int(lo..hi), uint, sint, plain.
node u(unsigned bits);
node i(unsigned bits);
node range(std::int64_t low, std::int64_t high);
node uint_();
node sint_();
node boolean();
node real(op width);
/// bytes, utf8, text, sealed or list of lo..hi.
node string(op operation, std::uint64_t low, std::uint64_t high);
node list(index element, std::uint64_t low, std::uint64_t high);
node of(op operation, index type);
/// The same with a magnitude: the order of exp_golomb, of zigzag where the domain begins below 0.
node about(node n, unsigned order);
node optional(node n);
node predicted(node n, index slot, std::int64_t delta, unsigned order, unsigned wrap = 0);
node same(node n, index slot, bool two_values = false);
node is(node n, std::uint64_t constant, bool two_values = false);
node in_table(node n, index slot);

/// The slot of `last`, `same`, a cell or a table for a node's values.
tic::slot remembers(slot_kind kind, const node& n, std::uint8_t capacity = 1);

/// The taste of the language page, versions 1 and 2.
hand chat();

}  // namespace tic::test
