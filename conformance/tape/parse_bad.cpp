// Lines `bad`: which step, what is changed, what must be answered.
#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "conformance/tape/parser.hpp"
#include "conformance/tape/play.hpp"
#include "conformance/values/members.hpp"

namespace tic::conformance {

namespace {

constexpr std::array<std::string_view, 10> change_names{"set",   "plain", "rank", "overlong", "fill",
                                                        "bytes", "cut",   "pad",  "newer",    "then"};

constexpr std::array<std::string_view, 4> beyond{"range+1", "range-1", "length+1", "length-1"};

}  // namespace

bool tape_parser::read_number(std::string_view word, std::uint64_t& into) {
    const auto [end, fault] = std::from_chars(word.data(), word.data() + word.size(), into);
    return !word.empty() && end == word.data() + word.size() && fault == std::errc();
}

void tape_parser::read_bad() {
    bad made{.at = location(0)};
    if (!read_reference(made) || !read_change(made) || !read_answer(made) || !read_bytes(made.bytes) || !expect_end())
        return;
    made.comments = std::exchange(comments_, {});
    for (const std::string_view each : from_.comments()) made.comments.push_back("# " + std::string(each));
    tape& of = file_.tapes[tapes_.find(made.tape)->second];
    if (!made.is_named) made.id = default_id(*of.run, made, step_of(of, made).version);
    of.bads.push_back(std::move(made));
}

bool tape_parser::read_reference(bad& into) {
    const std::size_t at = from_.next();
    const std::string_view word = from_.chunk();
    const std::size_t mark = word.find('#');
    const std::string_view id = word.substr(0, mark);
    if (mark == std::string_view::npos) return fail(at, "say which step is broken: `bad TAPE#STEP …`");
    const auto known = tapes_.find(id);
    if (known == tapes_.end()) {
        std::vector<std::string_view> names;
        for (const auto& each : tapes_) names.push_back(each.first);
        return fail(at, "there is no tape `" + std::string(id) + "` above in this file" + did_you_mean(id, names));
    }
    const tape& of = file_.tapes[known->second];
    std::uint64_t number = 0;
    if (damaged_.contains(known->second + 1)) return false;
    if (!read_number(word.substr(mark + 1), number) || number > of.steps.size()) {
        return fail(at, "`" + std::string(id) + "` has no step " + std::string(word.substr(mark + 1)) + ": it has " +
                            std::to_string(of.steps.size()));
    }
    if (number != 0 && of.steps[number - 1].is == step_kind::quiet)
        return fail(at, "step " + std::to_string(number) + " is `quiet`: nothing is said there");
    if (of.run == nullptr) return false;
    into.tape = id;
    into.step = static_cast<unsigned>(number);
    return true;
}

bool tape_parser::read_change(bad& into) {
    const std::size_t at = from_.next();
    const std::string_view name = from_.name();
    const auto kind = std::ranges::find(change_names, name);
    if (kind == change_names.end()) {
        const std::vector<std::string_view> names(change_names.begin(), change_names.end());
        const auto hint = did_you_mean(name, names);
        return fail(at, "there is no change `" + std::string(name) + "`" +
                            (hint.empty() ? "; there are `set`, `plain`, `rank`, `overlong`, `fill`, `bytes`, `cut`, "
                                            "`pad`, `newer` and `then`"
                                          : hint));
    }
    into.what.is = static_cast<change_kind>(kind - change_names.begin());
    const tape& of = file_.tapes[tapes_.find(into.tape)->second];
    if (into.step == 0 && into.what.is != change_kind::then)
        return fail(at, "before the first step nothing stands that could be changed: step 0 is for `then`");
    const step good = step_of(of, into);
    switch (into.what.is) {
        case change_kind::set:
            return read_set(into, good);
        case change_kind::plain:
        case change_kind::rank:
        case change_kind::overlong:
        case change_kind::fill:
        case change_kind::bytes: {
            const std::size_t path_at = from_.next();
            const bool has_path = from_.here() == '.';
            if (has_path) into.what.path = from_.chunk();
            if (into.what.is == change_kind::fill) {
                const std::size_t next = from_.next();
                if (from_.word() == "first")
                    into.what.value = "first";
                else
                    from_.go_to(next);
            }
            if (!has_path && into.what.is == change_kind::fill) return true;
            const auto found = resolve_path(*of.run, type_of(*of.run, good), good.version, nullptr, into.what.path);
            if (!found.at) return fail(path_at, found.wrong);
            return into.what.is != change_kind::bytes || read_hex_text(into.what.value);
        }
        case change_kind::cut: {
            const std::size_t number_at = from_.next();
            std::uint64_t count = 0;
            if (!read_number(from_.word(), count)) return fail(number_at, "say how many bytes are left: `cut N`");
            into.what.count = static_cast<std::size_t>(count);
            return true;
        }
        case change_kind::pad:
            return read_hex_text(into.what.value);
        case change_kind::newer:
            return true;
        case change_kind::then:
            return read_then(into, good);
    }
    return false;
}

/// `.PATH=VALUE`, kept in its canonical spelling.
bool tape_parser::read_set(bad& into, const step& good) {
    const tape& of = file_.tapes[tapes_.find(into.tape)->second];
    const std::size_t at = from_.next();
    while (is_name_char(from_.here()) || from_.here() == '.' || from_.here() == '[' || from_.here() == ']')
        from_.advance(1);
    into.what.path = from_.between(at, from_.position());
    if (from_.here() != '=') return fail(at, "say what is set: `set .PATH=VALUE`");
    from_.advance(1);
    const auto found = resolve_path(*of.run, type_of(*of.run, good), good.version, nullptr, into.what.path);
    if (!found.at) return fail(at, found.wrong);
    const std::size_t value_at = from_.next();
    if (const std::string_view word = from_.word(); std::ranges::find(beyond, word) != beyond.end()) {
        into.what.value = word;
        return true;
    }
    from_.go_to(value_at);
    text_reader reader(*of.run, good.version, from_);
    interpreter::value v;
    if (!reader.read_node(*found.at, v)) return fail(reader.wrong.at, std::move(reader.wrong.text));
    if (!reader.bound.empty()) return fail(value_at, "nothing can be bound in a change");
    into.what.value = write_text(*of.run, *found.at, good.version, v);
    return true;
}

/// `x"ff"`, kept as that.
bool tape_parser::read_hex_text(std::string& into) {
    const std::size_t at = from_.next();
    const std::string_view chunk = from_.chunk();
    const bool is_quoted = chunk.size() >= 3 && chunk.starts_with("x\"") && chunk.ends_with('"');
    const auto bytes = is_quoted ? parse_hex(chunk.substr(2, chunk.size() - 3)) : std::nullopt;
    if (!bytes) return fail(at, "expected bytes, like `x\"0aff\"`");
    into = "x\"";
    append_hex(into, *bytes);
    into += '"';
    return true;
}

bool tape_parser::read_then(bad& into, const step& good) {
    const std::size_t at = from_.next();
    const std::string_view arrow = from_.chunk();
    if (arrow != ">" && arrow != "<")
        return fail(at, "say who says the other packet: `then > PACKET …` or `then < PACKET …`");
    if (good.is != step_kind::packet) return fail(at, "only behind a packet can another one be said");
    into.what.who = arrow == ">" ? side::client : side::server;
    const auto found = find_packet(into.what.who, good.version);
    if (!found) return false;
    into.what.name = *found;
    const auto& run = *file_.tapes[tapes_.find(into.tape)->second].run;
    text_reader reader(run, good.version, from_);
    if (!reader.read_type(run.plan().packets[into.what.who][*found].type, into.what.content))
        return fail(reader.wrong.at, std::move(reader.wrong.text));
    return reader.bound.empty() || fail(at, "nothing can be bound in a change");
}

/// `expect ANSWER [as ID]`.
bool tape_parser::read_answer(bad& into) {
    if (!take_word("expect"))
        return fail(from_.next(), "say what must be answered: `expect refuse REASON` or `expect error`");
    const std::size_t at = from_.next();
    const std::string_view word = from_.word();
    if (word == "error")
        into.expects_error = true;
    else if (word != "refuse")
        return fail(at, "the answer is `refuse REASON` of a decoder or `error` of an encoder");
    else if (!read_refusal(into))
        return false;
    if (!take_word("as")) return true;
    const std::size_t id_at = from_.next();
    into.id = from_.chunk();
    into.is_named = true;
    return !into.id.empty() || fail(id_at, "an id is missing behind `as`");
}

bool tape_parser::read_refusal(bad& into) {
    const std::size_t at = from_.next();
    const std::string_view name = from_.word();
    std::vector<std::string_view> names;
    for (auto each = reason::truncated; each <= reason::newer_version;
         each = static_cast<reason>(static_cast<unsigned>(each) + 1)) {
        names.push_back(name_of(each));
        if (names.back() == name) into.refused.why = each;
    }
    if (into.refused.why == reason::ok)
        return fail(at, "there is no reason `" + std::string(name) + "`" + did_you_mean(name, names));
    into.tells_where = false;
    while (true) {
        const std::size_t first = from_.next();
        const std::string_view key = from_.name();
        if (from_.here() != '=' || (key != "bit" && key != "more" && key != "path")) {
            from_.go_to(first);
            return into.tells_where || (into.refused.more == 0 && into.refused.path.empty()) ||
                   fail(first, "`more` and `path` stand behind `bit=N`");
        }
        from_.advance(1);
        const std::string_view text = from_.chunk();
        if (key == "path") {
            into.refused.path = text;
        } else if (!read_number(text, key == "bit" ? into.refused.bit : into.refused.more)) {
            return fail(first, "`" + std::string(key) + "=` needs a number");
        }
        into.tells_where = into.tells_where || key == "bit";
    }
}

std::string spell_change(const interpreter::program& run, const change& what, unsigned version) {
    std::string text(change_names[static_cast<unsigned>(what.is)]);
    if (!what.path.empty()) text += " " + what.path;
    if (what.is == change_kind::set) text += "=" + what.value;
    if (what.is == change_kind::fill && !what.value.empty()) text += " " + what.value;
    if (what.is == change_kind::bytes || what.is == change_kind::pad) text += " " + what.value;
    if (what.is == change_kind::cut) text += " " + std::to_string(what.count);
    if (what.is == change_kind::then) {
        const packet& said = run.plan().packets[what.who][what.name];
        text += what.who == side::client ? " > " : " < ";
        text += said.name;
        const std::string values = write_text(run, said.type, version, what.content);
        if (!values.empty()) text += " " + values;
    }
    return text;
}

std::string default_id(const interpreter::program& run, const bad& from, unsigned version) {
    std::string text = spell_change(run, from.what, version);
    std::ranges::replace(text, ' ', '.');
    return from.tape + "#" + std::to_string(from.step) + "/" + text;
}

}  // namespace tic::conformance
