# SPDX-License-Identifier: GPL-3.0-or-later
millrace_test(start_page LABEL gui SOURCES start_page.cpp LINK millrace_widgets)
