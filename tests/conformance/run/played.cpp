// Makes the cases and runs them.
#include "tests/conformance/run/played.hpp"

#include "conformance/implementation/child.hpp"
#include "tests/conformance/support/exchanges.hpp"

namespace tic::test {

using namespace conformance;

std::vector<std::string> scripted(const std::vector<std::string>& arguments) {
    std::vector<std::string> command{SCRIPTED};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return command;
}

played::played(unsigned count, bool with_bad) : schema("protocol num;\nedition 1;\nstruct Num { n: u8; }\n") {
    const auto add = [&](std::string id, operation needs, const char* verb, const std::string& request,
                         const char* answer, const std::string& expected) {
        auto& made = cases.emplace_back();
        made.id = std::move(id);
        made.at = {"num.tape", static_cast<std::uint32_t>(cases.size())};
        made.needs = needs;
        made.versions = {1};
        made.exchanges = {exchange_of(*schema.run, verb, request, answer, expected)};
        made.exchanges.front().step = 1;
    };
    for (unsigned n = 0; n < count; ++n) {
        constexpr std::string_view digits = "0123456789abcdef";
        const auto number = std::to_string(n);
        const std::string hex{digits[n / 16], digits[n % 16]};
        add("num/decode/" + number, operation::decode, "decode", "Num/1 " + hex, "ok", ".n=" + number);
        add("num/encode/" + number, operation::encode, "encode", "Num/1 .n=" + number, "ok", hex);
    }
    if (with_bad) add("num/bad", operation::decode, "decode", "Num/1 0000", "refuse", "trailing bit=8");
    options.limits.timeout = std::chrono::seconds(30);
}

run_result played::play_to(const start_implementation& start) {
    static std::vector<const test_case*> all;
    all.clear();
    for (const auto& one : cases) all.push_back(&one);
    heard = std::make_unique<kept>();
    auto what = input;
    what.plan = &schema.run->plan();
    what.all = all;
    if (what.selected.empty()) what.selected = all;
    if (what.expected != nullptr) (void)what.expected->bind(all);
    return run(std::move(what), start, options, *heard);
}

run_result played::play(const std::vector<std::string>& arguments) {
    return play_to([&](std::string& why) { return start_child(scripted(arguments), why); });
}

verdict played::verdict_of(const std::string& id) const {
    const auto found = heard->by_id.find(id);
    return found == heard->by_id.end() ? verdict::not_run : found->second.is;
}

}  // namespace tic::test
