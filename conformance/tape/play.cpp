// Steps in order, each connection a session of its own.
#include "conformance/tape/play.hpp"

#include <algorithm>

#include "conformance/values/flat.hpp"
#include "conformance/values/members.hpp"
#include "runtime/interpreter/decode.hpp"
#include "runtime/interpreter/encode.hpp"
#include "runtime/tic/result.hpp"

namespace tic::conformance {

using interpreter::refusal;
using interpreter::value;

namespace {

std::string hex(const std::vector<std::uint8_t>& bytes) {
    std::string text;
    append_hex(text, bytes);
    return text.size() <= 80 ? text : text.substr(0, 77) + "...";
}

/// The first field that differs, or both texts if they do not have the same fields.
std::string difference(std::string_view said, std::string_view found) {
    while (!said.empty() && !found.empty()) {
        const std::string_view a = said.substr(0, said.find(' '));
        const std::string_view b = found.substr(0, found.find(' '));
        if (a != b) return "the values say `" + std::string(a) + "`, the bytes say `" + std::string(b) + "`";
        said.remove_prefix(std::min(said.size(), a.size() + 1));
        found.remove_prefix(std::min(found.size(), b.size() + 1));
    }
    return "the values say " + (said.empty() ? "less" : "`" + std::string(said.substr(0, said.find(' '))) + "` more") +
           " than the bytes";
}

}  // namespace

index type_of(const interpreter::program& run, const step& of) {
    if (of.is != step_kind::packet) return of.name;
    return run.plan().packets[of.who][of.name].type;
}

player::player(const tape& of) : run_(of.run) {
    for (const connection& each : of.connections) sessions_.emplace_back(*run_, each.version);
}

bool player::fail(const step& at, std::string text) {
    problems_->push_back({at.at, std::move(text)});
    return false;
}

bool player::play(step& next, std::vector<problem>& problems) {
    problems_ = &problems;
    if (next.is == step_kind::quiet) return true;
    if (next.bytes.empty()) {
        if (!next.content) return fail(next, "the step has neither values nor bytes");
        if (!fill_bound(next) || !write_missing(next)) return false;
    }
    value found;
    if (!read_back(next, found) || !take_bound(next, found) || !agree(next, found)) return false;
    if (!next.content) next.content = std::move(found);
    return true;
}

/// Bound fields without a value of their own, from what was bound before.
bool player::fill_bound(step& next) {
    for (const binding& each : next.bound) {
        if (each.is_said) continue;
        const auto before = bound_.find(each.name);
        if (before == bound_.end()) {
            return fail(next,
                        "nothing says what `$" + each.name + "` is: write `$" + each.name + "=VALUE`, or the bytes");
        }
        const auto target = resolve_path(*run_, type_of(*run_, next), next.version, &*next.content,
                                         each.path.empty() ? "." : each.path);
        if (target.content == nullptr) return fail(next, "`" + each.path + "`: " + target.wrong);
        *target.content = before->second.content;
    }
    return true;
}

bool player::write_missing(step& next) {
    interpreter::encode_result made;
    if (next.is == step_kind::packet) {
        interpreter::memory scratch = sessions_[next.connection].memory_of(next.who);
        made = encode_packet(*run_, next.who, next.version, scratch, next.name, *next.content);
    } else if (next.is == step_kind::alone) {
        made = encode_type(*run_, next.name, next.version, *next.content);
    } else {
        made = seal(*run_, next.name, next.version, *next.content);
    }
    if (const auto* error = std::get_if<interpreter::encode_error>(&made))
        return fail(next, "the values cannot be written: " + error->text);
    next.bytes = std::move(std::get<0>(made));
    return true;
}

/// What the bytes say, heard by the connection.
bool player::read_back(step& next, value& found) {
    const auto refuse = [&](const refusal& why) {
        return fail(next, "the bytes " + hex(next.bytes) + " are refused: " + interpreter::refusal_text(why));
    };
    if (next.is == step_kind::packet) return receive(next, found);
    if (next.is == step_kind::alone) {
        auto got = interpreter::decode_type(*run_, next.name, next.version, next.bytes);
        if (const auto* why = std::get_if<refusal>(&got)) return refuse(*why);
        found = std::move(std::get<0>(got).content);
        return true;
    }
    auto got = interpreter::open_sealed(*run_, next.name, next.bytes);
    if (const auto* why = std::get_if<refusal>(&got)) return refuse(*why);
    const unsigned version = std::get<0>(got).version;
    if (version != next.version) return fail(next, "the bytes were sealed for version " + std::to_string(version));
    found = std::move(std::get<0>(got).content);
    return true;
}

bool player::receive(step& next, value& found) {
    interpreter::session& connection = sessions_[next.connection];
    const std::string before(connection.states().state_name());
    auto got = connection.receive(next.who, next.bytes);
    const auto& said = run_->plan().packets[next.who][next.name];
    if (std::holds_alternative<interpreter::ignored>(got))
        return fail(next, "`Closed` was reached before, and what comes then is ignored");
    if (const auto* why = std::get_if<refusal>(&got)) {
        if (why->why == reason::wrong_state)
            return fail(next, "in the state `" + before + "` the " + (next.who == side::client ? "client" : "server") +
                                  " may not say `" + std::string(said.name) +
                                  "` now; what is wrong on purpose goes into a `bad` line");
        return fail(next, "the bytes " + hex(next.bytes) + " are refused: " + interpreter::refusal_text(*why));
    }
    auto& packet = std::get<interpreter::decoded>(got);
    if (packet.packet != next.name) {
        const auto& other = run_->plan().packets[next.who][packet.packet];
        return fail(next, "the bytes are a `" + std::string(other.name) + "`, not a `" + std::string(said.name) + "`");
    }
    found = std::move(packet.content);
    return true;
}

/// Bound fields get what the bytes hold; a name holds one value, and `:new` ones differ.
bool player::take_bound(step& next, value& found) {
    for (const binding& each : next.bound) {
        const std::string path = each.path.empty() ? "." : each.path;
        const auto target = resolve_path(*run_, type_of(*run_, next), next.version, &found, path);
        const auto said = resolve_path(*run_, type_of(*run_, next), next.version, &*next.content, path);
        if (target.content == nullptr || said.content == nullptr)
            return fail(
                next, "`$" + each.name + "` is bound at `" + path + "`, which the bytes do not have: " + target.wrong);
        if (!each.is_said) *said.content = *target.content;
        const std::string shown = write_text(*run_, *target.at, next.version, *target.content);
        const std::string domain(target.at->domain);
        const auto before = bound_.find(each.name);
        if (before != bound_.end() && !each.is_new && before->second.content != *target.content) {
            return fail(next, "`$" + each.name + "` was bound in line " + std::to_string(before->second.at.line) +
                                  " to another value than " + shown);
        }
        if (const std::string* name = each.is_new ? name_of(domain, *target.content) : nullptr; name != nullptr)
            return fail(next, "`$" + each.name + ":new` must be new, but `$" + *name + "` was bound to " + shown +
                                  " in line " + std::to_string(bound_.find(*name)->second.at.line));
        bind(each.name, {*target.content, domain, next.at});
    }
    return true;
}

/// The first name that is bound to a value, or nothing.
const std::string* player::name_of(std::string_view domain, const value& content) const {
    const auto alike = named_.find({content.number, content.bytes});
    if (alike == named_.end()) return nullptr;
    const auto found = std::ranges::find_if(alike->second, [&](const std::string& name) {
        const known& other = bound_.find(name)->second;
        return other.domain == domain && other.content == content;
    });
    return found == alike->second.end() ? nullptr : &*found;
}

void player::bind(const std::string& name, known what) {
    known& to = bound_[name];
    if (const auto before = named_.find({to.content.number, to.content.bytes}); before != named_.end())
        before->second.erase(name);
    named_[{what.content.number, what.content.bytes}].insert(name);
    to = std::move(what);
}

bool player::agree(const step& next, const value& found) {
    if (!next.content) return true;
    const index type = type_of(*run_, next);
    const std::string said = write_flat(*run_, type, next.version, *next.content);
    const std::string told = write_flat(*run_, type, next.version, found);
    if (said == told) return true;
    return fail(next, difference(said, told) +
                          "; where the bytes are right, remove the values and let `tictoc conform fmt` write them");
}

bool play_tape(tape& of, std::vector<problem>& problems) {
    if (of.run == nullptr) return false;
    player playing(of);
    return std::ranges::all_of(of.steps, [&](step& each) { return playing.play(each, problems); });
}

}  // namespace tic::conformance
