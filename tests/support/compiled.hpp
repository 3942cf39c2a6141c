// A schema text taken through all layers, for tests.
#pragma once

#include "codegen/plan/plan.hpp"
#include "grammar/parse/parse.hpp"
#include "grammar/schema/check.hpp"
#include "runtime/interpreter/program.hpp"

#include <memory>
#include <optional>
#include <string>

namespace tic::test {

struct compiled {
    source::files sources;
    diag::sink problems;
    std::unique_ptr<const schema::schema> checked;
    std::unique_ptr<const plan::planned> planned;
    std::optional<interpreter::program> run;  // empty if there was an error

    explicit compiled(std::string text, std::string name = "test.tic");
    /// One line a problem: `3:7 T0201 message`.
    [[nodiscard]] std::string told() const;
};

}  // namespace tic::test
