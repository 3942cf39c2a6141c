// Down a value tree, node by node, keeping memory as the codes would.
#include "conformance/classes/walk.hpp"

#include "runtime/interpreter/text.hpp"

namespace tic::conformance {

using interpreter::value;

bool walker::walk(index type, unsigned version, interpreter::memory& remembered, value& v) {
    const unsigned outer_version = version_;
    interpreter::memory* const outer = memory_;
    version_ = version;
    memory_ = &remembered;
    enter_type(type, version, v);
    bool whole = true;
    switch (run_.plan().types[type].kind) {
        case type_kind::structure:
            whole = walk_members(type, v);
            break;
        case type_kind::choice:
            whole = walk_arm(type, v);
            break;
        case type_kind::enumeration:
            break;
    }
    version_ = outer_version;
    memory_ = outer;
    return whole;
}

bool walker::walk_members(index type, value& v) {
    const layout& plan = run_.plan();
    const tic::type& declared = plan.types[type];
    v.items.resize(declared.member_count);
    std::vector<bool> lives(declared.member_count);
    for (const node& n : plan.fields(version_, type)) {
        const index ordinal = n.member - declared.first_member;
        lives[ordinal] = true;
        const std::size_t length = path_.size();
        path_.append(".").append(plan.members[n.member].name);
        steps_.push_back({n.member, 0});
        const bool whole = walk_node(n, v.items[ordinal]);
        steps_.pop_back();
        path_.resize(length);
        if (!whole) return false;
    }
    for (index i = 0; i < declared.member_count; ++i) {
        const index sample = plan.members[declared.first_member + i].sample;
        if (!lives[i] && sample != none) v.items[i] = interpreter::default_of(plan, plan.nodes[sample]);
    }
    return true;
}

bool walker::walk_arm(index type, value& v) {
    const layout& plan = run_.plan();
    for (const node& arm : plan.fields(version_, type)) {
        if (interpreter::ordinal_of(plan, type, arm.member) != v.number) continue;
        v.items.resize(1);
        const std::size_t length = path_.size();
        path_.append(".").append(plan.members[arm.member].name);
        steps_.push_back({arm.member, 0});
        const bool whole = walk_node(arm, v.items[0]);
        steps_.pop_back();
        path_.resize(length);
        return whole;
    }
    return false;
}

bool walker::walk_node(const node& n, value& v) {
    enter({n, version_, steps_, path_, *memory_, sealed_}, v);
    if (v.absent) return n.optional;
    // A value that a table or a flag replaces is a scalar or a short string: it holds nothing to walk.
    switch (n.by) {
        case hint::none:
        case hint::is:
            return walk_plain(n, v);
        case hint::same:
            memory_->set_last(n.slot, v);
            return true;
        case hint::predict:
            memory_->set_number(n.slot, v.number);
            return true;
        case hint::table: {
            const unsigned rank = memory_->find(n.slot, v);
            if (rank < memory_->count(n.slot))
                memory_->touch(n.slot, rank);
            else
                memory_->enter(n.slot, v);
            return true;
        }
    }
    return false;
}

bool walker::walk_plain(const node& n, value& v) {
    switch (n.operation) {
        case op::list:
            return walk_list(n, v);
        case op::structure:
        case op::choice: {
            // The hook above chose the arm; enter_type is for roots.
            return n.operation == op::structure ? walk_members(n.type, v) : walk_arm(n.type, v);
        }
        case op::sealed:
            return walk_sealed(n, v);
        default:
            return true;
    }
}

bool walker::walk_list(const node& n, value& v) {
    const layout& plan = run_.plan();
    const auto scoped = plan.scoped.subspan(n.first_scoped, n.scoped_count);
    const std::vector<std::uint64_t> held = memory_->open_scope(scoped);
    const std::size_t length = path_.size();
    ++steps_.back().depth;
    bool whole = true;
    for (std::size_t i = 0; whole && i < v.items.size(); ++i) {
        path_ += '[' + std::to_string(i) + ']';
        whole = walk_node(plan.nodes[n.element], v.items[i]);
        path_.resize(length);
    }
    --steps_.back().depth;
    memory_->close_scope(scoped, held);
    return whole;
}

bool walker::walk_sealed(const node& n, value& v) {
    if (v.number == 0) return true;
    v.items.resize(1);
    interpreter::memory fresh(run_);
    const bool outer = sealed_;
    sealed_ = true;
    const bool whole = walk(n.type, static_cast<unsigned>(v.number), fresh, v.items[0]);
    sealed_ = outer;
    return whole;
}

}  // namespace tic::conformance
