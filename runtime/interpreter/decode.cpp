// Bits to a value tree, from the tag to the last fill; the first code that is wrong is told.
#include "runtime/interpreter/decode.hpp"

#include <utility>

#include "runtime/interpreter/decoder.hpp"

namespace tic::interpreter {

bool decoder::read_tag(side who, const path_step* at, index& packet) {
    const prefix_codes tags(plan_, plan_.at(version_).tags[who]);
    if (tags.codes.empty()) return refuse(reason::wrong_state, 0, at);
    const read_result got = read_huffman(in_, tags);
    if (!take(got, at)) return false;
    packet = tags.codes[got.value].member;
    tell(at, "tag", 0, [&] { return std::string(plan_.packets[who][packet].name); });
    return true;
}

bool decoder::read_version(unsigned& version) {
    const read_result got = read_exp_golomb_code(0);
    if (!take(got, nullptr)) return false;
    std::uint64_t told = got.value + 1;
    if (got.value >= plan_.version) {
        if (!passes(reason::newer_version, 0)) return refuse(reason::newer_version, 0, nullptr);
        told = tolerated_->instead;
    }
    version = version_ = static_cast<unsigned>(told);
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

decode_result decode_packet(const program& run, side who, unsigned version, memory& remembered,
                            std::span<const std::uint8_t> bytes, const decode_options& options) {
    decoder reader(run, version, remembered, bytes, options.trace, options.tolerated);
    decoded got;
    if (!reader.read_tag(who, nullptr, got.packet)) return std::move(reader.refused);
    const packet& said = run.plan().packets[who][got.packet];
    const path_step at{.name = said.name};
    if (options.may_send != nullptr && !(*options.may_send)(got.packet)) {
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
    decoder reader(run, version, fresh, bytes, options.trace, options.tolerated);
    decoded got;
    if (!reader.read_type(type, nullptr, got.content) || !reader.read_end(options.expected, nullptr))
        return std::move(reader.refused);
    got.bytes = reader.bytes_read();
    return got;
}

std::variant<opened, refusal> open_sealed(const program& run, index type, std::span<const std::uint8_t> content,
                                          const trace_sink* trace, tolerance* tolerated) {
    memory fresh(run);
    decoder reader(run, 1, fresh, content, trace, tolerated);
    opened got;
    if (!reader.read_version(got.version) || !reader.read_type(type, nullptr, got.content) ||
        !reader.read_end(extent::alone, nullptr)) {
        return std::move(reader.refused);
    }
    return got;
}

}  // namespace tic::interpreter
