// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/api/apianswerview.h"

#include "models/humantext.h"
#include "models/jsontablemodel.h"
#include "models/jsontext.h"
#include "models/jsontreemodel.h"
#include "widgets/api/jsontreeview.h"
#include "widgets/common/buttons.h"
#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/common/spinner.h"
#include "widgets/panels/emptyview.h"
#include "widgets/panels/paneltable.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolButton>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

/// As much text as an editor shows at once without a wait.
constexpr qsizetype s_shownBytes = 1024 * 1024;
constexpr qsizetype s_sampleBytes = 4096;
constexpr int s_columnWidth = 150;
constexpr int s_widestColumn = 420;

QPlainTextEdit* makeText(const QString& objectName, const QString& accessibleName)
{
    auto* text = new QPlainTextEdit;
    text->setObjectName(objectName);
    text->setAccessibleName(accessibleName);
    text->setReadOnly(true);
    text->setUndoRedoEnabled(false);
    text->setFrameShape(QFrame::NoFrame);
    text->setFont(themeFont(TextRole::MonoSmall));
    return text;
}

QToolButton* makeTextButton(const QString& objectName, QLatin1StringView icon, const QString& text, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(objectName);
    button->setText(text);
    button->setIcon(themedIcon(parent, icon));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

bool isBinary(const QByteArray& body)
{
    return body.left(s_sampleBytes).contains('\0');
}

std::pair<Token, Token> colorsOf(int status)
{
    if (status >= 200 && status < 300) {
        return {Token::Ok, Token::OkBg};
    }
    return status < 400 ? std::pair(Token::Info, Token::InfoBg) : std::pair(Token::Error, Token::ErrorBg);
}

} // namespace

ApiAnswerView::ApiAnswerView(QWidget* parent)
    : QWidget(parent), m_stack(new QStackedWidget), m_tree(new JsonTreeView), m_rows(new JsonTableModel(this))
{
    setObjectName(u"answerView"_s);
    m_empty = new EmptyView(QString());
    m_table = new PanelTable(u"answerTable"_s, tr("Answer as a table"));
    m_table->setModel(m_rows);
    m_table->setFont(themeFont(TextRole::MonoSmall));
    m_table->horizontalHeader()->setDefaultSectionSize(s_columnWidth);
    m_headers = makeText(u"answerHeaders"_s, tr("Headers of the answer"));
    m_tabs = new QTabWidget;
    m_tabs->setObjectName(u"answerTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_tree, tr("Tree"));
    m_tabs->addTab(m_table, tr("Table"));
    m_tabs->addTab(makeRaw(), tr("Text"));
    m_tabs->addTab(m_headers, tr("Headers"));
    auto* page = new QWidget;
    auto* pageLayout = new QVBoxLayout(page);
    pageLayout->setContentsMargins(0, 0, 0, 0);
    pageLayout->setSpacing(0);
    pageLayout->addWidget(makeBar());
    pageLayout->addWidget(m_tabs, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(makeWaiting());
    m_stack->addWidget(page);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this](int tab) {
        if (!m_choosing) {
            m_wanted = static_cast<Tab>(tab);
        }
    });
    connect(m_tree, &JsonTreeView::tableRequested, this, [this](const QModelIndex& index) {
        showTable(m_tree->tree()->range(index));
        m_tabs->setCurrentIndex(Table);
    });
    connect(m_table, &PanelTable::copyRequested, this, &ApiAnswerView::copyRows);
    clear();
}

QWidget* ApiAnswerView::makeBar()
{
    auto* bar = new PanelBar;
    m_status = new Chip;
    m_status->setObjectName(u"answerStatus"_s);
    m_status->setMono(true);
    m_figures = new TextLabel(TextRole::Body, Token::TextDim);
    m_figures->setObjectName(u"answerFigures"_s);
    m_copy = makeTextButton(u"copyCallAsCurl"_s, "edit-copy"_L1, tr("Copy as curl"), this);
    m_save = makeTextButton(u"saveAnswer"_s, "document-save"_L1, tr("Save answer…"), this);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(measure::panelPadding, 0, 6, 1);
    layout->setSpacing(8);
    layout->addWidget(m_status);
    layout->addWidget(m_figures);
    layout->addStretch(1);
    layout->addWidget(m_copy);
    layout->addWidget(m_save);
    connect(m_copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_curl); });
    connect(m_save, &QToolButton::clicked, this, &ApiAnswerView::saveRequested);
    return bar;
}

QWidget* ApiAnswerView::makeRaw()
{
    auto* page = new QWidget;
    m_manner = new SegmentedControl;
    m_manner->setObjectName(u"answerManner"_s);
    m_manner->setSegments(
        {{.id = u"indented"_s, .text = tr("Indented")}, {.id = u"exact"_s, .text = tr("As it came")}});
    m_cut = new ElidedLabel;
    m_cut->setObjectName(u"answerCut"_s);
    m_cut->setRole(TextRole::Caption);
    m_cut->setColor(Token::Warn);
    m_raw = makeText(u"answerText"_s, tr("Answer as text"));
    auto* line = new QHBoxLayout;
    line->setContentsMargins(measure::panelPadding, 6, measure::panelPadding, 6);
    line->setSpacing(10);
    line->addWidget(m_manner);
    line->addWidget(m_cut, 1);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(m_raw, 1);
    connect(m_manner, &SegmentedControl::chosen, this, &ApiAnswerView::showRaw);
    return page;
}

QWidget* ApiAnswerView::makeWaiting()
{
    auto* page = new QWidget;
    page->setObjectName(u"answerWaiting"_s);
    auto* line = new QHBoxLayout(page);
    line->setSpacing(8);
    line->addStretch(1);
    line->addWidget(new Spinner);
    line->addWidget(new TextLabel(tr("Waiting for the answer…"), TextRole::Body, Token::TextDim));
    line->addStretch(1);
    return page;
}

void ApiAnswerView::clear()
{
    m_answer.reset();
    m_curl.clear();
    m_empty->setSentence(tr("The answer stands here once the call is sent."));
    m_stack->setCurrentIndex(0);
}

void ApiAnswerView::setWaiting()
{
    m_stack->setCurrentIndex(1);
}

void ApiAnswerView::setSent(const ApiSent& sent)
{
    m_answer = sent.answer;
    m_curl = sent.curl;
    m_path = sent.path;
    if (!m_answer) {
        m_empty->setSentence(
            sent.error ? tr("No answer came: %1").arg(sent.error->message) : tr("The call was cancelled."));
        m_stack->setCurrentIndex(0);
        return;
    }
    const auto [ink, ground] = colorsOf(m_answer->status);
    m_status->setText(u"HTTP %1"_s.arg(m_answer->status));
    m_status->setColors(ink, ground);
    m_figures->setText(u"%1 · %2"_s.arg(apiElapsedText(m_answer->elapsedMs), sizeText(m_answer->body.size())));
    m_copy->setEnabled(!m_curl.isEmpty());
    m_copy->setToolTip(m_curl.isEmpty() ? tr("What was sent is not known")
                                        : tr("Secrets are left out; set them as the variables named in the command"));
    const bool isJson = m_tree->setJson(m_answer->body);
    const auto table = isJson ? firstTable(m_answer->body) : std::nullopt;
    if (table) {
        showTable(*table);
    } else {
        m_rows->clear();
    }
    m_manner->setVisible(isJson && m_answer->body.size() <= s_shownBytes);
    showRaw();
    showHeaders();
    chooseTab(isJson, table.has_value());
    m_stack->setCurrentIndex(2);
}

void ApiAnswerView::chooseTab(bool isJson, bool hasTable)
{
    const QScopedValueRollback choosing(m_choosing, true);
    m_tabs->setTabEnabled(Tree, isJson);
    m_tabs->setTabToolTip(Tree, isJson ? QString() : tr("The answer is no JSON"));
    m_tabs->setTabEnabled(Table, hasTable);
    m_tabs->setTabToolTip(Table, hasTable ? QString() : tr("There is no list of objects in the answer"));
    const Tab instead = isJson ? Tree : Raw;
    m_tabs->setCurrentIndex(m_tabs->isTabEnabled(m_wanted) ? m_wanted : instead);
}

void ApiAnswerView::showTable(JsonRange array)
{
    m_rows->setJson(m_answer->body, array);
    m_tabs->setTabEnabled(Table, true);
    m_table->resizeColumnsToContents();
    for (int column = 0; column < m_rows->columnCount(); ++column) {
        m_table->setColumnWidth(column, std::min(m_table->columnWidth(column) + 12, s_widestColumn));
    }
    if (m_rows->rowCount() > 0) {
        m_table->setCurrentIndex(m_rows->index(0, 0));
    }
}

void ApiAnswerView::showRaw()
{
    const QByteArray& body = m_answer->body;
    m_cut->setText({});
    if (body.isEmpty()) {
        m_raw->setPlainText({});
        m_raw->setPlaceholderText(tr("The answer has no body."));
    } else if (isBinary(body)) {
        m_raw->setPlainText({});
        m_raw->setPlaceholderText(tr("The answer is no text. Save it to look at it."));
    } else if (body.size() > s_shownBytes) {
        m_raw->setPlainText(QString::fromUtf8(body.left(s_shownBytes)));
        m_cut->setText(tr("Only the first %1 of %2 are shown. Save the answer to have all of it.")
                           .arg(sizeText(s_shownBytes), sizeText(body.size())));
    } else {
        const bool indented = m_manner->current() == "indented"_L1;
        m_raw->setPlainText(QString::fromUtf8(indented ? indentedJson(body) : body));
    }
}

void ApiAnswerView::showHeaders()
{
    QString text = tr("Sent:") + u'\n' + m_answer->sent.trimmed() + u"\n\n"_s + tr("Answered:")
        + u"\nHTTP %1\n"_s.arg(m_answer->status);
    for (const auto& [name, value] : m_answer->headers) {
        text += QString::fromLatin1(name) + u": "_s + QString::fromUtf8(value) + u'\n';
    }
    m_headers->setPlainText(text);
}

void ApiAnswerView::copyRows() const
{
    QStringList lines;
    for (const QModelIndex& row : m_table->chosenRows()) {
        QStringList cells;
        for (int column = 0; column < m_rows->columnCount(); ++column) {
            cells << row.siblingAtColumn(column)
                         .data(JsonTableModel::TextRole)
                         .toString()
                         .replace(u'\t', u' ')
                         .replace(u'\n', u' ');
        }
        lines << cells.join(u'\t');
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace millrace
