// What generated headers with numbered faults include beside codec.hpp. `tictoc compile --mutants` makes them, to try
// whether a suite of tests notices.
#pragma once

#include "faulty_course.hpp"
#include "faulty_hints.hpp"
#include "faulty_memory.hpp"
#include "faulty_numbers.hpp"
#include "faulty_reader.hpp"
#include "faulty_states.hpp"
#include "faulty_twist.hpp"
#include "faulty_writer.hpp"
