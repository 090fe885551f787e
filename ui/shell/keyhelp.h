#pragma once

#include "ui/commands/commands.h"

#include <QWidget>

namespace yaodian::ui {

class Theme;

/// The keys of where one is, over the window. Any key closes it, Enter to change them.
class KeyHelp final : public QWidget
{
    Q_OBJECT

public:
    KeyHelp(const Commands &commands, const Theme &theme, QWidget *window);

    void start(Place place);

Q_SIGNALS:
    void left();
    void changeWanted();   ///< of the keys; it is left already
    void handbookWanted(); ///< it is left already

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    struct Line
    {
        QString head; ///< a place's name; empty: a command
        QString keys;
        QString text;
    };
    /// How the lines lie: `starts` are the first lines of the columns, over all pages.
    struct Sheet
    {
        double unit = 1;
        int columns = 1; ///< side by side
        int rows = 1;    ///< the longest a column gets
        double keys = 0; ///< from where a column begins to where its words do, unless the keys of a line take more
        qsizetype pages = 1;
        QList<qsizetype> starts;
    };
    void leave();
    void collect(Place place);
    [[nodiscard]] QList<qsizetype> columnsOf(int rows) const;
    [[nodiscard]] Sheet sheet() const;
    [[nodiscard]] double widthOfKeys(const Line &line) const;
    [[nodiscard]] double widest(double keys) const;
    void paintColumn(QPainter &painter, const Sheet &sheet, qsizetype column, const QPointF &topLeft,
                     double width) const;
    void paintFoot(QPainter &painter, const QRectF &line, qsizetype pages) const;
    [[nodiscard]] double paintLine(QPainter &painter, const Line &line, const QRectF &column, double keys) const;

    const Commands &m_commands;
    const Theme &m_theme;
    QList<Line> m_lines;
    qsizetype m_page = 0;
};

} // namespace yaodian::ui
