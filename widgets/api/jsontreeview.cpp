// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/api/jsontreeview.h"

#include "models/jsontreemodel.h"
#include "widgets/common/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_nameWidth = 220;

} // namespace

/// QTreeView asks for more at each of its layouts, which would read everything in the end: this one has more only for
/// what was never read, and for whoever opens the gate.
class JsonTreeView::PieceModel : public JsonTreeModel {
public:
    using JsonTreeModel::JsonTreeModel;

    bool canFetchMore(const QModelIndex& parent) const override
    {
        return (m_isOpen || rowCount(parent) == 0) && JsonTreeModel::canFetchMore(parent);
    }

    /// Whether there was more.
    bool fetchPiece(const QModelIndex& parent)
    {
        m_isOpen = true;
        const bool more = canFetchMore(parent);
        m_isOpen = false;
        if (more) {
            fetchMore(parent);
        }
        return more;
    }

private:
    bool m_isOpen = false;
};

JsonTreeView::JsonTreeView(QWidget* parent) : QTreeView(parent), m_model(new PieceModel(this))
{
    setObjectName(u"answerTree"_s);
    setAccessibleName(tr("Answer as a tree"));
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setAlternatingRowColors(false);
    setFont(themeFont(TextRole::MonoSmall));
    setModel(m_model);
    header()->setStretchLastSection(true);
    header()->resizeSection(JsonTreeModel::Name, s_nameWidth);
    header()->setFont(themeFont(TextRole::Header));
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &JsonTreeView::fetchSeen);
    connect(this, &QTreeView::expanded, this, &JsonTreeView::fetchSeen, Qt::QueuedConnection);
}

JsonTreeView::~JsonTreeView() = default;

bool JsonTreeView::setJson(const QByteArray& json)
{
    const bool isJson = m_model->setJson(json);
    m_model->fetchPiece({});
    // The usual answer is an object around one list: open that far.
    for (int row = 0; row < m_model->rowCount() && m_model->rowCount() <= 3; ++row) {
        expand(m_model->index(row, 0));
    }
    if (m_model->rowCount() > 0) {
        setCurrentIndex(m_model->index(0, 0));
    }
    return isJson;
}

JsonTreeModel* JsonTreeView::tree() const
{
    return m_model;
}

bool JsonTreeView::fetchAround(const QModelIndex& index)
{
    for (QModelIndex at = index; at.isValid(); at = at.parent()) {
        const QModelIndex parent = at.parent();
        if (at.row() != m_model->rowCount(parent) - 1) {
            return false;
        }
        if (m_model->fetchPiece(parent)) {
            return true;
        }
    }
    return false;
}

void JsonTreeView::fetchSeen()
{
    QModelIndex index = indexAt(QPoint(0, 0)).siblingAtColumn(0);
    while (index.isValid() && visualRect(index).top() <= viewport()->height()) {
        if (fetchAround(index)) {
            return;
        }
        index = indexBelow(index);
    }
}

void JsonTreeView::copyValue()
{
    if (currentIndex().isValid()) {
        QGuiApplication::clipboard()->setText(currentIndex().data(JsonTreeModel::TextRole).toString());
    }
}

void JsonTreeView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copyValue();
    } else {
        QTreeView::keyPressEvent(event);
    }
}

void JsonTreeView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid()) {
        return;
    }
    setCurrentIndex(index);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy value"), QKeySequence(QKeySequence::Copy), this, &JsonTreeView::copyValue);
    menu->addAction(tr("Copy path"), this,
        [path = index.data(JsonTreeModel::PathRole).toString()] { QGuiApplication::clipboard()->setText(path); });
    if (index.data(JsonTreeModel::IsTableRole).toBool()) {
        menu->addAction(
            tr("Show as a table"), this, [this, at = QPersistentModelIndex(index)] { Q_EMIT tableRequested(at); });
    }
    menu->popup(byKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos());
}

void JsonTreeView::changeEvent(QEvent* event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange) {
        setFont(themeFont(TextRole::MonoSmall));
    }
}

} // namespace millrace
