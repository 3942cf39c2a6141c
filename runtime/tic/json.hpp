// Values of generated types as JSON, and for logs with @secret values masked. It allocates.
#pragma once

#include <charconv>
#include <cmath>
#include <memory>
#include <string>
#include <type_traits>

#include "hex.hpp"
#include "patterns.hpp"
#include "sealed.hpp"

namespace tic {

/// The shortest JSON string.
inline void append_json_string(std::string& out, std::string_view v) {
    constexpr std::string_view plain = "\"\\\b\f\n\r\t";
    constexpr std::string_view escaped = "\"\\bfnrt";
    out += '"';
    for (const char c : v) {
        if (const std::size_t at = plain.find(c); at != std::string_view::npos) {
            out += '\\';
            out += escaped[at];
        } else if (static_cast<unsigned char>(c) < 0x20) {
            out += "\\u00";
            append_hex(out, std::string_view(&c, 1));
        } else {
            out += c;
        }
    }
    out += '"';
}

namespace detail {

/// Writes values in the JSON form of docs/commands.md, for one version of the schema.
class json_text {
public:
    json_text(unsigned version, bool masks) : version_(version), masks_(masks) {}

    [[nodiscard]] unsigned version() const { return version_; }
    void open() {
        text_ += '{';
        first_ = true;
    }
    void close() {
        text_ += '}';
        first_ = false;
    }
    template <class T>
    void member(std::string_view name, const T& v, bool secret = false) {
        if constexpr (requires { v.has_value(); }) {
            if (!v.has_value()) return;
        }
        arm(name, v, secret);
    }
    /// A member that is written even if it is absent: as null.
    template <class T>
    void arm(std::string_view name, const T& v, bool secret = false) {
        if (!first_) text_ += ',';
        first_ = false;
        string(name);
        text_ += ':';
        if (secret && masks_)
            text_ += "\"***\"";
        else
            value(v);
    }

    template <class T>
    void value(const T& v) {
        if constexpr (std::is_same_v<T, bool>)
            text_ += v ? "true" : "false";
        else if constexpr (std::is_enum_v<T>)
            string(name_of(v));
        else if constexpr (std::is_integral_v<T>)
            integer(v);
        else if constexpr (std::is_floating_point_v<T>)
            floating(v);
        else if constexpr (std::is_same_v<T, std::string_view>)
            string(v);
        else if constexpr (requires { describe(*this, v); })
            describe(*this, v);
        else
            value(v.value);  // an id
    }
    void value(const bytes& v) { hex(v); }
    template <class T>
    void value(const std::optional<T>& v) {
        if (v.has_value())
            value(*v);
        else
            text_ += "null";
    }
    template <class T>
    void value(const list<T>& v) {
        text_ += '[';
        bool begun = false;
        for (const T& each : v) {
            if (begun) text_ += ',';
            begun = true;
            value(each);
        }
        text_ += ']';
    }
    template <class T>
    void value(const sealed<T>& v);

    [[nodiscard]] std::string take() { return std::move(text_); }

private:
    template <class T>
    void integer(T v) {
        constexpr auto exact = std::uint64_t{1} << 53;
        const bool is_wide =
            v < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(v) > exact : static_cast<std::uint64_t>(v) > exact;
        if (is_wide) text_ += '"';
        text_ += std::to_string(v);
        if (is_wide) text_ += '"';
    }
    template <class T>
    void floating(T v);
    void string(std::string_view v);
    void hex(bytes v) {
        text_ += '"';
        append_hex(text_, {v.data(), v.size()});
        text_ += '"';
    }

    std::string text_{};
    unsigned version_;
    bool masks_;
    bool first_ = true;
};

template <class T>
void json_text::floating(T v) {
    if (std::isfinite(v)) {
        // the shortest decimal; as Python does, with an exponent below 1e-4 and from 1e16 on
        char digits[48];
        const auto d = static_cast<double>(v);
        const double size = std::fabs(d);
        const bool is_plain = size == 0 || (size >= 1e-4 && size < 1e16);
        const auto end = std::to_chars(digits, digits + sizeof digits, d,
                                       is_plain ? std::chars_format::fixed : std::chars_format::scientific)
                             .ptr;
        text_.append(digits, end);
        if (std::string_view(digits, static_cast<std::size_t>(end - digits)).find_first_of(".e") ==
            std::string_view::npos)
            text_ += ".0";
        return;
    }
    constexpr char symbols[] = "0123456789abcdef";
    text_ += "\"0x";
    for (unsigned i = sizeof(T) * 8; i != 0; i -= 4) text_ += symbols[pattern(v) >> (i - 4) & 15];
    text_ += '"';
}

inline void json_text::string(std::string_view v) { append_json_string(text_, v); }

template <class T>
void json_text::value(const sealed<T>& v) {
    constexpr std::size_t room_size = content_codec<T>::max_arena + 1;
    const auto buffer = std::make_unique<unsigned char[]>(room_size);
    arena room(std::span<unsigned char>(buffer.get(), room_size));
    const auto opened = v.open(room);
    if (!opened.ok()) {
        text_ += "{\"raw\":";
        if (masks_)
            text_ += "\"***\"";  // it may hold secrets
        else
            hex(v.content());
        text_ += '}';
        return;
    }
    text_ += "{\"version\":" + std::to_string(opened->version) + ",\"value\":";
    const unsigned outside = std::exchange(version_, opened->version);
    value(opened->value);
    version_ = outside;
    text_ += '}';
}

}  // namespace detail

/// JSON on one line, without absent optionals and without fields that the version does not have.
template <class T>
std::string to_json(const T& v, unsigned version) {
    detail::json_text text(version, false);
    text.value(v);
    return text.take();
}

/// The same for logs: `"***"` for @secret values, lists of them, and sealed bytes that do not decode.
template <class T>
std::string to_debug(const T& v, unsigned version) {
    detail::json_text text(version, true);
    text.value(v);
    return text.take();
}

}  // namespace tic
