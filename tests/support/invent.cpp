// Invents schemas from two tables: domains with the hints that fit each, and the contexts in which a value can be.
#include "tests/support/invent.hpp"

#include <array>
#include <string_view>

namespace tic::test {
namespace {

constexpr std::string_view places[] = {"field",  "optional",    "element", "optional-element", "element-of-element",
                                       "nested", "arm-element", "sealed"};
constexpr unsigned place_count = std::size(places);

enum hint_kind : unsigned {
    none,
    magnitude,
    is,
    same,
    same_magnitude,
    last,
    last_wide,
    recent,
    recent_magnitude,
    cell,
    cell_minus,
    table,
    table_magnitude,
    entry_cell,
    entry_table,
    hint_count
};
constexpr std::string_view hint_names[] = {"none",
                                           "magnitude",
                                           "is",
                                           "same",
                                           "same-magnitude",
                                           "last",
                                           "last-within",
                                           "recent",
                                           "recent-magnitude",
                                           "cell",
                                           "cell-minus",
                                           "table",
                                           "table-magnitude",
                                           "entry-cell",
                                           "entry-table"};

/// A domain and the arguments of hints on it; an empty text: not possible. `memory` domains have a cell c_… and a table
/// t_….
struct domain_row {
    std::string_view name, text, about, is, last, memory;
    bool is_short;
    bool may_be_element = true;
};

constexpr domain_row domains[] = {
    {"bool", "bool", "", "true", "", "", true},
    {"u1", "u1", "0", "1", "last", "", true},
    {"u8", "u8", "200", "7", "last + 1", "u8", true},
    {"u16", "u16", "0", "65535", "last - 3", "", true},
    {"u33", "u33", "1000", "0x1_0000_0000", "last + 4294967296", "u33", true},
    {"u62", "u62", "5", "0", "last + 1", "u62", true},
    {"u63", "u63", "9223372036854775807", "9223372036854775807", "", "", true},
    {"u64", "u64", "", "18446744073709551615", "", "", true},
    {"i2", "i2", "-2", "-1", "last", "", true},
    {"i8", "i8", "-5", "-128", "last + 1", "i8", true},
    {"i40", "i40", "70000", "-1", "last - 1", "", true},
    {"i64", "i64", "", "-9223372036854775808", "", "", true},
    {"one", "int(5..5)", "5", "5", "last", "", true, false},
    {"two", "int(4..5)", "5", "4", "last + 1", "", true},
    {"five", "int(0..4)", "2", "3", "last + 1", "five", true},
    {"about-zero", "int(-3..200)", "-2", "0", "last + 2", "mixed", true},
    {"negative", "int(-60..-2)", "", "-2", "last - 1", "", true},
    {"offset", "int(1000..2000)", "1020", "1000", "last + STEP", "", true},
    {"huge", "int(1..18446744073709551615)", "1", "TEN", "", "", true},
    {"all", "int(0..18446744073709551615)", "", "0", "", "", true},
    {"all-signed", "int(-9223372036854775808..9223372036854775807)", "", "-1", "", "", true},
    {"uint", "uint", "300", "0", "last + 1", "seq", true},
    {"sint", "sint", "-20", "-1", "last", "", true},
    {"f32", "f32", "", "", "", "", true},
    {"f64", "f64", "", "", "", "", true},
    {"id", "Id", "9", "1", "last + 1", "Id", true},
    {"enum", "Color", "", "red", "", "Color", true},
    {"enum-two", "Coin", "", "tail", "", "", true},
    {"bytes", "bytes(0..6)", "3", "", "", "key", true},
    {"bytes-fixed", "bytes(4)", "4", "", "", "", true},
    {"bytes-long", "bytes(1..300)", "20", "", "", "", false},
    {"utf8", "utf8(0..9)", "4", "\"ok\"", "", "name", true},
    {"utf8-long", "utf8(0..70)", "12", "", "", "", false},
    {"text", "text(0..40)", "9", "", "", "", false},
    {"sealed", "sealed(Body, 0..400)", "20", "", "", "", false},
    {"sealed-union", "sealed(Pick, 0..90)", "", "", "", "", false},
    {"list", "list(u3, 0..5)", "2", "", "", "", false},
    {"list-fixed", "list(int(0..2) ~ last, 3)", "", "", "", "", false},
    {"union", "Pick", "", "", "", "", false},
    {"struct", "Pair", "", "", "", "", false},
    {"empty", "Empty", "", "", "", "", false, false},
};
constexpr unsigned domain_count = std::size(domains);

bool is_in_list(unsigned place) { return place == 2 || place == 3 || place == 4 || place == 6; }

/// The text after the domain, or "?" if the hint does not fit.
std::string hint_text(const domain_row& d, unsigned hint) {
    const auto need = [](bool possible, std::string text) { return possible ? text : std::string("?"); };
    const std::string about(d.about), memory(d.memory);
    switch (hint) {
        case none:
            return "";
        case magnitude:
            return need(!about.empty(), " ~ " + about);
        case is:
            return need(!d.is.empty(), " ~ is " + std::string(d.is));
        case same:
            return need(d.is_short, " ~ same");
        case same_magnitude:
            return need(d.is_short && !about.empty(), " ~ same ~ " + about);
        case last:
            return need(!d.last.empty(), " ~ " + std::string(d.last));
        case last_wide:
            return need(!d.last.empty(), " ~ last within 40");
        case recent:
            return need(d.is_short, " ~ recent(3)");
        case recent_magnitude:
            return need(d.is_short && !about.empty(), " ~ recent(64) ~ " + about);
        case cell:
            return need(!memory.empty() && !d.last.empty(), " ~ c_" + memory + " + 1");
        case cell_minus:
            return need(!memory.empty() && !d.last.empty(), " ~ c_" + memory + " - 2 within 9");
        case table:
            return need(!memory.empty(), " ~ t_" + memory);
        case table_magnitude:
            return need(!memory.empty() && !about.empty(), " ~ t_" + memory + " ~ " + about);
        case entry_cell:
            return need(d.name == "uint" || d.name == "about-zero", " ~ keys.c_" + memory + " + 1 within 2");
        case entry_table:
            return need(d.name == "u8" || d.name == "utf8", " ~ keys.t_" + memory);
        default:
            return "?";
    }
}

bool can_stand(const domain_row& d, unsigned hint, unsigned place) {
    if (hint_text(d, hint) == "?") return false;
    if (is_in_list(place) && place != 3 && !d.may_be_element) return false;
    if (place == 6 && (hint == entry_cell || hint == entry_table)) return false;      // not in an arm
    if (place == 6 && (d.name == "union" || d.name == "sealed-union")) return false;  // Pick would hold itself
    if (place == 7 && (d.name == "sealed" || d.name == "sealed-union")) return false;
    return true;
}

std::string name_of(unsigned domain, unsigned hint, unsigned place) {
    std::string text(domains[domain].name);
    return text.append("/").append(hint_names[hint]).append("/").append(places[place]);
}

}  // namespace

std::set<std::string> inventor::possible() {
    std::set<std::string> all;
    for (unsigned p = 0; p < place_count; ++p)
        for (unsigned d = 0; d < domain_count; ++d)
            for (unsigned h = 0; h < hint_count; ++h)
                if (can_stand(domains[d], h, p)) all.insert(name_of(d, h, p));
    return all;
}

inventor::combination inventor::pick(unsigned place) {
    combination best{};
    for (unsigned tries = 0;; ++tries) {
        best = {below(domain_count), below(hint_count), place};
        if (!can_stand(domains[best.domain], best.hint, place)) continue;
        if (tries > 400 || !used_.contains(name_of(best.domain, best.hint, place))) break;
    }
    used_.insert(name_of(best.domain, best.hint, place));
    return best;
}

std::string inventor::life() {
    static constexpr std::array texts{"",        "", "", "", " since 2", " since 3", " until 3", " since 2 until 3",
                                      " until 2"};
    return texts[below(texts.size())];
}

std::string inventor::one_field(unsigned place) {
    const auto c = pick(place);
    const auto& d = domains[c.domain];
    std::string hints = hint_text(d, c.hint);
    const bool of_entry = c.hint == entry_cell || c.hint == entry_table;
    if (!hints.empty() && !of_entry && chance(15)) {  // from version 3 on another hint counts
        const unsigned other = below(hint_count - 2);
        if (other != none && can_stand(d, other, place)) hints += "," + hint_text(d, other) + " since 3";
    }
    std::string before;
    if (of_entry) before = "k" + std::to_string(fields_) + ": u8 ~ keys; ";
    const std::string name = "f" + std::to_string(fields_++);
    const std::string text(d.text);
    const std::string alive = life();
    switch (place) {
        case 1:
            return before + name + ": " + text + "?" + alive + hints + ";";
        case 2:
            return before + name + ": list(" + text + hints + ", 0..4)" + alive + ";";
        case 3:
            return before + name + ": list(" + text + "?" + hints + ", 1..3)" + alive + ";";
        case 4:
            return before + name + ": list(list(" + text + hints + ", 0..3), 0..3)" + alive + ";";
        case 6:
            return name + ": list(" + text + hints + ", 0..3)" + alive;
        default:
            return before + name + ": " + text + alive + hints + ";";
    }
}

std::string inventor::structure(const std::string& name, unsigned place, unsigned fields) {
    std::string text = "struct " + name + " {\n  pad: bool;\n";
    for (unsigned i = 0; i < fields; ++i) text += "  " + one_field(place) + "\n";
    return text + "}\n";
}

std::string inventor::enums() {
    return "enum Color { red ~" + std::to_string(1 + below(90)) + ", green since 2 ~5, ~ " +
           std::to_string(1 + below(1000)) + " since 3, blue until 3, black ~2, white }\nenum Coin { head, tail ~3 }\n";
}

std::string inventor::choice() {
    std::string text =
        "union Pick {\n  nothing: Empty ~ 3,\n  word: utf8(0..9) ~ 2,\n  old: u7 until 3,\n  pair: Pair since 2 ~ 4, ~ "
        "1 since 3,\n  maybe: i9?,\n";
    for (unsigned i = 0; i < 6; ++i) text += "  " + one_field(6) + ",\n";
    return text + "}\n";
}

std::string inventor::body() { return structure("Body", 7, 6); }

std::string inventor::packets() {
    std::string text = structure("Nested", 5, 6);
    const auto mixed = [&](const std::string& name, unsigned fields, std::string_view tail) {
        text += "struct " + name + " {\n";
        for (unsigned i = 0; i < fields; ++i) text += "  " + one_field(i % 5) + "\n";
        text.append(tail).append("}\n");
    };
    mixed("Ask", 10, "  n: Nested; m: Nested since 2; l: list(Nested, 0..2) ~ 1;\n");
    mixed("Tell", 5, "  n: Nested; u: list(Pick, 0..3);\n");
    mixed("Answer", 10, "  n: Nested?; body: sealed(Body, 0..600) ~ 30;\n");
    mixed("News", 5, "  u: Pick; v: Pick;\n");
    return text;
}

std::string inventor::session() {
    std::string text =
        "session {\n  client { Ask ~" + std::to_string(1 + below(50)) + ", Tell ~20, Empty since 2, Bye }\n";
    text += "  server { Answer ~9, News ~" + std::to_string(1 + below(9)) + ", Empty, No until 3 }\n";
    text +=
        "  start Open;\n  state Open { on Ask reply Answer, No; on Bye reply Empty go Closed, No go Open; on Empty go "
        "Busy; push News; }\n";
    text += "  state Busy in Open { on Tell reply Answer go Open; on Empty; }\n  state Rest in Busy { on Tell; }\n}\n";
    return text;
}

std::string inventor::next() {
    fields_ = 0;
    const unsigned oldest = 1 + below(3);
    std::string text =
        "protocol invented; edition 1; version 3 oldest " + std::to_string(oldest) + "; limit 4000000;\n";
    text += "const TEN = 10; const STEP = 0x2;\ntype Id = u24 @id;\ntype Key = bytes(0..6);\n";
    text +=
        "memory {\n  c_u8: u8; c_u33: u33; c_u62: u62; c_i8: i8; c_five: int(0..4); c_mixed: int(-3..200); c_seq: "
        "uint; c_Id: Id;\n";
    text +=
        "  t_u8: recent(4) of u8; t_u33: recent(2) of u33; t_u62: recent(1) of u62; t_i8: recent(5) of i8; t_five: "
        "recent(2) of int(0..4);\n";
    text +=
        "  t_mixed: recent(3) of int(-3..200); t_seq: recent(3) of uint; t_Id: recent(8) of Id; t_Color: recent(2) of "
        "Color; t_key: recent(3) of Key; t_name: recent(3) of utf8(0..9);\n";
    text +=
        "  keys: recent(2) of u8 { c_seq: uint; c_mixed: int(-3..200); t_u8: recent(2) of u8; t_name: recent(3) of "
        "utf8(0..9); }\n}\n";
    text += enums() +
            "struct Empty { }\nstruct Bye { why: Coin ~ same; }\nstruct No { }\nstruct Pair { a: u8 ~ last + 1; b: "
            "bool ~ same; }\n";
    return text + choice() + body() + packets() + session();
}

}  // namespace tic::test
