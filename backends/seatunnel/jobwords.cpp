// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/seatunnel/jobwords.h"

#include "backends/seatunnel/jobplace.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace millrace::seatunnel {

using namespace Qt::StringLiterals;

namespace {

struct JobWordTexts {
    Q_DECLARE_TR_FUNCTIONS(SeaTunnelWords)
};

QByteArray resource(const QString& name)
{
    QFile file(u":/millrace/seatunnel/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const QJsonObject& table()
{
    static const QJsonObject s_table = QJsonDocument::fromJson(resource(u"plugins.json"_s)).object();
    return s_table;
}

QStringList sections()
{
    return {u"env"_s, u"source"_s, u"transform"_s, u"sink"_s};
}

/// Writes keys and values as the place wants them.
class Words {
public:
    Words(JobPlace place, bool isJson) : m_place(std::move(place)), m_isJson(isJson) { }

    std::vector<JobWord> all()
    {
        if (m_place.isSql && !m_place.isPlugin) {
            return {};
        }
        if (m_place.section.isEmpty() && !m_place.isPlugin) {
            addSections();
        } else if (m_place.role == JobPlace::Role::Value) {
            addValues();
        } else if (m_place.isDeeper) {
            return {};
        } else if (m_place.section == "env"_L1) {
            addOptions(table()["env"_L1].toArray());
        } else if (m_place.isPlugin) {
            addPluginOptions();
        } else {
            addPlugins();
        }
        return std::move(m_words);
    }

private:
    void addSections()
    {
        for (const QString& section : sections()) {
            const bool isList = section != "env"_L1;
            const QString open = !m_isJson ? u" {\n  \n}"_s : isList ? u": [\n  \n]"_s : u": {\n  \n}"_s;
            add(section, m_place.role == JobPlace::Role::Key ? JobWordTexts::tr("section") : QString(), {},
                key(section) + (m_place.isQuoted ? QString() : open));
        }
        if (m_place.role == JobPlace::Role::Value) {
            m_words.clear();
        }
    }

    void addPlugins()
    {
        for (const QJsonValue& plugin : table()[m_place.section].toArray()) {
            const QString name = plugin["name"_L1].toString();
            const QString insert = m_place.isNamed ? name + u" {\n    \n  }"_s
                : m_isJson                         ? u"{ \"plugin_name\": \"%1\" }"_s.arg(name)
                                                   : u"{ plugin_name = \"%1\" }"_s.arg(name);
            add(name, m_place.section, plugin["help"_L1].toString(), m_place.isQuoted ? name : insert);
        }
    }

    void addPluginNames()
    {
        for (const QString& section : m_place.section.isEmpty() ? sections() : QStringList{m_place.section}) {
            for (const QJsonValue& plugin : table()[section].toArray()) {
                if (section != "env"_L1 && (!m_place.isSql || section != "transform"_L1)) {
                    add(plugin["name"_L1].toString(), section, plugin["help"_L1].toString(),
                        text(plugin["name"_L1].toString()));
                }
            }
        }
    }

    [[nodiscard]] QJsonArray optionsOfPlugin() const
    {
        for (const QJsonValue& plugin : table()[m_place.section].toArray()) {
            if (plugin["name"_L1].toString().compare(m_place.plugin, Qt::CaseInsensitive) == 0) {
                return plugin["options"_L1].toArray();
            }
        }
        return {};
    }

    void addPluginOptions()
    {
        if (m_place.isSql) {
            for (const QString& option : {u"connector"_s, u"type"_s}) {
                if (!m_place.present.contains(option)) {
                    add(option, JobWordTexts::tr("required"), {}, key(option) + assign());
                }
            }
        } else if (!m_place.isNamed && !m_place.present.contains(u"plugin_name"_s)) {
            add(u"plugin_name"_s, JobWordTexts::tr("required"), JobWordTexts::tr("Which plugin this is"),
                key(u"plugin_name"_s) + assign());
        }
        addOptions(optionsOfPlugin());
    }

    void addOptions(const QJsonArray& options)
    {
        for (const QJsonValue& option : options) {
            const QString name = option["name"_L1].toString();
            if (m_place.present.contains(name)) {
                continue;
            }
            QStringList parts{option["type"_L1].toString()};
            if (option["required"_L1].toBool()) {
                parts.append(JobWordTexts::tr("required"));
            } else if (option["default"_L1].isString()) {
                parts.append(option["default"_L1].toString());
            }
            add(name, parts.join(u" · "_s), helpOf(option), key(name) + assign());
        }
    }

    void addValues()
    {
        if (m_place.key == "plugin_name"_L1 || (m_place.isSql && m_place.key == "connector"_L1)) {
            return addPluginNames();
        }
        if (m_place.isSql && m_place.key == "type"_L1) {
            add(u"source"_s, {}, {}, u"source"_s);
            add(u"sink"_s, {}, {}, u"sink"_s);
            return;
        }
        if (m_place.isDeeper) {
            return;
        }
        const QJsonArray options = m_place.section == "env"_L1 ? table()["env"_L1].toArray() : optionsOfPlugin();
        for (const QJsonValue& option : options) {
            if (option["name"_L1].toString() != m_place.key) {
                continue;
            }
            for (const QJsonValue& value : option["values"_L1].toArray()) {
                const bool isDefault = value.toString() == option["default"_L1].toString();
                add(value.toString(), isDefault ? JobWordTexts::tr("default") : QString(), helpOf(option),
                    text(value.toString()));
            }
            if (option["type"_L1] == "boolean"_L1) {
                for (const QString& value : {u"true"_s, u"false"_s}) {
                    const bool isDefault = value == option["default"_L1].toString();
                    add(value, isDefault ? JobWordTexts::tr("default") : QString(), helpOf(option), value);
                }
            }
        }
    }

    [[nodiscard]] static QString helpOf(const QJsonValue& option)
    {
        QStringList values;
        for (const QJsonValue& value : option["values"_L1].toArray()) {
            values.append(value.toString());
        }
        const QString help = option["help"_L1].toString();
        return values.isEmpty() ? help : help + u"\n"_s + values.join(u", "_s);
    }

    [[nodiscard]] QString key(const QString& name) const
    {
        if (m_place.isQuoted) {
            return name;
        }
        return m_place.isSql ? u'\'' + name + u'\'' : m_isJson ? u'"' + name + u'"' : name;
    }

    /// What follows a key; between quotes nothing does.
    [[nodiscard]] QString assign() const
    {
        return m_place.isQuoted ? QString() : m_place.isSql ? u"="_s : m_isJson ? u": "_s : u" = "_s;
    }

    [[nodiscard]] QString text(const QString& value) const
    {
        return m_place.isQuoted ? value : m_place.isSql ? u'\'' + value + u'\'' : u'"' + value + u'"';
    }

    void add(const QString& word, const QString& detail, const QString& help, const QString& insert)
    {
        m_words.push_back({.text = word, .detail = detail, .documentation = help, .insert = insert});
    }

    JobPlace m_place;
    bool m_isJson;
    std::vector<JobWord> m_words;
};

} // namespace

std::vector<JobWord> jobWords(const QString& text, qsizetype offset, const QString& fileName)
{
    const QString ending = QFileInfo(fileName).suffix().toLower();
    const bool isSql = ending == "sql"_L1;
    const bool isJson = ending == "json"_L1 || (ending.isEmpty() && text.trimmed().startsWith(u'{'));
    return Words(placeIn(text, offset, isSql), isJson).all();
}

std::vector<JobTemplate> jobTemplates()
{
    std::vector<JobTemplate> templates;
    const auto add = [&templates](const QString& name, const QString& file) {
        for (const QString& ending : {u"conf"_s, u"json"_s}) {
            const QString format = ending == "conf"_L1 ? u"HOCON"_s : u"JSON"_s;
            templates.push_back({.name = JobWordTexts::tr("%1 (%2)").arg(name, format),
                .fileName = file + u'.' + ending,
                .text = QString::fromUtf8(resource(file + u'.' + ending))});
        }
    };
    add(JobWordTexts::tr("FakeSource to Console, batch"), u"fake-to-console-batch"_s);
    add(JobWordTexts::tr("FakeSource to Console, streaming"), u"fake-to-console-streaming"_s);
    add(JobWordTexts::tr("Two sources, a transform and two sinks"), u"two-sources-two-sinks"_s);
    return templates;
}

} // namespace millrace::seatunnel
