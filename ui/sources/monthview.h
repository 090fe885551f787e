#pragma once

#include "sync/activity.h"
#include "ui/base/theme.h"

#include <QWidget>

namespace yaodian::ui {

/// A month of a source as a calendar: a soft colour and the number of issues for each day, a dashed frame where a day
/// is missing, the words of the colours below. One day is chosen, and its sentence is told.
class MonthView final : public QWidget
{
    Q_OBJECT

public:
    explicit MonthView(const Theme &theme, QWidget *parent = nullptr);

    /// A new month has today chosen, else its last day; the same one keeps the choice.
    void setMonth(const sync::SourceMonth &month);
    /// Whether a click on a missing day fetches it, and one on an empty day that is chosen asks for it again.
    void setFetchable(bool fetchable);
    void stepDay(int by);                                  ///< stays within the month
    [[nodiscard]] const sync::CalendarDay *chosen() const; ///< nullptr: no month is shown
    [[nodiscard]] QDate firstGap() const { return sync::firstGap(m_month); }
    [[nodiscard]] QRect cellOf(const QDate &date) const; ///< in this widget
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override; ///< narrower: the window may be small

Q_SIGNALS:
    void chosenChanged();
    void fillWanted(const QDate &missing); ///< a missing day was clicked, or an empty one once more

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void paintCell(QPainter &painter, const sync::CalendarDay &day) const;
    void paintLegend(QPainter &painter) const;
    void choose(int day);
    void describe();
    void fit();
    [[nodiscard]] double unit() const;
    [[nodiscard]] double columnWidth() const; ///< from one day to the next, in this widget's pixels
    [[nodiscard]] QSize sizeFor(int cell) const;
    [[nodiscard]] int dayAt(const QPoint &point) const; ///< index; -1: none
    [[nodiscard]] static int firstColumn(const QDate &first);

    const Theme &m_theme;
    sync::SourceMonth m_month;
    int m_chosen = -1;
    bool m_fetchable = false;
};

} // namespace yaodian::ui
