// A chat whose encodings were worked by hand, and tapes over it.
#pragma once

#include <string>
#include <vector>

#include "conformance/tape/format.hpp"
#include "conformance/tape/parse.hpp"
#include "conformance/tape/play.hpp"
#include "tests/support/compiled.hpp"

namespace tic::conformance {

/// The taste of the language page, with unions and a closing state beside it.
inline const test::compiled& chat() {
    static const test::compiled made(R"(
protocol chat; edition 1; version 2;
type UserId = u40 @id; type ChatId = u40 @id; type Seq = uint; type Instant = u44;
memory { chats: recent(16) of ChatId { seq: Seq; senders: recent(4) of UserId; } clock: Instant; }
enum Kind { text ~90, photo ~8, sticker since 2 ~2 }
struct Body { kind: Kind; text: text(0..2000) ~ 20 @secret; }
struct Send { chat: ChatId ~ chats; tag: u16 ~ last + 1; body: sealed(Body, 0..4000) ~ 20; }
struct Sent { tag: u16 ~ last + 1; chat: ChatId ~ chats; seq: Seq ~ chats.seq + 1; }
struct Ack { chat: ChatId ~ chats; seq: Seq ~ chats.seq + 1; }
struct Deliver { chat: ChatId ~ chats; sender: UserId ~ chats.senders; seq: Seq ~ chats.seq + 1;
  sent_at: Instant ~ clock within 1000; body: sealed(Body, 0..4000) ~ 20; }
session {
  client { Send ~45, Ack ~55 }
  server { Sent ~45, Deliver ~55 }
  start Ready;
  state Ready { on Send reply Sent; on Ack; push Deliver; }
}
)");
    return made;
}

inline schema_finder find_chat() {
    return [](const std::string& name, const std::string&, std::string& wrong) -> const interpreter::program* {
        if (name == "chat.tic") return &*chat().run;
        wrong = "there is no such file";
        return nullptr;
    };
}

struct read_tapes {
    tape_file file;
    std::vector<problem> problems;

    explicit read_tapes(std::string_view text, const schema_finder& find = find_chat(),
                        const std::string& path = "x.tape") {
        file = parse_tapes(path, text, find, problems);
    }
    [[nodiscard]] std::string told() const {
        std::string all;
        for (const problem& each : problems) all += each.spelled() + "\n";
        return all;
    }
};

}  // namespace tic::conformance
