// Generated code as an adapter: answers one line of a request with one line. docs/porting.md. For tools: it
// allocates.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <mutants/active_mutant.hpp>
#include "buffers.hpp"
#include "connection.hpp"
#include "values.hpp"

namespace tic {

/// A named type of the schema and what may be asked of it; `unseal` and `seal` are null where it is never sealed.
struct adapter_type {
    std::string_view name;
    bool (*decode)(adapter_buffers& room, unsigned version, std::span<const std::uint8_t> in, std::string& out);
    bool (*encode)(adapter_buffers& room, unsigned version, std::string_view values, std::string& out);
    bool (*unseal)(adapter_buffers& room, std::span<const std::uint8_t> in, std::string& out);
    bool (*seal)(adapter_buffers& room, unsigned version, std::string_view values, std::string& out);
};

namespace detail {

/// The operations of one type; each appends what stands behind the id, or is false and appends a refusal or an error.
template <class Protocol, class T>
struct type_answers {
    static path_text path(const error& e) { return Protocol::template path_of<T>(e); }

    static bool decode(adapter_buffers& room, unsigned version, std::span<const std::uint8_t> in, std::string& out) {
        const auto got = room.with_arena([&](arena& a) { return decode_alone<T>(in, version, a); });
        if (!got.ok()) return append_refusal(out, got.error(), path(got.error()));
        flat_text(out, version).value(got->packet);
        return true;
    }
    static bool encode(adapter_buffers& room, unsigned version, std::string_view values, std::string& out) {
        T v{};
        if (!room.read(values, version, v, out)) return false;
        const auto size = room.with_bytes(content_codec<T>::max_bytes,
                                          [&](std::span<std::uint8_t> to) { return encode_alone(v, to, version); });
        if (!size.ok()) return append_unwritable(out, size.error(), path(size.error()));
        append_bytes(out, room.bytes(*size));
        return true;
    }
    static bool unseal(adapter_buffers& room, std::span<const std::uint8_t> in, std::string& out) {
        const sealed<T> closed(bytes(in.data(), in.size()));
        const auto got = room.with_arena([&](arena& a) { return closed.open(a); });
        if (!got.ok()) return append_refusal(out, got.error(), path(got.error()));
        out += ' ';
        out += std::to_string(got->version);
        flat_text(out, got->version).value(got->value);
        return true;
    }
    static bool seal(adapter_buffers& room, unsigned version, std::string_view values, std::string& out) {
        T v{};
        if (!room.read(values, version, v, out)) return false;
        const auto made = room.with_bytes(sealed_content<T>::max_bytes, [&](std::span<std::uint8_t> to) {
            arena a(to);
            const auto closed = sealed<T>::seal(v, version, a);
            return closed.ok() ? result<bytes>(closed->content()) : result<bytes>(closed.error());
        });
        if (!made.ok()) return append_unwritable(out, made.error(), path(made.error()));
        append_bytes(out, {made->data(), made->size()});
        return true;
    }
};

/// `WORD REST`: takes the word.
inline std::string_view next_word(std::string_view& rest) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(word.size() < rest.size() ? word.size() + 1 : word.size());
    return word;
}

}  // namespace detail

/// The table's row of a struct or union, and of an enum.
template <class Protocol, class T>
constexpr adapter_type adapter_type_of(std::string_view name) {
    using made = detail::type_answers<Protocol, T>;
    if constexpr (std::is_enum_v<T>)
        return {name, made::decode, made::encode, nullptr, nullptr};
    else
        return {name, made::decode, made::encode, made::unseal, made::seal};
}

/// Answers for one protocol, whose names and types the compiler writes (`tictoc compile --adapter`). Requests that make
/// no sense are answered too: nothing that is asked can end the process.
template <class Protocol>
class adapter {
public:
    adapter() {
        for (const adapter_type& each : Protocol::types) types_.emplace(each.name, &each);
    }

    /// Appends the answer and a line's end; false after `bye`.
    bool answer(std::string_view line, std::string& out) {
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line == "bye") return false;
        std::string_view rest = line;
        const std::string_view verb = detail::next_word(rest);
        const std::string_view id = detail::next_word(rest);
        const std::size_t first = out.size();
        if (id.empty() || id.size() > 20 || id.find_first_not_of("0123456789") != std::string_view::npos) {
            out += "unsupported 0 a line without an id\n";
            return true;
        }
        if (const char* const how = answer(verb, id, rest, out))
            detail::put_before(out, first, how, id);
        else
            out.resize(first), detail::unsupported(out, id, line);
        out += '\n';
        return true;
    }
    [[nodiscard]] std::string answer(std::string_view line) {
        std::string out;
        answer(line, out);
        return out;
    }

private:
    static constexpr unsigned newest = Protocol::version;

    /// How the answer begins, or null for what is not supported; the rest is appended to `out`.
    const char* answer(std::string_view verb, std::string_view id, std::string_view rest, std::string& out) {
        if (verb == "decode") return decode(rest, out);
        if (verb == "encode") return encode(rest, out, false);
        if (verb == "receive" || verb == "send" || verb == "end") return talk(verb, id, rest, out);
        if (verb == "unseal") return unseal(rest, out);
        if (verb == "seal") return encode(rest, out, true);
        if (verb == "open") return open(id, rest);
        if (verb == "hello") return rest == Protocol::name ? hello(out) : nullptr;
        if (verb == "mutant") return mutant(rest);
        return nullptr;
    }

    static const char* hello(std::string& out);
    const char* decode(std::string_view rest, std::string& out);
    const char* encode(std::string_view rest, std::string& out, bool seals);
    const char* unseal(std::string_view rest, std::string& out);
    const char* open(std::string_view id, std::string_view rest);
    const char* talk(std::string_view verb, std::string_view id, std::string_view rest, std::string& out);
    static const char* mutant(std::string_view rest);

    const adapter_type* find(std::string_view name) const {
        const auto found = types_.find(name);
        return found == types_.end() ? nullptr : found->second;
    }
    /// `TYPE/VERSION`.
    const adapter_type* find(std::string_view word, unsigned& version) const {
        const std::size_t slash = word.find('/');
        if (slash == std::string_view::npos || !read_number(word.substr(slash + 1), version) || version == 0 ||
            version > newest)
            return nullptr;
        return find(word.substr(0, slash));
    }
    static bool read_number(std::string_view text, unsigned& v) {
        const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), v);
        return end == text.data() + text.size() && wrong == std::errc();
    }

    std::unordered_map<std::string_view, const adapter_type*> types_{};
    std::unordered_map<std::string, std::unique_ptr<detail::adapter_connection>> talks_{};
    adapter_buffers room_{};
};

template <class Protocol>
const char* adapter<Protocol>::hello(std::string& out) {
    ((out += ' ') += Protocol::name) += " impl=tictoc-cpp versions=";
    for (unsigned v = Protocol::version; v >= 1; --v) {
        if (v != Protocol::version) out += ',';
        (out += std::to_string(v)) += ':';
        if constexpr (Protocol::has_session) {
            for (unsigned shift = 32; v >= Protocol::oldest && shift != 0; shift -= 4)
                out += "0123456789abcdef"[Protocol::fingerprints[v - Protocol::oldest] >> (shift - 4) & 15];
        }
        if (!Protocol::has_session || v < Protocol::oldest) out += '-';  // below oldest: in sealed content only
    }
    out += " ops=decode,encode,unseal,seal";
    if constexpr (Protocol::has_session) out += ",open,states";
    if (known_mutants != 0) out += ",mutants";
    return "hello";
}

template <class Protocol>
const char* adapter<Protocol>::decode(std::string_view rest, std::string& out) {
    unsigned version = 0;
    const adapter_type* const type = find(detail::next_word(rest), version);
    if (type == nullptr) return nullptr;
    if (!room_.take_hex(rest)) return detail::append_error(out, "not whole bytes of hex");
    return type->decode(room_, version, room_.taken(), out) ? "ok" : "refuse";
}

template <class Protocol>
const char* adapter<Protocol>::encode(std::string_view rest, std::string& out, bool seals) {
    unsigned version = 0;
    const adapter_type* const type = find(detail::next_word(rest), version);
    const auto does = type == nullptr ? nullptr : seals ? type->seal : type->encode;
    if (does == nullptr) return nullptr;
    return does(room_, version, rest, out) ? "ok" : "error";
}

template <class Protocol>
const char* adapter<Protocol>::unseal(std::string_view rest, std::string& out) {
    const adapter_type* const type = find(detail::next_word(rest));
    if (type == nullptr || type->unseal == nullptr) return nullptr;
    if (!room_.take_hex(rest)) return detail::append_error(out, "not whole bytes of hex");
    return type->unseal(room_, room_.taken(), out) ? "ok" : "refuse";
}

template <class Protocol>
const char* adapter<Protocol>::open([[maybe_unused]] std::string_view id, [[maybe_unused]] std::string_view rest) {
    if constexpr (Protocol::has_session) {
        const std::string_view who = detail::next_word(rest);
        unsigned version = 0;
        if (!read_number(rest, version) || version < Protocol::oldest || version > newest) return nullptr;
        if (who == "client")
            talks_[std::string(id)] = std::make_unique<detail::session_talk<Protocol, side::client>>(version);
        else if (who == "server")
            talks_[std::string(id)] = std::make_unique<detail::session_talk<Protocol, side::server>>(version);
        else
            return nullptr;
        return "ok";
    } else {
        return nullptr;
    }
}

template <class Protocol>
const char* adapter<Protocol>::talk(std::string_view verb, std::string_view id, std::string_view rest,
                                    std::string& out) {
    if constexpr (!Protocol::has_session) return nullptr;
    const auto found = talks_.find(std::string(id));
    if (found == talks_.end()) return detail::append_error(out, "no connection has this id");
    if (verb == "send") return found->second->send(room_, rest, out);
    if (verb == "receive")
        return room_.take_hex(rest) ? found->second->receive(room_, room_.taken(), out)
                                    : detail::append_error(out, "not whole bytes of hex");
    const auto ended = std::move(found->second);
    talks_.erase(found);
    return ended->end(room_, out);
}

template <class Protocol>
const char* adapter<Protocol>::mutant(std::string_view rest) {
    unsigned number = 0;
    if (known_mutants == 0 || !read_number(rest, number) || number > known_mutants) return nullptr;
    active_mutant = number;
    return "ok";
}

}  // namespace tic
