// Which name a person likely meant: edit distance, counted up to 3.
#include "runtime/interpreter/nearest.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace tic::interpreter {

namespace {

std::size_t distance(std::string_view a, std::string_view b) {
    if (a.size() > b.size() + 2 || b.size() > a.size() + 2 || a.size() > 64) return 3;
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t swapped = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({swapped, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row[b.size()];
}

}  // namespace

std::string_view nearest_name(std::string_view wrong, std::span<const std::string_view> names) {
    std::string_view best;
    std::size_t least = 3;
    for (const std::string_view name : names) {
        const std::size_t d = distance(wrong, name);
        if (d < least && d < name.size()) {
            least = d;
            best = name;
        }
    }
    return best;
}

}  // namespace tic::interpreter
