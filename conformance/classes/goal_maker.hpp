// Private to this folder: the goals of one place, by kind.
#pragma once

#include <initializer_list>
#include <set>
#include <string_view>

#include "conformance/classes/goals.hpp"

namespace tic::conformance {

struct goal_maker {
    const interpreter::program& run;
    const place_table& places;
    const goal_list& list;
    index at;
    const route* by;  ///< the best
    unsigned most;    ///< codings that can follow each other in one memory
    std::vector<goal> made{};
    std::set<std::string> named{};

    [[nodiscard]] const place& here() const { return places.all()[at]; }
    [[nodiscard]] const node& n() const { return *here().at; }
    [[nodiscard]] const layout& plan() const { return run.plan(); }
    /// Whether values can follow each other in packets of one connection.
    [[nodiscard]] bool in_packets() const { return !by->from.once; }
    /// Whether the place's domain has that many values that a table tells apart.
    [[nodiscard]] bool has_values(std::uint64_t count) const;
    /// A setter of the i-th of them.
    [[nodiscard]] setter say(std::uint64_t i) const;
    [[nodiscard]] setter say(interpreter::value v) const;
    /// A setter of what memory predicts, or of one step beyond.
    [[nodiscard]] setter say_known() const;
    [[nodiscard]] coding code(setter set, unsigned key = 0) const { return {at, by, std::move(set), key}; }
    /// A goal of labels; nothing if all are named already.
    goal* add(std::vector<std::string> labels, std::vector<coding> codings);

    void add_plain();  ///< goals_plain.cpp
    void add_presence();
    /// The first goal that reaches one of these, the names tried in order.
    goal* find(std::initializer_list<std::string_view> names);
    void add_break(goal* behind, break_kind is, std::string label, bool by_encoder = false, std::string text = {});
    void add_breaks();  ///< goals_breaks.cpp
    void break_domain();
    void break_text();
    void break_lives();
    void break_fill();
    void add_hints();  ///< goals_hinted.cpp
    void add_flags();
    void add_steps();
    void add_table();
    void add_entries();
    void add_history();  ///< goals_history.cpp
    void add_probes();   ///< goals_probes.cpp
    void add_probe(std::string name, std::vector<coding> codings);
    [[nodiscard]] std::vector<interpreter::value> alike() const;
    void probe_constant();
    void probe_last();
    void probe_known();
    void probe_ends();
    void probe_least_used();
    void probe_entries();
    void probe_fresh_entry();
    void probe_text();
    void add_sealed_memory();
    void add_scopes(const interpreter::value& usual);
    void add_other_use(const interpreter::value& usual);
    void add_neighbours(const interpreter::value& usual);
};

}  // namespace tic::conformance
