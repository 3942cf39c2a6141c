// Opening and conversation of one input.
#include "tests/fuzz/session_once.hpp"

#include "tests/fuzz/opening_once.hpp"
#include "tests/support/compiled.hpp"

#include <fstream>
#include <iterator>
#include <map>

namespace tic::test {
namespace {

struct known_session {
    const fuzzed_session* generated;
    compiled schema;
};

std::string text_of(const std::string& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

const known_session& session_of(std::size_t place) {
    static std::map<std::size_t, std::unique_ptr<known_session>> known;
    auto& one = known[place];
    if (one == nullptr) {
        const char* const files[] = {TICTOC_SESSION_SCHEMAS};
        one.reset(new known_session{find_session(session_protocols[place]), compiled(text_of(files[place]))});
    }
    return *one;
}

}  // namespace

std::string session_once(std::span<const std::uint8_t> bytes, bool thorough) {
    steering input(bytes);
    const known_session& one = session_of(input.byte() % std::size(session_protocols));
    if (one.generated == nullptr || !one.schema.run) return "a schema is missing";
    verdict_text found;
    const unsigned version = open_once(input, *one.generated->versions, found);
    if (found.found()) return "opening: " + found.text;
    return version == 0 ? std::string() : one.generated->talk(input, *one.schema.run, version, thorough);
}

}  // namespace tic::test
