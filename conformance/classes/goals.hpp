// What a suite has to reach at each path, with values that reach it: the one list behind `all_classes` and the
// vectors.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "conformance/classes/paths.hpp"

namespace tic::conformance {

/// Sets the value of a node, given the memory before it; what a list, union or sealed content holds is left open.
using setter = std::function<void(const visit&, interpreter::value&)>;

/// One value to be coded at one path.
struct coding {
    index at = none;  ///< the path
    const route* by = nullptr;
    setter set{};
    unsigned key = 0;  ///< selects the table entry that a hint of an entry refers to
};

enum class break_kind : std::uint8_t { above, below, plain, rank, overlong, fill, octets, dead };

/// What can be broken in the last coding of a goal.
struct break_plan {
    break_kind is = break_kind::above;
    std::string label{};  ///< `refuse:above`
    bool by_encoder = false;
    std::string value{};    ///< octets: the octets; dead: the name
    bool is_probe = false;  ///< no class
};

struct goal {
    std::string name{};                 ///< the class for which it was made: `hint-miss`
    std::vector<std::string> labels{};  ///< all classes that it is expected to reach, `name` included
    std::vector<coding> codings{};
    bool in_one = false;    ///< codings of one route are elements of one list as far as they fit
    bool twice = false;     ///< the outermost list holds two elements
    bool is_probe = false;  ///< kept although it reaches no class
    bool follows = false;   ///< other fields with the same memory take predicted values; else they do not use it
    std::vector<break_plan> breaks{};
};

/// The goals of all paths, in their order. Owns the routes that goals point to.
class goal_list {
public:
    goal_list(const interpreter::program& run, const path_table& paths);

    [[nodiscard]] const std::vector<goal>& of(index field_path) const { return goals_[field_path]; }
    /// The routes to a path; empty if no packet or content of a spoken version holds it.
    [[nodiscard]] const std::vector<route>& routes(index field_path) const { return routes_[field_path]; }
    /// The route on which most values can follow each other in one memory; `codings` is how many. Null without routes.
    [[nodiscard]] const route* best(index field_path, unsigned& codings) const;

private:
    const interpreter::program& run_;
    const path_table& paths_;
    std::vector<std::vector<route>> routes_{};
    std::vector<std::vector<goal>> goals_{};
};

}  // namespace tic::conformance
