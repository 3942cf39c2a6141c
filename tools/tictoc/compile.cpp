// `tictoc compile`: generates C++ codecs, servers and documentation from a schema.
#include <filesystem>
#include <optional>
#include <ostream>
#include <vector>

#include "codegen/compile.hpp"
#include "codegen/emit/sink.hpp"
#include "tools/tictoc/open.hpp"
#include "tools/tictoc/options.hpp"

namespace tic::tool {
namespace {

/// A generated file and the folder that the user gave for it.
struct output {
    std::string folder;
    tictoc::generated_file file;

    [[nodiscard]] std::filesystem::path path() const { return std::filesystem::path(folder) / file.name; }
};

void add(std::vector<output>& outputs, const std::string& folder, std::vector<tictoc::generated_file> files) {
    for (auto& each : files) outputs.push_back({folder, std::move(each)});
}

/// A path in a rule of make, with the characters escaped that make would interpret.
std::string escape_path(const std::string& path) {
    std::string escaped;
    for (const char c : path) {
        if (c == ' ' || c == '#' || c == '\\') escaped += '\\';
        if (c == '$') escaped += '$';
        escaped += c;
    }
    return escaped;
}

/// Every generated file depends on every file that was read.
std::string print_rule(const std::vector<output>& outputs, const source::files& sources) {
    std::string text;
    for (const auto& each : outputs) text += escape_path(each.path().string()) + ' ';
    text += ':';
    for (std::uint32_t i = 0; i < sources.size(); ++i) text += " \\\n  " + escape_path(sources[i].name());
    return text + '\n';
}

bool write(const std::string& folder, const tictoc::generated_file& file, streams& io) {
    emit::disk_sink disk(folder);
    std::string reason;
    if (disk.write(file.name, file.text, reason)) return true;
    report_error(io, wrong_usage, "cannot write " + reason);
    return false;
}

/// Copies of the schema and its imports, which a generated project holds with the same paths relative to each other.
std::optional<std::vector<tictoc::generated_file>> schema_copies(const source::files& sources, streams& io) {
    const std::filesystem::path root(sources[0].name());
    const auto root_folder = root.parent_path().empty() ? "." : root.parent_path();
    std::vector<tictoc::generated_file> copies;
    for (std::uint32_t i = 0; i < sources.size(); ++i) {
        const auto name = std::filesystem::path(sources[i].name()).lexically_relative(root_folder);
        if (name.empty() || *name.begin() == "..") {
            report_error(io, wrong_usage,
                         "the project gets a copy of the schema and its imports, but " + sources[i].name() +
                             " is not in the schema's folder or below it");
            return std::nullopt;
        }
        copies.push_back({name.string(), sources[i].text()});
    }
    return copies;
}

bool add_server(std::vector<output>& outputs, const std::string& folder, const schema_file& schema, streams& io) {
    const auto refuse = [&io](const std::string& why) {
        report_error(io, wrong_usage, why);
        return false;
    };
    if (schema.path == "-") return refuse("--server copies the schema: give it as a file");
    if (!schema.plan().has_session) return refuse(schema.path + ": a server needs a `session` in the schema");
    auto copies = schema_copies(schema.compiled->sources(), io);
    if (!copies) return false;
    std::vector<output> project;
    add(project, folder, tictoc::generate_server(*schema.compiled));
    add(project, folder, std::move(*copies));
    for (auto& each : project) {
        // The user may have edited what an earlier run wrote.
        if (std::filesystem::exists(each.path()))
            io.err << "kept " << each.path().string() << '\n';
        else
            outputs.push_back(std::move(each));
    }
    return true;
}

}  // namespace

int compile(arguments args, streams& io) {
    std::string path, cpp_folder, docs_folder, server_folder, rule_file;
    bool adapter = false, with_mutants = false;
    option_set given("compile", "Generate C++ codecs, a server or documentation from a schema");
    given.operand("FILE", path, "The schema; - is standard input");
    given.option("--cpp", "DIR", cpp_folder, "Write DIR/PROTOCOL.hpp: types, encode and decode");
    given.flag("--adapter", adapter,
               "With --cpp: DIR/PROTOCOL_adapter.cpp, a program that `tictoc conform run` can test");
    given.option("--server", "DIR", server_folder,
                 "Write a server project to DIR: CMake, handlers to be filled in, main, configuration, test. Existing "
                 "files are kept");
    given.flag("--mutants", with_mutants,
               "With --cpp: mutants that a switch selects by number, and their list DIR/PROTOCOL.mutants");
    given.option("--docs", "DIR", docs_folder, "Write DIR/PROTOCOL.html: packets, tables, costs");
    given.option("--depfile", "FILE", rule_file, "Write a dependency file for make or ninja");
    if (const auto done = given.parse(std::move(args), io)) return *done;
    if (cpp_folder.empty() && docs_folder.empty() && server_folder.empty())
        return report_error(io, wrong_usage, "nothing to generate: give --cpp DIR, --server DIR or --docs DIR");
    if (adapter && cpp_folder.empty()) return report_error(io, wrong_usage, "--adapter needs --cpp DIR");
    if (with_mutants && cpp_folder.empty()) return report_error(io, wrong_usage, "--mutants needs --cpp DIR");
    int code = as_wanted;
    const auto schema = open_schema(path, io, code);
    if (schema == nullptr) return code;
    std::vector<output> outputs;
    if (!cpp_folder.empty()) {
        if (with_mutants)
            add(outputs, cpp_folder, tictoc::generate_mutants(*schema->compiled));
        else
            outputs.push_back({cpp_folder, tictoc::generate_cpp(*schema->compiled)});
    }
    if (adapter) outputs.push_back({cpp_folder, tictoc::generate_adapter(*schema->compiled)});
    if (!docs_folder.empty()) outputs.push_back({docs_folder, tictoc::generate_docs(*schema->compiled)});
    if (!server_folder.empty() && !add_server(outputs, server_folder, *schema, io)) return wrong_usage;
    for (const auto& each : outputs)
        if (!write(each.folder, each.file, io)) return wrong_usage;
    if (rule_file.empty()) return as_wanted;
    const std::filesystem::path rule(rule_file);
    const auto rule_folder = rule.parent_path().empty() ? "." : rule.parent_path().string();
    const bool is_written =
        write(rule_folder, {rule.filename().string(), print_rule(outputs, schema->compiled->sources())}, io);
    return is_written ? as_wanted : wrong_usage;
}

}  // namespace tic::tool
