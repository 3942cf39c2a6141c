// What the fuzzer of sessions begins with, as session_once reads it: the corpus that is kept, and good conversations in
// each schema by each form of opening. write_session_seeds DIR CORPUS.hex SCHEMA…
#include "codegen/emit/sink.hpp"
#include "runtime/interpreter/encode.hpp"
#include "runtime/interpreter/session.hpp"
#include "tests/fuzz/corpus_files.hpp"
#include "tests/fuzz/session_once.hpp"
#include "tests/support/compiled.hpp"
#include "tests/support/values.hpp"

#include <fstream>
#include <sstream>

namespace {

using namespace tic;

/// Packets of both sides that are allowed when they are said, some heard at once and some later.
class conversation {
public:
    conversation(const interpreter::program& run, unsigned version, std::uint64_t seed)
        : run_(run),
          version_(version),
          values_(run, seed),
          states_(run, version),
          said_{interpreter::memory(run), interpreter::memory(run)} {}

    std::string steps(unsigned count) {
        std::string made;
        for (unsigned i = 0; i < count; ++i) {
            const unsigned who = values_.below(2) == 0 ? 0 : 1;
            const std::string packet = packet_of(static_cast<side>(who));
            if (packet.empty() || packet.size() > 255) continue;
            made += {static_cast<char>(who << 7U | 3U), static_cast<char>(packet.size())};
            made += packet;
            // Both ends hear at once, so that the next packet is allowed at both.
            made += static_cast<char>((1 - who) << 7U | (values_.below(3) == 0 ? 6U : 4U));
            if (made.back() % 8 == 6) made += static_cast<char>(values_.below(5));
        }
        return made;
    }

private:
    std::string packet_of(side who) {
        const auto& tags = run_.plan().at(version_).tags[who];
        for (unsigned tries = 0; tags.count != 0 && tries < 12; ++tries) {
            const index packet = run_.plan().codes[tags.first + values_.below(tags.count)].member;
            if (states_.may_send(who, packet) != interpreter::permission::ok) continue;
            const auto made = encode_packet(run_, who, version_, said_[who], packet,
                                            values_.of_type(run_.plan().packets[who][packet].type, version_));
            const auto* bytes = std::get_if<0>(&made);
            if (bytes == nullptr) return {};
            states_.on_sent(who, packet);
            return {bytes->begin(), bytes->end()};
        }
        return {};
    }

    const interpreter::program& run_;
    unsigned version_;
    test::value_source values_;
    interpreter::session_states states_;
    per_side<interpreter::memory> said_;
};

/// The bytes of an opening in which both ends have the versions up to this one, by a form (opening_once.hpp).
std::string opening(const layout& plan, unsigned version, unsigned form) {
    const auto range = static_cast<char>((version - plan.oldest) * 16U);
    return {static_cast<char>(form), range, range, 7};
}

/// After one answered request as many of the client as may be owed a reply, and some more, each by its first byte.
std::string insistence(char first) {
    std::string made = {0, 1, 0, static_cast<char>(0x84), static_cast<char>(0x80), 1, first, 4};
    for (unsigned i = 0; i < 70; ++i) made += {0, 1, first};
    return made;
}

bool write_conversations(const interpreter::program& run, std::uint8_t schema, emit::disk_sink& disk,
                         std::string& reason) {
    const auto& plan = run.plan();
    for (unsigned version = plan.oldest; version <= plan.version; ++version)
        for (unsigned count = 1; count <= 40; ++count) {
            conversation talk(run, version, count * 7 + version);
            const std::string steps = count <= 24 ? talk.steps(count) : insistence(static_cast<char>(count * 16));
            const std::string seed = static_cast<char>(schema) + opening(plan, version, count % 4) + steps;
            const std::string name =
                std::string(plan.protocol) + "_" + std::to_string(version) + "_" + std::to_string(count);
            if (!disk.write(name, seed, reason)) return false;
        }
    return true;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 4) return 2;
    emit::disk_sink disk{std::filesystem::path(argv[1])};
    std::string reason;
    if (!test::unpack_corpus(argv[2], disk, reason)) return 1;
    for (int i = 3; i < argc; ++i) {
        std::ostringstream text;
        text << std::ifstream(argv[i]).rdbuf();
        const test::compiled made(text.str());
        if (!made.run || !write_conversations(*made.run, static_cast<std::uint8_t>(i - 3), disk, reason)) return 1;
    }
}
