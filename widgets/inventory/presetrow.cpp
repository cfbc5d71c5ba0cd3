// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/presetrow.h"

#include "widgets/common/buttons.h"
#include "widgets/common/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_labelGap = 14; ///< as in the rows of the form below
constexpr int s_nameWidth = 240;

QHBoxLayout* lineOf(QWidget* widget)
{
    auto* layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    return layout;
}

} // namespace

PresetRow::PresetRow(FormPresets presets, QWidget* parent)
    : QWidget(parent), m_presets(std::move(presets)), m_stack(new QStackedWidget)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(s_labelGap);
    auto* label = new QLabel(tr("Saved"));
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    label->setFixedWidth(measure::formLabel - measure::pagePadding);
    layout->addWidget(label);
    m_stack->addWidget(makeChoice());
    m_stack->addWidget(makeNaming());
    m_stack->setFixedHeight(measure::control);
    layout->addWidget(m_stack, 1);
    label->setBuddy(m_combo);
    fill({});
}

QWidget* PresetRow::makeChoice()
{
    auto* page = new QWidget;
    auto* layout = lineOf(page);
    m_combo = new QComboBox;
    m_combo->setObjectName(u"presetChoice"_s);
    m_combo->setAccessibleName(tr("Saved values"));
    m_combo->setMinimumWidth(s_nameWidth);
    auto* save = new ActionButton(tr("Save as…"));
    save->setObjectName(u"presetSaveAs"_s);
    m_delete = new ActionButton(tr("Delete"));
    m_delete->setObjectName(u"presetDelete"_s);
    for (QPushButton* button : {static_cast<QPushButton*>(save), m_delete}) {
        button->setAutoDefault(false);
    }
    layout->addWidget(m_combo);
    layout->addWidget(save);
    layout->addWidget(m_delete);
    layout->addStretch(1);
    connect(m_combo, &QComboBox::activated, this, [this] {
        m_delete->setEnabled(!current().isEmpty());
        if (!current().isEmpty()) {
            Q_EMIT chosen(m_presets.value(current()));
        }
    });
    connect(save, &QAbstractButton::clicked, this, &PresetRow::beginNaming);
    connect(m_delete, &QAbstractButton::clicked, this, &PresetRow::deleteCurrent);
    return page;
}

QWidget* PresetRow::makeNaming()
{
    auto* page = new QWidget;
    auto* layout = lineOf(page);
    m_name = new QLineEdit;
    m_name->setObjectName(u"presetName"_s);
    m_name->setAccessibleName(tr("Name to save the values under"));
    m_name->setPlaceholderText(tr("Name"));
    m_name->setFixedWidth(s_nameWidth);
    m_save = new ActionButton(tr("Save"));
    m_save->setObjectName(u"presetSave"_s);
    auto* leave = new ActionButton(tr("Cancel"));
    for (QPushButton* button : {m_save, static_cast<QPushButton*>(leave)}) {
        button->setAutoDefault(false);
    }
    layout->addWidget(m_name);
    layout->addWidget(m_save);
    layout->addWidget(leave);
    layout->addStretch(1);
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString& name) {
        m_save->setEnabled(!name.trimmed().isEmpty());
        m_save->setText(m_presets.contains(name.trimmed()) ? tr("Replace") : tr("Save"));
    });
    connect(m_save, &QAbstractButton::clicked, this, [this] { endNaming(true); });
    connect(leave, &QAbstractButton::clicked, this, [this] { endNaming(false); });
    return page;
}

QString PresetRow::current() const
{
    return m_combo->currentData().toString();
}

void PresetRow::fill(const QString& name)
{
    m_combo->clear();
    m_combo->addItem(m_presets.isEmpty() ? tr("nothing saved yet") : tr("not saved"), QString());
    for (auto it = m_presets.begin(); it != m_presets.end(); ++it) {
        m_combo->addItem(it.key(), it.key());
    }
    m_combo->setCurrentIndex(std::max(0, m_combo->findData(name)));
    m_combo->setEnabled(!m_presets.isEmpty());
    m_delete->setEnabled(!current().isEmpty());
}

void PresetRow::follow(const FormValues& values)
{
    const QString name = m_presets.key(values);
    // Of several with the same values the chosen one stays.
    if (current().isEmpty() || m_presets.value(current()) != values) {
        m_combo->setCurrentIndex(std::max(0, name.isEmpty() ? 0 : m_combo->findData(name)));
    }
    m_delete->setEnabled(!current().isEmpty());
}

void PresetRow::keep(const QString& name, const FormValues& values)
{
    m_presets.insert(name, values);
    fill(name);
}

void PresetRow::beginNaming()
{
    m_name->setText(current());
    m_save->setEnabled(!m_name->text().isEmpty());
    m_stack->setCurrentIndex(1);
    m_name->selectAll();
    m_name->setFocus(Qt::OtherFocusReason);
}

void PresetRow::endNaming(bool save)
{
    const QString name = m_name->text().trimmed();
    if (save && name.isEmpty()) {
        return;
    }
    m_stack->setCurrentIndex(0);
    m_combo->setFocus(Qt::OtherFocusReason);
    if (save) {
        Q_EMIT saveRequested(name);
    }
}

void PresetRow::deleteCurrent()
{
    const QString name = current();
    m_presets.remove(name);
    fill({});
    Q_EMIT deleted(name);
}

void PresetRow::keyPressEvent(QKeyEvent* event)
{
    // Enter and Escape end the naming, not the sheet around it.
    const bool isNaming = m_stack->currentIndex() == 1;
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isNaming && (enter || event->key() == Qt::Key_Escape)) {
        event->accept();
        endNaming(enter);
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace millrace
