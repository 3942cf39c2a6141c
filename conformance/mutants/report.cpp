// Prints scores by class; the class of faults made alike in both ends stands apart.
#include "conformance/mutants/report.hpp"

#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>

namespace tic::conformance {
namespace {

std::string percent(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2f", value);
    return text.data();
}

void print_row(std::ostream& out, const std::string& name, const score& s) {
    std::array<char, 128> text{};
    std::snprintf(text.data(), text.size(), "%-12s%8zu%8zu%12zu%10zu%9s\n", name.c_str(), s.all, s.killed, s.equivalent,
                  s.survived, percent(s.percent()).c_str());
    out << text.data();
}

const char* name_of(fate is) {
    switch (is) {
        case fate::killed:
            return "killed";
        case fate::equivalent:
            return "equivalent";
        case fate::survived:
            return "survived";
        default:
            return "not run";
    }
}

}  // namespace

std::string spell(const mutant& one) {
    std::string versions;
    for (const unsigned v : one.versions) versions += (versions.empty() ? "" : ",") + std::to_string(v);
    return std::to_string(one.number) + ' ' + one.topic + ' ' + one.kind + ' ' + one.path + ' ' +
           (versions.empty() ? "all" : versions) + ' ' + one.who;
}

void print_score(std::ostream& out, const score_report& from, bool survivors) {
    const auto scores = score_by_group(from.results);
    std::array<char, 128> head{};
    std::snprintf(head.data(), head.size(), "%zu mutants of %s, %zu cases, %.1f s\n", from.results.size(),
                  from.schema.c_str(), from.cases, from.seconds);
    out << head.data() << "class        mutants  killed  equivalent  survived  score\n";
    for (const auto& [name, s] : scores)
        if (!name.empty() && name != "symmetric") print_row(out, name, s);
    if (const auto found = scores.find("symmetric"); found != scores.end()) print_row(out, "symmetric", found->second);
    if (const auto found = scores.find(""); found != scores.end()) print_row(out, "all", found->second);
    for (const auto& one : from.results)
        if (one.is == fate::equivalent) out << "equivalent: " << spell(*one.about) << ": " << one.how << '\n';
    if (!survivors) return;
    for (const auto& one : from.results)
        if (one.is == fate::survived) out << "survived: " << spell(*one.about) << '\n';
}

void print_score_json(std::ostream& out, const score_report& from) {
    nlohmann::json all{{"schema", from.schema}, {"cases", from.cases}, {"seconds", from.seconds}};
    for (const auto& [name, s] : score_by_group(from.results))
        all["classes"][name.empty() ? "all" : name] = {{"mutants", s.all},
                                                       {"killed", s.killed},
                                                       {"equivalent", s.equivalent},
                                                       {"survived", s.survived},
                                                       {"score", s.percent()}};
    all["mutants"] = nlohmann::json::array();
    for (const auto& one : from.results) {
        nlohmann::json row{{"number", one.about->number},     {"class", one.about->topic},
                           {"kind", one.about->kind},         {"path", one.about->path},
                           {"versions", one.about->versions}, {"who", one.about->who},
                           {"fate", name_of(one.is)},         {"cases", one.cases}};
        if (!one.killer.empty()) row["case"] = one.killer;
        if (!one.how.empty()) row["how"] = one.how;
        all["mutants"].push_back(std::move(row));
    }
    out << all.dump(1) << '\n';
}

}  // namespace tic::conformance
