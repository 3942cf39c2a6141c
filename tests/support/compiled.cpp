// A schema text compiled without imports, for tests.
#include "tests/support/compiled.hpp"

namespace tic::test {

compiled::compiled(std::string text, std::string name)
    : protocol(tictoc::compile({std::move(name), std::move(text)}, tictoc::no_imports(), found)) {
    if (protocol) run.emplace(protocol->layout());
}

std::string compiled::told() const {
    std::string text;
    for (const auto& d : found.found().all()) {
        const auto at = found.sources().at(d.where);
        text += std::to_string(at.line) + ":" + std::to_string(at.column) + " " + diag::code_of(d.code) + " " +
                d.message + "\n";
    }
    return text;
}

}  // namespace tic::test
