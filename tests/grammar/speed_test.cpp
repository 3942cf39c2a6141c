// A large generated schema parses in a fraction of a second (about 0.2 s of processor time; the bound leaves room for
// slow builds).
#include "tests/grammar/support.hpp"

#include <gtest/gtest.h>

#include <ctime>

namespace tic::tests {
namespace {

TEST(speed, twenty_thousand_fields) {
    std::string body;
    for (int i = 0; i < 2000; ++i) {
        body += "struct S" + std::to_string(i) + " {\n";
        for (int j = 0; j < 10; ++j)
            body += "  field_" + std::to_string(j) + ": int(0.." + std::to_string(j + 9) + ") ~ 3;\n";
        body += "}\n";
    }
    const std::clock_t begin = std::clock();
    const parsed made = parse_body(body);
    const auto spent = (std::clock() - begin) * 1000 / CLOCKS_PER_SEC;
    ASSERT_TRUE(made.file);
    RecordProperty("milliseconds", static_cast<int>(spent));
    EXPECT_LT(spent, 3000);
}

}  // namespace
}  // namespace tic::tests
