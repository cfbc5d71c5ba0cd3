# SPDX-License-Identifier: GPL-3.0-or-later
foreach(_test api_console api_parts)
    millrace_test(${_test} LABEL gui SOURCES ${_test}.cpp LINK millrace_widgets)
endforeach()
