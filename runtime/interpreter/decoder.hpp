// Inside the interpreter only: one value being read. decode.cpp has its ends, decode_hints.cpp and decode_plain.cpp the
// nodes.
#pragma once

#include <span>
#include <string_view>

#include "runtime/interpreter/decode.hpp"
#include "runtime/interpreter/text.hpp"
#include "runtime/layout/prefix_codes.hpp"

namespace tic::interpreter {

/// One packet, type or sealed content being read. Functions answer false once `refused` is set.
class decoder {
public:
    decoder(const program& run, unsigned version, memory& remembered, std::span<const std::uint8_t> bytes,
            const trace_sink* trace, tolerance* tolerated)
        : plan_(run.plan()), version_(version), memory_(remembered), in_(bytes), trace_(trace), tolerated_(tolerated) {}

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
    read_result read_exp_golomb_code(unsigned k);

    /// Whether this is the one refusal that is let pass.
    bool passes(reason why, std::uint64_t bit) { return tolerated_ != nullptr && tolerated_->meets(why, bit); }

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
    tolerance* tolerated_;
};

}  // namespace tic::interpreter
