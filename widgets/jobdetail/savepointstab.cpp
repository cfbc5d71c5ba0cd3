// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobdetail/savepointstab.h"

#include "widgets/common/buttons.h"
#include "widgets/common/icons.h"
#include "widgets/jobdetail/jobcelldelegate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace millrace {

SavepointsTab::SavepointsTab(QWidget* parent)
    : JobTabPage(tr("No savepoints yet. Take one while the job runs."), parent), m_model(new JobSavepointModel(this))
{
    setObjectName(u"savepointsTab"_s);
    m_table = makeJobTable(u"jobSavepoints"_s, tr("Savepoints and checkpoints to restart from"), m_model,
        {{JobSavepointModel::Kind, 110}, {JobSavepointModel::Taken, 120}, {JobSavepointModel::Age, 70},
            {JobSavepointModel::Size, 90}, {JobSavepointModel::Format, 110}, {JobSavepointModel::State, 110}},
        JobSavepointModel::Location);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setItemDelegate(new PanelDelegate(
        [](const QModelIndex& index) {
            const bool words = index.column() == JobSavepointModel::Kind;
            return PanelCellStyle{.role = words ? TextRole::Body : TextRole::MonoSmall};
        },
        this));
    auto* restart = new ActionButton(tr("Restart from…"));
    auto* dispose = new ActionButton(tr("Dispose…"));
    setButtonKind(dispose, ButtonKind::Danger);
    restart->setObjectName(u"restartFromSavepoint"_s);
    dispose->setObjectName(u"disposeSavepoint"_s);
    m_restart = restart;
    m_dispose = dispose;
    m_copy = makeIconButton("edit-copy"_L1, tr("Copy the location"), this);
    m_copy->setObjectName(u"copySavepoint"_s);
    auto* bar = new PanelBar;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 3, 8, 4);
    row->setSpacing(6);
    row->addWidget(m_copy);
    row->addStretch();
    row->addWidget(dispose);
    row->addWidget(restart);
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_table, 1);
    setContent(content);
    connect(m_table, &PanelTable::currentRowChanged, this, &SavepointsTab::refreshButtons);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &SavepointsTab::refreshButtons);
    connect(m_table, &PanelTable::rowActivated, this, [this] { m_restart->click(); });
    connect(m_restart, &QAbstractButton::clicked, this, [this] { Q_EMIT restartRequested(chosenLocation()); });
    connect(m_dispose, &QAbstractButton::clicked, this, [this] { Q_EMIT disposeRequested(chosenLocation()); });
    connect(
        m_copy, &QAbstractButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(chosenLocation()); });
    refreshButtons();
}

void SavepointsTab::setSavepoints(const std::vector<SavepointInfo>& savepoints)
{
    clearError();
    m_model->setSavepoints(savepoints);
    setHasContent(!savepoints.empty());
    refreshButtons();
}

void SavepointsTab::setLimits(const SavepointLimits& limits)
{
    m_limits = limits;
    refreshButtons();
}

void SavepointsTab::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    refreshButtons();
}

void SavepointsTab::clear()
{
    m_model->setSavepoints({});
    setHasContent(false);
}

QString SavepointsTab::chosenLocation() const
{
    const QModelIndexList chosen = m_table->chosenRows();
    return chosen.isEmpty() ? QString() : m_model->row(chosen.front().row()).location;
}

void SavepointsTab::refreshButtons()
{
    const QModelIndexList chosen = m_table->chosenRows();
    const bool any = !chosen.isEmpty();
    const bool isSavepoint = any && !m_model->row(chosen.front().row()).isCheckpoint;
    m_restart->setVisible(!m_readOnly);
    m_dispose->setVisible(!m_readOnly);
    m_restart->setEnabled(any);
    m_copy->setEnabled(any);
    m_dispose->setEnabled(isSavepoint && m_limits.disposeUnsupported.isEmpty());
    m_dispose->setToolTip(!m_limits.disposeUnsupported.isEmpty() ? m_limits.disposeUnsupported
            : any && !isSavepoint ? tr("A checkpoint belongs to its job: the cluster removes it by itself.")
                                  : QString());
}

} // namespace millrace
