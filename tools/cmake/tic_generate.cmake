# tic_generate(TARGET t SCHEMA a.tic [DOCS DIR] [TESTEE]): compiles a schema to C++ and lets the target include it as
# "PROTOCOL.hpp". What the schema imports is tracked. The compiler is the target tictoc::tictoc, or the program in
# TICTOC_EXECUTABLE where one builds for another machine. With TESTEE the target also gets PROTOCOL_testee.cpp, which is
# the whole of a program that `tictoc conform run` can test.
function(tic_generate)
  cmake_parse_arguments(arg "TESTEE" "TARGET;SCHEMA;DOCS" "" ${ARGN})
  if(NOT arg_TARGET OR NOT arg_SCHEMA OR arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "tic_generate(TARGET target SCHEMA file.tic [DOCS folder] [TESTEE])")
  endif()
  get_filename_component(schema ${arg_SCHEMA} ABSOLUTE)
  file(STRINGS ${schema} head REGEX "^[ \t]*protocol[ \t]+[A-Za-z_0-9]+" LIMIT_COUNT 1)
  string(REGEX REPLACE "^[ \t]*protocol[ \t]+([A-Za-z_0-9]+).*" "\\1" protocol "${head}")
  if(NOT protocol)
    message(FATAL_ERROR "${schema}: no line begins with `protocol NAME`")
  endif()
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${schema})
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/tic/${arg_TARGET})
  set(compiler tictoc::tictoc)
  if(TICTOC_EXECUTABLE)
    set(compiler ${TICTOC_EXECUTABLE})
  endif()
  set(docs)
  set(page)
  if(arg_DOCS)
    get_filename_component(docs_folder ${arg_DOCS} ABSOLUTE BASE_DIR ${CMAKE_CURRENT_BINARY_DIR})
    set(docs --docs ${docs_folder})
    set(page ${docs_folder}/${protocol}.html)
  endif()
  set(made ${folder}/${protocol}.hpp)
  set(testee)
  if(arg_TESTEE)
    list(APPEND made ${folder}/${protocol}_testee.cpp)
    set(testee --testee)
  endif()
  add_custom_command(OUTPUT ${made} ${page}
    COMMAND ${compiler} compile ${schema} --cpp ${folder} ${docs} ${testee} --depfile ${folder}/${protocol}.d
    COMMAND ${CMAKE_COMMAND} -E touch ${made} ${page}
    DEPENDS ${compiler} ${schema} DEPFILE ${folder}/${protocol}.d
    COMMENT "Compiling ${protocol} to C++" VERBATIM)
  target_sources(${arg_TARGET} PRIVATE ${made})
  target_include_directories(${arg_TARGET} PRIVATE ${folder})
  target_link_libraries(${arg_TARGET} PRIVATE tictoc::runtime)
endfunction()
