// Writes values by the layout: living members in their order, dead ones not at all.
#include "tools/tictoc/shape.hpp"

#include "runtime/interpreter/decode.hpp"
#include "tools/tictoc/codec.hpp"

namespace tic::tool {

using interpreter::value;

std::set<std::string_view> wire_names(const layout& plan) {
    std::set<std::string_view> names;
    for (const auto& m : plan.members) names.insert(m.wire_name);
    for (const side who : sides)
        for (const auto& p : plan.packets[who]) names.insert(p.name);
    return names;
}

std::string shape_writer::type(index type, const value& v) {
    text_.clear();
    write_type(version_, type, v);
    return std::move(text_);
}

void shape_writer::write_type(unsigned version, index type, const value& v) {
    const auto& plan = run_.plan();
    const auto& declared = plan.types[type];
    const auto fields = plan.fields(version, type);
    text_ += '{';
    if (declared.kind == type_kind::structure) {
        for (const auto& n : fields) {
            write_name(plan.members[n.member].wire_name);
            text_ += ':';
            write_node(version, n, v.items[n.member - declared.first_member]);
            text_ += ',';
        }
    } else {
        write_name(plan.members[declared.first_member + v.number].wire_name);
        // A rename is not seen by name, but its place among the living is.
        const auto& codes = plan.at(version, type).codes;
        for (index i = 0; i < codes.count; ++i) {
            if (plan.codes[codes.first + i].member != v.number) continue;
            text_ += '#' + std::to_string(i);
            if (declared.kind == type_kind::choice) write_node(version, fields[i], v.items.front());
        }
    }
    text_ += '}';
}

void shape_writer::write_node(unsigned version, const node& n, const value& v) {
    if (n.optional && v.absent) {
        text_ += "absent";
        return;
    }
    const auto raw = [&] {
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(v.bytes.data());
        return std::span<const std::uint8_t>(bytes, v.bytes.size());
    };
    switch (n.operation) {
        case op::boolean:
        case op::number:
            text_ += n.is_signed ? std::to_string(static_cast<std::int64_t>(v.number)) : std::to_string(v.number);
            return;
        case op::f32:
        case op::f64:
            text_ += (n.operation == op::f32 ? "f" : "d") + std::to_string(v.number);
            return;
        case op::bytes:
        case op::utf8:
        case op::text:
            text_ += '"' + to_hex(raw()) + '"';
            return;
        case op::sealed: {
            const auto content = interpreter::open_sealed(run_, n.type, raw());
            if (const auto* opened = std::get_if<interpreter::opened>(&content)) {
                text_ += 'v' + std::to_string(opened->version);
                write_type(opened->version, n.type, opened->content);
            } else {
                text_ += "raw " + to_hex(raw());
            }
            return;
        }
        case op::list:
            for (const auto& item : v.items) {
                write_node(version, run_.plan().nodes[n.element], item);
                text_ += ',';
            }
            return;
        case op::enumeration:
        case op::choice:
        case op::structure:
            write_type(version, n.type, v);
            return;
    }
}

}  // namespace tic::tool
