// Each direction of a pair has a line of messages; they are numbered from 1.
#include "ledger.hpp"

namespace tic::bench {
namespace {

std::string named(user from, user to, std::uint32_t number) {
    return "message " + std::to_string(number) + " of user " + std::to_string(from) + " to user " + std::to_string(to);
}

/// Numbers may be left out, which is a loss and counted as such; they never come again.
void advance(std::uint32_t& last, user from, user to, std::uint32_t number) {
    if (number <= last)
        throw broken(named(from, to, number) + " or its confirmation came twice, or behind a later one");
    last = number;
}

}  // namespace

ledger::line& ledger::line_of(user from, user to, std::uint32_t number) {
    const unsigned place = who_.place_of(from, to);
    if (place == partners_each) throw broken(named(from, to, number) + ": they do not talk with each other");
    line& found = lines_[from * std::size_t{partners_each} + place];
    if (number == 0 || number > found.sent.size()) throw broken(named(from, to, number) + " was never sent");
    return found;
}

std::uint32_t ledger::sent(const turn& by, std::int64_t intended, bool is_measured) {
    line& own = lines_[by.from * std::size_t{partners_each} + by.place];
    own.sent.push_back({.intended = intended, .is_measured = is_measured});
    ++sent_;
    return static_cast<std::uint32_t>(own.sent.size());
}

const entry& ledger::arrived(user to, user from, std::uint32_t number, std::string_view text) {
    line& own = line_of(from, to, number);
    advance(own.last_arrived, from, to, number);
    if (text != what_.of(from, number)) throw broken(named(from, to, number) + " has another text than was sent");
    entry& message = own.sent[number - 1];
    message.has_arrived = true;
    ++arrived_;
    return message;
}

const entry& ledger::confirmed(user sender, user by, std::uint32_t number) {
    line& own = line_of(sender, by, number);
    advance(own.last_confirmed, sender, by, number);
    entry& message = own.sent[number - 1];
    message.is_confirmed = true;
    ++confirmed_;
    return message;
}

}  // namespace tic::bench
