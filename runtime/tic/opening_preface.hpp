// Agreement on plain TCP: the client's preface of 8 bytes and the server's answer of 7, each read from pieces of any
// size. Language page, section 7, "Opening".
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "opening.hpp"

namespace tic {

inline constexpr std::array<std::uint8_t, 2> preface_mark = {0x54, 0x49};
inline constexpr std::size_t client_preface_bytes = 8;  ///< mark, newest, oldest, fingerprint of the newest
inline constexpr std::size_t server_preface_bytes = 7;  ///< mark, version chosen or 0, its fingerprint

namespace detail {

/// Collects exactly `Size` bytes from pieces, and knows at the first wrong one that they are no preface.
template <std::size_t Size>
class preface_bytes {
public:
    /// Answers how many were taken; none once all are there or the mark was wrong.
    constexpr std::size_t take(std::span<const std::uint8_t> in) {
        std::size_t taken = 0;
        while (taken < in.size() && count_ < Size && !is_foreign()) bytes_[count_++] = in[taken++];
        return taken;
    }
    [[nodiscard]] constexpr bool is_foreign() const {
        return (count_ > 0 && bytes_[0] != preface_mark[0]) || (count_ > 1 && bytes_[1] != preface_mark[1]);
    }
    [[nodiscard]] constexpr bool is_whole() const { return count_ == Size; }
    [[nodiscard]] constexpr std::uint8_t operator[](std::size_t i) const { return bytes_[i]; }
    /// The last four bytes.
    [[nodiscard]] constexpr fingerprint print() const {
        fingerprint made = 0;
        for (std::size_t i = Size - 4; i < Size; ++i) made = (made << 8U) | bytes_[i];
        return made;
    }

private:
    std::array<std::uint8_t, Size> bytes_{};
    std::uint8_t count_ = 0;
};

constexpr std::uint8_t byte_of(fingerprint print, unsigned i) {
    return static_cast<std::uint8_t>(print >> (24 - 8 * i));
}

}  // namespace detail

/// The server's end. When `outcome()` is no longer unfinished, `answer()` is sent first; then, unless they agreed, the
/// server closes. `ours` must outlive it.
class server_preface {
public:
    constexpr explicit server_preface(const protocol_versions& ours) : ours_(&ours) {}

    /// Takes bytes in any pieces; answers how many belong to the preface. What follows them is the first packet.
    constexpr std::size_t receive(std::span<const std::uint8_t> in) {
        if (outcome_.what != agreement::unfinished) return 0;
        const std::size_t taken = heard_.take(in);
        if (heard_.is_foreign())
            outcome_.what = agreement::not_tic;
        else if (heard_.is_whole())
            decide();
        return taken;
    }

    [[nodiscard]] constexpr const opening_outcome& outcome() const { return outcome_; }
    /// Nothing while unfinished, and nothing for who does not speak tic.
    [[nodiscard]] constexpr std::span<const std::uint8_t> answer() const { return {answer_.data(), answered_}; }

private:
    constexpr void decide() {
        const std::uint8_t newest = heard_[2];
        const std::uint8_t oldest = heard_[3];
        if (oldest == 0 || oldest > newest) {
            outcome_.what = agreement::not_tic;
            return;
        }
        const unsigned chosen = newest < ours_->newest() ? newest : ours_->newest();
        if (chosen < oldest || !ours_->has(chosen)) {
            outcome_.what = agreement::no_common_version;
            answer_with(0, 0);
            return;
        }
        const fingerprint own = ours_->fingerprint_of(chosen);
        // Of an older version than its newest the client has told no fingerprint: it compares when it hears ours.
        const fingerprint theirs = chosen == newest ? heard_.print() : own;
        outcome_ = {theirs == own ? agreement::agreed : agreement::schema_mismatch, static_cast<std::uint8_t>(chosen),
                    own, theirs};
        answer_with(outcome_.version, own);
    }
    constexpr void answer_with(std::uint8_t version, fingerprint print) {
        answer_ = {preface_mark[0], preface_mark[1], version};
        for (unsigned i = 0; i < 4; ++i) answer_[3 + i] = detail::byte_of(print, i);
        answered_ = server_preface_bytes;
    }

    const protocol_versions* ours_;
    detail::preface_bytes<client_preface_bytes> heard_;
    std::array<std::uint8_t, server_preface_bytes> answer_{};
    std::uint8_t answered_ = 0;
    opening_outcome outcome_;
};

/// The client's end: it sends `greeting()`, and says nothing more until the outcome is `agreed`; on any other it
/// closes. `ours` must outlive it.
class client_preface {
public:
    constexpr explicit client_preface(const protocol_versions& ours) : ours_(&ours) {
        greeting_ = {preface_mark[0], preface_mark[1], static_cast<std::uint8_t>(ours.newest()), ours.oldest};
        for (unsigned i = 0; i < 4; ++i) greeting_[4 + i] = detail::byte_of(ours.fingerprint_of(ours.newest()), i);
    }

    [[nodiscard]] constexpr std::span<const std::uint8_t> greeting() const { return greeting_; }

    /// Takes bytes in any pieces; answers how many belong to the preface. What follows them is the first packet.
    constexpr std::size_t receive(std::span<const std::uint8_t> in) {
        if (outcome_.what != agreement::unfinished) return 0;
        const std::size_t taken = heard_.take(in);
        if (heard_.is_foreign())
            outcome_.what = agreement::not_tic;
        else if (heard_.is_whole())
            decide();
        return taken;
    }

    [[nodiscard]] constexpr const opening_outcome& outcome() const { return outcome_; }

private:
    constexpr void decide() {
        const std::uint8_t chosen = heard_[2];
        if (chosen == 0) {
            outcome_.what = agreement::no_common_version;
            return;
        }
        if (!ours_->has(chosen)) {  // a version that was not offered
            outcome_.what = agreement::not_tic;
            return;
        }
        const fingerprint own = ours_->fingerprint_of(chosen);
        const fingerprint theirs = heard_.print();
        outcome_ = {own == theirs ? agreement::agreed : agreement::schema_mismatch, chosen, own, theirs};
    }

    const protocol_versions* ours_;
    std::array<std::uint8_t, client_preface_bytes> greeting_{};
    detail::preface_bytes<server_preface_bytes> heard_;
    opening_outcome outcome_;
};

}  // namespace tic
