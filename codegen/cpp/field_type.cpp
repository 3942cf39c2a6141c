// Fields of a struct or union: a call of the type's own functions.
#include "codegen/cpp/parts.hpp"

#include <fmt/format.h>

namespace tic::cpp {
namespace {

std::string check(const model& m, const node& n, const spot& s) {
    return fmt::format("if (!check_{}({}, f, {})) return false;\n", m.variant_name(n.type, s.version), s.value, s.at);
}

std::string write(const model& m, const node& n, const spot& s) {
    return fmt::format("write_{}(out, {}, m);\n", m.variant_name(n.type, s.version), s.value);
}

std::string read(const model& m, const node& n, const spot& s) {
    return fmt::format("if (!read_{}(in, {}, m, {})) return false;\n", m.variant_name(n.type, s.version), s.value,
                       s.at);
}

}  // namespace

const family type_family{check, write, read};

}  // namespace tic::cpp
