// A schema text taken through all layers, for tests.
#include "tests/support/compiled.hpp"

namespace tic::test {

compiled::compiled(std::string text, std::string name) {
    const auto number = sources.add(std::move(name), std::move(text));
    const schema::loader nothing{[](const std::string&, std::string& why) -> std::optional<std::string> {
                                     why = "no imports in this test";
                                     return std::nullopt;
                                 },
                                 [](const std::string& path) { return path; }};
    checked = schema::check(sources, number, nothing, problems);
    if (checked) planned = plan::plan(*checked, sources, problems);
    if (planned) run.emplace(planned->view());
}

std::string compiled::told() const {
    std::string text;
    for (const auto& d : problems.all()) {
        const auto at = sources.at(d.where);
        text += std::to_string(at.line) + ":" + std::to_string(at.column) + " " + diag::code_of(d.code) + " " +
                d.message + "\n";
    }
    return text;
}

}  // namespace tic::test
