// Values of generated types as the lines of an adapter say them, `.chat=5 .seq=1`, written and read back.
// For tools: it allocates. docs/porting.md, section "Values".
#pragma once

#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>

#include <tic/hex.hpp>
#include <tic/patterns.hpp>
#include <tic/sealed.hpp>

namespace tic {

namespace detail {

/// Bytes that stand for themselves in a string.
inline constexpr std::array<bool, 256> flat_plain = [] {
    std::array<bool, 256> plain{};
    for (const char c : std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~"))
        plain[static_cast<unsigned char>(c)] = true;
    return plain;
}();

}  // namespace detail

/// Writes ` PATH=VALUE` for each place of a value that lives in the version; generated `describe` leads it through.
class flat_text {
public:
    flat_text(std::string& to, unsigned version) : to_(&to), version_(version) {}

    [[nodiscard]] unsigned version() const { return version_; }
    static void open() {}
    static void close() {}
    template <class T>
    void member(std::string_view name, const T& v, bool = false) {
        const std::size_t before = path_.size();
        path_ += '.';
        path_ += name;
        value(v);
        path_.resize(before);
    }
    template <class T>
    void arm(std::string_view name, const T& v, bool = false) {
        member(name, v);
    }

    template <class T>
    void value(const T& v) {
        if constexpr (std::is_same_v<T, bool>)
            leaf() += v ? "true" : "false";
        else if constexpr (std::is_enum_v<T>)
            leaf() += name_of(v);
        else if constexpr (std::is_arithmetic_v<T>)
            number(v);
        else if constexpr (std::is_same_v<T, std::string_view>)
            text(v);
        else if constexpr (requires { describe(*this, v); })
            structure(v);
        else
            value(v.value);  // an id
    }
    void value(const bytes& v) { append_hex(leaf(), {v.data(), v.size()}); }
    template <class T>
    void value(const sealed<T>& v) {
        value(v.content());
    }
    template <class T>
    void value(const std::optional<T>& v) {
        if (v.has_value())
            value(*v);
        else
            leaf() += '?';
    }
    template <class T>
    void value(const list<T>& v) {
        const std::size_t before = path_.size();
        path_ += "[]";
        number(v.size());
        for (std::size_t i = 0; i < v.size(); ++i) {
            path_.resize(before);
            path_ += '[';
            append(path_, i);
            path_ += ']';
            value(v[i]);
        }
        path_.resize(before);
    }

private:
    /// Begins a pair; its value is appended to what is answered.
    std::string& leaf() {
        *to_ += ' ';
        *to_ += path_.empty() ? "." : path_;
        *to_ += '=';
        return *to_;
    }
    template <class T>
    static void append(std::string& to, T v) {
        char digits[40];
        to.append(digits, std::to_chars(digits, digits + sizeof digits, v).ptr);
    }
    template <class T>
    void number(T v) {
        if constexpr (std::is_floating_point_v<T>) {
            if (!std::isfinite(v)) {
                leaf() += "0x";
                for (unsigned i = sizeof(T) * 8; i != 0; i -= 4) *to_ += "0123456789abcdef"[pattern(v) >> (i - 4) & 15];
                return;
            }
        }
        append(leaf(), v);
    }
    void text(std::string_view v) {
        leaf();
        for (const char c : v) {
            if (detail::flat_plain[static_cast<unsigned char>(c)]) {
                *to_ += c;
            } else {
                const char escape[] = {'%', "0123456789ABCDEF"[static_cast<unsigned char>(c) >> 4],
                                       "0123456789ABCDEF"[c & 15]};
                to_->append(escape, sizeof escape);
            }
        }
    }
    template <class T>
    void structure(const T& v) {
        const std::size_t before = to_->size();
        describe(*this, v);
        if (to_->size() == before && !path_.empty()) leaf() += "{}";
    }

    std::string* to_;
    unsigned version_;
    std::string path_{};
};

/// Reads values from pairs in the order of the schema, each said once; generated `assemble` leads it through. Strings
/// and lists point into the text or the arena. Domains are not checked: who encodes does.
class flat_source {
public:
    flat_source(std::string_view text, unsigned version, arena& room) : rest_(text), version_(version), room_(&room) {}

    [[nodiscard]] unsigned version() const { return version_; }
    /// What is wrong, in words.
    [[nodiscard]] const std::string& wrong() const { return wrong_; }
    /// The arena was too small: read again with a larger one.
    [[nodiscard]] bool lacks_room() const { return lacks_room_; }

    /// Reads all of the text.
    template <class T>
    bool read(T& v) {
        if (!value(v)) return false;
        return rest_.empty() || fail(std::string(rest_.substr(0, rest_.find(' '))) + " is not expected here");
    }
    /// Whether the text begins with this word, which is then read.
    bool word(std::string_view name) {
        if (rest_.substr(0, rest_.find(' ')) != name) return false;
        skip(name.size());
        return true;
    }
    /// Whether the next pair is within this arm.
    [[nodiscard]] bool has_arm(std::string_view name) const {
        const std::size_t size = path_.size() + 1 + name.size();
        return rest_.size() > size && rest_.starts_with(path_) && rest_[path_.size()] == '.' &&
               rest_.substr(path_.size() + 1, name.size()) == name &&
               std::string_view("=.[").find(rest_[size]) != std::string_view::npos;
    }
    bool fail(std::string text) {
        if (wrong_.empty()) wrong_ = std::move(text);
        return false;
    }
    bool no_arm() { return fail(shown() + ": none of its arms"); }

    template <class T>
    bool member(std::string_view name, T& v) {
        const std::size_t before = path_.size();
        path_ += '.';
        path_ += name;
        const bool done = value(v);
        path_.resize(before);
        return done;
    }

    template <class T>
    bool value(T& v) {
        if constexpr (std::is_enum_v<T> || std::is_arithmetic_v<T>) {
            std::string_view word;
            return leaf(word) && (scalar(word, v) || fail(shown() + ": cannot be " + std::string(word)));
        } else if constexpr (requires { assemble(*this, v); }) {
            return structure(v);
        } else {
            return value(v.value);  // an id
        }
    }
    bool value(std::string_view& v);
    bool value(bytes& v);
    template <class T>
    bool value(sealed<T>& v) {
        bytes content;
        if (!value(content)) return false;
        v = sealed<T>(content);
        return true;
    }
    template <class T>
    bool value(std::optional<T>& v) {
        v.reset();
        const std::size_t size = path_.size() + 2;
        if (rest_.starts_with(path_) && rest_.substr(path_.size(), 2) == "=?" &&
            (rest_.size() == size || rest_[size] == ' ')) {
            skip(size);
            return true;
        }
        return value(v.emplace());
    }
    template <class T>
    bool value(list<T>& v);

private:
    [[nodiscard]] std::string shown() const { return path_.empty() ? "." : path_; }
    void skip(std::size_t count) {
        rest_.remove_prefix(count < rest_.size() && rest_[count] == ' ' ? count + 1 : count);
    }
    bool no_room() {
        lacks_room_ = true;
        return fail("it is too long");
    }
    /// The value of the pair that stands next, if it is the one expected.
    bool leaf(std::string_view& word) {
        const std::string_view path = path_.empty() ? std::string_view(".") : std::string_view(path_);
        if (rest_.size() <= path.size() || !rest_.starts_with(path) || rest_[path.size()] != '=')
            return fail(shown() + " is missing");
        rest_.remove_prefix(path.size() + 1);
        word = rest_.substr(0, rest_.find(' '));
        skip(word.size());
        return true;
    }
    template <class T>
    static bool scalar(std::string_view word, T& v);
    template <class T>
    bool structure(T& v) {
        const std::size_t before = rest_.size();
        if (!assemble(*this, v)) return false;
        if (rest_.size() != before || path_.empty()) return true;
        std::string_view word;
        return leaf(word) && (word == "{}" || fail(shown() + ": expected {}"));
    }

    std::string_view rest_;
    unsigned version_;
    arena* room_;
    std::string path_{};
    std::string wrong_{};
    bool lacks_room_ = false;
};

template <class T>
bool flat_source::scalar(std::string_view word, T& v) {
    if constexpr (std::is_same_v<T, bool>) {
        v = word == "true";
        return v || word == "false";
    } else if constexpr (std::is_enum_v<T>) {
        for (std::size_t i = 0; i <= std::numeric_limits<std::underlying_type_t<T>>::max(); ++i) {
            v = static_cast<T>(i);
            if (name_of(v).empty() || name_of(v) == word) return !name_of(v).empty();
        }
        return false;
    } else {
        const char* const last = word.data() + word.size();
        if constexpr (std::is_floating_point_v<T>) {
            if (word.starts_with("0x")) {
                std::uint64_t bits = 0;
                const auto [end, wrong] = std::from_chars(word.data() + 2, last, bits, 16);
                assign(v, bits);
                return word.size() == 2 + 2 * sizeof(T) && end == last && wrong == std::errc();
            }
            if (word.find_first_of("in") != std::string_view::npos) return false;  // inf, nan
        }
        const auto [end, wrong] = std::from_chars(word.data(), last, v);
        return end == last && wrong == std::errc();
    }
}

inline bool flat_source::value(bytes& v) {
    std::string_view word;
    if (!leaf(word)) return false;
    v = {};
    if (word.empty()) return true;
    auto* const to = room_->make<std::uint8_t>((word.size() + 1) / 2);
    if (to == nullptr) return no_room();
    if (!read_hex(word, to)) return fail(shown() + ": not whole bytes of hex");
    v = {to, word.size() / 2};
    return true;
}

inline bool flat_source::value(std::string_view& v) {
    if (!leaf(v) || v.find('%') == std::string_view::npos) return wrong_.empty();
    auto* const to = room_->make<std::uint8_t>(v.size());
    if (to == nullptr) return no_room();
    std::size_t size = 0;
    for (std::size_t i = 0; i < v.size(); ++i) {
        to[size] = static_cast<std::uint8_t>(v[i]);
        if (v[i] == '%') {
            if (v.size() - i < 3 || !read_hex(v.substr(i + 1, 2), to + size)) return fail(shown() + ": a wrong %XX");
            i += 2;
        }
        ++size;
    }
    v = characters({to, size});
    return true;
}

template <class T>
bool flat_source::value(list<T>& v) {
    const std::size_t before = path_.size();
    path_ += "[]";
    std::size_t count = 0;
    if (!value(count)) return false;
    // Each element has a pair with this path and an index, so that a count alone reserves nothing.
    if (count > (rest_.size() + 1) / (before + 5)) return fail(shown() + ": more than are there");
    T* const items = room_->make<T>(count);
    if (items == nullptr && count != 0) return no_room();
    for (std::size_t i = 0; i < count; ++i) {
        path_.resize(before);
        path_ += '[';
        char digits[24];
        path_.append(digits, std::to_chars(digits, digits + sizeof digits, i).ptr);
        path_ += ']';
        if (!value(items[i])) return false;
    }
    path_.resize(before);
    v = {items, count};
    return true;
}

}  // namespace tic
