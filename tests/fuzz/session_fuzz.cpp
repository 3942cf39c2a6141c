// libFuzzer's door to session_once. Every sixteenth input is held against the interpreter, which is slow.
#include "tests/fuzz/session_once.hpp"

#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    unsigned sum = 0;
    for (std::size_t i = 0; i < size; ++i) sum = sum * 31 + data[i];
    const std::string wrong = tic::test::session_once({data, size}, (sum >> 8U) % 16 == 0);
    if (wrong.empty()) return 0;
    std::fprintf(stderr, "%s\n", wrong.c_str());
    std::abort();
}
