// C++ names, computed once before anything is printed.
#include "codegen/cpp/model.hpp"

#include "codegen/cpp/parts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tic::cpp {
namespace {

/// The language's words, and what the headers themselves are written with.
constexpr std::string_view keywords =
    " alignas alignof and and_eq asm auto bitand bitor bool break case catch char char16_t char32_t char8_t class "
    "co_await co_return co_yield compl concept const const_cast consteval constexpr constinit continue decltype "
    "default delete do double dynamic_cast else enum explicit export extern false float for friend goto if "
    "inline int linux long mutable namespace new noexcept not not_eq nullptr operator or or_eq private protected "
    "public register reinterpret_cast requires return short signed sizeof static static_assert static_cast std "
    "struct switch template this thread_local throw tic true try typedef typeid typename union unix unsigned "
    "using virtual void volatile wchar_t while xor xor_eq ";

/// What a header declares beside the schema's types; a struct's field may be called so.
constexpr std::string_view declared =
    " arena assemble client_max_arena client_max_bytes client_memory client_memory_size client_packet decode "
    "describe encode kind name_of oldest path_of server_max_arena server_max_bytes server_memory "
    "server_memory_size server_packet session value version versions visit wire ";

std::string spell(std::string_view schema_name, bool is_taken) {
    std::string made;
    for (const char c : schema_name) {
        if (made.empty() && c == '_') made = 'x';          // such names are the compiler's own
        if (c == '_' && made.ends_with('_')) made += 'x';  // and so are those with two in a row
        made += c;
    }
    return is_taken ? made + '_' : made;
}

/// Whether a word is one of `words`, each of which is between blanks.
bool is_in(std::string_view words, std::string_view word) {
    return words.find(" " + std::string(word) + " ") != std::string_view::npos;
}

}  // namespace

std::string literal(std::uint64_t v) { return v < 10 ? fmt::format("{}", v) : fmt::format("{}U", v); }

std::string signed_literal(std::uint64_t v) {
    const auto s = static_cast<std::int64_t>(v);
    return s == INT64_MIN ? "(-9223372036854775807 - 1)" : fmt::format("{}", s);
}

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        const auto u = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            out += '\\', out += c;
        else if (u < 0x20 || u >= 0x7f)
            out += fmt::format("\\{:03o}", u);
        else
            out += c;
    }
    return out + '"';
}

model::model(const layout& from) : plan(from), types_(from) {
    for (const auto& t : plan.types) type_names_.insert(t.name);
    for (const auto& a : plan.aliases) type_names_.insert(a.name);
    name_slots();
    for (index i = 0; i < plan.slots.size(); ++i) slot_types_.push_back(usual_slot_type(*this, i));
}

std::string model::name(std::string_view schema_name) {
    return spell(schema_name, is_in(keywords, schema_name) || is_in(declared, schema_name));
}

std::string model::field_name(index member) const {
    const auto schema_name = plan.members[member].name;
    return spell(schema_name, is_in(keywords, schema_name) || type_names_.contains(schema_name));
}

std::string model::type_name(index type) const { return name(plan.types[type].name); }

std::string model::integer(std::uint64_t low, std::uint64_t span, bool is_signed) {
    if (!is_signed) {
        const std::uint64_t high = low + span;
        return high <= 0xff         ? "std::uint8_t"
               : high <= 0xffff     ? "std::uint16_t"
               : high <= 0xffffffff ? "std::uint32_t"
                                    : "std::uint64_t";
    }
    const auto lo = static_cast<std::int64_t>(low);
    const auto hi = static_cast<std::int64_t>(low + span);
    const auto holds = [&](std::int64_t most) { return lo >= -most - 1 && hi <= most; };
    return holds(0x7f)         ? "std::int8_t"
           : holds(0x7fff)     ? "std::int16_t"
           : holds(0x7fffffff) ? "std::int32_t"
                               : "std::int64_t";
}

const alias* model::id_of(const node& n) const { return n.id == none ? nullptr : &plan.aliases[n.id]; }

std::string model::inner_type(const node& n) const {
    if (const alias* id = id_of(n)) return name(id->name);
    switch (n.operation) {
        case op::boolean:
            return "bool";
        case op::number:
            return integer(n.low, n.span, n.is_signed);
        case op::f32:
            return "float";
        case op::f64:
            return "double";
        case op::bytes:
            return "tic::bytes";
        case op::utf8:
        case op::text:
            return "std::string_view";
        case op::sealed:
            return fmt::format("tic::sealed<{}>", type_name(n.type));
        case op::list:
            return fmt::format("tic::list<{}>", cpp_type(plan.nodes[n.element]));
        default:
            return type_name(n.type);
    }
}

std::string model::cpp_type(const node& n) const {
    return n.optional ? fmt::format("std::optional<{}>", inner_type(n)) : inner_type(n);
}

std::string model::variant_name(index type, unsigned version) const {
    if (variants(type).size() == 1) return type_name(type);
    return fmt::format("{}_v{}", type_name(type), types_.variant_in(type, version).version);
}

/// `Send_items_each` of `Send.items[]`.
static std::string word(std::string_view path) {
    std::string made;
    for (const char c : path) {
        if (c == '[')
            made += "_each";
        else if (c != ']')
            made += c == '.' ? '_' : c;
    }
    return made;
}

void model::name_slots() {
    std::map<index, std::set<std::string>> taken;  // by table, or none for the connection's own
    for (index i = 0; i < plan.slots.size(); ++i) {
        const slot& s = plan.slots[i];
        std::string made(s.name);
        if (s.parent != none) made.erase(0, made.find('.') + 1);
        made = word(made);
        if (s.kind == slot_kind::last) made += "_last";
        if (s.kind == slot_kind::same) made += "_same";
        if (s.kind == slot_kind::recent) made += fmt::format("_recent{}", s.capacity);
        made = name(made);
        while (!taken[s.parent].insert(made).second) made += fmt::format("_{}", i);
        slot_names_.push_back(made);
    }
}

std::string model::slot_place(index slot) const {
    if (is_local(slot)) return slot_name(slot);
    const index parent = plan.slots[slot].parent;
    if (parent == none) return "m." + slot_name(slot);
    return "m." + slot_name(parent) + ".front()." + slot_name(slot);
}

}  // namespace tic::cpp
