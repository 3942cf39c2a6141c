// Opens the schema that a command was given: reads, compiles, and turns errors into messages and exit codes.
#include "tools/tictoc/open.hpp"

#include <istream>
#include <ostream>

namespace tic::tool {

std::optional<tictoc::source_text> read_schema(const std::string& path, streams& io) {
    if (path == "-") return tictoc::source_text{"<stdin>", tictoc::read_limited(io.in)};
    std::string reason;
    auto text = tictoc::read_source(path, reason);
    if (!text) report_error(io, wrong_usage, "cannot read `" + path + "`: " + reason);
    return text;
}

std::unique_ptr<schema_file> open_schema(const std::string& path, streams& io, int& code) {
    auto source = read_schema(path, io);
    if (!source) {
        code = wrong_usage;
        return nullptr;
    }
    tictoc::diagnostics found;
    auto compiled = tictoc::compile(std::move(*source), tictoc::disk_loader(), found);
    if (compiled) return std::make_unique<schema_file>(schema_file{path, std::move(compiled)});
    io.err << found.text(false, io.colour);
    code = wrong_content;
    return nullptr;
}

bool accept_version(const schema_file& file, unsigned version, bool is_spoken, streams& io) {
    const auto& plan = file.plan();
    const unsigned first = is_spoken ? plan.oldest : 1;
    if (first <= version && version <= plan.version) return true;
    report_error(io, wrong_usage,
                 "version " + std::to_string(version) + " is not one of `" + file.path + "`: it has " +
                     std::to_string(first) + ".." + std::to_string(plan.version));
    return false;
}

std::string no_such_type(const schema_file& file, const std::string& name) {
    std::vector<std::string_view> names;
    for (const auto& t : file.plan().types) names.push_back(t.name);
    return "`" + file.path + "` has no enum, union or struct `" + name + "`" + suggestion(name, names);
}

}  // namespace tic::tool
