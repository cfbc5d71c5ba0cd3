// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/forms/fieldeditor.h"

#include "widgets/common/buttons.h"
#include "widgets/common/icons.h"
#include "widgets/common/theme.h"
#include "widgets/forms/secondstext.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyleOptionFrame>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_numberWidth = 84;
constexpr int s_choiceWidth = 200;
constexpr int s_mostLines = 5;
constexpr int s_textMargin = 4;

FileChooser& fileChooser()
{
    static FileChooser s_chooser = [](QWidget* parent, const QString& title, const QString& current) {
        return QFileDialog::getOpenFileName(parent, title, current);
    };
    return s_chooser;
}

QHBoxLayout* rowLayout(QWidget* widget)
{
    auto* layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    return layout;
}

class LineEditor : public FieldEditor {
public:
    LineEditor(const FormField& field, QWidget* parent) : FieldEditor(parent), m_line(new QLineEdit(this))
    {
        auto* layout = rowLayout(this);
        const bool isNumber = field.kind == FieldKind::Number || field.kind == FieldKind::Seconds;
        layout->addWidget(m_line, isNumber ? 0 : 1);
        if (isNumber) {
            m_line->setFixedWidth(s_numberWidth);
            if (!field.caption.isEmpty()) {
                layout->addWidget(new QLabel(field.caption, this));
            }
            layout->addStretch();
        }
        m_line->setPlaceholderText(field.placeholder);
        connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::edited);
        watch(m_line, field.kind == FieldKind::Url || field.kind == FieldKind::File);
        setOptions(field.options);
    }

    void setOptions(const std::vector<FormField::Option>& options) override
    {
        m_options = options;
        if (!m_choose && !options.empty()) {
            m_choose = m_line->addAction(themedIcon(this, "go-down"_L1), QLineEdit::TrailingPosition);
            m_choose->setObjectName(u"options"_s);
            m_choose->setText(QCoreApplication::translate("millrace::FieldEditor", "Choose from the list"));
            m_choose->setToolTip(m_choose->text());
            connect(m_choose, &QAction::triggered, this, &LineEditor::openOptions);
        }
        if (m_choose) {
            m_choose->setVisible(!options.empty());
        }
    }

    QString value() const override { return m_line->text().trimmed(); }

    void setValue(const QString& value) override
    {
        // Setting the same text again would move the cursor under the person's hands.
        if (m_line->text() != value) {
            m_line->setText(value);
            m_line->setCursorPosition(0);
        }
    }

    QWidget* control() const override { return m_line; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::KeyPress && !m_options.empty()
            && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Down) {
            openOptions();
            return true;
        }
        return FieldEditor::eventFilter(watched, event);
    }

    QLineEdit* m_line;

private:
    void openOptions()
    {
        auto* menu = new QMenu(this);
        menu->setObjectName(u"optionMenu"_s);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        for (const FormField::Option& option : m_options) {
            QAction* action = menu->addAction(option.label);
            action->setCheckable(true);
            action->setChecked(option.id == value());
            connect(action, &QAction::triggered, this, [this, id = option.id] {
                setValue(id);
                Q_EMIT edited();
                Q_EMIT left();
            });
        }
        menu->setMinimumWidth(m_line->width());
        menu->popup(m_line->mapToGlobal(QPoint(0, m_line->height())));
    }

    std::vector<FormField::Option> m_options;
    QAction* m_choose = nullptr;
};

class SecondsEditor : public LineEditor {
public:
    SecondsEditor(const FormField& field, QWidget* parent) : LineEditor(field, parent)
    {
        connect(m_line, &QLineEdit::editingFinished, this, [this] { setValue(value()); });
    }

    /// What is no duration is given as typed, so that the field's check can say so.
    QString value() const override
    {
        const auto seconds = parseSeconds(m_line->text());
        return seconds ? QString::number(*seconds) : m_line->text().trimmed();
    }

    void setValue(const QString& value) override
    {
        const auto seconds = parseSeconds(value);
        LineEditor::setValue(seconds ? secondsText(*seconds) : value);
    }
};

class FileEditor : public LineEditor {
public:
    FileEditor(const FormField& field, QWidget* parent) : LineEditor(field, parent)
    {
        auto* choose = new QPushButton(QCoreApplication::translate("millrace::FieldEditor", "Choose…"), this);
        choose->setObjectName(u"choose"_s);
        choose->setAutoDefault(false);
        layout()->addWidget(choose);
        const QString title = field.label;
        connect(choose, &QPushButton::clicked, this, [this, title] {
            const QString path = fileChooser()(this, title, value());
            if (!path.isEmpty()) {
                setValue(path);
                Q_EMIT edited();
                Q_EMIT left();
            }
        });
    }

    /// ~ is for people; what opens the file gets the whole path.
    QString value() const override
    {
        const QString text = LineEditor::value();
        return text.startsWith("~/"_L1) ? QDir::homePath() + text.mid(1) : text;
    }

    void setValue(const QString& value) override
    {
        const QString home = QDir::homePath() + u'/';
        LineEditor::setValue(value.startsWith(home) ? "~/"_L1 + value.mid(home.size()) : value);
    }
};

/// As high as its lines, up to a few.
class LinesEditor : public FieldEditor {
public:
    LinesEditor(const FormField& field, QWidget* parent) : FieldEditor(parent), m_text(new QPlainTextEdit(this))
    {
        rowLayout(this)->addWidget(m_text);
        layout()->setContentsMargins(4, 1, 2, 1);
        m_text->setFrameShape(QFrame::NoFrame);
        m_text->viewport()->setAutoFillBackground(false);
        m_text->setPlaceholderText(field.placeholder);
        m_text->setTabChangesFocus(true);
        m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
        m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_text->document()->setDocumentMargin(s_textMargin);
        watch(m_text, true);
        connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
            fit();
            if (!m_setting) {
                Q_EMIT edited();
            }
        });
        fit();
    }

    QString value() const override { return m_text->toPlainText().trimmed(); }

    void setValue(const QString& value) override
    {
        if (m_text->toPlainText() != value) {
            m_setting = true;
            m_text->setPlainText(value);
            m_setting = false;
        }
    }

    QWidget* control() const override { return m_text; }

protected:
    /// The frame of a line edit, which a text edit of Qt's does not have.
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        QStyleOptionFrame option;
        option.initFrom(m_text);
        option.rect = rect();
        option.lineWidth = 1;
        option.state |= QStyle::State_Sunken;
        option.state.setFlag(QStyle::State_HasFocus, m_text->hasFocus());
        style()->drawPrimitive(QStyle::PE_PanelLineEdit, &option, &painter, m_text);
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut
            || event->type() == QEvent::DynamicPropertyChange) {
            update();
        }
        return FieldEditor::eventFilter(watched, event);
    }

private:
    void fit()
    {
        const int lines = std::clamp(m_text->blockCount(), 1, s_mostLines);
        const int height = m_text->fontMetrics().lineSpacing() * lines + 2 * s_textMargin;
        setFixedHeight(std::max(measure::control, height + 2));
    }

    QPlainTextEdit* m_text;
    bool m_setting = false;
};

class ChoiceEditor : public FieldEditor {
public:
    ChoiceEditor(const FormField& field, QWidget* parent) : FieldEditor(parent), m_combo(new QComboBox(this))
    {
        auto* layout = rowLayout(this);
        layout->addWidget(m_combo);
        layout->addStretch();
        m_combo->setMinimumWidth(s_choiceWidth);
        for (const FormField::Option& option : field.options) {
            m_combo->addItem(option.label, option.id);
        }
        connect(m_combo, &QComboBox::activated, this, &FieldEditor::edited);
        watch(m_combo);
    }

    QString value() const override { return m_combo->currentData().toString(); }

    void setValue(const QString& value) override { m_combo->setCurrentIndex(std::max(0, m_combo->findData(value))); }

    QWidget* control() const override { return m_combo; }

private:
    QComboBox* m_combo;
};

/// Environments are chosen in their own colours.
std::optional<std::pair<Token, Token>> chosenColors(const FormField& field, const QString& option)
{
    if (field.id != "general.environment"_L1) {
        return std::nullopt;
    }
    switch (environmentFromId(option)) {
    case Environment::Production:
        return std::pair(Token::EnvProdBg, Token::EnvProd);
    case Environment::Test:
        return std::pair(Token::EnvTestBg, Token::EnvTest);
    case Environment::Development:
        break;
    }
    return std::pair(Token::EnvDevBg, Token::EnvDev);
}

class SegmentsEditor : public FieldEditor {
public:
    SegmentsEditor(const FormField& field, QWidget* parent)
        : FieldEditor(parent), m_segments(new SegmentedControl(this))
    {
        auto* layout = rowLayout(this);
        layout->addWidget(m_segments);
        layout->addStretch();
        std::vector<SegmentedControl::Segment> segments;
        for (const FormField::Option& option : field.options) {
            segments.push_back({.id = option.id, .text = option.label, .chosenColors = chosenColors(field, option.id)});
        }
        m_segments->setSegments(std::move(segments));
        connect(m_segments, &SegmentedControl::chosen, this, &FieldEditor::edited);
        watch(m_segments);
    }

    QString value() const override { return m_segments->current(); }

    void setValue(const QString& value) override { m_segments->setCurrent(value); }

    QWidget* control() const override { return m_segments; }

private:
    SegmentedControl* m_segments;
};

class ToggleEditor : public FieldEditor {
public:
    ToggleEditor(const FormField& field, QWidget* parent)
        : FieldEditor(parent), m_box(new QCheckBox(field.caption, this))
    {
        auto* layout = rowLayout(this);
        layout->addWidget(m_box);
        layout->addStretch();
        m_box->setMinimumHeight(measure::control);
        connect(m_box, &QCheckBox::clicked, this, &FieldEditor::edited);
        watch(m_box);
    }

    QString value() const override { return m_box->isChecked() ? u"true"_s : u"false"_s; }

    void setValue(const QString& value) override { m_box->setChecked(value == "true"_L1); }

    QWidget* control() const override { return m_box; }

private:
    QCheckBox* m_box;
};

} // namespace

void FieldEditor::setInvalid(bool invalid)
{
    if (control()->property("millraceInvalid").toBool() != invalid) {
        control()->setProperty("millraceInvalid", invalid);
        control()->update();
    }
}

void FieldEditor::watch(QWidget* control, bool mono)
{
    setFocusProxy(control);
    control->installEventFilter(this);
    m_mono = mono;
    if (mono) {
        control->setFont(themeFont(TextRole::MonoSmall));
    }
}

void FieldEditor::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_mono) {
        control()->setFont(themeFont(TextRole::MonoSmall));
    }
}

bool FieldEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut) {
        Q_EMIT left();
    }
    return QWidget::eventFilter(watched, event);
}

SecretEditor::SecretEditor(QWidget* parent)
    : FieldEditor(parent), m_line(new QLineEdit(this)), m_replace(new QPushButton(this))
{
    auto* layout = rowLayout(this);
    layout->addWidget(m_line, 1);
    layout->addWidget(m_replace);
    m_line->setEchoMode(QLineEdit::Password);
    m_replace->setObjectName(u"replace"_s);
    m_replace->setAutoDefault(false);
    connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::edited);
    connect(m_replace, &QPushButton::clicked, this, [this] {
        setReplacing(!m_replacing);
        Q_EMIT edited();
    });
    watch(m_line);
    setStored(false);
}

void SecretEditor::setStored(bool stored)
{
    m_stored = stored;
    m_replace->setVisible(stored);
    setReplacing(false);
}

void SecretEditor::setReplacing(bool replacing)
{
    m_replacing = replacing;
    const bool isDots = m_stored && !replacing;
    // Twelve characters whatever the secret's length: it is not even read.
    m_line->setText(isDots ? QString(12, u'x') : QString());
    m_line->setReadOnly(isDots);
    m_line->setPlaceholderText(m_stored && replacing ? tr("Left empty, the old one is removed") : QString());
    m_replace->setText(replacing ? tr("Keep the old one") : tr("Replace…"));
    if (replacing) {
        m_line->setFocus();
    }
}

std::optional<QString> SecretEditor::change() const
{
    if (m_stored) {
        return m_replacing ? std::optional(m_line->text()) : std::nullopt;
    }
    return m_line->text().isEmpty() ? std::nullopt : std::optional(m_line->text());
}

QString SecretEditor::value() const
{
    return m_line->text();
}

QWidget* SecretEditor::control() const
{
    return m_line;
}

FieldEditor* makeFieldEditor(const FormField& field, QWidget* parent)
{
    switch (field.kind) {
    case FieldKind::Seconds:
        return new SecondsEditor(field, parent);
    case FieldKind::Choice:
        return new ChoiceEditor(field, parent);
    case FieldKind::Segments:
        return new SegmentsEditor(field, parent);
    case FieldKind::Toggle:
        return new ToggleEditor(field, parent);
    case FieldKind::Secret:
        return new SecretEditor(parent);
    case FieldKind::File:
        return new FileEditor(field, parent);
    case FieldKind::Headers:
    case FieldKind::Lines:
        return new LinesEditor(field, parent);
    case FieldKind::Text:
    case FieldKind::Url:
    case FieldKind::Number:
        break;
    }
    return new LineEditor(field, parent);
}

void setFileChooser(FileChooser chooser)
{
    fileChooser() = std::move(chooser);
}

} // namespace millrace
