// The steps of a tape: senders, packets, values, bytes.
#include <algorithm>
#include <utility>

#include "conformance/tape/parser.hpp"
#include "conformance/values/members.hpp"

namespace tic::conformance {

namespace {

bool is_hex_digit(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

bool is_hex(std::string_view word) { return !word.empty() && std::ranges::all_of(word, is_hex_digit); }

std::string_view side_name(side who) { return who == side::client ? "client" : "server"; }

}  // namespace

/// The packet that comes next, which the side can say.
std::optional<index> tape_parser::find_packet(side who, unsigned version) {
    const std::size_t at = from_.next();
    const std::string_view name = from_.name();
    const auto& run = *tape_->run;
    if (const auto found = run.find_packet(who, version, name)) return found;
    const std::string quoted = "`" + std::string(name) + "`";
    const side other = who == side::client ? side::server : side::client;
    if (name.empty()) {
        fail(at, "the name of a packet is missing");
    } else if (run.find_packet(other, version, name)) {
        fail(at, "it is the " + std::string(side_name(other)) + " that says " + quoted + ": write `" +
                     (who == side::client ? "<" : ">") + "`");
    } else {
        std::vector<std::string_view> names;
        for (const packet& each : run.plan().packets[who])
            if (run.find_packet(who, version, each.name)) names.push_back(each.name);
        fail(at, "there is no packet " + quoted + " that the " + std::string(side_name(who)) +
                     " could say in version " + std::to_string(version) + did_you_mean(name, names));
    }
    return std::nullopt;
}

void tape_parser::read_says(side who) {
    if (!needs_schema("the first step")) return;
    const std::size_t first = from_.next();
    if (from_.chunk() == "any-order") return read_group(who);
    from_.go_to(first);
    step made{.who = who};
    if (read_packet(who, made) && expect_end()) end_step(std::move(made));
}

void tape_parser::read_group(side who) {
    if (who == side::client) {
        fail(0, "`any-order` is for what the server says");
        return;
    }
    const std::size_t first_step = tape_->steps.size();
    const unsigned group = ++groups_;
    if (!from_.take('{')) {
        fail(from_.next(), "`{` is missing behind `any-order`");
        return;
    }
    while (!from_.take('}')) {
        if (from_.take(';')) continue;
        if (from_.ended()) {
            fail(from_.position(), "`}` is missing behind the packets of `any-order`");
            return;
        }
        step made{.who = who, .group = group};
        if (!read_packet(who, made)) return;
        if (from_.peek() != ';' && from_.peek() != '}' && !expect_end()) return;
        tape_->steps.push_back(std::move(made));
    }
    if (!expect_end()) return;
    if (tape_->steps.size() == first_step) {
        fail(0, "`any-order` holds no packet");
        return;
    }
    step last = std::move(tape_->steps.back());
    tape_->steps.pop_back();
    end_step(std::move(last));
    if (tape_->steps.size() - first_step > 1)
        std::swap(tape_->steps[first_step].comments, tape_->steps.back().comments);
}

/// `PACKET VALUES HEX`, inside `any-order` also `PACKET? …`.
bool tape_parser::read_packet(side who, step& into) {
    into.at = location(from_.next());
    into.connection = connection_;
    into.version = version();
    const auto found = find_packet(who, into.version);
    if (!found) return false;
    into.name = *found;
    if (from_.here() == '?') {
        if (into.group == 0) return fail(from_.position(), "`?` is for packets inside `any-order`");
        into.may_lack = true;
        from_.advance(1);
    }
    return read_content(tape_->run->plan().packets[who][*found].type, into);
}

void tape_parser::read_alone(bool is_sealed) {
    if (!needs_schema("the first step")) return;
    step made{.is = is_sealed ? step_kind::sealed : step_kind::alone, .at = location(0), .version = version()};
    const std::size_t at = from_.next();
    const std::string_view word = from_.chunk();
    const std::size_t slash = word.find('/');
    const std::string_view name = word.substr(0, slash);
    const auto& run = *tape_->run;
    const auto type = run.find_type(name);
    if (!type) {
        std::vector<std::string_view> names;
        for (const auto& each : run.plan().types) names.push_back(each.name);
        fail(at, "there is no enum, union or struct `" + std::string(name) + "`" + did_you_mean(name, names));
        return;
    }
    if (is_sealed && run.plan().types[*type].kind == type_kind::enumeration) {
        fail(at, "only structs and unions are sealed, and `" + std::string(name) + "` is an enum");
        return;
    }
    made.name = *type;
    if (slash != std::string_view::npos) {
        std::uint64_t v = 0;
        if (!read_number(word.substr(slash + 1), v) || v == 0 || v > run.plan().version) {
            fail(at, "`" + std::string(word.substr(slash + 1)) + "` is not a version: there are 1 to " +
                         std::to_string(run.plan().version));
            return;
        }
        made.version = static_cast<unsigned>(v);
    } else if (is_sealed) {
        fail(at, "say for which version it was sealed: `" + std::string(name) + "/" +
                     std::to_string(run.plan().version) + "`");
        return;
    }
    if (read_content(*type, made) && expect_end()) end_step(std::move(made));
}

void tape_parser::read_quiet() {
    if (!needs_schema("the first step")) return;
    if (expect_end())
        end_step({.is = step_kind::quiet, .at = location(0), .version = version(), .connection = connection_});
}

/// Whether bytes come next and no values; a word that a lone enum or union has is a value.
bool tape_parser::begins_bytes(index type, unsigned layout_version) {
    if (from_.peek() == '|') return true;
    const std::size_t first = from_.next();
    const std::string_view word = from_.word();
    const char behind = from_.here();
    from_.go_to(first);
    const tic::type& t = tape_->run->plan().types[type];
    if (t.kind == type_kind::structure)
        return is_hex(word) && behind != '=' && !tape_->run->plan().fields(layout_version, type).empty();
    return is_hex(word) && !find_member(tape_->run->plan(), type, word);
}

bool tape_parser::read_content(index type, step& into) {
    const std::size_t first = from_.next();
    const bool has_values = !begins_bytes(type, into.version);
    if (has_values) {
        text_reader reader(*tape_->run, into.version, from_);
        if (!reader.read_type(type, into.content.emplace())) return fail(reader.wrong.at, std::move(reader.wrong.text));
        into.bound = std::move(reader.bound);
    }
    if (!read_bytes(into.bytes)) return false;
    return has_values || !into.bytes.empty() || fail(first, "no bytes stand behind `|`");
}

/// Hex words and `|` to the first thing that is neither.
bool tape_parser::read_bytes(std::vector<std::uint8_t>& into) {
    const std::size_t first = from_.next();
    std::string digits;
    while (!from_.ended()) {
        if (from_.take('|')) continue;
        const std::size_t at = from_.next();
        const std::string_view word = from_.word();
        if (!is_hex(word)) {
            from_.go_to(at);
            break;
        }
        digits += word;
    }
    const auto bytes = parse_hex(digits);
    if (!bytes)
        return fail(first, "the bytes end within a byte: there are " + std::to_string(digits.size()) + " hex digits");
    into.assign(bytes->begin(), bytes->end());
    return true;
}

/// The first comment of the statement stays behind it, others go before it.
void tape_parser::end_step(step&& made) {
    made.comments = std::exchange(comments_, {});
    const auto& passed = from_.comments();
    if (!passed.empty()) made.remark = passed[0];
    for (std::size_t i = 1; i < passed.size(); ++i) made.comments.push_back("# " + std::string(passed[i]));
    tape_->steps.push_back(std::move(made));
}

}  // namespace tic::conformance
