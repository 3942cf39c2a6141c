// Opens the reports that `--report` names; the headline.
#include "conformance/report/reports.hpp"
#include "conformance/report/whole_file.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <stdexcept>

namespace tic::conformance {
namespace {

/// A report and the file that it is written to as the run goes.
class to_file final : public listener {
public:
    to_file(const std::string& path, std::unique_ptr<listener> (*make)(std::ostream&))
        : path_(path), file_(path, std::ios::binary) {
        if (file_) inner_ = make(file_);
    }
    [[nodiscard]] bool open() const { return inner_ != nullptr; }

    void begins(const run_start& all) override { inner_->begins(all); }
    void settled(const outcome& one) override { inner_->settled(one); }
    void ends(const run_end& all) override {
        inner_->ends(all);
        if (!file_.flush()) throw std::runtime_error("cannot write `" + path_ + "`");
    }

private:
    std::string path_;
    std::ofstream file_;
    std::unique_ptr<listener> inner_{};
};

}  // namespace

std::unique_ptr<listener> report_of(std::string_view spec, std::ostream& out, std::string& wrong) {
    const auto equals = spec.find('=');
    const auto kind = spec.substr(0, equals);
    const std::string path(equals == std::string_view::npos ? "" : spec.substr(equals + 1));
    if (kind == "github" && equals == std::string_view::npos) return github_report(out);
    if (path.empty() || (kind != "junit" && kind != "html" && kind != "tap" && kind != "json")) {
        wrong = "`" + std::string(spec) + "` is no report; junit=FILE, html=FILE, tap=FILE, json=FILE and github are";
        return nullptr;
    }
    if (kind == "junit" || kind == "html") {
        // Tried now, not when the run is over.
        if (!std::ofstream(path + ".part")) {
            wrong = "cannot write `" + path + "`: " + std::strerror(errno);
            return nullptr;
        }
        remove_old(path + ".part");
        return kind == "junit" ? junit_report(path) : html_report(path);
    }
    auto* make = kind == "tap" ? tap_report : json_report;
    if (path == "-") return make(out);
    auto report = std::make_unique<to_file>(path, make);
    if (report->open()) return report;
    wrong = "cannot write `" + path + "`: " + std::strerror(errno);
    return nullptr;
}

void all_reports::begins(const run_start& all) {
    for (auto& one : all_) one->begins(all);
}

void all_reports::settled(const outcome& one) {
    for (auto& each : all_) each->settled(one);
}

void all_reports::ends(const run_end& all) {
    for (auto& one : all_) one->ends(all);
}

std::string headline(const run_end& all) {
    std::string text;
    const auto add = [&](verdict v, bool always) {
        if (!always && all.of(v) == 0) return;
        text += (text.empty() ? "" : ", ") + std::to_string(all.of(v)) + ' ' + std::string(name_of(v));
    };
    add(verdict::pass, true);
    add(verdict::lenient, false);
    add(verdict::xfail, true);
    add(verdict::fail, true);
    for (const auto v : {verdict::crash, verdict::timeout, verdict::flaky, verdict::xpass}) add(v, false);
    add(verdict::unsupported, true);
    if (!all.unsupported.empty()) {
        constexpr std::size_t most = 4;
        text += " (";
        for (std::size_t i = 0; i < all.unsupported.size() && i < most; ++i)
            text += (i == 0 ? "" : ", ") + all.unsupported[i];
        text += all.unsupported.size() > most ? ", ...)" : ")";
    }
    add(verdict::not_run, true);
    return text;
}

}  // namespace tic::conformance
