# SPDX-License-Identifier: GPL-3.0-or-later
millrace_test(forms_fields LABEL gui SOURCES forms_fields.cpp LINK millrace_widgets)
millrace_test(forms_connection LABEL gui SOURCES forms_connection.cpp LINK millrace_widgets)
