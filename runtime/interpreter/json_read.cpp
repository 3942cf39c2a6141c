// JSON text to value trees, guided by the layout; says what was expected where.
#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <utility>

#include "runtime/interpreter/json.hpp"
#include "runtime/interpreter/json_tree.hpp"
#include "runtime/interpreter/nearest.hpp"
#include "runtime/interpreter/text.hpp"
#include "runtime/tic/hex.hpp"

namespace tic::interpreter {

namespace {

using kind = json_node::kind;

std::string_view name_of(kind is) {
    constexpr std::string_view names[] = {"null",     "a boolean", "a number", "a number",
                                          "a number", "a string",  "an array", "an object"};
    return names[static_cast<unsigned>(is)];
}

/// `, did you mean "kind"?` where a name is near.
std::string nearest(std::string_view wrong, const std::vector<std::string_view>& names) {
    const std::string_view best = nearest_name(wrong, names);
    return best.empty() ? std::string() : ", did you mean \"" + std::string(best) + "\"?";
}

/// The integer that a JSON number or decimal string is: its 64 bits, and whether it is below 0.
bool whole_number(const json_node& from, std::uint64_t& v, bool& below) {
    if (from.is == kind::whole || from.is == kind::negative) {
        v = from.number;
        below = from.is == kind::negative && v != 0;
        return true;
    }
    if (from.is != kind::string) return false;
    const char* first = from.text.data();
    const char* const last = first + from.text.size();
    below = first != last && *first == '-';
    if (below) ++first;
    if (first == last || *first < '0' || *first > '9' || (*first == '0' && last - first > 1)) return false;
    const auto [end, code] = std::from_chars(first, last, v);
    if (end != last || code != std::errc()) return false;
    if (!below) return true;
    below = v != 0;
    if (v > std::uint64_t{1} << 63) return false;
    v = std::uint64_t{0} - v;
    return true;
}

/// Reads one text. Functions answer false once `wrong` is set.
class json_reader {
public:
    json_reader(const program& run, unsigned version) : plan_(run.plan()), version_(version) {}

    bool read_type(index type, const path_step* at, const json_node& from, value& out);
    bool fail(const path_step* at, const std::string& text) {
        const std::string path = spell_path(at);
        wrong = path.empty() ? text : path + ": " + text;
        return false;
    }
    bool expected(const path_step* at, const std::string& what, const json_node& from) {
        return fail(at, "expected " + what + ", found " + std::string(name_of(from.is)));
    }

    std::string wrong{};

private:
    bool read_node(const node& n, const path_step* at, const json_node& from, value& out);
    bool read_number(const node& n, const path_step* at, const json_node& from, value& out);
    bool read_float(const node& n, const path_step* at, const json_node& from, value& out);
    bool read_hex(const path_step* at, const json_node& from, std::string& out);
    bool read_sealed(const node& n, const path_step* at, const json_node& from, value& out);
    bool read_list(const node& n, const path_step* at, const json_node& from, value& out);
    bool read_enum(index type, const path_step* at, const json_node& from, value& out);
    bool read_struct(index type, const path_step* at, const json_node& from, value& out);
    bool read_choice(index type, const path_step* at, const json_node& from, value& out);
    bool unknown(index type, const path_step* at, std::string_view name, const char* what);
    [[nodiscard]] const node* find_living(index type, std::string_view name) const;

    const layout& plan_;
    unsigned version_;
};

bool json_reader::read_type(index type, const path_step* at, const json_node& from, value& out) {
    switch (plan_.types[type].kind) {
        case type_kind::structure:
            return read_struct(type, at, from, out);
        case type_kind::choice:
            return read_choice(type, at, from, out);
        case type_kind::enumeration:
            return read_enum(type, at, from, out);
    }
    return false;
}

bool json_reader::read_node(const node& n, const path_step* at, const json_node& from, value& out) {
    if (n.optional && from.is == kind::null) {
        out.absent = true;
        return true;
    }
    switch (n.operation) {
        case op::boolean:
            if (from.is != kind::boolean) return expected(at, "true or false", from);
            out.number = from.number;
            return true;
        case op::number:
            return read_number(n, at, from, out);
        case op::f32:
        case op::f64:
            return read_float(n, at, from, out);
        case op::utf8:
        case op::text:
            if (from.is != kind::string) return expected(at, "a string", from);
            out.bytes = from.text;
            return true;
        case op::bytes:
            return read_hex(at, from, out.bytes);
        case op::sealed:
            return read_sealed(n, at, from, out);
        case op::list:
            return read_list(n, at, from, out);
        case op::enumeration:
        case op::structure:
        case op::choice:
            return read_type(n.type, at, from, out);
    }
    return false;
}

bool json_reader::read_number(const node& n, const path_step* at, const json_node& from, value& out) {
    bool below = false;
    if (!whole_number(from, out.number, below)) {
        if (from.is == kind::string)
            return fail(at, json_string(from.text) + " is no whole number in " + range_text(n));
        if (from.is == kind::decimal) return fail(at, from.text + " is no whole number in " + range_text(n));
        return expected(at, "a whole number in " + range_text(n), from);
    }
    // The 64 bits alone would let 2^64 - 1 pass for -1.
    const bool sign_fits = n.is_signed ? below == (static_cast<std::int64_t>(out.number) < 0) : !below;
    if (sign_fits && out.number - n.low <= n.span) return true;
    const std::string text = below ? std::to_string(static_cast<std::int64_t>(out.number)) : std::to_string(out.number);
    return fail(at, text + " is not in " + range_text(n));
}

bool json_reader::read_float(const node& n, const path_step* at, const json_node& from, value& out) {
    const bool is_short = n.operation == op::f32;
    const auto keep = [&](auto v) {
        out.number = is_short ? std::bit_cast<std::uint32_t>(static_cast<float>(v))
                              : std::bit_cast<std::uint64_t>(static_cast<double>(v));
    };
    switch (from.is) {
        case kind::whole:
            keep(from.number);
            return true;
        case kind::negative:
            // The parser gives -0 as a negative 0.
            if (from.number == 0) {
                keep(-0.0);
            } else {
                keep(static_cast<std::int64_t>(from.number));
            }
            return true;
        case kind::decimal: {
            if (!is_short) {
                keep(from.approximate);
                return true;
            }
            float v = 0;  // from the text: by way of a double it would be rounded twice
            const auto code = std::from_chars(from.text.data(), from.text.data() + from.text.size(), v).ec;
            if (code == std::errc::result_out_of_range && std::abs(from.approximate) < 1)
                v = std::copysign(0.0F, static_cast<float>(from.approximate));
            if (!std::isfinite(v) || (code == std::errc::result_out_of_range && std::abs(from.approximate) >= 1)) {
                return fail(at, from.text + " is too large for 32 bits");
            }
            keep(v);
            return true;
        }
        case kind::string: {
            const std::size_t digits = is_short ? 8 : 16;
            std::uint64_t bits = 0;
            const char* const end = from.text.data() + from.text.size();
            if (from.text.size() != digits + 2 || !from.text.starts_with("0x") ||
                std::from_chars(from.text.data() + 2, end, bits, 16).ptr != end)
                return fail(at, "expected a number or \"0x\" and " + std::to_string(digits) + " hex digits, found " +
                                    json_string(from.text));
            out.number = bits;
            return true;
        }
        default:
            return expected(at, "a number", from);
    }
}

bool json_reader::read_hex(const path_step* at, const json_node& from, std::string& out) {
    if (from.is != kind::string) return expected(at, "a string of hex digits", from);
    if (from.text.size() % 2 != 0) return fail(at, "an odd number of hex digits");
    out.resize(from.text.size() / 2);
    return tic::read_hex(from.text, reinterpret_cast<std::uint8_t*>(out.data())) ||
           fail(at, "expected hex digits, found " + json_string(from.text));
}

bool json_reader::read_sealed(const node& n, const path_step* at, const json_node& from, value& out) {
    constexpr const char* form = "{\"version\": n, \"value\": …} or {\"raw\": \"hex\"}";
    if (from.is != kind::object) return expected(at, form, from);
    const json_node* const raw = from.find("raw");
    const json_node* const version = from.find("version");
    const json_node* const content = from.find("value");
    if (raw != nullptr && from.items.size() == 1) {
        const path_step step{.up = at, .name = "raw"};
        return read_hex(&step, *raw, out.bytes);
    }
    if (version == nullptr || content == nullptr || from.items.size() != 2)
        return fail(at, std::string("expected ") + form);
    const path_step version_step{.up = at, .name = "version"};
    bool below = false;
    if (!whole_number(*version, out.number, below) || below || out.number == 0 || out.number > plan_.version) {
        return fail(&version_step, "expected a version in 1.." + std::to_string(plan_.version));
    }
    const path_step step{.up = at, .name = "value"};
    const unsigned outer = std::exchange(version_, static_cast<unsigned>(out.number));
    const bool good = read_type(n.type, &step, *content, out.items.emplace_back());
    version_ = outer;
    return good;
}

bool json_reader::read_list(const node& n, const path_step* at, const json_node& from, value& out) {
    if (from.is != kind::array) return expected(at, "an array", from);
    out.items.reserve(from.items.size());
    for (std::size_t i = 0; i < from.items.size(); ++i) {
        const path_step step{.up = at, .element = i};
        if (!read_node(plan_.nodes[n.element], &step, from.items[i], out.items.emplace_back())) return false;
    }
    return true;
}

/// A name that is none of the living: dead in the version, or not there at all.
bool json_reader::unknown(index type, const path_step* at, std::string_view name, const char* what) {
    const tic::type& declared = plan_.types[type];
    std::vector<std::string_view> names;
    for (const member& m : plan_.members.subspan(declared.first_member, declared.member_count)) {
        if (m.name == name) return fail(at, std::string(name) + " is not alive in version " + std::to_string(version_));
        names.push_back(m.name);
    }
    return fail(
        at, std::string(declared.name) + " has no " + what + " \"" + std::string(name) + '"' + nearest(name, names));
}

const node* json_reader::find_living(index type, std::string_view name) const {
    for (const node& n : plan_.fields(version_, type)) {
        if (plan_.members[n.member].name == name) return &n;
    }
    return nullptr;
}

bool json_reader::read_enum(index type, const path_step* at, const json_node& from, value& out) {
    if (from.is != kind::string) return expected(at, "a value of " + std::string(plan_.types[type].name), from);
    const prefix_table& codes = plan_.at(version_, type).codes;
    for (const prefix_code& c : plan_.codes.subspan(codes.first, codes.count)) {
        if (member_name(plan_, type, c.member) == from.text) {
            out.number = c.member;
            return true;
        }
    }
    return unknown(type, at, from.text, "value");
}

bool json_reader::read_struct(index type, const path_step* at, const json_node& from, value& out) {
    const tic::type& declared = plan_.types[type];
    if (from.is != kind::object) return expected(at, "an object, " + std::string(declared.name), from);
    for (const std::string& name : from.names) {
        if (find_living(type, name) == nullptr) return unknown(type, at, name, "field");
    }
    out.items.resize(declared.member_count);
    std::vector<bool> lives(declared.member_count);
    for (const node& n : plan_.fields(version_, type)) {
        const index ordinal = n.member - declared.first_member;
        const path_step step{.up = at, .name = plan_.members[n.member].name};
        const json_node* const given = from.find(step.name);
        lives[ordinal] = true;
        if (given != nullptr) {
            if (!read_node(n, &step, *given, out.items[ordinal])) return false;
        } else if (n.optional) {
            out.items[ordinal].absent = true;
        } else {
            return fail(&step, "missing");
        }
    }
    for (index i = 0; i < declared.member_count; ++i) {
        const index sample = plan_.members[declared.first_member + i].sample;
        if (!lives[i] && sample != none) out.items[i] = default_of(plan_, plan_.nodes[sample]);
    }
    return true;
}

bool json_reader::read_choice(index type, const path_step* at, const json_node& from, value& out) {
    const std::string name(plan_.types[type].name);
    if (from.is != kind::object) return expected(at, "an object with one arm of " + name, from);
    if (from.items.size() != 1)
        return fail(at, "expected one arm of " + name + ", found " + std::to_string(from.items.size()) + " members");
    const node* const arm = find_living(type, from.names[0]);
    if (arm == nullptr) return unknown(type, at, from.names[0], "arm");
    out.number = ordinal_of(plan_, type, arm->member);
    const path_step step{.up = at, .name = plan_.members[arm->member].name};
    return read_node(*arm, &step, from.items[0], out.items.emplace_back());
}

}  // namespace

std::variant<json_packet, json_error> read_packet(const program& run, side who, unsigned version,
                                                  std::string_view text) {
    std::string wrong;
    const std::optional<json_node> tree = parse_json(text, wrong);
    if (!tree) return json_error{std::move(wrong)};
    if (tree->is != kind::object || tree->items.size() != 1)
        return json_error{"expected an object with one packet: {\"Name\": {…}}"};
    const std::string& name = tree->names[0];
    const auto packet = run.find_packet(who, version, name);
    if (!packet) {
        std::vector<std::string_view> names;
        for (const tic::packet& p : run.plan().packets[who]) {
            if (p.name == name) return json_error{name + " is not alive in version " + std::to_string(version)};
            names.push_back(p.name);
        }
        return json_error{"the " + std::string(name_of(who)) + " has no packet \"" + name + '"' + nearest(name, names)};
    }
    const tic::packet& said = run.plan().packets[who][*packet];
    json_packet got{.packet = *packet, .content = {}};
    json_reader reader(run, version);
    const path_step at{.name = said.name};
    if (!reader.read_type(said.type, &at, tree->items[0], got.content)) return json_error{std::move(reader.wrong)};
    return got;
}

std::variant<value, json_error> read_type(const program& run, index type, unsigned version, std::string_view text) {
    std::string wrong;
    const std::optional<json_node> tree = parse_json(text, wrong);
    if (!tree) return json_error{std::move(wrong)};
    value got;
    json_reader reader(run, version);
    if (!reader.read_type(type, nullptr, *tree, got)) return json_error{std::move(reader.wrong)};
    return got;
}

}  // namespace tic::interpreter
