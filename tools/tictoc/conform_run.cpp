// `tictoc conform run`: tapes, an implementation, verdicts.
#include <signal.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <ostream>

#include "codegen/plan/plan.hpp"
#include "conformance/cases/cases.hpp"
#include "conformance/derive/check.hpp"
#include "conformance/implementation/child.hpp"
#include "conformance/implementation/interpreter.hpp"
#include "conformance/run/describe.hpp"
#include "conformance/run/run.hpp"
#include "conformance/run/shrink.hpp"
#include "conformance/tape/format.hpp"
#include "tools/tictoc/conform.hpp"
#include "tools/tictoc/conform_files.hpp"
#include "tools/tictoc/options.hpp"
#include "tools/tictoc/tapes.hpp"

namespace tic::tool {
namespace {

using namespace conformance;

// Shrinking plays a conversation hundreds of times.
constexpr std::size_t most_shrunk = 3;

/// The options of the command line.
struct run_command {
    std::vector<std::string> paths, ids, patterns, reports, command;
    std::string schema, builtin, expected, level_name = "must", shard, timeout, ceiling;
    std::optional<unsigned> jobs, seed, breakdowns, window;
    bool fix = false;
    bool shrunk = false;

    unsigned part = 1, parts = 1;
    run_options options{};

    void add_options(option_set& to);
    /// Checks and converts the options; reports what is wrong and answers false.
    bool validate(streams& io);
    [[nodiscard]] bool filtered() const { return !ids.empty() || !patterns.empty() || parts > 1; }
    [[nodiscard]] std::string repeat(const std::string& id) const;
};

void run_command::add_options(option_set& to) {
    to.operands("TAPES", paths, "Tapes, or folders of them");
    to.option("--schema", "FILE", schema, "The schema, if the one that a tape names is not beside it");
    to.option("--builtin", "NAME", builtin, "Test tictoc's own `interpreter` instead of a command");
    to.options("--case", "ID", ids, "Run only this case; repeatable");
    to.options("--match", "PATTERN", patterns, "Run only cases that match; `*` is any text without `/`, `**` any text");
    to.option("--level", "LEVEL", level_name, "must, should or may: weaker cases cannot fail the run");
    to.number("--jobs", "N", jobs, "Run N implementations in parallel");
    to.option("--shard", "I/N", shard, "Run part I of N, divided by a hash of the id");
    to.number("--seed", "N", seed, "Shuffle the cases");
    to.option("--timeout", "SECONDS", timeout, "Longest time without an answer (default 10)");
    to.option("--ceiling", "SECONDS", ceiling, "Longest time for the whole run");
    to.number("--breakdowns", "N", breakdowns, "Abort after N breakdowns; a hang counts as 5 (default 100)");
    to.number("--window", "N", window, "Requests in flight at once (default 256)");
    to.option("--expected", "FILE", expected, "Known failures: lines `PATTERN VERDICT # REASON`");
    to.flag("--fix", fix, "Rewrite the --expected file to match this run");
    to.flag("--shrink", shrunk, "Reduce tapes that fail and print the results");
    to.options("--report", "KIND=FILE", reports, "junit, html, tap or json, or `github`; repeatable");
    to.footer(
        "The command after `--` is an adapter, started without a shell; docs/porting.md describes its protocol.\n"
        "Exit codes: 0 as expected, 1 not as expected, 2 wrong usage or a broken tape, 3 the implementation cannot be\n"
        "judged.");
}

bool read_seconds(const std::string& text, std::chrono::milliseconds& into) {
    double seconds = 0;
    const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (wrong != std::errc() || end != text.data() + text.size() || !(seconds > 0) || seconds > 1e6) return false;
    into = std::max(std::chrono::milliseconds(1), std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000)));
    return true;
}

bool read_shard(const std::string& text, unsigned& part, unsigned& parts) {
    const auto* last = text.data() + text.size();
    const auto [slash, wrong] = std::from_chars(text.data(), last, part);
    if (wrong != std::errc() || slash == last || *slash != '/') return false;
    const auto [end, also] = std::from_chars(slash + 1, last, parts);
    return also == std::errc() && end == last && part >= 1 && part <= parts;
}

bool run_command::validate(streams& io) {
    const auto wrong = [&](const std::string& text) {
        report_error(io, wrong_usage, "conform run: " + text);
        return false;
    };
    constexpr std::array<std::string_view, 3> levels{"must", "should", "may"};
    const auto* found = std::ranges::find(levels, std::string_view(level_name));
    if (found == levels.end()) return wrong("--level is must, should or may, not `" + level_name + "`");
    options.weight = static_cast<level>(found - levels.begin());
    if (!builtin.empty() && builtin != "interpreter")
        return wrong("there is no built-in implementation `" + builtin + "`; give a command after `--`");
    if (builtin.empty() == command.empty())
        return wrong("give one implementation: `--builtin interpreter`, or a command after `--`");
    if (!timeout.empty() && !read_seconds(timeout, options.limits.timeout))
        return wrong("--timeout is a number of seconds, not `" + timeout + "`");
    if (!ceiling.empty() && !read_seconds(ceiling, options.limits.whole))
        return wrong("--ceiling is a number of seconds, not `" + ceiling + "`");
    if (!shard.empty() && !read_shard(shard, part, parts))
        return wrong("--shard is I/N with I in 1..N, not `" + shard + "`");
    if (jobs == 0U || jobs > 64U) return wrong("--jobs is in 1..64");
    if (window == 0U || window > 65536U) return wrong("--window is in 1..65536");
    if (fix && expected.empty()) return wrong("--fix needs --expected FILE");
    if (fix && filtered()) return wrong("--fix needs all cases; remove --case, --match and --shard");
    options.jobs = jobs.value_or(1);
    options.seed = seed.value_or(0);
    options.limits.window = window.value_or(256);
    options.limits.breakdowns = static_cast<int>(std::min(breakdowns.value_or(100), 1'000'000U));
    return true;
}

std::string run_command::repeat(const std::string& id) const {
    std::vector<std::string> words{"tictoc", "conform", "run"};
    words.insert(words.end(), paths.begin(), paths.end());
    if (!schema.empty()) words.insert(words.end(), {"--schema", schema});
    words.insert(words.end(), {"--case", id});
    if (!builtin.empty()) words.insert(words.end(), {"--builtin", builtin});
    if (!command.empty()) words.emplace_back("--");
    words.insert(words.end(), command.begin(), command.end());
    return shell_words(words);
}

/// One run over all tapes; an adapter implements one protocol, so its tapes share one schema.
class one_run {
public:
    one_run(const run_command& wanted, streams& io) : wanted_(wanted), shelf_(wanted.schema, io), io_(io) {}

    int operator()();

private:
    bool read();
    bool gather();
    bool select();
    int judge(const schema_file& about, std::vector<const test_case*> all, std::vector<const test_case*> selected,
              listener& to);
    void shrink_failures(const std::vector<outcome>& failed, const start_implementation& start);
    [[nodiscard]] std::vector<const schema_file*> schemas() const;

    const run_command& wanted_;
    schema_shelf shelf_;
    streams& io_;
    std::vector<tape_file> files_{};
    std::vector<test_case> cases_{};
    std::vector<const test_case*> all_{}, selected_{};
    expectations known_{};
};

std::vector<const schema_file*> one_run::schemas() const {
    std::vector<const schema_file*> found;
    for (const auto& file : files_)
        for (const auto& one : file.tapes)
            if (const auto* schema = &shelf_.file_of(*one.run); std::ranges::find(found, schema) == found.end())
                found.push_back(schema);
    return found;
}

/// Reads and proves all tapes. Syntax errors are reported alone: what follows from them would be too.
bool one_run::read() {
    const auto paths = list_tapes(wanted_.paths, io_);
    if (!paths) return false;
    std::vector<problem> problems;
    for (const auto& path : *paths) {
        const auto text = read_tape_text(path, io_);
        if (!text) return false;
        files_.push_back(parse_tapes(path == "-" ? "<stdin>" : path, *text, shelf_.finder(), problems));
    }
    if (problems.empty()) check_tapes(files_, problems);
    print_problems(problems, io_);
    return problems.empty();
}

bool one_run::gather() {
    for (const auto& file : files_)
        for (const auto& one : file.tapes)
            for (auto& made : cases_of(*one.run, one)) cases_.push_back(std::move(made));
    for (const auto& one : cases_) all_.push_back(&one);
    if (all_.empty()) report_error(io_, wrong_usage, "conform run: these tapes hold no cases");
    return !all_.empty();
}

bool one_run::select() {
    std::vector<std::string_view> names;
    for (const auto* one : all_) names.emplace_back(one->id);
    for (const auto& id : wanted_.ids)
        if (std::ranges::find(names, id) == names.end()) {
            report_error(io_, wrong_usage, "conform run: there is no case `" + id + "`" + suggestion(id, names));
            return false;
        }
    for (const auto* one : all_) {
        const bool named =
            std::ranges::find(wanted_.ids, one->id) != wanted_.ids.end() ||
            std::ranges::any_of(wanted_.patterns, [&](const auto& each) { return matches(each, one->id); });
        const bool all = wanted_.ids.empty() && wanted_.patterns.empty();
        if ((named || all) && in_shard(one->id, wanted_.part, wanted_.parts)) selected_.push_back(one);
    }
    if (selected_.empty()) report_error(io_, wrong_usage, "conform run: no case is selected");
    return !selected_.empty();
}

int one_run::judge(const schema_file& about, std::vector<const test_case*> all, std::vector<const test_case*> selected,
                   listener& to) {
    run_input input;
    input.plan = &about.plan();
    input.all = all;
    input.selected = std::move(selected);
    input.expected = &known_;
    std::vector<outcome> failed;
    input.describe = [&](outcome& one) {
        describe(one, about.program(), plan::describe_code);
        one.repeat = wanted_.repeat(one.about->id);
        if (failed.size() < most_shrunk) failed.push_back(one);
    };
    const start_implementation start = wanted_.builtin.empty()
                                           ? [this](std::string& why) { return start_child(wanted_.command, why); }
                                           : interpreter_implementation(about.program());
    const auto result = run(std::move(input), start, wanted_.options, to);
    if (!result.broken.empty()) report_error(io_, breakdown, "conform run: " + result.broken);
    if (wanted_.shrunk) shrink_failures(failed, greeted(about.plan(), start, wanted_.options.limits.timeout));
    return exit_code_of(result);
}

/// A conversation may fail in both roles: each is reduced and printed.
void one_run::shrink_failures(const std::vector<outcome>& failed, const start_implementation& start) {
    for (const auto& one : failed) {
        auto smaller = shrink(one, start, wanted_.options.limits.timeout);
        if (!smaller) continue;
        io_.out << "\n# " << one.about->id << ", reduced to the smallest tape that still fails\n";
        tape_file file;
        file.tapes.push_back(std::move(*smaller));
        io_.out << format_tapes(file);
    }
}

int one_run::operator()() {
    auto known = read_expected(wanted_.expected, wanted_.fix, io_);
    if (!known || !read() || !gather() || !select()) return wrong_usage;
    known_ = std::move(*known);
    if (const auto wrong = known_.bind(all_); !wrong.empty()) {
        io_.err << wrong << '\n';
        return wrong_usage;
    }
    const auto found = schemas();
    if (found.size() > 1 && wanted_.builtin.empty())
        return report_error(io_, wrong_usage,
                            "conform run: an adapter implements one schema, but these tapes use `" + found[0]->path +
                                "` and `" + found[1]->path + "`");
    const auto reports = open_reports(wanted_.reports, io_);
    if (reports == nullptr) return wrong_usage;
    joined whole(*reports, selected_.size(), all_.size(),
                 found.size() > 1 ? std::to_string(found.size()) + " schemas" : "");
    int code = as_wanted;
    for (const auto* schema : found) {
        const auto is_of = [&](const test_case* one) { return &shelf_.file_of(*one->from->run) == schema; };
        std::vector<const test_case*> all, selected;
        std::ranges::copy_if(all_, std::back_inserter(all), is_of);
        std::ranges::copy_if(selected_, std::back_inserter(selected), is_of);
        if (!selected.empty()) code = std::max(code, judge(*schema, std::move(all), std::move(selected), whole));
    }
    whole.finish();
    if (!wanted_.fix || code == breakdown) return code;
    return write_expected(known_, io_) ? as_wanted : wrong_usage;
}

/// Implementations have process groups of their own, which a terminal's Ctrl-C does not reach.
void on_signal(int number) {
    kill_children();
    ::signal(number, SIG_DFL);
    ::raise(number);
}

}  // namespace

int conform_run(arguments args, streams& io) {
    run_command wanted;
    const auto dashes = std::ranges::find(args, "--");
    if (dashes != args.end()) {
        wanted.command.assign(dashes + 1, args.end());
        args.erase(dashes, args.end());
    }
    option_set usage("conform run", "Play tapes to a codec and judge its answers.");
    wanted.add_options(usage);
    if (const auto code = usage.parse(std::move(args), io)) return *code;
    if (!wanted.validate(io)) return wrong_usage;
    if (!wanted.command.empty())
        for (const int number : {SIGINT, SIGTERM, SIGHUP}) ::signal(number, on_signal);
    return one_run(wanted, io)();
}

}  // namespace tic::tool
