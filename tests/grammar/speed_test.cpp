// A large generated schema parses in a fraction of a second; the bound is wide because machines are shared.
#include "tests/grammar/support.hpp"

#include <gtest/gtest.h>

#include <chrono>

namespace tic::tests {
namespace {

TEST(speed, twenty_thousand_fields) {
    std::string body;
    for (int i = 0; i < 2000; ++i) {
        body += "struct S" + std::to_string(i) + " {\n";
        for (int j = 0; j < 10; ++j) body += "  field_" + std::to_string(j) + ": int(0.." + std::to_string(j + 9) + ") ~ 3;\n";
        body += "}\n";
    }
    const auto begin = std::chrono::steady_clock::now();
    const parsed made = parse_body(body);
    const auto spent = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin).count();
    ASSERT_TRUE(made.file);
    RecordProperty("milliseconds", static_cast<int>(spent));
    EXPECT_LT(spent, 4000);
}

}  // namespace
}  // namespace tic::tests
