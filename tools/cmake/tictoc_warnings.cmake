# Warnings for our own targets, never for what is generated or found; `tictoc_warnings(TARGET)` switches them on.
function(tictoc_warnings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wconversion -Wshadow $<$<BOOL:${TICTOC_WERROR}>:-Werror>)
endfunction()
