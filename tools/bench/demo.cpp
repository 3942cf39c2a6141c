// The main job on real input: encodes the workload in one session, decodes it in another, compares, runs it through
// generated C++ as well, and prints sizes.
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "codegen/compile.hpp"
#include "runtime/interpreter/decode.hpp"
#include "runtime/interpreter/encode.hpp"
#include "runtime/interpreter/json.hpp"
#include "tools/bench/demo_generated.hpp"

namespace {

using namespace tic;
using json = nlohmann::ordered_json;

/// Bytes per packet in other formats, as measured earlier (README.md).
struct peer_row {
    const char* packet;
    double protobuf, uper, loco, xmpp;
};
constexpr peer_row peers[] = {
    {"SendText", 36.9, 32.9, 96.9, 111.6}, {"Deliver", 50.8, 42.8, 120.8, 253.6},
    {"Sent", 15.0, 12.0, 65.0, 137.6},     {"Delivered", 12.0, 9.0, 54.0, 95.9},
    {"Read", 12.0, 9.0, 58.0, 102.8},      {"Typing", 10.0, 6.0, 48.0, 105.5},
    {"Presence", 12.6, 8.0, 59.2, 81.6},   {"ContactSync", 258.2, 269.4, 543.7, 1222.4},
    {"Profile", 65.3, 58.7, 149.9, 310.0},
};
constexpr peer_row all_packets{"all", 26.74, 22.23, 81.00, 147.60};
constexpr peer_row beside_text{"beside the text", 17.14, 12.63, 71.40, 137.99};

/// `{"t":"SendText",…}` as `{"SendText":{…}}`.
json convert(const std::string& line) {
    json neutral = json::parse(line);
    const std::string name = neutral.at("t");
    neutral.erase("t");
    return json{{name, std::move(neutral)}};
}

std::size_t text_bytes(const json& value) {
    if (value.is_string()) return value.get_ref<const std::string&>().size();
    std::size_t sum = 0;
    if (value.is_structured())
        for (const auto& item : value) sum += text_bytes(item);
    return sum;
}

struct counters {
    std::size_t packets = 0, bytes = 0, text = 0;
};

struct totals {
    std::map<std::string, counters> by_packet;
    counters all;
    double encode_seconds = 0, decode_seconds = 0;
    std::vector<std::vector<std::uint8_t>> packets;
    std::vector<std::string> lines;
    demo::generated_run generated;
};

double since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

int fail(std::size_t line, const std::string& text) {
    std::cerr << "line " << line << ": " << text << '\n';
    return 1;
}

int encode_all(const interpreter::program& run, const std::vector<json>& input, totals& sums) {
    std::vector<std::string> lines;
    for (const auto& packet : input) lines.push_back(packet.dump());
    interpreter::memory remembered(run);
    const auto start = std::chrono::steady_clock::now();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto read = interpreter::read_packet(run, side::client, 1, lines[i]);
        if (const auto* wrong = std::get_if<interpreter::json_error>(&read)) return fail(i + 1, wrong->text);
        const auto& parsed = std::get<interpreter::json_packet>(read);
        auto encoded = interpreter::encode_packet(run, side::client, 1, remembered, parsed.packet, parsed.content);
        if (const auto* wrong = std::get_if<interpreter::encode_error>(&encoded)) return fail(i + 1, wrong->text);
        sums.packets.push_back(std::get<std::vector<std::uint8_t>>(std::move(encoded)));
    }
    sums.encode_seconds = since(start);
    for (std::size_t i = 0; i < input.size(); ++i) {
        auto& row = sums.by_packet[input[i].begin().key()];
        const auto text = text_bytes(input[i]);
        for (auto* to : {&row, &sums.all}) {
            ++to->packets;
            to->bytes += sums.packets[i].size();
            to->text += text;
        }
    }
    return 0;
}

/// Decodes one stream of bytes: where a packet ends follows from the schema.
int decode_all(const interpreter::program& run, const std::vector<json>& input, totals& sums) {
    std::vector<std::uint8_t> stream;
    for (const auto& packet : sums.packets) stream.insert(stream.end(), packet.begin(), packet.end());
    auto& lines = sums.lines;
    interpreter::memory remembered(run);
    interpreter::decode_options options;
    options.expected = interpreter::extent::stream;
    std::span<const std::uint8_t> rest = stream;
    const auto start = std::chrono::steady_clock::now();
    while (!rest.empty()) {
        const auto read = interpreter::decode_packet(run, side::client, 1, remembered, rest, options);
        if (const auto* wrong = std::get_if<interpreter::refusal>(&read))
            return fail(lines.size() + 1, std::string(name_of(wrong->why)));
        const auto& got = std::get<interpreter::decoded>(read);
        lines.push_back(interpreter::write_packet(run, side::client, 1, got.packet, got.content));
        rest = rest.subspan(got.bytes);
    }
    sums.decode_seconds = since(start);
    if (lines.size() != input.size()) return fail(lines.size(), "not as many packets were decoded as encoded");
    // As values, whatever the order of members.
    for (std::size_t i = 0; i < input.size(); ++i)
        if (nlohmann::json::parse(lines[i]) != nlohmann::json(input[i])) return fail(i + 1, "read back as " + lines[i]);
    return 0;
}

void print_row(const char* name, std::size_t packets, double tic, const peer_row* peer) {
    std::printf("%-16s %8zu %8.2f", name, packets, tic);
    if (peer != nullptr) std::printf(" %9.1f %7.1f %7.1f %7.1f", peer->protobuf, peer->uper, peer->loco, peer->xmpp);
    std::printf("\n");
}

void print(const totals& sums) {
    const auto mean = [](std::size_t bytes, const counters& of) {
        return static_cast<double>(bytes) / static_cast<double>(of.packets);
    };
    std::printf("%zu packets, %zu bytes, %zu of them UTF-8 text\n", sums.all.packets, sums.all.bytes, sums.all.text);
    std::printf("interpreter:   encoded in %.4f s, decoded in %.4f s, all read back equal\n", sums.encode_seconds,
                sums.decode_seconds);
    std::printf("generated C++: encoded in %.4f s, decoded in %.4f s, the same bytes and the same values\n\n",
                sums.generated.encode_seconds, sums.generated.decode_seconds);
    std::printf("bytes a packet     packets      tic  protobuf    UPER    LOCO    XMPP\n");
    for (const auto& peer : peers)
        if (const auto found = sums.by_packet.find(peer.packet); found != sums.by_packet.end())
            print_row(peer.packet, found->second.packets, mean(found->second.bytes, found->second), &peer);
    print_row("all", sums.all.packets, mean(sums.all.bytes, sums.all), &all_packets);
    print_row("beside the text", sums.all.packets, mean(sums.all.bytes - sums.all.text, sums.all), &beside_text);
    std::printf(
        "\nThe others' figures were measured earlier on tools/bench/workload.jsonl. It is synthetic, and its "
        "regularities\n"
        "flatter any coder with memory (tools/bench/README.md).\n");
}

int run(const std::string& schema_path, const std::string& path, bool convert_only) {
    std::ifstream file(path);
    std::error_code ignored;
    if (!file || std::filesystem::is_directory(path, ignored)) {
        std::cerr << "cannot read `" << path << "`\n";
        return 2;
    }
    std::vector<json> input;
    std::string line;
    for (std::size_t number = 1; std::getline(file, line); ++number) {
        try {
            input.push_back(convert(line));
        } catch (const json::exception& wrong) {
            return fail(number, std::string("not a packet of the workload: ") + wrong.what());
        }
        if (convert_only) std::cout << input.back().dump() << '\n';
    }
    if (convert_only) return 0;
    if (input.empty()) return fail(1, "there are no packets");
    std::string reason;
    auto source = tictoc::read_source(schema_path, reason);
    if (!source) {
        std::cerr << "cannot read `" << schema_path << "`: " << reason << '\n';
        return 2;
    }
    tictoc::diagnostics found;
    const auto schema = tictoc::compile(std::move(*source), tictoc::disk_loader(), found);
    if (!schema) {
        std::cerr << found.text();
        return 1;
    }
    totals sums;
    int code = encode_all(schema->program(), input, sums);
    if (code == 0) code = decode_all(schema->program(), input, sums);
    if (code != 0) return code;
    sums.generated = demo::run_generated(sums.packets, sums.lines);
    if (!sums.generated.difference.empty()) {
        std::cerr << "generated C++ differs from the interpreter: " << sums.generated.difference << '\n';
        return 3;
    }
    print(sums);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<std::string> args(argv + 1, argv + argc);
    const bool convert_only = !args.empty() && args.front() == "--convert";
    if (convert_only && args.size() == 2) return run("", args[1], true);
    if (!convert_only && args.size() == 2) return run(args[0], args[1], false);
    std::cerr << "usage: tictoc_demo SCHEMA FILE | tictoc_demo --convert FILE\n";
    return 2;
}
