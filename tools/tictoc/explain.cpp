// `tictoc explain`: what each field costs, the canonical text, or the layout.
#include <algorithm>
#include <iomanip>
#include <ostream>

#include "tools/tictoc/costs.hpp"
#include "tools/tictoc/open.hpp"
#include "tools/tictoc/options.hpp"
#include "tools/tictoc/table.hpp"

namespace tic::tool {
namespace {

std::string code_text(const prefix_code& c) {
    std::string text;
    for (unsigned i = c.length; i-- > 0;) text += (c.code >> i & 1U) != 0 ? '1' : '0';
    return text.empty() ? "(no bits)" : text;
}

std::string range_text(std::uint64_t least, std::uint64_t most) {
    return least == most ? std::to_string(least) : std::to_string(least) + ".." + std::to_string(most);
}

std::string bits_text(std::uint64_t least, std::uint64_t most) {
    return range_text(least, most) + (most == 1 ? " bit" : " bits");
}

class explainer {
public:
    explainer(const schema_file& file, unsigned version, std::ostream& out)
        : run_(file.program()), plan_(run_.plan()), version_(version), out_(out) {}

    void whole();
    void one(index type);

private:
    void title();
    void side_of(side who);
    void type(index t);
    void structure(index t, const target& of);
    void members(index t);
    [[nodiscard]] std::string how(const node& n) const;
    [[nodiscard]] const prefix_code* tag_of(side who, index type, index& packet) const;

    const interpreter::program& run_;
    const layout& plan_;
    unsigned version_;
    std::ostream& out_;
};

/// The code in the words of the language page.
std::string explainer::how(const node& n) const {
    std::string text = n.optional ? "fixed(1) present; " : "";
    const auto plain = plan::describe_code(n);
    const auto otherwise = n.two_values ? std::string("0") : "0, then " + plain;
    switch (n.by) {
        case hint::none:
            return text + plain;
        case hint::is:
            return text + "1 if equal, else " + otherwise;
        case hint::same:
            return text + "1 if the same, else " + otherwise;
        case hint::table:
            return text + "exp_golomb(0) of the rank in " + std::string(plan_.slots[n.slot].name) +
                   ", of the count if new, then " + plain;
        case hint::predict:
            break;
    }
    text += "exp_golomb(" + std::to_string(n.hint_bits) + ") of zigzag(v - " + std::string(plan_.slots[n.slot].name);
    if (n.delta != 0) text += (n.delta > 0 ? " - " : " + ") + std::to_string(n.delta > 0 ? n.delta : -n.delta);
    return text + ")";
}

void explainer::structure(index t, const target& of) {
    const auto costs = sample(run_, version_, of);
    const auto fields = plan_.fields(version_, t);
    text_table table({"field", "domain", "hint", "code", "bits", "bits of samples"});
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const auto& n = fields[i];
        table.add({std::string(plan_.members[n.member].name), std::string(n.domain), std::string(n.hints), how(n),
                   range_text(n.min_bits, n.max_bits), costs.fields[i]});
        if (n.operation != op::list) continue;
        const auto& e = plan_.nodes[n.element];
        table.add(
            {"  each", std::string(e.domain), std::string(e.hints), how(e), range_text(e.min_bits, e.max_bits), ""});
    }
    if (fields.empty())
        out_ << "  no fields\n";
    else
        table.print(out_, 2);
    if (!costs.first.empty())
        out_ << "  a sample: " << costs.first << (costs.next.empty() ? "" : "; the next, as predicted: " + costs.next)
             << '\n';
}

void explainer::members(index t) {
    const auto& declared = plan_.types[t];
    const auto& codes = plan_.at(version_, t).codes;
    const bool arms = declared.kind == type_kind::choice;
    text_table table({arms ? "arm" : "value", "tag", "weight", "domain", "code", "bits"});
    for (index i = 0; i < codes.count; ++i) {
        const auto& c = plan_.codes[codes.first + i];
        std::vector<std::string> row{std::string(plan_.members[declared.first_member + c.member].name), code_text(c),
                                     std::to_string(c.weight)};
        if (arms) {
            const auto& n = plan_.fields(version_, t)[i];
            row.insert(row.end(), {std::string(n.domain), how(n), range_text(n.min_bits, n.max_bits)});
        } else {
            row.insert(row.end(), {"", "", std::to_string(c.length)});
        }
        table.add(std::move(row));
    }
    table.print(out_, 2);
}

void explainer::type(index t) {
    constexpr std::string_view words[] = {"enum", "union", "struct"};
    const auto& declared = plan_.types[t];
    const auto& here = plan_.at(version_, t);
    out_ << words[static_cast<unsigned>(declared.kind)] << ' ' << declared.name << ", "
         << bits_text(here.min_bits, here.max_bits) << '\n';
    if (declared.kind == type_kind::structure)
        structure(t, {side::client, none, t});
    else
        members(t);
}

const prefix_code* explainer::tag_of(side who, index type, index& packet) const {
    if (!plan_.has_session) return nullptr;
    const auto& tags = plan_.at(version_).tags[who];
    for (const auto& c : plan_.codes.subspan(tags.first, tags.count))
        if (plan_.packets[who][c.member].type == type) {
            packet = c.member;
            return &c;
        }
    return nullptr;
}

void explainer::one(index t) {
    bool said = false;
    for (const auto who : {side::client, side::server}) {
        index packet = none;
        const auto* tag = tag_of(who, t, packet);
        if (tag == nullptr) continue;
        if (said) out_ << '\n';
        said = true;
        const auto& here = plan_.at(version_, t);
        out_ << (who == side::client ? "client" : "server") << " packet " << plan_.types[t].name << ", tag "
             << code_text(*tag) << " (weight " << tag->weight << "), "
             << bits_text(here.min_bits + tag->length, here.max_bits + tag->length) << '\n';
        structure(t, {who, packet, t});
    }
    if (!said) type(t);
}

void explainer::title() {
    out_ << "protocol " << plan_.protocol << ", version " << version_;
    if (plan_.version > 1)
        out_ << " of " << static_cast<unsigned>(plan_.oldest) << ".." << static_cast<unsigned>(plan_.version);
    if (plan_.has_session) {
        out_ << ", fingerprint " << std::hex << std::setw(8) << std::setfill('0') << plan_.at(version_).fingerprint
             << std::dec << std::setfill(' ');
    }
    out_ << '\n';
}

void explainer::whole() {
    title();
    // Packets first, by side; then the types that they use, in the order of declaration.
    std::vector<bool> done(plan_.types.size());
    for (const auto who : {side::client, side::server}) {
        if (!plan_.has_session) break;
        const auto& tags = plan_.at(version_).tags[who];
        for (const auto& c : plan_.codes.subspan(tags.first, tags.count)) {
            const auto t = plan_.packets[who][c.member].type;
            if (done[t]) continue;
            done[t] = true;
            out_ << '\n';
            one(t);
        }
    }
    for (index t = 0; t < plan_.types.size(); ++t) {
        if (done[t]) continue;
        out_ << '\n';
        type(t);
    }
}

}  // namespace

int explain(arguments args, streams& io) {
    std::string path;
    std::string name;
    std::optional<unsigned> version;
    bool canonical = false;
    bool layout = false;
    option_set usage("explain", "Show what each field costs and what sample values cost, in one version.");
    usage.operand("FILE", path, "The schema, or `-`");
    usage.operand("NAME", name, "Only this enum, union, struct or packet", false);
    usage.number("--version", "V", version, "The version (default: the newest)");
    usage.flag("--canonical", canonical, "The canonical text of the version, from which its fingerprint is computed");
    usage.flag("--layout", layout, "The whole layout as stable text");
    if (const auto code = usage.parse(std::move(args), io)) return *code;
    if (canonical && layout)
        return report_error(io, wrong_usage, "explain: --canonical and --layout exclude each other");
    if (!name.empty() && (canonical || layout))
        return report_error(io, wrong_usage, "explain: --canonical and --layout take no NAME");

    int code = as_wanted;
    const auto file = open_schema(path, io, code);
    if (!file) return code;
    const auto& plan = file->plan();
    const unsigned v = version.value_or(plan.version);
    if (!accept_version(*file, v, !layout, io)) return wrong_usage;
    if (canonical) {
        io.out << plan::canonical(file->compiled->schema(), v);
    } else if (layout) {
        io.out << plan::print_layout(plan, v);
    } else if (name.empty()) {
        explainer(*file, v, io.out).whole();
    } else {
        const auto type = file->program().find_type(name);
        if (!type) return report_error(io, wrong_usage, no_such_type(*file, name));
        explainer(*file, v, io.out).one(*type);
    }
    return as_wanted;
}

}  // namespace tic::tool
