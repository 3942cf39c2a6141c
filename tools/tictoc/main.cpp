// The program: everything is in cli.cpp, so that tests can run it in process.
#include "tools/tictoc/cli.hpp"

#include <iostream>

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    return tic::tool::run({argv + 1, argv + argc}, std::cin, std::cout, std::cerr);
}
