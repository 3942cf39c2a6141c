// The types that the packets of a version reach.
#include "codegen/plan/planner.hpp"

namespace tic::plan {
namespace {

struct walker {
    const schema::schema& all;
    unsigned version;
    std::vector<bool> seen;
    std::vector<index> open;

    void reach(index type) {
        if (seen[type]) return;
        seen[type] = true;
        open.push_back(type);
    }
    void reach(const schema::domain& d) {
        const auto enums = static_cast<index>(all.enums.size());
        const auto unions = static_cast<index>(all.unions.size());
        switch (d.kind) {
            case schema::base::enumeration:
                return reach(d.type);
            case schema::base::choice:
                return reach(enums + d.type);
            case schema::base::structure:
                return reach(enums + unions + d.type);
            case schema::base::sealed:
                return reach(d.sealed_union ? enums + d.type : enums + unions + d.type);
            case schema::base::list:
                return reach(all.elements[d.element].of);
            default:
                return;
        }
    }
    void run() {
        const auto enums = static_cast<index>(all.enums.size());
        const auto unions = static_cast<index>(all.unions.size());
        while (!open.empty()) {
            const index t = open.back();
            open.pop_back();
            if (t < enums) continue;
            const auto& places =
                t < enums + unions ? all.unions[t - enums].arms : all.structs[t - enums - unions].fields;
            for (const auto& at : places)
                if (at.alive.holds(version)) reach(at.of);
        }
    }
};

}  // namespace

std::vector<bool> reached_types(const schema::schema& all, unsigned version) {
    const std::size_t enums = all.enums.size();
    const std::size_t unions = all.unions.size();
    walker w{all, version, std::vector<bool>(enums + unions + all.structs.size()), {}};
    if (all.talk) {
        for (const auto* side : {&all.talk->client, &all.talk->server})
            for (const auto& s : *side)
                if (s.alive.holds(version)) w.reach(static_cast<index>(enums + unions) + s.structure);
    }
    w.run();
    return std::move(w.seen);
}

}  // namespace tic::plan
