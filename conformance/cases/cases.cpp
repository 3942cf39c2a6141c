// Good tapes as cases: a conversation in both roles, a value alone both ways; broken packets where they would be heard.
#include "conformance/cases/cases.hpp"

#include <algorithm>
#include <set>
#include <variant>

#include "conformance/cases/session_script.hpp"
#include "conformance/derive/derive.hpp"

namespace tic::conformance {
namespace {

class case_maker {
public:
    case_maker(const interpreter::program& run, const tape& from) : run_(run), from_(from) {}

    std::vector<test_case> operator()() {
        const auto is_packet = [](const step& one) { return one.is == step_kind::packet; };
        if (std::ranges::any_of(from_.steps, is_packet))
            for (const auto role : {side::client, side::server}) {
                conversation(role);
                if (from_.is_split) conversation_in_pieces(role);
            }
        for (unsigned i = 0; i < from_.steps.size(); ++i)
            if (from_.steps[i].is == step_kind::alone || from_.steps[i].is == step_kind::sealed) alone(i);
        for (const auto& wrong : from_.bads) broken(wrong);
        return std::move(all_);
    }

private:
    test_case& add(std::string id, const where& at, operation needs) {
        auto& made = all_.emplace_back();
        made.id = std::move(id);
        made.at = at;
        made.weight = from_.weight;
        made.needs = needs;
        made.from = &from_;
        return made;
    }

    void conversation(side role) {
        auto& made = add(from_.id + (role == side::client ? "/client" : "/server"), from_.at, operation::open);
        session_script script(run_, from_, role);
        for (unsigned i = 0; i < from_.steps.size(); ++i) script.play(i);
        script.end_all();
        made.exchanges = script.take();
        made.versions = script.versions();
    }

    void conversation_in_pieces(side role);
    void play_in_pieces(side role, const std::string& name, std::span<const unsigned> run_of_steps,
                        const std::set<std::size_t>& cuts);

    void alone(unsigned at) {
        const auto& one = from_.steps[at];
        const bool sealed = one.is == step_kind::sealed;
        const auto stem = from_.id + '#' + std::to_string(at + 1) + '/';
        const auto made = [&](verb asks) {
            return exchange{.asks = asks,
                            .step = at + 1,
                            .run = &run_,
                            .type = one.name,
                            .version = one.version,
                            .bytes = one.bytes,
                            .values = {{.type = one.name, .content = borrowed(*one.content)}}};
        };
        auto& read = add(stem + (sealed ? "unseal" : "decode"), one.at, sealed ? operation::unseal : operation::decode);
        read.versions = {one.version};
        read.exchanges = {made(sealed ? verb::unseal : verb::decode)};
        auto& written = add(stem + (sealed ? "seal" : "encode"), one.at, sealed ? operation::seal : operation::encode);
        written.versions = {one.version};
        written.exchanges = {made(sealed ? verb::seal : verb::encode)};
    }

    /// Proved before: it can be changed.
    [[nodiscard]] interpreter::value changed(const bad& wrong, const step& good) const {
        return std::get<interpreter::value>(changed_value(run_, good, wrong.what));
    }

    void broken(const bad& wrong);
    void broken_alone(const bad& wrong, const step& good);
    void broken_packet(const bad& wrong, const step& good);

    const interpreter::program& run_;
    const tape& from_;
    std::vector<test_case> all_{};
};

void case_maker::play_in_pieces(side role, const std::string& name, std::span<const unsigned> run_of_steps,
                                const std::set<std::size_t>& cuts) {
    auto& made = add(from_.id + (role == side::client ? "/client/" : "/server/") + name, from_.at, operation::open);
    session_script script(run_, from_, role);
    for (unsigned i = 0; i < run_of_steps.front(); ++i) script.play(i);
    script.receive_in_pieces(run_of_steps, cuts);
    for (unsigned i = run_of_steps.back() + 1; i < from_.steps.size(); ++i) script.play(i);
    script.end_all();
    made.exchanges = script.take();
    made.versions = script.versions();
}

/// The last packets that are received without one sent between: all at once, byte by byte, and cut once at every byte.
void case_maker::conversation_in_pieces(side role) {
    const auto is_heard = [&](const step& one) { return one.is == step_kind::packet && one.who != role; };
    auto last = static_cast<unsigned>(from_.steps.size());
    while (last > 0 && !is_heard(from_.steps[last - 1])) --last;
    if (last == 0) return;
    unsigned first = last - 1;
    while (first > 0 && is_heard(from_.steps[first - 1]) &&
           from_.steps[first - 1].connection == from_.steps[last - 1].connection)
        --first;
    std::vector<unsigned> run_of_steps;
    std::size_t size = 0;
    for (unsigned i = first; i < last; ++i) {
        run_of_steps.push_back(i);
        size += from_.steps[i].bytes.size();
    }
    play_in_pieces(role, "at-once", run_of_steps, {});
    constexpr std::size_t most_cuts = 512;
    std::set<std::size_t> everywhere;
    for (std::size_t cut = 1; cut < size; ++cut) {
        everywhere.insert(cut);
        if (cut > most_cuts / 2 && cut + most_cuts / 2 < size) continue;
        play_in_pieces(role, "cut." + std::to_string(cut), run_of_steps, {cut});
    }
    play_in_pieces(role, "bytewise", run_of_steps, everywhere);
}

void case_maker::broken(const bad& wrong) {
    const step good = step_of(from_, wrong);
    if (good.is == step_kind::packet)
        broken_packet(wrong, good);
    else
        broken_alone(wrong, good);
}

void case_maker::broken_alone(const bad& wrong, const step& good) {
    const bool sealed = good.is == step_kind::sealed;
    auto& made = add(wrong.id, wrong.at, sealed ? operation::unseal : operation::decode);
    made.wrong = &wrong;
    made.versions = {good.version};
    exchange asked{.step = wrong.step, .run = &run_, .type = good.name, .version = good.version};
    if (wrong.expects_error) {
        made.needs = sealed ? operation::seal : operation::encode;
        asked.asks = sealed ? verb::seal : verb::encode;
        asked.values = {
            {.type = good.name, .content = std::make_shared<const interpreter::value>(changed(wrong, good))}};
        asked.answer = answer_kind::error;
    } else {
        asked.asks = sealed ? verb::unseal : verb::decode;
        asked.bytes = wrong.bytes;
        asked.answer = answer_kind::refuse;
        asked.refused = refusal_of(wrong);
    }
    made.exchanges = {std::move(asked)};
}

void case_maker::broken_packet(const bad& wrong, const step& good) {
    const bool illegal = wrong.what.is == change_kind::then;
    const bool of_state = illegal || wrong.refused.why == reason::wrong_state;
    const auto speaker = illegal ? wrong.what.who : good.who;
    const auto hearer = speaker == side::client ? side::server : side::client;
    // A `then` packet follows its step; any other replaces it.
    const auto before = illegal ? wrong.step : wrong.step - 1;
    {
        auto& made = add(wrong.id, wrong.at, of_state ? operation::states : operation::open);
        made.wrong = &wrong;
        session_script script(run_, from_, wrong.expects_error ? speaker : hearer, good.connection);
        for (unsigned i = 0; i < before; ++i) script.play(i);
        if (wrong.expects_error) {
            script.send_wrong(good, changed(wrong, good), wrong.step);
            script.play(wrong.step - 1);
            script.end_all();
        } else {
            script.receive_wrong(wrong, good.connection);
        }
        made.exchanges = script.take();
        made.versions = script.versions();
    }
    if (!illegal) return;
    auto& made = add(wrong.id + "/send", wrong.at, operation::states);
    made.wrong = &wrong;
    session_script script(run_, from_, speaker, good.connection);
    for (unsigned i = 0; i < before; ++i) script.play(i);
    script.send_unlawful(wrong, good);
    script.end_all();
    made.exchanges = script.take();
    made.versions = script.versions();
}

}  // namespace

std::vector<test_case> cases_of(const interpreter::program& run, const tape& from) { return case_maker(run, from)(); }

}  // namespace tic::conformance
