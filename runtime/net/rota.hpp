// Things kept by one owner and visited in turns, a few at a time; any of them may leave at any moment.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace tic::net {

/// What a rota keeps derives from this.
class in_rota {
private:
    template <class T>
    friend class rota;
    std::size_t place_ = 0;
};

template <class T>
class rota {
public:
    void insert(std::shared_ptr<T> one) {
        one->in_rota::place_ = all_.size();
        all_.push_back(std::move(one));
    }
    /// False where it is not kept.
    bool erase(const T& one) {
        const std::size_t place = one.in_rota::place_;
        if (place >= all_.size() || all_[place].get() != &one) return false;
        all_.back()->in_rota::place_ = place;
        std::swap(all_[place], all_.back());
        all_.pop_back();
        return true;
    }
    [[nodiscard]] std::size_t size() const { return all_.size(); }
    [[nodiscard]] auto begin() const { return all_.begin(); }
    [[nodiscard]] auto end() const { return all_.end(); }

    /// Visits the next `count`, or all. The round goes from the back to the front: the last one, which takes
    /// the place of one that leaves, had its turn.
    template <class Do>
    void visit(std::size_t count, Do what) {
        for (std::size_t left = std::min(count, all_.size()); left != 0 && !all_.empty(); --left) {
            if (next_ == 0 || next_ > all_.size()) next_ = all_.size();
            const std::shared_ptr<T> one = all_[--next_];
            what(*one);
        }
    }

private:
    std::vector<std::shared_ptr<T>> all_;
    std::size_t next_ = 0;  ///< those from here on had their turn in this round
};

}  // namespace tic::net
