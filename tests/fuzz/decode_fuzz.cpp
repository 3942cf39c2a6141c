// Whatever bytes arrive, the generated decoder answers as the interpreter does. The first bytes choose schema, version and
// side; then packets follow, each behind one byte for its length.
#include "runtime/interpreter/decode.hpp"
#include "runtime/interpreter/json.hpp"
#include "tests/codegen_cpp/subject.hpp"
#include "tests/support/compiled.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>

namespace tic::test {

std::vector<registered>& all_registered() {
    static std::vector<registered> all;
    return all;
}

namespace {

using namespace interpreter;

const compiled& schema_of(const registered& one) {
    static std::map<const char*, std::unique_ptr<compiled>> known;
    auto& made = known[one.schema];
    if (made == nullptr) made = std::make_unique<compiled>(one.schema);
    return *made;
}

[[noreturn]] void differ(const std::string& what) {
    std::fprintf(stderr, "the generated code differs: %s\n", what.c_str());
    std::abort();
}

/// False where the connection ends.
bool compare(const program& run, subject& generated, memory& remembered, side who, unsigned version, std::span<const std::uint8_t> bytes) {
    const auto expected = decode_packet(run, who, version, remembered, bytes);
    const answer got = generated.read(bytes, version, true);
    if (!got.fault.empty()) differ(got.fault);
    if (const auto* no = std::get_if<refusal>(&expected)) {
        if (got.ok) differ("it reads " + got.json);
        if (got.refused.why != no->why || got.refused.bit != no->bit || got.refused.more != no->more || got.path != no->path)
            differ(std::string(name_of(got.refused.why)) + " at " + got.path + " for " + std::string(name_of(no->why)) + " at " + no->path);
        return false;
    }
    const auto& packet = std::get<interpreter::decoded>(expected);
    if (!got.ok) differ(std::string(name_of(got.refused.why)) + " at " + got.path);
    if (got.json != write_packet(run, who, version, packet.packet, packet.content)) differ(got.json);
    if (!std::equal(bytes.begin(), bytes.end(), got.again.begin(), got.again.end())) differ("other bits for " + got.json);
    return true;
}

}  // namespace
}  // namespace tic::test

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tic::test;
    if (size < 3) return 0;
    const auto& one = all_registered()[data[0] % all_registered().size()];
    const auto& schema = schema_of(one);
    const auto& plan = schema.run->plan();
    const unsigned version = plan.oldest + data[1] / 2 % (1U + plan.version - plan.oldest);
    const int who = data[1] % 2;
    const auto generated = one.make(who);
    if (generated == nullptr) return 0;
    generated->start();
    tic::interpreter::memory remembered(*schema.run);
    std::span<const std::uint8_t> rest(data + 2, size - 2);
    while (!rest.empty()) {
        const std::size_t length = std::min<std::size_t>(rest[0], rest.size() - 1);
        const std::vector<std::uint8_t> packet(rest.begin() + 1, rest.begin() + 1 + static_cast<std::ptrdiff_t>(length));
        if (!compare(*schema.run, *generated, remembered, static_cast<tic::side>(who), version, packet)) return 0;
        rest = rest.subspan(1 + length);
    }
    return 0;
}
