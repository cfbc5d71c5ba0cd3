# SPDX-License-Identifier: GPL-3.0-or-later
millrace_test(common_theme LABEL gui SOURCES common_theme.cpp LINK millrace_widgets)
millrace_test(common_controls LABEL gui SOURCES common_controls.cpp LINK millrace_widgets)
