// `tictoc vectors`: a conformance suite from any schema, as tapes.
#include "conformance/vectors/vectors.hpp"

#include <filesystem>
#include <ostream>

#include "codegen/emit/sink.hpp"
#include "conformance/tape/format.hpp"
#include "tools/tictoc/open.hpp"
#include "tools/tictoc/options.hpp"

namespace tic::tool {

int vectors(arguments args, streams& io) {
    std::string path, folder;
    option_set given("vectors",
                     "Generate a conformance suite for a schema: short tapes that together cover every class");
    given.operand("FILE", path, "The schema; - is standard input");
    given.option("-o,--output", "DIR", folder, "Write the tapes there, one file for each packet and type");
    given.footer("The same schema gives the same files. `tictoc conform coverage` shows what they cover.");
    if (const auto done = given.parse(std::move(args), io)) return *done;
    if (folder.empty()) return report_error(io, wrong_usage, "missing output folder: -o DIR");
    int code = as_wanted;
    const auto file = open_schema(path, io, code);
    if (file == nullptr) return code;
    const std::string name =
        path == "-" ? std::string(file->plan().protocol) + ".tic" : std::filesystem::path(path).filename().string();
    emit::disk_sink disk(folder);
    std::size_t tapes = 0, bads = 0;
    for (const conformance::tape_file& made : conformance::make_vectors(file->program(), name)) {
        std::string reason;
        if (!disk.write(made.path, conformance::format_tapes(made), reason))
            return report_error(io, wrong_usage, "cannot write " + reason);
        for (const conformance::tape& t : made.tapes) ++tapes, bads += t.bads.size();
    }
    io.err << tapes << " tapes, " << bads << " packets wrong on purpose, in " << folder << '\n';
    return as_wanted;
}

}  // namespace tic::tool
