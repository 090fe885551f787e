#pragma once

#include "ui/base/rowlist.h"
#include "ui/settings/keyrows.h"

#include <optional>

namespace yaodian::ui {

/// All commands with their keys, one of them current; heads between them are passed over.
class KeyList final : public RowList
{
    Q_OBJECT

public:
    explicit KeyList(const Theme &theme, QWidget *parent = nullptr);

    /// The current command stays, or what stands in its place.
    void setRows(const QList<KeyRow> &rows);
    [[nodiscard]] const KeyModel &rows() const { return m_model; }
    [[nodiscard]] const Command *current() const; ///< nullptr: there is none
    void goTo(const QString &id);
    void step(int commands);
    void page(int pages);
    void stepPlace(int places);
    /// What is pressed for the current command meanwhile, in the table's spelling; nullopt: its keys are shown.
    void setPressed(const std::optional<QString> &keys);
    [[nodiscard]] const std::optional<QString> &pressed() const { return m_pressed; }

Q_SIGNALS:
    void currentCommandChanged();

private:
    void currentMoved() override { Q_EMIT currentCommandChanged(); }
    [[nodiscard]] int commandFrom(int row, int direction) const;
    /// The command there, or the next one in that direction, else the last one in the other.
    void goToRow(int row, int direction);

    KeyModel m_model;
    std::optional<QString> m_pressed;
};

} // namespace yaodian::ui
