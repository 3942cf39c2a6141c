// `tictoc compile`: from a schema to what others build on: C++ codecs, a server, and documentation.
#include <filesystem>
#include <optional>
#include <ostream>
#include <vector>

#include "codegen/cpp/cpp.hpp"
#include "codegen/docs/docs.hpp"
#include "codegen/emit/sink.hpp"
#include "codegen/server/server.hpp"
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

/// The project's files, and copies of the schema and what it imports, where they stand beside each other.
std::optional<std::vector<made_file>> server_files(const std::string& folder, const layout& plan,
                                                   const source::files& sources, streams& io) {
    const std::filesystem::path root(sources[0].name());
    std::vector<made_file> made;
    for (auto& one : server::print_project(plan, root.filename().string()))
        made.push_back({folder, one.name, std::move(one.text)});
    for (std::uint32_t i = 0; i < sources.size(); ++i) {
        const std::filesystem::path name =
            std::filesystem::path(sources[i].name())
                .lexically_relative(root.parent_path().empty() ? "." : root.parent_path());
        if (name.empty() || *name.begin() == "..") {
            complain(io, wrong_usage,
                     "the project holds a copy of the schema, and " + sources[i].name() +
                         " does not stand beside it or below");
            return std::nullopt;
        }
        made.push_back({folder, name.string(), sources[i].text()});
    }
    return made;
}

/// What is there already is somebody's work.
void leave_out_existing(std::vector<made_file>& files, streams& io) {
    std::erase_if(files, [&](const made_file& one) {
        const auto path = std::filesystem::path(one.folder) / one.name;
        const bool is_there = std::filesystem::exists(path);
        if (is_there) io.err << "kept " << path.string() << '\n';
        return is_there;
    });
}

bool add_server(std::vector<made_file>& made, const std::string& folder, const schema_file& file, streams& io) {
    const auto refuse = [&io](const std::string& why) {
        complain(io, wrong_usage, why);
        return false;
    };
    if (file.path == "-") return refuse("--server copies the schema: give it as a file");
    if (!file.plan().has_session) return refuse(file.path + ": a server needs a `session` in the schema");
    auto project = server_files(folder, file.plan(), file.sources, io);
    if (!project) return false;
    leave_out_existing(*project, io);
    made.insert(made.end(), project->begin(), project->end());
    return true;
}

}  // namespace

int compile(arguments args, streams& io) {
    std::string path, cpp_folder, docs_folder, server_folder, rule_file;
    bool adapter = false, with_faults = false;
    flags given("compile", "Make C++ codecs and documentation from a schema");
    given.operand("FILE", path, "The schema; - is standard input");
    given.option("--cpp", "DIR", cpp_folder, "Write DIR/PROTOCOL.hpp: types, encode and decode");
    given.flag("--adapter", adapter,
               "Beside it DIR/PROTOCOL_adapter.cpp: a program that `tictoc conform run` can test");
    given.option("--server", "DIR", server_folder,
                 "Write a server into DIR: CMake, handlers to be filled in, main, configuration, test. Files that are "
                 "there are kept");
    given.flag("--mutants", with_faults,
               "With --cpp: numbered faults behind a switch, and their list DIR/PROTOCOL.mutants");
    given.option("--docs", "DIR", docs_folder, "Write DIR/PROTOCOL.html: packets, tables, costs");
    given.option("--depfile", "FILE", rule_file, "Write a rule for make or ninja: what was made, from what");
    if (const auto done = given.parse(std::move(args), io)) return *done;
    if (cpp_folder.empty() && docs_folder.empty() && server_folder.empty())
        return complain(io, wrong_usage, "nothing to make: give --cpp DIR, --server DIR or --docs DIR");
    if (adapter && cpp_folder.empty()) return complain(io, wrong_usage, "--adapter goes with --cpp DIR");
    if (with_faults && cpp_folder.empty()) return complain(io, wrong_usage, "--mutants goes with --cpp DIR");
    int code = as_wanted;
    const auto file = open_schema(path, io, code);
    if (file == nullptr) return code;
    std::vector<made_file> made;
    const std::string shown = path == "-" ? "standard input" : std::filesystem::path(path).filename().string();
    if (!cpp_folder.empty() && with_faults) {
        auto mutants = cpp::print_mutants(file->plan(), shown);
        made.push_back({cpp_folder, cpp::header_name(file->plan()), std::move(mutants.header)});
        made.push_back({cpp_folder, cpp::list_name(file->plan()), std::move(mutants.list)});
    } else if (!cpp_folder.empty()) {
        made.push_back({cpp_folder, cpp::header_name(file->plan()), cpp::print_header(file->plan(), shown)});
    }
    if (adapter) made.push_back({cpp_folder, cpp::adapter_name(file->plan()), cpp::print_adapter(file->plan(), shown)});
    if (!docs_folder.empty())
        made.push_back({docs_folder, docs::page_name(file->plan()), docs::print_page(file->plan())});
    if (!server_folder.empty() && !add_server(made, server_folder, *file, io)) return wrong_usage;
    for (const auto& one : made)
        if (!write(one.folder, one.name, one.text, io)) return wrong_usage;
    if (rule_file.empty()) return as_wanted;
    const std::filesystem::path rule(rule_file);
    const bool written = write(rule.parent_path().string().empty() ? "." : rule.parent_path().string(),
                               rule.filename().string(), depfile(made, file->sources), io);
    return written ? as_wanted : wrong_usage;
}

}  // namespace tic::tool
