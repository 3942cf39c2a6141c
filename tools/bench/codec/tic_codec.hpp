// The codecs of the benchmark.
#pragma once

#include "tools/bench/codec/neutral.hpp"

#include <memory>

namespace bench {

std::unique_ptr<codec> make_tic_codec();
std::unique_ptr<codec> make_protobuf_codec();
/// The bytes of memory that one direction of a connection has.
std::size_t tic_memory_size();

}  // namespace bench
