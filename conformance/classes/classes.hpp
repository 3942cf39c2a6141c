// The names of what a suite must reach, and the observer that finds what tapes reached. An item is `PATH/CLASS`:
// `Deliver.seq/hint-miss`, `Body.kind/value:photo`, `client.Send@2/said`, `state.Ready@2/on:Send`.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "conformance/classes/goals.hpp"
#include "conformance/classes/paths.hpp"
#include "runtime/interpreter/session.hpp"

namespace tic::conformance {

/// What an item is about, for figures.
enum class item_kind : std::uint8_t { field, hint, version, transition, refusal };

struct item {
    std::string name{};
    item_kind is = item_kind::field;
};

/// All that a suite has to reach, in a stable order: by path, then by packet and type, then by state.
[[nodiscard]] std::vector<item> all_classes(const interpreter::program& run, const path_table& paths,
                                            const goal_list& goals);

/// The classes of a root as a whole: `said`, `cut`, `split`, `trailing`, `newer`.
[[nodiscard]] std::vector<std::string> root_classes(const layout& plan, const root& from);

/// Observes the good steps of tapes and collects the items that they reach. Bad lines: see broken_item (played.hpp).
class observer {
public:
    observer(const interpreter::program& run, const path_table& paths);
    ~observer();
    observer(const observer&) = delete;
    observer& operator=(const observer&) = delete;

    /// Starts a new tape.
    void begin() { sent_.clear(); }
    /// Starts a new connection; those before are over.
    void connect(unsigned version);
    /// A packet was sent, a type was coded alone, or sealed content was opened.
    void observe(const root& from, const interpreter::value& v);
    /// A packet is about to be sent, allowed or not.
    void observe_state(side who, index packet);
    void add(const std::string& item);

    [[nodiscard]] const std::set<std::string>& reached() const { return reached_; }
    /// What the last call of `observe` reached, and what was added since.
    [[nodiscard]] const std::set<std::string>& latest() const { return latest_; }

private:
    class recorder;
    struct direction;
    struct talk;

    const interpreter::program& run_;
    const path_table& paths_;
    std::set<std::string> reached_{};
    std::set<std::string> latest_{};
    std::set<std::pair<side, index>> sent_{};  ///< on any connection of the tape
    std::unique_ptr<talk> now_{};
    unsigned serial_ = 0;
};

}  // namespace tic::conformance
