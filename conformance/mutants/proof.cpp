// Proves by asking everything. A proof needs a type whose answers depend on nothing but its bits: no memory, no strings
// (their fill depends on where they stand), and so few bits that with eight more all strings can be asked.
#include "conformance/mutants/proof.hpp"

#include <algorithm>
#include <vector>

namespace tic::conformance {
namespace {

bool depends_on_bits_alone(const layout& plan, unsigned version, index type) {
    if (plan.at(version, type).remembers) return false;
    if (plan.types[type].kind == type_kind::enumeration) return true;
    return std::ranges::all_of(plan.fields(version, type), [&](const node& field) {
        const node* n = &field;
        while (n->operation == op::list) n = &plan.nodes[n->element];
        switch (n->operation) {
            case op::bytes:
            case op::utf8:
            case op::text:
            case op::sealed:
                return false;
            case op::structure:
            case op::choice:
                return depends_on_bits_alone(plan, version, n->type);
            default:
                return true;
        }
    });
}

std::string hex_of(std::uint32_t bits, unsigned bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text = bytes == 0 ? "-" : "";
    for (unsigned i = bytes * 8; i != 0; i -= 4) text += digits[bits >> (i - 4) & 15U];
    return text;
}

struct question {
    std::string verb, request;
};

}  // namespace

std::string prove_equivalent(const interpreter::program& run, const mutant& about, bench& with,
                             std::size_t most_questions) {
    // What an encoder answers to values outside their domain cannot be asked exhaustively.
    if (about.who == "end" || about.topic == "domain" || about.topic == "bound" || about.topic == "packet" ||
        about.topic == "memory")
        return {};
    const layout& plan = run.plan();
    const auto found =
        std::ranges::find(plan.types, std::string_view(about.path).substr(0, about.path.find('.')), &type::name);
    if (found == plan.types.end()) return {};
    const auto type = static_cast<index>(found - plan.types.begin());
    std::vector<question> questions;
    std::uint64_t most_bits = 0;
    for (const unsigned version : about.versions) {
        if (!depends_on_bits_alone(plan, version, type)) return {};
        most_bits = std::max(most_bits, plan.at(version, type).max_bits);
        const auto bytes = static_cast<unsigned>((plan.at(version, type).max_bits + 8 + 7) / 8);
        if (bytes > 2) return {};
        for (unsigned size = 0; size <= bytes; ++size)
            for (std::uint32_t bits = 0; bits < 1U << (8 * size); ++bits)
                questions.push_back(
                    {"decode", std::string(found->name) + '/' + std::to_string(version) + ' ' + hex_of(bits, size)});
        if (questions.size() > most_questions) return {};
    }
    std::string broken;
    if (questions.empty() || !with.turn_on(0, broken)) return {};
    std::vector<std::string> right;
    for (std::size_t i = 0, decodes = questions.size(); i < decodes; ++i) {
        right.push_back(with.ask(questions[i].verb, questions[i].request));
        if (!right.back().starts_with("ok")) continue;
        const std::string& asked = questions[i].request;
        questions.push_back({"encode", asked.substr(0, asked.find(' ')) + right.back().substr(2)});
    }
    for (std::size_t i = right.size(); i < questions.size(); ++i)
        right.push_back(with.ask(questions[i].verb, questions[i].request));
    if (!with.turn_on(about.number, broken)) return {};
    for (std::size_t i = 0; i < questions.size(); ++i)
        if (with.ask(questions[i].verb, questions[i].request) != right[i]) return {};
    return "all " + std::to_string(questions.size()) + " questions about " + std::string(found->name) + " (at most " +
           std::to_string(most_bits) + " bits) are answered as without the fault";
}

}  // namespace tic::conformance
