// Ids are permanent, so no two things of a run may share one.
#include <map>

#include "conformance/tape/parse.hpp"

namespace tic::conformance {

void check_ids(const std::vector<tape_file>& files, std::vector<problem>& problems) {
    std::map<std::string, where> tapes;
    std::map<std::string, where> bads;
    const auto add = [&](auto& known, const std::string& id, const where& at, std::string_view what,
                         std::string_view remedy) {
        const auto [before, is_new] = known.try_emplace(id, at);
        if (is_new || (before->second.file == at.file && what == "tape"))
            return;  // within a file the parser has reported it
        problems.push_back({at, "the " + std::string(what) + " `" + id + "` stands in " + before->second.file + ":" +
                                    std::to_string(before->second.line) + " already; " + std::string(remedy)});
    };
    for (const tape_file& file : files)
        for (const tape& each : file.tapes) {
            add(tapes, each.id, each.at, "tape", "give one of them another id");
            for (const bad& wrong : each.bads)
                add(bads, wrong.id, wrong.at, "bad line", "tell them apart with `as ID`");
        }
}

}  // namespace tic::conformance
