// Good tapes as cases: a conversation in both roles, a value alone both ways; broken packets where they would be heard.
#include "conformance/cases/cases.hpp"

#include <algorithm>
#include <variant>

#include "conformance/cases/session_script.hpp"
#include "conformance/derive/derive.hpp"
#include "conformance/values/flat.hpp"

namespace tic::conformance {
namespace {

class case_maker {
public:
    case_maker(const interpreter::program& run, const tape& from) : run_(run), from_(from) {}

    std::vector<test_case> operator()() {
        const auto is_packet = [](const step& one) { return one.is == step_kind::packet; };
        if (std::ranges::any_of(from_.steps, is_packet))
            for (const auto role : {side::client, side::server}) conversation(role);
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

    void alone(unsigned at) {
        const auto& one = from_.steps[at];
        const bool sealed = one.is == step_kind::sealed;
        const auto stem = from_.id + '#' + std::to_string(at + 1) + '/';
        const auto name = std::string(run_.plan().types[one.name].name);
        const auto with_version = name + '/' + std::to_string(one.version);
        const auto values = write_flat(run_, one.name, one.version, *one.content);
        const auto said = values.empty() ? "" : ' ' + values;
        const auto hex = hex_of(one.bytes);
        auto& read = add(stem + (sealed ? "unseal" : "decode"), one.at, sealed ? operation::unseal : operation::decode);
        read.versions = {one.version};
        read.exchanges = {
            sealed ? exchange{"unseal", 0, name + ' ' + hex, "ok", std::to_string(one.version) + said, at + 1}
                   : exchange{"decode", 0, with_version + ' ' + hex, "ok", values, at + 1}};
        auto& written = add(stem + (sealed ? "seal" : "encode"), one.at, sealed ? operation::seal : operation::encode);
        written.versions = {one.version};
        written.exchanges = {{sealed ? "seal" : "encode", 0, with_version + said, "ok", hex, at + 1}};
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

void case_maker::broken(const bad& wrong) {
    const step good = step_of(from_, wrong);
    if (good.is == step_kind::packet)
        broken_packet(wrong, good);
    else
        broken_alone(wrong, good);
}

void case_maker::broken_alone(const bad& wrong, const step& good) {
    const bool sealed = good.is == step_kind::sealed;
    const auto name = std::string(run_.plan().types[good.name].name);
    const auto with_version = name + '/' + std::to_string(good.version);
    auto& made = add(wrong.id, wrong.at, sealed ? operation::unseal : operation::decode);
    made.wrong = &wrong;
    made.versions = {good.version};
    if (wrong.expects_error) {
        made.needs = sealed ? operation::seal : operation::encode;
        const auto content = changed(wrong, good);
        const auto values = write_flat(run_, good.name, good.version, content);
        made.exchanges = {{sealed ? "seal" : "encode", 0, with_version + (values.empty() ? "" : ' ' + values), "error",
                           "", wrong.step}};
    } else {
        made.exchanges = {{sealed ? "unseal" : "decode", 0, (sealed ? name : with_version) + ' ' + hex_of(wrong.bytes),
                           "refuse", refusal_text(wrong), wrong.step}};
    }
}

void case_maker::broken_packet(const bad& wrong, const step& good) {
    const bool illegal = wrong.what.is == change_kind::then;
    const bool of_state = illegal || wrong.refused.why == reason::wrong_state;
    const auto speaker = illegal ? wrong.what.who : good.who;
    const auto hearer = speaker == side::client ? side::server : side::client;
    // `then` stands behind its step, all else in its place.
    const auto before = illegal ? wrong.step : wrong.step - 1;
    {
        auto& made = add(wrong.id, wrong.at, of_state ? operation::states : operation::open);
        made.wrong = &wrong;
        session_script script(run_, from_, wrong.expects_error ? speaker : hearer, good.connection);
        for (unsigned i = 0; i < before; ++i) script.play(i);
        if (wrong.expects_error) {
            script.say_wrong(good, changed(wrong, good), wrong.step);
            script.play(wrong.step - 1);
            script.end_all();
        } else {
            script.hear_wrong(wrong, good.connection);
        }
        made.exchanges = script.take();
        made.versions = script.versions();
    }
    if (!illegal) return;
    auto& made = add(wrong.id + "/say", wrong.at, operation::states);
    made.wrong = &wrong;
    session_script script(run_, from_, speaker, good.connection);
    for (unsigned i = 0; i < before; ++i) script.play(i);
    script.say_unlawful(wrong, good);
    script.end_all();
    made.exchanges = script.take();
    made.versions = script.versions();
}

}  // namespace

std::vector<test_case> cases_of(const interpreter::program& run, const tape& from) { return case_maker(run, from)(); }

}  // namespace tic::conformance
