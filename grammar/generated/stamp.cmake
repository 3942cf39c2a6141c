# Regenerates the parser (TOOL given), or checks that it was made from Tic.g4 as it is (CHECK given). Needs ROOT.
set(here "${ROOT}/generated")
if(TOOL)
  execute_process(
    COMMAND "${TOOL}" -Dlanguage=Cpp -no-listener -no-visitor -package tic::parse::generated -o "${here}" Tic.g4
    WORKING_DIRECTORY "${ROOT}" COMMAND_ERROR_IS_FATAL ANY)
  file(GLOB extra "${here}/*.interp" "${here}/*.tokens")
  file(REMOVE ${extra})
endif()
file(SHA256 "${ROOT}/Tic.g4" sum)
file(READ "${here}/TicParser.h" first LIMIT 200)
string(REGEX MATCH "ANTLR [0-9.]*[0-9]" tool "${first}")
set(stamp "${tool}\nTic.g4 sha256 ${sum}\n")
if(CHECK)
  file(READ "${here}/STAMP" found)
  if(NOT found STREQUAL stamp)
    message(FATAL_ERROR
      "grammar/generated is not made from grammar/Tic.g4 as it is: build the target regenerate_grammar")
  endif()
else()
  file(WRITE "${here}/STAMP" "${stamp}")
endif()
