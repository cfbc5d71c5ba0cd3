// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/start/startpage.h"

#include "widgets/common/labels.h"
#include "widgets/common/panelheader.h"
#include "widgets/common/stylepaint.h"
#include "widgets/common/theme.h"
#include "widgets/start/samplecard.h"
#include "widgets/start/startaction.h"
#include "widgets/start/startlink.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_columnWidth = 760;
using State = LocalFlinkStatus::State;

/// The frame around the three actions.
class ActionFrame : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        stylepaint::box(
            painter, rect(), stylepaint::ink(Token::Surface), stylepaint::ink(Token::Line), measure::radius);
    }
};

/// "Flink, Dinky or DLI" in the person's language.
QString orList(const QStringList& names)
{
    return names.size() < 2
        ? names.join(QString())
        : StartPage::tr("%1 or %2").arg(names.mid(0, names.size() - 1).join(StartPage::tr(", ")), names.last());
}

} // namespace

StartPage::StartPage(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"startPage"_s);
    setAcceptDrops(true);
    auto* content = new QWidget(this);
    content->setBackgroundRole(QPalette::Base);
    auto* column = new QWidget(content);
    column->setMaximumWidth(s_columnWidth);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, measure::pagePadding, 0, measure::pagePadding);
    layout->setSpacing(0);
    m_title = new TextLabel(TextRole::StartTitle, Token::Text, column);
    m_lead = new TextLabel(TextRole::Body, Token::TextDim, column);
    m_sample = new SampleCard(column);
    layout->addWidget(m_title);
    layout->addSpacing(6);
    layout->addWidget(m_lead);
    layout->addSpacing(24);
    layout->addWidget(makeActions());
    layout->addSpacing(36);
    layout->addWidget(m_sample);
    layout->addSpacing(30);
    layout->addWidget(makeFoot());

    auto* rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    auto* columns = new QHBoxLayout;
    columns->setContentsMargins(measure::pagePadding, 0, measure::pagePadding, 0);
    columns->addStretch(1);
    columns->addWidget(column, 1000);
    columns->addStretch(1);
    rows->addStretch(2);
    rows->addLayout(columns);
    rows->addStretch(3);

    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    scroll->viewport()->setBackgroundRole(QPalette::Base);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);

    setFocusProxy(m_startFlink);
    connect(m_sample, &SampleCard::runRequested, this, &StartPage::runSampleRequested);
    connect(m_sample, &SampleCard::openRequested, this, &StartPage::openSampleRequested);
    setSamples(sampleScripts());
    retranslate();
}

QWidget* StartPage::makeActions()
{
    auto* frame = new ActionFrame(this);
    auto* layout = new QVBoxLayout(frame);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    m_startFlink = new StartAction("media-playback-start"_L1, frame);
    m_addConnection = new StartAction("network-connect"_L1, frame);
    m_openFile = new StartAction("document-open"_L1, frame);
    m_startFlink->setObjectName(u"startFlink"_s);
    m_addConnection->setObjectName(u"addConnection"_s);
    m_openFile->setObjectName(u"openFile"_s);
    layout->addWidget(m_startFlink);
    layout->addWidget(new Separator(Qt::Horizontal, frame));
    layout->addWidget(m_addConnection);
    layout->addWidget(new Separator(Qt::Horizontal, frame));
    layout->addWidget(m_openFile);
    connect(m_startFlink, &StartAction::clicked, this, [this] {
        if (m_flink.state == State::Starting) {
            Q_EMIT cancelFlinkRequested();
        } else if (m_flink.state == State::Stopped || m_flink.state == State::Failed) {
            Q_EMIT startFlinkRequested();
        }
    });
    connect(m_addConnection, &StartAction::clicked, this, &StartPage::addConnectionRequested);
    connect(m_openFile, &StartAction::clicked, this, &StartPage::openFileRequested);
    return frame;
}

QWidget* StartPage::makeFoot()
{
    auto* foot = new QWidget(this);
    auto* layout = new QHBoxLayout(foot);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(24);
    m_palette = new StartLink(u"palette"_s, foot);
    m_light = new StartLink(u"light"_s, foot);
    m_darkButton = new StartLink(u"dark"_s, foot);
    m_languageButton = new StartLink(u"language"_s, foot);
    layout->addWidget(m_palette);
    layout->addStretch();
    layout->addWidget(m_light);
    layout->addWidget(m_darkButton);
    layout->addWidget(m_languageButton);
    for (StartLink* link : {m_light, m_darkButton}) {
        link->setCheckable(true);
    }
    connect(m_palette, &StartLink::clicked, this, &StartPage::paletteRequested);
    connect(m_light, &StartLink::clicked, this, [this] { requestTheme(false); });
    connect(m_darkButton, &StartLink::clicked, this, [this] { requestTheme(true); });
    connect(m_languageButton, &StartLink::clicked, this,
        [this] { Q_EMIT languageRequested(m_language == "zh_CN"_L1 ? u"en"_s : u"zh_CN"_s); });
    return foot;
}

void StartPage::requestTheme(bool dark)
{
    // What is on is shown by setTheme() alone.
    m_light->setChecked(!m_dark);
    m_darkButton->setChecked(m_dark);
    if (dark != m_dark) {
        Q_EMIT themeRequested(dark);
    }
}

void StartPage::retranslate()
{
    m_title->setText(u"Millrace"_s);
    m_lead->setText(m_connections == 0 ? tr("Nothing is open and no connection exists yet. Start with one of these.")
                                       : tr("Nothing is open. Start with one of these."));
    m_addConnection->setTexts(
        tr("Add a connection"), m_systems.isEmpty() ? QString() : tr("%1.").arg(orList(m_systems)));
    m_openFile->setTexts(tr("Open a SQL file"), tr("Or drop files and folders on this window."));
    m_addConnection->setKeys(m_keys.value(Action::AddConnection));
    m_openFile->setKeys(m_keys.value(Action::OpenFile));
    m_palette->setText(tr("All actions"));
    m_palette->setKeys(m_keys.value(Action::Palette));
    m_light->setText(tr("Light"));
    m_darkButton->setText(tr("Dark"));
    m_light->setChecked(!m_dark);
    m_darkButton->setChecked(m_dark);
    // Each language is named in itself, so that whoever reads only that one finds it.
    m_languageButton->setText(m_language == "zh_CN"_L1 ? u"English"_s : u"中文"_s);
    for (StartLink* link : {m_palette, m_light, m_darkButton, m_languageButton}) {
        link->updateGeometry();
    }
    m_sample->retranslate();
    updateFlinkAction();
}

void StartPage::updateFlinkAction()
{
    const QString version = m_flink.version.isEmpty() ? tr("Flink") : tr("Flink %1").arg(m_flink.version);
    QString title = tr("Start a local Flink");
    QString detail = m_flink.fetched ? tr("%1, one TaskManager, 4 slots. Its files are here already.").arg(version)
                                     : tr("%1, one TaskManager, 4 slots. Fetched once, about 500 MB.").arg(version);
    std::optional<double> progress;
    switch (m_flink.state) {
    case State::Starting:
        title = tr("Starting a local Flink: press again to cancel");
        detail = m_flink.message;
        progress = m_flink.progress.value_or(-1);
        break;
    case State::Stopping:
        title = tr("Stopping the local Flink");
        progress = -1;
        break;
    case State::Running:
        title = tr("The local Flink runs");
        detail = tr("%1, one TaskManager, 4 slots. Stop it in the Connections panel.").arg(version);
        break;
    case State::Failed:
        title = tr("Start the local Flink again");
        detail = m_flink.message;
        break;
    case State::Stopped:
        break;
    }
    if (m_java.state == JavaStatus::State::Missing || m_java.state == JavaStatus::State::TooOld) {
        detail = m_java.advice;
    }
    m_startFlink->setTexts(title, detail);
    m_startFlink->setToolTip(detail);
    m_startFlink->setProgress(progress);
    m_startFlink->setKeys(m_keys.value(Action::StartFlink));
    const bool isFound = m_java.state == JavaStatus::State::Found;
    m_startFlink->setRemark(isFound                      ? tr("Java %1").arg(m_java.version)
            : m_java.state == JavaStatus::State::Missing ? tr("Java is missing")
            : m_java.state == JavaStatus::State::TooOld  ? tr("Java %1 is too old").arg(m_java.version)
                                                         : QString(),
        isFound ? Token::Ok : Token::Error);
}

void StartPage::setJavaState(const JavaStatus& java)
{
    m_java = java;
    updateFlinkAction();
}

void StartPage::setFlinkState(const LocalFlinkStatus& flink)
{
    m_flink = flink;
    m_sample->setFlinkState(flink.state);
    updateFlinkAction();
}

void StartPage::setConnectionCount(int connections)
{
    m_connections = connections;
    retranslate();
}

void StartPage::setSystemNames(const QStringList& names)
{
    m_systems = names;
    retranslate();
}

void StartPage::setKeys(Action action, const QString& keys)
{
    m_keys.insert(action, keys);
    retranslate();
}

void StartPage::setTheme(bool dark)
{
    m_dark = dark;
    retranslate();
}

void StartPage::setLanguage(const QString& language)
{
    m_language = language;
    retranslate();
}

void StartPage::setSamples(std::vector<SampleScript> samples)
{
    m_sample->setSamples(std::move(samples));
}

const SampleScript& StartPage::currentSample() const
{
    return m_sample->current();
}

void StartPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        setSamples(sampleScripts());
        retranslate();
    }
}

void StartPage::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    }
}

void StartPage::dropEvent(QDropEvent* event)
{
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile()) {
            paths += url.toLocalFile();
        }
    }
    if (!paths.isEmpty()) {
        event->acceptProposedAction();
        Q_EMIT filesDropped(paths);
    }
}

} // namespace millrace
