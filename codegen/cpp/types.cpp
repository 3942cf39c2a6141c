// The types that users hold: enums, ids, structs, unions.
#include "codegen/cpp/parts.hpp"
#include "codegen/emit/template.hpp"

#include <fmt/format.h>

namespace tic::cpp {

std::string print_doc(std::string_view doc) {
    std::string out;
    while (!doc.empty()) {
        const std::size_t end = doc.find('\n');
        const auto line = doc.substr(0, end);
        out += line.empty() ? "///\n" : fmt::format("/// {}{}\n", line, line.back() == '\\' ? "." : "");
        doc.remove_prefix(end == std::string_view::npos ? doc.size() : end + 1);
    }
    return out;
}

namespace {

std::string print_enum(const model& m, const type& t) {
    std::string values;
    for (index i = 0; i < t.member_count; ++i) {
        const auto& value = m.plan.members[t.first_member + i];
        values += print_doc(value.doc) + fmt::format("{} = {},\n", model::name(value.name), i);
    }
    return emit::fill({{"doc", print_doc(t.doc)},
                       {"name", model::name(t.name)},
                       {"kind", t.member_count <= 256 ? "uint8_t" : "uint16_t"},
                       {"values", values}},
                      R"(

        $doc$
        enum class $name$ : std::$kind$ {
            $values$
        };
    )");
}

std::string print_id(const model& m, const alias& a) {
    if (!a.is_id || a.sample == none) return {};
    const node& n = m.plan.nodes[a.sample];
    node plain = n;
    plain.id = none;
    plain.optional = false;
    const std::string type = m.inner_type(plain);
    std::string start = "{}";
    if (n.operation == op::number) {
        const auto low = static_cast<std::int64_t>(n.low);
        const bool holds_zero = n.is_signed ? low <= 0 && static_cast<std::int64_t>(n.low + n.span) >= 0 : n.low == 0;
        if (!holds_zero) start = fmt::format(" = {}", n.is_signed ? signed_literal(n.low + n.span) : literal(n.low));
    }
    const bool is_float = n.operation == op::f32 || n.operation == op::f64;
    return emit::fill(
        {{"doc", print_doc(a.doc)},
         {"name", model::name(a.name)},
         {"type", type},
         {"start", start},
         {"equal", is_float ? fmt::format("friend constexpr bool operator==(const {0}& a, const {0}& b) {{ return "
                                          "tic::equal(a.value, b.value); }}",
                                          model::name(a.name))
                            : fmt::format("friend constexpr bool operator==(const {0}&, const {0}&) = default;",
                                          model::name(a.name))},
         {"order", is_float || n.operation == op::bytes
                       ? ""
                       : fmt::format("friend constexpr auto operator<=>(const {0}&, const {0}&) = default;",
                                     model::name(a.name))}},
        R"(

        $doc$
        struct $name$ {
            $type$ value$start$;
            $equal$
            $order$
        };
    )");
}

/// The default of a domain: the number nearest 0, empty, absent, the first.
std::string initial(const model& m, const node& n) {
    if (n.optional || n.operation != op::number || m.id_of(n) != nullptr) return "{}";
    if (!n.is_signed) return n.low == 0 ? "{}" : fmt::format(" = {}", literal(n.low));
    const auto low = static_cast<std::int64_t>(n.low);
    const auto high = static_cast<std::int64_t>(n.low + n.span);
    if (low <= 0 && high >= 0) return "{}";
    return fmt::format(" = {}", signed_literal(static_cast<std::uint64_t>(low > 0 ? low : high)));
}

bool has_float(const model& m, const node& n) {
    return (n.operation == op::f32 || n.operation == op::f64) && m.id_of(n) == nullptr;
}

std::string print_struct(const model& m, const type& t) {
    const std::string name = model::name(t.name);
    std::string fields;
    std::string compared;
    bool floats = false;
    for (index i = t.first_member; i < t.first_member + t.member_count; ++i) {
        const auto& member = m.plan.members[i];
        if (member.sample == none) continue;
        const node& n = m.plan.nodes[member.sample];
        const std::string field = m.field_name(i);
        fields += print_doc(member.doc) +
                  fmt::format("{} {}{};  // {}\n", m.cpp_type(n), field, initial(m, n), member.source);
        floats = floats || has_float(m, n);
        compared += fmt::format("{}tic::equal(a.{}, b.{})", compared.empty() ? "" : " && ", field, field);
    }
    // Outside of the struct, where no field can be shadowed by `a` or `b`.
    const std::string by_bits =
        floats ? fmt::format("constexpr bool operator==(const {0}& a, const {0}& b) {{\n    return {1};\n}}", name,
                             compared)
               : "";
    const std::string equal =
        floats ? "" : fmt::format("friend constexpr bool operator==(const {0}&, const {0}&) = default;", name);
    return emit::fill(
        {{"doc", print_doc(t.doc)}, {"name", name}, {"fields", fields}, {"equal", equal}, {"by_bits", by_bits}}, R"(

        $doc$
        struct $name$ {
            $fields$
            $equal$
        };
        $by_bits$
        static_assert(std::is_trivially_copyable_v<$name$> && std::is_trivially_destructible_v<$name$>);
    )");
}

std::string print_union(const model& m, const type& t) {
    std::vector<arm> arms;
    for (index i = t.first_member; i < t.first_member + t.member_count; ++i) {
        const auto& member = m.plan.members[i];
        if (member.sample == none) continue;
        arms.push_back({model::name(member.name), m.cpp_type(m.plan.nodes[member.sample]), std::string(member.source)});
    }
    return print_choice(model::name(t.name), std::string(t.doc), arms, false);
}

}  // namespace

std::string print_choice(const std::string& name, const std::string& doc, const std::vector<arm>& arms,
                         bool from_values) {
    std::string kinds, places, makes, gets, sets, equal, visits;
    for (const arm& a : arms) {
        kinds += fmt::format("{}{}", kinds.empty() ? "" : ", ", a.name);
        places += fmt::format("{} {}_;{}\n", a.type, a.name, a.comment.empty() ? "" : "  // " + a.comment);
        if (from_values)
            makes += fmt::format("constexpr {0}(const {1}& v) : kind_(kind_type::{2}), {2}_(v) {{}}\n", name, a.type,
                                 a.name);
        else
            makes += fmt::format(
                "[[nodiscard]] static constexpr {0} make_{2}(const {1}& v) {{\n    {0} made;\n    made.set_{2}() = "
                "v;\n    return made;\n}}\n",
                name, a.type, a.name);
        gets += fmt::format(
            "[[nodiscard]] constexpr const {0}* get_if_{1}() const {{\n    return kind_ == "
            "kind_type::{1} ? &{1}_ : nullptr;\n}}\n",
            a.type, a.name);
        sets += fmt::format(
            "constexpr {0}& set_{1}() {{\n    kind_ = kind_type::{1};\n    return tic::make_at({1}_);\n}}\n", a.type,
            a.name);
        equal += fmt::format("case kind_type::{0}: return tic::equal(a.{0}_, b.{0}_);\n", a.name);
        const bool is_last = &a == &arms.back();
        visits += fmt::format("{}: return use({}_);\n", is_last ? "default" : "case kind_type::" + a.name, a.name);
    }
    return emit::fill({{"doc", print_doc(doc)},
                       {"name", name},
                       {"kinds", kinds},
                       {"first", arms.front().name},
                       {"unset", from_values ? fmt::format("constexpr explicit {}(tic::unset_t) {{}}", name) : ""},
                       {"makes", makes},
                       {"gets", gets},
                       {"sets", sets},
                       {"equal", equal},
                       {"visits", visits},
                       {"places", places}},
                      R"(

        $doc$
        class $name$ {
        public:
            enum class kind_type : std::uint16_t { $kinds$ };
            constexpr $name$() : $first$_{} {}
            $unset$
            $makes$
            [[nodiscard]] constexpr kind_type kind() const { return kind_; }

            // The value where it is this one, or nullptr.
            $gets$
            // Makes it this one, with the default value.
            $sets$
            /// Calls `use` with the value it holds.
            template <class Use>
            constexpr decltype(auto) visit(Use&& use) const {
                switch (kind_) {
                    $visits$
                }
            }
            friend constexpr bool operator==(const $name$& a, const $name$& b) {
                if (a.kind_ != b.kind_) return false;
                switch (a.kind_) {
                    $equal$
                }
                return false;
            }

        private:
            kind_type kind_ = kind_type::$first$;
            union {
                $places$
            };
        };
        static_assert(std::is_trivially_copyable_v<$name$> && std::is_trivially_destructible_v<$name$>);
    )");
}

std::string print_types(const model& m) {
    std::string out;
    for (const auto& t : m.plan.types)
        if (t.kind == type_kind::enumeration) out += print_enum(m, t);
    for (const auto& a : m.plan.aliases) out += print_id(m, a);
    for (const index t : m.order()) {
        if (m.plan.types[t].kind == type_kind::structure) out += print_struct(m, m.plan.types[t]);
        if (m.plan.types[t].kind == type_kind::choice) out += print_union(m, m.plan.types[t]);
    }
    return out;
}

}  // namespace tic::cpp
