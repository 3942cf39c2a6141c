// Layouts built by hand.
#include "tests/runtime/hand_layout.hpp"

namespace tic::test {

hand::hand(std::uint8_t versions) : versions_(versions) {
    for (unsigned v = 0; v < versions; ++v) versions_[v].version = static_cast<std::uint8_t>(v + 1);
}

index hand::type(type_kind kind, std::string_view name, const std::vector<std::string_view>& members) {
    tic::type t;
    t.kind = kind;
    t.name = name;
    t.first_member = static_cast<index>(members_.size());
    t.member_count = static_cast<index>(members.size());
    for (const std::string_view m : members) {
        member made;
        made.name = m;
        members_.push_back(made);
    }
    types_.push_back(t);
    return static_cast<index>(types_.size() - 1);
}

index hand::slot(const tic::slot& s) {
    slots_.push_back(s);
    return static_cast<index>(slots_.size() - 1);
}

index hand::element(const node& n) {
    nodes_.push_back(n);
    return static_cast<index>(nodes_.size() - 1);
}

index hand::scope(const std::vector<index>& slots) {
    const auto first = static_cast<index>(scoped_.size());
    scoped_.insert(scoped_.end(), slots.begin(), slots.end());
    return first;
}

index hand::constant(std::string_view text) {
    constants_.push_back(text);
    return static_cast<index>(constants_.size() - 1);
}

void hand::lay(unsigned version, index type, const std::vector<std::pair<index, node>>& members) {
    type_layout& t = laid_[{version, type}];
    t.first_node = static_cast<index>(nodes_.size());
    t.count = static_cast<index>(members.size());
    for (auto [ordinal, n] : members) {
        n.member = types_[type].first_member + ordinal;
        members_[n.member].sample = static_cast<index>(nodes_.size());
        nodes_.push_back(n);
    }
}

prefix_table hand::table(const std::vector<std::pair<index, unsigned>>& lengths) {
    prefix_table t;
    t.first = static_cast<index>(codes_.size());
    t.count = static_cast<index>(lengths.size());
    t.first_rank = static_cast<index>(ranks_.size());
    for (const auto& [ordinal, length] : lengths) {
        prefix_code c;
        c.member = ordinal;
        c.length = static_cast<std::uint8_t>(length);
        codes_.push_back(c);
    }
    unsigned next = 0;
    unsigned before = 0;
    for (unsigned length = 0; length <= 15; ++length) {
        for (index i = 0; i < t.count; ++i) {
            if (lengths[i].second != length) continue;
            if (ranks_.size() != t.first_rank) next = (next + 1) << (length - before);
            before = length;
            codes_[t.first + i].code = static_cast<std::uint16_t>(next);
            ranks_.push_back(i);
        }
    }
    return t;
}

void hand::code(unsigned version, index type, const std::vector<std::pair<index, unsigned>>& lengths) {
    laid_[{version, type}].codes = table(lengths);
}

void hand::say(unsigned version, side who, const std::vector<std::pair<index, unsigned>>& lengths) {
    versions_[version - 1].tags[who] = table(lengths);
}

index hand::packet(side who, std::string_view name, index type) {
    tic::packet p;
    p.type = type;
    p.name = name;
    packets_[who].push_back(p);
    return static_cast<index>(packets_[who].size() - 1);
}

void hand::state(std::string_view name, const std::vector<std::pair<rule, std::vector<reply>>>& rules,
                 const std::vector<index>& pushes) {
    tic::state s;
    s.name = name;
    s.first_rule = static_cast<index>(rules_.size());
    s.rule_count = static_cast<index>(rules.size());
    for (auto [r, replies] : rules) {
        r.first_reply = static_cast<index>(replies_.size());
        r.reply_count = static_cast<index>(replies.size());
        for (const reply& one : replies) r.barrier = r.barrier || one.go != none;
        replies_.insert(replies_.end(), replies.begin(), replies.end());
        rules_.push_back(r);
    }
    s.first_push = static_cast<index>(pushes_.size());
    s.push_count = static_cast<index>(pushes.size());
    pushes_.insert(pushes_.end(), pushes.begin(), pushes.end());
    states_.push_back(s);
}

layout hand::view() {
    type_layouts_.clear();
    for (version_layout& v : versions_) {
        v.first_type = static_cast<index>(type_layouts_.size());
        for (index t = 0; t < types_.size(); ++t) type_layouts_.push_back(laid_[{v.version, t}]);
    }
    layout all;
    all.protocol = "hand";
    all.version = static_cast<std::uint8_t>(versions_.size());
    all.has_session = !states_.empty();
    all.start = states_.empty() ? none : 0;
    all.state_count = static_cast<index>(states_.size());
    all.versions = versions_;
    all.types = types_;
    all.members = members_;
    all.type_layouts = type_layouts_;
    all.nodes = nodes_;
    all.codes = codes_;
    all.ranks = ranks_;
    all.slots = slots_;
    all.scoped = scoped_;
    all.constants = constants_;
    for (const side who : sides) all.packets[who] = packets_[who];
    all.states = states_;
    all.rules = rules_;
    all.replies = replies_;
    all.pushes = pushes_;
    return all;
}

node u(unsigned bits) {
    node n;
    n.bits = static_cast<std::uint8_t>(bits);
    n.span = ~std::uint64_t{0} >> (64 - bits);
    return n;
}

node i(unsigned bits) {
    node n = u(bits);
    n.plain = code::twos;
    n.is_signed = true;
    n.low = std::uint64_t{0} - (std::uint64_t{1} << (bits - 1));
    return n;
}

node range(std::int64_t low, std::int64_t high) {
    node n;
    n.plain = code::truncated_binary;
    n.is_signed = low < 0;
    n.low = static_cast<std::uint64_t>(low);
    n.span = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
    return n;
}

node uint_() {
    node n = u(62);
    n.plain = code::exp_golomb;
    n.bits = 4;
    return n;
}

node sint_() {
    node n = i(62);
    n.plain = code::zigzag;
    n.bits = 4;
    return n;
}

node boolean() {
    node n = u(1);
    n.operation = op::boolean;
    return n;
}

node real(op width) {
    node n = u(width == op::f32 ? 32 : 64);
    n.operation = width;
    return n;
}

node string(op operation, std::uint64_t low, std::uint64_t high) {
    node n = range(static_cast<std::int64_t>(low), static_cast<std::int64_t>(high));
    n.operation = operation;
    return n;
}

node list(index element, std::uint64_t low, std::uint64_t high) {
    node n = string(op::list, low, high);
    n.element = element;
    return n;
}

node of(op operation, index type) {
    node n;
    n.operation = operation;
    n.plain = operation == op::structure ? code::nothing : code::huffman;
    n.type = type;
    return n;
}

node about(node n, unsigned order) {
    n.plain = n.is_signed ? code::zigzag : code::exp_golomb;
    n.bits = static_cast<std::uint8_t>(order);
    return n;
}

node optional(node n) {
    n.optional = true;
    return n;
}

node predicted(node n, index slot, std::int64_t delta, unsigned order, unsigned wrap) {
    n.by = hint::predict;
    n.slot = slot;
    n.delta = delta;
    n.hint_bits = static_cast<std::uint8_t>(order);
    n.wrap_bits = static_cast<std::uint8_t>(wrap);
    return n;
}

node same(node n, index slot, bool two_values) {
    n.by = hint::same;
    n.slot = slot;
    n.two_values = two_values;
    return n;
}

node is(node n, std::uint64_t constant, bool two_values) {
    n.by = hint::is;
    n.constant = constant;
    n.two_values = two_values;
    return n;
}

node in_table(node n, index slot) {
    n.by = hint::table;
    n.slot = slot;
    return n;
}

tic::slot remembers(slot_kind kind, const node& n, std::uint8_t capacity) {
    tic::slot s;
    s.kind = kind;
    s.operation = n.operation;
    s.capacity = capacity;
    s.is_signed = n.is_signed;
    s.low = n.low;
    s.span = n.span;
    const std::uint64_t high = n.low + n.span;
    s.initial = !n.is_signed ? n.low : static_cast<std::int64_t>(high) < 0 ? high : 0;
    if (n.operation == op::bytes || n.operation == op::utf8) s.max_bytes = static_cast<std::uint32_t>(high);
    return s;
}

hand chat() {
    hand h(2);
    const index kind = h.type(type_kind::enumeration, "Kind", {"text", "photo", "sticker"});
    const index body = h.type(type_kind::structure, "Body", {"kind", "text"});
    const index send = h.type(type_kind::structure, "Send", {"chat", "tag", "body"});
    const index sent = h.type(type_kind::structure, "Sent", {"tag", "chat", "seq"});
    const index ack = h.type(type_kind::structure, "Ack", {"chat", "seq"});
    const index deliver = h.type(type_kind::structure, "Deliver", {"chat", "sender", "seq", "sent_at", "body"});

    tic::slot table = remembers(slot_kind::table, u(40), 16);
    table.first_child = 1;
    table.child_count = 2;
    const index chats = h.slot(table);
    tic::slot entry_seq = remembers(slot_kind::cell, uint_());
    entry_seq.parent = chats;
    const index seq = h.slot(entry_seq);
    tic::slot entry_senders = remembers(slot_kind::table, u(40), 4);
    entry_senders.parent = chats;
    const index senders = h.slot(entry_senders);
    const index clock = h.slot(remembers(slot_kind::cell, u(44)));
    const index send_tag = h.slot(remembers(slot_kind::last, u(16)));
    const index sent_tag = h.slot(remembers(slot_kind::last, u(16)));

    const node chat_field = in_table(u(40), chats);
    const node seq_field = predicted(uint_(), seq, 1, 0, 62);
    node sealed = about(string(op::sealed, 0, 4000), 5);
    sealed.type = body;
    for (unsigned v = 1; v <= 2; ++v) {
        if (v == 1) {
            h.code(v, kind, {{0, 1}, {1, 1}});
        } else {
            h.code(v, kind, {{0, 1}, {1, 2}, {2, 2}});
        }
        h.lay(v, body, {{0, of(op::enumeration, kind)}, {1, about(string(op::text, 0, 2000), 5)}});
        h.lay(v, send, {{0, chat_field}, {1, predicted(u(16), send_tag, 1, 0, 16)}, {2, sealed}});
        h.lay(v, sent, {{0, predicted(u(16), sent_tag, 1, 0, 16)}, {1, chat_field}, {2, seq_field}});
        h.lay(v, ack, {{0, chat_field}, {1, seq_field}});
        h.lay(v, deliver,
              {{0, chat_field},
               {1, in_table(u(40), senders)},
               {2, seq_field},
               {3, predicted(u(44), clock, 0, 11, 44)},
               {4, sealed}});
        h.say(v, side::client, {{0, 1}, {1, 1}});
        h.say(v, side::server, {{0, 1}, {1, 1}});
    }
    h.packet(side::client, "Send", send);
    h.packet(side::client, "Ack", ack);
    h.packet(side::server, "Sent", sent);
    h.packet(side::server, "Deliver", deliver);
    h.state("Ready", {{rule{.packet = 0}, {{.packet = 0, .go = none}}}, {rule{.packet = 1}, {}}}, {1});
    return h;
}

}  // namespace tic::test
