// What a suite has to reach at each place, with values that reach it: the one list behind `all_classes` and the
// vectors.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "conformance/classes/places.hpp"

namespace tic::conformance {

/// Sets the value of a place, memory being as it is; what a list, union or sealed content holds is left for others.
using setter = std::function<void(const visit&, interpreter::value&)>;

/// One value said at one place.
struct coding {
    index at = none;  ///< place
    const route* by = nullptr;
    setter set{};
    unsigned key = 0;  ///< of a table's entry that the place speaks of: which of its values
};

enum class break_kind : std::uint8_t { above, below, plain, rank, overlong, fill, octets, dead };

/// What can be broken in the last coding of a goal.
struct break_plan {
    break_kind is = break_kind::above;
    std::string label{};  ///< `refuse:above`
    bool by_encoder = false;
    std::string value{};    ///< octets: them; dead: the name
    bool is_probe = false;  ///< no class
};

struct goal {
    std::string name{};                 ///< the class that gave rise to it: `hint-miss`
    std::vector<std::string> labels{};  ///< all that are expected of it, `name` among them
    std::vector<coding> codings{};
    bool in_one = false;    ///< codings of one route are elements of one list as far as they fit
    bool twice = false;     ///< the outermost list holds two elements
    bool is_probe = false;  ///< kept although no class tells of it
    bool follows = false;   ///< what else uses the memory says what is predicted, else it leaves it alone
    std::vector<break_plan> breaks{};
};

/// The goals of all places, in order of places. Routes are kept inside.
class goal_list {
public:
    goal_list(const interpreter::program& run, const place_table& places);

    [[nodiscard]] const std::vector<goal>& of(index place) const { return goals_[place]; }
    /// The routes of a place; empty where nothing leads to it in a version that counts.
    [[nodiscard]] const std::vector<route>& routes(index place) const { return routes_[place]; }
    /// The route on which most values can follow each other, and how many.
    [[nodiscard]] const route* best(index place, unsigned& codings) const;

private:
    const interpreter::program& run_;
    const place_table& places_;
    std::vector<std::vector<route>> routes_{};
    std::vector<std::vector<goal>> goals_{};
};

}  // namespace tic::conformance
