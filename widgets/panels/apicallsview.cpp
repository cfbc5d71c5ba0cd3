// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/apicallsview.h"

#include "widgets/common/buttons.h"
#include "widgets/common/icons.h"
#include "widgets/common/theme.h"
#include "widgets/panels/filtermodels.h"
#include "widgets/panels/paneltable.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

PanelCellStyle styleOf(const QModelIndex& index)
{
    const bool failed = index.data(ApiCallModel::FailedRole).toBool();
    switch (index.column()) {
    case ApiCallModel::Status:
        return {.role = TextRole::MonoSmall, .ink = failed ? Token::Error : Token::Ok};
    case ApiCallModel::Method:
    case ApiCallModel::Url:
        return {.role = TextRole::MonoSmall};
    default:
        return {.role = TextRole::MonoSmall, .ink = Token::TextDim};
    }
}

QString requestText(const ApiCall& call)
{
    QString text = call.method + u' ' + call.url + u'\n';
    for (const auto& [name, value] : call.requestHeaders) {
        text += name + u": "_s + value + u'\n';
    }
    return call.requestBody.isEmpty() ? text : QString(text + u'\n' + call.requestBody);
}

QPlainTextEdit* makePreview(const QString& objectName, const QString& accessibleName)
{
    auto* preview = new QPlainTextEdit;
    preview->setObjectName(objectName);
    preview->setAccessibleName(accessibleName);
    preview->setReadOnly(true);
    preview->setFrameShape(QFrame::NoFrame);
    preview->setFont(themeFont(TextRole::MonoSmall));
    return preview;
}

} // namespace

ApiCallsView::ApiCallsView(QWidget* parent)
    : QWidget(parent), m_filter(new ApiCallFilterModel(this)), m_splitter(new QSplitter)
{
    setObjectName(u"apiCallsView"_s);
    auto* table = new PanelTable(u"apiCalls"_s, tr("API calls"));
    m_table = table;
    table->setModel(m_filter);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTextElideMode(Qt::ElideMiddle);
    table->setItemDelegate(new PanelDelegate(styleOf, this));
    m_splitter->addWidget(table);
    m_splitter->addWidget(makeDetails());
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_splitter, 1);
    connect(table, &PanelTable::currentRowChanged, this, &ApiCallsView::refreshDetails);
    connect(table, &PanelTable::copyRequested, this, &ApiCallsView::copyAsCurl);
    connect(m_filter, &QAbstractItemModel::rowsAboutToBeInserted, this, [this] {
        const QScrollBar* bar = m_table->verticalScrollBar();
        m_atEnd = bar->value() >= bar->maximum();
    });
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, [this] {
        if (m_atEnd) {
            m_table->scrollToBottom();
        }
    });
    connect(m_filter, &QAbstractItemModel::modelReset, this, &ApiCallsView::refreshDetails);
    refreshDetails();
}

QWidget* ApiCallsView::makeBar()
{
    auto* bar = new PanelBar;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 0, 6, 1);
    layout->setSpacing(6);
    m_text = new QLineEdit;
    m_text->setObjectName(u"apiCallFilter"_s);
    m_text->setPlaceholderText(tr("Filter calls"));
    m_text->setAccessibleName(tr("Filter calls"));
    m_text->setClearButtonEnabled(true);
    m_text->addAction(themedIcon(this, "view-filter"_L1), QLineEdit::LeadingPosition);
    m_text->setMaximumWidth(240);
    m_failedOnly = new QToolButton;
    m_failedOnly->setObjectName(u"failedCalls"_s);
    m_failedOnly->setText(tr("Failed only"));
    m_failedOnly->setCheckable(true);
    m_copy = new QToolButton;
    m_copy->setObjectName(u"copyAsCurl"_s);
    m_copy->setText(tr("Copy as curl"));
    m_copy->setToolTip(tr("Secrets are left out; set them as the variables named in the command"));
    m_copy->setIcon(themedIcon(this, "edit-copy"_L1));
    m_copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto* clear = makeIconButton("edit-clear"_L1, tr("Clear the list"), this);
    clear->setObjectName(u"clearApiCalls"_s);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_failedOnly);
    layout->addStretch(2);
    layout->addWidget(m_copy);
    layout->addWidget(clear);
    connect(m_text, &QLineEdit::textChanged, m_filter, &ApiCallFilterModel::setText);
    connect(m_failedOnly, &QAbstractButton::toggled, m_filter, &ApiCallFilterModel::setFailedOnly);
    connect(m_copy, &QAbstractButton::clicked, this, &ApiCallsView::copyAsCurl);
    connect(clear, &QAbstractButton::clicked, this, [this] {
        if (m_model) {
            m_model->clear();
        }
    });
    return bar;
}

QWidget* ApiCallsView::makeDetails()
{
    auto* tabs = new QTabWidget;
    tabs->setDocumentMode(true);
    m_request = makePreview(u"apiRequest"_s, tr("Request"));
    m_response = makePreview(u"apiResponse"_s, tr("Answer"));
    tabs->addTab(m_response, tr("Answer"));
    tabs->addTab(m_request, tr("Request"));
    return tabs;
}

void ApiCallsView::setModel(ApiCallModel* model)
{
    m_model = model;
    m_filter->setSourceModel(model);
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionResizeMode(ApiCallModel::Url, QHeaderView::Stretch);
    const std::pair<ApiCallModel::Column, int> widths[] = {{ApiCallModel::Time, 108}, {ApiCallModel::Method, 70},
        {ApiCallModel::Status, 84}, {ApiCallModel::Duration, 64}, {ApiCallModel::Size, 84}};
    for (const auto& [column, width] : widths) {
        header->resizeSection(column, width);
    }
    refreshDetails();
}

bool ApiCallsView::select(qint64 callId)
{
    const int row = m_model ? m_model->rowOf(callId) : -1;
    if (row < 0) {
        return false;
    }
    m_text->clear();
    m_failedOnly->setChecked(false);
    const QModelIndex index = m_filter->mapFromSource(m_model->index(row, ApiCallModel::Url));
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index);
    return true;
}

const ApiCall* ApiCallsView::currentCall() const
{
    const QModelIndex index = m_filter->mapToSource(m_table->currentIndex());
    return m_model && index.isValid() ? &m_model->call(index.row()) : nullptr;
}

void ApiCallsView::copyAsCurl()
{
    if (const ApiCall* call = currentCall()) {
        QGuiApplication::clipboard()->setText(call->toCurl());
    }
}

void ApiCallsView::refreshDetails()
{
    const ApiCall* call = currentCall();
    m_copy->setEnabled(call);
    m_request->setPlainText(call ? requestText(*call) : QString());
    m_response->setPlainText(!call            ? QString()
            : call->error.isEmpty()           ? call->responsePreview
            : call->responsePreview.isEmpty() ? call->error
                                              : QString(call->error + u"\n\n"_s + call->responsePreview));
}

} // namespace millrace
