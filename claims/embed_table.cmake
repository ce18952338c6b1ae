# claims_embed_table(TARGET_VARIABLE FUNCTION FILE): compiles a reviewed table of claims/data into the library as
# `std::string_view FUNCTION()` of dateline::claims::detail, and appends the made source to the list TARGET_VARIABLE.
# For tables that functions without a data folder need; a change of the table makes CMake run again.
function(claims_embed_table variable function file)
  set(source "${CMAKE_CURRENT_SOURCE_DIR}/data/${file}")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${source}")
  file(READ "${source}" content)
  set(output "${CMAKE_CURRENT_BINARY_DIR}/${function}.cpp")
  file(CONFIGURE OUTPUT "${output}" @ONLY CONTENT
"#include \"claims/detail/embedded_tables.hpp\"

namespace dateline::claims::detail {
std::string_view @function@() { return R\"TABLE(@content@)TABLE\"; }
}  // namespace dateline::claims::detail
")
  set(${variable} ${${variable}} "${output}" PARENT_SCOPE)
endfunction()
