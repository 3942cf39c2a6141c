// Values in the form of tapes, written.
#include <algorithm>

#include "conformance/values/members.hpp"
#include "conformance/values/text.hpp"
#include "runtime/interpreter/decode.hpp"
#include "runtime/interpreter/text.hpp"

namespace tic::conformance {

using interpreter::value;

namespace {

std::span<const std::uint8_t> as_bytes(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

class text_writer {
public:
    text_writer(const interpreter::program& run, unsigned version, std::span<const binding> bound)
        : run_(run), plan_(run.plan()), version_(version), bound_(bound) {}

    void write_alone(const node& n, const value& v);
    void write(const node& n, const value& v);

    std::string out{};

private:
    void write_bound(const node& n, const value& v, const binding& as);
    void write_plain(const node& n, const value& v);
    void write_fields(index type, const value& v);
    void write_braced(const node& n, const value& v);
    void write_list(const node& n, const value& v);
    void write_choice(const node& n, const value& v);
    void write_sealed(const node& n, const value& v);
    void write_name(const node& n, std::string_view name);

    const interpreter::program& run_;
    const layout& plan_;
    unsigned version_;
    std::span<const binding> bound_;
    std::string path_{};
};

/// At the top the fields of a struct have no braces.
void text_writer::write_alone(const node& n, const value& v) {
    if (n.operation == op::structure) return write_fields(n.type, v);
    write(n, v);
}

void text_writer::write(const node& n, const value& v) {
    if (!bound_.empty()) {
        const auto as = std::ranges::find(bound_, path_, &binding::path);
        if (as != bound_.end()) return write_bound(n, v, *as);
    }
    if (v.absent) {
        out += "null";
    } else {
        write_plain(n, v);
    }
}

void text_writer::write_bound(const node& n, const value& v, const binding& as) {
    (out += '$') += as.name;
    if (as.is_new) out += ":new";
    if (!as.is_said) return;
    out += '=';
    if (v.absent) {
        out += "null";
    } else {
        write_plain(n, v);
    }
}

void text_writer::write_plain(const node& n, const value& v) {
    switch (n.operation) {
        case op::boolean:
            out += v.number != 0 ? "true" : "false";
            break;
        case op::number:
            out += interpreter::number_text(n, v.number);
            break;
        case op::f32:
        case op::f64:
            out += float_word(n.operation, v.number);
            break;
        case op::enumeration:
            write_name(n, interpreter::member_name(plan_, n.type, v.number));
            break;
        case op::utf8:
        case op::text:
            interpreter::append_json_string(out, v.bytes);
            break;
        case op::bytes:
            out += "x\"";
            append_hex(out, v.bytes);
            out += '"';
            break;
        case op::sealed:
            write_sealed(n, v);
            break;
        case op::list:
            write_list(n, v);
            break;
        case op::structure:
            write_braced(n, v);
            break;
        case op::choice:
            write_choice(n, v);
            break;
    }
}

/// An enum's value named `null` would be absence where there may be one.
void text_writer::write_name(const node& n, std::string_view name) {
    const bool is_doubtful = n.optional && name == "null";
    if (is_doubtful) out += '(';
    out += name;
    if (is_doubtful) out += ')';
}

void text_writer::write_fields(index type, const value& v) {
    const std::size_t before = path_.size();
    bool is_first = true;
    for (const node& field : plan_.fields(version_, type)) {
        const index ordinal = interpreter::ordinal_of(plan_, type, field.member);
        if (ordinal >= v.items.size()) continue;
        const std::string_view name = plan_.members[field.member].name;
        (path_ += '.').append(name);
        const bool is_bound = !bound_.empty() && std::ranges::find(bound_, path_, &binding::path) != bound_.end();
        if (!v.items[ordinal].absent || is_bound) {
            if (!std::exchange(is_first, false)) out += ' ';
            out.append(name) += '=';
            write(field, v.items[ordinal]);
        }
        path_.resize(before);
    }
}

void text_writer::write_braced(const node& n, const value& v) {
    out += '{';
    write_fields(n.type, v);
    out += '}';
}

void text_writer::write_list(const node& n, const value& v) {
    const std::size_t before = path_.size();
    out += '[';
    for (std::size_t i = 0; i < v.items.size(); ++i) {
        if (i != 0) out += ' ';
        path_.append("[").append(std::to_string(i)) += ']';
        write(plan_.nodes[n.element], v.items[i]);
        path_.resize(before);
    }
    out += ']';
}

void text_writer::write_choice(const node& n, const value& v) {
    const node* arm = member_node(plan_, version_, n.type, v.number);
    const std::string_view name = interpreter::member_name(plan_, n.type, v.number);
    out += name;
    if (arm == nullptr || v.items.empty()) return;
    const std::size_t before = path_.size();
    (path_ += '.').append(name);
    const bool is_bound = std::ranges::find(bound_, path_, &binding::path) != bound_.end();
    if (arm->operation == op::structure && !v.items[0].absent && !is_bound) {
        write_braced(*arm, v.items[0]);
    } else {
        out += '(';
        write(*arm, v.items[0]);
        out += ')';
    }
    path_.resize(before);
}

void text_writer::write_sealed(const node& n, const value& v) {
    unsigned written_for = static_cast<unsigned>(v.number);
    const value* content = v.items.empty() ? nullptr : &v.items[0];
    std::variant<interpreter::opened, interpreter::refusal> opened;
    if (v.number == 0) {
        content = nullptr;
        opened = interpreter::open_sealed(run_, n.type, as_bytes(v.bytes));
        if (const auto* found = std::get_if<0>(&opened)) {
            written_for = found->version;
            content = &found->content;
        }
    }
    if (content == nullptr) {
        out += "raw\"";
        append_hex(out, v.bytes);
        out += '"';
        return;
    }
    // Nothing inside is bound: a replay does not look into sealed content.
    text_writer inside(run_, written_for, {});
    inside.write_alone(node_of(plan_, n.type), *content);
    out.append("v").append(std::to_string(written_for)).append("{").append(inside.out) += '}';
}

}  // namespace

std::string write_text(const interpreter::program& run, index type, unsigned version, const value& content,
                       std::span<const binding> bound) {
    text_writer writer(run, version, bound);
    writer.write_alone(node_of(run.plan(), type), content);
    return std::move(writer.out);
}

std::string write_text(const interpreter::program& run, const node& n, unsigned version, const value& content) {
    text_writer writer(run, version, {});
    writer.write(n, content);
    return std::move(writer.out);
}

}  // namespace tic::conformance
