// The codecs of the benchmark.
#pragma once

#include "tools/bench/codec/neutral.hpp"

#include <memory>

namespace bench {

std::unique_ptr<codec> make_tic_codec();
std::unique_ptr<codec> make_protobuf_codec();
/// sizeof the memory of one direction.
std::size_t tic_memory_size();

}  // namespace bench
