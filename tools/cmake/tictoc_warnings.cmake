# Warnings for our own targets, never for what is generated or found; `tictoc_warnings(TARGET)` switches them on.
function(tictoc_warnings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wconversion -Wshadow $<$<BOOL:${TICTOC_WERROR}>:-Werror>)
  # gcc 12 sees an overlap in std::string's operator+ that is not there (GCC bug 105651).
  target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
endfunction()
