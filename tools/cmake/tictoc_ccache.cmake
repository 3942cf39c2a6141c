# Compiles through ccache where it is installed and no other launcher was chosen (CMAKE_CXX_COMPILER_LAUNCHER, which may
# be empty). Paths below the source folder enter the cache relative to the build folder and the build folder itself does
# not, so two clones and two build folders at the same depth share the objects whose flags agree.
if(DEFINED CMAKE_CXX_COMPILER_LAUNCHER OR NOT PROJECT_IS_TOP_LEVEL)
  return()
endif()
find_program(TICTOC_CCACHE ccache)
find_program(TICTOC_ENV env)
mark_as_advanced(TICTOC_CCACHE TICTOC_ENV)
if(TICTOC_CCACHE AND TICTOC_ENV)
  set(CMAKE_CXX_COMPILER_LAUNCHER
    ${TICTOC_ENV} CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${TICTOC_CCACHE})
endif()
