// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formpresets.h"

#include "storage/settings.h"

#include <QJsonObject>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

const QString s_key = u"forms.presets"_s; ///< "connection/form" to name to field to value

} // namespace

PresetStore::PresetStore(Settings& settings, const QString& connectionId, const QString& form)
    : m_settings(settings), m_place(connectionId + u'/' + form)
{
}

FormPresets PresetStore::all() const
{
    FormPresets presets;
    const QJsonObject kept = m_settings.value(s_key).toObject().value(m_place).toObject();
    for (auto it = kept.begin(); it != kept.end(); ++it) {
        FormValues values;
        const QJsonObject fields = it->toObject();
        for (auto field = fields.begin(); field != fields.end(); ++field) {
            values.insert(field.key(), field->toString());
        }
        presets.insert(it.key(), values);
    }
    return presets;
}

void PresetStore::save(const QString& name, const FormValues& values)
{
    QJsonObject fields;
    for (auto it = values.begin(); it != values.end(); ++it) {
        fields.insert(it.key(), *it);
    }
    QJsonObject all = m_settings.value(s_key).toObject();
    QJsonObject place = all.value(m_place).toObject();
    place.insert(name, fields);
    all.insert(m_place, place);
    m_settings.setValue(s_key, all);
}

void PresetStore::remove(const QString& name)
{
    QJsonObject all = m_settings.value(s_key).toObject();
    QJsonObject place = all.value(m_place).toObject();
    place.remove(name);
    all.insert(m_place, place);
    m_settings.setValue(s_key, all);
}

void keepPresets(InventorySheet* sheet, PresetStore store)
{
    QObject::connect(sheet, &InventorySheet::presetSaved, sheet,
        [store](const QString& name, const FormValues& values) mutable { store.save(name, values); });
    QObject::connect(
        sheet, &InventorySheet::presetDeleted, sheet, [store](const QString& name) mutable { store.remove(name); });
}

} // namespace millrace
