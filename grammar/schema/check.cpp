// The checker's order of work: each step relies on the ones before it.
#include "grammar/schema/checker.hpp"

namespace tic::schema {

std::unique_ptr<const schema> check(source::files& sources, std::uint32_t root, const loader& load, diag::sink& out) {
    const std::size_t errors_before = out.errors();
    auto made = std::make_unique<schema>();
    made->root = root;
    checker c{sources, load, out, *made};
    if (!load_files(c)) {
        out.sort();
        return nullptr;
    }
    declare_names(c);
    resolve_constants(c);
    check_headers(c);
    resolve_aliases(c);
    build_types(c);
    check_recursion(c);
    build_memory(c);
    build_hints(c);
    check_living_constants(c);
    check_selection(c);
    build_session(c);
    check_datagram(c);
    check_echoes(c);
    const bool sound = out.errors() == errors_before;
    if (sound) lint(c);  // beside errors a lint is only noise
    out.sort();
    if (!sound) return nullptr;
    return made;
}

}  // namespace tic::schema
