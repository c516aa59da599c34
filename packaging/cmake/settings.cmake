# SPDX-License-Identifier: GPL-3.0-or-later
# What every target of the project is built with.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

find_program(SKYWRIGHT_CCACHE ccache)
if(SKYWRIGHT_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${SKYWRIGHT_CCACHE})
endif()
find_program(SKYWRIGHT_MOLD mold)
if(SKYWRIGHT_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

add_library(sky_settings INTERFACE)
target_compile_options(sky_settings INTERFACE -Wall -Wextra -Wconversion -Wno-sign-conversion)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 takes every std::variant that may hold a string for uninitialised; the sanitizers and Clang find real ones.
  # At -O3 it also warns of overlaps in std::string's own concatenation (GCC bug 105651).
  target_compile_options(sky_settings INTERFACE -Wno-maybe-uninitialized $<$<CONFIG:Release>:-Wno-restrict>)
endif()
if(SKYWRIGHT_SANITIZERS)
  add_compile_options(-fsanitize=${SKYWRIGHT_SANITIZERS} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${SKYWRIGHT_SANITIZERS})
endif()
if(SKYWRIGHT_FUZZERS)
  add_compile_options(-fsanitize=fuzzer-no-link) # of everything: the fuzzer finds its way by what it reaches
endif()
