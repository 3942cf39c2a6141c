// Aligns columns by characters, so that names and strings that are not ASCII stay in line.
#include "tools/tictoc/table.hpp"

#include <algorithm>
#include <ostream>

namespace tic::tool {
namespace {

std::size_t width_of(const std::string& text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}

}  // namespace

void text_table::print(std::ostream& out, std::size_t indent) const {
    const auto columns = rows_.front().size();
    std::vector<std::size_t> widths(columns);
    std::vector<bool> used(columns);
    for (std::size_t r = 0; r < rows_.size(); ++r)
        for (std::size_t c = 0; c < columns; ++c) {
            widths[c] = std::max(widths[c], width_of(rows_[r][c]));
            if (r > 0 && !rows_[r][c].empty()) used[c] = true;
        }
    for (const auto& row : rows_) {
        std::string line(indent, ' ');
        for (std::size_t c = 0; c < columns; ++c) {
            if (!used[c]) continue;
            line += row[c];
            line.append(widths[c] - width_of(row[c]) + 2, ' ');
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out << line << '\n';
    }
}

}  // namespace tic::tool
