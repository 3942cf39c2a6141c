// Finds the items that values reach, from the values and the memory alone.
#include <algorithm>
#include <map>

#include "conformance/classes/classes.hpp"
#include "conformance/classes/hinted.hpp"
#include "conformance/classes/plain.hpp"
#include "conformance/classes/talk.hpp"
#include "runtime/interpreter/decode.hpp"
#include "runtime/interpreter/encode.hpp"
#include "runtime/interpreter/text.hpp"

namespace tic::conformance {

using interpreter::value;

namespace {

std::string key_text(const value& v) { return std::to_string(v.number) + ":" + v.bytes; }

bool is_in_list(const std::vector<member_step>& steps) {
    return std::ranges::any_of(steps, [](const member_step& s) { return s.depth != 0; });
}

/// What each packet and each sealed content remembers of those before.
struct note {
    index member = none;  ///< the last that wrote the slot
    std::vector<member_step> steps{};
    index packet = none;  ///< in which
    unsigned serial = 0;
    unsigned rank = 0;
    std::set<index> absent{};  ///< members that were absent since
    std::string before{};      ///< hit, missed or wrapped: the last that counted
    index before_by = none;
    bool evicted = false;
    std::set<std::string> gone{};  ///< of a table: values that fell out
    std::set<std::string> keys{};  ///< of an entry's slot: entries in which it was written
    std::string last_key{};
};
using notes = std::map<index, note>;

}  // namespace

struct observer::direction {
    interpreter::memory remembered;
    notes slots{};
    std::set<index> opened{};  ///< types that were found sealed
};

struct observer::talk {
    unsigned version = 1;
    interpreter::session_states states;
    per_side<direction> sides;
    per_side<bool> is_fresh{true, true};
};

/// Walks one value for the observer.
class observer::recorder : public walker {
public:
    recorder(const interpreter::program& run, const path_table& paths, observer& to)
        : walker(run), paths_(paths), to_(to) {}

    observer::direction* mine = nullptr;  ///< none of a type alone
    observer::direction* others = nullptr;
    index packet = none;
    unsigned serial = 0;

protected:
    void enter(const visit& here, value& v) override;
    void enter_type(index, unsigned, value&) override { inside_.clear(); }

private:
    void add(const std::string& label) { to_.add(name_ + "/" + label); }
    void hear_memory(const visit& here, const value& v);
    void hear_after(const visit& here, note& known, const value& v);
    void hear_entry(const visit& here, note& known, bool fresh);
    void hear_table(const visit& here, note& known, const value& v);
    void open(const visit& here, value& v);

    const path_table& paths_;
    observer& to_;
    std::string name_{};
    notes inside_{};
};

void observer::recorder::enter(const visit& here, value& v) {
    const index at = paths_.find(here.version, here.steps.back());
    if (at == none) return;
    name_ = paths_.all()[at].name;
    const bool has_memory = here.at.slot != none;
    if (here.at.optional) add(v.absent ? "absent" : "present");
    if (v.absent) {
        if (has_memory && !here.inside_sealed && mine != nullptr)
            mine->slots[here.at.slot].absent.insert(here.steps.back().member);
        return;
    }
    if (here.at.operation == op::sealed && v.number != 0) {
        // Content that a tape shows open is taken as it is carried.
        const auto carried = interpreter::seal(run_, here.at.type, static_cast<unsigned>(v.number), v.items.at(0));
        if (const auto* bytes = std::get_if<0>(&carried)) v = {.bytes = std::string(bytes->begin(), bytes->end())};
    }
    for (const std::string& label : hint_labels(run_.plan(), here, v)) add(label);
    if (has_memory) hear_memory(here, v);
    if (here.at.operation == op::sealed) open(here, v);
}

void observer::recorder::hear_memory(const visit& here, const value& v) {
    const layout& plan = run_.plan();
    const index slot = here.at.slot;
    const bool own = here.inside_sealed || mine == nullptr;
    note& known = own ? inside_[slot] : mine->slots[slot];
    const bool fresh = is_fresh(plan, here.remembered, slot);
    const bool scoped = is_scoped(plan, here.at);
    const bool in_list = is_in_list(here.steps);
    if (plan.slots[slot].parent != none) hear_entry(here, known, fresh);
    if (known.member != none) {
        const bool was_in_list = is_in_list(known.steps);
        if (!fresh && known.member != here.steps.back().member) add("shared");
        const bool elsewhere = known.packet != packet || known.steps != here.steps;
        if (!fresh && known.member == here.steps.back().member && elsewhere && !(scoped && (in_list || was_in_list)))
            add("other-use");
        if (scoped && !in_list && was_in_list && !fresh) add("restored");
        if (scoped && in_list && fresh) add(known.serial == serial ? "inner-fresh" : "list-fresh");
        if (known.absent.erase(here.steps.back().member) != 0 && !fresh) add("absent-keeps");
    }
    if (fresh && !own && others != nullptr && others->slots.contains(slot)) add("apart");
    if (here.at.by == hint::table)
        hear_table(here, known, v);
    else
        hear_after(here, known, v);
    known.member = here.steps.back().member;
    known.steps = here.steps;
    known.packet = packet;
    known.serial = serial;
}

/// What was coded last is what is remembered, however it was coded.
void observer::recorder::hear_after(const visit& here, note& known, const value& v) {
    const std::vector<std::string> labels = hint_labels(run_.plan(), here, v);
    const auto is = [&](std::string_view label) { return std::ranges::find(labels, label) != labels.end(); };
    const bool hit = is("hint-hit");
    // A predicted value of another field shows nothing new.
    if (hit && known.before_by != here.steps.back().member && !known.before.empty()) return;
    if (hit && !known.before.empty()) add("after-" + known.before);
    known.before_by = here.steps.back().member;
    known.before = is("wrap-up") || is("wrap-down") ? "wrap" : hit ? "hit" : is("hint-miss") ? "miss" : "";
}

void observer::recorder::hear_entry(const visit& here, note& known, bool fresh) {
    value key;
    here.remembered.read_entry(run_.plan().slots[here.at.slot].parent, 0, key);
    const std::string text = key_text(key);
    if (known.keys.contains(text)) {
        if (fresh)
            add("entry-gone");
        else if (known.last_key != text)
            add("entry-kept");
    } else if (!known.keys.empty()) {
        add("entry-fresh");
    }
    known.keys.insert(text);
    known.last_key = text;
}

void observer::recorder::hear_table(const visit& here, note& known, const value& v) {
    const index slot = here.at.slot;
    const unsigned count = here.remembered.count(slot);
    const unsigned rank = here.remembered.find(slot, v);
    const unsigned capacity = run_.plan().slots[slot].capacity;
    const bool evicts = rank == count && count == capacity;
    // What is at rank 0 stays there, and so does all else.
    if (rank == 0 && count != 0) return;
    if (rank < count) {
        if (known.rank >= 2) add("order");
        if (!known.gone.empty() && rank + 1 == capacity) add("kept");
        if (known.evicted) add("kept-by-use");
    } else if (known.gone.contains(key_text(v))) {
        add("again");
    }
    if (evicts) {
        value last;
        here.remembered.read_entry(slot, count - 1, last);
        known.gone.insert(key_text(last));
    }
    known.evicted = evicts;
    known.rank = rank < count ? rank : 0;
}

void observer::recorder::open(const visit& here, value& v) {
    if (v.number != 0) return;
    const auto* first = reinterpret_cast<const std::uint8_t*>(v.bytes.data());
    auto got = interpreter::open_sealed(run_, here.at.type, {first, v.bytes.size()});
    auto* content = std::get_if<interpreter::opened>(&got);
    if (content == nullptr) return add("raw");
    add("holds:" + std::to_string(content->version));
    if (mine != nullptr && run_.plan().at(content->version, here.at.type).remembers &&
        !mine->opened.insert(here.at.type).second)
        add("fresh-inside");
    v.number = content->version;
    v.items = {std::move(content->content)};
}

observer::observer(const interpreter::program& run, const path_table& paths) : run_(run), paths_(paths) {}
observer::~observer() = default;

void observer::connect(unsigned version) {
    using interpreter::memory;
    now_.reset(new talk{version, interpreter::session_states(run_, version), {{memory(run_)}, {memory(run_)}}});
}

void observer::observe(const root& from, const value& v) {
    latest_.clear();
    value copy = v;
    recorder values(run_, paths_, *this);
    const std::string name = paths_.name_of(from);
    if (from.is != root_kind::packet) {
        interpreter::memory fresh(run_);
        if (!values.walk(from.type, from.version, fresh, copy)) return;
        const type_kind is = run_.plan().types[from.type].kind;
        if (is != type_kind::structure)
            add(name + (is == type_kind::choice ? "/arm:" : "/value:") +
                std::string(interpreter::member_name(run_.plan(), from.type, v.number)));
        return add(name + "/said");
    }
    observe_state(from.who, from.packet);
    if (now_->states.on_sent(from.who, from.packet) != interpreter::permission::ok) return;
    // The packet was sent on another connection of the tape, and none was sent on this one.
    const bool again = !sent_.insert({from.who, from.packet}).second && now_->is_fresh[from.who];
    if (again && run_.plan().at(from.version, from.type).remembers) add(name + "/fresh-connection");
    now_->is_fresh[from.who] = false;
    values.mine = &now_->sides[from.who];
    values.others = &now_->sides[other(from.who)];
    values.packet = from.packet;
    values.serial = ++serial_;
    static_cast<void>(values.walk(from.type, from.version, values.mine->remembered, copy));
    values.mine->remembered.commit();
    add(name + "/said");
}

void observer::observe_state(side who, index packet) {
    for (const std::string& label : session_labels(run_, now_->version, now_->states, {who, packet})) add(label);
}

void observer::add(const std::string& item) {
    reached_.insert(item);
    latest_.insert(item);
}

}  // namespace tic::conformance
