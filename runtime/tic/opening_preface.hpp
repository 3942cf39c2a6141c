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

/// What both ends have in common: collecting the other end's preface of `Size` bytes. `End::decide` is called once all
/// are there; the first byte of the mark that is wrong ends the opening before that.
template <class End, std::size_t Size>
class preface_receiver {
public:
    /// Takes bytes in pieces of any size and returns how many belong to the preface: 0 once there is an outcome. The
    /// bytes behind them begin the first packet.
    constexpr std::size_t receive(std::span<const std::uint8_t> in) {
        std::size_t taken = 0;
        while (taken < in.size() && outcome_.what == agreement::unfinished) {
            bytes_[count_++] = in[taken++];
            if (count_ <= preface_mark.size() && bytes_[count_ - 1U] != preface_mark[count_ - 1U])
                outcome_.what = agreement::not_tic;
            else if (count_ == Size)
                static_cast<End*>(this)->decide();
        }
        return taken;
    }
    /// `unfinished` until all bytes of the other end are received or one is wrong; final from then on.
    [[nodiscard]] constexpr const opening_outcome& outcome() const { return outcome_; }

protected:
    constexpr explicit preface_receiver(const protocol_versions& ours) : ours_(&ours) {}

    /// The last four bytes.
    [[nodiscard]] constexpr fingerprint received_fingerprint() const {
        fingerprint made = 0;
        for (std::size_t i = Size - 4; i < Size; ++i) made = (made << 8U) | bytes_[i];
        return made;
    }

    const protocol_versions* ours_;
    std::array<std::uint8_t, Size> bytes_{};
    std::uint8_t count_ = 0;
    opening_outcome outcome_;
};

constexpr std::uint8_t byte_of(fingerprint print, unsigned i) {
    return static_cast<std::uint8_t>(print >> (24 - 8 * i));
}

}  // namespace detail

/// The server's end. As soon as `outcome()` is final, the server sends `answer()`; it then closes the connection unless
/// the outcome is `agreed`. The versions must outlive it.
class server_preface : public detail::preface_receiver<server_preface, client_preface_bytes> {
public:
    constexpr explicit server_preface(const protocol_versions& ours) : preface_receiver(ours) {}

    /// Empty while the outcome is `unfinished`, and if it is `not_tic`.
    [[nodiscard]] constexpr std::span<const std::uint8_t> answer() const { return {answer_.data(), answered_}; }

private:
    friend preface_receiver;

    constexpr void decide() {
        const std::uint8_t newest = bytes_[2];
        const std::uint8_t oldest = bytes_[3];
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
        // The client sends the fingerprint of its newest version only. For an older one it compares ours with its own.
        const fingerprint theirs = chosen == newest ? received_fingerprint() : own;
        outcome_ = {theirs == own ? agreement::agreed : agreement::schema_mismatch, static_cast<std::uint8_t>(chosen),
                    own, theirs};
        answer_with(outcome_.version, own);
    }
    constexpr void answer_with(std::uint8_t version, fingerprint print) {
        answer_ = {preface_mark[0], preface_mark[1], version};
        for (unsigned i = 0; i < 4; ++i) answer_[3 + i] = detail::byte_of(print, i);
        answered_ = server_preface_bytes;
    }

    std::array<std::uint8_t, server_preface_bytes> answer_{};
    std::uint8_t answered_ = 0;
};

/// The client's end. It sends `greeting()` first, and its first packet only after the outcome is `agreed`; on any other
/// outcome it closes the connection. The versions must outlive it.
class client_preface : public detail::preface_receiver<client_preface, server_preface_bytes> {
public:
    constexpr explicit client_preface(const protocol_versions& ours) : preface_receiver(ours) {
        greeting_ = {preface_mark[0], preface_mark[1], static_cast<std::uint8_t>(ours.newest()), ours.oldest};
        for (unsigned i = 0; i < 4; ++i) greeting_[4 + i] = detail::byte_of(ours.fingerprint_of(ours.newest()), i);
    }

    [[nodiscard]] constexpr std::span<const std::uint8_t> greeting() const { return greeting_; }

private:
    friend preface_receiver;

    constexpr void decide() {
        const std::uint8_t chosen = bytes_[2];
        if (chosen == 0) {
            outcome_.what = agreement::no_common_version;
            return;
        }
        if (!ours_->has(chosen)) {  // a version that was not offered
            outcome_.what = agreement::not_tic;
            return;
        }
        const fingerprint own = ours_->fingerprint_of(chosen);
        const fingerprint theirs = received_fingerprint();
        outcome_ = {own == theirs ? agreement::agreed : agreement::schema_mismatch, chosen, own, theirs};
    }

    std::array<std::uint8_t, client_preface_bytes> greeting_{};
};

}  // namespace tic
