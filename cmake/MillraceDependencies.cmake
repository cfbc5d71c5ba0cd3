# SPDX-License-Identifier: GPL-3.0-or-later
# Every library that Millrace links, in one place. docs/architecture.md says why each is there.
find_package(Qt6 6.4 REQUIRED COMPONENTS Core DBus Gui Widgets Network Sql Test PrintSupport Concurrent Svg LinguistTools)
find_package(QCoro6 0.8 REQUIRED COMPONENTS Core Network)
find_package(Qt6Keychain REQUIRED)
find_package(simdjson 3.0 REQUIRED)
find_package(tl-expected REQUIRED)
find_package(OpenSSL 3.0 REQUIRED COMPONENTS Crypto)

# QScintilla of Debian ships no CMake package.
find_path(QSCINTILLA_INCLUDE_DIR Qsci/qsciscintilla.h PATH_SUFFIXES x86_64-linux-gnu/qt6 aarch64-linux-gnu/qt6 qt6 REQUIRED)
find_library(QSCINTILLA_LIBRARY qscintilla2_qt6 REQUIRED)
add_library(QScintilla::QScintilla UNKNOWN IMPORTED)
set_target_properties(QScintilla::QScintilla PROPERTIES
    IMPORTED_LOCATION "${QSCINTILLA_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${QSCINTILLA_INCLUDE_DIR}"
    INTERFACE_LINK_LIBRARIES "Qt6::Widgets;Qt6::PrintSupport"
    # Its headers are written with Qt's short keywords, which QT_NO_KEYWORDS takes away everywhere else.
    INTERFACE_COMPILE_DEFINITIONS "signals=Q_SIGNALS;slots=Q_SLOTS")
