// One node of a layout after the other, from a value tree to bits; what is outside its domain is told with its path.
#include "runtime/interpreter/encode.hpp"

#include <array>
#include <utility>

#include "runtime/interpreter/text.hpp"
#include "runtime/layout/prefix_codes.hpp"
#include "runtime/tic/memory.hpp"
#include "runtime/tic/utf8.hpp"

namespace tic::interpreter {

namespace {

std::span<const std::uint8_t> as_bytes(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

/// One packet, type or sealed content being written. Functions answer false once `wrong` is set.
class encoder {
public:
    encoder(const program& run, unsigned version, memory& remembered, bit_writer& out, deviation* wanted)
        : run_(run), plan_(run.plan()), version_(version), memory_(remembered), out_(out), wanted_(wanted) {}

    void write_version(unsigned version);

    bool write_tag(side who, index packet);
    bool write_type(index type, const path_step* at, const value& v);

    std::string wrong{};

private:
    bool write_node(const node& n, const path_step* at, const value& v);
    bool write_predicted(const node& n, const path_step* at, const value& v);
    bool write_flagged(const node& n, const path_step* at, const value& v, bool holds);
    bool write_from_table(const node& n, const path_step* at, const value& v);
    bool write_plain(const node& n, const path_step* at, const value& v);
    bool write_string(const node& n, const path_step* at, std::string_view bytes);
    bool write_sealed(const node& n, const path_step* at, const value& v);
    bool write_list(const node& n, const path_step* at, const value& v);
    bool write_struct(index type, const path_step* at, const value& v);
    bool write_choice(index type, const path_step* at, const value& v);
    bool write_prefix(index type, const path_step* at, std::uint64_t ordinal, index& offset);
    bool write_number(const node& n, const path_step* at, std::uint64_t v, std::string_view what);
    bool check_scalar(const node& n, const path_step* at, const value& v);

    void write_exp_golomb_code(const path_step* at, std::uint64_t x, unsigned k);
    bool write_beyond(const node& n, const path_step* at, std::uint64_t v);

    /// Whether the code at hand is the one to be written otherwise.
    bool deviates(departure how, const path_step* at) {
        if (wanted_ == nullptr || wanted_->done || wanted_->is != how || spell_path(at) != wanted_->path) return false;
        return wanted_->done = true;
    }
    bool fail(const path_step* at, const std::string& text) {
        wrong = spell_path(at);
        if (!wrong.empty()) wrong += ": ";
        wrong += text;
        return false;
    }

    const program& run_;
    const layout& plan_;
    unsigned version_;
    memory& memory_;
    bit_writer& out_;
    deviation* wanted_;
};

bool encoder::write_tag(side who, index packet) {
    const prefix_codes tags(plan_, plan_.at(version_).tags[who]);
    const index offset = tags.find(packet);
    if (offset == none) {
        const std::string name(packet < plan_.packets[who].size() ? plan_.packets[who][packet].name
                                                                  : "a packet of that number");
        return fail(nullptr, name + " cannot be said in version " + std::to_string(version_));
    }
    write_huffman(out_, tags, offset);
    return true;
}

bool encoder::write_type(index type, const path_step* at, const value& v) {
    switch (plan_.types[type].kind) {
        case type_kind::structure:
            return write_struct(type, at, v);
        case type_kind::choice:
            return write_choice(type, at, v);
        case type_kind::enumeration:
            break;
    }
    index offset = 0;
    return write_prefix(type, at, v.number, offset);
}

bool encoder::write_node(const node& n, const path_step* at, const value& v) {
    if (n.optional) {
        out_.put(v.absent ? 0 : 1, 1);
        if (v.absent) return true;
    } else if (v.absent) {
        return fail(at, "absent, but it must be there");
    }
    switch (n.by) {
        case hint::none:
            return write_plain(n, at, v);
        case hint::is: {
            const bool holds =
                n.operation == op::utf8 ? v.bytes == plan_.constants[n.constant] : v.number == n.constant;
            return write_flagged(n, at, v, holds);
        }
        case hint::same: {
            const bool known = memory_.has_last(n.slot);
            if (!(known ? write_flagged(n, at, v, memory_.last_is(n.slot, v)) : write_plain(n, at, v))) return false;
            memory_.set_last(n.slot, v);
            return true;
        }
        case hint::predict:
            return write_predicted(n, at, v);
        case hint::table:
            return write_from_table(n, at, v);
    }
    return false;
}

bool encoder::write_predicted(const node& n, const path_step* at, const value& v) {
    const std::uint64_t before = memory_.number(n.slot);
    std::int64_t r = residual(v.number, before, n.delta, n.wrap_bits);
    std::uint64_t kept = v.number;
    if (v.number - n.low > n.span) {
        if (!deviates(departure::unchecked, at))
            return fail(at, number_text(n, v.number) + " is not in " + range_text(n));
        // Modulo 2^M every value is some residual's; only one beyond the residuals is outside.
        const std::int64_t half = n.wrap_bits == 0 ? 0 : std::int64_t{1} << (n.wrap_bits - 1);
        if (n.wrap_bits != 0) {
            r = v.number == n.low - 1 ? -half - 1 : half;
            kept = apply_residual(r, before, n.delta, n.low, n.span, n.wrap_bits).value;
        }
    }
    write_exp_golomb_code(at, zigzag(r), n.hint_bits);
    memory_.set_number(n.slot, kept);
    return true;
}

bool encoder::write_flagged(const node& n, const path_step* at, const value& v, bool holds) {
    if (holds && !n.two_values && deviates(departure::plain, at)) holds = false;
    out_.put(holds ? 1 : 0, 1);
    if (holds) return true;
    return n.two_values ? check_scalar(n, at, v) : write_plain(n, at, v);
}

/// An Exp-Golomb code; an overlong one has zeros before it that none may have.
void encoder::write_exp_golomb_code(const path_step* at, std::uint64_t x, unsigned k) {
    if (deviates(departure::overlong, at)) out_.put(0, 64 - k);
    write_exp_golomb(out_, x, k);
}

/// The version before sealed content.
void encoder::write_version(unsigned version) {
    const bool is_newer = deviates(departure::newer, nullptr);
    write_exp_golomb_code(nullptr, is_newer ? plan_.version : version - 1, 0);
}

/// Of a domain of two values nothing is written behind the flag, but the value must still be the other one.
bool encoder::check_scalar(const node& n, const path_step* at, const value& v) {
    if (n.operation == op::enumeration) {
        if (prefix_codes(plan_, plan_.at(version_, n.type).codes).find(v.number) != none) return true;
        return fail(at, std::string(member_name(plan_, n.type, v.number)) + " is not alive in version " +
                            std::to_string(version_));
    }
    const std::uint64_t span = n.operation == op::boolean ? 1 : n.span;
    return v.number - n.low <= span || fail(at, number_text(n, v.number) + " is not in " + range_text(n));
}

bool encoder::write_from_table(const node& n, const path_step* at, const value& v) {
    const unsigned count = memory_.count(n.slot);
    const unsigned rank = memory_.find(n.slot, v);
    const bool is_beyond = deviates(departure::rank, at);
    const bool is_plain = !is_beyond && rank < count && deviates(departure::plain, at);
    write_exp_golomb_code(at, is_beyond ? count + 1 : is_plain ? count : rank, 0);
    if ((rank == count || is_plain) && !write_plain(n, at, v)) return false;
    if (rank < count) {
        memory_.touch(n.slot, rank);
    } else {
        memory_.enter(n.slot, v);
    }
    return true;
}

bool encoder::write_number(const node& n, const path_step* at, std::uint64_t v, std::string_view what) {
    const std::uint64_t x = v - n.low;
    switch (n.operation) {
        case op::boolean:
            if (v > 1) return fail(at, "neither true nor false");
            break;
        case op::f32:
            if (v >> 32 != 0) return fail(at, "more than 32 bits");
            break;
        case op::f64:
            break;
        default:
            if (x > n.span && deviates(departure::unchecked, at)) return write_beyond(n, at, v);
            if (x > n.span) {
                const std::string text = n.operation == op::number ? number_text(n, v) : std::to_string(v);
                return fail(at, std::string(what) + text + " is not in " + range_text(n));
            }
    }
    switch (n.plain) {
        case code::fixed:
            write_fixed(out_, x, n.bits);
            break;
        case code::twos:
            write_fixed(out_, detail::low_digits(v, n.bits), n.bits);
            break;
        case code::truncated_binary:
            write_truncated_binary(out_, x, n.span);
            break;
        case code::exp_golomb:
            write_exp_golomb_code(at, x, n.bits);
            break;
        case code::zigzag:
            write_exp_golomb_code(at, zigzag(static_cast<std::int64_t>(v)), n.bits);
            break;
        case code::huffman:
        case code::nothing:
            break;
    }
    return true;
}

/// A number outside its domain, which only Exp-Golomb codes can spell.
bool encoder::write_beyond(const node& n, const path_step* at, std::uint64_t v) {
    const std::uint64_t x = n.plain == code::zigzag ? zigzag(static_cast<std::int64_t>(v)) : v - n.low;
    if ((n.plain != code::exp_golomb && n.plain != code::zigzag) || !exp_golomb_holds(x, n.bits))
        return fail(at, "its code can spell nothing outside " + range_text(n));
    write_exp_golomb(out_, x, n.bits);
    return true;
}

bool encoder::write_plain(const node& n, const path_step* at, const value& v) {
    switch (n.operation) {
        case op::boolean:
        case op::number:
        case op::f32:
        case op::f64:
            return write_number(n, at, v.number, "");
        case op::enumeration: {
            index offset = 0;
            return write_prefix(n.type, at, v.number, offset);
        }
        case op::utf8:
        case op::text: {
            const std::size_t good = utf8_prefix(as_bytes(v.bytes));
            if (good != v.bytes.size() && !deviates(departure::unchecked, at))
                return fail(at, "not well-formed UTF-8 at byte " + std::to_string(good));
            return write_string(n, at, v.bytes);
        }
        case op::bytes:
            return write_string(n, at, v.bytes);
        case op::sealed:
            return write_sealed(n, at, v);
        case op::list:
            return write_list(n, at, v);
        case op::structure:
            return write_struct(n.type, at, v);
        case op::choice:
            return write_choice(n.type, at, v);
    }
    return false;
}

bool encoder::write_prefix(index type, const path_step* at, std::uint64_t ordinal, index& offset) {
    const prefix_codes codes(plan_, plan_.at(version_, type).codes);
    offset = codes.find(ordinal);
    if (offset == none) {
        return fail(at, std::string(member_name(plan_, type, ordinal)) + " is not alive in version " +
                            std::to_string(version_));
    }
    write_huffman(out_, codes, offset);
    return true;
}

bool encoder::write_string(const node& n, const path_step* at, std::string_view bytes) {
    if (!write_number(n, at, bytes.size(), "a length of ")) return false;
    if (!bytes.empty()) out_.put_bytes(as_bytes(bytes));
    return true;
}

bool encoder::write_sealed(const node& n, const path_step* at, const value& v) {
    if (v.number == 0) return write_string(n, at, v.bytes);
    if (v.items.size() != 1) return fail(at, "nothing to seal");
    if (v.number > plan_.version) {
        return fail(at, "version " + std::to_string(v.number) + " is not in 1.." + std::to_string(plan_.version));
    }
    const encode_result content = seal(run_, n.type, static_cast<unsigned>(v.number), v.items[0]);
    if (const auto* error = std::get_if<encode_error>(&content)) {
        wrong = spell_path(at) + (error->text.find(": ") == std::string::npos ? ": " : ".") + error->text;
        return false;
    }
    const auto& bytes = std::get<0>(content);
    return write_string(n, at, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

bool encoder::write_list(const node& n, const path_step* at, const value& v) {
    if (!write_number(n, at, v.items.size(), "a count of ")) return false;
    const node& element = plan_.nodes[n.element];
    const std::span<const index> scoped = plan_.scoped.subspan(n.first_scoped, n.scoped_count);
    const std::vector<std::uint64_t> held = memory_.open_scope(scoped);
    for (std::size_t i = 0; i < v.items.size(); ++i) {
        const path_step step{.up = at, .element = i};
        if (!write_node(element, &step, v.items[i])) return false;
    }
    memory_.close_scope(scoped, held);
    return true;
}

bool encoder::write_struct(index type, const path_step* at, const value& v) {
    const tic::type& declared = plan_.types[type];
    for (const node& n : plan_.fields(version_, type)) {
        const index ordinal = n.member - declared.first_member;
        const path_step step{.up = at, .name = plan_.members[n.member].name};
        if (ordinal >= v.items.size()) return fail(&step, "missing");
        if (!write_node(n, &step, v.items[ordinal])) return false;
    }
    return true;
}

bool encoder::write_choice(index type, const path_step* at, const value& v) {
    index offset = 0;
    if (!write_prefix(type, at, v.number, offset)) return false;
    const node& arm = plan_.fields(version_, type)[offset];
    const path_step step{.up = at, .name = plan_.members[arm.member].name};
    if (v.items.size() != 1) return fail(&step, "missing");
    return write_node(arm, &step, v.items[0]);
}

/// Writes into a small buffer on the stack, and again into a larger one while it does not fit.
template <class Write>
encode_result write_all(const program& run, unsigned version, memory& remembered, deviation* wanted, Write&& write) {
    std::array<std::uint8_t, 1024> small;
    std::vector<std::uint8_t> large;
    std::span<std::uint8_t> buffer(small);
    while (true) {
        bit_writer out(buffer);
        if (wanted != nullptr) wanted->done = false;
        encoder writer(run, version, remembered, out, wanted);
        if (!write(writer)) {
            remembered.rollback();
            return encode_error{std::move(writer.wrong)};
        }
        const std::size_t size = out.finish();
        if (!out.overflowed()) {
            remembered.commit();
            return std::vector<std::uint8_t>(buffer.begin(), buffer.begin() + static_cast<std::ptrdiff_t>(size));
        }
        remembered.rollback();
        large.resize(buffer.size() * 8);
        buffer = large;
    }
}

}  // namespace

encode_result encode_packet(const program& run, side who, unsigned version, memory& remembered, index packet,
                            const value& content, deviation* wanted) {
    return write_all(run, version, remembered, wanted, [&](encoder& writer) {
        if (!writer.write_tag(who, packet)) return false;
        const tic::packet& said = run.plan().packets[who][packet];
        const path_step at{.name = said.name};
        return writer.write_type(said.type, &at, content);
    });
}

encode_result encode_type(const program& run, index type, unsigned version, const value& content, deviation* wanted) {
    memory fresh(run);
    return write_all(run, version, fresh, wanted,
                     [&](encoder& writer) { return writer.write_type(type, nullptr, content); });
}

encode_result seal(const program& run, index type, unsigned version, const value& content, deviation* wanted) {
    memory fresh(run);
    return write_all(run, version, fresh, wanted, [&](encoder& writer) {
        writer.write_version(version);
        return writer.write_type(type, nullptr, content);
    });
}

}  // namespace tic::interpreter
