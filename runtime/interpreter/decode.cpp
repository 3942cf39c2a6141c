// One node of a layout after the other, from bits to a value tree; the first code that is wrong is told.
#include "runtime/interpreter/decode.hpp"

#include <algorithm>
#include <utility>

#include "runtime/interpreter/text.hpp"
#include "runtime/tic/codes.hpp"
#include "runtime/tic/memory.hpp"
#include "runtime/tic/utf8.hpp"

namespace tic::interpreter {

namespace {

/// One packet, type or sealed content being read. Functions answer false once `refused` is set.
class decoder {
public:
    decoder(const program& run, unsigned version, memory& remembered, std::span<const std::uint8_t> bytes,
            const trace_sink* trace)
        : plan_(run.plan()), version_(version), memory_(remembered), in_(bytes), trace_(trace) {}

    bool read_tag(side who, const path_step* at, index& packet);
    bool read_version(unsigned& version);
    bool read_type(index type, const path_step* at, value& out);
    bool read_end(extent expected, const path_step* at);

    bool refuse(reason why, std::uint64_t bit, const path_step* at) {
        refused = {.why = why, .bit = bit, .more = 0, .path = spell_path(at)};
        return false;
    }
    [[nodiscard]] std::size_t bytes_read() const { return static_cast<std::size_t>(in_.position() / 8); }

    refusal refused{};

private:
    bool read_node(const node& n, const path_step* at, value& out);
    bool read_predicted(const node& n, const path_step* at, value& out);
    bool read_flagged(const node& n, const path_step* at, value& out);
    bool read_from_table(const node& n, const path_step* at, value& out);
    bool read_plain(const node& n, const path_step* at, value& out);
    bool read_string(const node& n, const path_step* at, value& out);
    bool read_list(const node& n, const path_step* at, value& out);
    bool read_struct(index type, const path_step* at, value& out);
    bool read_choice(index type, const path_step* at, value& out);
    bool read_prefix(index type, const path_step* at, index& offset);
    bool read_number(const node& n, const path_step* at, const char* what, std::uint64_t& v);

    /// Takes over what a code gave, or refuses with it.
    bool take(const read_result& got, const path_step* at) {
        if (got.ok()) return true;
        refused = {.why = got.why, .bit = got.bit, .more = (got.more + 7) / 8, .path = spell_path(at)};
        return false;
    }
    template <class Text>
    void tell(const path_step* at, std::string_view what, std::uint64_t first, Text&& text) const {
        if (trace_ != nullptr && in_.position() != first)
            (*trace_)({spell_path(at), what, first, in_.position() - first, text()});
    }
    [[nodiscard]] value other_of_two(const node& n, const value& not_this) const;
    [[nodiscard]] value constant_of(const node& n) const;

    const layout& plan_;
    unsigned version_;
    memory& memory_;
    bit_reader in_;
    const trace_sink* trace_;
};

bool same_value(const node& n, const value& a, const value& b) {
    return n.operation == op::bytes || n.operation == op::utf8 ? a.bytes == b.bytes : a.number == b.number;
}

bool decoder::read_tag(side who, const path_step* at, index& packet) {
    const prefix_codes tags(plan_, plan_.at(version_).tags[static_cast<unsigned>(who)]);
    if (tags.codes.empty()) return refuse(reason::wrong_state, 0, at);
    const read_result got = read_huffman(in_, tags);
    if (!take(got, at)) return false;
    packet = tags.codes[got.value].member;
    tell(at, "tag", 0, [&] { return std::string(plan_.packets[static_cast<unsigned>(who)][packet].name); });
    return true;
}

bool decoder::read_version(unsigned& version) {
    const read_result got = read_skew(in_, 0);
    if (!take(got, nullptr)) return false;
    if (got.value >= plan_.version) return refuse(reason::newer_version, 0, nullptr);
    version = version_ = static_cast<unsigned>(got.value) + 1;
    tell(nullptr, "version", 0, [&] { return std::to_string(version); });
    return true;
}

bool decoder::read_type(index type, const path_step* at, value& out) {
    switch (plan_.types[type].kind) {
        case type_kind::structure:
            return read_struct(type, at, out);
        case type_kind::choice:
            return read_choice(type, at, out);
        case type_kind::enumeration:
            break;
    }
    const node n{.operation = op::enumeration, .plain = code::huffman, .type = type};
    return read_plain(n, at, out);
}

bool decoder::read_end(extent expected, const path_step* at) {
    const std::uint64_t first = in_.position();
    if (!take(read_final_fill(in_), at)) return false;
    tell(at, "fill", first, [] { return std::string(); });
    if (expected == extent::alone && in_.left() != 0) return refuse(reason::trailing, in_.position(), at);
    return true;
}

bool decoder::read_node(const node& n, const path_step* at, value& out) {
    if (n.optional) {
        const std::uint64_t first = in_.position();
        const read_result present = read_fixed(in_, 1);
        if (!take(present, at)) return false;
        tell(at, "presence", first, [&] { return std::string(present.value != 0 ? "present" : "absent"); });
        if (present.value == 0) {
            out.absent = true;
            return true;
        }
    }
    switch (n.by) {
        case hint::none:
            return read_plain(n, at, out);
        case hint::is:
            return read_flagged(n, at, out);
        case hint::same:
            if (memory_.has_last(n.slot)) {
                if (!read_flagged(n, at, out)) return false;
            } else if (!read_plain(n, at, out)) return false;
            memory_.set_last(n.slot, out);
            return true;
        case hint::predict:
            return read_predicted(n, at, out);
        case hint::table:
            return read_from_table(n, at, out);
    }
    return false;
}

bool decoder::read_predicted(const node& n, const path_step* at, value& out) {
    const std::uint64_t first = in_.position();
    const read_result got = read_skew(in_, n.hint_bits);
    if (!take(got, at)) return false;
    const std::int64_t r = unzigzag(got.value);
    const predicted v = apply_residual(r, memory_.number(n.slot), n.delta, n.low, n.span, n.wrap_bits);
    if (!v.ok) return refuse(reason::range, first, at);
    tell(at, "residual", first, [&] { return std::to_string(r) + ": " + number_text(n, v.value); });
    out.number = v.value;
    memory_.set_number(n.slot, v.value);
    return true;
}

/// `~ is C` and `~ same`, once there is a last value: one bit, and the plain code behind a 0.
bool decoder::read_flagged(const node& n, const path_step* at, value& out) {
    value expected;
    if (n.by == hint::is) expected = constant_of(n);
    else memory_.read_last(n.slot, expected);
    const std::uint64_t first = in_.position();
    const read_result flag = read_fixed(in_, 1);
    if (!take(flag, at)) return false;
    tell(at, n.by == hint::is ? "is" : "same", first,
         [&] { return (flag.value != 0 ? "" : "not ") + show(plan_, n, expected); });
    if (flag.value != 0) {
        out = std::move(expected);
        return true;
    }
    if (n.two_values) {
        out = other_of_two(n, expected);
        return true;
    }
    if (!read_plain(n, at, out)) return false;
    return !same_value(n, out, expected) || refuse(reason::non_canonical, first, at);
}

bool decoder::read_from_table(const node& n, const path_step* at, value& out) {
    const std::uint64_t first = in_.position();
    const unsigned count = memory_.count(n.slot);
    const read_result rank = read_skew(in_, 0);
    if (!take(rank, at)) return false;
    if (rank.value > count) return refuse(reason::range, first, at);
    if (rank.value < count) {
        memory_.read_entry(n.slot, static_cast<unsigned>(rank.value), out);
        tell(at, "rank", first, [&] { return std::to_string(rank.value) + ": " + show(plan_, n, out); });
        memory_.touch(n.slot, static_cast<unsigned>(rank.value));
        return true;
    }
    tell(at, "rank", first, [&] { return std::to_string(rank.value) + ": new"; });
    if (!read_plain(n, at, out)) return false;
    if (memory_.find(n.slot, out) != count) return refuse(reason::non_canonical, first, at);
    memory_.enter(n.slot, out);
    return true;
}

/// A number, length or count in its plain code, checked against its domain.
bool decoder::read_number(const node& n, const path_step* at, const char* what, std::uint64_t& v) {
    const std::uint64_t first = in_.position();
    read_result got;
    switch (n.plain) {
        case code::fixed:
        case code::twos:
            got = read_fixed(in_, n.bits);
            break;
        case code::uniform:
            got = read_uniform(in_, n.span);
            break;
        case code::skew:
        case code::zigzag:
            got = read_skew(in_, n.bits);
            break;
        case code::huffman:
        case code::nothing:
            break;
    }
    if (!take(got, at)) return false;
    const bool is_bare = n.operation == op::boolean || n.operation == op::f32 || n.operation == op::f64;
    if (n.plain == code::twos) {
        v = extend_sign(got.value, n.bits);
    } else if (n.plain == code::zigzag) {
        v = static_cast<std::uint64_t>(unzigzag(got.value));
    } else {
        if (!is_bare && got.value > n.span) return refuse(reason::range, first, at);
        v = got.value + n.low;
    }
    if (!is_bare && v - n.low > n.span) return refuse(reason::range, first, at);
    tell(at, what, first, [&] {
        return n.operation == op::number || n.operation == op::f32 || n.operation == op::f64 ||
                       n.operation == op::boolean
                   ? show(plan_, n, value{.number = v})
                   : std::to_string(v);
    });
    return true;
}

bool decoder::read_plain(const node& n, const path_step* at, value& out) {
    switch (n.operation) {
        case op::boolean:
        case op::number:
        case op::f32:
        case op::f64:
            return read_number(n, at, "value", out.number);
        case op::enumeration: {
            index offset = 0;
            if (!read_prefix(n.type, at, offset)) return false;
            out.number = plan_.codes[plan_.at(version_, n.type).codes.first + offset].member;
            return true;
        }
        case op::bytes:
        case op::utf8:
        case op::text:
        case op::sealed:
            return read_string(n, at, out);
        case op::list:
            return read_list(n, at, out);
        case op::structure:
            return read_struct(n.type, at, out);
        case op::choice:
            return read_choice(n.type, at, out);
    }
    return false;
}

bool decoder::read_prefix(index type, const path_step* at, index& offset) {
    const prefix_codes codes(plan_, plan_.at(version_, type).codes);
    const std::uint64_t first = in_.position();
    if (codes.codes.empty()) return refuse(reason::range, first, at);
    const read_result got = read_huffman(in_, codes);
    if (!take(got, at)) return false;
    offset = static_cast<index>(got.value);
    tell(at, plan_.types[type].kind == type_kind::choice ? "tag" : "value", first,
         [&] { return std::string(member_name(plan_, type, codes.codes[offset].member)); });
    return true;
}

bool decoder::read_string(const node& n, const path_step* at, value& out) {
    std::uint64_t length = 0;
    if (!read_number(n, at, "length", length)) return false;
    const std::uint64_t fill = in_.position();
    if (!take(read_fill(in_, length), at)) return false;
    tell(at, "fill", fill, [] { return std::string(); });
    if (length == 0) return true;
    const std::uint64_t first = in_.position();
    const std::span<const std::uint8_t> bytes = in_.take_bytes(static_cast<std::size_t>(length));
    if (n.operation == op::utf8 || n.operation == op::text) {
        const std::size_t good = utf8_prefix(bytes);
        if (good != bytes.size()) return refuse(reason::bad_utf8, first + 8 * static_cast<std::uint64_t>(good), at);
    }
    out.bytes.assign(bytes.begin(), bytes.end());
    tell(at, "bytes", first, [&] { return show(plan_, n, out); });
    return true;
}

bool decoder::read_list(const node& n, const path_step* at, value& out) {
    std::uint64_t count = 0;
    if (!read_number(n, at, "count", count)) return false;
    const node& element = plan_.nodes[n.element];
    const std::uint64_t least = std::max<std::uint64_t>(element.min_bits, 1);
    out.items.reserve(static_cast<std::size_t>(std::min(count, in_.left() / least + 1)));
    const std::span<const index> scoped = plan_.scoped.subspan(n.first_scoped, n.scoped_count);
    const std::vector<std::uint64_t> held = memory_.open_scope(scoped);
    for (std::uint64_t i = 0; i < count; ++i) {
        const path_step step{.up = at, .element = i};
        if (!read_node(element, &step, out.items.emplace_back())) return false;
    }
    memory_.close_scope(scoped, held);
    return true;
}

bool decoder::read_struct(index type, const path_step* at, value& out) {
    const tic::type& declared = plan_.types[type];
    out.items.resize(declared.member_count);
    index next = 0;
    const auto skip_dead = [&](index until) {
        for (; next < until; ++next) {
            const index sample = plan_.members[declared.first_member + next].sample;
            if (sample != none) out.items[next] = default_of(plan_, plan_.nodes[sample]);
        }
    };
    for (const node& n : plan_.fields(version_, type)) {
        skip_dead(n.member - declared.first_member);
        const path_step step{.up = at, .name = plan_.members[n.member].name};
        if (!read_node(n, &step, out.items[next++])) return false;
    }
    skip_dead(declared.member_count);
    return true;
}

bool decoder::read_choice(index type, const path_step* at, value& out) {
    index offset = 0;
    if (!read_prefix(type, at, offset)) return false;
    const node& arm = plan_.fields(version_, type)[offset];
    out.number = ordinal_of(plan_, type, arm.member);
    const path_step step{.up = at, .name = plan_.members[arm.member].name};
    return read_node(arm, &step, out.items.emplace_back());
}

value decoder::constant_of(const node& n) const {
    if (n.operation == op::utf8) return {.bytes = std::string(plan_.constants[n.constant])};
    return {.number = n.constant};
}

value decoder::other_of_two(const node& n, const value& not_this) const {
    if (n.operation == op::enumeration) {
        const prefix_codes codes(plan_, plan_.at(version_, n.type).codes);
        return {.number = codes.codes[codes.codes[0].member == not_this.number ? 1 : 0].member};
    }
    return {.number = not_this.number == n.low ? n.low + 1 : n.low};  // a bool's low is 0
}

}  // namespace

decode_result decode_packet(const program& run, side who, unsigned version, memory& remembered,
                            std::span<const std::uint8_t> bytes, const decode_options& options) {
    decoder reader(run, version, remembered, bytes, options.trace);
    decoded got;
    if (!reader.read_tag(who, nullptr, got.packet)) return std::move(reader.refused);
    const packet& said = run.plan().packets[static_cast<unsigned>(who)][got.packet];
    const path_step at{.name = said.name};
    if (options.may_say != nullptr && !(*options.may_say)(got.packet)) {
        reader.refuse(reason::wrong_state, 0, &at);
        return std::move(reader.refused);
    }
    if (!reader.read_type(said.type, &at, got.content) || !reader.read_end(options.expected, &at)) {
        remembered.rollback();
        return std::move(reader.refused);
    }
    remembered.commit();
    got.bytes = reader.bytes_read();
    return got;
}

decode_result decode_type(const program& run, index type, unsigned version, std::span<const std::uint8_t> bytes,
                          const decode_options& options) {
    memory fresh(run);
    decoder reader(run, version, fresh, bytes, options.trace);
    decoded got;
    if (!reader.read_type(type, nullptr, got.content) || !reader.read_end(options.expected, nullptr))
        return std::move(reader.refused);
    got.bytes = reader.bytes_read();
    return got;
}

std::variant<opened, refusal> open_sealed(const program& run, index type, std::span<const std::uint8_t> content,
                                          const trace_sink* trace) {
    memory fresh(run);
    decoder reader(run, 1, fresh, content, trace);
    opened got;
    if (!reader.read_version(got.version) || !reader.read_type(type, nullptr, got.content) ||
        !reader.read_end(extent::alone, nullptr)) {
        return std::move(reader.refused);
    }
    return got;
}

}  // namespace tic::interpreter
