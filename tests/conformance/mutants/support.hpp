// Suites made by asking the interpreter, and an implementation that goes wrong where a test says.
#pragma once

#include <fstream>
#include <sstream>

#include "conformance/implementation/interpreter.hpp"
#include "conformance/mutants/mutants.hpp"
#include "tests/conformance/support/exchanges.hpp"
#include "tests/support/compiled.hpp"

namespace tic::conformance {

inline std::string text_of(const std::string& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

/// Cases of one request each, expected to be answered as the interpreter does.
class asked_suite {
public:
    explicit asked_suite(const interpreter::program& run) : run_(&run), answers_(interpreter_answers(run)) {}

    /// The answer, its id left out.
    std::string add(const std::string& verb, const std::string& request) {
        std::string answer;
        answers_(verb + " 1 " + request, answer);
        const std::string how = answer.substr(0, answer.find(' '));
        const std::string rest = answer.size() > how.size() + 3 ? answer.substr(how.size() + 3) : "";
        test_case made;
        made.id = verb + ' ' + request;
        made.exchanges = {test::exchange_of(*run_, verb, request, how, rest)};
        cases.push_back(made);
        return how + (rest.empty() ? "" : ' ' + rest);
    }

    std::vector<test_case> cases{};

private:
    const interpreter::program* run_;
    answerer answers_;
};

}  // namespace tic::conformance
