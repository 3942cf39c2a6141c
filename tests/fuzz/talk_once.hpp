// A fuzzed conversation of two generated ends, as the input steers it.
#pragma once

#include "tests/fuzz/session_ends.hpp"

namespace tic::test {

template <class Talk>
class fuzzed_talk {
public:
    fuzzed_talk(unsigned version, fuzzed_connection& both)
        : both_(both), client_(version, both), server_(version, both) {}

    /// A byte chooses what is done: bit 7 who (set: the server), the low bits what.
    void step() {
        const std::uint8_t what = both_.input.byte();
        const bool is_server = (what & 0x80U) != 0;
        if (is_server)
            step(server_, what);
        else
            step(client_, what);
    }
    /// All that is on its way arrives; then undamaged ends agree.
    void finish() {
        for (bool moves = true; moves && !both_.found.found();) {
            moves = both_.way[0].size() + both_.way[1].size() != 0;
            server_.receive(all, all, all);
            client_.receive(all, all, all);
        }
        client_.receive_the_end();
        server_.receive_the_end();
        if (both_.is_damaged()) return;
        client_.must_agree_with(server_.end());
        server_.must_agree_with(client_.end());
    }

private:
    static constexpr std::size_t all = std::size_t{1} << 30U;

    template <class End>
    void step(End& end, std::uint8_t what) {
        switch (what % 8) {
            case 0:
            case 1:
            case 2:
                end.send(true, (what & 8U) != 0);
                break;
            case 3:
                end.send(false, (what & 8U) != 0);
                break;
            case 4:
                end.receive(all, all, all);
                break;
            case 5:
                end.receive(both_.input.byte(), all, (what & 8U) != 0 ? both_.input.byte() : all);
                break;
            case 6:
                end.receive(all, 1U + both_.input.byte() % 32U, all);
                break;
            default:
                both_.way[(what & 0x80U) != 0 ? 1 : 0].damage(what / 8U, both_.input);
        }
    }

    fuzzed_connection& both_;
    fuzzed_end<Talk, side::client> client_;
    fuzzed_end<Talk, side::server> server_;
};

template <class Talk, std::string (*Path)(side who, const error&)>
std::string talk_once(steering& input, const interpreter::program& run, unsigned version, bool thorough) {
    verdict_text found;
    witness seen(run, version, thorough);
    fuzzed_connection both{.input = input, .seen = seen, .found = found, .path = Path};
    fuzzed_talk<Talk> talk(version, both);
    while (!input.empty() && !found.found()) talk.step();
    talk.finish();
    return found.text;
}

}  // namespace tic::test
