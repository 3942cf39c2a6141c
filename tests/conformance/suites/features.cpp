// Walks a layout from its packets and names what it meets.
#include "tests/conformance/suites/features.hpp"

#include <algorithm>
#include <cctype>

namespace tic::tests {
namespace {

/// `u`, `int`, `utf8`, … of a canonical DOMAIN.
std::string kind_of(const node& n) {
    switch (n.operation) {
        case op::boolean:
            return "bool";
        case op::f32:
            return "f32";
        case op::f64:
            return "f64";
        case op::enumeration:
            return "enum";
        case op::bytes:
            return "bytes";
        case op::utf8:
            return "utf8";
        case op::text:
            return "text";
        case op::sealed:
            return "sealed";
        case op::list:
            return "list";
        case op::structure:
            return "struct";
        case op::choice:
            return "union";
        case op::number:
            break;
    }
    const auto domain = n.domain.substr(n.domain.rfind('=') + 1);
    const auto end =
        std::ranges::find_if(domain, [](char c) { return std::islower(static_cast<unsigned char>(c)) == 0; });
    return {domain.begin(), end};
}

/// `same`, `same+` with a magnitude, `about` for a magnitude alone; of a canonical HINT.
std::string hint_of(const node& n) {
    const auto text = n.hints;
    if (text.empty()) return {};
    if (text.find_first_of("0123456789-") == 1) return "about";
    const bool is_constant = text.starts_with("~is:");
    const auto quote = text.rfind('"');
    const auto rest = is_constant && quote != std::string_view::npos ? text.substr(quote) : text.substr(1);
    const std::string more = rest.find('~') != std::string_view::npos ? "+" : "";
    if (is_constant) return "is" + more;
    if (text.starts_with("~same")) return "same" + more;
    if (text.starts_with("~recent")) return "recent" + more;
    if (text.starts_with("~last")) return "last";
    const std::string entry = text.find('.') != std::string_view::npos ? "entry's " : "";
    return entry + (n.by == hint::predict ? "cell" : "table" + more);
}

class walker {
public:
    explicit walker(const layout& of) : plan_(of) {}

    std::set<std::string> walk() {
        add(plan_.datagram, "datagram");
        add(plan_.oldest > 1, "oldest");
        for (unsigned v = plan_.oldest; v <= plan_.version; ++v) {
            version_ = v;
            for (const side who : sides)
                for (index i = 0; i < plan_.at(v).tags[who].count; ++i)
                    reach(plan_.packets[who][plan_.codes[plan_.at(v).tags[who].first + i].member].type, {});
            states();
        }
        slots();
        lives();
        return found_;
    }

private:
    struct place {
        unsigned lists = 0;
        bool arm = false, sealed = false;
    };

    void add(bool holds, std::string what) {
        if (holds) found_.insert(std::move(what));
    }

    void reach(index type, place where) {
        const auto& t = plan_.types[type];
        if (t.kind == type_kind::enumeration) return;
        add(t.kind == type_kind::structure && plan_.at(version_, type).count == 0, "empty struct");
        add(plan_.at(version_, type).codes.count == 1 && t.member_count == 1, "one arm");
        where.arm = where.arm || t.kind == type_kind::choice;
        for (const auto& n : plan_.fields(version_, type)) see(n, where);
    }

    void see(const node& n, place where) {
        const auto kind = kind_of(n);
        const auto hinted = hint_of(n);
        found_.insert(kind);
        add(n.optional, "optional " + kind);
        add(n.domain.find('=') != std::string_view::npos, "@id " + kind);
        add(n.span == 0 && n.low != 0, "exactly " + kind);
        add(n.operation == op::number && n.span == ~std::uint64_t{0}, "all 64 bits " + kind);
        add(n.operation == op::number && n.is_signed && n.low + n.span > n.low &&
                static_cast<std::int64_t>(n.low + n.span) < 0,
            "negative int");
        add(where.lists > 0, kind + " in a list");
        add(where.lists > 1, kind + " in a list in a list");
        if (!hinted.empty()) {
            found_.insert(hinted + " " + kind);
            add(n.optional, hinted + " of an optional");
            add(where.lists == 0 && !where.arm && !where.sealed, hinted + " of a field");
            add(where.lists > 0, hinted + " in a list");
            add(where.lists > 1, hinted + " in a list in a list");
            add(where.arm, hinted + " in a union");
            add(where.sealed, hinted + " in sealed content");
            add(n.two_values, hinted + " of two values, " + kind);
            predicted(n, hinted);
        }
        if (n.operation == op::list) {
            ++where.lists;
            see(plan_.nodes[n.element], where);
        } else if (n.operation == op::sealed) {
            add(true, plan_.types[n.type].kind == type_kind::choice ? "sealed union" : "sealed struct");
            where.sealed = true;
            reach(n.type, where);
        } else if (n.operation == op::structure || n.operation == op::choice) {
            reach(n.type, where);
        } else if (n.operation == op::enumeration) {
            add(plan_.at(version_, n.type).codes.count == 1, "one value");
        }
    }

    void predicted(const node& n, const std::string& hinted) {
        if (n.by != hint::predict) return;
        const auto way = n.delta > 0 ? " + D" : n.delta < 0 ? " - D" : "";
        found_.insert(hinted + way + (n.hint_bits > 0 ? " within N" : ""));
        add(n.wrap_bits != 0, hinted + " wraps, " + kind_of(n));
        add(n.wrap_bits == 0, hinted + " does not wrap, " + kind_of(n));
    }

    void slots() {
        for (const auto& s : plan_.slots) {
            if (s.kind != slot_kind::recent && s.kind != slot_kind::table) continue;
            add(s.capacity == 1, "table of one");
            add(s.capacity > 1, "table of several");
            add(s.capacity == 64, "table of 64");
            add(s.kind == slot_kind::table && s.child_count > 1, "entry with several");
        }
    }

    void lives() {
        static constexpr std::string_view names[] = {"value", "arm", "field"};
        for (const auto& t : plan_.types)
            for (const auto& m : plan_.members.subspan(t.first_member, t.member_count))
                life(names[static_cast<int>(t.kind)], m.since, m.until);
        for (const side who : sides)
            for (const auto& p : plan_.packets[who]) life("packet", p.since, p.until);
        for (unsigned v = 2; v <= plan_.version; ++v) {
            for (index t = 0; t < plan_.types.size(); ++t) {
                changed("weight", plan_.at(v - 1, t).codes, plan_.at(v, t).codes);
                for (const auto& n : plan_.fields(v, t))
                    for (const auto& before : plan_.fields(v - 1, t))
                        add(n.member == before.member && n.hints != before.hints, "hint that changes");
            }
            for (const side who : sides)
                changed("weight of a packet", plan_.at(v - 1).tags[who], plan_.at(v).tags[who]);
        }
    }

    void life(std::string_view what, unsigned since, unsigned until) {
        add(since > 1, std::string(what) + " since");
        add(until > 0, std::string(what) + " until");
        add(since > 1 && until > 0, std::string(what) + " since and until");
    }

    void changed(const std::string& what, const prefix_table& before, const prefix_table& now) {
        for (const auto& a : plan_.codes.subspan(before.first, before.count))
            for (const auto& b : plan_.codes.subspan(now.first, now.count))
                add(a.member == b.member && a.weight != b.weight, what + " that changes");
    }

    void states() {
        const auto& all = plan_.states.subspan(plan_.at(version_).first_state, plan_.state_count);
        std::set<index> replies, pushes;
        for (const auto& s : all) {
            for (const auto& r : plan_.rules.subspan(s.first_rule, s.rule_count)) {
                rule_of(r);
                for (const auto& one : plan_.replies.subspan(r.first_reply, r.reply_count)) replies.insert(one.packet);
            }
            for (const auto p : plan_.pushes.subspan(s.first_push, s.push_count)) pushes.insert(p);
        }
        add(all.size() > 1, "several states");
        add(!pushes.empty(), "push");
        for (const auto p : pushes) add(replies.contains(p), "a push that is a reply elsewhere");
        for (const side who : sides) add(plan_.at(version_).tags[who].count == 0, "a side with nothing to say");
        for (const auto& a : plan_.packets.client)
            for (const auto& b : plan_.packets.server) add(a.type == b.type, "a packet of both sides");
    }

    void rule_of(const rule& r) {
        const auto replies = plan_.replies.subspan(r.first_reply, r.reply_count);
        const auto going = std::ranges::count_if(replies, [](const reply& one) { return one.go != none; });
        add(replies.empty() && r.go == none, "request without a reply");
        add(replies.size() == 1, "reply");
        add(replies.size() > 1, "several replies");
        add(going > 0, "barrier");
        add(going > 0 && static_cast<std::size_t>(going) < replies.size(), "barrier with a reply that stays");
        add(replies.empty() && r.go < closed_state, "go without a reply");
        add(replies.empty() && r.go == closed_state, "Closed by a request");
        add(std::ranges::any_of(replies, [](const reply& one) { return one.go == closed_state; }), "Closed by a reply");
    }

    const layout& plan_;
    unsigned version_ = 1;
    std::set<std::string> found_{};
};

}  // namespace

std::set<std::string> features_of(const layout& of) { return walker(of).walk(); }

}  // namespace tic::tests
