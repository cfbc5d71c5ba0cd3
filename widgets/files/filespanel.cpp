// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/files/filespanel.h"

#include "models/filetreemodel.h"
#include "widgets/catalog/detaildelegate.h"
#include "widgets/common/buttons.h"
#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/common/panelheader.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QStringListModel>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_recentRows = 8;

QIcon fileIcon(const QObject* view, const QString& name)
{
    const auto icon = name.endsWith(".sql"_L1, Qt::CaseInsensitive) ? "format-text-code"_L1 : "document-properties"_L1;
    return themedIcon(static_cast<const QWidget*>(view), icon);
}

QString withTilde(const QString& path)
{
    const QString home = QDir::homePath() + u'/';
    return path.startsWith(home) ? "~/"_L1 + path.mid(home.size()) : path;
}

class FileDelegate : public DetailDelegate {
public:
    using DetailDelegate::DetailDelegate;

protected:
    Row row(const QModelIndex& index) const override
    {
        const auto* files = static_cast<const FileTreeModel*>(index.model());
        if (files->isDir(index)) {
            return {.icon = themedIcon(static_cast<const QWidget*>(parent()), "folder"_L1)};
        }
        return {.icon = fileIcon(parent(), files->fileName(index))};
    }
};

class RecentDelegate : public DetailDelegate {
public:
    using DetailDelegate::DetailDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        DetailDelegate::initStyleOption(option, index);
        option->text = QFileInfo(option->text).fileName();
    }

    Row row(const QModelIndex& index) const override
    {
        const QFileInfo file(index.data().toString());
        return {.icon = fileIcon(parent(), file.fileName()), .detail = withTilde(file.path()), .indent = 12};
    }
};

} // namespace

FilesPanel::FilesPanel(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"filesPanel"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildHeader(layout);
    buildTree(layout);
    buildRecent(layout);
    updateEmpty();
}

void FilesPanel::buildHeader(QVBoxLayout* into)
{
    m_header = new PanelHeader(tr("Files"), this);
    QToolButton* newFile = m_header->addButton("document-new"_L1, tr("New SQL file"));
    newFile->setObjectName(u"newFile"_s);
    QToolButton* choose = m_header->addButton("folder-open"_L1, tr("Choose a folder"));
    choose->setObjectName(u"chooseFolder"_s);
    connect(newFile, &QToolButton::clicked, this, &FilesPanel::newFileRequested);
    connect(choose, &QToolButton::clicked, this, &FilesPanel::chooseFolderRequested);
    into->addWidget(m_header);
}

void FilesPanel::buildTree(QVBoxLayout* into)
{
    m_tree = new QTreeView(this);
    m_tree->setObjectName(u"fileTree"_s);
    m_tree->setAccessibleName(tr("Files"));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->viewport()->setBackgroundRole(QPalette::Window);
    m_tree->setItemDelegate(new FileDelegate(m_tree));
    into->addWidget(m_tree, 1);

    m_empty = new QWidget(this);
    auto* emptyLayout = new QVBoxLayout(m_empty);
    emptyLayout->setContentsMargins(measure::panelPadding, 6, measure::panelPadding, 0);
    auto* sentence = new TextLabel(tr("No folder is open. Choose one to see its SQL files here."), TextRole::Body,
        Token::TextDim, m_empty);
    sentence->setWordWrap(true);
    auto* choose = new QPushButton(tr("Choose a folder…"), m_empty);
    choose->setObjectName(u"chooseFolderWide"_s);
    choose->setAutoDefault(false);
    emptyLayout->addWidget(sentence);
    emptyLayout->addWidget(choose, 0, Qt::AlignLeft);
    emptyLayout->addStretch();
    into->addWidget(m_empty, 1);

    connect(choose, &QPushButton::clicked, this, &FilesPanel::chooseFolderRequested);
    connect(m_tree, &QTreeView::activated, this, &FilesPanel::activate);
    connect(m_tree, &QTreeView::customContextMenuRequested, this, [this](const QPoint& position) {
        const QModelIndex index = m_tree->indexAt(position);
        if (index.isValid()) {
            openMenu(m_files->filePath(index), !m_files->isDir(index), false,
                m_tree->viewport()->mapToGlobal(position));
        }
    });
}

void FilesPanel::buildRecent(QVBoxLayout* into)
{
    m_recentPart = new QWidget(this);
    auto* layout = new QVBoxLayout(m_recentPart);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new Separator(Qt::Horizontal, m_recentPart));
    layout->addWidget(new PanelHeader(tr("Recent"), m_recentPart));
    m_recentModel = new QStringListModel(this);
    m_recent = new QListView(m_recentPart);
    m_recent->setObjectName(u"recentFiles"_s);
    m_recent->setAccessibleName(tr("Recent files"));
    m_recent->setFrameShape(QFrame::NoFrame);
    m_recent->setUniformItemSizes(true);
    m_recent->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_recent->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_recent->setContextMenuPolicy(Qt::CustomContextMenu);
    m_recent->viewport()->setBackgroundRole(QPalette::Window);
    m_recent->setItemDelegate(new RecentDelegate(m_recent));
    m_recent->setModel(m_recentModel);
    layout->addWidget(m_recent);
    into->addWidget(m_recentPart);
    connect(m_recent, &QListView::activated, this,
        [this](const QModelIndex& index) { Q_EMIT openRequested(index.data().toString()); });
    connect(m_recent, &QListView::customContextMenuRequested, this, [this](const QPoint& position) {
        const QModelIndex index = m_recent->indexAt(position);
        if (index.isValid()) {
            openMenu(index.data().toString(), true, true, m_recent->viewport()->mapToGlobal(position));
        }
    });
}

void FilesPanel::setFolder(const QString& folder)
{
    if (m_folder == folder) {
        return;
    }
    m_folder = folder;
    if (!folder.isEmpty()) {
        if (!m_files) {
            m_files = new FileTreeModel(this);
            m_tree->setModel(m_files);
        }
        m_tree->setRootIndex(m_files->setRootPath(folder));
    }
    m_header->setRemark(folder.isEmpty() ? QString() : QFileInfo(folder).fileName());
    m_header->setToolTip(folder);
    updateEmpty();
}

QString FilesPanel::folder() const
{
    return m_folder;
}

void FilesPanel::setRecentFiles(const QStringList& paths)
{
    m_recentModel->setStringList(paths);
    const auto rows = static_cast<int>(std::clamp<qsizetype>(paths.size(), 1, s_recentRows));
    m_recent->setFixedHeight(rows * measure::treeRow + 4);
    updateEmpty();
}

void FilesPanel::activate(const QModelIndex& index)
{
    if (index.isValid() && !m_files->isDir(index)) {
        Q_EMIT openRequested(m_files->filePath(index));
    }
}

void FilesPanel::openMenu(const QString& path, bool isFile, bool isRecent, const QPoint& globalPosition)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(u"fileMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [menu, this](const QString& id, const QString& text, std::function<void()> slot) {
        QAction* action = menu->addAction(text);
        action->setObjectName(id);
        connect(action, &QAction::triggered, this, slot);
    };
    if (isFile) {
        add(u"open"_s, tr("Open"), [this, path] { Q_EMIT openRequested(path); });
    }
    add(u"copyPath"_s, tr("Copy the path"), [path] { QApplication::clipboard()->setText(path); });
    if (isRecent) {
        add(u"forget"_s, tr("Remove from this list"), [this, path] { Q_EMIT forgetRecentRequested(path); });
    }
    menu->popup(globalPosition);
}

void FilesPanel::updateEmpty()
{
    m_tree->setVisible(!m_folder.isEmpty());
    m_empty->setVisible(m_folder.isEmpty());
    m_recentPart->setVisible(m_recentModel->rowCount() > 0);
}

} // namespace millrace
