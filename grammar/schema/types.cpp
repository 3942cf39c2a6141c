// Enums, unions and structs: their values, arms and fields, without the hints.
#include "grammar/schema/checker.hpp"

namespace tic::schema {
namespace {

void build(checker& c, const ast::enumeration& written, enumeration& into) {
    unique_names names(c);
    into.values.reserve(written.values.size());
    for (const ast::enum_value& v : written.values) {
        names.add(v.id, "value");
        value made;
        made.name = v.id.text;
        made.doc = v.doc;
        made.where = v.where;
        made.alive = read_life(c, v.alive, v.id);
        made.weights = read_weights(c, v.weights);
        made.marks = read_marks(c, v.marks, mark_target::value);
        made.wire_name = wire_name(made.name, made.marks);
        into.values.push_back(std::move(made));
    }
}

/// What fields and arms have in common.
template <typename Written>
place build_place(checker& c, const Written& written, const owner& of, mark_target target) {
    place made;
    made.name = written.id.text;
    made.doc = written.doc;
    made.where = written.where;
    made.of = resolve(c, written.of, of);
    made.alive = read_life(c, written.alive, written.id);
    made.marks = read_marks(c, written.marks, target);
    made.wire_name = wire_name(made.name, made.marks);
    made.secret = has_mark(made.marks, mark_kind::secret);
    for (const index a : made.of.aliases) made.secret = made.secret || c.made.aliases[a].secret;
    return made;
}

}  // namespace

std::string wire_name(const std::string& name, const std::vector<mark>& marks) {
    for (const mark& m : marks)
        if (m.kind == mark_kind::was) return m.argument;
    return name;
}

bool has_mark(const std::vector<mark>& marks, mark_kind kind) {
    for (const mark& m : marks)
        if (m.kind == kind) return true;
    return false;
}

void build_types(checker& c) {
    for (std::size_t i = 0; i < c.enumerations.size(); ++i) build(c, *c.enumerations[i], c.made.enums[i]);
    for (std::size_t i = 0; i < c.choices.size(); ++i) {
        unique_names names(c);
        auto& arms = c.made.unions[i].arms;
        arms.reserve(c.choices[i]->arms.size());
        for (const ast::arm& a : c.choices[i]->arms) {
            names.add(a.id, "arm");
            const owner self{owner_kind::arm, static_cast<index>(i), static_cast<index>(arms.size())};
            arms.push_back(build_place(c, a, self, mark_target::arm));
            arms.back().weights = read_weights(c, a.weights);
        }
    }
    c.doubtful.assign(c.structures.size(), false);
    for (std::size_t i = 0; i < c.structures.size(); ++i) {
        unique_names names(c);
        auto& fields = c.made.structs[i].fields;
        fields.reserve(c.structures[i]->fields.size());
        for (const ast::field& f : c.structures[i]->fields) {
            if (!names.add(f.id, "field")) c.doubtful[i] = true;
            const owner self{owner_kind::field, static_cast<index>(i), static_cast<index>(fields.size())};
            fields.push_back(build_place(c, f, self, mark_target::field));
            if (is_broken(fields.back().of)) c.doubtful[i] = true;
        }
    }
}

}  // namespace tic::schema
