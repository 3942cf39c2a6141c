// Packets behind each other as bytes that arrive in any pieces.
#include "conformance/vectors/suite.hpp"
#include "runtime/interpreter/session.hpp"

namespace tic::conformance {

/// Each packet, and behind it one of the same side that may follow at once: itself where it may, so that memory is
/// used.
void suite::add_streams() {
    for (const root& what : paths_.roots()) {
        if (what.is != root_kind::packet) continue;
        order rich;
        rich.rich = true;
        rich.salt = 5;
        stage_.begin(what.version);
        if (!perform(what, rich)) {
            stage_.begin(what.version);
            if (!perform(what, {})) continue;
        }
        std::vector<sent> followers{{what.who, what.packet}};
        for (const sent& other : all_packets(run_.plan(), what.version))
            if (other.who == what.who) followers.push_back(other);
        for (const sent& next : followers) {
            if (stage_.states().is_closed() ||
                stage_.states().may_send(next.who, next.packet) != interpreter::verdict::ok)
                continue;
            if (stage_.talk({next})) break;
        }
        stage_.current().is_split = true;
        const std::string item = paths_.name_of(what) + "/split";
        keep("streams", item, {item});
    }
}

}  // namespace tic::conformance
