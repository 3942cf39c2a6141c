// What generated headers with numbered mutants include beside codec.hpp. `tictoc compile --mutants` makes them, to try
// whether a suite of tests notices.
#pragma once

#include "deviation.hpp"
#include "hints.hpp"
#include "memory.hpp"
#include "numbers.hpp"
#include "packets.hpp"
#include "reader.hpp"
#include "states.hpp"
#include "writer.hpp"
