// `tictoc compat`: reports what a new schema breaks in the released versions of an old one, with a packet as proof.
#include <algorithm>
#include <iomanip>
#include <map>
#include <ostream>
#include <set>
#include <sstream>

#include "tools/tictoc/open.hpp"
#include "tools/tictoc/options.hpp"
#include "tools/tictoc/witness.hpp"

namespace tic::tool {
namespace {

using lines = std::vector<std::string>;

lines split(const std::string& text) {
    lines result;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) result.push_back(line);
    return result;
}

/// The types named, and all that they hold, in words like the canonical text's.
class type_text {
public:
    type_text(const layout& plan, unsigned version) : plan_(plan), version_(version) {}

    void add(index t) {
        if (!seen_.insert(t).second) return;
        constexpr std::string_view words[] = {"enum", "union", "struct"};
        const auto& declared = plan_.types[t];
        const auto& codes = plan_.at(version_, t).codes;
        std::string line = std::string(words[static_cast<unsigned>(declared.kind)]) + ' ' + std::string(declared.name);
        for (const auto& c :
             plan_.codes.subspan(codes.first, declared.kind == type_kind::enumeration ? codes.count : 0))
            line += ' ' + std::string(plan_.members[declared.first_member + c.member].wire_name) + ' ' +
                    std::to_string(c.weight);
        const auto fields = plan_.fields(version_, t);
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const auto& n = fields[i];
            line += ' ' + std::string(plan_.members[n.member].wire_name) + ':' + std::string(n.domain) +
                    std::string(n.hints);
            if (declared.kind == type_kind::choice) line += ' ' + std::to_string(plan_.codes[codes.first + i].weight);
            follow(n);
        }
        lines_.insert(line);
    }

    [[nodiscard]] lines all() const { return {lines_.begin(), lines_.end()}; }

private:
    void follow(const node& n) {
        if (n.type != none) add(n.type);
        if (n.element != none) follow(plan_.nodes[n.element]);
    }

    const layout& plan_;
    unsigned version_;
    std::set<index> seen_;
    std::set<std::string> lines_;
};

/// The first words of a line name its subject: `struct Ack`, `client`.
std::string head_of(const std::string& line) {
    const auto first = line.find(' ');
    const auto word = line.substr(0, first);
    if (first == std::string::npos || word == "client" || word == "server" || word == "start" || word == "tic")
        return word;
    return line.substr(0, line.find(' ', first + 1));
}

class report {
public:
    report(const schema_file& before, const schema_file& after, streams& io)
        : before_(before), after_(after), out_(io.out) {}

    int run();

private:
    void ranges();
    void version(unsigned v);
    void types(unsigned v, bool sealed_only);
    void differing(const lines& old_lines, const lines& new_lines);
    void proof(const comparison& of, std::string_view otherwise);

    const schema_file& before_;
    const schema_file& after_;
    std::ostream& out_;
    bool breaking_ = false;
};

std::string spell_fingerprint(const std::string& text) {
    std::ostringstream out;
    out << std::hex << std::setw(8) << std::setfill('0') << plan::fingerprint(text);
    return out.str();
}

void report::differing(const lines& old_lines, const lines& new_lines) {
    constexpr std::size_t most = 6;
    std::map<std::string, std::pair<std::string, std::string>> pairs;
    for (const auto& line : old_lines)
        if (std::ranges::find(new_lines, line) == new_lines.end()) pairs[head_of(line)].first = line;
    for (const auto& line : new_lines)
        if (std::ranges::find(old_lines, line) == old_lines.end()) pairs[head_of(line)].second = line;
    std::size_t shown = 0;
    for (const auto& [head, pair] : pairs) {
        if (shown++ == most) {
            out_ << "    and " << pairs.size() - most << " more\n";
            return;
        }
        if (!pair.first.empty()) out_ << "    - " << pair.first << '\n';
        if (!pair.second.empty()) out_ << "    + " << pair.second << '\n';
    }
}

void report::proof(const comparison& of, std::string_view otherwise) {
    const auto found = find_witness(of);
    if (!found) {
        out_ << "  " << otherwise << '\n';
        return;
    }
    out_ << "  " << found->what << ' ' << found->hex;
    if (!found->earlier.empty()) {
        out_ << " after";
        for (const auto& hex : found->earlier) out_ << ' ' << hex;
    }
    out_ << "\n    old reads " << found->old_reads << "\n    new reads " << found->new_reads << '\n';
}

void report::version(unsigned v) {
    const auto old_text = plan::canonical(before_.compiled->schema(), v);
    const auto new_text = plan::canonical(after_.compiled->schema(), v);
    if (old_text == new_text) {
        out_ << "version " << v << ": unchanged\n";
        return;
    }
    breaking_ = true;
    out_ << "version " << v << ": breaking, fingerprint " << spell_fingerprint(old_text) << " is now "
         << spell_fingerprint(new_text) << '\n';
    differing(split(old_text), split(new_text));
    if (before_.plan().has_session && after_.plan().has_session)
        proof({before_.program(), after_.program(), v, {}},
              "no packet was found that the two read differently, but the fingerprints differ, so the two do not "
              "connect (a field that was only renamed keeps its fingerprint with @was)");
}

/// Types that have no session above them, or that are carried sealed: content of any version may come.
void report::types(unsigned v, bool sealed_only) {
    const auto roots = [&](const layout& plan) {
        std::set<index> chosen;
        for (const auto& n : plan.nodes)
            if (n.operation == op::sealed) chosen.insert(n.type);
        if (!sealed_only)
            for (index t = 0; t < plan.types.size(); ++t) chosen.insert(t);
        return chosen;
    };
    const auto text = [&](const layout& plan) {
        type_text made(plan, v);
        for (const auto t : roots(plan)) made.add(t);
        return made.all();
    };
    const auto old_lines = text(before_.plan());
    auto new_lines = text(after_.plan());
    // What is only new breaks nothing here.
    std::set<std::string> heads;
    for (const auto& line : old_lines) heads.insert(head_of(line));
    std::erase_if(new_lines, [&](const std::string& line) { return !heads.contains(head_of(line)); });
    const std::string title = sealed_only ? "sealed content of version " : "types of version ";
    if (old_lines == new_lines) {
        if (!sealed_only) out_ << title << v << ": unchanged\n";
        return;
    }
    breaking_ = true;
    out_ << title << v << ": breaking\n";
    differing(old_lines, new_lines);
    comparison of{before_.program(), after_.program(), v, {}};
    for (const auto t : roots(before_.plan())) {
        const std::string name(before_.plan().types[t].name);
        if (after_.program().find_type(name)) of.types.push_back(name);
    }
    if (!of.types.empty()) proof(of, "no value was found that the two read differently");
}

void report::ranges() {
    const auto& old_plan = before_.plan();
    const auto& new_plan = after_.plan();
    if (new_plan.version < old_plan.version) {
        breaking_ = true;
        out_ << "version " << new_plan.version + 1 << " and later: breaking, the new schema stops at version "
             << static_cast<unsigned>(new_plan.version) << '\n';
    }
    if (new_plan.oldest > old_plan.oldest) {
        out_ << "version " << static_cast<unsigned>(old_plan.oldest);
        const unsigned last = std::min<unsigned>(new_plan.oldest - 1U, old_plan.version);
        if (last > old_plan.oldest) out_ << ".." << last;
        const bool apart = new_plan.oldest > old_plan.version;
        out_ << ": no longer spoken" << (apart ? ", breaking: no version is left that both have\n" : "\n");
        breaking_ = breaking_ || apart;
    }
}

int report::run() {
    const auto& old_plan = before_.plan();
    const auto& new_plan = after_.plan();
    if (old_plan.has_session != new_plan.has_session) {
        breaking_ = true;
        out_ << "breaking: only the " << (old_plan.has_session ? "old" : "new") << " schema has a session\n";
    }
    ranges();
    const unsigned last = std::min(old_plan.version, new_plan.version);
    const bool talk = old_plan.has_session;
    for (unsigned v = 1; v <= last; ++v) {
        const bool spoken = v >= old_plan.oldest && v >= new_plan.oldest;
        if (talk && spoken) version(v);
        // Sealed content outlives the versions that are spoken.
        else
            types(v, talk);
    }
    return breaking_ ? wrong_content : as_wanted;
}

}  // namespace

int compat(arguments args, streams& io) {
    std::string old_path;
    std::string new_path;
    option_set usage(
        "compat",
        "Report what NEW breaks in the versions that OLD released; exit code 1 if there is a breaking change.");
    usage.operand("OLD", old_path, "The schema as released");
    usage.operand("NEW", new_path, "The schema as it is to be");
    if (const auto code = usage.parse(std::move(args), io)) return *code;
    if (old_path == "-" && new_path == "-")
        return report_error(io, wrong_usage, "compat: only one of OLD and NEW can be `-`");

    int code = as_wanted;
    const auto before = open_schema(old_path, io, code);
    int other = as_wanted;
    const auto after = open_schema(new_path, io, other);
    if (!before || !after) return std::max(code, other);
    return report(*before, *after, io).run();
}

}  // namespace tic::tool
