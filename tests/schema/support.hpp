// A schema checked from a text or from the corpus, with what was said of it.
#pragma once

#include "grammar/diag/render.hpp"
#include "grammar/schema/check.hpp"
#include "grammar/schema/domain.hpp"

#include <map>
#include <memory>
#include <string>

namespace tic::tests {

struct checked {
    source::files sources;
    diag::sink said;
    std::unique_ptr<const schema::schema> made;

    [[nodiscard]] std::string rendered() const { return diag::render(sources, said); }
    /// "T0201 3:8", one a line: what and where, not how it is worded.
    [[nodiscard]] std::string codes() const;
};

/// `text` behind the header `protocol test; edition 1;`, which stands on line 1.
[[nodiscard]] std::unique_ptr<checked> check_text(const std::string& text, const std::string& more_header = "");
/// Whole files by name; "root.tic" is checked.
[[nodiscard]] std::unique_ptr<checked> check_files(const std::map<std::string, std::string>& files);
/// A file of tests/corpus, by its path in there, with imports from disk.
[[nodiscard]] std::unique_ptr<checked> check_corpus(const std::string& path);
[[nodiscard]] std::string read_corpus(const std::string& path);

}  // namespace tic::tests
