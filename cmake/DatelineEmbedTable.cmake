# dateline_embed_table(TARGET_VARIABLE MODULE FUNCTION FILE): compiles a reviewed table of <module>/data into the library as
# `std::string_view FUNCTION()` of dateline::<module>::detail (declared in detail/embedded_tables.hpp), and appends the made
# source to the list TARGET_VARIABLE. For tables that functions without a data folder need; a change of the table makes CMake
# run again.
function(dateline_embed_table variable module function file)
  set(source "${CMAKE_CURRENT_SOURCE_DIR}/data/${file}")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${source}")
  file(READ "${source}" content)
  set(output "${CMAKE_CURRENT_BINARY_DIR}/${function}.cpp")
  file(CONFIGURE OUTPUT "${output}" @ONLY CONTENT
"#include \"@module@/detail/embedded_tables.hpp\"

namespace dateline::@module@::detail {
std::string_view @function@() { return R\"TABLE(@content@)TABLE\"; }
}  // namespace dateline::@module@::detail
")
  set(${variable} ${${variable}} "${output}" PARENT_SCOPE)
endfunction()
