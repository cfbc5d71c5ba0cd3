# SPDX-License-Identifier: GPL-3.0-or-later
millrace_test(inventory_page LABEL gui SOURCES inventory_page.cpp LINK millrace_widgets)
millrace_test(inventory_sheets LABEL gui SOURCES inventory_sheets.cpp LINK millrace_widgets)
