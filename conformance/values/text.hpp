// Values as tapes say them: `chat=5 body=v2{kind=text text="hi"}`. docs/tapes.md, section "Values".
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/values/cursor.hpp"
#include "conformance/values/quoted.hpp"
#include "runtime/interpreter/program.hpp"
#include "runtime/interpreter/value.hpp"

namespace tic::conformance {

/// `$name` instead of a value.
struct binding {
    std::string path{};  ///< `.seq`, `.l[2].x`; empty for a lone enum or union
    std::string name{};
    bool is_new = false;   ///< `$name:new`: differs from all bound before
    bool is_said = false;  ///< `$name=5`: the value is written too

    bool operator==(const binding&) const = default;
};

/// The fields of a struct, or the value of an enum or union. Sealed content that opens is shown open; an absent
/// optional of a struct is left out; a bound field is its name.
[[nodiscard]] std::string write_text(const interpreter::program& run, index type, unsigned version,
                                     const interpreter::value& content, std::span<const binding> bound = {});
/// A value of one field, as `set` takes it.
[[nodiscard]] std::string write_text(const interpreter::program& run, const node& n, unsigned version,
                                     const interpreter::value& content);

/// Reads values out of a statement. Domains and lives are not checked: the encoder does, and a change may break them.
class text_reader {
public:
    text_reader(const interpreter::program& run, unsigned version, cursor& from)
        : run_(run), plan_(run.plan()), version_(version), from_(from) {}

    /// The fields of a struct to the first word that is none, or the value of an enum or union.
    bool read_type(index type, interpreter::value& out);
    /// One value of a field.
    bool read_node(const node& n, interpreter::value& out);

    std::vector<binding> bound{};  ///< found in what was read
    text_error wrong{};            ///< once a function has answered false

private:
    bool read_fields(index type, interpreter::value& out, char until);
    bool read_field(index type, std::size_t at, std::string_view name, interpreter::value& out,
                    std::vector<bool>& said);
    bool read_bound(const node& n, interpreter::value& out);
    bool read_plain(const node& n, interpreter::value& out);
    bool read_enum(const node& n, interpreter::value& out);
    bool read_hex(interpreter::value& out);
    bool read_sealed(const node& n, interpreter::value& out);
    bool read_list(const node& n, interpreter::value& out);
    bool read_choice(const node& n, interpreter::value& out);
    bool expect(char c, std::string_view why);
    bool fail(std::size_t at, std::string text);
    bool fail_here(const std::string& wanted);

    const interpreter::program& run_;
    const layout& plan_;
    unsigned version_;
    cursor& from_;
    std::string path_{};
};

/// The field that a path leads to in a version, and its value; or why there is none. Sealed content is not
/// entered.
struct resolved_path {
    std::optional<node> at{};
    interpreter::value* content = nullptr;
    std::string wrong{};
};
[[nodiscard]] resolved_path resolve_path(const interpreter::program& run, index type, unsigned version,
                                         interpreter::value* content, std::string_view path);

}  // namespace tic::conformance
