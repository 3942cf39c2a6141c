// Cases made by hand for `struct Num { n: u8; }`, played to tests/conformance/run/scripted.cpp.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "conformance/run/run.hpp"
#include "tests/support/compiled.hpp"

namespace tic::test {

/// Keeps what it hears; the cases it points to must live on.
class kept final : public conformance::listener {
public:
    void begins(const conformance::run_start&) override { ++begun; }
    void settled(const conformance::outcome& one) override {
        by_id[one.about->id] = one;
        ++settled_count;
    }
    void ends(const conformance::run_end&) override { ++ended; }

    int begun = 0;
    int ended = 0;
    std::size_t settled_count = 0;
    std::map<std::string, conformance::outcome> by_id{};
};

/// `num/decode/N`, `num/encode/N` for 0..count-1 and, if wanted, one bad case `num/bad`.
class played {
public:
    explicit played(unsigned count = 100, bool with_bad = true);

    /// Plays all, or what `input.selected` holds already, to scripted.cpp MODE [K] [MARKER].
    conformance::run_result play(const std::vector<std::string>& arguments);
    conformance::run_result play_to(const conformance::start_implementation& start);

    [[nodiscard]] conformance::verdict verdict_of(const std::string& id) const;
    [[nodiscard]] const conformance::outcome& at(const std::string& id) const { return heard->by_id.at(id); }

    compiled schema;
    std::vector<conformance::test_case> cases{};
    conformance::run_options options{};
    conformance::run_input input{};
    std::unique_ptr<kept> heard = std::make_unique<kept>();
};

[[nodiscard]] std::vector<std::string> scripted(const std::vector<std::string>& arguments);

}  // namespace tic::test
