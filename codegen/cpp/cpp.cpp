// The header as a whole: types, packets and memory, codecs, entry points, text.
#include "codegen/cpp/cpp.hpp"

#include "codegen/cpp/parts.hpp"
#include "codegen/cpp/program.hpp"
#include "codegen/emit/template.hpp"

#include <fmt/format.h>

namespace tic::cpp {

std::string header_name(const layout& plan) { return std::string(plan.protocol) + ".hpp"; }

std::string print_header(const layout& plan, std::string_view schema_file) {
    const model m(plan);
    return print_program(m, build_program(m), schema_file);
}

std::string print_program(const model& m, const program& from, std::string_view schema_file) {
    const layout& plan = m.plan;
    std::string contents;
    for (const index t : m.order())
        if (plan.types[t].kind != type_kind::enumeration)
            contents +=
                fmt::format("template <>\nstruct tic::content_codec<::{0}::{1}> : ::{0}::wire::{1}_content {{}};\n",
                            model::name(plan.protocol), m.type_name(t));
    std::string entries = print_entries(m, from);
    if (!entries.empty()) entries = "\nnamespace wire {\n" + entries + "\n}  // namespace wire\n";
    emit::printer out;
    out.print({{"file", schema_file},
               {"includes", from.includes},
               {"session", plan.has_session ? "#include <tic/opening.hpp>\n#include <tic/session.hpp>" : ""},
               {"doc", print_doc(plan.doc)},
               {"protocol", model::name(plan.protocol)},
               {"version", std::to_string(plan.version)},
               {"oldest", std::to_string(plan.oldest)}},
              R"(
        // Made by tictoc from $file$; edit the schema, not this file.
        #pragma once

        #include <compare>
        #include <concepts>
        #include <cstddef>
        #include <cstdint>
        #include <optional>
        #include <span>
        #include <string_view>

        #include <tic/codec.hpp>
        $includes$
        #include <tic/sealed.hpp>
        $session$

        $doc$
        namespace $protocol$ {

        inline constexpr std::uint8_t version = $version$;
        inline constexpr std::uint8_t oldest = $oldest$;
    )");
    out.raw(print_types(m)).raw(entries).raw(print_packets(m, from));
    out.raw("\n// How each type becomes bits. `at` numbers the paths of a packet, for refusals.\nnamespace wire {\n")
        .raw(print_codecs(m, from) + print_contents(m, from) + print_sides(m, from))
        .raw("\n}  // namespace wire\n")
        .raw(print_entry_points(m) + "\n" + print_names(m) + "\n" + print_describers(m))
        .raw(print_assemblers(m) + print_paths(m))
        .raw(print_session(m, from));
    out.raw(fmt::format("\n}}  // namespace {}\n\n", model::name(plan.protocol))).raw(contents);
    out.raw(from.behind);
    return emit::wrap(out.text(), 120);
}

}  // namespace tic::cpp
