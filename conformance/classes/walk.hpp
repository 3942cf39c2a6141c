// A value tree walked in the order of the wire, with memory as it stands at each place: for those who observe values
// and for those who make them up. Language page, section 6.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "runtime/interpreter/memory.hpp"
#include "runtime/interpreter/program.hpp"
#include "runtime/interpreter/value.hpp"

namespace tic::conformance {

/// The way from a root to a place: declared members, each with the number of lists gone into.
struct way_step {
    index member = none;
    unsigned depth = 0;

    bool operator==(const way_step&) const = default;
};

/// A place that is about to be coded.
struct visit {
    const node& at;
    unsigned version;
    const std::vector<way_step>& way;       ///< the last step is the place itself
    const std::string& path;                ///< `.body.photo[2]`, from the root
    const interpreter::memory& remembered;  ///< before the place is coded
    bool inside_sealed;
};

/// Goes through a value. Whoever derives from it sees each place before it is coded, and may set the value there: of a
/// list how many elements, of a union the arm, of what is sealed the version; what they hold is visited after.
class walker {
public:
    explicit walker(const interpreter::program& run) : run_(run) {}
    walker(const walker&) = delete;
    walker& operator=(const walker&) = delete;
    virtual ~walker() = default;

    /// Walks a type; memory changes as coding the value would change it, and is not committed. False where a value
    /// cannot be coded at all.
    bool walk(index type, unsigned version, interpreter::memory& remembered, interpreter::value& v);

protected:
    virtual void enter(const visit& here, interpreter::value& v) = 0;
    /// A type alone or as content is about to be coded: of a union or enum the member is to be known then.
    virtual void enter_type(index type, unsigned version, interpreter::value& v) = 0;

    const interpreter::program& run_;

private:
    bool walk_node(const node& n, interpreter::value& v);
    bool walk_plain(const node& n, interpreter::value& v);
    bool walk_members(index type, interpreter::value& v);
    bool walk_list(const node& n, interpreter::value& v);
    bool walk_sealed(const node& n, interpreter::value& v);
    bool walk_arm(index type, interpreter::value& v);

    unsigned version_ = 1;
    interpreter::memory* memory_ = nullptr;
    std::vector<way_step> way_{};
    std::string path_{};
    bool sealed_ = false;
};

}  // namespace tic::conformance
