// Says and feeds, connection by connection.
#include "conformance/cases/session_script.hpp"

#include "conformance/values/flat.hpp"
#include "conformance/values/places.hpp"

namespace tic::conformance {

std::string hex_of(std::span<const std::uint8_t> bytes) {
    if (bytes.empty()) return "-";
    std::string text;
    append_hex(text, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    return text;
}

std::string refusal_text(const bad& of) {
    const auto& why = of.refused;
    if (!of.tells_where) return std::string(name_of(why.why));
    std::string text = std::string(name_of(why.why)) + " bit=" + std::to_string(why.bit);
    if (why.why == reason::truncated) text += " more=" + std::to_string(why.more);
    if (!why.path.empty()) text += " path=" + why.path;
    return text;
}

std::string session_script::spell_packet(side who, index name, unsigned version,
                                         const interpreter::value& content) const {
    const auto& packet = run_.plan().packets[who][name];
    std::string text(packet.name);
    const auto values = write_flat(run_, packet.type, version, content);
    return values.empty() ? text : text + ' ' + values;
}

unsigned session_script::open(unsigned connection) {
    const auto [at, is_new] = sessions_.try_emplace(connection, static_cast<unsigned>(sessions_.size()) + 1);
    if (is_new) {
        const auto request =
            (role_ == side::client ? "client " : "server ") + std::to_string(from_.connections[connection].version);
        exchanges_.push_back({"open", at->second, request, "ok", "", 0});
        states_.try_emplace(connection, run_, from_.connections[connection].version);
    }
    return at->second;
}

void session_script::play(unsigned at) {
    const auto& one = from_.steps[at];
    if (one.is != step_kind::packet || (only_ && one.connection != *only_)) return;
    const auto session = open(one.connection);
    const auto said = spell_packet(one.who, one.name, one.version, *one.content);
    const auto hex = hex_of(one.bytes);
    states_.at(one.connection).on_sent(one.who, one.name);
    if (one.who == role_)
        exchanges_.push_back({"send", session, said, "ok", hex, at + 1});
    else
        exchanges_.push_back({"receive", session, hex, "ok", said, at + 1});
}

void session_script::hear_in_pieces(std::span<const unsigned> run_of_steps, const std::set<std::size_t>& cuts) {
    const auto session = open(from_.steps[run_of_steps.front()].connection);
    std::vector<std::uint8_t> bytes;
    std::map<std::size_t, unsigned> ends;  // of packets, by offset
    for (const unsigned at : run_of_steps) {
        const auto& one = from_.steps[at];
        states_.at(one.connection).on_sent(one.who, one.name);
        bytes.insert(bytes.end(), one.bytes.begin(), one.bytes.end());
        ends.emplace(bytes.size(), at);
    }
    for (std::size_t begin = 0; begin < bytes.size();) {
        const auto cut = cuts.upper_bound(begin);
        const auto end = cut == cuts.end() ? bytes.size() : std::min(*cut, bytes.size());
        std::string heard;
        for (auto each = ends.upper_bound(begin); each != ends.end() && each->first <= end; ++each) {
            const auto& one = from_.steps[each->second];
            heard += (heard.empty() ? "" : " ; ") + spell_packet(one.who, one.name, one.version, *one.content);
        }
        const auto next = ends.lower_bound(end)->second;
        exchanges_.push_back({"receive", session, hex_of(std::span(bytes).subspan(begin, end - begin)), "ok",
                              std::move(heard), next + 1});
        begin = end;
    }
}

void session_script::hear_wrong(const bad& wrong, unsigned connection) {
    const auto session = open(connection);
    if (wrong.refused.why == reason::truncated) {
        exchanges_.push_back({"receive", session, hex_of(wrong.bytes), "ok", "", wrong.step});
        // Cut down to nothing, no packet has begun.
        const bool begun = !wrong.bytes.empty();
        exchanges_.push_back(
            {"end", session, "", begun ? "refuse" : "ok", begun ? refusal_text(wrong) : "", wrong.step});
    } else {
        exchanges_.push_back({"receive", session, hex_of(wrong.bytes), "refuse", refusal_text(wrong), wrong.step});
    }
}

void session_script::say_wrong(const step& good, const interpreter::value& content, unsigned number) {
    const auto session = open(good.connection);
    exchanges_.push_back(
        {"send", session, spell_packet(good.who, good.name, good.version, content), "error", "", number});
}

void session_script::say_unlawful(const bad& wrong, const step& behind) {
    const auto session = open(behind.connection);
    const auto said = spell_packet(wrong.what.who, wrong.what.name, behind.version, wrong.what.content);
    exchanges_.push_back({"send", session, said, "refuse", "wrong-state", wrong.step});
}

void session_script::end_all() {
    for (const auto& [connection, session] : sessions_) {
        if (states_.at(connection).is_closed()) exchanges_.push_back({"receive", session, "ff", "ok", "", 0});
        exchanges_.push_back({"end", session, "", "ok", "", 0});
    }
}

std::vector<unsigned> session_script::versions() const {
    std::set<unsigned> all;
    for (const auto& [connection, session] : sessions_) all.insert(from_.connections[connection].version);
    return {all.begin(), all.end()};
}

}  // namespace tic::conformance
