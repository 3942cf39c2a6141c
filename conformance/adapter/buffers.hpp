// Room that an adapter reuses from request to request and that grows where it is too small; and what answers
// are made of. For tools: it allocates.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "values.hpp"

namespace tic {

/// Whether something lacks nothing but room.
template <class T>
bool lacks_room(const result<T>& made) {
    return !made.ok() && made.error().why == reason::no_room;
}

/// Bytes read from hex, the arena of values, and bytes written.
class adapter_buffers {
public:
    /// Hex, `-` for none.
    bool take_hex(std::string_view text) {
        if (text == "-") text = {};
        in_.resize(text.size() / 2);
        return read_hex(text, in_.data());
    }
    [[nodiscard]] std::span<const std::uint8_t> taken() const { return in_; }
    [[nodiscard]] std::span<const std::uint8_t> bytes(std::size_t size) const { return std::span(out_).first(size); }

    /// Uses an arena that grows as long as `lacks_room` says so of what was made.
    template <class Use>
    auto with_arena(Use&& use) {
        for (;;) {
            arena room{std::span<unsigned char>(arena_)};
            auto got = use(room);
            if (!lacks_room(got) || arena_.size() >= most_room) return got;
            arena_.resize(arena_.size() * 2);
        }
    }
    /// Writes into bytes that grow up to `most`.
    template <class Use>
    auto with_bytes(std::size_t most, Use&& use) {
        if (out_.size() < most) out_.resize(most < first_room ? most : first_room);
        for (;;) {
            auto got = use(std::span<std::uint8_t>(out_));
            if (!lacks_room(got) || out_.size() >= most_room) return got;
            out_.resize(out_.size() * 2);
        }
    }
    /// Reads a value; what is wrong is appended to `out`.
    template <class T>
    bool read(std::string_view text, unsigned version, T& v, std::string& out) {
        for (;;) {
            arena room{std::span<unsigned char>(arena_)};
            flat_source source(text, version, room);
            if (source.read(v)) return true;
            if (!source.lacks_room() || arena_.size() >= most_room) {
                (out += ' ') += source.wrong();
                return false;
            }
            arena_.resize(arena_.size() * 2);
        }
    }

private:
    static constexpr std::size_t first_room = std::size_t{1} << 16;
    static constexpr std::size_t most_room = std::size_t{1} << 30;

    std::vector<std::uint8_t> in_{}, out_{};
    std::vector<unsigned char> arena_ = std::vector<unsigned char>(first_room);
};

namespace detail {

/// `REASON bit=N more=M path=P`.
inline bool append_refusal(std::string& out, const error& e, std::string_view path) {
    ((out += ' ') += name_of(e.why)) += " bit=";
    out += std::to_string(e.bit);
    if (e.why == reason::truncated) (out += " more=") += std::to_string(e.more);
    if (!path.empty()) (out += " path=") += path;
    return false;
}

/// Why a value was not written.
inline bool append_unwritable(std::string& out, const error& e, std::string_view path) {
    out += e.why == reason::bad_value ? " a value outside its domain, or dead in the version" : " no room";
    if (!path.empty()) (out += ": ") += path;
    return false;
}

inline void append_bytes(std::string& out, std::span<const std::uint8_t> data) {
    out += ' ';
    if (data.empty()) out += '-';
    append_hex(out, data);
}

inline const char* append_error(std::string& out, std::string_view text) {
    (out += ' ') += text;
    return "error";
}

/// `HOW ID` in front of what was appended since.
inline void put_before(std::string& out, std::size_t first, std::string_view how, std::string_view id) {
    char head[48];
    std::size_t size = how.copy(head, 20);
    head[size++] = ' ';
    size += id.copy(head + size, 20);
    out.insert(first, head, size);
}

inline void unsupported(std::string& out, std::string_view id, std::string_view line) {
    ((out += "unsupported ") += id) += ' ';
    out += line.substr(0, 80);
}

}  // namespace detail

}  // namespace tic
