// The exit code of `conform mutants`, for an implementation whose mutants are all detected, or none of them.
#include <gtest/gtest.h>

#include "tests/cli/runner.hpp"

namespace tic::test {
namespace {

// Too large a domain for proofs by asking everything, which a shell answers slowly.
constexpr const char* schema = "protocol lamp;\nedition 1;\n\nstruct Lamp { level: int(0..100000); }\n";
constexpr const char* tape =
    "tape lamp.on\nschema lamp.tic version 1\nalone Lamp level=5   0005\n"
    "bad lamp.on#1 cut 0 expect refuse truncated bit=0 more=2 path=level\n";
/// A codec of one packet; with an active mutant it answers nothing right where `spoilt` is a word.
constexpr const char* implementation =
    "spoilt=$1; mutant=0\n"
    "while read -r verb id rest; do\n"
    "  case \"$verb $rest\" in\n"
    "    hello*) echo 'hello 1 lamp impl=sh versions=1:- ops=decode,encode'; continue;;\n"
    "    mutant*) mutant=$rest; echo \"ok $id\"; continue;;\n"
    "    bye*) exit;;\n"
    "  esac\n"
    "  if [ \"$mutant\" != 0 ] && [ -n \"$spoilt\" ]; then echo \"error $id spoilt\"; continue; fi\n"
    "  case \"$verb $rest\" in\n"
    "    'decode Lamp/1 -') echo \"refuse $id truncated bit=0 more=2 path=level\";;\n"
    "    'decode Lamp/1 0005') echo \"ok $id .level=5\";;\n"
    "    'encode Lamp/1 .level=5') echo \"ok $id 0005\";;\n"
    "    *) echo \"unsupported $id $verb\";;\n"
    "  esac\n"
    "done\n";

int measured(const std::string& spoilt, const std::string& least) {
    const scratch folder;
    const std::string here = folder.path().string();
    write_file(folder.path() / "lamp.tic", schema);
    write_file(folder.path() / "lamp.tape", tape);
    write_file(folder.path() / "implementation.sh", implementation);
    std::vector<std::string> line{"conform", "mutants", here + "/lamp.tic", here + "/lamp.tape", "--jobs", "1"};
    if (!least.empty()) line.insert(line.end(), {"--at-least", least});
    line.insert(line.end(), {"--", "sh", here + "/implementation.sh", spoilt});
    const outcome got = run_line(line);
    EXPECT_EQ(got.err, "");
    return got.exit;
}

TEST(MutantsCli, WithoutAThresholdSurvivorsAreNoFailure) { EXPECT_EQ(measured("", ""), 0); }
TEST(MutantsCli, FewerThanAskedForEndWith4) { EXPECT_EQ(measured("", "90"), 4); }
TEST(MutantsCli, AllNoticedAreEnough) { EXPECT_EQ(measured("spoilt", "100"), 0); }

}  // namespace
}  // namespace tic::test
