// The schemas of conformance/suites/wire together use every domain, hint, memory form, version feature and session
// rule.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

#include "tests/conformance/suites/features.hpp"
#include "tools/tictoc/open.hpp"

namespace tic::tests {
namespace {

using names = std::vector<std::string>;

const names numbers{"u", "i", "int", "uint", "sint"};
const names lengths{"bytes", "utf8", "text", "sealed", "list"};
const names short_ones{"u", "i", "int", "uint", "sint", "bool", "enum", "f32", "f64", "bytes", "utf8"};
const names with_magnitude{"u", "i", "int", "uint", "sint", "bytes", "utf8"};
const names constants{"u", "i", "int", "uint", "sint", "bool", "enum", "utf8"};
const names two_values{"bool", "u", "int", "enum"};
const names hints{"about",  "is",      "is+",   "same",   "same+",        "last",          "cell",
                  "recent", "recent+", "table", "table+", "entry's cell", "entry's table", "entry's table+"};

class required {
public:
    /// `before` and `behind` around each.
    void each(const std::string& before, const names& middle, const std::string& behind = "") {
        for (const auto& one : middle) all.push_back(before + one + behind);
    }
    names all{};
};

names required_features() {
    required r;
    for (const auto& kinds : {short_ones, names{"text", "sealed", "list", "union", "struct"}}) {
        r.each("", kinds);
        r.each("optional ", kinds);
        r.each("", kinds, " in a list");
    }
    r.each("", {"sealed struct", "sealed union", "empty struct", "one arm", "one value", "negative int",
                "all 64 bits u", "all 64 bits int", "exactly int", "exactly bytes", "exactly utf8", "exactly list",
                "list in a list", "@id u", "@id utf8"});
    r.each("about ", numbers);
    r.each("about ", lengths);
    r.each("is ", constants);
    r.each("is+ ", {"u", "i", "int", "uint", "sint", "utf8"});
    for (const auto* hint : {"same", "recent", "table"}) {
        r.each(std::string(hint) + " ", short_ones);
        r.each(std::string(hint) + "+ ", with_magnitude);
    }
    for (const auto* hint : {"last", "cell"}) {
        r.each(std::string(hint) + " ", numbers);
        r.each(hint, {"", " + D", " - D", " within N", " + D within N", " - D within N"});
        r.each(hint, {" wraps, u", " wraps, uint", " does not wrap, int", " does not wrap, i", " does not wrap, sint"});
    }
    r.each("is of two values, ", two_values);
    r.each("same of two values, ", two_values);
    for (const auto& hint : hints)
        r.each(hint, {" of a field", " of an optional", " in a list", " in a list in a list", " in a union",
                      " in sealed content"});
    r.each("", {"table of one", "table of several", "table of 64", "entry with several"});
    for (const auto* what : {"field", "value", "arm", "packet"}) r.each(what, {" since", " until", " since and until"});
    r.each("", {"hint that changes", "weight that changes", "weight of a packet that changes", "oldest", "datagram"});
    r.each("", {"request without a reply", "reply", "several replies", "barrier", "barrier with a reply that stays",
                "go without a reply", "push", "Closed by a request", "Closed by a reply", "several states",
                "a push that is a reply elsewhere", "a side with nothing to say", "a packet of both sides"});
    return r.all;
}

/// `NAME/NAME.tic`; what else ends in .tic is imported by them.
std::vector<std::filesystem::path> schemas() {
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::directory_iterator(WIRE_FOLDER)) {
        const auto name = entry.path().filename().string();
        found.push_back(entry.path() / (name + ".tic"));
    }
    return found;
}

std::string text_of(const std::filesystem::path& path) {
    std::ifstream in(path);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::set<std::string> features_of_suite() {
    std::set<std::string> found;
    for (const auto& path : schemas()) {
        std::istringstream in;
        std::ostringstream out, err;
        tool::streams io{in, out, err};
        int code = 0;
        const auto file = tool::open_schema(path.string(), io, code);
        EXPECT_TRUE(file) << err.str();
        if (file) found.merge(features_of(file->plan()));
        if (text_of(path).find(" in Room ") != std::string::npos) found.insert("state in a state in a state");
    }
    return found;
}

TEST(WireSuite, UsesAllOfTheLanguage) {
    const auto found = features_of_suite();
    std::string missing;
    for (const auto& one : required_features())
        if (!found.contains(one)) missing += one + "\n";
    EXPECT_EQ(missing, "");
    EXPECT_TRUE(found.contains("state in a state in a state"));
}

/// One theme each, told in the first line.
TEST(WireSuite, SchemasAreSmall) {
    for (const auto& path : schemas()) {
        const auto text = text_of(path);
        EXPECT_LE(std::ranges::count(text, '\n'), 70) << path;
        EXPECT_TRUE(text.starts_with("//")) << path;
    }
    EXPECT_GE(schemas().size(), 20U);
}

}  // namespace
}  // namespace tic::tests
