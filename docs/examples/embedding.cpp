// A program with the compiler inside: compiles a schema from a string, encodes and decodes a packet without generated
// code, and prints the C++ header.
#include <iostream>

#include "codegen/compile.hpp"
#include "runtime/interpreter/decode.hpp"
#include "runtime/interpreter/encode.hpp"
#include "runtime/interpreter/json.hpp"

namespace {

namespace interpreter = tic::interpreter;
using tic::side;

constexpr auto schema_text = R"(
protocol lamp;
edition 1;
struct Switch { on: bool; level: u8 ~ same; }
session {
  client { Switch }
  server { }
  start Ready;
  state Ready { on Switch; }
}
)";

/// JSON to the bytes of a packet. Throws std::bad_variant_access for a wrong value; a real program looks at the error.
std::vector<std::uint8_t> encode(const tictoc::protocol& lamp, interpreter::memory& sender, const char* json) {
    const unsigned version = lamp.layout().version;
    const auto read = interpreter::read_packet(lamp.program(), side::client, version, json);
    const auto& packet = std::get<interpreter::json_packet>(read);
    return std::get<std::vector<std::uint8_t>>(
        interpreter::encode_packet(lamp.program(), side::client, version, sender, packet.packet, packet.content));
}

/// The bytes of a packet to JSON.
std::string decode(const tictoc::protocol& lamp, interpreter::memory& receiver, std::span<const std::uint8_t> bytes) {
    const unsigned version = lamp.layout().version;
    const auto read = interpreter::decode_packet(lamp.program(), side::client, version, receiver, bytes);
    const auto& packet = std::get<interpreter::decoded>(read);
    return interpreter::write_packet(lamp.program(), side::client, version, packet.packet, packet.content);
}

}  // namespace

int main() {
    tictoc::diagnostics found;
    const auto lamp = tictoc::compile({"lamp.tic", schema_text}, tictoc::no_imports(), found);
    std::cerr << found.text();
    if (!lamp) return 1;

    // Each end keeps one memory for each direction of each connection.
    interpreter::memory sender(lamp->program()), receiver(lamp->program());
    for (int i = 0; i < 2; ++i) {
        const auto bytes = encode(*lamp, sender, R"({"Switch":{"on":true,"level":200}})");
        std::cout << bytes.size() << " bytes: " << decode(*lamp, receiver, bytes) << '\n';
    }
    std::cout << tictoc::generate_cpp(*lamp).text;
}
