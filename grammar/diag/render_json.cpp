// Renders diagnostics as JSON.
#include "grammar/diag/render.hpp"

#include <nlohmann/json.hpp>

namespace tic::diag {
namespace {

using json = nlohmann::ordered_json;

json place(const source::files& sources, source::span where) {
    const source::file& file = sources[where.file];
    const auto begin = file.at(where.begin);
    const auto end = file.at(where.end);
    return {{"file", file.name()},      {"line", begin.line},   {"column", begin.column}, {"end_line", end.line},
            {"end_column", end.column}, {"begin", where.begin}, {"end", where.end}};
}

json object(const source::files& sources, const diagnostic& what) {
    json made = place(sources, what.where);
    made["level"] = level_of(what.code) == level::error ? "error" : "warning";
    made["code"] = code_of(what.code);
    made["title"] = title_of(what.code);
    made["message"] = what.message;
    if (!what.help.empty()) made["help"] = what.help;
    if (!what.notes.empty()) made["notes"] = json::array();
    for (const note& one : what.notes) {
        json shown = one.where ? place(sources, *one.where) : json::object();
        shown["message"] = one.message;
        made["notes"].push_back(std::move(shown));
    }
    if (what.fix) {
        made["fix"] = place(sources, what.fix->where);
        made["fix"]["text"] = what.fix->text;
    }
    return made;
}

}  // namespace

std::string render_json(const source::files& sources, const sink& all) {
    json made = json::array();
    for (const diagnostic& one : all.all()) made.push_back(object(sources, one));
    // A file that is not UTF-8 may be quoted in a message; it must not stop the report.
    return made.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace tic::diag
