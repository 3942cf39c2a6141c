// Reads the root file and everything it imports, each file once.
#include "grammar/parse/parse.hpp"
#include "grammar/schema/checker.hpp"

#include <filesystem>

namespace tic::schema {
namespace {

/// Where `written` points to from the file `importer`; purely by spelling.
std::string beside(const std::string& importer, const std::string& written) {
    const std::filesystem::path path = std::filesystem::path(importer).parent_path() / written;
    return path.lexically_normal().generic_string();
}

std::string identity_of(const checker& c, const std::string& path) {
    return c.load.identity ? c.load.identity(path) : std::filesystem::path(path).lexically_normal().generic_string();
}

struct reader {
    checker& c;
    std::unordered_set<std::string> seen;

    bool add(std::uint32_t number) {
        std::optional<ast::file> parsed = parse::parse(c.sources, number, c.out);
        if (!parsed) {
            c.incomplete = true;
            return false;
        }
        parsed->number = number;
        c.files.push_back(std::move(*parsed));
        c.made.files.push_back(number);
        return true;
    }

    void import(std::uint32_t importer, const ast::import& wanted) {
        if (wanted.path.value.empty()) {
            c.incomplete = true;
            c.report(diag::id::import_failed, wanted.path.where, "the import has an empty file name");
            return;
        }
        const std::string path = beside(c.sources[importer].name(), wanted.path.value);
        if (!seen.insert(identity_of(c, path)).second) return;
        std::string reason = "there is no such file";
        std::optional<std::string> text;
        if (c.load.read) text = c.load.read(path, reason);
        if (!text) {
            c.incomplete = true;
            auto& made =
                c.report(diag::id::import_failed, wanted.path.where, "cannot read the import `{}`: {}", path, reason);
            made.help = "the path is relative to the folder of the importing file";
            return;
        }
        add(c.sources.add(path, std::move(*text)));
    }
};

}  // namespace

bool load_files(checker& c) {
    reader r{c, {}};
    r.seen.insert(identity_of(c, c.sources[c.made.root].name()));
    if (!r.add(c.made.root)) return false;
    for (std::size_t i = 0; i < c.files.size(); ++i)  // grows while it runs
        for (const ast::item& item : c.files[i].items)
            if (const auto* wanted = std::get_if<ast::import>(&item)) r.import(c.files[i].number, *wanted);
    return true;
}

}  // namespace tic::schema
