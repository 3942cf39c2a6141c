// libFuzzer's door to decode_once.
#include "tests/codegen_cpp/talk.hpp"
#include "tests/fuzz/decode_once.hpp"

#include <cstdio>
#include <cstdlib>

namespace tic::test {

/// Registered by the generated units, asked by other tests.
std::vector<registered_talk>& all_talks() {
    static std::vector<registered_talk> all;
    return all;
}

}  // namespace tic::test

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string difference = tic::test::decode_once({data, size});
    if (difference.empty()) return 0;
    std::fprintf(stderr, "%s\n", difference.c_str());
    std::abort();
}
