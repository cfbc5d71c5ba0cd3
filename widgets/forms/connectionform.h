// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection.h"
#include "core/form.h"

#include <QPointer>
#include <QWidget>

#include <functional>
#include <optional>
#include <span>
#include <vector>

class QVBoxLayout;

namespace millrace {

class FieldRow;

/// A system that a new connection can be for: what a Backend says of itself, as values.
struct SystemChoice {
    QString id;
    QString displayName;
    FormDescription form;
    std::function<FormValues(const QString& url)> valuesForUrl;
};

/// The form of one connection, built from the system's FormDescription plus the section General that every connection
/// has. Errors stand at their field; a field that is hidden or belongs to another system keeps what was typed.
class ConnectionForm : public QWidget {
    Q_OBJECT

public:
    explicit ConnectionForm(std::vector<SystemChoice> systems, QWidget* parent = nullptr);
    ~ConnectionForm() override;

    /// Shows a saved connection, or a new one (empty id: the system can be chosen, defaults fill the fields).
    /// storedSecrets names the secret fields that have a value in the keychain. The form is clean afterwards.
    void load(const ConnectionProfile& profile, const QStringList& storedSecrets = {});

    /// What the fields say now.
    [[nodiscard]] ConnectionProfile profile() const;
    /// Only those secrets that were typed; an empty one was removed.
    [[nodiscard]] Secrets changedSecrets() const;
    [[nodiscard]] const SystemChoice& system() const;
    [[nodiscard]] bool isDirty() const;

    /// Labels of the fields that need a change, in the form's order; empty: it can be saved.
    [[nodiscard]] QStringList problemLabels() const;
    /// A field shows its problem once the person has left it, so a new form is not red all over.
    [[nodiscard]] bool areProblemsShown() const;
    void revealProblems();
    void focusFirstProblem();

    /// Asked for the name beside "it must not be empty": is it taken?
    void setNameCheck(std::function<std::optional<QString>(const QString& name)> check);
    /// "Kept in the system keychain."
    void setSecretPlace(const QString& sentence);
    /// A line below a field that stands in for its help: what was found in the chosen file.
    void setFieldNote(const QString& fieldId, const QString& note);
    /// Values to choose from for a field that takes any text; none: the field is as it was.
    void offerValues(const QString& fieldId, const std::vector<FormField::Option>& options);
    /// Takes the field values from an address; the rest stays.
    void fillFromUrl(const QString& url);
    void revert();

Q_SIGNALS:
    /// Some value, the dirty state or the problems changed.
    void edited();

private:
    void buildGeneral();
    void buildSystemFields();
    void addRows(const std::vector<FormField>& fields, QVBoxLayout* into);
    void dropRows(std::size_t from);
    QWidget* makeSection(const QString& title);
    void onEdited(FieldRow* edited);
    void updateRows();
    [[nodiscard]] FieldRow* row(QAnyStringView id) const;
    [[nodiscard]] std::span<FieldRow* const> systemRows() const;
    [[nodiscard]] QMap<QString, QString> problems() const;
    [[nodiscard]] QString generalValue(QAnyStringView id) const;
    [[nodiscard]] FormValues systemValues() const;
    /// For checks only: secrets stand in it.
    [[nodiscard]] FormValues valuesWithSecrets() const;

    std::vector<SystemChoice> m_systems;
    FormDescription m_general;
    std::function<std::optional<QString>(const QString&)> m_nameCheck;
    QString m_secretPlace;

    ConnectionProfile m_saved;
    QStringList m_storedSecrets;
    QString m_systemId;
    QMap<QString, QMap<QString, std::vector<FormField::Option>>> m_offered; ///< by system and field
    QMap<QString, FormValues> m_typed; ///< by system, so that choosing another one and back loses nothing

    QVBoxLayout* m_layout = nullptr;
    QPointer<QWidget> m_generalPart;
    QPointer<QWidget> m_systemPart;
    std::vector<FieldRow*> m_rows; ///< in the form's order, those of General first
    std::size_t m_generalRows = 0;
};

} // namespace millrace
