// `tictoc conform coverage`: how much of all that a schema has some tapes reach, and what they do not.
#include <array>
#include <map>
#include <ostream>

#include "conformance/classes/played.hpp"
#include "conformance/derive/check.hpp"
#include "tools/tictoc/conform.hpp"
#include "tools/tictoc/options.hpp"
#include "tools/tictoc/tapes.hpp"

namespace tic::tool {
namespace {

constexpr std::array kinds{"fields", "hints", "versions", "transitions", "refusals"};

struct tally {
    std::size_t all = 0;
    std::size_t reached = 0;
};

struct report {
    std::array<tally, kinds.size()> by_kind{};
    tally sum{};
    std::vector<std::string> missing{};
};

report count(const interpreter::program& run, const std::set<std::string>& reached) {
    const conformance::path_table paths(run);
    const conformance::goal_list goals(run, paths);
    report made;
    for (const conformance::item& each : conformance::all_classes(run, paths, goals)) {
        tally& of = made.by_kind[static_cast<std::size_t>(each.is)];
        ++of.all, ++made.sum.all;
        if (reached.contains(each.name))
            ++of.reached, ++made.sum.reached;
        else
            made.missing.push_back(each.name);
    }
    return made;
}

/// Tenths of a percent, rounded down: 100.0 only where nothing is missing.
std::string percent(const tally& t) {
    const std::size_t tenths = t.all == 0 ? 1000 : t.reached * 1000 / t.all;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

void print_text(const report& made, bool missing, streams& io) {
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        const tally& t = made.by_kind[i];
        if (t.all != 0) io.out << kinds[i] << ' ' << t.reached << '/' << t.all << ' ' << percent(t) << " %\n";
    }
    io.out << "all " << made.sum.reached << '/' << made.sum.all << ' ' << percent(made.sum) << " %\n";
    if (missing)
        for (const std::string& name : made.missing) io.out << "missing " << name << '\n';
}

void print_json(const report& made, bool missing, streams& io) {
    io.out << '{';
    for (std::size_t i = 0; i < kinds.size(); ++i)
        io.out << '"' << kinds[i] << "\":{\"reached\":" << made.by_kind[i].reached << ",\"all\":" << made.by_kind[i].all
               << "},";
    io.out << "\"all\":{\"reached\":" << made.sum.reached << ",\"all\":" << made.sum.all << '}';
    if (missing) {
        io.out << ",\"missing\":[";
        // Names of items hold no sign that JSON escapes.
        for (std::size_t i = 0; i < made.missing.size(); ++i)
            io.out << (i == 0 ? "\"" : ",\"") << made.missing[i] << '"';
        io.out << ']';
    }
    io.out << "}\n";
}

}  // namespace

int conform_coverage(arguments args, streams& io) {
    std::string schema;
    std::vector<std::string> paths;
    bool missing = false;
    bool json = false;
    std::optional<unsigned> at_least;
    option_set given("conform coverage", "Tell how much of all that a schema has some tapes reach");
    given.operand("SCHEMA", schema, "The schema");
    given.operands("TAPES", paths, "Tapes of that schema, or folders of them");
    given.flag("--missing", missing, "List what no tape reaches");
    given.flag("--json", json, "One JSON object");
    given.number("--at-least", "PERCENT", at_least, "Exit code 4 if less is reached");
    if (const auto done = given.parse(std::move(args), io)) return *done;
    int code = as_wanted;
    const auto file = open_schema(schema, io, code);
    if (file == nullptr) return code;
    std::vector<conformance::problem> problems;
    std::vector<conformance::tape_file> files;
    // All tapes are about the one schema, whatever file they name.
    const conformance::schema_finder find = [&](const std::string&, const std::string&, std::string&) {
        return &file->program();
    };
    const auto listed = list_tapes(paths, io);
    if (!listed) return wrong_usage;
    for (const std::string& path : *listed) {
        const auto text = read_tape_text(path, io);
        if (!text) return wrong_usage;
        files.push_back(conformance::parse_tapes(path == "-" ? "<stdin>" : path, *text, find, problems));
    }
    if (problems.empty()) conformance::check_tapes(files, problems);
    print_problems(problems, io);
    if (!problems.empty()) return wrong_usage;
    const report made = count(file->program(), conformance::reached_by(file->program(), files));
    if (json)
        print_json(made, missing, io);
    else
        print_text(made, missing, io);
    if (!at_least || made.sum.reached * 100 >= made.sum.all * *at_least) return as_wanted;
    io.err << "tictoc: " << percent(made.sum) << " % are reached, " << *at_least << " % are wanted\n";
    return missed;
}

}  // namespace tic::tool
