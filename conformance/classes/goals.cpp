// Puts the goals of each place together.
#include "conformance/classes/goals.hpp"

#include <algorithm>

#include "conformance/classes/goal_maker.hpp"
#include "conformance/classes/hinted.hpp"
#include "conformance/classes/plain.hpp"

namespace tic::conformance {

using interpreter::value;

goal_list::goal_list(const interpreter::program& run, const place_table& places) : run_(run), places_(places) {
    routes_.reserve(places.all().size());
    for (const place& p : places.all()) routes_.push_back(places.routes(p));
    for (index at = 0; at < places.all().size(); ++at) {
        unsigned most = 0;
        const route* by = best(at, most);
        if (by == nullptr) {
            goals_.emplace_back();
            continue;
        }
        goal_maker maker{run, places, *this, at, by, most};
        maker.add_presence();
        maker.add_plain();
        maker.add_hints();
        maker.add_history();
        maker.add_breaks();
        maker.add_probes();
        goals_.push_back(std::move(maker.made));
    }
}

const route* goal_list::best(index place, unsigned& codings) const {
    constexpr unsigned plenty = 1000;
    const route* found = nullptr;
    codings = 0;
    for (const route& r : routes_[place]) {
        const bool bound = is_scoped(run_.plan(), *places_.all()[place].at) || r.from.once;
        const unsigned here = r.lists == 0 ? (r.from.once ? 1 : plenty) : bound ? r.elements : plenty;
        if (here > codings) found = &r, codings = here;
    }
    return found;
}

bool goal_maker::has_values(std::uint64_t count) const {
    value ignored;
    return count == 0 || distinct_value(plan(), here().last, n(), count - 1, ignored);
}

setter goal_maker::say(value v) const {
    return [v = std::move(v)](const visit&, value& out) { out = v; };
}

setter goal_maker::say(std::uint64_t i) const {
    value v;
    // Callers ask has_values first; where the domain is short the last value stands for what it lacks.
    while (!distinct_value(plan(), here().last, n(), i, v) && i > 0) --i;
    return say(std::move(v));
}

goal* goal_maker::add(std::vector<std::string> labels, std::vector<coding> codings) {
    std::erase_if(labels, [&](const std::string& label) { return !named.insert(label).second; });
    if (labels.empty()) return nullptr;
    goal g;
    g.name = labels.front();
    g.labels = std::move(labels);
    g.codings = std::move(codings);
    g.in_one = by->lists != 0 && (is_scoped(plan(), n()) || by->from.once);
    made.push_back(std::move(g));
    return &made.back();
}

}  // namespace tic::conformance
