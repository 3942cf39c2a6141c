// Answers requests from a layout alone.
#include "conformance/implementation/interpreter.hpp"

#include <charconv>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "conformance/values/flat.hpp"
#include "conformance/values/members.hpp"
#include "runtime/interpreter/decode.hpp"
#include "runtime/interpreter/encode.hpp"
#include "runtime/interpreter/session.hpp"

namespace tic::conformance {
namespace {

using namespace interpreter;

std::string_view take_word(std::string_view& text) {
    const auto word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    return word;
}

std::optional<unsigned> number_of(std::string_view word) {
    unsigned number = 0;
    const auto [end, wrong] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (wrong != std::errc() || end != word.data() + word.size()) return std::nullopt;
    return number;
}

std::span<const std::uint8_t> bytes_of(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

/// A connection that the implementation holds one end of.
struct talk {
    side role;
    unsigned version;
    session both;
    std::string waiting{};  ///< the beginning of a packet
    refusal last{};         ///< why it is not whole, or why all is over
};

class answers {
public:
    explicit answers(const program& run) : run_(&run) {}

    void operator()(std::string_view line, std::string& out);

private:
    using request = void (answers::*)(std::string_view);

    void hello();
    void decode(std::string_view rest);
    void encode(std::string_view rest);
    void unseal(std::string_view rest);
    void seal(std::string_view rest);
    void open(std::string_view rest);
    void receive(std::string_view rest);
    void send(std::string_view rest);
    void end(std::string_view rest);

    /// `TYPE/VERSION`; false and answered if there is none.
    bool read_type(std::string_view word, index& type, unsigned& version);
    bool read_bytes(std::string_view word, std::string& bytes);
    bool read_values(index type, unsigned version, std::string_view text, value& into);
    talk* find_talk();

    void ok() { (*out_ += "ok ").append(id_); }
    void ok_values(index type, unsigned version, const value& content) {
        const auto before = out_->size();
        *out_ += ' ';
        append_flat(*out_, *run_, type, version, content);
        if (out_->size() == before + 1) out_->pop_back();
    }
    void ok_bytes(std::span<const std::uint8_t> bytes) {
        ok();
        *out_ += ' ';
        append_hex(*out_, bytes);
        if (bytes.empty()) *out_ += '-';
    }
    void refuse(const refusal& why);
    void error(std::string_view text) { ((*out_ += "error ").append(id_) += ' ').append(text); }
    void unsupported(std::string_view what) { ((*out_ += "unsupported ").append(id_) += ' ').append(what); }
    template <class Result>
    void encoded(const Result& result) {
        if (const auto* wrong = std::get_if<encode_error>(&result)) return error(wrong->text);
        ok_bytes(std::get<std::vector<std::uint8_t>>(result));
    }

    const program* run_;
    std::unordered_map<std::string, talk> talks_{};
    std::string_view id_{};
    std::string* out_ = nullptr;
};

void answers::operator()(std::string_view line, std::string& out) {
    static constexpr std::pair<std::string_view, request> requests[] = {
        {"decode", &answers::decode}, {"encode", &answers::encode}, {"unseal", &answers::unseal},
        {"seal", &answers::seal},     {"open", &answers::open},     {"receive", &answers::receive},
        {"send", &answers::send},     {"end", &answers::end}};
    out_ = &out;
    const auto verb = take_word(line);
    if (verb == "bye") return;
    if (verb == "hello") return hello();
    id_ = take_word(line);
    for (const auto& [name, act] : requests)
        if (name == verb) return (this->*act)(line);
    unsupported(verb);
}

void answers::hello() {
    const auto& plan = run_->plan();
    *out_ += "hello 1 ";
    out_->append(plan.protocol) += " impl=interpreter versions=";
    for (unsigned v = plan.version; v >= 1; --v) {
        constexpr std::string_view digits = "0123456789abcdef";
        const auto print = plan.at(v).fingerprint;
        *out_ += std::to_string(v) + ':';
        for (int i = 28; i >= 0 && print != 0; i -= 4) *out_ += digits[print >> i & 15U];
        *out_ += print == 0 ? "-" : "";
        *out_ += v > 1 ? "," : "";
    }
    *out_ += " ops=decode,encode,unseal,seal,open,states";
}

void answers::refuse(const refusal& why) { ((*out_ += "refuse ").append(id_) += ' ') += refusal_text(why); }

bool answers::read_type(std::string_view word, index& type, unsigned& version) {
    const auto slash = word.find('/');
    const auto found = run_->find_type(word.substr(0, slash));
    const auto number =
        slash == std::string_view::npos ? std::optional(run_->plan().version + 0U) : number_of(word.substr(slash + 1));
    if (!found || !number || *number < 1 || *number > run_->plan().version) {
        unsupported(word);
        return false;
    }
    type = *found;
    version = *number;
    return true;
}

bool answers::read_bytes(std::string_view word, std::string& bytes) {
    auto read = word == "-" ? std::optional<std::string>("") : parse_hex(word);
    if (!read) error("no hex");
    if (read) bytes = std::move(*read);
    return read.has_value();
}

bool answers::read_values(index type, unsigned version, std::string_view text, value& into) {
    auto read = read_flat(*run_, type, version, text);
    if (const auto* wrong = std::get_if<std::string>(&read)) {
        error(*wrong);
        return false;
    }
    into = std::get<value>(std::move(read));
    return true;
}

void answers::decode(std::string_view rest) {
    index type = none;
    unsigned version = 0;
    std::string bytes;
    if (!read_type(take_word(rest), type, version) || !read_bytes(take_word(rest), bytes)) return;
    const auto got = decode_type(*run_, type, version, bytes_of(bytes));
    if (const auto* wrong = std::get_if<refusal>(&got)) return refuse(*wrong);
    ok();
    ok_values(type, version, std::get<decoded>(got).content);
}

void answers::encode(std::string_view rest) {
    index type = none;
    unsigned version = 0;
    value content;
    if (!read_type(take_word(rest), type, version) || !read_values(type, version, rest, content)) return;
    encoded(encode_type(*run_, type, version, content));
}

void answers::unseal(std::string_view rest) {
    index type = none;
    unsigned version = 0;
    std::string bytes;
    if (!read_type(take_word(rest), type, version) || !read_bytes(take_word(rest), bytes)) return;
    const auto got = open_sealed(*run_, type, bytes_of(bytes));
    if (const auto* wrong = std::get_if<refusal>(&got)) return refuse(*wrong);
    const auto& inside = std::get<opened>(got);
    ok();
    *out_ += ' ' + std::to_string(inside.version);
    ok_values(type, inside.version, inside.content);
}

void answers::seal(std::string_view rest) {
    index type = none;
    unsigned version = 0;
    value content;
    if (!read_type(take_word(rest), type, version) || !read_values(type, version, rest, content)) return;
    encoded(interpreter::seal(*run_, type, version, content));
}

void answers::open(std::string_view rest) {
    const auto role = take_word(rest);
    const auto version = number_of(take_word(rest));
    const auto& plan = run_->plan();
    if ((role != "client" && role != "server") || !version || *version < plan.oldest || *version > plan.version ||
        !plan.has_session)
        return unsupported("open");
    const auto who = role == "client" ? side::client : side::server;
    talks_.insert_or_assign(std::string(id_), talk{who, *version, session(*run_, *version)});
    ok();
}

talk* answers::find_talk() {
    const auto found = talks_.find(std::string(id_));
    if (found != talks_.end()) return &found->second;
    error("this connection is not open");
    return nullptr;
}

void answers::receive(std::string_view rest) {
    std::string bytes;
    auto* with = find_talk();
    if (with == nullptr || !read_bytes(take_word(rest), bytes)) return;
    if (with->last.why != reason::ok && with->last.why != reason::truncated) return refuse(with->last);
    with->waiting += bytes;
    const auto other = with->role == side::client ? side::server : side::client;
    const auto before = out_->size();
    ok();
    const char* between = " ";
    while (!with->waiting.empty()) {
        auto got = with->both.receive(other, bytes_of(with->waiting), extent::stream);
        if (std::holds_alternative<ignored>(got)) {
            with->waiting.clear();
        } else if (const auto* wrong = std::get_if<refusal>(&got)) {
            with->last = *wrong;
            if (wrong->why == reason::truncated) return;
            out_->resize(before);
            return refuse(*wrong);
        } else {
            const auto& said = std::get<decoded>(got);
            const auto& packet = run_->plan().packets[other][said.packet];
            out_->append(std::exchange(between, " ; ")).append(packet.name);
            ok_values(packet.type, with->version, said.content);
            with->waiting.erase(0, said.bytes);
        }
    }
}

void answers::send(std::string_view rest) {
    auto* with = find_talk();
    if (with == nullptr) return;
    const auto name = take_word(rest);
    const auto packet = run_->find_packet(with->role, with->version, name);
    if (!packet) return error("this side has no such packet");
    if (with->both.states().may_send(with->role, *packet) != permission::ok) {
        ((*out_ += "refuse ").append(id_)) += " wrong-state";
        return;
    }
    value content;
    if (!read_values(run_->plan().packets[with->role][*packet].type, with->version, rest, content)) return;
    auto& kept = with->both.memory_of(with->role);
    auto before = kept;
    const auto written = encode_packet(*run_, with->role, with->version, kept, *packet, content);
    if (const auto* wrong = std::get_if<encode_error>(&written)) return error(wrong->text);
    const auto& bytes = std::get<std::vector<std::uint8_t>>(written);
    ok_bytes(bytes);
    // The session hears it as the other end does: memory and state move once.
    kept = std::move(before);
    (void)with->both.receive(with->role, bytes);
}

void answers::end(std::string_view) {
    auto* with = find_talk();
    if (with == nullptr) return;
    if (!with->waiting.empty())
        refuse(with->last);
    else
        ok();
    talks_.erase(std::string(id_));
}

}  // namespace

answerer interpreter_answers(const program& run) {
    // Shared, since a std::function copies what it holds.
    return [with = std::make_shared<answers>(run)](std::string_view line, std::string& out) { (*with)(line, out); };
}

start_implementation interpreter_implementation(const program& run) {
    return [&run](std::string&) { return around(interpreter_answers(run)); };
}

}  // namespace tic::conformance
