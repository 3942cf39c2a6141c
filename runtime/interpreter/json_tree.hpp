// JSON text as a tree that keeps numbers exact; the only door to the JSON library.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tic::interpreter {

/// A JSON value. Integers within 64 bits stand in `number` (`negative`: as two's complement); other numbers keep their
/// text.
struct json_node {
    enum class kind : std::uint8_t { null, boolean, whole, negative, decimal, string, array, object };
    kind is = kind::null;
    std::uint64_t number = 0;
    double approximate = 0;            ///< decimal
    std::string text{};                ///< string, decimal
    std::vector<json_node> items{};    ///< array; object: the members' values
    std::vector<std::string> names{};  ///< object: the members' names

    /// The member of that name, or null.
    [[nodiscard]] const json_node* find(std::string_view name) const;
};

/// Parses one JSON text; refuses members that stand twice and nesting beyond `max_depth`. On failure says why in
/// `wrong`.
[[nodiscard]] std::optional<json_node> parse_json(std::string_view text, std::string& wrong);

}  // namespace tic::interpreter
