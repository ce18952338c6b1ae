# dateline_add_module(NAME SOURCES ... HEADERS ... DEPENDS module... [LIBRARIES target...] [DETAIL_DATA ...])
#
# One static library per folder: target dateline_NAME, alias Dateline::NAME. HEADERS are public: they form the
# target's header set, are checked to compile alone, and are installed under include/dateline/NAME.
# DEPENDS names other Dateline folders (public); LIBRARIES are third-party targets used under detail/ (private).
function(dateline_add_module name)
  cmake_parse_arguments(arg "" "" "SOURCES;HEADERS;DEPENDS;LIBRARIES" ${ARGN})
  set(target dateline_${name})
  add_library(${target} STATIC ${arg_SOURCES})
  add_library(Dateline::${name} ALIAS ${target})
  target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES ${arg_HEADERS})
  target_compile_features(${target} PUBLIC cxx_std_20)
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF POSITION_INDEPENDENT_CODE ON
    EXPORT_NAME ${name} VERIFY_INTERFACE_HEADER_SETS ${DATELINE_DEVELOPER_MODE})
  foreach(dependency IN LISTS arg_DEPENDS)
    target_link_libraries(${target} PUBLIC Dateline::${dependency})
  endforeach()
  target_link_libraries(${target} PRIVATE ${arg_LIBRARIES})
  dateline_set_warnings(${target})
  set_property(GLOBAL APPEND PROPERTY DATELINE_MODULES ${target})
endfunction()

# Warnings and sanitizers, private to our own targets.
function(dateline_set_warnings target)
  if(DATELINE_DEVELOPER_MODE)
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
      -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
      # GCC 12 sees overlapping copies inside std::string's operator+ where there are none (GCC bug 105651), and
      # uninitialised members in an empty std::optional.
      target_compile_options(${target} PRIVATE -Wno-restrict -Wno-maybe-uninitialized)
    endif()
    if(DATELINE_WARNINGS_AS_ERRORS)
      target_compile_options(${target} PRIVATE -Werror)
    endif()
  endif()
  if(DATELINE_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=${DATELINE_SANITIZE} -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_link_options(${target} PUBLIC -fsanitize=${DATELINE_SANITIZE})
  endif()
endfunction()

# dateline_add_program(NAME SOURCES ... DEPENDS module... [LIBRARIES target...]): an executable of ours.
function(dateline_add_program target)
  cmake_parse_arguments(arg "" "" "SOURCES;DEPENDS;LIBRARIES" ${ARGN})
  add_executable(${target} ${arg_SOURCES})
  target_compile_features(${target} PRIVATE cxx_std_20)
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF)
  foreach(dependency IN LISTS arg_DEPENDS)
    target_link_libraries(${target} PRIVATE Dateline::${dependency})
  endforeach()
  target_link_libraries(${target} PRIVATE ${arg_LIBRARIES})
  dateline_set_warnings(${target})
endfunction()
