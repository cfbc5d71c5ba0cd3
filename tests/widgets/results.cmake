# SPDX-License-Identifier: GPL-3.0-or-later
foreach(_test results_grid results_page results_pane)
    millrace_test(${_test} LABEL gui SOURCES ${_test}.cpp LINK millrace_widgets)
endforeach()
