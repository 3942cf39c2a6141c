// Walks a value in wire order, with the memory as it is before each field is coded: the base of what observes values
// and of what composes them. Language page, section 6.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "runtime/interpreter/memory.hpp"
#include "runtime/interpreter/program.hpp"
#include "runtime/interpreter/value.hpp"

namespace tic::conformance {

/// One step from a root to a field: a declared member, and how many lists are entered there.
struct member_step {
    index member = none;
    unsigned depth = 0;

    bool operator==(const member_step&) const = default;
};

/// A field, arm or element that is about to be coded.
struct visit {
    const node& at;
    unsigned version;
    const std::vector<member_step>& steps;  ///< from the root; the last is the node itself
    const std::string& path;                ///< `.body.photo[2]`, from the root
    const interpreter::memory& remembered;  ///< before the node is coded
    bool inside_sealed;
};

/// Walks a value. A derived class is called before each node is coded and may set its value there: the count of a list,
/// the arm of a union, the version of sealed content; what they hold is visited afterwards.
class walker {
public:
    explicit walker(const interpreter::program& run) : run_(run) {}
    walker(const walker&) = delete;
    walker& operator=(const walker&) = delete;
    virtual ~walker() = default;

    /// Changes `remembered` as coding the value would, without committing it. False if the value cannot be coded.
    bool walk(index type, unsigned version, interpreter::memory& remembered, interpreter::value& v);

protected:
    virtual void enter(const visit& here, interpreter::value& v) = 0;
    /// Called before a type is coded alone or as content; sets the member of a union or enum.
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
    std::vector<member_step> steps_{};
    std::string path_{};
    bool sealed_ = false;
};

}  // namespace tic::conformance
