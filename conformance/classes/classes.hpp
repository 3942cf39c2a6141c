// Names of what a suite must reach, and who tells what tapes reached. One item is `PLACE/CLASS`:
// `Deliver.seq/hint-miss`, `Body.kind/value:photo`, `client.Send@2/said`, `state.Ready@2/on:Send`.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "conformance/classes/goals.hpp"
#include "conformance/classes/places.hpp"
#include "runtime/interpreter/session.hpp"

namespace tic::conformance {

/// What an item is about, for figures.
enum class item_kind : std::uint8_t { field, hint, version, transition, refusal };

struct item {
    std::string name{};
    item_kind is = item_kind::field;
};

/// All that a suite has to reach, in a stable order: of places, then of packets and types, then of states.
[[nodiscard]] std::vector<item> all_classes(const interpreter::program& run, const place_table& places,
                                            const goal_list& goals);

/// The classes of a root as a whole: `said`, `cut`, `split`, `trailing`, `newer`.
[[nodiscard]] std::vector<std::string> root_classes(const layout& plan, const root& from);

/// Hears what tapes say and tells which items that reached. Good steps only; what is wrong is told by `refused`.
class observer {
public:
    observer(const interpreter::program& run, const place_table& places);
    ~observer();
    observer(const observer&) = delete;
    observer& operator=(const observer&) = delete;

    /// A new tape.
    void begin() { said_.clear(); }
    /// A new connection; those before are over.
    void connect(unsigned version);
    /// A packet was said, an enum, union or struct stood alone, or sealed content was opened.
    void hear(const root& from, const interpreter::value& v);
    /// A packet would be said now, allowed or not.
    void hear_talk(side who, index packet);
    void tell(const std::string& item);

    [[nodiscard]] const std::set<std::string>& reached() const { return reached_; }
    /// What the last call of `hear` reached, and what was told since.
    [[nodiscard]] const std::set<std::string>& latest() const { return latest_; }

private:
    class ear;
    struct direction;
    struct talk;

    const interpreter::program& run_;
    const place_table& places_;
    std::set<std::string> reached_{};
    std::set<std::string> latest_{};
    std::set<std::pair<side, index>> said_{};  ///< on any connection of the tape
    std::unique_ptr<talk> now_{};
    unsigned serial_ = 0;
};

}  // namespace tic::conformance
