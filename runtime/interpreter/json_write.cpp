// Value trees to JSON text, members in declared order.
#include <span>

#include "runtime/interpreter/decode.hpp"
#include "runtime/interpreter/json.hpp"
#include "runtime/interpreter/text.hpp"

namespace tic::interpreter {

namespace {

class json_writer {
public:
    json_writer(const program& run, unsigned version) : run_(run), plan_(run.plan()), version_(version) {}

    void write_type(index type, const value& v) {
        switch (plan_.types[type].kind) {
            case type_kind::structure:
                return write_struct(type, v);
            case type_kind::choice:
                return write_choice(type, v);
            case type_kind::enumeration:
                return append_json_string(text, member_name(plan_, type, v.number));
        }
    }

    std::string text{};

private:
    void write_node(const node& n, const value& v);
    void write_number(const node& n, std::uint64_t v);
    void write_sealed(const node& n, const value& v);
    void write_opened(index type, unsigned version, const value& v);
    void write_struct(index type, const value& v);
    void write_choice(index type, const value& v);

    const program& run_;
    const layout& plan_;
    unsigned version_;
};

void json_writer::write_node(const node& n, const value& v) {
    if (v.absent) {
        text += "null";
        return;
    }
    switch (n.operation) {
        case op::number:
            return write_number(n, v.number);
        case op::bytes:
            return append_json_string(text, hex_text(v.bytes));
        case op::utf8:
        case op::text:
            return append_json_string(text, v.bytes);
        case op::sealed:
            return write_sealed(n, v);
        case op::boolean:
        case op::f32:
        case op::f64:
            text += show(plan_, n, v);
            return;
        case op::enumeration:
        case op::structure:
        case op::choice:
            return write_type(n.type, v);
        case op::list:
            break;
    }
    text += '[';
    for (std::size_t i = 0; i < v.items.size(); ++i) {
        if (i != 0) text += ',';
        write_node(plan_.nodes[n.element], v.items[i]);
    }
    text += ']';
}

/// Beyond 2^53 as a string, for readers that hold numbers as doubles.
void json_writer::write_number(const node& n, std::uint64_t v) {
    constexpr std::uint64_t exact = std::uint64_t{1} << 53;
    const bool is_negative = n.is_signed && static_cast<std::int64_t>(v) < 0;
    const bool quoted = (is_negative ? std::uint64_t{0} - v : v) > exact;
    if (quoted) text += '"';
    text += number_text(n, v);
    if (quoted) text += '"';
}

void json_writer::write_sealed(const node& n, const value& v) {
    if (v.number != 0 && v.items.size() == 1) return write_opened(n.type, static_cast<unsigned>(v.number), v.items[0]);
    const auto content =
        open_sealed(run_, n.type, {reinterpret_cast<const std::uint8_t*>(v.bytes.data()), v.bytes.size()});
    if (const auto* got = std::get_if<opened>(&content)) return write_opened(n.type, got->version, got->content);
    text += "{\"raw\":\"" + hex_text(v.bytes) + "\"}";
}

void json_writer::write_opened(index type, unsigned version, const value& v) {
    text += "{\"version\":" + std::to_string(version) + ",\"value\":";
    const unsigned outer = version_;
    version_ = version;
    write_type(type, v);
    version_ = outer;
    text += '}';
}

void json_writer::write_struct(index type, const value& v) {
    const tic::type& declared = plan_.types[type];
    bool first = true;
    text += '{';
    for (const node& n : plan_.fields(version_, type)) {
        const index ordinal = n.member - declared.first_member;
        if (ordinal >= v.items.size() || v.items[ordinal].absent) continue;
        if (!first) text += ',';
        first = false;
        append_json_string(text, plan_.members[n.member].name);
        text += ':';
        write_node(n, v.items[ordinal]);
    }
    text += '}';
}

void json_writer::write_choice(index type, const value& v) {
    text += '{';
    for (const node& arm : plan_.fields(version_, type)) {
        if (ordinal_of(plan_, type, arm.member) != v.number || v.items.size() != 1) continue;
        append_json_string(text, plan_.members[arm.member].name);
        text += ':';
        write_node(arm, v.items[0]);
    }
    text += '}';
}

}  // namespace

std::string write_packet(const program& run, side who, unsigned version, index packet, const value& content) {
    const tic::packet& said = run.plan().packets[who][packet];
    json_writer writer(run, version);
    writer.text += '{';
    append_json_string(writer.text, said.name);
    writer.text += ':';
    writer.write_type(said.type, content);
    writer.text += '}';
    return std::move(writer.text);
}

std::string write_type(const program& run, index type, unsigned version, const value& content) {
    json_writer writer(run, version);
    writer.write_type(type, content);
    return std::move(writer.text);
}

}  // namespace tic::interpreter
