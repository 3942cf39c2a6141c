// A player at a terminal, over plain TCP: `game_play NAME [PORT [HOST]]`. What a line means depends on the session's
// state: another name at the door, anything in the lobby asks for a game, at the table a move (`h8`), `draw`, or
// `leave`.
#include <net/client.hpp>
#include <net/client_session.hpp>

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>
#include <utility>

#include "board.hpp"

namespace {

/// Lives on the client's thread.
class terminal {
    using incoming = game::server_packet;

public:
    explicit terminal(std::string name) : name_(std::move(name)) {
        calling_.on_open = [this] { request(game::SignIn{.name = name_}); };
        calling_.on_push = [this](const incoming& received) { receive(received); };
        calling_.on_close = [](const tic::net::close_cause& why) { print("The connection ended: ", name_of(why)); };
    }
    [[nodiscard]] tic::net::service& hosted() { return calling_; }

    void read(const std::string& line) {
        if (!calling_.is_open()) return print("Not connected.");
        const std::string_view state = calling_.session().state_name();
        if (state == "Door") return request(game::SignIn{.name = name_ = line});
        if (state == "Lobby") return request(game::Seek{});
        if (line == "draw") return request(game::OfferDraw{});
        if (line == "leave") return request(game::Leave{});
        const int x = line.empty() ? -1 : line[0] - 'a';
        const int y = line.empty() ? -1 : std::atoi(line.c_str() + 1) - 1;
        if (x < 0 || x >= board::lines || y < 0 || y >= board::lines)
            return print("A move is a1 to o15; else `draw` or `leave`.");
        mine_ = {.x = static_cast<std::uint8_t>(x), .y = static_cast<std::uint8_t>(y)};
        request(mine_);
    }

private:
    template <class... Texts>
    static void print(const Texts&... texts) {
        (std::cout << ... << texts) << std::endl;
    }
    template <class Packet>
    void request(const Packet& request) {
        const auto result = calling_.request(request, [this](const incoming* got) {
            if (got != nullptr) receive(*got);
        });
        if (result != tic::reason::ok) print("That is not possible now: ", tic::name_of(result));
    }
    void receive(const incoming& packet) {
        packet.visit([this](const auto& each) { on(each); });
    }

    void on(const game::Welcome&) { request(game::Seek{}); }
    void on(const game::NameTaken&) { print("Somebody has that name. Another?"); }
    void on(const game::Seated&) { print("You wait for another player."); }
    void on(const game::Placed&) { put(mine_.x, mine_.y, own_); }
    void on(const game::Refused& packet) { print("No: ", game::name_of(packet.why)); }
    void on(const game::Offered&) { print("A draw is offered."); }
    void on(const game::Left&) { print("Press Enter for another game."); }
    void on(const game::Started& packet) {
        board_ = {};
        own_ = packet.plays;
        print("You play ", game::name_of(own_), " against ", packet.against, ". Black begins.");
    }
    void on(const game::Moved& packet) {
        put(packet.x, packet.y, own_ == game::Colour::black ? game::Colour::white : game::Colour::black);
        print("They thought ", packet.thought, " s. Your move?");
    }
    void on(const game::DrawOffered&) { print("They offer a draw: `draw` accepts."); }
    void on(const game::Ended& packet) {
        print("The end: ", game::name_of(packet.how));
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
        print("   a b c d e f g h i j k l m n o");
    }

    tic::net::client_session<game::session<tic::side::client>> calling_{game::versions};
    std::string name_;
    board board_;
    game::Colour own_{};
    game::Play mine_;
};

}  // namespace

int main(int count, char** words) {
    if (count < 2) return std::fprintf(stderr, "game_play NAME [PORT [HOST]]\n"), 2;
    tic::net::client_options there;
    there.transport = tic::net::transport_kind::tcp;
    there.port = static_cast<std::uint16_t>(count > 2 ? std::atoi(words[2]) : 7000);
    if (count > 3) there.host = words[3];
    terminal one(words[1]);
    tic::net::client link(there, one.hosted(), tic::net::log(tic::net::level::warning));
    if (const auto wrong = link.start()) return std::fprintf(stderr, "%s\n", wrong->c_str()), 2;
    for (std::string line; std::getline(std::cin, line);) link.post([&one, line] { one.read(line); });
}
