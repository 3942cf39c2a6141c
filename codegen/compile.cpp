// The steps of the compiler in order, the loaders, and the backends by name.
#include "codegen/compile.hpp"

#include "codegen/adapter/adapter.hpp"
#include "codegen/cpp/cpp.hpp"
#include "codegen/docs/docs.hpp"
#include "codegen/mutants/mutants.hpp"
#include "codegen/server/server.hpp"
#include "grammar/ast/format.hpp"
#include "grammar/diag/render.hpp"
#include "grammar/parse/parse.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <istream>
#include <utility>

namespace tictoc {
namespace {

namespace fs = std::filesystem;

// A schema may have 8 MiB; with one byte more the parser can report that a file is larger.
constexpr std::size_t max_bytes = (std::size_t{8} << 20) + 1;

std::optional<std::string> read_file(const std::string& path, std::string& reason) {
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) {
        reason = "it is a folder";
        return std::nullopt;
    }
    errno = 0;
    if (std::ifstream file(path, std::ios::binary); file) {
        auto text = read_limited(file);
        if (!file.bad()) return text;
    }
    reason = errno == ENOENT ? "there is no such file" : errno != 0 ? std::strerror(errno) : "it cannot be read";
    return std::nullopt;
}

}  // namespace

std::string read_limited(std::istream& in) {
    // In pieces: a device may never end, and a pipe has no size.
    std::string text;
    char piece[65536];
    while (text.size() < max_bytes && in) {
        in.read(piece, static_cast<std::streamsize>(std::min(sizeof piece, max_bytes - text.size())));
        text.append(piece, static_cast<std::size_t>(in.gcount()));
    }
    return text;
}

loader disk_loader() {
    return {
        read_file,
        [](const std::string& path) {
            std::error_code failure;
            const auto whole = fs::weakly_canonical(path, failure);
            return failure ? path : whole.string();
        },
    };
}

loader memory_loader(std::map<std::string, std::string> texts) {
    return {
        [texts = std::move(texts)](const std::string& path, std::string& reason) -> std::optional<std::string> {
            if (const auto found = texts.find(path); found != texts.end()) return found->second;
            reason = "there is no such file";
            return std::nullopt;
        },
        {},
    };
}

loader no_imports() {
    return {
        [](const std::string&, std::string& reason) -> std::optional<std::string> {
            reason = "imports are not available";
            return std::nullopt;
        },
        {},
    };
}

std::optional<source_text> read_source(const std::string& path, std::string& reason) {
    auto text = read_file(path, reason);
    if (!text) return std::nullopt;
    return source_text{path, std::move(*text)};
}

std::string diagnostics::text(bool with_warnings, bool with_colour) const {
    const tic::diag::render_options options{with_colour};
    if (with_warnings || found_.errors() == found_.all().size()) return tic::diag::render(*sources_, found_, options);
    std::string text;
    for (const auto& each : found_.all())
        if (tic::diag::level_of(each.code) == tic::diag::level::error)
            text += tic::diag::render(*sources_, each, options);
    return text;
}

std::string diagnostics::json() const { return tic::diag::render_json(*sources_, found_); }

std::string protocol::schema_name() const {
    const auto& name = sources()[schema_->root].name();
    return fs::path(name).filename().string();
}

std::unique_ptr<const protocol> compile(source_text source, const loader& imports, diagnostics& found) {
    auto& sources = *found.sources_;
    const auto root = sources.add(std::move(source.name), std::move(source.text));
    std::unique_ptr<protocol> made(new protocol);
    made->sources_ = found.sources_;
    made->schema_ = tic::schema::check(sources, root, imports, found.found_);
    if (made->schema_) made->planned_ = tic::plan::plan(*made->schema_, sources, found.found_);
    found.found_.sort();
    if (found.has_errors() || !made->planned_) return nullptr;
    made->program_.emplace(made->planned_->view());
    return made;
}

std::optional<std::string> format(source_text source, diagnostics& found) {
    auto& sources = *found.sources_;
    const auto root = sources.add(std::move(source.name), std::move(source.text));
    const auto parsed = tic::parse::parse(sources, root, found.found_);
    found.found_.sort();
    if (!parsed || found.has_errors()) return std::nullopt;
    return tic::ast::format(sources[root]);
}

generated_file generate_cpp(const protocol& of) {
    return {tic::cpp::header_name(of.layout()), tic::cpp::print_header(of.layout(), of.schema_name())};
}

std::vector<generated_file> generate_mutants(const protocol& of) {
    auto made = tic::mutation::print_mutants(of.layout(), of.schema_name());
    return {{tic::cpp::header_name(of.layout()), std::move(made.header)},
            {tic::mutation::list_name(of.layout()), std::move(made.list)}};
}

generated_file generate_adapter(const protocol& of) {
    return {tic::cpp::adapter_name(of.layout()), tic::cpp::print_adapter(of.layout(), of.schema_name())};
}

generated_file generate_docs(const protocol& of) {
    return {tic::docs::page_name(of.layout()), tic::docs::print_page(of.layout())};
}

std::vector<generated_file> generate_server(const protocol& of) {
    std::vector<generated_file> made;
    for (auto& each : tic::server::print_project(of.layout(), of.schema_name()))
        made.push_back({std::move(each.name), std::move(each.text)});
    return made;
}

}  // namespace tictoc
