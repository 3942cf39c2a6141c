// Sealed values: bytes that hold an encoded struct or union, carried unopened. Language page, section 5.
#pragma once

#include "codec.hpp"

namespace tic {

/// The codec of T alone: generated for each struct and union.
template <class T>
struct content_codec;

/// The content, and the version it was encoded for.
template <class T>
struct opened {
    T value{};
    unsigned version = 0;
};

namespace detail {

/// The version as exp_golomb(0) of version - 1, then the value with fresh memory.
template <class T>
struct sealed_content : content_codec<T> {
    static constexpr std::size_t max_bytes = content_codec<T>::max_bytes + 3;

    template <class Out, class Memory>
    static constexpr void write(Out& out, const T& v, unsigned version, Memory& m) {
        out.put_exp_golomb(version - 1, 0);
        content_codec<T>::write(out, v, version, m);
    }
    template <class In, class Memory>
    static constexpr bool read(In& in, opened<T>& to, unsigned newest, Memory& m, std::uint32_t& root) {
        std::uint64_t w = 0;
        if (!in.exp_golomb(w, 0, 0)) return false;
        if (w >= newest) return in.refuse(reason::newer_version, 0, 0);
        to.version = static_cast<unsigned>(w) + 1;
        return content_codec<T>::read(in, to.value, to.version, m, root);
    }
};

}  // namespace detail

/// The bytes of an encoded T; only `open` decodes them. A relay that forwards them need not know T's newest version.
template <class T>
class sealed {
public:
    constexpr sealed() = default;
    constexpr explicit sealed(bytes content) : content_(content) {}

    [[nodiscard]] constexpr bytes content() const { return content_; }

    /// Encodes a value for a version of the schema into the arena. Fails with `bad_value` or `no_room`.
    [[nodiscard]] static constexpr result<sealed> seal(const T& value, unsigned version, arena& room) {
        using codec = detail::sealed_content<T>;
        check_failure wrong;
        if (!codec::check(value, version, wrong))
            return error{.why = reason::bad_value, .bit = 0, .more = 0, .at = wrong.at};
        const std::size_t mark = room.used();
        std::size_t most = codec::max_bytes;
        if (!std::is_constant_evaluated() && room.left() < most) most = room.left();
        auto* const out = room.make<std::uint8_t>(most);
        if (out == nullptr) return error{.why = reason::no_room};
        typename content_codec<T>::memory fresh{};
        const auto written = detail::write_packet<codec>(value, {out, most}, fresh, version);
        room.rewind(written.ok() ? mark + *written : mark);
        if (!written.ok()) return written.error();
        return sealed(bytes(out, *written));
    }

    /// Decodes the content. A refusal does not concern the packet around it; its bit and path count from the content's
    /// beginning.
    [[nodiscard]] constexpr result<opened<T>> open(arena& room) const {
        typename content_codec<T>::memory fresh{};
        const auto read = decode_packet<detail::sealed_content<T>, opened<T>>(
            {content_.data(), content_.size()}, fresh, content_codec<T>::newest, room, extent::alone);
        if (!read.ok()) return read.error();
        return read->packet;
    }

    friend constexpr bool operator==(const sealed& a, const sealed& b) { return a.content_ == b.content_; }

private:
    bytes content_{};
};

/// The octets of sealed content.
template <class T>
constexpr bytes octets(const sealed<T>& v) {
    return v.content();
}
template <class T>
constexpr void assign(sealed<T>& to, bytes from) {
    to = sealed<T>(from);
}

/// One value of a struct or union alone, with fresh memory.
template <class T>
constexpr result<std::size_t> encode_alone(const T& v, std::span<std::uint8_t> out, unsigned version) {
    typename content_codec<T>::memory fresh{};
    return encode_packet<content_codec<T>>(v, out, fresh, version);
}
template <class T>
constexpr result<decoded<T>> decode_alone(std::span<const std::uint8_t> in, unsigned version, arena& room) {
    typename content_codec<T>::memory fresh{};
    return decode_packet<content_codec<T>, T>(in, fresh, version, room, extent::alone);
}

}  // namespace tic
