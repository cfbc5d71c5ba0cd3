# SPDX-License-Identifier: GPL-3.0-or-later
# Tests against a real SeaTunnel 2.3.8, started once for all of them.
set(_seatunnel_home "${CMAKE_BINARY_DIR}/live/seatunnel")
foreach(_command start stop)
    add_test(NAME seatunnel_${_command} COMMAND "${Python3_EXECUTABLE}" -B
        "${CMAKE_CURRENT_SOURCE_DIR}/seatunnel_fixture.py" ${_command} "${_seatunnel_home}")
endforeach()
set_tests_properties(seatunnel_start PROPERTIES FIXTURES_SETUP seatunnel LABELS live TIMEOUT 900 COST 10000)
set_tests_properties(seatunnel_stop PROPERTIES FIXTURES_CLEANUP seatunnel LABELS live TIMEOUT 120)

# millrace_seatunnel_environment(NAME TIMEOUT)
# The environment of a test that needs the SeaTunnel. It finds the engine's description (what local-seatunnel prints: v1,
# checkpoints, …) in the file that MILLRACE_LIVE_SEATUNNEL_JSON names.
function(millrace_seatunnel_environment name timeout)
    millrace_test_environment(${name} live ${timeout})
    set_property(TEST ${name} APPEND PROPERTY FIXTURES_REQUIRED seatunnel)
    set_property(TEST ${name} APPEND PROPERTY ENVIRONMENT
        "MILLRACE_LIVE_SEATUNNEL_JSON=${CMAKE_BINARY_DIR}/live/seatunnel.json")
endfunction()

# The command line on it: every documented call, and the life of a job.
add_test(NAME live_cli_seatunnel COMMAND "${Python3_EXECUTABLE}" -B "${CMAKE_CURRENT_SOURCE_DIR}/cli_seatunnel.py"
    "$<TARGET_FILE:millrace>" "${CMAKE_SOURCE_DIR}/resources/templates/seatunnel")
millrace_seatunnel_environment(live_cli_seatunnel 300)

# The same by clicking: the whole window, offscreen.
millrace_test(live_seatunnelclicks LABEL live SOURCES tst_seatunnelclicks.cpp LINK millrace_app millrace_testsupport
    TIMEOUT 300)
millrace_seatunnel_environment(live_seatunnelclicks 300)
