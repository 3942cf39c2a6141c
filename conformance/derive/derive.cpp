// Each kind of change: how its bytes are made, and what they must be refused for.
#include "conformance/derive/derive.hpp"

#include <algorithm>
#include <optional>

#include "conformance/derive/prove.hpp"
#include "conformance/tape/parse.hpp"
#include "conformance/tape/play.hpp"
#include "conformance/values/flat.hpp"
#include "conformance/values/members.hpp"
#include "runtime/interpreter/decode.hpp"
#include "runtime/interpreter/encode.hpp"

namespace tic::conformance {

using interpreter::departure;
using interpreter::refusal;
using interpreter::value;

namespace {

using bytes = std::vector<std::uint8_t>;
using outcome = std::variant<derived, std::string>;

class maker {
public:
    maker(const interpreter::program& run, const interpreter::session& at, const step& good, const change& what)
        : run_(run), at_(at), good_(good), what_(what) {}

    outcome make();

private:
    std::variant<bytes, std::string> write(const value& content, interpreter::deviation* wanted) const;
    outcome otherwise(departure how, reason why);
    outcome changed();
    outcome filled();
    outcome cut() const;
    outcome padded() const;
    outcome newer();
    outcome then() const;
    outcome proved(bytes made, const claim& claimed) const;
    [[nodiscard]] std::uint64_t rank() const;

    const interpreter::program& run_;
    const interpreter::session& at_;
    const step& good_;
    const change& what_;
};

std::variant<bytes, std::string> maker::write(const value& content, interpreter::deviation* wanted) const {
    interpreter::encode_result made;
    if (good_.is == step_kind::packet) {
        interpreter::memory scratch = at_.memory_of(good_.who);
        made = encode_packet(run_, good_.who, good_.version, scratch, good_.name, content, wanted);
    } else if (good_.is == step_kind::alone) {
        made = encode_type(run_, good_.name, good_.version, content, wanted);
    } else {
        made = seal(run_, good_.name, good_.version, content, wanted);
    }
    if (const auto* error = std::get_if<interpreter::encode_error>(&made)) return error->text;
    return std::move(std::get<0>(made));
}

outcome maker::proved(bytes made, const claim& claimed) const {
    auto shown = prove(run_, at_, good_, made, claimed);
    if (auto* wrong = std::get_if<std::string>(&shown)) return std::move(*wrong);
    return derived{std::move(made), std::move(std::get<refusal>(shown))};
}

/// The same value with one code written otherwise.
outcome maker::otherwise(departure how, reason why) {
    interpreter::deviation wanted{.is = how, .path = refusal_path(run_, good_, what_.path == "." ? "" : what_.path)};
    auto made = write(*good_.content, &wanted);
    if (auto* wrong = std::get_if<std::string>(&made)) return std::move(*wrong);
    if (!wanted.done) {
        const std::string target = "`" + what_.path + "` ";
        if (how == departure::plain) return target + "is not predicted here, or what predicts it has no plain form";
        if (how == departure::rank) return target + "has no table";
        return target + "has no code whose length can grow";
    }
    return proved(std::move(std::get<bytes>(made)),
                  {.why = why, .instead = how == departure::rank ? rank() : 0, .rest = &*good_.content});
}

/// What the good packet holds where the rank was changed.
std::uint64_t maker::rank() const {
    const std::string path = refusal_path(run_, good_, what_.path);
    std::uint64_t found = 0;
    const interpreter::trace_sink trace = [&](const interpreter::trace_line& line) {
        if (line.what == "rank" && line.path == path) found = std::stoull(line.text);
    };
    static_cast<void>(read_in_place(run_, at_, good_, good_.bytes, nullptr, &trace));
    return found;
}

/// Another value, which its domain does not have.
outcome maker::changed() {
    auto content = changed_value(run_, good_, what_);
    if (auto* wrong = std::get_if<std::string>(&content)) return std::move(*wrong);
    const value& other = std::get<value>(content);
    interpreter::deviation wanted{.is = departure::unchecked,
                                  .path = refusal_path(run_, good_, what_.path == "." ? "" : what_.path)};
    auto made = write(other, &wanted);
    if (auto* wrong = std::get_if<std::string>(&made)) return "no packet can say it: " + *wrong;
    const reason why = what_.is == change_kind::bytes ? reason::bad_utf8 : reason::range;
    return proved(std::move(std::get<bytes>(made)), {.why = why, .rest = &other, .path = what_.path});
}

outcome maker::filled() {
    const bool is_last = what_.path.empty();
    const std::string path = refusal_path(run_, good_, what_.path);
    std::optional<std::uint64_t> bit;
    const interpreter::trace_sink trace = [&](const interpreter::trace_line& line) {
        if (line.what == "fill" && line.path == path)
            bit = what_.value == "first" ? line.first_bit : line.first_bit + line.bit_count - 1;
    };
    static_cast<void>(read_in_place(run_, at_, good_, good_.bytes, nullptr, &trace));
    if (!bit)
        return is_last ? "the packet ends with a whole byte: there is no fill"
                       : "there is no fill before `" + what_.path + "`";
    bytes made = good_.bytes;
    made[static_cast<std::size_t>(*bit / 8)] |= static_cast<std::uint8_t>(0x80U >> (*bit % 8));
    const auto got = read_in_place(run_, at_, good_, made);
    const auto* refused = std::get_if<refusal>(&got);
    // The bit flipped back, it is the step's packet, which is right.
    if (refused == nullptr || refused->why != reason::bad_padding || refused->bit != *bit)
        return "the fill bit is not refused";
    return derived{std::move(made), *refused};
}

outcome maker::cut() const {
    if (what_.count >= good_.bytes.size())
        return "the packet has only " + std::to_string(good_.bytes.size()) + " bytes: cut it shorter";
    bytes made(good_.bytes.begin(), good_.bytes.begin() + static_cast<std::ptrdiff_t>(what_.count));
    const auto got = read_in_place(run_, at_, good_, made);
    const auto* refused = std::get_if<refusal>(&got);
    // With the missing bytes it is the step's packet, which is right.
    if (refused == nullptr || refused->why != reason::truncated) return "what is left is not refused as truncated";
    return derived{std::move(made), *refused};
}

outcome maker::padded() const {
    if (good_.is == step_kind::packet)
        return "behind a packet stands the next one; `pad` is for `alone` and `sealed` steps";
    const auto more = parse_hex(std::string_view(what_.value).substr(2, what_.value.size() - 3));
    if (!more || more->empty()) return "no bytes are added";
    bytes made = good_.bytes;
    made.insert(made.end(), more->begin(), more->end());
    const auto got = read_in_place(run_, at_, good_, made);
    const auto* refused = std::get_if<refusal>(&got);
    // Without them it is the step's bytes, which are right.
    if (refused == nullptr || refused->why != reason::trailing) return "what is added is not refused as trailing";
    return derived{std::move(made), *refused};
}

outcome maker::newer() {
    if (good_.is != step_kind::sealed) return "`newer` is for `sealed` steps";
    interpreter::deviation wanted{.is = departure::newer};
    auto made = write(*good_.content, &wanted);
    if (auto* wrong = std::get_if<std::string>(&made)) return std::move(*wrong);
    return proved(std::move(std::get<bytes>(made)),
                  {.why = reason::newer_version, .instead = good_.version, .rest = &*good_.content});
}

outcome maker::then() const {
    if (good_.is != step_kind::packet) return "only behind a packet can another one be said";
    const auto may = at_.states().may_send(what_.who, what_.name);
    if (may == interpreter::permission::ok)
        return "the state `" + std::string(at_.states().state_name()) + "` allows that packet: no rule is broken";
    if (may == interpreter::permission::ignored) return "what comes after `Closed` is ignored: no rule is broken";
    step said;
    said.who = what_.who;
    said.name = what_.name;
    said.version = good_.version;
    said.content = what_.content;
    auto made = maker(run_, at_, said, what_).write(what_.content, nullptr);
    if (auto* wrong = std::get_if<std::string>(&made)) return "the packet cannot be written: " + *wrong;
    const bytes& packet = std::get<bytes>(made);
    const auto got = read_in_place(run_, at_, said, packet);
    const auto* refused = std::get_if<refusal>(&got);
    if (refused == nullptr || refused->why != reason::wrong_state) return "the packet is not refused as wrong-state";
    // With the states not asked, it is whole.
    interpreter::memory scratch = at_.memory_of(what_.who);
    const auto whole = decode_packet(run_, what_.who, good_.version, scratch, packet);
    if (const auto* second = std::get_if<refusal>(&whole))
        return "more than one rule is broken: wrong-state, and without it " + interpreter::refusal_text(*second);
    return derived{packet, *refused};
}

outcome maker::make() {
    switch (what_.is) {
        case change_kind::set:
        case change_kind::bytes:
            return changed();
        case change_kind::plain:
            return otherwise(departure::plain, reason::non_canonical);
        case change_kind::rank:
            return otherwise(departure::rank, reason::range);
        case change_kind::overlong:
            return otherwise(departure::overlong, reason::overlong);
        case change_kind::fill:
            return filled();
        case change_kind::cut:
            return cut();
        case change_kind::pad:
            return padded();
        case change_kind::newer:
            return newer();
        case change_kind::then:
            return then();
    }
    return "an unknown change";
}

}  // namespace

outcome derive(const interpreter::program& run, const interpreter::session& at, const step& good, const change& what) {
    return maker(run, at, good, what).make();
}

std::variant<value, std::string> derive_error(const interpreter::program& run, const interpreter::session& at,
                                              const step& good, const change& what) {
    auto content = changed_value(run, good, what);
    if (content.index() == 1) return content;
    const value& changed = std::get<value>(content);
    interpreter::encode_result made;
    if (good.is == step_kind::packet) {
        interpreter::memory scratch = at.memory_of(good.who);
        made = encode_packet(run, good.who, good.version, scratch, good.name, changed);
    } else if (good.is == step_kind::alone) {
        made = encode_type(run, good.name, good.version, changed);
    } else {
        made = seal(run, good.name, good.version, changed);
    }
    if (made.index() == 0) return "no rule is broken: the changed value can be written";
    return content;
}

}  // namespace tic::conformance
