// A player at a terminal, over plain TCP: `game_play NAME [PORT [HOST]]`. What a line means depends on the session's
// state: another name at the door, anything in the lobby asks for a game, at the table a move (`h8`), `draw`, or
// `leave`.
#include <net/caller.hpp>
#include <net/client.hpp>

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>
#include <utility>

#include "board.hpp"

namespace {

/// Lives on the client's thread.
class terminal {
    using packet = game::server_packet;

public:
    explicit terminal(std::string name) : name_(std::move(name)) {
        calling_.on_open = [this] { request(game::SignIn{.name = name_}); };
        calling_.on_push = [this](const packet& received) { receive(received); };
        calling_.on_close = [](const tic::net::close_cause& why) { send("The connection ended: ", name_of(why)); };
    }
    [[nodiscard]] tic::net::service& hosted() { return calling_; }

    void read(const std::string& line) {
        if (!calling_.is_open()) return send("Not connected.");
        const std::string_view state = calling_.session().state_name();
        if (state == "Door") return request(game::SignIn{.name = name_ = line});
        if (state == "Lobby") return request(game::Seek{});
        if (line == "draw") return request(game::OfferDraw{});
        if (line == "leave") return request(game::Leave{});
        const int x = line.empty() ? -1 : line[0] - 'a';
        const int y = line.empty() ? -1 : std::atoi(line.c_str() + 1) - 1;
        if (x < 0 || x >= board::lines || y < 0 || y >= board::lines)
            return send("A move is a1 to o15; else `draw` or `leave`.");
        mine_ = {.x = static_cast<std::uint8_t>(x), .y = static_cast<std::uint8_t>(y)};
        request(mine_);
    }

private:
    template <class... Texts>
    static void send(const Texts&... texts) {
        (std::cout << ... << texts) << std::endl;
    }
    template <class Packet>
    void request(const Packet& request) {
        const auto result = calling_.request(request, [this](const packet* got) {
            if (got != nullptr) receive(*got);
        });
        if (result != tic::reason::ok) send("That cannot be result now: ", tic::name_of(result));
    }
    void receive(const packet& received) {
        received.visit([this](const auto& one) { received(one); });
    }

    void received(const game::Welcome&) { request(game::Seek{}); }
    void received(const game::NameTaken&) { send("Somebody has that name. Another?"); }
    void received(const game::Seated&) { send("You wait for another player."); }
    void received(const game::Placed&) { put(mine_.x, mine_.y, own_); }
    void received(const game::Refused& received) { send("No: ", game::name_of(received.why)); }
    void received(const game::Offered&) { send("A draw is offered."); }
    void received(const game::Left&) { send("Press Enter for another game."); }
    void received(const game::Started& received) {
        board_ = {};
        own_ = received.plays;
        send("You play ", game::name_of(own_), " against ", received.against, ". Black begins.");
    }
    void received(const game::Moved& received) {
        put(received.x, received.y, own_ == game::Colour::black ? game::Colour::white : game::Colour::black);
        send("They thought ", received.thought, " s. Your move?");
    }
    void received(const game::DrawOffered&) { send("They offer a draw: `draw` accepts."); }
    void received(const game::Ended& received) {
        send("The end: ", game::name_of(received.how));
        request(game::Leave{});
    }

    void put(int x, int y, game::Colour colour) {
        board_.put(x, y, colour);
        for (int row = board::lines; row > 0; --row) {
            std::cout << (row < 10 ? " " : "") << row;
            for (int column = 0; column < board::lines; ++column) {
                const auto stone = board_.at(column, row - 1);
                std::cout << ' ' << (!stone ? '.' : *stone == game::Colour::black ? 'X' : 'O');
            }
            std::cout << '\n';
        }
        send("   a b c d e f g h i j k l m n o");
    }

    tic::net::caller<game::session<tic::side::client>> calling_{game::versions};
    std::string name_;
    board board_;
    game::Colour own_{};
    game::Play mine_;
};

}  // namespace

int main(int count, char** words) {
    if (count < 2) return std::fprintf(stderr, "game_play NAME [PORT [HOST]]\n"), 2;
    tic::net::client_options there;
    there.by = tic::net::way::tcp;
    there.port = static_cast<std::uint16_t>(count > 2 ? std::atoi(words[2]) : 7000);
    if (count > 3) there.host = words[3];
    terminal one(words[1]);
    tic::net::client link(there, one.hosted(), tic::net::log(tic::net::level::warning));
    if (const auto wrong = link.start()) return std::fprintf(stderr, "%s\n", wrong->c_str()), 2;
    for (std::string line; std::getline(std::cin, line);) link.post([&one, line] { one.read(line); });
}
