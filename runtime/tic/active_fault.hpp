// The run-time switch of code with numbered faults (`tictoc compile --mutants`); all other code never looks at it.
#pragma once

namespace tic {

/// The fault that is made on purpose; 0: none.
inline unsigned active_fault = 0;

/// How many faults the program has; set before main by each header that has some.
inline unsigned known_faults = 0;

}  // namespace tic
