# SPDX-License-Identifier: GPL-3.0-or-later
foreach(_test panels_dock panels_lists panels_status)
    millrace_test(${_test} LABEL gui SOURCES ${_test}.cpp LINK millrace_widgets)
endforeach()
