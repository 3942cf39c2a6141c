// A corpus that is kept, one input in hex a line, as the files that libFuzzer reads.
#pragma once

#include "codegen/emit/sink.hpp"

#include <fstream>
#include <string>

namespace tic::test {

/// One file a line; false where the corpus is not there.
inline bool unpack_corpus(const char* corpus, emit::disk_sink& disk, std::string& reason) {
    std::ifstream file(corpus);
    std::size_t number = 0;
    for (std::string line; std::getline(file, line);) {
        std::string bytes;
        for (std::size_t i = 0; i + 1 < line.size(); i += 2)
            bytes += static_cast<char>(std::stoul(line.substr(i, 2), nullptr, 16));
        if (!disk.write("kept_" + std::to_string(++number), bytes, reason)) return false;
    }
    return file.eof();
}

}  // namespace tic::test
