// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/results/replay.h"

#include <QRandomGenerator>

#include <algorithm>

namespace millrace::testing {

using namespace Qt::StringLiterals;

ResultSchema keyAndValue()
{
    return schema(
        {{.name = u"k"_s, .type = type(TypeRoot::VarChar, 10)}, {.name = u"v"_s, .type = type(TypeRoot::BigInt)}});
}

void Replay::feed(const std::vector<Change>& changes)
{
    RowBatch batch(columns.columns);
    for (const Change& change : changes) {
        add(batch, {change.key, change.value ? Cell(*change.value) : Cell(nullptr)}, change.kind);
    }
    store.append(std::move(batch));
    table.apply(store.snapshot());
}

QStringList Replay::texts(const std::vector<StoreRow>& rows) const
{
    const ResultSnapshot snapshot = store.snapshot();
    QStringList texts;
    for (const StoreRow row : rows) {
        const CellView value = snapshot.cell(row, 1);
        const std::string_view key = snapshot.cell(row, 0).text;
        texts << QString::fromUtf8(key.data(), qsizetype(key.size())) + QLatin1Char('=')
                + (value.isNull ? QStringLiteral("NULL") : QString::number(value.integer));
    }
    return texts;
}

std::map<std::string, int> naive(const std::vector<Change>& changes, bool keyed)
{
    std::map<std::string, int> rows;
    for (const Change& change : changes) {
        const std::string text = change.key + "=" + (change.value ? std::to_string(*change.value) : "NULL");
        const auto sameKey = std::find_if(rows.begin(), rows.end(),
            [&change](const auto& row) { return row.first.substr(0, row.first.find('=')) == change.key; });
        const bool adds = change.kind == I || change.kind == UA;
        if (keyed && sameKey != rows.end()) {
            rows.erase(sameKey);
        }
        if (adds) {
            ++rows[text];
        } else if (!keyed) {
            if (const auto row = rows.find(text); row != rows.end() && --row->second == 0) {
                rows.erase(row);
            }
        }
    }
    return rows;
}

std::map<std::string, int> counted(const QStringList& texts)
{
    std::map<std::string, int> rows;
    for (const QString& text : texts) {
        ++rows[text.toStdString()];
    }
    return rows;
}

std::vector<Change> randomChanges(int count, quint32 seed, bool wild)
{
    QRandomGenerator generator(seed);
    std::vector<Change> changes;
    std::vector<Change> present;
    const auto someRow = [&generator](RowKind kind) {
        const int key = generator.bounded(40);
        return Change{kind, "k" + std::to_string(key),
            generator.bounded(8) == 0 ? std::nullopt : std::optional<qint64>(generator.bounded(5))};
    };
    while (int(changes.size()) < count) {
        const int choice = generator.bounded(10);
        if (wild && choice == 0) {
            changes.push_back(someRow(RowKind(generator.bounded(4))));
        } else if (choice < 5 || present.empty()) {
            present.push_back(someRow(I));
            changes.push_back(present.back());
        } else {
            const size_t at = generator.bounded(quint32(present.size()));
            Change gone = present[at];
            gone.kind = choice < 7 ? D : UB;
            changes.push_back(gone);
            if (gone.kind == UB) {
                present[at] = {UA, gone.key, generator.bounded(5)};
                changes.push_back(present[at]);
            } else {
                present.erase(present.begin() + qsizetype(at));
            }
        }
    }
    return changes;
}

} // namespace millrace::testing
