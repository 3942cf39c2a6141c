// The board and when a game is won; it knows nothing of packets and connections.
#pragma once

#include <array>
#include <optional>

#include "game.hpp"

class board {
public:
    static constexpr int lines = 15;
    using point = std::optional<game::Colour>;

    /// Nothing beyond the edges.
    [[nodiscard]] point at(int x, int y) const {
        return x < 0 || y < 0 || x >= lines || y >= lines ? point{} : points_[index(x, y)];
    }
    [[nodiscard]] bool is_free(int x, int y) const { return !at(x, y); }
    [[nodiscard]] bool is_full() const { return stones_ == lines * lines; }
    void put(int x, int y, game::Colour colour) {
        points_[index(x, y)] = colour;
        ++stones_;
    }
    /// Whether the stone there stands in a row of five or more.
    [[nodiscard]] bool wins(int x, int y) const {
        constexpr std::array<std::array<int, 2>, 4> ways{{{1, 0}, {0, 1}, {1, 1}, {1, -1}}};
        for (const auto& [dx, dy] : ways) {
            if (1 + same_from(x, y, dx, dy) + same_from(x, y, -dx, -dy) >= 5) return true;
        }
        return false;
    }

private:
    static constexpr std::size_t index(int x, int y) { return static_cast<std::size_t>(y * lines + x); }
    [[nodiscard]] int same_from(int x, int y, int dx, int dy) const {
        int count = 0;
        while (at(x + (count + 1) * dx, y + (count + 1) * dy) == at(x, y)) ++count;
        return count;
    }

    std::array<point, lines * lines> points_{};
    int stones_ = 0;
};
