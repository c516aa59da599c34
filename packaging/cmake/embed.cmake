# SPDX-License-Identifier: GPL-3.0-or-later
# sky_embed(LAYER FOLDER FUNCTION [SUFFIX]): every .json file (or .SUFFIX) below FOLDER becomes part of sky_LAYER, and
# std::span<const sky::EmbeddedFile> FUNCTION() lists them sorted by name. A new file needs no edit of CMake.
# Run as a script (cmake -P) with FOLDER, FUNCTION, SUFFIX and OUTPUT it writes the C++ source.
if(CMAKE_SCRIPT_MODE_FILE)
  file(GLOB_RECURSE files RELATIVE ${FOLDER} ${FOLDER}/*.${SUFFIX})
  list(SORT files)
  string(REGEX REPLACE "::[A-Za-z]+$" "" space ${FUNCTION})
  string(REGEX REPLACE "^.*::" "" function ${FUNCTION})
  list(LENGTH files count)
  set(source "// Written when building from the data files; do not edit.\n#include \"base/embedded.h\"\n\n#include <span>\n\n")
  string(APPEND source "using namespace std::string_view_literals;\n\n")
  string(APPEND source "namespace ${space} {\n\nstatic constexpr EmbeddedFile kFiles[] = {\n")
  foreach(file IN LISTS files)
    file(READ ${FOLDER}/${file} text)
    # Indentation is for people; neither JSON nor an icon has line breaks inside texts.
    string(REGEX REPLACE "\n[ \t]+" "\n" text "${text}")
    string(APPEND source "{\"${file}\", R\"skydata(${text})skydata\"sv},\n")
  endforeach()
  string(APPEND source "};\n\nstd::span<const EmbeddedFile> ${function}() { return kFiles; }\n\n} // namespace ${space}\n")
  file(WRITE ${OUTPUT} "${source}")
  return()
endif()

set(SKYWRIGHT_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_FILE})

function(sky_embed layer folder function)
  get_filename_component(folder ${folder} ABSOLUTE)
  set(suffix json)
  if(ARGN)
    set(suffix ${ARGN})
  endif()
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${folder}/*.${suffix})
  string(MAKE_C_IDENTIFIER ${function} stem)
  set(output ${CMAKE_CURRENT_BINARY_DIR}/${stem}.cpp)
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DFOLDER=${folder} -DFUNCTION=${function} -DSUFFIX=${suffix} -DOUTPUT=${output} -P ${SKYWRIGHT_EMBED_SCRIPT}
    DEPENDS ${files} ${SKYWRIGHT_EMBED_SCRIPT} COMMENT "Embedding ${layer} data" VERBATIM)
  target_sources(sky_${layer} PRIVATE ${output})
  set_source_files_properties(${output} PROPERTIES SKIP_LINTING ON)
endfunction()
