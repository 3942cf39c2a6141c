// `tictoc conform mutants`: how many faults on purpose a suite notices.
#include <algorithm>
#include <charconv>
#include <chrono>
#include <filesystem>
#include <ostream>
#include <thread>

#include "codegen/mutants/mutants.hpp"
#include "conformance/derive/check.hpp"
#include "conformance/implementation/child.hpp"
#include "conformance/mutants/report.hpp"
#include "conformance/run/run.hpp"
#include "tools/tictoc/conform.hpp"
#include "tools/tictoc/mutant_adapter.hpp"
#include "tools/tictoc/options.hpp"
#include "tools/tictoc/tapes.hpp"

namespace tic::tool {
namespace {

using namespace conformance;

struct wanted {
    std::string schema, include, at_least;
    std::vector<std::string> tapes, command;
    std::optional<unsigned> jobs;
    bool json = false, survivors = false;
};

/// Hears a run for its first failure.
class first_failure final : public listener {
public:
    void begins(const run_start&) override {}
    void settled(const outcome& one) override {
        if (text.empty() && one.unexpected) text = one.about->id + ": " + one.why;
    }
    void ends(const run_end&) override {}
    std::string text{};
};

/// Reads and checks the tapes; those of other schemas are left out. False, all being said, if one is broken.
bool read_tapes(const schema_file& file, const wanted& what, std::vector<tape_file>& into, streams& io) {
    schema_shelf shelf(what.schema, io);
    const auto elsewhere = shelf.finder();
    const auto name = std::filesystem::path(what.schema).filename();
    const schema_finder find = [&](const std::string& schema, const std::string& tape_path, std::string& wrong) {
        if (std::filesystem::path(schema).filename() == name) return &file.program();
        return elsewhere(schema, tape_path, wrong);
    };
    std::vector<problem> problems;
    const auto paths = list_tapes(what.tapes, io);
    if (!paths) return false;
    for (const auto& path : *paths) {
        const auto text = read_tape_text(path, io);
        if (!text) return false;
        into.push_back(parse_tapes(path, *text, find, problems));
        std::erase_if(into.back().tapes, [&](const tape& one) { return one.run != &file.program(); });
    }
    if (problems.empty()) check_tapes(into, problems);
    print_problems(problems, io);
    return problems.empty();
}

/// Empty, or why the suite cannot be measured: it does not pass without a fault.
std::string check_without_fault(const layout& plan, const std::vector<test_case>& cases,
                                const start_implementation& start, unsigned jobs) {
    run_input input;
    std::vector<const test_case*> all;
    for (const auto& one : cases) all.push_back(&one);
    input.plan = &plan;
    input.all = all;
    input.selected = all;
    run_options options;
    options.jobs = jobs;
    first_failure failure;
    const auto result = conformance::run(std::move(input), start, options, failure);
    if (!result.broken.empty()) return result.broken;
    if (!failure.text.empty()) return failure.text;
    return exit_code_of(result) == 0 ? "" : "the run without a fault did not end well";
}

/// Measures and prints.
int measure(const schema_file& file, const std::vector<test_case>& cases, const std::vector<std::string>& command,
            const wanted& what, double least, streams& io) {
    const start_implementation start = [&](std::string& why) { return start_child(command, why); };
    const unsigned jobs = what.jobs.value_or(std::max(1U, std::thread::hardware_concurrency()));
    if (const auto wrong = check_without_fault(file.plan(), cases, start, jobs); !wrong.empty())
        return report_error(io, breakdown, "the suite does not pass without a fault: " + wrong);
    std::vector<mutant> all;
    std::string broken;
    if (!read_mutants(mutation::print_mutants(file.plan(), what.schema).list, all, broken))
        return report_error(io, breakdown, broken);
    mutant_options options;
    options.jobs = jobs;
    const auto begin = std::chrono::steady_clock::now();
    const auto results = try_mutants(file.program(), all, cases, start, options, broken);
    if (!broken.empty()) return report_error(io, breakdown, broken);
    const std::chrono::duration<double> time = std::chrono::steady_clock::now() - begin;
    const score_report report{std::filesystem::path(what.schema).filename().string(), cases.size(), time.count(),
                              results};
    if (what.json)
        print_score_json(io.out, report);
    else
        print_score(io.out, report, what.survivors);
    return score_by_group(results)[""].percent() < least ? missed : as_wanted;
}

}  // namespace

int conform_mutants(arguments args, streams& io) {
    wanted what;
    if (const auto dashes = std::ranges::find(args, "--"); dashes != args.end()) {
        what.command.assign(dashes + 1, args.end());
        args.erase(dashes, args.end());
    }
    option_set given("conform mutants", "Count the faults on purpose that a suite notices");
    given.operand("FILE", what.schema, "The schema");
    given.operands("TAPES", what.tapes, "Tapes of that schema, or folders of them");
    given.number("--jobs", "N", what.jobs, "Implementations at once (as many as there are processors)");
    given.option("--at-least", "PERCENT", what.at_least, "Exit with 4 if fewer of those that can be noticed are");
    given.flag("--survivors", what.survivors, "List what nobody noticed");
    given.flag("--json", what.json, "Print all of it as JSON");
    given.option("--include", "DIR", what.include, "Where tic/codec.hpp stands, if not beside this program");
    given.footer(
        "Without -- COMMAND the codec is made and compiled with $CXX, or c++; COMMAND is an adapter made with "
        "--mutants.");
    if (const auto done = given.parse(std::move(args), io)) return *done;
    double least = 0;
    const auto [end, wrong_number] =
        std::from_chars(what.at_least.data(), what.at_least.data() + what.at_least.size(), least);
    if (!what.at_least.empty() && (wrong_number != std::errc() || end != what.at_least.data() + what.at_least.size()))
        return report_error(io, wrong_usage, "--at-least takes a number of percent, not `" + what.at_least + "`");
    int code = as_wanted;
    const auto file = open_schema(what.schema, io, code);
    if (file == nullptr) return code;
    std::vector<tape_file> tapes;
    if (!read_tapes(*file, what, tapes, io)) return wrong_usage;
    std::vector<test_case> cases;
    for (const auto& each : tapes)
        for (const auto& one : each.tapes)
            for (auto& made : cases_of(file->program(), one)) cases.push_back(std::move(made));
    if (cases.empty()) return report_error(io, wrong_usage, "none of the tapes is about `" + what.schema + "`");
    const temporary_folder folder;
    if (what.command.empty()) {
        const auto runtime = find_runtime(what.include);
        if (runtime.empty()) return report_error(io, wrong_usage, "tic/codec.hpp is not found: say --include DIR");
        std::string wrong;
        what.command = {build_mutant_adapter(*file, folder.path(), runtime, wrong)};
        if (what.command.front().empty()) return report_error(io, breakdown, wrong);
    }
    return measure(*file, cases, what.command, what, least, io);
}

}  // namespace tic::tool
