# What is installed: the compiler, the headers that generated code includes, and how CMake and pkg-config find them.
# After a build, `cpack -G DEB` makes the Debian package.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
# To install the compiler the tests need not be built.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)

install(TARGETS tictoc EXPORT tictoc_targets RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS tictoc_runtime EXPORT tictoc_targets)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/runtime/tic DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN
  "*.hpp")
set_target_properties(tictoc_runtime PROPERTIES EXPORT_NAME runtime)

if(TICTOC_NET)
  # What its users include, as <net/server.hpp>; the rest needs Boost.
  set_target_properties(tictoc_net PROPERTIES EXPORT_NAME net)
  set_target_properties(tictoc_net_core PROPERTIES EXPORT_NAME net_core)
  target_include_directories(tictoc_net_core INTERFACE $<INSTALL_INTERFACE:include/tictoc>)
  install(TARGETS tictoc_net tictoc_net_core EXPORT tictoc_targets)
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/runtime/net DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/tictoc FILES_MATCHING
    PATTERN "*.hpp"
    PATTERN admin.hpp EXCLUDE PATTERN channel.hpp EXCLUDE PATTERN core.hpp EXCLUDE PATTERN websocket.hpp EXCLUDE)
endif()

# The headers of generated adapters and mutants, as <conformance/adapter/adapter.hpp> and <mutants/mutants.hpp>: a
# component of its own, for those who test a codec.
set_target_properties(tictoc_adapter PROPERTIES EXPORT_NAME adapter)
set_target_properties(tictoc_mutants PROPERTIES EXPORT_NAME mutants)
install(TARGETS tictoc_adapter tictoc_mutants EXPORT tictoc_conformance_targets)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/conformance/adapter DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/tictoc/conformance
  COMPONENT conformance
  FILES_MATCHING PATTERN "*.hpp")
install(DIRECTORY ${PROJECT_SOURCE_DIR}/runtime/mutants DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/tictoc
  COMPONENT conformance
  FILES_MATCHING PATTERN "*.hpp")

set(tictoc_cmake_folder ${CMAKE_INSTALL_LIBDIR}/cmake/tictoc)
install(EXPORT tictoc_targets NAMESPACE tictoc:: DESTINATION ${tictoc_cmake_folder})
install(EXPORT tictoc_conformance_targets NAMESPACE tictoc:: DESTINATION ${tictoc_cmake_folder} COMPONENT conformance)
configure_package_config_file(${PROJECT_SOURCE_DIR}/tools/cmake/tictoc-config.cmake.in
  ${PROJECT_BINARY_DIR}/tictoc-config.cmake
  INSTALL_DESTINATION ${tictoc_cmake_folder})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/tictoc-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/tictoc-config.cmake ${PROJECT_BINARY_DIR}/tictoc-config-version.cmake
  ${PROJECT_SOURCE_DIR}/tools/cmake/tic_generate.cmake DESTINATION ${tictoc_cmake_folder})

# From where the file stands, so that it is right wherever `cmake --install --prefix` puts it.
file(RELATIVE_PATH tictoc_pc_up ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
configure_file(${PROJECT_SOURCE_DIR}/tools/cmake/tictoc.pc.in ${PROJECT_BINARY_DIR}/tictoc.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/tictoc.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/tictoc RENAME copyright)

if(PROJECT_IS_TOP_LEVEL)
  set(CPACK_GENERATOR DEB)
  set(CPACK_PACKAGE_NAME tictoc)
  set(CPACK_PACKAGE_CONTACT "tictoc maintainers <tictoc@localhost>")
  set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
  set(CPACK_DEBIAN_PACKAGE_SECTION devel)
  set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
  set(CPACK_STRIP_FILES ON)
  set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
  set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
  include(CPack)
endif()
