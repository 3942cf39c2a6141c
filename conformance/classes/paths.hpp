// The path of every declared field, arm and list element, by the versions in which it is coded alike, and the routes on
// which it is reached from packets, sealed contents and types alone.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "conformance/classes/walk.hpp"

namespace tic::conformance {

/// A declared field, arm or element in a range of versions in which its code is the same.
struct field_path {
    std::string name{};  ///< `Deliver.seq`, `Sync.phones[]`; `Deliver.seq@2` where version 2 changed it
    index type = none;
    member_step step{};  ///< the member, and how many lists deep
    unsigned first = 1;  ///< the range of versions
    unsigned last = 1;
    const node* at = nullptr;  ///< in the version `last`
};

enum class root_kind : std::uint8_t { packet, sealed, alone };

/// What is coded as a whole: a packet of a side, the content of a sealed field, or a type alone.
struct root {
    root_kind is = root_kind::packet;
    side who = side::client;
    index packet = none;
    index type = none;
    unsigned version = 1;
    bool once = false;      ///< a packet that cannot be sent again on its connection
    bool is_first = false;  ///< a packet before which its side need not send another

    bool operator==(const root&) const = default;
};

/// How a path is reached from a root.
struct route {
    root from{};
    std::vector<member_step> steps{};
    unsigned lists = 0;     ///< how many lists are entered, those of the path's own depth included
    unsigned elements = 0;  ///< greatest count of the innermost of them, 0 without lists
    unsigned outer = 0;     ///< greatest count of the outermost
};

class path_table {
public:
    /// The program must outlive the table.
    explicit path_table(const interpreter::program& run);

    [[nodiscard]] std::span<const field_path> all() const { return paths_; }
    /// The index in all() of a member's path, or `none` in a version without it.
    [[nodiscard]] index find(unsigned version, member_step step) const;
    /// Everything that is coded as a whole: packets of each spoken version that some state allows, contents of sealed
    /// fields, types alone.
    [[nodiscard]] const std::vector<root>& roots() const { return roots_; }
    /// The routes to a path, the simplest first: packets before sealed contents before types alone, new versions first.
    [[nodiscard]] std::vector<route> routes(const field_path& to) const;
    /// The name of a root: `client.Send`, `sealed.Body`, `alone.Kind`; and with its version `client.Send@2`.
    [[nodiscard]] std::string name_of(const root& from, bool with_version = true) const;
    /// Whether a type has a value in a version.
    [[nodiscard]] bool is_inhabited(index type, unsigned version) const;

private:
    void add_member(index type, index member);
    void add_roots();

    const interpreter::program& run_;
    std::vector<field_path> paths_{};
    std::vector<root> roots_{};
    std::vector<std::vector<index>> by_member_{};
};

}  // namespace tic::conformance
