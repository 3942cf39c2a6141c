// The value tree: what the interpreter writes to bits and reads from them, one plain struct for every domain.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tic::interpreter {

/// A value of any domain (section 3); the field that holds it decides which members count.
struct value {
    /// bool; numbers (two's complement); a float's bits; an enum's or union's member ordinal among all declared;
    /// sealed: the version of the opened value in `items`, 0 where `bytes` is the content as carried.
    std::uint64_t number = 0;
    /// bytes, utf8, text; the content of what is sealed.
    std::string bytes{};
    /// A struct's members, one for each DECLARED member in order; a list's elements; a union's one payload; what was
    /// sealed.
    std::vector<value> items{};
    /// `T?` only.
    bool absent = false;

    bool operator==(const value&) const = default;
};

}  // namespace tic::interpreter
