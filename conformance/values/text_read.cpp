// Values in the form of tapes, read.
#include <algorithm>

#include "conformance/values/members.hpp"
#include "conformance/values/quoted.hpp"
#include "conformance/values/text.hpp"
#include "runtime/interpreter/text.hpp"

namespace tic::conformance {

using interpreter::value;

namespace {

/// What a field accepts, for messages.
std::string wanted(const layout& plan, const node& n) {
    switch (n.operation) {
        case op::boolean:
            return "true or false";
        case op::number:
        case op::f32:
        case op::f64:
            return "a number";
        case op::enumeration:
            return "a value of `" + std::string(plan.types[n.type].name) + "`";
        case op::choice:
            return "an arm of `" + std::string(plan.types[n.type].name) + "`, like `arm(VALUE)` or `arm{…}`";
        case op::utf8:
        case op::text:
            return "a text in quotes";
        case op::bytes:
            return "bytes, like `x\"0aff\"`";
        case op::sealed:
            return "sealed content, `v1{…}` or `raw\"…\"`";
        case op::list:
            return "a list, `[…]`";
        case op::structure:
            return "`{…}`";
    }
    return "a value";
}

}  // namespace

bool text_reader::fail(std::size_t at, std::string text) {
    wrong = {at, std::move(text)};
    return false;
}

bool text_reader::fail_here(const std::string& what) {
    const std::size_t at = from_.next();
    std::string found(from_.word().substr(0, 40));
    if (found.empty() && from_.here() != '\0') found = from_.here();
    const std::string target = path_.empty() ? "" : "`" + path_.substr(1) + "`: ";
    return fail(at, target + "expected " + what + (found.empty() ? ", found nothing" : ", found `" + found + "`"));
}

bool text_reader::expect(char c, std::string_view why) {
    return from_.take(c) || fail_here("`" + std::string(1, c) + "` " + std::string(why));
}

bool text_reader::read_type(index type, value& out) {
    const node n = node_of(plan_, type);
    return n.operation == op::structure ? read_fields(type, out, '\0') : read_node(n, out);
}

bool text_reader::read_node(const node& n, value& out) {
    if (from_.peek() == '$') return read_bound(n, out);
    if (n.optional) {
        const std::size_t first = from_.next();
        if (from_.name() == "null") {
            out.absent = true;
            return true;
        }
        from_.go_to(first);
    }
    return read_plain(n, out);
}

bool text_reader::read_bound(const node& n, value& out) {
    const std::size_t first = from_.next();
    from_.advance(1);
    binding as{.path = path_};
    while (is_name_char(from_.here())) {
        as.name += from_.here();
        from_.advance(1);
    }
    if (as.name.empty()) return fail(first, "`$` needs a name");
    if (from_.here() == ':') {
        from_.advance(1);
        if (from_.name() != "new") return fail(first, "`$" + as.name + ":` can only be followed by `new`");
        as.is_new = true;
    }
    if (from_.here() == '=') {
        from_.advance(1);
        as.is_said = true;
        if (from_.peek() == '$') return fail(from_.position(), "one name is bound to one value");
        if (!read_node(n, out)) return false;
    } else {
        out = interpreter::default_of(plan_, n);
    }
    bound.push_back(std::move(as));
    return true;
}

bool text_reader::read_plain(const node& n, value& out) {
    switch (n.operation) {
        case op::enumeration:
            return read_enum(n, out);
        case op::utf8:
        case op::text:
            return from_.peek() == '"' ? read_quoted(from_, out.bytes, wrong) : fail_here(wanted(plan_, n));
        case op::bytes:
            return from_.peek() == 'x' && from_.here(1) == '"' ? read_hex(out) : fail_here(wanted(plan_, n));
        case op::sealed:
            return read_sealed(n, out);
        case op::list:
            return read_list(n, out);
        case op::structure:
            return from_.take('{') ? read_fields(n.type, out, '}') : fail_here(wanted(plan_, n));
        case op::choice:
            return read_choice(n, out);
        default:
            break;
    }
    const std::size_t first = from_.next();
    const std::string_view word = from_.word();
    if (word.empty()) return fail_here(wanted(plan_, n));
    const auto got = parse_scalar(n, word);
    if (const auto* why = std::get_if<std::string>(&got))
        return fail(first, (path_.empty() ? "" : "`" + path_.substr(1) + "`: ") + *why);
    out.number = std::get<0>(got);
    return true;
}

bool text_reader::read_enum(const node& n, value& out) {
    const bool is_doubtful = n.optional && from_.take('(');
    const std::size_t first = from_.next();
    const std::string_view name = from_.name();
    if (name.empty()) return fail_here(wanted(plan_, n));
    const auto ordinal = find_member(plan_, n.type, name);
    if (!ordinal) {
        return fail(first, "`" + std::string(plan_.types[n.type].name) + "` has no value `" + std::string(name) + "`" +
                               nearest_member(plan_, n.type, name));
    }
    out.number = *ordinal;
    return !is_doubtful || expect(')', "behind the value");
}

/// At `x"…"` or `raw"…"`, the letters included.
bool text_reader::read_hex(value& out) {
    const std::size_t first = from_.next();
    static_cast<void>(from_.name());
    from_.advance(1);
    const std::size_t digits = from_.position();
    while (is_name_char(from_.here())) from_.advance(1);
    auto bytes = parse_hex(from_.between(digits, from_.position()));
    if (!bytes || from_.here() != '"') return fail(first, "expected whole bytes of hex and a closing quote");
    from_.advance(1);
    out.bytes = std::move(*bytes);
    return true;
}

bool text_reader::read_sealed(const node& n, value& out) {
    const std::size_t first = from_.next();
    const std::string_view name = from_.name();
    if (name == "raw" && from_.here() == '"') {
        from_.go_to(first);
        return read_hex(out);
    }
    unsigned version = 0;
    for (const char c : name.substr(std::min<std::size_t>(1, name.size())))
        version = c >= '0' && c <= '9' && version < 1000 ? version * 10 + static_cast<unsigned>(c - '0') : 1000;
    if (name.size() < 2 || name[0] != 'v' || version >= 1000 || from_.here() != '{') {
        from_.go_to(first);
        return fail_here(wanted(plan_, n));
    }
    if (version == 0 || version > plan_.version) {
        return fail(first,
                    "there is no version " + std::to_string(version) + ", only 1 to " + std::to_string(plan_.version));
    }
    from_.advance(1);
    out.number = version;
    text_reader inside(run_, version, from_);
    const bool is_struct = plan_.types[n.type].kind == type_kind::structure;
    value& content = out.items.emplace_back();
    if (!(is_struct ? inside.read_fields(n.type, content, '}') : inside.read_type(n.type, content))) {
        wrong = std::move(inside.wrong);
        return false;
    }
    if (!inside.bound.empty()) return fail(first, "nothing can be bound inside sealed content");
    return is_struct || expect('}', "behind sealed content");
}

bool text_reader::read_list(const node& n, value& out) {
    if (!from_.take('[')) return fail_here(wanted(plan_, n));
    const std::size_t before = path_.size();
    while (!from_.take(']')) {
        if (from_.ended()) return fail_here("a value or `]`");
        path_.append("[").append(std::to_string(out.items.size())) += ']';
        if (!read_node(plan_.nodes[n.element], out.items.emplace_back())) return false;
        path_.resize(before);
    }
    return true;
}

bool text_reader::read_choice(const node& n, value& out) {
    const std::size_t first = from_.next();
    const std::string_view name = from_.name();
    if (name.empty()) return fail_here(wanted(plan_, n));
    const auto ordinal = find_member(plan_, n.type, name);
    const node* arm = ordinal ? member_node(plan_, version_, n.type, *ordinal) : nullptr;
    if (arm == nullptr) {
        return fail(first, "`" + std::string(plan_.types[n.type].name) + "` has no arm `" + std::string(name) + "`" +
                               nearest_member(plan_, n.type, name));
    }
    out.number = *ordinal;
    const std::size_t before = path_.size();
    (path_ += '.').append(name);
    value& payload = out.items.emplace_back();
    if (arm->operation == op::structure && from_.take('{')) {
        if (!read_fields(arm->type, payload, '}')) return false;
    } else if (!expect('(', "before the arm's value") || !read_node(*arm, payload) ||
               !expect(')', "behind the arm's value")) {
        return false;
    }
    path_.resize(before);
    return true;
}

bool text_reader::read_field(index type, std::size_t at, std::string_view name, value& out, std::vector<bool>& said) {
    const auto ordinal = find_member(plan_, type, name);
    if (!ordinal) {
        return fail(at, "`" + std::string(plan_.types[type].name) + "` has no field `" + std::string(name) + "`" +
                            nearest_member(plan_, type, name));
    }
    const std::span<const node> fields = plan_.fields(version_, type);
    const auto n =
        std::ranges::find(fields, plan_.types[type].first_member + static_cast<index>(*ordinal), &node::member);
    if (n == fields.end())
        return fail(at, "`" + std::string(name) + "` does not live in version " + std::to_string(version_));
    if (said[*ordinal]) return fail(at, "`" + std::string(name) + "` is said twice");
    said[*ordinal] = true;
    const std::size_t before = path_.size();
    (path_ += '.').append(name);
    if (!read_node(*n, out.items[*ordinal])) return false;
    path_.resize(before);
    return true;
}

bool text_reader::read_fields(index type, value& out, char until) {
    const tic::type& t = plan_.types[type];
    out.items.resize(t.member_count);
    std::vector<bool> said(t.member_count);
    const std::size_t start = from_.position();
    while (until == '\0' || !from_.take(until)) {
        const std::size_t first = from_.next();
        const std::string_view name = from_.name();
        if (name.empty() || from_.here() != '=') {
            from_.go_to(first);
            if (until == '\0') break;
            return fail_here(std::string("`NAME=VALUE` or `") + until + "`");
        }
        from_.advance(1);
        if (!read_field(type, first, name, out, said)) return false;
    }
    const std::span<const node> fields = plan_.fields(version_, type);
    auto field = fields.begin();
    for (index i = 0; i < t.member_count; ++i) {
        const tic::member& member = plan_.members[t.first_member + i];
        const bool lives = field != fields.end() && field->member == t.first_member + i;
        const node* n = lives ? &*field++ : nullptr;
        if (said[i]) continue;
        if (lives && !n->optional)
            return fail(start, "`" + std::string(member.name) + "` of `" + std::string(t.name) + "` is missing");
        if (lives)
            out.items[i].absent = true;
        else if (member.sample != none)
            out.items[i] = interpreter::default_of(plan_, plan_.nodes[member.sample]);
    }
    return true;
}

}  // namespace tic::conformance
