// Reads, checks and plans a schema, and says what is wrong with it.
#include "tools/tictoc/open.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <istream>
#include <ostream>

#include "grammar/diag/render.hpp"

namespace tic::tool {
namespace {

// A schema may have 8 MiB; one byte more is enough for the parser to say so.
constexpr std::size_t most_bytes = (std::size_t{8} << 20) + 1;

std::string read_some(std::istream& in) {
    std::string text;
    char piece[65536];
    while (text.size() < most_bytes && in) {
        in.read(piece, static_cast<std::streamsize>(std::min(sizeof piece, most_bytes - text.size())));
        text.append(piece, static_cast<std::size_t>(in.gcount()));
    }
    return text;
}

std::optional<std::string> read_file(const std::string& path, std::string& reason) {
    std::error_code fault;
    if (std::filesystem::is_directory(path, fault)) {
        reason = "it is a folder";
        return std::nullopt;
    }
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    if (file) {
        auto text = read_some(file);
        if (!file.bad()) return text;
    }
    reason = errno == ENOENT ? "there is no such file" : errno != 0 ? std::strerror(errno) : "it cannot be read";
    return std::nullopt;
}

// Imports come from the disk only: a file named `-` is a file there.
schema::loader disk() {
    return {
        [](const std::string& path, std::string& reason) { return read_file(path, reason); },
        [](const std::string& path) {
            std::error_code ignored;
            const auto whole = std::filesystem::weakly_canonical(path, ignored);
            return ignored ? path : whole.string();
        },
    };
}

}  // namespace

std::optional<std::string> read_text(const std::string& path, std::istream& in, std::string& reason) {
    return path == "-" ? read_some(in) : read_file(path, reason);
}

std::optional<std::uint32_t> add_file(const std::string& path, source::files& sources, streams& io) {
    std::string reason;
    auto text = read_text(path, io.in, reason);
    if (!text) {
        complain(io, wrong_usage, "cannot read `" + path + "`: " + reason);
        return std::nullopt;
    }
    return sources.add(path == "-" ? "<stdin>" : path, std::move(*text));
}

bool build(schema_file& into, std::uint32_t root, diag::sink& found) {
    into.checked = schema::check(into.sources, root, disk(), found);
    if (!into.checked) return false;
    into.planned = plan::plan(*into.checked, into.sources, found);
    if (!into.planned || found.has_errors()) return false;
    into.program = std::make_unique<const interpreter::program>(into.planned->view());
    return true;
}

std::unique_ptr<schema_file> open_schema(const std::string& path, streams& io, int& code) {
    auto result = std::make_unique<schema_file>();
    result->path = path;
    const auto root = add_file(path, result->sources, io);
    if (!root) {
        code = wrong_usage;
        return nullptr;
    }
    diag::sink found;
    if (build(*result, *root, found)) return result;
    print_diagnostics(found, result->sources, false, io);
    code = wrong_content;
    return nullptr;
}

void print_diagnostics(diag::sink& found, const source::files& sources, bool lints, streams& io) {
    found.sort();
    const diag::render_options options{io.colour};
    if (lints || found.errors() == found.all().size()) {
        io.err << diag::render(sources, found, options);
        return;
    }
    for (const auto& each : found.all())
        if (diag::level_of(each.code) == diag::level::error) io.err << diag::render(sources, each, options);
}

bool accept_version(const schema_file& file, unsigned version, bool spoken, streams& io) {
    const auto& plan = file.plan();
    const unsigned first = spoken ? plan.oldest : 1;
    if (first <= version && version <= plan.version) return true;
    complain(io, wrong_usage,
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
