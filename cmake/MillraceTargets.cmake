# SPDX-License-Identifier: GPL-3.0-or-later
# The two shapes a target can have: a folder's library and a test of it.

# millrace_library(NAME SOURCES file… LINK target… [PCH header…])
# A folder of the product as a static library millrace_NAME. Includes are written from the repository's root.
function(millrace_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINK;PCH" ${ARGN})
    add_library(millrace_${name} STATIC ${ARG_SOURCES})
    target_include_directories(millrace_${name} PUBLIC "${CMAKE_SOURCE_DIR}")
    target_link_libraries(millrace_${name} PUBLIC ${ARG_LINK} PRIVATE millrace_compiler)
    if(ARG_PCH)
        target_precompile_headers(millrace_${name} PRIVATE ${ARG_PCH})
    endif()
endfunction()

# millrace_test(NAME LABEL unit|gui|contract|live|fuzz SOURCES file… LINK target… [TIMEOUT seconds] [ARGS word…])
# One test binary with a home of its own, so that tests may run side by side and never see the user's files.
function(millrace_test name)
    cmake_parse_arguments(ARG "" "LABEL;TIMEOUT" "SOURCES;LINK;ARGS" ${ARGN})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 300)
    endif()
    add_executable(${name} ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    target_link_libraries(${name} PRIVATE ${ARG_LINK} Qt6::Test millrace_compiler)
    target_compile_options(${name} PRIVATE -include "${CMAKE_SOURCE_DIR}/tests/support/patience.h")
    target_compile_definitions(${name} PRIVATE MILLRACE_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data"
        MILLRACE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    add_test(NAME ${name} COMMAND ${name} ${ARG_ARGS})
    millrace_test_environment(${name} ${ARG_LABEL} ${ARG_TIMEOUT})
endfunction()

# The environment every test runs in; also for tests that are no Qt binary.
function(millrace_test_environment name label timeout)
    set(_home "${CMAKE_BINARY_DIR}/home/${name}")
    file(MAKE_DIRECTORY "${_home}/.config" "${_home}/.cache" "${_home}/.local/share" "${_home}/run")
    file(CHMOD "${_home}/run" PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
    set_tests_properties(${name} PROPERTIES LABELS "${label}" TIMEOUT ${timeout} ENVIRONMENT
        "HOME=${_home};XDG_CONFIG_HOME=${_home}/.config;XDG_CACHE_HOME=${_home}/.cache;XDG_DATA_HOME=${_home}/.local/share;XDG_STATE_HOME=${_home}/.local/state;XDG_RUNTIME_DIR=${_home}/run;DBUS_SESSION_BUS_ADDRESS=;LANG=C.UTF-8;LC_ALL=C.UTF-8;TZ=UTC;QT_QPA_PLATFORM=offscreen;ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1;UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1;LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/lsan.supp:print_suppressions=0")
endfunction()
