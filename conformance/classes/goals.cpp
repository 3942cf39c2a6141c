// Collects the goals of each path; those of plain codes and presence are made here, the others in goals_….cpp.
#include "conformance/classes/goals.hpp"

#include <algorithm>

#include "conformance/classes/goal_maker.hpp"
#include "conformance/classes/hinted.hpp"
#include "conformance/classes/plain.hpp"

namespace tic::conformance {

using interpreter::value;

goal_list::goal_list(const interpreter::program& run, const path_table& paths) : run_(run), paths_(paths) {
    routes_.reserve(paths.all().size());
    for (const field_path& p : paths.all()) routes_.push_back(paths.routes(p));
    for (index at = 0; at < paths.all().size(); ++at) {
        unsigned most = 0;
        const route* by = best(at, most);
        if (by == nullptr) {
            goals_.emplace_back();
            continue;
        }
        goal_maker maker{run, paths, *this, at, by, most};
        maker.add_presence();
        maker.add_plain();
        maker.add_hints();
        maker.add_history();
        maker.add_breaks();
        maker.add_probes();
        goals_.push_back(std::move(maker.goals));
    }
}

const route* goal_list::best(index field_path, unsigned& codings) const {
    constexpr unsigned plenty = 1000;
    const route* found = nullptr;
    codings = 0;
    for (const route& r : routes_[field_path]) {
        const bool bound = is_scoped(run_.plan(), *paths_.all()[field_path].at) || r.from.once;
        const unsigned here = r.lists == 0 ? (r.from.once ? 1 : plenty) : bound ? r.elements : plenty;
        if (here > codings) found = &r, codings = here;
    }
    return found;
}

bool goal_maker::has_values(std::uint64_t count) const {
    value ignored;
    return count == 0 || distinct_value(plan(), here().last, n(), count - 1, ignored);
}

setter goal_maker::set_to(value v) const {
    return [v = std::move(v)](const visit&, value& out) { out = v; };
}

setter goal_maker::set_to(std::uint64_t i) const {
    value v;
    // Callers ask has_values first; in a short domain the last value replaces those that it lacks.
    while (!distinct_value(plan(), here().last, n(), i, v) && i > 0) --i;
    return set_to(std::move(v));
}

goal* goal_maker::add(std::vector<std::string> labels, std::vector<coding> codings) {
    std::erase_if(labels, [&](const std::string& label) { return !named.insert(label).second; });
    if (labels.empty()) return nullptr;
    goal g;
    g.name = labels.front();
    g.labels = std::move(labels);
    g.codings = std::move(codings);
    g.in_one = by->lists != 0 && (is_scoped(plan(), n()) || by->from.once);
    goals.push_back(std::move(g));
    return &goals.back();
}

void goal_maker::add_presence() {
    if (!n().optional) return;
    add({"absent"}, {code([](const visit&, value& v) { v = {.absent = true}; })});
    std::vector<value> some = plain_candidates(paths, run, here());
    add({"present"}, {code(some.empty() ? set_to(std::uint64_t{0}) : set_to(std::move(some.front())))});
}

void goal_maker::add_plain() {
    if (n().by == hint::predict || (n().by == hint::is && n().two_values)) return;
    for (value& v : plain_candidates(paths, run, here())) {
        if (n().by == hint::is && same_short(n(), v, constant_of(plan(), n()))) continue;
        std::vector<std::string> labels = plain_labels(plan(), n(), v);
        add(std::move(labels), {code(set_to(std::move(v)))});
    }
    if (n().operation != op::sealed) return;
    for (unsigned w = 1; w <= plan().version; ++w) {
        if (!paths.is_inhabited(n().type, w)) continue;
        const std::uint64_t least = (plan().at(w, n().type).min_bits + 1) / 8 + 2;
        if (n().low <= 1 && least + 6 <= n().low + n().span)
            add({"holds:" + std::to_string(w)}, {code([w](const visit&, value& v) { v = {.number = w}; })});
    }
    if (n().low + n().span != 0) {
        add({"raw"}, {code(set_to(value{.bytes = never_opens(n().low == 0 ? 1 : n().low)}))});
    }
}

}  // namespace tic::conformance
