#pragma once

#include "ui/base/theme.h"
#include "ui/library/entrymodel.h"

#include <QFontMetricsF>
#include <QTextLayout>

class QPainter;

namespace yaodian::ui {

/// How rows look: measures and paints them. One for each list; made anew when font or width change.
class EntryLayout
{
public:
    EntryLayout(const Theme &theme, double width);

    struct State
    {
        bool current = false;
        bool selected = false;
        bool focused = false;
    };

    [[nodiscard]] int usualHeight() const; ///< of a row nobody has measured yet
    [[nodiscard]] int headHeight() const { return m_headHeight; }
    [[nodiscard]] int height(const library::ListRow &row) const; ///< without a group's head
    void paint(QPainter &painter, const QRectF &rect, const library::ListRow &row, State state) const;
    void paintHead(QPainter &painter, const QRectF &rect, const RowGroup &group) const;

    /// What stands at the right of a row's title: "★ 精读 3 mentions".
    [[nodiscard]] static QString marks(const library::ListRow &row);

private:
    struct Title
    {
        QStringList lines; ///< at most two, the last one elided
        double indent = 0; ///< of the first line: room for the tag
    };
    [[nodiscard]] Title title(const library::ListRow &row) const;
    [[nodiscard]] double margins() const; ///< above and below a row, in pixels of the design
    [[nodiscard]] double textWidth() const { return m_width - 2 * m_side; }
    [[nodiscard]] QFont titleFont(bool unread) const;
    void line(QPainter &painter, double x, double top, double height, const QFont &font, const QString &text) const;

    const Theme &m_theme;
    double m_width;
    double m_unit;  ///< 1 px of the design at the usual size
    double m_lines; ///< height of lines, as a share of the usual
    double m_side;
    int m_headHeight;
    QFont m_titleUnread, m_titleRead, m_zh, m_oneLine, m_small, m_tag;
};

} // namespace yaodian::ui
