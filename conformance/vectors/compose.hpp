// Composes packets: given values at one path, and small valid values that differ from their neighbours elsewhere.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "conformance/classes/goals.hpp"
#include "conformance/classes/walk.hpp"

namespace tic::conformance {

/// What a composed value must hold.
struct order {
    const route* by = nullptr;          ///< null: no path is special
    std::span<const coding> codings{};  ///< for the path at the end of the route, one after the other
    bool twice = false;                 ///< two elements in the outermost list of the route
    index slot = none;                  ///< memory that only the codings use
    bool follows = false;               ///< or others use it, with predicted values
    index key_slot = none;              ///< a table whose entry the codings choose
    std::uint64_t salt = 0;             ///< selects the other values
    bool rich = false;                  ///< optionals present, lists of two, any arm, any rank
};

/// Composes a value with as many of the codings as fit; memory changes as coding it would change it, uncommitted.
class composer : public walker {
public:
    composer(const interpreter::program& run, const path_table& paths) : walker(run), paths_(paths) {}

    /// Nothing if the type has no such value.
    [[nodiscard]] std::optional<interpreter::value> compose(index type, unsigned version,
                                                            interpreter::memory& remembered, const order& wanted);
    /// How many of the codings the last value took.
    [[nodiscard]] std::size_t taken() const { return taken_; }
    /// The path of the last of them: `.body.l[2]`.
    [[nodiscard]] const std::string& last_path() const { return last_path_; }

protected:
    void enter(const visit& here, interpreter::value& v) override;
    void enter_type(index type, unsigned version, interpreter::value& v) override;

private:
    [[nodiscard]] bool lead(const visit& here, interpreter::value& v);
    void make_up(const visit& here, interpreter::value& v);
    void make_number(const visit& here, std::uint64_t dice, interpreter::value& v);
    void make_predicted(const visit& here, std::uint64_t dice, interpreter::value& v);
    void make_remembered(const visit& here, std::uint64_t dice, interpreter::value& v);
    void make_plain(const visit& here, std::uint64_t dice, interpreter::value& v);
    void make_sealed(const visit& here, std::uint64_t dice, interpreter::value& v);
    [[nodiscard]] std::uint64_t arm_of(index type, unsigned version, std::uint64_t dice) const;
    [[nodiscard]] std::uint64_t throw_dice(std::string_view path) const;

    const path_table& paths_;
    order wanted_{};
    std::size_t taken_ = 0;
    std::string last_path_{};
};

}  // namespace tic::conformance
