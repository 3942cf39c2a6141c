// VALUES written: one path that grows and shrinks, and the text behind it.
#include <array>
#include <charconv>

#include "conformance/values/flat.hpp"
#include "conformance/values/members.hpp"
#include "runtime/interpreter/encode.hpp"
#include "runtime/interpreter/text.hpp"

namespace tic::conformance {

using interpreter::value;

namespace {

constexpr std::array<bool, 256> plain_bytes = [] {
    std::array<bool, 256> plain{};
    for (const char c : std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~"))
        plain[static_cast<unsigned char>(c)] = true;
    return plain;
}();

void append_escaped(std::string& out, std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (const char c : text) {
        const auto byte = static_cast<std::uint8_t>(c);
        if (plain_bytes[byte]) {
            out += c;
        } else {
            const char escape[] = {'%', digits[byte >> 4], digits[byte & 15]};
            out.append(escape, 3);
        }
    }
}

void append_number(std::string& out, const node& n, std::uint64_t v) {
    std::array<char, 24> text{};
    char* const last = text.data() + text.size();
    const auto end = n.is_signed ? std::to_chars(text.data(), last, static_cast<std::int64_t>(v)).ptr
                                 : std::to_chars(text.data(), last, v).ptr;
    out.append(text.data(), end);
}

class flat_writer {
public:
    flat_writer(std::string& out, const interpreter::program& run, unsigned version)
        : out_(out), run_(run), plan_(run.plan()), version_(version), start_(out.size()) {}

    void write(const node& n, const value& v);

private:
    void begin() {
        if (out_.size() != start_) out_ += ' ';
        out_.append(path_.empty() ? "." : path_) += '=';
    }
    void write_list(const node& n, const value& v);
    void write_struct(const node& n, const value& v);
    void write_choice(const node& n, const value& v);
    void write_sealed(const node& n, const value& v);
    void enter(std::string_view name) { (path_ += '.').append(name); }

    std::string& out_;
    const interpreter::program& run_;
    const layout& plan_;
    unsigned version_;
    std::size_t start_;
    std::string path_{};
};

void flat_writer::write(const node& n, const value& v) {
    if (v.absent) {
        begin();
        out_ += '?';
        return;
    }
    switch (n.operation) {
        case op::list:
            return write_list(n, v);
        case op::structure:
            return write_struct(n, v);
        case op::choice:
            return write_choice(n, v);
        default:
            begin();
    }
    switch (n.operation) {
        case op::boolean:
            out_ += v.number != 0 ? "true" : "false";
            break;
        case op::f32:
        case op::f64:
            out_ += float_word(n.operation, v.number);
            break;
        case op::enumeration:
            out_ += interpreter::member_name(plan_, n.type, v.number);
            break;
        case op::utf8:
        case op::text:
            append_escaped(out_, v.bytes);
            break;
        case op::bytes:
            append_hex(out_, v.bytes);
            break;
        case op::sealed:
            write_sealed(n, v);
            break;
        default:
            append_number(out_, n, v.number);
    }
}

void flat_writer::write_sealed(const node& n, const value& v) {
    if (v.number == 0 || v.items.empty()) return append_hex(out_, v.bytes);
    const auto made = interpreter::seal(run_, n.type, static_cast<unsigned>(v.number), v.items[0]);
    if (const auto* bytes = std::get_if<0>(&made)) {
        append_hex(out_, *bytes);
    } else {
        out_ += '!';  // equals no value
    }
}

void flat_writer::write_list(const node& n, const value& v) {
    const std::size_t before = path_.size();
    path_ += "[]";
    begin();
    out_ += std::to_string(v.items.size());
    for (std::size_t i = 0; i < v.items.size(); ++i) {
        path_.resize(before);
        path_.append("[").append(std::to_string(i)) += ']';
        write(plan_.nodes[n.element], v.items[i]);
    }
    path_.resize(before);
}

void flat_writer::write_struct(const node& n, const value& v) {
    const std::span<const node> fields = plan_.fields(version_, n.type);
    if (fields.empty() && !path_.empty()) {
        begin();
        out_ += "{}";
    }
    const std::size_t before = path_.size();
    for (const node& field : fields) {
        const index ordinal = interpreter::ordinal_of(plan_, n.type, field.member);
        if (ordinal >= v.items.size()) continue;
        enter(plan_.members[field.member].name);
        write(field, v.items[ordinal]);
        path_.resize(before);
    }
}

void flat_writer::write_choice(const node& n, const value& v) {
    const node* arm = member_node(plan_, version_, n.type, v.number);
    if (arm == nullptr || v.items.empty()) return;
    const std::size_t before = path_.size();
    enter(interpreter::member_name(plan_, n.type, v.number));
    write(*arm, v.items[0]);
    path_.resize(before);
}

}  // namespace

void append_flat(std::string& out, const interpreter::program& run, index type, unsigned version,
                 const value& content) {
    flat_writer(out, run, version).write(node_of(run.plan(), type), content);
}

std::string write_flat(const interpreter::program& run, index type, unsigned version, const value& content) {
    std::string out;
    append_flat(out, run, type, version, content);
    return out;
}

}  // namespace tic::conformance
