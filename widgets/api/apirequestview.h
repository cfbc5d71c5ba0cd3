// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/form.h"
#include "core/result.h"
#include "widgets/api/apicalllog.h"

#include <QScrollArea>

#include <vector>

class QVBoxLayout;

namespace millrace {

class ApiBodyEditor;
class Chip;
class FieldRow;
class TextLabel;

/// One call: what it does, a field for each of its parameters, and its body.
class ApiRequestView : public QScrollArea {
    Q_OBJECT

public:
    explicit ApiRequestView(QWidget* parent = nullptr);
    ~ApiRequestView() override;

    /// What was typed before, or nothing: then the defaults, and the example of a body that is needed.
    void setOperation(const ApiOperation& operation, const std::optional<ApiTyped>& typed);

    [[nodiscard]] const ApiOperation& operation() const { return m_operation; }

    [[nodiscard]] ApiTyped typed() const;

    /// Shows at the fields what is wrong with them and goes to the first; false when nothing is.
    bool revealProblems();
    /// The call as it is to be sent. An Error about what no field shows.
    [[nodiscard]] Result<ApiRequest> request() const;
    void focusFirst();

Q_SIGNALS:
    void edited();

private:
    QWidget* makeHead();
    void buildFields();
    void addSection(const QString& title, const QString& remark = {});
    void updateProblems();

    ApiOperation m_operation;
    FormDescription m_form;
    Chip* m_method = nullptr;
    TextLabel* m_title = nullptr;
    TextLabel* m_path = nullptr;
    TextLabel* m_summary = nullptr;
    TextLabel* m_description = nullptr;
    QVBoxLayout* m_layout = nullptr;
    QWidget* m_fields = nullptr; ///< made anew for each call
    std::vector<FieldRow*> m_rows;
    ApiBodyEditor* m_body = nullptr; ///< null: the call takes none
};

} // namespace millrace
