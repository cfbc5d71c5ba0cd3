// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/plancomparedialog.h"

#include "widgets/common/buttons.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

QString kindText(PlanSource::Kind kind)
{
    switch (kind) {
    case PlanSource::Kind::Explained:
        return PlanCompareDialog::tr("explained");
    case PlanSource::Kind::History:
        return PlanCompareDialog::tr("history");
    case PlanSource::Kind::Job:
        return PlanCompareDialog::tr("running job");
    case PlanSource::Kind::File:
        break;
    }
    return PlanCompareDialog::tr("file");
}

} // namespace

PlanCompareDialog::PlanCompareDialog(const std::vector<PlanSource>& sources, QWidget* parent)
    : QDialog(parent), m_sources(sources)
{
    setObjectName(u"planCompareDialog"_s);
    setWindowTitle(tr("Compare plans"));
    auto* form = new QFormLayout;
    m_before = makeChoice(tr("Before"), m_sources.size() > 1 ? 1 : 0);
    m_before->setObjectName(u"planBeforeChoice"_s);
    m_after = makeChoice(tr("After"), 0);
    m_after->setObjectName(u"planAfterChoice"_s);
    form->addRow(tr("Before"), m_before);
    form->addRow(tr("After"), m_after);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto* compare = buttons->addButton(tr("Compare"), QDialogButtonBox::AcceptRole);
    setButtonKind(compare, ButtonKind::Primary);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &PlanCompareDialog::take);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QComboBox* PlanCompareDialog::makeChoice(const QString& name, int current)
{
    auto* choice = new QComboBox;
    choice->setAccessibleName(name);
    choice->setMinimumWidth(420);
    for (const PlanSource& source : m_sources) {
        choice->addItem(tr("%1 (%2)", "a plan and where it comes from").arg(source.title, kindText(source.kind)));
    }
    choice->setCurrentIndex(current);
    return choice;
}

void PlanCompareDialog::take()
{
    accept();
    Q_EMIT chosen(m_sources[static_cast<std::size_t>(m_before->currentIndex())],
        m_sources[static_cast<std::size_t>(m_after->currentIndex())]);
}

} // namespace millrace
