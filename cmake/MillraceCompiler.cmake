# SPDX-License-Identifier: GPL-3.0-or-later
# Language level, output folders, ccache and the interface target with the house warnings.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Precompiled headers carry time stamps; without this ccache would miss every file that uses one.
    # base_dir makes the paths relative, so that two checkouts share their hits.
    set(CMAKE_CXX_COMPILER_LAUNCHER
        "${CMAKE_COMMAND}" -E env "CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime"
        "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" "CCACHE_NOHASHDIR=1" "${CCACHE}")
endif()

find_program(MOLD mold)
if(MOLD)
    # Each of the many test programs links all of Qt's users: GNU ld takes a minute of the build for ten of them.
    add_link_options(-fuse-ld=mold)
endif()

add_library(millrace_compiler INTERFACE)
target_compile_options(millrace_compiler INTERFACE
    -Wall -Wextra -Wconversion -Wsuggest-override -Wno-sign-conversion
    $<$<BOOL:${MILLRACE_WERROR}>:-Werror>
    # Designated initialisers leave fields out on purpose.
    -Wno-missing-field-initializers
    # Coroutines of GCC 12 trip this one in their own frames.
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized -fpch-preprocess>)
target_compile_definitions(millrace_compiler INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS QT_NO_FOREACH
    QT_USE_QSTRINGBUILDER $<$<CONFIG:Release>:QT_NO_DEBUG_OUTPUT>)
if(MILLRACE_SANITIZE)
    string(REPLACE ";" "," _sanitizers "${MILLRACE_SANITIZE}")
    target_compile_options(millrace_compiler INTERFACE -fsanitize=${_sanitizers} -fno-omit-frame-pointer
        -fno-sanitize-recover=all -g1)
    target_link_options(millrace_compiler INTERFACE -fsanitize=${_sanitizers})
endif()
