// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QIcon>

#include <vector>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace millrace {

/// Something that the palette can do or go to.
struct PaletteEntry {
    QString id; ///< given back by chosen()
    QString text;
    QString keys; ///< at the right
    QString group; ///< "Run", "Recent files": dim before the keys
    QIcon icon;
    bool enabled = true; ///< a disabled entry stays, greyed, and cannot be chosen

    friend bool operator==(const PaletteEntry& a, const PaletteEntry& b)
    {
        return a.id == b.id && a.text == b.text && a.keys == b.keys && a.group == b.group && a.enabled == b.enabled;
    }
};

/// A field and the list of what answers to it, over the top of a window. Arrow keys move, Enter chooses, Escape closes.
class CommandPalette : public QFrame {
    Q_OBJECT

public:
    explicit CommandPalette(QWidget* window);

    /// Shows itself with these entries and an empty field.
    void open(std::vector<PaletteEntry> entries, const QString& placeholder);
    /// Ids in the order in which they are shown now.
    [[nodiscard]] QStringList shownIds() const;

Q_SIGNALS:
    void chosen(const QString& id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void filter(const QString& typed);
    void move(int rows);
    void chooseCurrent();

    std::vector<PaletteEntry> m_entries;
    QLineEdit* m_field = nullptr;
    QListView* m_list = nullptr;
    QStandardItemModel* m_model = nullptr;
};

} // namespace millrace
