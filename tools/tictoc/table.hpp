// Rows of text with aligned columns.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace tic::tool {

class text_table {
public:
    explicit text_table(std::vector<std::string> heads) : rows_{std::move(heads)} {}
    void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
    /// Columns that are empty in every row are left out.
    void print(std::ostream& out, std::size_t indent) const;

private:
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace tic::tool
