// Prints the AST as indented text.
#include "grammar/ast/dump.hpp"

#include <string_view>

namespace tic::ast {
namespace {

class dumper {
public:
    std::string take() { return std::move(out_); }

    void whole(const file& parsed) {
        doc(parsed.doc);
        line("protocol " + parsed.protocol.text);
        line("edition " + number(parsed.edition));
        if (parsed.version) line("version " + number(*parsed.version));
        if (parsed.oldest) line("oldest " + number(*parsed.oldest));
        if (parsed.limit) line("limit " + number(*parsed.limit));
        if (parsed.transport) line("transport " + parsed.transport->text);
        if (parsed.text_model) line("text model " + parsed.text_model->text);
        for (const item& one : parsed.items) std::visit([&](const auto& it) { show(it); }, one);
    }

private:
    static std::string number(const integer& n) {
        if (!n.constant.empty()) return n.constant;
        return (n.negative ? "-" : "") + std::to_string(n.magnitude) + (n.too_large ? "(too large)" : "");
    }

    static std::string string(const text_literal& text) { return json_string(text.value); }

    static std::string path(const dotted& what) {
        return what.first.text + (what.second ? "." + what.second->text : "");
    }

    static std::string range(const bounds& b) { return number(b.low) + (b.high ? ".." + number(*b.high) : ""); }

    static std::string domain_text(const domain& of) {
        std::string made;
        switch (of.kind) {
            case domain::form::named:
                made = of.word.text;
                break;
            case domain::form::ranged:
                made = of.word.text + "(" + range(*of.range) + ")";
                break;
            case domain::form::sealed:
                made = "sealed(" + of.word.text + ", " + (of.range ? range(*of.range) : "") + ")";
                break;
            case domain::form::list:
                made = "list(";
                if (!of.item.empty())
                    made += domain_text(of.item[0].of) + hints(of.item[0].hints) + marks(of.item[0].marks);
                made += ", " + (of.range ? range(*of.range) : "") + ")";
                break;
        }
        return made + std::string(of.optional_marks, '?');
    }

    static std::string form(const hint& h) {
        struct names {
            std::string operator()(const hint_expected& f) const { return number(f.value); }
            std::string operator()(const hint_is& f) const { return "is " + std::visit(*this, f.literal); }
            std::string operator()(const hint_same&) const { return "same"; }
            std::string operator()(const hint_recent& f) const { return "recent(" + number(f.count) + ")"; }
            std::string operator()(const hint_last&) const { return "last"; }
            std::string operator()(const hint_name& f) const { return "name " + path(f.what); }
            std::string operator()(const integer& n) const { return number(n); }
            std::string operator()(const text_literal& t) const { return string(t); }
            std::string operator()(const name& n) const { return "name " + n.text; }
        };
        return std::visit(names{}, h.form);
    }

    static std::string hints(const std::vector<hint>& all) {
        std::string made;
        for (const hint& h : all) {
            made += " ~" + form(h);
            if (h.delta) made += (h.delta_negative ? " minus " : " plus ") + number(*h.delta);
            if (h.within) made += " within " + number(*h.within);
            if (h.expected) made += " then ~" + number(*h.expected);
            if (h.since) made += " since " + number(*h.since);
        }
        return made;
    }

    static std::string marks(const std::vector<mark>& all) {
        struct argument {
            std::string operator()(std::monostate) const { return {}; }
            std::string operator()(const text_literal& t) const { return "(" + string(t) + ")"; }
            std::string operator()(const dotted& d) const { return "(" + path(d) + ")"; }
        };
        std::string made;
        for (const mark& m : all) made += " @" + m.what.text + std::visit(argument{}, m.argument);
        return made;
    }

    static std::string lives(const life& alive) {
        return (alive.since ? " since " + number(*alive.since) : "") +
               (alive.until ? " until " + number(*alive.until) : "");
    }

    static std::string weights(const std::vector<weight>& all) {
        std::string made;
        for (const weight& w : all) made += " ~" + number(w.value) + (w.since ? " since " + number(*w.since) : "");
        return made;
    }

    static std::string names(const std::vector<name>& all) {
        std::string made;
        for (const name& n : all) made += " " + n.text;
        return made;
    }

    void show(const import& it) { line("import " + string(it.path)); }
    void show(const constant& it) {
        doc(it.doc);
        line("const " + it.id.text + " = " + number(it.value));
    }
    void show(const type_alias& it) {
        doc(it.doc);
        line("type " + it.id.text + " = " + domain_text(it.of) + marks(it.marks));
    }
    void show(const enumeration& it) {
        doc(it.doc);
        line("enum " + it.id.text);
        for (const enum_value& v : it.values) {
            doc(v.doc, 1);
            line(v.id.text + lives(v.alive) + weights(v.weights) + marks(v.marks), 1);
        }
    }
    void show(const choice& it) {
        doc(it.doc);
        line("union " + it.id.text);
        for (const arm& a : it.arms) {
            doc(a.doc, 1);
            line(a.id.text + ": " + domain_text(a.of) + lives(a.alive) + weights(a.weights) + marks(a.marks), 1);
        }
    }
    void show(const structure& it) {
        doc(it.doc);
        line("struct " + it.id.text);
        for (const field& f : it.fields) {
            doc(f.doc, 1);
            line(f.id.text + ": " + domain_text(f.of) + lives(f.alive) + hints(f.hints) + marks(f.marks), 1);
        }
    }
    void show(const memory& it) {
        doc(it.doc);
        line("memory");
        for (const memory_entry& e : it.entries) entry(e, 1);
    }
    void entry(const memory_entry& e, std::size_t depth) {
        doc(e.doc, depth);
        line(e.id.text + ": " + (e.count ? "recent(" + number(*e.count) + ") of " : "") + domain_text(e.of), depth);
        for (const memory_entry& inner : e.entry) entry(inner, depth + 1);
    }
    void show(const session& it) {
        doc(it.doc);
        line("session");
        for (const says& s : it.client) line("client " + s.id.text + lives(s.alive) + weights(s.weights), 1);
        for (const says& s : it.server) line("server " + s.id.text + lives(s.alive) + weights(s.weights), 1);
        line("start " + it.start.text, 1);
        for (const state& s : it.states) {
            doc(s.doc, 1);
            line("state " + s.id.text + (s.in ? " in " + s.in->text : ""), 1);
            for (const auto& rule : s.rules) std::visit([&](const auto& r) { show_rule(r); }, rule);
        }
    }
    void show_rule(const on_rule& rule) {
        std::string made = "on" + names(rule.requests);
        for (const reply& r : rule.replies) made += " reply " + r.id.text + (r.go ? " go " + r.go->text : "");
        line(made + (rule.go ? " go " + rule.go->text : ""), 2);
    }
    void show_rule(const push_rule& rule) { line("push" + names(rule.packets), 2); }

    void doc(const std::string& text, std::size_t depth = 0) {
        if (text.empty()) return;
        std::string indented = "/// ";
        for (const char c : text) {
            indented += c;
            if (c == '\n') indented += std::string(depth * 2, ' ') + "/// ";
        }
        line(indented, depth);
    }
    void line(const std::string& text, std::size_t depth = 0) { out_ += std::string(depth * 2, ' ') + text + "\n"; }

    std::string out_;
};

}  // namespace

std::string json_string(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string result = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (const auto at = std::string_view("\"\\\b\f\n\r\t").find(c); at != std::string_view::npos) {
            result += '\\';
            result += "\"\\bfnrt"[at];
        } else if (byte < 0x20) {
            result += "\\u00";
            result += digits[byte >> 4U];
            result += digits[byte & 15U];
        } else {
            result += c;
        }
    }
    return result + '"';
}

std::string dump(const file& parsed) {
    dumper made;
    made.whole(parsed);
    return made.take();
}

}  // namespace tic::ast
