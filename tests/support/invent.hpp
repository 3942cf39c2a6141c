// Invents schemas: valid .tic texts that together use every domain, hint and place, in three versions.
#pragma once

#include <cstdint>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace tic::test {

/// Goes on where it stopped: what no schema has used yet is used first.
class inventor {
public:
    explicit inventor(std::uint64_t seed) : random_(seed) {}

    /// The next schema: version 3, a session with three states, memory.
    [[nodiscard]] std::string next();
    /// `domain/hint/place` of all that is possible, and of what the schemas so far used.
    [[nodiscard]] const std::set<std::string>& used() const { return used_; }
    [[nodiscard]] static std::set<std::string> possible();

private:
    struct combination {
        unsigned domain, hint, place;
    };

    unsigned below(unsigned n) { return static_cast<unsigned>(random_() % n); }
    bool chance(unsigned percent) { return below(100) < percent; }
    combination pick(unsigned place);
    std::string life();
    std::string one_field(unsigned place);
    std::string structure(const std::string& name, unsigned place, unsigned fields);
    std::string enums();
    std::string choice();
    std::string body();
    std::string packets();
    std::string session();

    std::mt19937_64 random_;
    std::set<std::string> used_;
    unsigned fields_ = 0;
};

}  // namespace tic::test
