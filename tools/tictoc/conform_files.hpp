// What `conform run` reads and writes beside tapes: expected.txt, reports, and the command that repeats a case.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "conformance/report/reports.hpp"
#include "conformance/run/expected.hpp"
#include "tools/tictoc/cli.hpp"

namespace tic::tool {

/// The known failures; empty ones if there is no path. Nothing, all being said, if the file is broken.
[[nodiscard]] std::optional<conformance::expectations> read_expected(const std::string& path, bool may_lack,
                                                                     streams& io);
/// Writes it anew; false, all being said, if that fails.
bool write_expected(const conformance::expectations& all, streams& io);

/// The terminal's report and those asked for. Null, all being said, if one cannot be.
[[nodiscard]] std::unique_ptr<conformance::all_reports> open_reports(const std::vector<std::string>& specs,
                                                                     streams& io);

/// Several runs, one for each schema, told as one.
class joined final : public conformance::listener {
public:
    /// How many cases the runs have together; their name, if the protocol's would not do.
    joined(conformance::listener& to, std::size_t selected, std::size_t all, std::string name)
        : to_(to), selected_(selected), all_(all), name_(std::move(name)) {}

    void begins(const conformance::run_start& all) override;
    void settled(const conformance::outcome& one) override { to_.settled(one); }
    void ends(const conformance::run_end& all) override;
    /// Tells the end if there was a beginning.
    void finish();

private:
    conformance::listener& to_;
    std::size_t selected_;
    std::size_t all_;
    std::string name_;
    bool begun_ = false;
    conformance::run_end sum_{};
};

/// Words as a shell reads them.
[[nodiscard]] std::string shell_words(const std::vector<std::string>& words);

}  // namespace tic::tool
