# SPDX-License-Identifier: GPL-3.0-or-later
foreach(_test jobs_page jobs_sheets)
    millrace_test(${_test} LABEL gui SOURCES ${_test}.cpp LINK millrace_widgets)
endforeach()
