// bench_codec WORKLOAD.jsonl [--benchmark_…]: the time per packet, encoding from neutral structs and decoding with
// every value read.
#include "tools/bench/codec/tic_codec.hpp"

#include <benchmark/benchmark.h>

#include <cstdio>

namespace {

using make_codec = std::unique_ptr<bench::codec> (*)();

void encode(benchmark::State& state, const std::vector<bench::packet>* all, make_codec make) {
    const auto codec = make();
    std::size_t bytes = 0;
    for (auto _ : state) benchmark::DoNotOptimize(bytes = codec->encode(*all));
    state.counters["bytes_a_packet"] = static_cast<double>(bytes) / static_cast<double>(all->size());
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(all->size()));
}

void decode(benchmark::State& state, const std::vector<bench::packet>* all, make_codec make) {
    const auto codec = make();
    codec->encode(*all);
    for (auto _ : state) benchmark::DoNotOptimize(codec->decode());
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(all->size()));
}

void add(const char* name, const std::vector<bench::packet>& all, make_codec make) {
    benchmark::RegisterBenchmark((std::string("encode/") + name).c_str(), encode, &all, make)
        ->Unit(benchmark::kMicrosecond);
    benchmark::RegisterBenchmark((std::string("decode/") + name).c_str(), decode, &all, make)
        ->Unit(benchmark::kMicrosecond);
}

}  // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    if (argc != 2) {
        std::fprintf(stderr, "usage: bench_codec WORKLOAD.jsonl\n");
        return 2;
    }
    const auto all = bench::load(argv[1]);
    std::printf("sizeof memory of a direction: %zu\n", bench::tic_memory_size());
    add("tic", all, bench::make_tic_codec);
#ifdef TICTOC_BENCH_PEERS
    add("protobuf", all, bench::make_protobuf_codec);
    const auto tic = bench::make_tic_codec();
    const auto peer = bench::make_protobuf_codec();
    tic->encode(all), peer->encode(all);
    if (tic->decode() != peer->decode()) {
        std::fprintf(stderr, "the codecs decode different values\n");
        return 1;
    }
#endif
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
