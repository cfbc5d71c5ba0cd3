# SPDX-License-Identifier: GPL-3.0-or-later
millrace_test(catalog_models LABEL unit SOURCES catalog_models.cpp LINK millrace_models)
millrace_test(catalog_panels LABEL gui SOURCES catalog_panels.cpp LINK millrace_widgets)
