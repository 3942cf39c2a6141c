// The source of an adapter for a schema: its types by name, and a main.
#include "codegen/adapter/adapter.hpp"

#include "codegen/cpp/cpp.hpp"
#include "codegen/cpp/parts.hpp"
#include "codegen/emit/template.hpp"

#include <fmt/format.h>

namespace tic::cpp {
namespace {

/// An enum alone is coded here: headers have no use for it.
std::string print_enum_codec(const model& m, index t) {
    std::string checks, writes, reads;
    std::uint64_t most = 1;
    for (const auto& alike : m.variants(t)) {
        std::string cases;
        for (const unsigned v : alike.versions) cases += fmt::format("case {}: ", v);
        const auto& layout = m.plan.at(alike.version, t);
        most = std::max(most, (layout.max_bits + 7) / 8);
        if (layout.codes.count == 0) continue;
        const std::string tables =
            fmt::format("{}::wire::{}", model::name(m.plan.protocol), m.variant_name(t, alike.version));
        checks += fmt::format("{}return tic::lives({}_out, tic::pattern(v)) || f.in(0);\n", cases, tables);
        writes += fmt::format("{}return tic::put_prefix(out, {}_out, tic::pattern(v));\n", cases, tables);
        reads += fmt::format(
            "{}\n    if (!in.prefix(x, {}_in, 0)) return false;\n    tic::assign(v, x);\n    return true;\n", cases,
            tables);
    }
    return emit::fill({{"type", model::name(m.plan.protocol) + "::" + m.type_name(t)},
                       {"most", std::to_string(most)},
                       {"checks", checks},
                       {"writes", writes},
                       {"reads", reads}},
                      R"(
        template <>
        struct tic::content_codec<$type$> {
            using memory = tic::nothing;
            static constexpr std::size_t max_bytes = $most$;
            template <class Failure>
            static constexpr bool check(const $type$& v, unsigned spoken, Failure& f) {
                switch (spoken) {
                    $checks$
                    default: return f.in(0);
                }
            }
            template <class Out>
            static constexpr void write(Out& out, const $type$& v, unsigned spoken, memory&) {
                switch (spoken) {
                    $writes$
                    default: return;
                }
            }
            template <class In>
            static constexpr bool read(In& in, $type$& v, unsigned spoken, memory&, std::uint32_t&) {
                std::uint64_t x = 0;
                switch (spoken) {
                    $reads$
                    default: return in.refuse(tic::reason::range, 0, 0);
                }
            }
        };
    )");
}

}  // namespace

std::string adapter_name(const layout& plan) { return std::string(plan.protocol) + "_adapter.cpp"; }

std::string print_adapter_table(const layout& plan) {
    const model m(plan);
    const std::string protocol = model::name(plan.protocol);
    std::string codecs, rows;
    for (index t = 0; t < plan.types.size(); ++t) {
        if (plan.types[t].kind == type_kind::enumeration) codecs += print_enum_codec(m, t);
        rows += fmt::format("tic::adapter_type_of<{0}_adapter, {0}::{1}>({2}),\n", protocol, m.type_name(t),
                            quoted(plan.types[t].name));
    }
    return emit::fill(
        {{"header", header_name(plan)},
         {"adapter", "#include <conformance/adapter/adapter.hpp>"},
         {"codecs", codecs},
         {"protocol", protocol},
         {"name", quoted(plan.protocol)},
         {"has_session", plan.has_session ? "true" : "false"},
         {"session", plan.has_session
                         ? fmt::format("template <tic::side Side>\nusing session = {0}::session<Side>;\nstatic "
                                       "constexpr auto& fingerprints = {0}::wire::protocol::fingerprints;\n",
                                       protocol)
                         : ""},
         {"count", std::to_string(plan.types.size())},
         {"rows", rows}},
        R"(
        #include "$header$"

        $adapter$

        $codecs$

        /// What the adapter knows of the schema.
        struct $protocol$_adapter {
            static constexpr std::string_view name = $name$;
            static constexpr unsigned version = $protocol$::version, oldest = $protocol$::oldest;
            static constexpr bool has_session = $has_session$;
            $session$
            template <class T>
            static tic::path_text path_of(const tic::error& e) {
                return $protocol$::path_of<T>(e);
            }
            static const tic::adapter_type types[$count$];
        };
        constexpr tic::adapter_type $protocol$_adapter::types[] = {
            $rows$
        };
    )");
}

std::string print_adapter(const layout& plan, std::string_view schema_file) {
    return emit::fill({{"file", schema_file}},
                      "// Made by tictoc from $file$: its codecs as an adapter, for `tictoc conform run`.\n") +
           print_adapter_table(plan) +
           emit::fill({{"protocol", model::name(plan.protocol)}, {"loop", "#include <conformance/adapter/loop.hpp>"}},
                      R"(

        $loop$

        int main() { return tic::run_adapter<$protocol$_adapter>(); }
    )");
}

}  // namespace tic::cpp
