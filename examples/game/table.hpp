// Tables for two, who may be on different cores: each table has a lock of its own, and packets to a player are posted
// to the player's thread while the lock is held, so that both receive everything in the order in which it happened.
#pragma once

#include <net/serve.hpp>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "board.hpp"

using session = game::session<tic::side::server>;

struct player {
    std::string name;
    tic::net::remote<session> client;
};

class table {
public:
    explicit table(player first) { players_[0] = std::move(first); }

    /// The game begins. False: the first has left meanwhile.
    [[nodiscard]] bool join(player second, tic::net::instant now) {
        const std::lock_guard held(lock_);
        if (phase_ == phase::over) return false;
        players_[1] = std::move(second);
        phase_ = phase::playing;
        since_ = now;
        for (const auto colour : {game::Colour::black, game::Colour::white}) {
            seat(colour).client.post([colour, against = seat(other(colour)).name](tic::net::peer<session>& client) {
                client.send(game::Started{.plays = colour, .against = against});
            });
        }
        return true;
    }

    /// Places a stone, or returns why that is not allowed.
    [[nodiscard]] std::optional<game::Why> play(game::Colour who, int x, int y, tic::net::instant now) {
        const std::lock_guard held(lock_);
        if (phase_ != phase::playing) return game::Why::no_game;
        if (who != turn_) return game::Why::not_your_turn;
        if (!board_.is_free(x, y)) return game::Why::taken;
        board_.put(x, y, who);
        const auto thought = std::chrono::duration_cast<std::chrono::seconds>(now - std::exchange(since_, now)).count();
        // A client of version 1 does not get the time: the field is not in its packet.
        send(other(who), game::Moved{.x = static_cast<std::uint8_t>(x),
                                     .y = static_cast<std::uint8_t>(y),
                                     .thought = static_cast<std::uint16_t>(std::clamp<long>(thought, 0, 3600))});
        turn_ = other(who);
        if (draw_by_ == turn_) draw_by_.reset();  // who moves on declines
        if (board_.wins(x, y))
            end(who, game::Outcome::won, game::Outcome::lost);
        else if (board_.is_full())
            end(who, game::Outcome::drawn, game::Outcome::drawn);
        return std::nullopt;
    }

    /// The game is drawn when both have offered it.
    [[nodiscard]] std::optional<game::Why> offer_draw(game::Colour who) {
        const std::lock_guard held(lock_);
        if (phase_ != phase::playing) return game::Why::no_game;
        if (seat(other(who)).client.version() < 2) return game::Why::old_opponent;
        if (draw_by_ == other(who)) {
            end(who, game::Outcome::drawn, game::Outcome::drawn);
        } else if (!std::exchange(draw_by_, who)) {
            send(other(who), game::DrawOffered{});
        }
        return std::nullopt;
    }

    /// Gives up, or is gone.
    void leave(game::Colour who) {
        const std::lock_guard held(lock_);
        if (phase_ == phase::playing) send(other(who), game::Ended{.how = game::Outcome::left});
        phase_ = phase::over;
    }

private:
    enum class phase { waiting, playing, over };

    static game::Colour other(game::Colour one) {
        return one == game::Colour::black ? game::Colour::white : game::Colour::black;
    }
    [[nodiscard]] const player& seat(game::Colour of) const { return *players_[static_cast<std::size_t>(of)]; }
    /// For packets without strings: they are sent later.
    template <class Packet>
    void send(game::Colour who, const Packet& packet) const {
        seat(who).client.post([packet](tic::net::peer<session>& client) { client.send(packet); });
    }
    void end(game::Colour who, game::Outcome for_this, game::Outcome for_other) {
        phase_ = phase::over;
        send(who, game::Ended{.how = for_this});
        send(other(who), game::Ended{.how = for_other});
    }

    std::mutex lock_;
    std::array<std::optional<player>, 2> players_;  // by colour
    board board_;
    phase phase_ = phase::waiting;
    game::Colour turn_ = game::Colour::black;
    std::optional<game::Colour> draw_by_;  ///< who offers it
    tic::net::instant since_{};            ///< the last move
};

/// A place at a table.
struct seat {
    std::shared_ptr<table> at;
    game::Colour colour;
};

/// Pairs those who ask for a game.
class lobby {
public:
    [[nodiscard]] seat sit(const player& who, tic::net::instant now) {
        const std::lock_guard held(lock_);
        if (const auto open = std::exchange(open_, nullptr); open != nullptr && open->join(who, now))
            return {open, game::Colour::white};
        open_ = std::make_shared<table>(who);
        return {open_, game::Colour::black};
    }

private:
    std::mutex lock_;
    std::shared_ptr<table> open_;  ///< one player sits there
};
