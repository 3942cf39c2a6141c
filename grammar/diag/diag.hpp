// Diagnostics: what is wrong in a schema, where, and what to do about it. The code that finds an error words the
// message; codes.def has ids, levels and titles; render.hpp prints.
#pragma once

#include "grammar/source/source.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tic::diag {

enum class level : std::uint8_t { error, warning };

/// One enumerator for each line of codes.def, named as there: `id::unknown_name`.
enum class id : std::uint16_t {
#define TIC_DIAGNOSTIC(number, level_, name, title) name = number,
#include "grammar/diag/codes.def"
#undef TIC_DIAGNOSTIC
};

[[nodiscard]] level level_of(id code);
/// What this id is about, in a few words; the same for all its messages.
[[nodiscard]] std::string_view title_of(id code);
/// "T0123".
[[nodiscard]] std::string code_of(id code);

struct note {
    std::optional<source::span> where;
    std::string message;
};

/// Replace the bytes of `where` by `text`; an empty span inserts.
struct edit {
    source::span where;
    std::string text;
};

struct diagnostic {
    id code;
    source::span where;
    std::string message;  // one sentence, lower case, no full stop; names in `backquotes`
    std::vector<note> notes;
    std::string help;         // what to do, or empty
    std::optional<edit> fix;  // a suggested edit, shown with the help
};

/// Collects diagnostics; after `limit` errors the rest is counted only.
class sink {
public:
    explicit sink(std::size_t limit = 100) : limit_(limit) {}

    /// The reference is good until the next `report`: add notes, help or a fix to it.
    diagnostic& report(id code, source::span where, std::string message);

    [[nodiscard]] bool has_errors() const { return errors_ != 0; }
    [[nodiscard]] std::size_t errors() const { return errors_; }
    [[nodiscard]] const std::vector<diagnostic>& all() const { return all_; }
    /// By file, place, then id; equal ones once.
    void sort();

private:
    std::size_t limit_;
    std::size_t errors_ = 0;
    std::vector<diagnostic> all_;
    std::optional<diagnostic> overflow_;
};

/// The candidate nearest to `written`, at an edit distance of at most a third of its length, or empty.
[[nodiscard]] std::string_view nearest(std::string_view written, const std::vector<std::string_view>& candidates);

}  // namespace tic::diag
