# SPDX-License-Identifier: GPL-3.0-or-later
millrace_test(editor_document LABEL unit SOURCES editor_document.cpp LINK millrace_widgets)
millrace_test(editor_marks LABEL unit SOURCES editor_marks.cpp LINK millrace_widgets)
millrace_test(editor_code LABEL gui SOURCES editor_code.cpp LINK millrace_widgets)
millrace_test(editor_text LABEL gui SOURCES editor_text.cpp LINK millrace_widgets)
millrace_test(editor_completion LABEL gui SOURCES editor_completion.cpp LINK millrace_widgets)
millrace_test(editor_page LABEL gui SOURCES editor_page.cpp LINK millrace_widgets)
