#pragma once

#include "reading/history.h"
#include "ui/base/theme.h"

#include <QWidget>

namespace yaodian::ui {

/// Some weeks of reading as a picture: a column a day, as high as its papers, in the colours of their categories. One
/// day is chosen and marked.
class HistoryChart final : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryChart(const Theme &theme, QWidget *parent = nullptr);

    /// `days` lie between `first` and `last`; the last day with papers is chosen, where none of them was.
    void setDays(const QList<reading::DayOfReading> &days, QDate first, QDate last);
    void choose(QDate day);
    void step(int by); ///< to the next day on which something was read
    [[nodiscard]] QDate chosen() const { return m_chosen; }
    [[nodiscard]] const reading::DayOfReading *chosenDay() const; ///< nullptr: nothing was read then
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void chosenChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] double unit() const;
    [[nodiscard]] double dayWidth() const;
    [[nodiscard]] QRectF columnOf(QDate day) const; ///< from the base line to the top
    void paintColumn(QPainter &painter, const reading::DayOfReading &day, int most) const;
    void paintMonths(QPainter &painter) const;

    const Theme &m_theme;
    QList<reading::DayOfReading> m_days;
    QDate m_first, m_last, m_chosen;
};

} // namespace yaodian::ui
