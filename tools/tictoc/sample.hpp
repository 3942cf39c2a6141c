// Invents values of a type: typical ones for people, random ones for searches.
#pragma once

#include <cstdint>
#include <optional>
#include <random>

#include "runtime/interpreter/memory.hpp"
#include "runtime/interpreter/program.hpp"
#include "runtime/interpreter/value.hpp"

namespace tic::tool {

class sampler {
public:
    sampler(const interpreter::program& run, unsigned version, std::uint64_t seed)
        : run_(run), version_(version), dice_(seed) {}

    /// How far from the least value random ones go: 0 the least, 1 small, 2 anything short, 3 anything.
    void set_reach(unsigned reach) { reach_ = reach; }
    /// Sealed content is written for versions up to this one; by default the newest.
    void set_newest(unsigned version) { newest_ = version; }
    /// Numbers with a prediction become the predicted value, according to `remembered`.
    void predict_from(const interpreter::memory* remembered) { remembered_ = remembered; }

    interpreter::value random(const node& n);
    interpreter::value random_type(index type);

    /// The value that the hint expects, or the minimum: N of `~ N`, C of `~ is C`, the predicted number.
    interpreter::value typical(const node& n);
    interpreter::value typical_type(index type);

private:
    template <class Make>
    interpreter::value fill(index type, bool first_arm, Make make);
    std::uint64_t below(std::uint64_t bound);
    std::uint64_t length(const node& n);
    std::uint64_t number(const node& n);
    std::string letters(std::uint64_t count);
    interpreter::value sealed(const node& n, bool random_content);

    const interpreter::program& run_;
    unsigned version_;
    std::mt19937_64 dice_;
    unsigned reach_ = 1;
    unsigned newest_ = run_.plan().version;
    const interpreter::memory* remembered_ = nullptr;
};

/// The number N of a plain or added expected value `~N` in a node's canonical hint, if there is one.
[[nodiscard]] std::optional<std::uint64_t> expected_of(const node& n);

}  // namespace tic::tool
