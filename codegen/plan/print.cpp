// A layout as stable text, for `tictoc explain --layout` and for goldens.
#include "codegen/plan/plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace tic::plan {
namespace {

std::string number_text(std::uint64_t bits, bool is_signed) {
    return is_signed ? std::to_string(static_cast<std::int64_t>(bits)) : std::to_string(bits);
}

std::string code_text(const prefix_code& c) {
    std::string text;
    for (unsigned i = c.length; i-- > 0;) text += (c.code >> i & 1) != 0 ? '1' : '0';
    return text.empty() ? "-" : text;
}

std::string describe_hint(const layout& all, const node& n) {
    const auto slot = [&] { return fmt::format("#{} {}", n.slot, all.slots[n.slot].name); };
    switch (n.by) {
        case hint::none:
            return {};
        case hint::is:
            return fmt::format("fixed(1) is {}", n.hints);
        case hint::same:
            return fmt::format("fixed(1) same as {}", slot());
        case hint::predict:
            return fmt::format("exp_golomb({}) of zigzag(v - {} {} {}){}", n.hint_bits, slot(), n.delta < 0 ? '+' : '-',
                               n.delta < 0 ? -n.delta : n.delta,
                               n.wrap_bits == 0 ? "" : fmt::format(" modulo 2^{}", n.wrap_bits));
        case hint::table:
            return fmt::format("exp_golomb(0) rank in {}", slot());
    }
    return {};
}

struct printer {
    const layout& all;
    unsigned version;
    std::string text;

    template <typename... Arguments>
    void line(unsigned depth, fmt::format_string<Arguments...> format, Arguments&&... arguments) {
        text.append(depth * 2, ' ');
        fmt::format_to(std::back_inserter(text), format, std::forward<Arguments>(arguments)...);
        text += '\n';
    }

    void packets() {
        for (const side who : sides) {
            const auto& tags = all.at(version).tags[who];
            line(0, "{}, at most {} bytes", name_of(who), all.at(version).max_bytes[who]);
            for (const auto& c : all.codes.subspan(tags.first, tags.count))
                line(1, "{} {} weight {}", code_text(c), all.packets[who][c.member].name, c.weight);
        }
    }

    std::string go_text(index state) {
        return state == closed_state ? "Closed" : std::string(all.states[all.at(version).first_state + state].name);
    }

    void states() {
        line(0, "start {}", go_text(all.start));
        for (const auto& s : all.states.subspan(all.at(version).first_state, all.state_count)) {
            line(0, "state {}", s.name);
            for (const auto& r : all.rules.subspan(s.first_rule, s.rule_count)) {
                std::string rest;
                for (const auto& answer : all.replies.subspan(r.first_reply, r.reply_count)) {
                    rest += fmt::format("{} {}", rest.empty() ? " reply" : ",", all.packets.server[answer.packet].name);
                    if (answer.go != none) rest += " go " + go_text(answer.go);
                }
                if (r.go != none) rest += " go " + go_text(r.go);
                line(1, "on {}{}{}", all.packets.client[r.packet].name, rest, r.barrier ? " (barrier)" : "");
            }
            for (const auto push : all.pushes.subspan(s.first_push, s.push_count))
                line(1, "push {}", all.packets.server[push].name);
        }
    }

    void one_node(unsigned depth, std::string_view name, const node& n) {
        std::string how;
        if (n.optional) how += "presence fixed(1); ";
        const std::string hinted = describe_hint(all, n);
        const std::string plain = describe_code(n);
        how += hinted;
        if (n.by != hint::predict && !n.two_values && !plain.empty()) how += (hinted.empty() ? "" : "; else ") + plain;
        line(depth, "{}: {}{} = {} [{}..{}]", name, n.domain, n.hints, how, n.min_bits, n.max_bits);
        for (const auto s : all.scoped.subspan(n.first_scoped, n.scoped_count))
            line(depth + 1, "fresh in the list: #{} {}", s, all.slots[s].name);
        if (n.operation == op::list) one_node(depth + 1, "[]", all.nodes[n.element]);
    }

    void type_text(index t) {
        constexpr std::string_view words[] = {"enum", "union", "struct"};
        const auto& type = all.types[t];
        const auto& in = all.at(version, t);
        line(0, "{} {} [{}..{}]", words[static_cast<int>(type.kind)], type.name, in.min_bits, in.max_bits);
        if (type.kind == type_kind::enumeration) {
            for (const auto& c : all.codes.subspan(in.codes.first, in.codes.count))
                line(1, "{} {} weight {}", code_text(c), all.members[type.first_member + c.member].name, c.weight);
            return;
        }
        const auto fields = all.fields(version, t);
        for (index i = 0; i < fields.size(); ++i) {
            std::string name(all.members[fields[i].member].name);
            if (type.kind == type_kind::choice) {
                const auto& c = all.codes[in.codes.first + i];
                name = fmt::format("{} {} weight {}", code_text(c), name, c.weight);
            }
            one_node(1, name, fields[i]);
        }
    }

    void memory() {
        constexpr std::string_view words[] = {"last", "same", "recent", "cell", "table"};
        if (!all.slots.empty()) line(0, "memory, for each direction");
        for (index i = 0; i < all.slots.size(); ++i) {
            const auto& s = all.slots[i];
            const bool table = s.kind == slot_kind::recent || s.kind == slot_kind::table;
            std::string tail = table ? fmt::format(" of {}", s.capacity) : "";
            if (s.kind == slot_kind::last || s.kind == slot_kind::cell)
                tail = " at first " + number_text(s.initial, s.is_signed);
            line(s.parent == none ? 1 : 2, "#{} {} {}: {}{}", i, words[static_cast<int>(s.kind)], s.name, s.domain,
                 tail);
        }
    }
};

}  // namespace

std::string describe_code(const node& n) {
    std::string number;
    const std::string_view what = n.operation == op::list                                   ? "count"
                                  : n.operation == op::number || n.operation == op::boolean ? "v"
                                                                                            : "length";
    const std::string from = n.low == 0 ? std::string(what)
                             : n.is_signed && static_cast<std::int64_t>(n.low) < 0
                                 ? fmt::format("{} + {}", what, ~n.low + 1)
                                 : fmt::format("{} - {}", what, n.low);
    switch (n.plain) {
        case code::fixed:
            number = n.low == 0 ? fmt::format("fixed({})", n.bits) : fmt::format("fixed({}) of {}", n.bits, from);
            break;
        case code::twos:
            number = fmt::format("fixed({}) two's complement", n.bits);
            break;
        case code::truncated_binary:
            number = fmt::format("truncated_binary({}) of {}", n.span + 1, from);
            break;
        case code::exp_golomb:
            number = fmt::format("exp_golomb({}) of {}", n.bits, from);
            break;
        case code::zigzag:
            number = fmt::format("exp_golomb({}) of zigzag({})", n.bits, what);
            break;
        case code::huffman:
            return "huffman";
        case code::nothing:
            return "its fields";
    }
    switch (n.operation) {
        case op::bytes:
        case op::utf8:
        case op::sealed:
            return number + ", fill, bytes";
        case op::text:
            return number + ", fill, bytes (text model utf8)";
        case op::list:
            return number + ", elements";
        default:
            return number;
    }
}

std::string print_layout(const layout& all, unsigned version) {
    printer p{all, version, {}};
    p.line(0, "layout {} {} version {} of {}..{}{}", all.edition, all.protocol, version, all.oldest, all.version,
           all.datagram ? " datagram" : "");
    if (all.has_session && all.at(version).spoken) {
        p.line(0, "fingerprint {:08x}", all.at(version).fingerprint);
        p.packets();
        p.states();
    }
    for (index t = 0; t < all.types.size(); ++t) p.type_text(t);
    p.memory();
    return std::move(p.text);
}

}  // namespace tic::plan
