// The requests that play a tape's connections to a codec in one role.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "conformance/cases/cases.hpp"
#include "runtime/interpreter/session.hpp"

namespace tic::conformance {

/// Content that its tape owns.
[[nodiscard]] inline std::shared_ptr<const interpreter::value> borrowed(const interpreter::value& content) {
    return {std::shared_ptr<const interpreter::value>(), &content};
}
[[nodiscard]] inline expected_refusal refusal_of(const bad& wrong) { return {wrong.refused, wrong.tells_where}; }

/// The exchanges of one case, a connection's requests in the order of its steps.
class session_script {
public:
    /// Of all connections of the tape, or of one.
    session_script(const interpreter::program& run, const tape& from, side role,
                   std::optional<unsigned> only = std::nullopt)
        : run_(run), from_(from), role_(role), only_(only) {}

    /// The step with this index: received if the other side sends it, sent if the role does.
    void play(unsigned at);
    /// The steps of one run of the other side's packets, as one string of bytes received in pieces; `cuts` are
    /// offsets in it.
    void receive_in_pieces(std::span<const unsigned> run_of_steps, const std::set<std::size_t>& cuts);
    /// The broken bytes come; what is only cut off is refused at the end.
    void receive_wrong(const bad& wrong, unsigned connection);
    /// A packet with a value that cannot be: an error, which changes nothing.
    void send_wrong(const step& good, interpreter::value content, unsigned number);
    /// A packet that the state does not allow.
    void send_unlawful(const bad& wrong, const step& behind);
    /// What comes behind `Closed` is ignored; then every connection ends between two packets.
    void end_all();

    [[nodiscard]] std::vector<exchange> take() { return std::move(exchanges_); }
    [[nodiscard]] std::vector<unsigned> versions() const;

private:
    unsigned open(unsigned connection);
    exchange& add(verb asks, unsigned connection, unsigned step);
    [[nodiscard]] message packet(side who, index name, std::shared_ptr<const interpreter::value> content) const;
    [[nodiscard]] message packet(const step& of) const;

    const interpreter::program& run_;
    const tape& from_;
    side role_;
    std::optional<unsigned> only_;
    std::map<unsigned, unsigned> sessions_{};  ///< by connection
    std::map<unsigned, interpreter::session_states> states_{};
    std::vector<exchange> exchanges_{};
};

}  // namespace tic::conformance
