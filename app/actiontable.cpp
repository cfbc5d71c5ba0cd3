// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/actiontable.h"

#include <QtGlobal>

#include <array>

namespace millrace {

namespace {

constexpr auto s_table = std::to_array<ActionSpec>({
    {"file.new", QT_TRANSLATE_NOOP("Actions", "&New script"), "document-new", "Ctrl+N", MenuId::File},
    {"file.newFrom", QT_TRANSLATE_NOOP("Actions", "New from &template…"), "", "", MenuId::File},
    {"file.open", QT_TRANSLATE_NOOP("Actions", "&Open…"), "document-open", "Ctrl+O", MenuId::File},
    {"file.openFolder", QT_TRANSLATE_NOOP("Actions", "Open &folder…"), "folder-open", "", MenuId::File},
    {"file.save", QT_TRANSLATE_NOOP("Actions", "&Save"), "document-save", "Ctrl+S", MenuId::File, true},
    {"file.saveAs", QT_TRANSLATE_NOOP("Actions", "Save &as…"), "document-save-as", "Ctrl+Shift+S", MenuId::File},
    {"file.close", QT_TRANSLATE_NOOP("Actions", "&Close tab"), "tab-close", "Ctrl+W", MenuId::File, true},
    {"file.quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), "dialog-close", "Ctrl+Q", MenuId::File, true},

    {"edit.undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), "edit-undo", "Ctrl+Z", MenuId::Edit},
    {"edit.redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), "edit-redo", "Ctrl+Shift+Z; Ctrl+Y", MenuId::Edit},
    {"edit.find", QT_TRANSLATE_NOOP("Actions", "&Find"), "edit-find", "Ctrl+F", MenuId::Edit, true},
    {"edit.replace", QT_TRANSLATE_NOOP("Actions", "R&eplace"), "edit-find-replace", "Ctrl+H", MenuId::Edit},
    {"edit.comment", QT_TRANSLATE_NOOP("Actions", "&Comment or uncomment"), "", "Ctrl+/", MenuId::Edit, true},
    {"edit.complete", QT_TRANSLATE_NOOP("Actions", "Co&mplete"), "", "Ctrl+Space; Alt+/", MenuId::Edit},
    {"edit.previousStatement", QT_TRANSLATE_NOOP("Actions", "&Previous statement"), "", "Alt+Up", MenuId::Edit, true},
    {"edit.nextStatement", QT_TRANSLATE_NOOP("Actions", "&Next statement"), "", "Alt+Down", MenuId::Edit},
    {"edit.nextProblem", QT_TRANSLATE_NOOP("Actions", "Next pro&blem"), "", "F2", MenuId::Edit},

    {"view.files", QT_TRANSLATE_NOOP("Actions", "&Files"), "document-multiple", "Ctrl+1", MenuId::View},
    {"view.catalog", QT_TRANSLATE_NOOP("Actions", "&Catalog"), "server-database", "Ctrl+2", MenuId::View},
    {"view.connections", QT_TRANSLATE_NOOP("Actions", "C&onnections"), "network-connect", "Ctrl+3", MenuId::View},
    {"view.history", QT_TRANSLATE_NOOP("Actions", "&History"), "view-history", "Ctrl+4", MenuId::View},
    {"view.logs", QT_TRANSLATE_NOOP("Actions", "&Logs"), "format-text-code", "Ctrl+Shift+G", MenuId::View},
    {"view.jobs", QT_TRANSLATE_NOOP("Actions", "&Jobs"), "view-list-details", "Ctrl+5", MenuId::View},
    {"view.savepoints", QT_TRANSLATE_NOOP("Actions", "&Savepoints"), "bookmarks", "Ctrl+6", MenuId::View},
    {"view.api", QT_TRANSLATE_NOOP("Actions", "A&PI console"), "code-block", "Ctrl+7", MenuId::View},
    {"view.servers", QT_TRANSLATE_NOOP("Actions", "S&ervers"), "network-server", "Ctrl+8", MenuId::View},
    {"view.results", QT_TRANSLATE_NOOP("Actions", "&Results"), "", "Ctrl+T", MenuId::View, true, true},
    {"view.record", QT_TRANSLATE_NOOP("Actions", "&Value of the row"), "", "F7", MenuId::View},
    {"view.zoomIn", QT_TRANSLATE_NOOP("Actions", "Zoom &in"), "zoom-in", "Ctrl++; Ctrl+=", MenuId::View, true},
    {"view.zoomOut", QT_TRANSLATE_NOOP("Actions", "Zoom o&ut"), "zoom-out", "Ctrl+-", MenuId::View},
    {"view.zoomReset", QT_TRANSLATE_NOOP("Actions", "Zoom to &100 %"), "zoom-original", "Ctrl+0", MenuId::View},
    {"view.themeSystem", QT_TRANSLATE_NOOP("Actions", "Theme of the &desktop"), "", "", MenuId::View, true, true},
    {"view.themeLight", QT_TRANSLATE_NOOP("Actions", "&Light theme"), "", "", MenuId::View, false, true},
    {"view.themeDark", QT_TRANSLATE_NOOP("Actions", "Dar&k theme"), "", "", MenuId::View, false, true},
    {"view.themeContrast", QT_TRANSLATE_NOOP("Actions", "High c&ontrast theme"), "", "", MenuId::View, false, true},

    {"run.statement", QT_TRANSLATE_NOOP("Actions", "Run &statement"), "media-playback-start", "Ctrl+Return; Ctrl+Enter",
        MenuId::Run},
    {"run.script", QT_TRANSLATE_NOOP("Actions", "Run s&cript"), "media-skip-forward",
        "Ctrl+Shift+Return; Ctrl+Shift+Enter; Alt+X", MenuId::Run},
    {"run.explain", QT_TRANSLATE_NOOP("Actions", "&Explain statement"), "vcs-branch", "Ctrl+Shift+E", MenuId::Run},
    {"run.explainScript", QT_TRANSLATE_NOOP("Actions", "Explain scr&ipt"), "", "", MenuId::Run},
    {"run.compare", QT_TRANSLATE_NOOP("Actions", "Compare p&lans…"), "view-split-left-right", "", MenuId::Run},
    {"run.cancel", QT_TRANSLATE_NOOP("Actions", "&Cancel"), "media-playback-stop", "Ctrl+.; Ctrl+F2", MenuId::Run},
    {"run.pause", QT_TRANSLATE_NOOP("Actions", "&Pause or resume the rows"), "media-playback-pause", "Ctrl+Shift+Space",
        MenuId::Run, true},
    {"run.submit", QT_TRANSLATE_NOOP("Actions", "Submit as a &job…"), "media-skip-forward", "", MenuId::Run, true},
    {"run.session", QT_TRANSLATE_NOOP("Actions", "Session &options…"), "", "", MenuId::Run},
    {"run.newSession", QT_TRANSLATE_NOOP("Actions", "&New session"), "view-refresh", "", MenuId::Run},

    {"jobs.open", QT_TRANSLATE_NOOP("Actions", "&Open the job"), "view-list-details", "", MenuId::Jobs},
    {"jobs.watch", QT_TRANSLATE_NOOP("Actions", "&Watch the job"), "view-visible", "", MenuId::Jobs, false, true},
    {"jobs.savepoint", QT_TRANSLATE_NOOP("Actions", "Take a &savepoint…"), "bookmark-new", "", MenuId::Jobs, true},
    {"jobs.stop", QT_TRANSLATE_NOOP("Actions", "S&top…"), "media-playback-stop", "", MenuId::Jobs},
    {"jobs.restart", QT_TRANSLATE_NOOP("Actions", "&Restart from a savepoint…"), "view-refresh", "", MenuId::Jobs},
    {"jobs.refresh", QT_TRANSLATE_NOOP("Actions", "Ask all connections &now"), "view-refresh", "F5", MenuId::Jobs,
        true},

    {"connection.add", QT_TRANSLATE_NOOP("Actions", "&Add a connection"), "network-connect", "Ctrl+Shift+N",
        MenuId::Tools},
    {"flink.start", QT_TRANSLATE_NOOP("Actions", "&Start a local Flink"), "media-playback-start", "Ctrl+Shift+L",
        MenuId::Tools, true},
    {"flink.stop", QT_TRANSLATE_NOOP("Actions", "S&top the local Flink"), "media-playback-stop", "", MenuId::Tools},
    {"seatunnel.start", QT_TRANSLATE_NOOP("Actions", "Start a local S&eaTunnel"), "media-playback-start", "",
        MenuId::Tools},
    {"seatunnel.stop", QT_TRANSLATE_NOOP("Actions", "Stop the local SeaT&unnel"), "media-playback-stop", "",
        MenuId::Tools},
    {"logs.open", QT_TRANSLATE_NOOP("Actions", "Open &log files…"), "document-open", "", MenuId::Tools},
    {"view.rebalances", QT_TRANSLATE_NOOP("Actions", "Kafka &rebalances"), "office-chart-line", "", MenuId::Tools,
        true},
    {"tools.palette", QT_TRANSLATE_NOOP("Actions", "All &actions"), "", "Ctrl+Shift+P", MenuId::Tools, true},

    {"help.samples", QT_TRANSLATE_NOOP("Actions", "&Samples"), "", "", MenuId::Help},
    {"help.about", QT_TRANSLATE_NOOP("Actions", "&About Millrace"), "help-about", "", MenuId::Help},
});

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
    case MenuId::Jobs:
        return QT_TRANSLATE_NOOP("Actions", "&Jobs");
    case MenuId::Tools:
        return QT_TRANSLATE_NOOP("Actions", "&Tools");
    case MenuId::Help:
        return QT_TRANSLATE_NOOP("Actions", "&Help");
    }
    return "";
}

} // namespace millrace
