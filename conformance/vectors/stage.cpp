// Sends packets in their order: each is composed, encoded, decoded again and observed.
#include "conformance/vectors/stage.hpp"

#include "runtime/interpreter/encode.hpp"

namespace tic::conformance {

using interpreter::memory;
using interpreter::value;

stage::stage(const interpreter::program& run, const path_table& paths)
    : run_(run), composer_(run, paths), observer_(run, paths) {}

void stage::begin(unsigned version) {
    tape_ = {};
    reached_.clear();
    observer_.begin();
    salt_ = 0;
    // What is sealed may be older than all that is spoken.
    connect(version < run_.plan().oldest ? run_.plan().version : version);
}

void stage::connect(unsigned version) {
    const std::size_t number = tape_.connections.size();
    tape_.connections.push_back({number == 0 ? "" : std::string(1, static_cast<char>('a' + number)), version});
    live_.emplace(connected{version, {memory(run_), memory(run_)}, interpreter::session(run_, version)});
    before_.emplace(live_->session);
    observer_.connect(version);
}

void stage::push(step s) {
    s.connection = static_cast<unsigned>(tape_.connections.size() - 1);
    tape_.steps.push_back(std::move(s));
    reached_.insert(observer_.latest().begin(), observer_.latest().end());
}

bool stage::send(const root& what, order wanted) {
    std::vector<sent> before;
    if (!find_conversation(run_, live_->version, states(), {what.who, what.packet}, before)) return false;
    return talk(before, wanted.salt) && send_now(what, wanted);
}

bool stage::talk(const std::vector<sent>& packets, std::uint64_t salt, bool rich) {
    for (const sent& p : packets) {
        const index type = run_.plan().packets[p.who][p.packet].type;
        order small;
        small.salt = salt;
        small.rich = rich;
        if (!send_now({root_kind::packet, p.who, p.packet, type, live_->version}, small)) return false;
    }
    return true;
}

bool stage::send_now(const root& what, const order& wanted) {
    memory ahead = live_->sent[what.who];
    order salted = wanted;
    salted.salt = salted.salt * 64 + ++salt_;
    const std::optional<value> v = composer_.compose(what.type, what.version, ahead, salted);
    if (!v) return false;
    auto bytes = interpreter::encode_packet(run_, what.who, what.version, live_->sent[what.who], what.packet, *v);
    auto* written = std::get_if<0>(&bytes);
    if (written == nullptr) return false;
    before_.emplace(live_->session);
    auto got = live_->session.receive(what.who, *written);
    auto* heard = std::get_if<interpreter::decoded>(&got);
    if (heard == nullptr || heard->packet != what.packet) return false;
    observer_.observe(what, heard->content);
    step s;
    s.who = what.who;
    s.name = what.packet;
    s.version = what.version;
    s.content = std::move(heard->content);
    s.bytes = std::move(*written);
    push(std::move(s));
    return true;
}

bool stage::show(const root& what, const order& wanted) {
    memory fresh(run_);
    const std::optional<value> v = composer_.compose(what.type, what.version, fresh, wanted);
    if (!v) return false;
    const bool is_sealed = what.is == root_kind::sealed;
    auto bytes = is_sealed ? interpreter::seal(run_, what.type, what.version, *v)
                           : interpreter::encode_type(run_, what.type, what.version, *v);
    auto* written = std::get_if<0>(&bytes);
    if (written == nullptr) return false;
    step s;
    s.is = is_sealed ? step_kind::sealed : step_kind::alone;
    s.name = what.type;
    s.version = what.version;
    if (is_sealed) {
        auto got = interpreter::open_sealed(run_, what.type, *written);
        if (got.index() != 0) return false;
        s.content = std::move(std::get<0>(got).content);
    } else {
        auto got = interpreter::decode_type(run_, what.type, what.version, *written);
        if (got.index() != 0) return false;
        s.content = std::move(std::get<0>(got).content);
    }
    observer_.observe(what, *s.content);
    s.bytes = std::move(*written);
    push(std::move(s));
    return true;
}

}  // namespace tic::conformance
