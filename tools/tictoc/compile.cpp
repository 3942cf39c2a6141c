// `tictoc compile`: from a schema to what others build on: C++ codecs and documentation.
#include <filesystem>
#include <ostream>
#include <vector>

#include "codegen/cpp/cpp.hpp"
#include "codegen/docs/docs.hpp"
#include "codegen/emit/sink.hpp"
#include "tools/tictoc/flags.hpp"
#include "tools/tictoc/open.hpp"

namespace tic::tool {
namespace {

struct made_file {
    std::string folder, name, text;
};

/// A path in a rule of make: blanks and signs that make reads are escaped.
std::string in_rule(const std::string& path) {
    std::string made;
    for (const char c : path) {
        if (c == ' ' || c == '#' || c == '\\') made += '\\';
        if (c == '$') made += '$';
        made += c;
    }
    return made;
}

/// All that was made depends on all that was read.
std::string depfile(const std::vector<made_file>& made, const source::files& sources) {
    std::string text;
    for (const auto& file : made) text += in_rule((std::filesystem::path(file.folder) / file.name).string()) + ' ';
    text += ':';
    for (std::uint32_t i = 0; i < sources.size(); ++i) text += " \\\n  " + in_rule(std::string(sources[i].name()));
    return text + '\n';
}

bool write(const std::string& folder, const std::string& name, const std::string& text, streams& io) {
    emit::disk_sink disk(folder);
    std::string reason;
    if (disk.write(name, text, reason)) return true;
    complain(io, wrong_usage, "cannot write " + reason);
    return false;
}

}  // namespace

int compile(arguments args, streams& io) {
    std::string path, cpp_folder, docs_folder, rule_file;
    bool testee = false;
    flags given("compile", "Make C++ codecs and documentation from a schema");
    given.operand("FILE", path, "The schema; - is standard input");
    given.option("--cpp", "DIR", cpp_folder, "Write DIR/PROTOCOL.hpp: types, encode and decode");
    given.flag("--testee", testee, "Beside it DIR/PROTOCOL_testee.cpp: a program that `tictoc conform run` can test");
    given.option("--docs", "DIR", docs_folder, "Write DIR/PROTOCOL.html: packets, tables, costs");
    given.option("--depfile", "FILE", rule_file, "Write a rule for make or ninja: what was made, from what");
    if (const auto done = given.parse(std::move(args), io)) return *done;
    if (cpp_folder.empty() && docs_folder.empty())
        return complain(io, wrong_usage, "nothing to make: give --cpp DIR or --docs DIR");
    if (testee && cpp_folder.empty()) return complain(io, wrong_usage, "--testee goes with --cpp DIR");
    int code = as_wanted;
    const auto file = open_schema(path, io, code);
    if (file == nullptr) return code;
    std::vector<made_file> made;
    const std::string shown = path == "-" ? "standard input" : std::filesystem::path(path).filename().string();
    if (!cpp_folder.empty())
        made.push_back({cpp_folder, cpp::header_name(file->plan()), cpp::print_header(file->plan(), shown)});
    if (testee) made.push_back({cpp_folder, cpp::testee_name(file->plan()), cpp::print_testee(file->plan(), shown)});
    if (!docs_folder.empty())
        made.push_back({docs_folder, docs::page_name(file->plan()), docs::print_page(file->plan())});
    for (const auto& one : made)
        if (!write(one.folder, one.name, one.text, io)) return wrong_usage;
    if (rule_file.empty()) return as_wanted;
    const std::filesystem::path rule(rule_file);
    const bool written = write(rule.parent_path().string().empty() ? "." : rule.parent_path().string(), rule.filename().string(),
                               depfile(made, file->sources), io);
    return written ? as_wanted : wrong_usage;
}

}  // namespace tic::tool
