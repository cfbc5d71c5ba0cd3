// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dag/graphfacts.h"

#include "models/graphtext.h"
#include "models/humantext.h"
#include "widgets/common/buttons.h"
#include "widgets/common/humanize.h"
#include "widgets/common/labels.h"
#include "widgets/common/panelheader.h"
#include "widgets/dag/graphscene.h"

#include <QApplication>
#include <QClipboard>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

constexpr int panelWidth = 344;
constexpr int nameWidth = 112;
constexpr int headerHeight = 36;
constexpr qsizetype longestDescription = 20'000; ///< more is for Copy
constexpr double noteworthyLoad = 0.9;
constexpr double noteworthySkew = 1.5;

template <typename Value, typename Text>
QString pairText(const std::optional<Value>& in, const std::optional<Value>& out, Text text)
{
    return (in ? text(*in) : dashText()) + u" · "_s + (out ? text(*out) : dashText());
}

QLabel* selectable(QLabel* label)
{
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

void empty(QGridLayout* grid)
{
    while (QLayoutItem* item = grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

GraphFacts::GraphFacts(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"graphFacts"_s);
    setFixedWidth(panelWidth);
    m_title = new ElidedLabel;
    m_title->setRole(TextRole::Section);
    auto* copy = makeIconButton("edit-copy"_L1, tr("Copy the facts and the description"), this);
    copy->setObjectName(u"graphFactsCopy"_s);
    auto* close = makeIconButton("dialog-close"_L1, tr("Close"), this);
    close->setObjectName(u"graphFactsClose"_s);
    auto* header = new QHBoxLayout;
    header->setContentsMargins(measure::panelPadding, 4, 6, 4);
    header->setSpacing(2);
    header->addWidget(m_title, 1);
    header->addWidget(copy);
    header->addWidget(close);
    const auto makeGrid = [this](QWidget*& holder) {
        holder = new QWidget;
        auto* grid = new QGridLayout(holder);
        grid->setContentsMargins(measure::panelPadding, 8, measure::panelPadding, 8);
        grid->setHorizontalSpacing(12);
        grid->setVerticalSpacing(4);
        grid->setColumnMinimumWidth(0, nameWidth);
        grid->setColumnStretch(1, 1);
        return grid;
    };
    m_figureGrid = makeGrid(m_figures);
    m_figures->setObjectName(u"graphFigures"_s);
    m_figures->hide();
    m_factGrid = makeGrid(m_facts);
    m_advice = selectable(new TextLabel(TextRole::Body, Token::Warn));
    m_advice->setObjectName(u"graphAdvice"_s);
    m_advice->setContentsMargins(measure::panelPadding, 4, measure::panelPadding, 8);
    m_description = selectable(new TextLabel(TextRole::Mono, Token::Text));
    m_description->setObjectName(u"graphDescription"_s);
    m_description->setContentsMargins(measure::panelPadding, 8, measure::panelPadding, 8);
    auto* inside = new QWidget;
    m_body = new QVBoxLayout(inside);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(0);
    m_body->addWidget(m_figures);
    m_body->addWidget(m_facts);
    m_body->addWidget(m_advice);
    m_body->addWidget(new Separator(Qt::Horizontal));
    m_body->addWidget(m_description);
    m_body->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inside);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(header);
    layout->addWidget(new Separator(Qt::Horizontal));
    layout->addWidget(scroll, 1);
    connect(close, &QAbstractButton::clicked, this, &GraphFacts::closeRequested);
    connect(copy, &QAbstractButton::clicked, this, [this] { QApplication::clipboard()->setText(asText()); });
}

void GraphFacts::addWidget(QWidget* widget)
{
    m_body->insertWidget(m_body->count() - 1, widget);
}

void GraphFacts::setNode(const GraphNode& node)
{
    if (node == m_node) {
        return;
    }
    m_node = node;
    m_title->setText(oneLine(titleOf(node).left(2000), 400));
    refreshFacts();
}

void GraphFacts::setStatus(const std::optional<VertexStatus>& status)
{
    if (status == m_status && !(status && status->watermark)) {
        return;
    }
    const bool appeared = m_status.has_value() != status.has_value();
    m_status = status;
    refreshFigures();
    if (appeared) {
        refreshFacts(); // the parallelism stands once
    }
}

std::vector<NamedText> GraphFacts::facts() const
{
    std::vector<NamedText> facts;
    const auto add = [&](const QString& name, const QString& value) {
        if (!value.isEmpty()) {
            facts.push_back({name, value});
        }
    };
    add(tr("Type"), m_node.type);
    if (m_node.parallelism > 0 && !m_status) {
        add(tr("Parallelism"), QString::number(m_node.parallelism));
    }
    add(tr("Upsert keys"), m_node.upsertKeys.join(u", "_s));
    add(tr("Changes"), m_node.changelogMode);
    for (const NamedText& property : m_node.properties) {
        add(property.name, property.value);
    }
    add(tr("Id"), m_node.id);
    return facts;
}

void GraphFacts::addRow(QGridLayout* grid, const NamedText& fact, bool warns)
{
    const int row = grid->count() / 2;
    auto* name = new TextLabel(fact.name, TextRole::Body, Token::TextDim);
    name->setTextFormat(Qt::PlainText);
    name->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    name->setWordWrap(true);
    auto* value =
        new TextLabel(oneLine(fact.value.left(4000), 1000), TextRole::Mono, warns ? Token::Warn : Token::Text);
    selectable(value);
    value->setAccessibleName(fact.name);
    grid->addWidget(name, row, 0);
    grid->addWidget(value, row, 1);
}

void GraphFacts::refreshFacts()
{
    empty(m_factGrid);
    for (const NamedText& fact : facts()) {
        addRow(m_factGrid, fact);
    }
    QStringList advice;
    for (const QString& one : m_node.advice) {
        advice << tr("Advice: %1").arg(one);
    }
    m_advice->setText(advice.join(u"\n\n"_s));
    m_advice->setVisible(!advice.isEmpty());
    m_description->setText(m_node.description.left(longestDescription)
        + (m_node.description.size() > longestDescription ? u" …"_s : QString()));
    m_description->setVisible(!m_node.description.isEmpty());
}

std::vector<std::pair<NamedText, bool>> GraphFacts::figures() const
{
    std::vector<std::pair<NamedText, bool>> rows;
    const auto add = [&](const QString& name, const QString& value, bool warns = false) {
        rows.push_back({{name, value}, warns});
    };
    const VertexStatus& status = *m_status;
    if (!status.rawState.isEmpty()) {
        add(tr("State"), status.rawState, status.state == JobState::Failed);
    }
    add(tr("Parallelism"), status.parallelism > 0 ? QString::number(status.parallelism) : dashText());
    const auto share = [](const std::optional<double>& value) { return value ? percentText(*value) : dashText(); };
    add(tr("Busy"), share(status.busy), status.busy.value_or(0) >= noteworthyLoad);
    add(tr("Backpressured"), share(status.backpressured), status.backpressured.value_or(0) >= 0.5);
    add(tr("Idle"), share(status.idle));
    const auto rate = [](double value) -> QString { return rateText(value) + u"/s"_s; };
    const auto byteRate = [](double value) -> QString { return sizeText(static_cast<qint64>(value)) + u"/s"_s; };
    add(tr("In · out"), pairText(status.recordsInPerSecond, status.recordsOutPerSecond, rate));
    add(tr("Bytes in · out"), pairText(status.bytesInPerSecond, status.bytesOutPerSecond, byteRate));
    add(tr("Records so far"), pairText(status.recordsIn, status.recordsOut, countText));
    add(tr("Bytes so far"), pairText(status.bytesIn, status.bytesOut, sizeText));
    if (status.watermark) {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const QString late = latenessText(status, now);
        const QString time = momentText(*status.watermark, now);
        add(tr("Watermark"), late.isEmpty() ? time : time + u" · "_s + late, !late.isEmpty());
    } else {
        add(tr("Watermark"), dashText());
    }
    if (status.skew) {
        add(tr("Skew"), tr("%1 ×").arg(QString::number(*status.skew, 'f', 1)), *status.skew >= noteworthySkew);
    }
    return rows;
}

void GraphFacts::refreshFigures()
{
    m_figures->setVisible(m_status.has_value());
    if (!m_status) {
        empty(m_figureGrid);
        return;
    }
    const auto rows = figures();
    if (m_figureGrid->count() != static_cast<int>(2 * rows.size())) {
        empty(m_figureGrid);
        for (const auto& [fact, warns] : rows) {
            addRow(m_figureGrid, fact, warns);
        }
        return;
    }
    // In place, so that a selection in the text stays and nothing flickers.
    for (size_t i = 0; i < rows.size(); ++i) {
        const auto& [fact, warns] = rows[i];
        auto* name = static_cast<TextLabel*>(m_figureGrid->itemAt(static_cast<int>(2 * i))->widget());
        auto* value = static_cast<TextLabel*>(m_figureGrid->itemAt(static_cast<int>(2 * i + 1))->widget());
        name->setText(fact.name);
        value->setText(oneLine(fact.value, 1000));
        value->setColor(warns ? Token::Warn : Token::Text);
    }
}

QString GraphFacts::asText() const
{
    QString text = titleOf(m_node) + u'\n';
    if (m_status) {
        for (const auto& [fact, warns] : figures()) {
            text += fact.name + u": "_s + fact.value + u'\n';
        }
    }
    for (const NamedText& fact : facts()) {
        text += fact.name + u": "_s + fact.value + u'\n';
    }
    for (const QString& one : m_node.advice) {
        text += tr("Advice: %1").arg(one) + u'\n';
    }
    return m_node.description.isEmpty() ? text : text + u'\n' + m_node.description + u'\n';
}

void GraphFacts::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = themeOf(this);
    painter.fillRect(rect(), theme.color(Token::SurfaceChrome));
    painter.fillRect(QRect(0, 0, 1, height()), theme.color(Token::Line));
}

void GraphFacts::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closeRequested();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace millrace
