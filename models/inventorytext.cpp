// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventorytext.h"

#include "models/humantext.h"
#include "models/jsontext.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <optional>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(InventoryModel)
};

constexpr int s_mostNames = 3;
constexpr qsizetype s_longestTyped = 64;

bool isNothing(const QString& text)
{
    return text.isEmpty() || text == dashText() || text == u"–"_s;
}

/// A number, with a unit of bytes or a per cent behind it perhaps, and what follows ("1.2 GB / 4 GB" by its first).
std::optional<double> figure(const QString& text)
{
    static const QRegularExpression pattern(uR"(^([+-]?\d+(?:[.,]\d+)?)\s*(%|B|KB|MB|GB|TB|k|M|s|ms)?(?:\s*/.*)?$)"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch()) {
        return {};
    }
    QString digits = match.captured(1);
    const double value = digits.replace(u',', u'.').toDouble();
    static const QHash<QString, double> factors{{u"KB"_s, 1024.0}, {u"MB"_s, 1024.0 * 1024}, {u"k"_s, 1000.0},
        {u"M"_s, 1e6}, {u"GB"_s, 1024.0 * 1024 * 1024}, {u"TB"_s, 1024.0 * 1024 * 1024 * 1024}, {u"ms"_s, 0.001}};
    return value * factors.value(match.captured(2), 1.0);
}

/// Texts without regard to case, the numbers in them by value: also where the desktop's locale cannot.
int naturalOrder(QStringView left, QStringView right)
{
    const auto digits = [](QStringView text) {
        qsizetype count = 0;
        while (count < text.size() && text[count].isDigit()) {
            ++count;
        }
        return count;
    };
    while (!left.isEmpty() && !right.isEmpty()) {
        const qsizetype leftDigits = digits(left);
        const qsizetype rightDigits = digits(right);
        int order = 0;
        if (leftDigits > 0 && rightDigits > 0) {
            const double leftNumber = left.first(leftDigits).toDouble();
            const double rightNumber = right.first(rightDigits).toDouble();
            order = leftNumber < rightNumber ? -1 : leftNumber > rightNumber ? 1 : 0;
        } else {
            order = left.first(1).compare(right.first(1), Qt::CaseInsensitive);
        }
        if (order != 0) {
            return order;
        }
        const bool numbers = leftDigits > 0 && rightDigits > 0;
        left = left.mid(numbers ? leftDigits : 1);
        right = right.mid(numbers ? rightDigits : 1);
    }
    return left.isEmpty() && right.isEmpty() ? 0 : left.isEmpty() ? -1 : 1;
}

} // namespace

QString inventoryCell(const InventoryItem& item, int column)
{
    const QString text = item.cells.isEmpty() && column == 0 ? item.name : item.cells.value(column);
    return text.isEmpty() ? dashText() : text;
}

bool inventoryLess(const QString& left, const QString& right)
{
    if (isNothing(left) != isNothing(right)) {
        return !isNothing(left);
    }
    const std::optional<double> leftFigure = figure(left);
    const std::optional<double> rightFigure = figure(right);
    if (leftFigure && rightFigure) {
        return *leftFigure < *rightFigure;
    }
    return naturalOrder(left, right) < 0;
}

QString plainText(const InventoryAction& action)
{
    QString text = action.text;
    while (text.endsWith(u'…') || text.endsWith(u'.')) {
        text.chop(1);
    }
    return text;
}

QString inventoryRefusal(
    const InventoryAction& action, const InventorySource& source, const std::vector<const InventoryItem*>& chosen)
{
    if (action.changes && source.readOnly) {
        return Texts::tr("%1 is read-only: nothing on it is changed from here.").arg(source.name);
    }
    if (!action.onItems) {
        return {};
    }
    if (chosen.empty()) {
        return Texts::tr("Choose an item first.");
    }
    if (chosen.size() > 1 && !action.many) {
        return Texts::tr("This works with one item at a time: choose a single one.");
    }
    for (const InventoryItem* item : chosen) {
        if (!item->actions.contains(action.id)) {
            return Texts::tr("%1 does not allow this now.").arg(item->name);
        }
    }
    return {};
}

QString namesText(const QStringList& names)
{
    const int count = static_cast<int>(names.size());
    if (count < 2) {
        return names.value(0);
    }
    if (count <= s_mostNames) {
        return Texts::tr("%1 and %2").arg(names.first(count - 1).join(Texts::tr(", ")), names.last());
    }
    return Texts::tr("%1 and %n more", nullptr, count - s_mostNames)
        .arg(names.first(s_mostNames).join(Texts::tr(", ")));
}

QString questionText(const InventoryAction& action, const QStringList& names)
{
    return action.confirm.contains("%1"_L1) ? action.confirm.arg(namesText(names)) : action.confirm;
}

QString nameToType(const InventoryAction& action, const InventorySource& source, const QStringList& names)
{
    if (!action.changes || source.environment != Environment::Production) {
        return {};
    }
    // As it is compared: what has space around it or several lines could never be typed.
    const QString one = names.size() == 1 ? names.front() : QString();
    const bool typable = !one.isEmpty() && one.size() <= s_longestTyped && one == one.trimmed() && !one.contains(u'\n');
    return typable ? one : source.name.trimmed();
}

TextTable factsTable(const std::vector<NamedText>& facts)
{
    TextTable table{.columns = {Texts::tr("Name"), Texts::tr("Value")}};
    table.rows.reserve(facts.size());
    for (const NamedText& fact : facts) {
        table.rows.push_back({fact.name, fact.value});
    }
    return table;
}

QString shownText(const QString& text, const QString& language)
{
    return language == "json"_L1 ? QString::fromUtf8(indentedJson(text.toUtf8())) : text;
}

TextTableModel::TextTableModel(TextTable table, QObject* parent)
    : QAbstractTableModel(parent), m_table(std::move(table))
{
}

void TextTableModel::setTable(TextTable table)
{
    if (m_table == table) {
        return;
    }
    beginResetModel();
    m_table = std::move(table);
    endResetModel();
}

int TextTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int TextTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.columns.size());
}

QVariant TextTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) {
        return {};
    }
    const QString text = m_table.rows[static_cast<std::size_t>(index.row())].value(index.column());
    return text.isEmpty() && role == Qt::DisplayRole ? dashText() : text;
}

QVariant TextTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? m_table.columns.value(section) : QVariant();
}

} // namespace millrace
