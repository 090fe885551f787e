#pragma once

#include "ui/notes/pointrow.h"

#include <QScrollArea>

class QVBoxLayout;

namespace yaodian::ui {

/// The points of a paper with their evidence, in the numbers that the keys use. As high as its content where there is
/// room.
class PointsList final : public QScrollArea
{
    Q_OBJECT

public:
    explicit PointsList(Theme &theme, QWidget *parent = nullptr);

    void setPoints(const QList<PointShown> &points);
    /// "Points · 5, 3 with evidence"
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void editAsked(const yaodian::library::Point &point);
    void removeAsked(yaodian::library::PointId id);
    void untieAsked(yaodian::library::PointId point, yaodian::library::HighlightId highlight);
    void evidenceActivated(yaodian::library::HighlightId id);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void fitHeight();
    PointRow *addRow(const PointShown &shown);

    Theme &m_theme;
    QVBoxLayout *m_rows;
    QList<PointShown> m_points;
};

} // namespace yaodian::ui
