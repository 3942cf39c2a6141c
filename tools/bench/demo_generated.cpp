// The workload through generated code, compared with what the interpreter produced.
#include "tools/bench/demo_generated.hpp"

#include <chrono>
#include <tic/json.hpp>

#include "workload.hpp"

namespace demo {
namespace {

double since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::string failed(std::size_t i, const char* what, const tic::error& e) {
    return "packet " + std::to_string(i + 1) + " does not " + what + ": " + std::string(tic::name_of(e.why));
}

}  // namespace

generated_run run_generated(std::span<const std::vector<std::uint8_t>> packets, std::span<const std::string> lines) {
    generated_run run;
    std::size_t bytes = 0;
    for (const auto& packet : packets) bytes += packet.size();
    // The arena keeps all lists until they are compared: an element is more than a byte on the wire, and at most 16
    // here.
    std::vector<unsigned char> room(16 * bytes + workload::client_max_arena);
    tic::arena arena{std::span<unsigned char>(room)};
    std::vector<workload::client_packet> read;
    read.reserve(packets.size());

    workload::client_memory receiver;
    auto start = std::chrono::steady_clock::now();
    for (std::size_t i = 0; i < packets.size(); ++i) {
        const auto got = workload::decode(packets[i], receiver, workload::version, arena);
        if (!got) return run.difference = failed(i, "decode", got.error()), run;
        read.push_back(got->packet);
    }
    run.decode_seconds = since(start);

    workload::client_memory sender;
    std::vector<std::uint8_t> out(bytes + workload::client_max_bytes);
    std::vector<std::size_t> ends;
    ends.reserve(packets.size());
    std::size_t end = 0;
    start = std::chrono::steady_clock::now();
    for (std::size_t i = 0; i < read.size(); ++i) {
        const auto size = workload::encode(read[i], std::span(out).subspan(end), sender, workload::version);
        if (!size) return run.difference = failed(i, "encode", size.error()), run;
        ends.push_back(end += *size);
    }
    run.encode_seconds = since(start);

    for (std::size_t i = 0, begin = 0; i < read.size(); begin = ends[i++]) {
        const std::span encoded(out.data() + begin, ends[i] - begin);
        if (!std::equal(encoded.begin(), encoded.end(), packets[i].begin(), packets[i].end()))
            return run.difference = "packet " + std::to_string(i + 1) + " has other bytes", run;
        if (const std::string json = tic::to_json(read[i], workload::version); json != lines[i])
            return run.difference = "packet " + std::to_string(i + 1) + " reads as " + json, run;
    }
    if (!(sender == receiver)) run.difference = "the memories of sender and receiver differ";
    return run;
}

}  // namespace demo
