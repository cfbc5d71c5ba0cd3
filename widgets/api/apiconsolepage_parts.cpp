// SPDX-License-Identifier: GPL-3.0-or-later
// What the page is made of.
#include "widgets/api/apiconsolepage.h"

#include "widgets/api/apianswerview.h"
#include "widgets/api/apicalltree.h"
#include "widgets/api/apirequestview.h"
#include "widgets/common/buttons.h"
#include "widgets/common/labels.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/panelheader.h"
#include "widgets/panels/emptyview.h"
#include "widgets/panels/paneltable.h"

#include <QComboBox>
#include <QDataStream>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QSplitter>
#include <QStackedWidget>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_logHeight = 240;
constexpr int s_requestWidth = 480;
constexpr int s_glyphColumn = 28;

QSplitter* makeSplitter(Qt::Orientation orientation)
{
    auto* splitter = new QSplitter(orientation);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    return splitter;
}

QVBoxLayout* bareLayout(QWidget* widget)
{
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    return layout;
}

} // namespace

ApiConsolePage::ApiConsolePage(QWidget* parent) : QWidget(parent), m_log(new ApiCallLog(this))
{
    setObjectName(u"apiConsolePage"_s);
    m_band = new EnvironmentBand;
    auto* left = makeSplitter(Qt::Vertical);
    left->addWidget(makeCallsPanel());
    left->addWidget(makeLogPanel());
    left->setStretchFactor(0, 1);
    left->setSizes({1000, s_logHeight});
    left->setMinimumWidth(200);
    m_splitters << left;
    auto* columns = makeSplitter(Qt::Horizontal);
    columns->setObjectName(u"apiColumns"_s);
    columns->addWidget(left);
    columns->addWidget(makeRight());
    columns->setStretchFactor(1, 1);
    columns->setSizes({measure::sidePanel, 1000});
    m_splitters << columns;
    QVBoxLayout* layout = bareLayout(this);
    layout->addWidget(m_band);
    layout->addWidget(columns, 1);
    connectParts();
    updateCentre();
    updateFoot();
}

QWidget* ApiConsolePage::makeCallsPanel()
{
    auto* panel = new QWidget;
    m_header = new PanelHeader(tr("API console"));
    m_connections = new QComboBox;
    m_connections->setObjectName(u"apiConnections"_s);
    m_connections->setAccessibleName(tr("Connection to call"));
    m_connections->installEventFilter(this);
    m_connections->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_tree = new ApiCallTree;
    auto* row = new QHBoxLayout;
    row->setContentsMargins(8, 0, 8, 6);
    row->addWidget(m_connections);
    QVBoxLayout* layout = bareLayout(panel);
    layout->addWidget(m_header);
    layout->addLayout(row);
    layout->addWidget(m_tree, 1);
    return panel;
}

QWidget* ApiConsolePage::makeLogPanel()
{
    auto* panel = new QWidget;
    auto* header = new PanelHeader(tr("Last calls"));
    auto* clear = header->addButton("edit-clear"_L1, tr("Forget these calls and every value that was typed"));
    clear->setObjectName(u"forgetCalls"_s);
    m_calls = new PanelTable(u"lastCalls"_s, tr("Last calls"));
    m_calls->setModel(m_log);
    m_calls->viewport()->setBackgroundRole(QPalette::Window);
    m_calls->setSelectionMode(QAbstractItemView::SingleSelection);
    m_calls->horizontalHeader()->hide();
    m_calls->horizontalHeader()->setStretchLastSection(true);
    m_calls->setColumnWidth(ApiCallLog::Glyph, s_glyphColumn);
    m_calls->verticalHeader()->setDefaultSectionSize(measure::listRow);
    m_calls->setItemDelegate(new PanelDelegate(
        [this](const QModelIndex& index) {
            if (index.column() == ApiCallLog::Call) {
                return PanelCellStyle{.second = index.data(ApiCallLog::RemarkRole).toString()};
            }
            const ApiSent* sent = m_log->at(index.row());
            const bool isCancelled = sent && !sent->answer && !sent->error;
            return PanelCellStyle{.glyph = isCancelled ? StatusGlyph::Cancelled
                    : sent && isGood(*sent)            ? StatusGlyph::Done
                                                       : StatusGlyph::Failed};
        },
        this));
    QVBoxLayout* layout = bareLayout(panel);
    layout->addWidget(new Separator(Qt::Horizontal));
    layout->addWidget(header);
    layout->addWidget(m_calls, 1);
    connect(clear, &QAbstractButton::clicked, this, &ApiConsolePage::forgetAll);
    connect(m_calls, &QTableView::clicked, this, [this](const QModelIndex& index) { recall(index.row()); });
    connect(m_calls, &PanelTable::rowActivated, this, [this](const QModelIndex& index) { recall(index.row()); });
    return panel;
}

QWidget* ApiConsolePage::makeRight()
{
    auto* right = new QWidget;
    m_bar = new MessageBar;
    m_request = new ApiRequestView;
    m_answer = new ApiAnswerView;
    m_empty = new EmptyView(QString());
    auto* call = new QWidget;
    QVBoxLayout* callLayout = bareLayout(call);
    callLayout->addWidget(m_request, 1);
    callLayout->addWidget(makeFoot());
    call->setMinimumWidth(320);
    auto* columns = makeSplitter(Qt::Horizontal);
    columns->addWidget(call);
    columns->addWidget(m_answer);
    columns->setStretchFactor(1, 1);
    columns->setSizes({s_requestWidth, 800});
    m_splitters << columns;
    m_centre = new QStackedWidget;
    m_centre->addWidget(m_empty);
    m_centre->addWidget(columns);
    QVBoxLayout* layout = bareLayout(right);
    layout->addWidget(m_bar);
    layout->addWidget(m_centre, 1);
    return right;
}

QWidget* ApiConsolePage::makeFoot()
{
    auto* foot = new QWidget;
    m_send = new ActionButton(tr("Send"));
    m_send->setObjectName(u"sendCall"_s);
    m_send->setHint(tr("Ctrl+↵"));
    setButtonKind(m_send, ButtonKind::Primary);
    m_cancel = new QPushButton(tr("Cancel"));
    m_cancel->setObjectName(u"cancelCall"_s);
    m_cancel->setAutoDefault(false);
    m_cancel->setToolTip(tr("Stop waiting for the answer (Ctrl+.)"));
    m_reason = new TextLabel(TextRole::Caption, Token::TextDim);
    m_reason->setObjectName(u"sendReason"_s);
    m_reason->setWordWrap(true);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(16, 8, 16, 10);
    line->setSpacing(8);
    line->addWidget(m_send);
    line->addWidget(m_cancel);
    line->addWidget(m_reason, 1);
    QVBoxLayout* layout = bareLayout(foot);
    layout->addWidget(new Separator(Qt::Horizontal));
    layout->addLayout(line);
    connect(m_send, &QPushButton::clicked, this, &ApiConsolePage::send);
    connect(m_cancel, &QPushButton::clicked, this, &ApiConsolePage::cancelRequested);
    return foot;
}

QByteArray ApiConsolePage::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    for (const QSplitter* splitter : m_splitters) {
        stream << splitter->saveState();
    }
    return state;
}

void ApiConsolePage::restoreState(const QByteArray& state)
{
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    for (QSplitter* splitter : std::as_const(m_splitters)) {
        QByteArray one;
        stream >> one;
        if (stream.status() == QDataStream::Ok && !one.isEmpty()) {
            splitter->restoreState(one);
        }
    }
}

void ApiConsolePage::connectParts()
{
    connect(m_connections, &QComboBox::activated, this, [this] {
        m_recalled.reset();
        askForDescription();
    });
    connect(m_tree, &ApiCallTree::chosen, this, &ApiConsolePage::showCurrentCall);
    connect(m_tree, &ApiCallTree::activated, m_request, &ApiRequestView::focusFirst);
    connect(m_request, &ApiRequestView::edited, this,
        [this] { m_typed.insert(keyOf(m_request->operation().id), m_request->typed()); });
    connect(m_answer, &ApiAnswerView::saveRequested, this, &ApiConsolePage::saveRequested);
    connect(m_empty, &EmptyView::actionTriggered, this, &ApiConsolePage::addConnectionRequested);
    connect(m_bar, &MessageBar::actionTriggered, this, [this](const QString& id) {
        m_bar->clear();
        retry(id);
    });
}

} // namespace millrace
