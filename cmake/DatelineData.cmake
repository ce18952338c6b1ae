# Data beside the program: everything below share/dateline. The build makes or copies it into <build>/share/dateline,
# where an uninstalled program finds it, and `cmake --install` puts it below the prefix.
add_custom_target(dateline_data ALL)
set(DATELINE_BUILD_SHARE "${PROJECT_BINARY_DIR}/share/dateline")

# dateline_copy_data(FOLDER file...): committed files that are used as they are (styles, lexicons).
function(dateline_copy_data folder)
  set(outputs)
  foreach(file IN LISTS ARGN)
    get_filename_component(source "${file}" ABSOLUTE)
    get_filename_component(name "${file}" NAME)
    set(output "${DATELINE_BUILD_SHARE}/${folder}/${name}")
    add_custom_command(OUTPUT "${output}" DEPENDS "${source}"
      COMMAND ${CMAKE_COMMAND} -E copy "${source}" "${output}" VERBATIM)
    list(APPEND outputs "${output}")
  endforeach()
  string(MAKE_C_IDENTIFIER "${CMAKE_CURRENT_SOURCE_DIR}_${folder}" id)
  string(SHA1 id "${id}")
  string(SUBSTRING "${id}" 0 10 id)
  add_custom_target(dateline_data_${id} DEPENDS ${outputs})
  add_dependencies(dateline_data dateline_data_${id})
  install(FILES ${ARGN} DESTINATION "${CMAKE_INSTALL_DATADIR}/dateline/${folder}")
endfunction()

# dateline_make_data(NAME file COMMAND ... DEPENDS ...): a file that a program of the build makes. COMMAND writes ${DATELINE_BUILD_SHARE}/file.
function(dateline_make_data file)
  cmake_parse_arguments(arg "" "" "COMMAND;DEPENDS" ${ARGN})
  set(output "${DATELINE_BUILD_SHARE}/${file}")
  get_filename_component(folder "${output}" DIRECTORY)
  file(MAKE_DIRECTORY "${folder}")
  add_custom_command(OUTPUT "${output}" DEPENDS ${arg_DEPENDS} COMMAND ${arg_COMMAND} VERBATIM)
  string(MAKE_C_IDENTIFIER "dateline_data_${file}" target)
  add_custom_target(${target} DEPENDS "${output}")
  add_dependencies(dateline_data ${target})
  get_filename_component(subfolder "${file}" DIRECTORY)
  install(FILES "${output}" DESTINATION "${CMAKE_INSTALL_DATADIR}/dateline/${subfolder}")
endfunction()
