// A schema text compiled without imports, for tests.
#pragma once

#include "codegen/compile.hpp"

#include <memory>
#include <optional>
#include <string>

namespace tic::test {

struct compiled {
    tictoc::diagnostics found;
    std::unique_ptr<const tictoc::protocol> protocol;  // null if there is an error
    std::optional<interpreter::program> run;           // empty if there is an error

    explicit compiled(std::string text, std::string name = "test.tic");
    /// The diagnostics, one a line: `3:7 T0201 message`.
    [[nodiscard]] std::string told() const;
};

}  // namespace tic::test
