// Tapes connection by connection.
#include "conformance/classes/played.hpp"

#include <algorithm>

#include "conformance/classes/ill_formed.hpp"
#include "runtime/interpreter/text.hpp"

namespace tic::conformance {

namespace {

root root_of(const interpreter::program& run, const step& s) {
    if (s.is == step_kind::packet)
        return {root_kind::packet, s.who, s.name, run.plan().packets[s.who][s.name].type, s.version};
    return {s.is == step_kind::sealed ? root_kind::sealed : root_kind::alone, side::client, none, s.name, s.version};
}

/// The place that a path of a step ends at, or none.
index place_at(const interpreter::program& run, const path_table& paths, const root& from, std::string_view path) {
    const layout& plan = run.plan();
    index type = from.type;
    member_step last{};
    while (path.size() > 1 && type != none) {
        path.remove_prefix(1);
        const std::size_t end = std::min(path.find('.'), path.size());
        std::string_view name = path.substr(0, end);
        path.remove_prefix(end);
        last = {none, static_cast<unsigned>(std::ranges::count(name, '['))};
        name = name.substr(0, name.find('['));
        const node* found = nullptr;
        if (plan.types[type].kind != type_kind::enumeration)
            for (const node& n : plan.fields(from.version, type))
                if (plan.members[n.member].name == name) found = &n;
        if (found == nullptr) return none;
        last.member = found->member;
        for (unsigned d = 0; d < last.depth && found->operation == op::list; ++d) found = &plan.nodes[found->element];
        type = found->type;
    }
    return last.member == none ? none : paths.find(from.version, last);
}

std::string class_of_set(const field_path& p, const bad& wrong) {
    const std::string_view value = wrong.what.value;
    const std::string_view before = wrong.expects_error ? "error:" : "refuse:";
    if (value == "range+1" || value == "length+1") return std::string(before) + "above";
    if (value == "range-1" || value == "length-1") return std::string(before) + "below";
    if (p.at->operation != op::enumeration && p.at->operation != op::choice) return {};
    return std::string(before) + "dead:" + std::string(value.substr(0, value.find_first_of("({")));
}

std::string class_of_octets(const bad& wrong) {
    const std::string& hex = wrong.what.value;
    for (const ill_formed& kind : ill_formed_kinds) {
        const std::string octets = interpreter::hex_text(kind.bytes);
        const std::string_view inside = std::string_view(hex).substr(2, hex.size() - 3);
        if (!inside.ends_with(octets)) continue;
        // Letters may come first, so that the text is long enough.
        const std::string_view letters = inside.substr(0, inside.size() - octets.size());
        if (letters.find_first_not_of("61") == std::string_view::npos && letters.size() % 2 == 0)
            return (wrong.expects_error ? "error:utf8:" : "utf8:") + std::string(kind.name);
    }
    return {};
}

}  // namespace

std::string broken_item(const interpreter::program& run, const path_table& paths, const tape& of, const bad& wrong) {
    if (wrong.step == 0) return {};
    const root from = root_of(run, of.steps[wrong.step - 1]);
    const std::string whole = paths.name_of(from);
    switch (wrong.what.is) {
        case change_kind::cut:
            return whole + "/cut";
        case change_kind::pad:
            return whole + "/trailing";
        case change_kind::newer:
            return whole + "/newer";
        case change_kind::then:
            return {};
        default:
            break;
    }
    if (wrong.what.path.empty()) return whole + "/fill";
    const index at = place_at(run, paths, from, wrong.what.path);
    if (at == none) return {};
    const field_path& p = paths.all()[at];
    std::string name;
    switch (wrong.what.is) {
        case change_kind::set:
            name = class_of_set(p, wrong);
            break;
        case change_kind::plain:
            name = p.at->by == hint::table ? "plain-of-known" : "plain-of-predicted";
            break;
        case change_kind::rank:
            name = "rank-beyond";
            break;
        case change_kind::overlong:
            name = "overlong";
            break;
        case change_kind::fill:
            name = "fill";
            break;
        case change_kind::bytes:
            name = class_of_octets(wrong);
            break;
        default:
            break;
    }
    return name.empty() ? name : p.name + "/" + name;
}

std::set<std::string> reached_by(const interpreter::program& run, const std::vector<tape_file>& files) {
    const path_table paths(run);
    observer values(run, paths);
    const auto hear_behind = [&](const tape& of, unsigned number, unsigned connection) {
        for (const bad& b : of.bads)
            if (b.step == number && b.what.is == change_kind::then && step_of(of, b).connection == connection)
                values.observe_state(b.what.who, b.what.name);
    };
    for (const tape_file& file : files)
        for (const tape& of : file.tapes) {
            values.begin();
            for (unsigned c = 0; c < of.connections.size(); ++c) {
                values.connect(of.connections[c].version);
                hear_behind(of, 0, c);
                for (unsigned i = 0; i < of.steps.size(); ++i) {
                    const step& s = of.steps[i];
                    if (s.connection != c || s.is == step_kind::quiet || !s.content) continue;
                    values.observe(root_of(run, s), *s.content);
                    if (of.is_split && s.is == step_kind::packet) values.add(paths.name_of(root_of(run, s)) + "/split");
                    hear_behind(of, i + 1, c);
                }
            }
            for (const bad& b : of.bads)
                if (std::string item = broken_item(run, paths, of, b); !item.empty()) values.add(item);
        }
    return values.reached();
}

}  // namespace tic::conformance
