# What `cmake --install` lays down: the program, the libraries with their public headers, data, man pages, completion, and a
# package file for find_package(Dateline).
include(CMakePackageConfigHelpers)

get_property(modules GLOBAL PROPERTY DATELINE_MODULES)
install(TARGETS ${modules} EXPORT DatelineTargets
  ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}"
  FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/dateline")
install(EXPORT DatelineTargets NAMESPACE Dateline:: DESTINATION "${CMAKE_INSTALL_LIBDIR}/cmake/Dateline")

configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/DatelineConfig.cmake.in"
  "${PROJECT_BINARY_DIR}/DatelineConfig.cmake" INSTALL_DESTINATION "${CMAKE_INSTALL_LIBDIR}/cmake/Dateline")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/DatelineConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/DatelineConfig.cmake" "${PROJECT_BINARY_DIR}/DatelineConfigVersion.cmake"
              "${PROJECT_SOURCE_DIR}/cmake/DatelineLibraries.cmake"
  DESTINATION "${CMAKE_INSTALL_LIBDIR}/cmake/Dateline")
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
