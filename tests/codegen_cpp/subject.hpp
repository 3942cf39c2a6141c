// Generated code behind one interface, so that one test drives the code of many schemas beside the interpreter.
#pragma once

#include <tic/json.hpp>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace tic::test {

/// What generated code answers to the bytes of one packet.
struct answer {
    bool ok = false;
    std::string json{};                 ///< the packet read
    std::vector<std::uint8_t> again{};  ///< what it encodes to
    error refused{};
    std::string path{};
    std::string fault{};  ///< what must hold in any case and does not
};

/// One direction of a connection of one protocol.
class subject {
public:
    subject() = default;
    subject(const subject&) = delete;
    subject& operator=(const subject&) = delete;
    virtual ~subject() = default;
    virtual void start() = 0;
    /// Reads and writes again; memory of both ends moves on only if `keep`.
    virtual answer read(std::span<const std::uint8_t> in, unsigned version, bool keep) = 0;
};

template <class Packet, class Memory>
class generated_subject final : public subject {
public:
    using spell = std::string (*)(const error&);
    generated_subject(spell path, std::size_t most_arena) : path_(path), buffer_(most_arena + 64) {}

    void start() override { reader_ = writer_ = Memory{}; }

    answer read(std::span<const std::uint8_t> in, unsigned version, bool keep) override {
        answer made;
        const Memory reader = reader_;
        const Memory writer = writer_;
        arena room{std::span<unsigned char>(buffer_)};
        const auto got = decode(in, reader_, version, room);
        made.ok = got.ok();
        if (got.ok()) {
            if (got->bytes != in.size()) made.fault += "bytes; ";
            made.json = to_json(got->packet, version);
            write(got->packet, version, made);
        } else {
            made.refused = got.error();
            made.path = path_(got.error());
            if (!(reader_ == reader)) made.fault += "a refusal changed memory; ";
            if (room.used() != 0) made.fault += "a refusal kept arena; ";
        }
        if (!keep) {
            reader_ = reader;
            writer_ = writer;
        }
        return made;
    }

private:
    void write(const Packet& packet, unsigned version, answer& made) {
        std::vector<std::uint8_t> out(most_bytes);
        const Memory before = writer_;
        const auto size = encode(packet, out, writer_, version);
        if (!size.ok()) {
            made.fault += "does not encode; ";
            return;
        }
        out.resize(*size);
        made.again = out;
        if (!(writer_ == reader_)) made.fault += "the ends remember differently; ";
        const Memory after = writer_;
        writer_ = before;
        std::vector<std::uint8_t> tight(*size);
        if (const auto fits = encode(packet, tight, writer_, version);
            !fits.ok() || tight != out || !(writer_ == after))
            made.fault += "tight room; ";
        writer_ = before;
        tight.resize(*size - 1);
        if (const auto fits = encode(packet, tight, writer_, version);
            fits.ok() || fits.error().why != reason::no_room || !(writer_ == before))
            made.fault += "lacking room; ";
        writer_ = after;
    }
    static constexpr std::size_t most_bytes = 1 << 17;

    spell path_;
    std::vector<unsigned char> buffer_;
    Memory reader_{}, writer_{};
};

/// Every schema compiled into this program: its name, its text and its two directions.
struct registered {
    const char* protocol;
    const char* schema;
    std::unique_ptr<subject> (*make)(int side);
};
inline std::vector<registered>& all_registered() {
    static std::vector<registered> all;
    return all;
}

struct registration {
    registration(const char* protocol, const char* schema, std::unique_ptr<subject> (*make)(int side)) {
        all_registered().push_back({protocol, schema, make});
    }
};

}  // namespace tic::test
