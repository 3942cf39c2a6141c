// Any bytes: the parser answers, its diagnostics can be shown, and formatting keeps the syntax and is done after once.
#include "grammar/ast/dump.hpp"
#include "grammar/ast/format.hpp"
#include "grammar/diag/render.hpp"
#include "grammar/parse/parse.hpp"

#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

void require(bool holds, const char* what, const std::string& first, const std::string& second) {
    if (holds) return;
    std::fprintf(stderr, "%s\n--- first\n%s\n--- second\n%s\n", what, first.c_str(), second.c_str());
    std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tic;
    source::files sources;
    diag::sink out;
    const std::uint32_t given = sources.add("given.tic", std::string(reinterpret_cast<const char*>(data), size));
    const auto parsed = parse::parse(sources, given, out);
    out.sort();
    (void)diag::render(sources, out, {true});
    (void)diag::render_json(sources, out);
    require(parsed.has_value() != out.has_errors(), "errors without a reason", sources[given].text(), "");
    if (!parsed) return 0;
    const std::uint32_t once = sources.add("once.tic", ast::format(sources[given]));
    const auto again = parse::parse(sources, once, out);
    require(again.has_value(), "the canonical form does not parse", sources[given].text(), sources[once].text());
    const std::string before = ast::dump(*parsed);
    const std::string after = ast::dump(*again);
    require(before == after, "the canonical form says something else", before, after);
    const std::string twice = ast::format(sources[once]);
    require(twice == sources[once].text(), "formatting is not idempotent", sources[once].text(), twice);
    return 0;
}
