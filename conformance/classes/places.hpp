// Every declared field, arm and list element, by the versions in which it is coded alike, and the ways that lead to it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "conformance/classes/walk.hpp"

namespace tic::conformance {

/// A declared field, arm or element in a span of versions without a change of its code.
struct place {
    std::string name{};  ///< `Deliver.seq`, `Sync.phones[]`; `Deliver.seq@2` where version 2 changed it
    index type = none;
    way_step step{};     ///< the member, and how many lists deep
    unsigned first = 1;  ///< versions
    unsigned last = 1;
    const node* at = nullptr;  ///< in the version `last`
};

enum class root_kind : std::uint8_t { packet, sealed, alone };

/// What is coded as a whole: a packet of a side, the content of what is sealed, or a type alone.
struct root {
    root_kind is = root_kind::packet;
    side who = side::client;
    index packet = none;
    index type = none;
    unsigned version = 1;
    bool once = false;      ///< a packet that cannot be said again on its connection
    bool is_first = false;  ///< of a packet: its side need say nothing before

    bool operator==(const root&) const = default;
};

/// How a place is reached.
struct route {
    root from{};
    std::vector<way_step> way{};
    unsigned lists = 0;     ///< how many stand on the way, those of the place's own depth included
    unsigned elements = 0;  ///< how many elements the innermost of them holds at most; 0 without
    unsigned outer = 0;     ///< the same of the outermost
};

class place_table {
public:
    /// The program outlives the table.
    explicit place_table(const interpreter::program& run);

    [[nodiscard]] std::span<const place> all() const { return places_; }
    /// The place of a member, or none where it does not live.
    [[nodiscard]] index find(unsigned version, way_step step) const;
    /// All that can be said or opened: packets of each spoken version that some state allows, types inside something
    /// sealed, types alone.
    [[nodiscard]] const std::vector<root>& roots() const { return roots_; }
    /// The ways to a place, the plainest first: packets before sealed contents before types alone, new versions first.
    [[nodiscard]] std::vector<route> routes(const place& to) const;
    /// The name of a root: `client.Send`, `sealed.Body`, `alone.Kind`; and with its version `client.Send@2`.
    [[nodiscard]] std::string name_of(const root& from, bool with_version = true) const;
    /// Whether a type has a value in a version.
    [[nodiscard]] bool is_inhabited(index type, unsigned version) const;

private:
    void add_member(index type, index member);
    void add_roots();

    const interpreter::program& run_;
    std::vector<place> places_{};
    std::vector<root> roots_{};
    std::vector<std::vector<index>> by_member_{};
};

}  // namespace tic::conformance
