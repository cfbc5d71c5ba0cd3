// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobdetail/jobdetailheader.h"

#include "models/jobtabletext.h"
#include "widgets/common/buttons.h"
#include "widgets/common/humanize.h"
#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/common/panelheader.h"
#include "widgets/common/theme.h"
#include "widgets/jobs/jobglyph.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace millrace {

/// The glyph of a job's state in a layout.
class JobGlyphLabel : public QWidget {
public:
    explicit JobGlyphLabel(QWidget* parent = nullptr) : QWidget(parent) { setFixedSize(16, 16); }

    void setJob(const JobSummary& job, bool hollow)
    {
        m_job = job;
        m_hollow = hollow;
        setAccessibleName(jobStateText(job.state, job.rawState));
        setToolTip(job.rawState);
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintJobGlyph(painter, rect(), m_job, m_hollow);
    }

private:
    JobSummary m_job;
    bool m_hollow = false;
};

namespace {

/// "a1d49c60…7be2": enough to know it by.
QString shortId(const QString& id)
{
    return id.size() > 20 ? QString(id.left(8) + QChar(0x2026) + id.right(4)) : id;
}

} // namespace

JobDetailHeader::JobDetailHeader(QWidget* parent)
    : QWidget(parent), m_band(new EnvironmentBand), m_glyph(new JobGlyphLabel), m_name(new ElidedLabel),
      m_environment(new Chip), m_state(new TextLabel(TextRole::Body, Token::Text)), m_line(new ElidedLabel),
      m_copy(makeIconButton("edit-copy"_L1, tr("Copy the job's id"), this)),
      m_bundle(makeIconButton("document-export"_L1, tr("Incident bundle…"), this)),
      m_expand(makeIconButton("go-up"_L1, tr("Whole page"), this)),
      m_close(makeIconButton("dialog-close"_L1, tr("Close (Esc)"), this))
{
    setObjectName(u"jobDetailHeader"_s);
    m_copy->setObjectName(u"copyJobId"_s);
    m_bundle->setObjectName(u"incidentBundle"_s);
    m_bundle->setToolTip(tr("Incident bundle…: all that is known of this job in one zip file, without secrets"));
    m_expand->setObjectName(u"expandDetail"_s);
    m_close->setObjectName(u"closeDetail"_s);
    m_name->setObjectName(u"jobName"_s);
    m_name->setRole(TextRole::Section);
    m_name->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_line->setObjectName(u"jobLine"_s);
    m_line->setColor(Token::TextDim);
    buildLayout();
    connect(m_copy, &QAbstractButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(m_subject.key.jobId); });
    connect(m_bundle, &QAbstractButton::clicked, this, &JobDetailHeader::bundleRequested);
    connect(m_close, &QAbstractButton::clicked, this, &JobDetailHeader::closeRequested);
    connect(m_expand, &QAbstractButton::clicked, this, [this] {
        setExpanded(!m_expanded);
        Q_EMIT expandToggled(m_expanded);
    });
}

void JobDetailHeader::buildLayout()
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(measure::panelPadding, 4, 8, 0);
    row->setSpacing(8);
    row->addWidget(m_glyph);
    row->addWidget(m_name);
    row->addWidget(m_environment);
    row->addWidget(m_state);
    row->addWidget(m_line, 1);
    row->addWidget(m_copy);
    row->addWidget(m_bundle);
    row->addWidget(m_expand);
    row->addWidget(m_close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_band);
    layout->addLayout(row);
}

void JobDetailHeader::setSubject(const JobDetailSubject& subject)
{
    m_subject = subject;
    m_summary = {};
    m_summary.id = subject.key.jobId;
    m_stale = false;
    refresh();
}

void JobDetailHeader::setSummary(const JobSummary& summary)
{
    m_summary = summary;
    refresh();
}

void JobDetailHeader::setStale(bool stale)
{
    m_stale = stale;
    refresh();
}

void JobDetailHeader::setExpanded(bool expanded)
{
    m_expanded = expanded;
    m_expand->setIcon(themedIcon(this, expanded ? "go-down"_L1 : "go-up"_L1));
    m_expand->setToolTip(expanded ? tr("Below the table") : tr("Whole page"));
    m_expand->setAccessibleName(m_expand->toolTip());
}

QString JobDetailHeader::line() const
{
    return m_line->text();
}

void JobDetailHeader::refresh()
{
    m_band->setEnvironment(m_subject.environment);
    m_environment->setEnvironment(m_subject.environment);
    m_glyph->setJob(m_summary, m_stale);
    m_name->setText(m_summary.name.isEmpty() ? m_subject.key.jobId : oneLine(m_summary.name, 300));
    m_state->setText(jobStateText(m_summary.state, m_summary.rawState));
    m_state->setColor(m_stale ? Token::TextDim : jobStateToken(m_summary));
    QStringList parts{m_subject.connectionName, tr("job %1").arg(shortId(m_subject.key.jobId))};
    if (!m_subject.systemName.isEmpty()) {
        parts.append(m_subject.systemName);
    }
    if (m_summary.durationMs >= 0) {
        parts.append(durationText(m_summary.durationMs));
    }
    if (m_summary.restarts) {
        parts.append(tr("restarts %1").arg(*m_summary.restarts));
    }
    const QString startedBy = m_subject.startedBy.isEmpty() ? m_summary.owner : m_subject.startedBy;
    if (!startedBy.isEmpty()) {
        parts.append(tr("started by %1").arg(startedBy));
    }
    m_line->setText(parts.join(u" · "_s));
}

void JobDetailHeader::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), themeOf(this).color(Token::SurfaceChrome));
}

} // namespace millrace
