// Makes up packets: one value that matters at its place, all else small, lawful and unlike its neighbours.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "conformance/classes/goals.hpp"
#include "conformance/classes/walk.hpp"

namespace tic::conformance {

/// What a made-up value must hold.
struct order {
    const route* by = nullptr;          ///< none: nothing matters
    std::span<const coding> codings{};  ///< for the place at the route's end, one after the other
    bool twice = false;                 ///< two elements in the outermost list of the route
    index slot = none;                  ///< memory that is left as it is, but by the codings
    bool follows = false;               ///< or says what is predicted
    index key_slot = none;              ///< a table whose entry the codings choose
    std::uint64_t salt = 0;             ///< other salts, other values
    bool rich = false;                  ///< optionals present, lists of two, any arm, any rank
};

/// The longest run of codings that one value takes; memory changes as they do and is not committed.
class composer : public walker {
public:
    composer(const interpreter::program& run, const place_table& places) : walker(run), places_(places) {}

    /// Nothing where no value can be made.
    [[nodiscard]] std::optional<interpreter::value> compose(index type, unsigned version,
                                                            interpreter::memory& remembered, const order& wanted);
    /// How many of the codings the last value took.
    [[nodiscard]] std::size_t taken() const { return taken_; }
    /// Where the last of them stands: `.body.l[2]`.
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

    const place_table& places_;
    order wanted_{};
    std::size_t taken_ = 0;
    std::string last_path_{};
};

}  // namespace tic::conformance
