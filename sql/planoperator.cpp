// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/planoperator.h"

#include <algorithm>

namespace millrace::sql {

using namespace Qt::StringLiterals;

namespace {

bool isNameCharacter(QChar character)
{
    return character.isLetterOrNumber() || character == u'_';
}

/// How deep brackets are open behind a character. Quotes do not count: a plan does not escape them.
int depthAfter(int depth, QChar character)
{
    if (character == u'[' || character == u'(' || character == u'{') {
        return depth + 1;
    }
    if (character == u']' || character == u')' || character == u'}') {
        return depth - 1;
    }
    return depth;
}

/// Where "name=[" begins attributes in the text inside the outer brackets. Names inside brackets do not count, unless
/// the brackets do not pair up, as when a string holds one.
std::vector<qsizetype> attributeStarts(QStringView text)
{
    std::vector<qsizetype> starts;
    int depth = 0;
    qsizetype nameBegin = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar character = text[i];
        if (depth == 0 && character == u'=' && i + 1 < text.size() && text[i + 1] == u'[' && i > nameBegin) {
            const bool isFirst = nameBegin == 0;
            if (isFirst || text.first(nameBegin).endsWith(u", ")) {
                starts.push_back(nameBegin);
            }
        }
        depth = std::max(0, depthAfter(depth, character));
        if (!isNameCharacter(character)) {
            nameBegin = i + 1;
        }
    }
    return starts;
}

/// "[x]" is x; "[[x]]" is [x]; what is no bracket stays.
QString unwrapped(QStringView value)
{
    value = value.trimmed();
    if (value.size() >= 2 && value.startsWith(u'[') && value.endsWith(u']')) {
        value = value.sliced(1, value.size() - 2);
    }
    return value.toString();
}

QString withoutOuterBrackets(QString text)
{
    while (text.size() >= 2 && text.startsWith(u'(') && text.endsWith(u')')) {
        int depth = 0;
        for (qsizetype i = 0; i + 1 < text.size(); ++i) {
            depth = depthAfter(depth, text[i]);
            if (depth == 0) {
                return text; // "(a) AND (b)"
            }
        }
        text = text.sliced(1, text.size() - 2);
    }
    return text;
}

QString shortened(QString text, qsizetype most = 60)
{
    text = text.simplified();
    if (text.size() > most) {
        text = text.first(most - 1) + u'…';
    }
    return text;
}

QString joinTitle(const PlanOperator& step)
{
    QString kind = step.value(u"joinType");
    if (kind.endsWith("Join"_L1)) {
        kind.chop(4);
    }
    // "Join" of kind "LeftOuter" is a LeftOuterJoin; "IntervalJoin" of kind "Inner" is what everybody means by it.
    QString title = step.type;
    if (!kind.isEmpty() && kind != u"Inner") {
        title = step.type == u"Join" ? QString(kind + step.type) : QString(step.type + u" ("_s + kind + u')');
    }
    QString condition = withoutOuterBrackets(step.value(u"where"));
    if (condition.isEmpty()) {
        condition = step.value(u"joinCondition");
    }
    return condition.isEmpty() ? title : QString(title + u": "_s + shortened(condition));
}

bool isAggregate(const QString& type)
{
    return type.endsWith("Aggregate"_L1);
}

bool keepsUpsertKeyOfGroups(const QString& type)
{
    return type == u"GroupAggregate" || type == u"GlobalGroupAggregate";
}

void takeSpecials(GraphNode& node, const PlanOperator& step)
{
    for (const NamedText& attribute : step.attributes) {
        if (attribute.name == u"changelogMode") {
            node.changelogMode = attribute.value;
        } else if (attribute.name == u"upsertKeys") {
            for (const QString& key : planList(attribute.value)) {
                node.upsertKeys << key;
            }
        } else if (attribute.name != u"advice") {
            node.properties.push_back(attribute);
        }
    }
    QString key;
    if (keepsUpsertKeyOfGroups(step.type)) {
        key = step.value(u"groupBy");
    } else if (step.type == u"Deduplicate" || step.type == u"ChangelogNormalize") {
        key = step.value(u"key");
    }
    if (node.upsertKeys.isEmpty() && !key.isEmpty()) {
        node.upsertKeys << u'[' + key + u']';
    }
}

} // namespace

QString PlanOperator::value(QStringView name) const
{
    const auto found = std::ranges::find(attributes, name, &NamedText::name);
    return found == attributes.end() ? QString() : found->value;
}

bool PlanOperator::has(QStringView name) const
{
    return std::ranges::find(attributes, name, &NamedText::name) != attributes.end();
}

PlanOperator planOperator(QStringView text)
{
    text = text.trimmed();
    PlanOperator result;
    const auto bracket = std::ranges::find_if(text, [](QChar c) { return c == u'(' || c == u'['; });
    const qsizetype head = bracket - text.begin();
    result.type = text.first(head).trimmed().toString();
    if (head == text.size() || text[head] != u'(') {
        return result;
    }
    QStringView inside = text.sliced(head + 1);
    if (inside.endsWith(u')')) {
        inside.chop(1);
    }
    const std::vector<qsizetype> starts = attributeStarts(inside);
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const qsizetype end = i + 1 < starts.size() ? starts[i + 1] - 2 : inside.size();
        const QStringView attribute = inside.sliced(starts[i], end - starts[i]);
        const qsizetype equals = attribute.indexOf(u'=');
        result.attributes.push_back({attribute.first(equals).toString(), unwrapped(attribute.sliced(equals + 1))});
    }
    return result;
}

QStringList planList(QStringView value)
{
    QStringList items;
    int depth = 0;
    qsizetype begin = 0;
    for (qsizetype i = 0; i < value.size(); ++i) {
        depth = std::max(0, depthAfter(depth, value[i]));
        if (depth == 0 && value[i] == u',') {
            items << value.sliced(begin, i - begin).trimmed().toString();
            begin = i + 1;
        }
    }
    const QStringView last = value.sliced(begin).trimmed();
    if (!last.isEmpty()) {
        items << last.toString();
    }
    return items;
}

QString planTable(QStringView value)
{
    QString inner = unwrapped(value);
    const bool isList = value.trimmed().startsWith(u'[');
    const QStringList names = isList ? planList(inner) : inner.split(u'.');
    // "[catalog, db, orders, project=[a, b]]": what was pushed into the source stands behind its name.
    for (qsizetype i = 0; i < names.size(); ++i) {
        const bool isLastName = i + 1 == names.size() || names[i + 1].contains(u'=');
        if (isLastName) {
            return names[i].trimmed();
        }
    }
    return inner;
}

QString planTitle(const PlanOperator& step)
{
    if (step.type.endsWith("Scan"_L1) && step.has(u"table")) {
        return u"Source: "_s + planTable(step.value(u"table"));
    }
    if (step.type.endsWith("Sink"_L1) && step.has(u"table")) {
        return u"Sink: "_s + planTable(step.value(u"table"));
    }
    if (step.type.endsWith("Join"_L1)) {
        return joinTitle(step);
    }
    QString by;
    if (isAggregate(step.type)) {
        by = step.value(u"groupBy");
        by = by.isEmpty() ? step.value(u"partitionBy") : by;
    } else if (step.type.contains("Rank"_L1) || step.type == u"Match") {
        by = step.value(step.type == u"Match" ? u"partition" : u"partitionBy");
    } else if (step.type.contains("Deduplicate"_L1)) {
        by = step.value(u"key");
    }
    return by.isEmpty() ? step.type : QString(step.type + u" by "_s + shortened(by));
}

GraphNode planNode(const QString& id, const QString& text)
{
    const PlanOperator step = planOperator(text);
    GraphNode node;
    node.id = id;
    node.type = step.type;
    node.title = planTitle(step);
    node.description = text;
    takeSpecials(node, step);
    return node;
}

std::vector<int> planAdviceNumbers(const PlanOperator& step)
{
    std::vector<int> numbers;
    for (const QString& item : planList(step.value(u"advice"))) {
        bool ok = false;
        const int number = item.toInt(&ok);
        if (ok) {
            numbers.push_back(number);
        }
    }
    return numbers;
}

} // namespace millrace::sql
