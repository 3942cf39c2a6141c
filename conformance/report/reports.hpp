// Reports of a run, each a listener of its events.
#pragma once

#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/run/verdict.hpp"

namespace tic::conformance {

/// For people: failures and the headline. Only the first `most` failures are shown in full.
[[nodiscard]] std::unique_ptr<listener> terminal_report(std::ostream& out, bool colour, std::size_t most = 20);
/// One line an event, flushed, so that a run that is killed leaves what it knew.
[[nodiscard]] std::unique_ptr<listener> json_report(std::ostream& out);
/// TAP 14.
[[nodiscard]] std::unique_ptr<listener> tap_report(std::ostream& out);
/// Annotations of GitHub's workflows.
[[nodiscard]] std::unique_ptr<listener> github_report(std::ostream& out);
/// Files that are written when the run has ended, and do not exist before.
[[nodiscard]] std::unique_ptr<listener> junit_report(std::string path);
[[nodiscard]] std::unique_ptr<listener> html_report(std::string path);

/// What `--report` names: `junit=FILE`, `html=FILE`, `tap=FILE`, `json=FILE`, `github`; `-` is `out`. Nothing, and
/// `wrong`, if it cannot be.
[[nodiscard]] std::unique_ptr<listener> report_of(std::string_view spec, std::ostream& out, std::string& wrong);

/// Tells several reports the same.
class all_reports final : public listener {
public:
    void add(std::unique_ptr<listener> one) { all_.push_back(std::move(one)); }
    void begins(const run_start& all) override;
    void settled(const outcome& one) override;
    void ends(const run_end& all) override;

private:
    std::vector<std::unique_ptr<listener>> all_{};
};

/// `842 pass, 3 xfail, 0 fail, 41 unsupported (versions 2), 12 not run`: with what was not tested.
[[nodiscard]] std::string headline(const run_end& all);

}  // namespace tic::conformance
