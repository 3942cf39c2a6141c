// The table of diagnostics, the sink that collects them, and the search for the nearest name.
#include "grammar/diag/diag.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>
#include <utility>

namespace tic::diag {
namespace {

struct entry {
    id code;
    level severity;
    std::string_view title;
};

constexpr std::array table{
#define TIC_DIAGNOSTIC(number, level_, name, title) entry{id::name, level::level_, title},
#include "grammar/diag/codes.def"
#undef TIC_DIAGNOSTIC
};

const entry* find(id code) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const entry& e) { return e.code == code; });
    return found == table.end() ? nullptr : &*found;
}

std::size_t edit_distance(std::string_view left, std::string_view right) {
    std::vector<std::size_t> row(right.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < left.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < right.size(); ++j) {
            const std::size_t substituted = diagonal + (left[i] == right[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, substituted});
        }
    }
    return row.back();
}

bool before(const diagnostic& a, const diagnostic& b) {
    return std::tie(a.where.file, a.where.begin, a.code, a.where.end, a.message) <
           std::tie(b.where.file, b.where.begin, b.code, b.where.end, b.message);
}

bool same(const diagnostic& a, const diagnostic& b) {
    return a.where == b.where && a.code == b.code && a.message == b.message;
}

}  // namespace

level level_of(id code) {
    const entry* found = find(code);
    return found == nullptr ? level::error : found->severity;
}

std::string_view title_of(id code) {
    const entry* found = find(code);
    return found == nullptr ? std::string_view{} : found->title;
}

std::string code_of(id code) {
    std::string digits = std::to_string(static_cast<unsigned>(code));
    if (digits.size() < 4) digits.insert(0, 4 - digits.size(), '0');
    return "T" + digits;
}

diagnostic& sink::report(id code, source::span where, std::string message) {
    diagnostic made{code, where, std::move(message), {}, {}, {}};
    const bool is_error = level_of(code) == level::error;
    if (is_error) ++errors_;
    if (is_error ? errors_ > limit_ : all_.size() >= 2 * limit_) return overflow_.emplace(std::move(made));
    return all_.emplace_back(std::move(made));
}

void sink::sort() {
    std::stable_sort(all_.begin(), all_.end(), before);
    all_.erase(std::unique(all_.begin(), all_.end(), same), all_.end());
}

std::string_view nearest(std::string_view written, const std::vector<std::string_view>& candidates) {
    std::string_view best;

    std::size_t allowed = written.size() / 3;
    if (allowed == 0 || written.size() > 200) return best;
    ++allowed;
    for (const std::string_view candidate : candidates) {
        if (candidate.empty() || candidate == written || candidate.size() > 200) continue;
        const std::size_t distance = edit_distance(written, candidate);
        if (distance < allowed) {
            allowed = distance;
            best = candidate;
        }
    }
    return best;
}

}  // namespace tic::diag
