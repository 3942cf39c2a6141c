// A list whose elements are visited in turns, a few at a time, and may be erased at any time.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace tic::net {

/// The base of all elements: their position in the list.
class round_robin_entry {
private:
    template <class T>
    friend class round_robin_list;
    std::size_t index_ = 0;
};

template <class T>
class round_robin_list {
public:
    void insert(std::shared_ptr<T> one) {
        one->round_robin_entry::index_ = all_.size();
        all_.push_back(std::move(one));
    }
    /// Returns false if the element is not in the list.
    bool erase(const T& one) {
        const std::size_t place = one.round_robin_entry::index_;
        if (place >= all_.size() || all_[place].get() != &one) return false;
        all_.back()->round_robin_entry::index_ = place;
        std::swap(all_[place], all_.back());
        all_.pop_back();
        return true;
    }
    [[nodiscard]] std::size_t size() const { return all_.size(); }
    [[nodiscard]] auto begin() const { return all_.begin(); }
    [[nodiscard]] auto end() const { return all_.end(); }

    /// Visits the next `count` elements, or all. `what` may erase any element. A round goes from the back to the front:
    /// the last element, which takes the position of an erased one, has had its turn then, so none is skipped.
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
    std::size_t next_ = 0;  ///< elements from here on have had their turn in this round
};

}  // namespace tic::net
