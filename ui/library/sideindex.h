#pragma once

#include "ui/library/sidesection.h"

class QLabel;
class QLineEdit;
class QScrollArea;

namespace yaodian::ui {

/// The left column of a page that has parts: a line to find them by, and below it one row a part, as in the sidebar.
class SideIndex final : public QWidget
{
    Q_OBJECT

public:
    /// `name`: of the rows, as an object; the line is `lineName`.
    SideIndex(const Theme &theme, const QString &name, const QString &lineName, QWidget *parent);

    [[nodiscard]] QLineEdit *line() const { return m_line; }
    [[nodiscard]] SideSection *rows() const { return m_rows; }
    void setSentence(const QString &sentence); ///< below the line; empty: none
    void showRow(int row);                     ///< scrolls there, with what stands around it

private:
    void build(const QString &name, const QString &lineName);
    void dress();

    const Theme &m_theme;
    QLineEdit *m_line;
    QLabel *m_says;
    QScrollArea *m_scroll;
    SideSection *m_rows;
};

} // namespace yaodian::ui
