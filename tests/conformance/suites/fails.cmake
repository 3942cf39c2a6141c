# Runs a suite against an implementation that is wrong: exit code 1, and a line that begins with CASE.
execute_process(COMMAND ${TICTOC} conform run ${SUITE} -- ${IMPLEMENTATION} RESULT_VARIABLE code OUTPUT_VARIABLE out
  ERROR_VARIABLE err)
message("${out}${err}")
string(FIND "\n${out}" "\n${CASE}" at)
if(NOT code EQUAL 1 OR at EQUAL -1)
  message(FATAL_ERROR "exit code ${code}, wanted 1 and `${CASE}`")
endif()
