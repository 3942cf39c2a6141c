// Texts in quotes, with the escapes of JSON.
#pragma once

#include <string>

#include "conformance/values/cursor.hpp"

namespace tic::conformance {

/// What is wrong with a text, and the offset in it.
struct text_error {
    std::size_t at = 0;
    std::string text{};
};

/// Reads a text at its opening quote and appends it to `out`; false, and what is wrong, if it does not end or escapes
/// wrongly.
bool read_quoted(cursor& from, std::string& out, text_error& wrong);

}  // namespace tic::conformance
