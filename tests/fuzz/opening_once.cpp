// Two ends with ranges of versions of their own meet: undamaged they agree exactly where the language page demands it;
// damaged they answer a typed outcome that stays.
#include "tests/fuzz/opening_once.hpp"

#include "runtime/tic/opening_names.hpp"
#include "runtime/tic/opening_preface.hpp"

#include <array>
#include <string>

namespace tic::test {
namespace {

constexpr std::size_t most_versions = 8;

/// A part of the versions; one fingerprint may be another.
struct part_of_versions {
    std::array<fingerprint, most_versions> prints{};
    protocol_versions versions{};

    part_of_versions(const protocol_versions& all, std::uint8_t choice, bool differs) {
        const std::size_t first = choice % 16 % all.fingerprints.size();
        const std::size_t count = 1 + choice / 16 % (all.fingerprints.size() - first);
        std::ranges::copy(all.fingerprints.subspan(first, count), prints.begin());
        if (differs) prints[choice / 64 % count] ^= 1U;
        versions = {all.name, static_cast<std::uint8_t>(all.oldest + first), std::span(prints).first(count)};
    }
    part_of_versions(const part_of_versions&) = delete;
    part_of_versions& operator=(const part_of_versions&) = delete;
};

struct meeting {
    const protocol_versions& client;
    const protocol_versions& server;
    std::size_t piece;
    bool damaged;
    steering& input;
    verdict_text& found;

    /// A copy of its own, in which some bits may be flipped, and whose end may be missing.
    std::vector<std::uint8_t> on_the_wire(std::span<const std::uint8_t> bytes) const {
        std::vector<std::uint8_t> made(bytes.begin(), bytes.end());
        for (unsigned left = damaged ? 1 + input.byte() % 3U : 0; left > 0 && !made.empty(); --left) {
            const std::size_t at = input.byte() % made.size();
            const std::uint8_t flips = input.byte();
            if (flips == 0)
                made.resize(at);
            else
                made[at] ^= flips;
        }
        return made;
    }

    [[nodiscard]] bool both_have(unsigned version) const { return client.has(version) && server.has(version); }
    [[nodiscard]] bool alike(unsigned version) const {
        return client.fingerprint_of(version) == server.fingerprint_of(version);
    }

    template <class End>
    void feed(End& end, std::vector<std::uint8_t> bytes) const {
        const std::size_t due = bytes.size();
        std::size_t sum = 0;
        if (!damaged) bytes.insert(bytes.end(), {1, 2, 3});  // the first packet
        std::span<const std::uint8_t> rest(bytes);
        while (!rest.empty()) {
            const bool was_open = end.outcome().what == agreement::unfinished;
            const std::size_t offered = std::min(piece, rest.size());
            const std::size_t taken = end.receive(rest.first(offered));
            found.require(taken <= offered && (was_open || taken == 0), "an opening takes more than it was given");
            rest = rest.subspan(offered);
            sum += taken;
        }
        found.require(damaged || sum == due, "an opening takes more or fewer bytes than are its own");
        const opening_outcome before = end.outcome();
        const std::array<std::uint8_t, 3> more{0x54, 0x49, 1};
        if (before.what == agreement::unfinished) return;
        found.require(end.receive(more) == 0 && end.outcome() == before, "an opening's outcome does not stay");
        found.require(!describe(server, before).view().empty(), "an outcome has no text");
    }

    /// What undamaged ends of a preface must answer.
    [[nodiscard]] std::pair<opening_outcome, opening_outcome> due_of_preface() const {
        const unsigned newest = std::min(client.newest(), server.newest());
        const opening_outcome no_common{.what = agreement::no_common_version, .version = 0, .ours = 0, .theirs = 0};
        if (!both_have(newest)) return {no_common, no_common};
        const fingerprint c = client.fingerprint_of(newest);
        const fingerprint s = server.fingerprint_of(newest);
        const auto version = static_cast<std::uint8_t>(newest);
        const bool told = newest == client.newest();
        return {{c == s ? agreement::agreed : agreement::schema_mismatch, version, c, s},
                {c == s || !told ? agreement::agreed : agreement::schema_mismatch, version, s, told ? c : s}};
    }
    unsigned by_preface() const {
        client_preface one(client);
        server_preface other(server);
        feed(other, on_the_wire(one.greeting()));
        feed(one, on_the_wire(other.answer()));
        if (!damaged)
            found.require(std::pair(one.outcome(), other.outcome()) == due_of_preface(),
                          "a preface's outcome is another");
        return agreed(one.outcome(), other.outcome());
    }

    /// The server offered the client's names; the client learns which was chosen.
    unsigned by_names(char separator, const name_choice& chosen) const {
        const opening_outcome& there = chosen.outcome();
        unsigned due = client.newest();
        while (due >= client.oldest && !(both_have(due) && alike(due))) --due;
        if (!damaged) {
            found.require(there.what == agreement::agreed ? there.version == due : due < client.oldest,
                          "another name is chosen");
            found.require(there.what != agreement::not_tic, "a good name is not read");
        }
        if (there.what != agreement::agreed) return 0;
        found.require(server.has(there.version), "a version that the server has not");
        const auto answer = on_the_wire(octets(name_of_version(server, there.version, separator)));
        const opening_outcome here =
            accept_name(client, {reinterpret_cast<const char*>(answer.data()), answer.size()}, separator);
        return agreed(here, there);
    }
    static std::vector<std::uint8_t> octets(std::string_view text) { return {text.begin(), text.end()}; }

    unsigned by_alpn() const {
        std::vector<std::uint8_t> offered;
        for (unsigned version = client.newest(); version >= client.oldest; --version) {
            const auto name = octets(name_of_version(client, version, alpn_separator));
            offered.push_back(static_cast<std::uint8_t>(name.size()));
            offered.insert(offered.end(), name.begin(), name.end());
        }
        const auto received = on_the_wire(offered);
        name_choice choice(server, alpn_separator);
        std::span<const std::uint8_t> rest(received);
        for (auto name = take_alpn_name(rest); !name.empty(); name = take_alpn_name(rest))
            choice.offer({reinterpret_cast<const char*>(name.data()), name.size()});
        return by_names(alpn_separator, choice);
    }
    unsigned by_subprotocol() const {
        std::string offered;
        for (unsigned version = client.newest(); version >= client.oldest; --version)
            offered += std::string(offered.empty() ? "" : ", ") +
                       std::string(name_of_version(client, version, subprotocol_separator).view());
        const auto received = on_the_wire(octets(offered));
        name_choice choice(server, subprotocol_separator);
        std::string_view rest(reinterpret_cast<const char*>(received.data()), received.size());
        for (auto name = take_subprotocol(rest); !name.empty(); name = take_subprotocol(rest)) choice.offer(name);
        return by_names(subprotocol_separator, choice);
    }

    unsigned agreed(const opening_outcome& one, const opening_outcome& other) const {
        if (one.what != agreement::agreed || other.what != agreement::agreed) return 0;
        // Bytes flipped at both places may spell two versions: then the first packets do not fit.
        if (one.version != other.version) {
            found.require(damaged, "two versions are agreed on");
            return 0;
        }
        found.require(both_have(one.version), "a version is agreed on that one end has not");
        return one.version;
    }
};

}  // namespace

unsigned open_once(steering& input, const protocol_versions& all, verdict_text& found) {
    const std::uint8_t form = input.byte();
    const part_of_versions client(all, input.byte(), false);
    const part_of_versions server(all, input.byte(), (form & 4U) != 0);
    const meeting both{client.versions, server.versions, 1U + input.byte() % 16U, (form & 8U) != 0, input, found};
    switch (form % 4) {
        case 0:
            return both.by_preface();
        case 1:
            return both.by_alpn();
        case 2:
            return both.by_subprotocol();
        default:
            return client.versions.newest();  // agreed on elsewhere
    }
}

}  // namespace tic::test
