// Files around a run.
#include "tools/tictoc/conform_files.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <sstream>

namespace tic::tool {

std::optional<conformance::expectations> read_expected(const std::string& path, bool may_lack, streams& io) {
    std::string wrong;
    if (path.empty()) return conformance::expectations{};
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    if (file && file.peek() != std::ifstream::traits_type::eof()) text << file.rdbuf();
    const bool there = std::filesystem::exists(path);
    if ((!file.is_open() && (there || !may_lack)) || !text) {
        report_error(io, wrong_usage, "cannot read `" + path + "`" + (there ? "" : ": there is no such file"));
        return std::nullopt;
    }
    auto all = conformance::expectations::read(path, text.str(), wrong);
    if (!all) io.err << wrong << '\n';
    return all;
}

bool write_expected(const conformance::expectations& all, streams& io) {
    const auto part = all.file() + ".part";
    {
        std::ofstream file(part, std::ios::binary);
        file << all.fixed();
        if (!file.flush()) {
            report_error(io, wrong_usage, "cannot write `" + all.file() + "`");
            return false;
        }
    }
    std::error_code fault;
    std::filesystem::rename(part, all.file(), fault);
    if (fault) report_error(io, wrong_usage, "cannot write `" + all.file() + "`: " + fault.message());
    return !fault;
}

std::unique_ptr<conformance::all_reports> open_reports(const std::vector<std::string>& specs, streams& io) {
    auto all = std::make_unique<conformance::all_reports>();
    // What a program reads from standard output is not mixed with what people read.
    const bool taken = std::ranges::any_of(specs, [](const auto& spec) { return spec == "tap=-" || spec == "json=-"; });
    all->add(conformance::terminal_report(taken ? io.err : io.out, taken ? io.colour : io.out_terminal && io.colour));
    for (const auto& spec : specs) {
        std::string wrong;
        auto one = conformance::report_of(spec, io.out, wrong);
        if (one == nullptr) {
            report_error(io, wrong_usage, "conform run: " + wrong);
            return nullptr;
        }
        all->add(std::move(one));
    }
    return all;
}

void joined::begins(const conformance::run_start& all) {
    if (begun_) return;
    begun_ = true;
    auto whole = all;
    whole.selected = selected_;
    whole.all = all_;
    if (!name_.empty()) whole.protocol = name_;
    to_.begins(whole);
}

void joined::ends(const conformance::run_end& all) {
    const auto add = [](std::vector<std::string>& into, const std::vector<std::string>& more) {
        for (const auto& one : more)
            if (std::ranges::find(into, one) == into.end()) into.push_back(one);
    };
    for (std::size_t i = 0; i < all.count.size(); ++i) sum_.count[i] += all.count[i];
    sum_.unexpected += all.unexpected;
    add(sum_.unsupported, all.unsupported);
    add(sum_.complaints, all.complaints);
    if (sum_.abandoned.empty()) sum_.abandoned = all.abandoned;
    sum_.seconds += all.seconds;
}

void joined::finish() {
    if (!begun_) return;
    std::size_t told = 0;
    for (const auto count : sum_.count) told += count;
    // Schemas of which nothing was selected had no run.
    sum_.count[static_cast<std::size_t>(conformance::verdict::not_run)] += all_ - told;
    to_.ends(sum_);
}

std::string shell_words(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) {
        constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-/=:,+@%";
        text += text.empty() ? "" : " ";
        if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) {
            text += word;
            continue;
        }
        text += '\'';
        for (const char c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
        text += '\'';
    }
    return text;
}

}  // namespace tic::tool
