// What the fuzzer begins with, as decode_once reads it: the corpus that is kept, and good conversations in each schema.
// write_seeds DIR CORPUS.hex SCHEMA…
#include "codegen/emit/sink.hpp"
#include "runtime/interpreter/encode.hpp"
#include "tests/fuzz/corpus_files.hpp"
#include "tests/fuzz/decode_once.hpp"
#include "tests/support/compiled.hpp"
#include "tests/support/values.hpp"

#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>

namespace {

using namespace tic;

/// Up to `packets` packets of one side, sent one after the other; nothing where the side has none.
std::string conversation(const interpreter::program& run, std::uint8_t schema, std::uint8_t version_and_side,
                         unsigned packets, std::uint64_t seed) {
    const auto& plan = run.plan();
    const auto who = static_cast<side>(version_and_side % 2);
    const unsigned version = plan.oldest + version_and_side / 2U;
    const auto& tags = plan.at(version).tags[who];
    if (tags.count == 0) return {};
    test::value_source values(run, seed);
    interpreter::memory sender(run);
    std::string out{static_cast<char>(schema), static_cast<char>(version_and_side)};
    for (unsigned i = 0; i < packets; ++i) {
        const index packet = plan.codes[tags.first + values.below(tags.count)].member;
        const auto made =
            encode_packet(run, who, version, sender, packet, values.of_type(plan.packets[who][packet].type, version));
        const auto* bytes = std::get_if<0>(&made);
        if (bytes == nullptr || bytes->size() > 254) break;
        out += static_cast<char>(bytes->size());
        out.append(bytes->begin(), bytes->end());
    }
    return out;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 4) return 2;
    tic::emit::disk_sink disk{std::filesystem::path(argv[1])};
    std::string reason;
    if (!tic::test::unpack_corpus(argv[2], disk, reason)) return 1;
    for (int i = 3; i < argc; ++i) {
        std::ostringstream text;
        text << std::ifstream(argv[i]).rdbuf();
        const tic::test::compiled made(text.str());
        if (!made.run) return 1;
        const auto& plan = made.run->plan();
        std::uint8_t schema = 0;
        while (plan.protocol != tic::test::fuzzed_protocols[schema]) ++schema;
        for (std::uint8_t v = 0; v < 2 * (1 + plan.version - plan.oldest); ++v)
            for (unsigned packets = 1; packets <= 8; ++packets) {
                const std::string seed = conversation(*made.run, schema, v, packets, packets);
                const std::string name =
                    std::string(plan.protocol) + "_" + std::to_string(v) + "_" + std::to_string(packets);
                if (!seed.empty() && !disk.write(name, seed, reason)) return 1;
            }
    }
}
