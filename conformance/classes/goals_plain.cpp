// Goals of plain codes and of presence.
#include "conformance/classes/goal_maker.hpp"
#include "conformance/classes/hinted.hpp"
#include "conformance/classes/plain.hpp"

namespace tic::conformance {

using interpreter::value;

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
