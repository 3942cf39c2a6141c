// Private to this folder: makes the goals of one path, by kind.
#pragma once

#include <initializer_list>
#include <set>
#include <string_view>

#include "conformance/classes/goals.hpp"

namespace tic::conformance {

struct goal_maker {
    const interpreter::program& run;
    const path_table& paths;
    const goal_list& list;
    index at;
    const route* by;  ///< the best
    unsigned most;    ///< codings that can follow each other in one memory
    std::vector<goal> goals{};
    std::set<std::string> named{};

    [[nodiscard]] const field_path& here() const { return paths.all()[at]; }
    [[nodiscard]] const node& n() const { return *here().at; }
    [[nodiscard]] const layout& plan() const { return run.plan(); }
    /// Whether values can follow each other in packets of one connection.
    [[nodiscard]] bool in_packets() const { return !by->from.once; }
    /// Whether the domain has that many different values.
    [[nodiscard]] bool has_values(std::uint64_t count) const;
    /// Sets the i-th of them.
    [[nodiscard]] setter set_to(std::uint64_t i) const;
    [[nodiscard]] setter set_to(interpreter::value v) const;
    /// Sets a value that is in memory, or one step from what memory predicts.
    [[nodiscard]] setter known_setter() const;
    [[nodiscard]] coding code(setter set, unsigned key = 0) const { return {at, by, std::move(set), key}; }
    /// Adds a goal for the labels that no earlier goal has; null if there are none.
    goal* add(std::vector<std::string> labels, std::vector<coding> codings);

    void add_plain();  ///< goals.cpp
    void add_presence();
    /// The first goal that reaches one of the labels, tried in order; null if none does.
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
