// The run-time switch of code with numbered mutants (`tictoc compile --mutants`); all other code never looks at it.
#pragma once

namespace tic {

/// The number of the mutant that runs; 0: the right code.
inline unsigned active_mutant = 0;

/// How many mutants the program has; set before main by each header that has some.
inline unsigned known_mutants = 0;

}  // namespace tic
