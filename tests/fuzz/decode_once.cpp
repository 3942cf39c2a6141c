// Whatever bytes arrive, the generated decoder answers as the interpreter does: the same value, which encodes to the
// same bits, or the same refusal; and a refusal changes nothing.
#include "tests/fuzz/decode_once.hpp"

#include "runtime/interpreter/decode.hpp"
#include "runtime/interpreter/json.hpp"
#include "tests/codegen_cpp/subject.hpp"
#include "tests/support/compiled.hpp"

#include <algorithm>
#include <map>

namespace tic::test {
namespace {

using namespace interpreter;

struct fuzzed {
    const registered& made;
    compiled schema;
    explicit fuzzed(const registered& r) : made(r), schema(r.schema) {}
};

const fuzzed* find(std::string_view protocol) {
    static std::map<std::string_view, std::unique_ptr<fuzzed>> known;
    auto& one = known[protocol];
    for (const registered& r : all_registered())
        if (one == nullptr && protocol == r.protocol) one = std::make_unique<fuzzed>(r);
    return one.get();
}

std::string spelled(reason why, std::uint64_t bit, std::uint64_t more, const std::string& path) {
    return std::string(name_of(why)) + " " + std::to_string(bit) + " " + std::to_string(more) + " " + path;
}

/// One end of a connection that both implementations read.
class reader {
public:
    reader(const program& run, subject& generated, side who, unsigned version)
        : run_(run), generated_(generated), who_(who), version_(version), remembered_(run) {
        generated_.start();
    }

    /// False where the connection ends: refused, or `difference` is not empty.
    bool read(std::span<const std::uint8_t> bytes) {
        const auto expected = decode_packet(run_, who_, version_, remembered_, bytes);
        const answer got = generated_.read(bytes, version_, true);
        difference = got.fault;
        const std::string answered =
            got.ok ? got.json : spelled(got.refused.why, got.refused.bit, got.refused.more, got.path);
        std::string wanted;
        if (const auto* no = std::get_if<refusal>(&expected)) {
            wanted = spelled(no->why, no->bit, no->more, no->path);
        } else {
            const auto& packet = std::get<interpreter::decoded>(expected);
            wanted = write_packet(run_, who_, version_, packet.packet, packet.content);
            if (got.ok && !std::ranges::equal(bytes, got.again)) difference += "other bits for " + wanted;
        }
        if (answered != wanted) difference += "generated code: " + answered + "\nthe interpreter: " + wanted;
        return difference.empty() && got.ok;
    }

    std::string difference;

private:
    const program& run_;
    subject& generated_;
    side who_;
    unsigned version_;
    memory remembered_;
};

}  // namespace

std::string decode_once(std::span<const std::uint8_t> input) {
    if (input.size() < 3) return {};
    const fuzzed* one = find(fuzzed_protocols[input[0] % std::size(fuzzed_protocols)]);
    if (one == nullptr || !one->schema.run) return "a schema is missing";
    const auto& plan = one->schema.run->plan();
    const unsigned version = plan.oldest + input[1] / 2 % (1U + plan.version - plan.oldest);
    const int who = input[1] % 2;
    const auto generated = one->made.make(who);
    if (generated == nullptr) return {};
    reader both(*one->schema.run, *generated, static_cast<side>(who), version);
    for (auto rest = input.subspan(2); !rest.empty();) {
        const std::size_t length = rest[0] == 255 ? rest.size() - 1 : std::min<std::size_t>(rest[0], rest.size() - 1);
        // A copy of its own, so that a sanitizer sees a read beyond its end.
        const std::vector<std::uint8_t> packet(rest.begin() + 1,
                                               rest.begin() + 1 + static_cast<std::ptrdiff_t>(length));
        if (!both.read(packet)) break;
        rest = rest.subspan(1 + length);
    }
    return both.difference;
}

}  // namespace tic::test
