// VALUES read: the pairs are sorted by path, then the schema is walked and takes what it knows.
#include <algorithm>
#include <charconv>
#include <vector>

#include "conformance/values/flat.hpp"
#include "conformance/values/members.hpp"
#include "runtime/interpreter/text.hpp"

namespace tic::conformance {

using interpreter::value;

namespace {

struct pair {
    std::string_view path{};
    std::string_view text{};
    bool is_taken = false;
};

std::optional<std::string> unescape(std::string_view text) {
    std::string bytes;
    bytes.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            bytes += text[i];
            continue;
        }
        const auto byte = parse_hex(text.substr(i + 1, 2));
        if (!byte || byte->size() != 1) return std::nullopt;
        bytes += *byte;
        i += 2;
    }
    return bytes;
}

/// Reads one line. Functions answer false once `wrong` is set.
class flat_reader {
public:
    flat_reader(const interpreter::program& run, unsigned version) : plan_(run.plan()), version_(version) {}

    bool split(std::string_view text);
    bool read(const node& n, value& out);
    bool finish();

    std::string wrong{};

private:
    bool read_scalar(const node& n, std::string_view text, value& out);
    bool read_string(const node& n, std::string_view text, value& out);
    bool read_list(const node& n, value& out);
    bool read_struct(const node& n, value& out);
    bool read_choice(const node& n, value& out);
    bool fail(const std::string& text) {
        wrong = text;
        return false;
    }
    [[nodiscard]] std::string shown() const { return "`" + (path_.empty() ? "." : path_) + "`"; }
    [[nodiscard]] std::vector<pair>::iterator first_from(std::string_view path) {
        return std::ranges::lower_bound(pairs_, path, {}, &pair::path);
    }
    [[nodiscard]] pair* find(std::string_view path) {
        const auto at = first_from(path);
        return at != pairs_.end() && at->path == path ? &*at : nullptr;
    }
    [[nodiscard]] bool any_within(const std::string& path) {
        if (find(path) != nullptr) return true;
        return std::ranges::any_of(std::string_view(".["), [&](char c) {
            const auto at = first_from(path + c);
            return at != pairs_.end() && at->path.starts_with(path + c);
        });
    }

    const layout& plan_;
    unsigned version_;
    std::string path_{};
    std::vector<pair> pairs_{};
};

bool flat_reader::split(std::string_view text) {
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(text.size(), word.size() + 1));
        if (word.empty()) continue;
        const std::size_t equals = word.find('=');
        if (equals == std::string_view::npos || word[0] != '.')
            return fail("`" + std::string(word) + "` is not `.PATH=VALUE`");
        pairs_.push_back({word.substr(0, equals), word.substr(equals + 1)});
    }
    std::ranges::sort(pairs_, {}, &pair::path);
    const auto twice = std::ranges::adjacent_find(pairs_, {}, &pair::path);
    return twice == pairs_.end() || fail("`" + std::string(twice->path) + "` is said twice");
}

bool flat_reader::finish() {
    for (const pair& each : pairs_)
        if (!each.is_taken) return fail("`" + std::string(each.path) + "` is not a field of this value");
    return true;
}

bool flat_reader::read(const node& n, value& out) {
    if (n.optional) {
        pair* said = find(path_);
        if (said != nullptr && said->text == "?") {
            said->is_taken = out.absent = true;
            return true;
        }
    }
    switch (n.operation) {
        case op::list:
            return read_list(n, out);
        case op::structure:
            return read_struct(n, out);
        case op::choice:
            return read_choice(n, out);
        default:
            break;
    }
    pair* said = find(path_.empty() ? "." : path_);
    if (said == nullptr) return fail(shown() + " is missing");
    said->is_taken = true;
    return read_scalar(n, said->text, out);
}

bool flat_reader::read_scalar(const node& n, std::string_view text, value& out) {
    switch (n.operation) {
        case op::boolean:
        case op::number:
        case op::f32:
        case op::f64: {
            const auto got = parse_scalar(n, text);
            if (const auto* why = std::get_if<std::string>(&got)) return fail(shown() + ": " + *why);
            out.number = std::get<0>(got);
            return true;
        }
        case op::enumeration: {
            const auto ordinal = find_member(plan_, n.type, text);
            if (!ordinal)
                return fail(shown() + ": there is no `" + std::string(text) + "`" +
                            nearest_member(plan_, n.type, text));
            out.number = *ordinal;
            return true;
        }
        default:
            return read_string(n, text, out);
    }
}

bool flat_reader::read_string(const node& n, std::string_view text, value& out) {
    const bool is_text = n.operation == op::utf8 || n.operation == op::text;
    auto bytes = is_text ? unescape(text) : parse_hex(text);
    if (!bytes)
        return fail(shown() + ": `" + std::string(text) +
                    (is_text ? "` has a wrong %XX" : "` is not whole bytes of hex"));
    out.bytes = std::move(*bytes);
    return true;
}

bool flat_reader::read_list(const node& n, value& out) {
    pair* said = find(path_ + "[]");
    if (said == nullptr) return fail("`" + path_ + "[]`, the count, is missing");
    said->is_taken = true;
    std::size_t count = 0;
    const char* const last = said->text.data() + said->text.size();
    const auto [end, fault] = std::from_chars(said->text.data(), last, count);
    if (end != last || fault != std::errc()) return fail("`" + path_ + "[]`: expected a count");
    // Each element has a pair, so that a count alone reserves nothing.
    if (count > pairs_.size()) return fail("`" + path_ + "[]`: more than the elements that are there");
    const std::size_t before = path_.size();
    for (std::size_t i = 0; i < count; ++i) {
        path_.append("[").append(std::to_string(i)) += ']';
        if (!read(plan_.nodes[n.element], out.items.emplace_back())) return false;
        path_.resize(before);
    }
    return true;
}

bool flat_reader::read_struct(const node& n, value& out) {
    const tic::type& t = plan_.types[n.type];
    out.items.resize(t.member_count);
    const std::span<const node> fields = plan_.fields(version_, n.type);
    if (fields.empty() && !path_.empty()) {
        pair* said = find(path_);
        if (said == nullptr || said->text != "{}") return fail(shown() + " is missing: say `" + path_ + "={}`");
        said->is_taken = true;
    }
    const std::size_t before = path_.size();
    auto field = fields.begin();
    for (index i = 0; i < t.member_count; ++i) {
        const tic::member& member = plan_.members[t.first_member + i];
        if (field == fields.end() || field->member != t.first_member + i) {
            if (member.sample != none) out.items[i] = interpreter::default_of(plan_, plan_.nodes[member.sample]);
            continue;
        }
        (path_ += '.').append(member.name);
        if (!read(*field++, out.items[i])) return false;
        path_.resize(before);
    }
    return true;
}

bool flat_reader::read_choice(const node& n, value& out) {
    const tic::type& t = plan_.types[n.type];
    const std::size_t before = path_.size();
    for (index i = 0; i < t.member_count; ++i) {
        (path_ += '.').append(plan_.members[t.first_member + i].name);
        const node* arm = any_within(path_) ? member_node(plan_, version_, n.type, i) : nullptr;
        if (arm != nullptr) {
            out.number = i;
            const bool done = read(*arm, out.items.emplace_back());
            path_.resize(before);
            return done;
        }
        path_.resize(before);
    }
    return fail(shown() + ": none of the union's arms is there");
}

}  // namespace

std::variant<value, std::string> read_flat(const interpreter::program& run, index type, unsigned version,
                                           std::string_view text) {
    flat_reader reader(run, version);
    value out;
    if (reader.split(text) && reader.read(node_of(run.plan(), type), out) && reader.finish()) return out;
    return std::move(reader.wrong);
}

}  // namespace tic::conformance
