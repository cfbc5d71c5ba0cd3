// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/actiontable.h"

#include <QtGlobal>

#include <array>

namespace millrace {

namespace {

#define A(text) QT_TRANSLATE_NOOP("Actions", text)

constexpr auto s_table = std::to_array<ActionSpec>({
    {"file.new", A("&New script"), "document-new", "Ctrl+N", MenuId::File},
    {"file.open", A("&Open…"), "document-open", "Ctrl+O", MenuId::File},
    {"file.openFolder", A("Open &folder…"), "folder-open", "", MenuId::File},
    {"file.save", A("&Save"), "document-save", "Ctrl+S", MenuId::File, true},
    {"file.saveAs", A("Save &as…"), "document-save-as", "Ctrl+Shift+S", MenuId::File},
    {"file.close", A("&Close tab"), "tab-close", "Ctrl+W", MenuId::File, true},
    {"file.quit", A("&Quit"), "application-exit", "Ctrl+Q", MenuId::File, true},

    {"edit.undo", A("&Undo"), "edit-undo", "Ctrl+Z", MenuId::Edit},
    {"edit.redo", A("&Redo"), "edit-redo", "Ctrl+Shift+Z; Ctrl+Y", MenuId::Edit},
    {"edit.find", A("&Find"), "edit-find", "Ctrl+F", MenuId::Edit, true},
    {"edit.replace", A("R&eplace"), "edit-find-replace", "Ctrl+H", MenuId::Edit},
    {"edit.comment", A("&Comment or uncomment"), "", "Ctrl+/", MenuId::Edit, true},
    {"edit.complete", A("Co&mplete"), "", "Ctrl+Space; Alt+/", MenuId::Edit},
    {"edit.previousStatement", A("&Previous statement"), "", "Alt+Up", MenuId::Edit, true},
    {"edit.nextStatement", A("&Next statement"), "", "Alt+Down", MenuId::Edit},
    {"edit.nextProblem", A("Next pro&blem"), "", "F2", MenuId::Edit},

    {"view.files", A("&Files"), "document-multiple", "Ctrl+1", MenuId::View},
    {"view.catalog", A("&Catalog"), "server-database", "Ctrl+2", MenuId::View},
    {"view.connections", A("C&onnections"), "network-connect", "Ctrl+3", MenuId::View},
    {"view.history", A("&History"), "view-history", "Ctrl+4", MenuId::View},
    {"view.results", A("&Results"), "", "Ctrl+T", MenuId::View, true, true},
    {"view.record", A("&Value of the row"), "", "F7", MenuId::View},
    {"view.zoomIn", A("Zoom &in"), "zoom-in", "Ctrl++; Ctrl+=", MenuId::View, true},
    {"view.zoomOut", A("Zoom o&ut"), "zoom-out", "Ctrl+-", MenuId::View},
    {"view.zoomReset", A("Zoom to &100 %"), "zoom-original", "Ctrl+0", MenuId::View},
    {"view.themeSystem", A("Theme of the &desktop"), "", "", MenuId::View, true, true},
    {"view.themeLight", A("&Light theme"), "", "", MenuId::View, false, true},
    {"view.themeDark", A("Dar&k theme"), "", "", MenuId::View, false, true},
    {"view.themeContrast", A("High c&ontrast theme"), "", "", MenuId::View, false, true},

    {"run.statement", A("Run &statement"), "media-playback-start", "Ctrl+Return; Ctrl+Enter", MenuId::Run},
    {"run.script", A("Run s&cript"), "media-seek-forward", "Ctrl+Shift+Return; Ctrl+Shift+Enter; Alt+X", MenuId::Run},
    {"run.cancel", A("&Cancel"), "media-playback-stop", "Ctrl+.; Ctrl+F2", MenuId::Run},
    {"run.pause", A("&Pause or resume the rows"), "media-playback-pause", "Ctrl+Shift+Space", MenuId::Run, true},
    {"run.newSession", A("&New session"), "view-refresh", "", MenuId::Run, true},

    {"connection.add", A("&Add a connection"), "network-connect", "Ctrl+Shift+N", MenuId::Tools},
    {"flink.start", A("&Start a local Flink"), "media-playback-start", "Ctrl+Shift+L", MenuId::Tools, true},
    {"flink.stop", A("S&top the local Flink"), "media-playback-stop", "", MenuId::Tools},
    {"tools.palette", A("All &actions"), "", "Ctrl+Shift+P", MenuId::Tools, true},

    {"help.samples", A("&Samples"), "", "", MenuId::Help},
    {"help.about", A("&About Millrace"), "help-about", "", MenuId::Help},
});

#undef A

} // namespace

std::span<const ActionSpec> actionTable()
{
    return s_table;
}

const char* menuTitle(MenuId menu)
{
    switch (menu) {
    case MenuId::File:
        return QT_TRANSLATE_NOOP("Actions", "&File");
    case MenuId::Edit:
        return QT_TRANSLATE_NOOP("Actions", "&Edit");
    case MenuId::View:
        return QT_TRANSLATE_NOOP("Actions", "&View");
    case MenuId::Run:
        return QT_TRANSLATE_NOOP("Actions", "&Run");
    case MenuId::Tools:
        return QT_TRANSLATE_NOOP("Actions", "&Tools");
    case MenuId::Help:
        return QT_TRANSLATE_NOOP("Actions", "&Help");
    }
    return "";
}

} // namespace millrace
