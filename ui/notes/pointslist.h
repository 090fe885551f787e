#pragma once

#include "ui/commands/menus.h"
#include "ui/notes/pointrow.h"

#include <QScrollArea>

class QVBoxLayout;

namespace yaodian::ui {

class MenuOpener;

/// The points of a paper with their evidence, in the numbers that the keys use. As high as its content where there is
/// room.
class PointsList final : public QScrollArea
{
    Q_OBJECT

public:
    PointsList(Commands &commands, Theme &theme, QWidget *parent = nullptr);
    ~PointsList() override;

    /// What had the focus keeps it, also where it stands elsewhere now.
    void setPoints(const QList<PointShown> &points);
    /// Gives the focus to a point, counted from 0; to the one that had it last where none is named.
    void goTo(std::optional<int> index = std::nullopt);
    void goTo(library::PointId id);
    /// "Points · 5, 3 with evidence"
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void editAsked(const yaodian::library::Point &point);
    void moveAsked(yaodian::library::PointId id, int places);
    void adoptAsked(const yaodian::library::Point &point);
    void removeAsked(const yaodian::library::Point &point);
    void untieAsked(yaodian::library::PointId point, yaodian::library::HighlightId highlight);
    void evidenceAsked(int number); ///< from 1: what is selected on the page backs this point
    void evidenceActivated(yaodian::library::HighlightId id);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void bindKeys();
    [[nodiscard]] std::optional<MenuSubject> menuAt(std::optional<QPoint> at);
    void rebuild();
    void fitHeight();
    void keepInView();
    PointRow *addRow(const PointShown &shown);
    [[nodiscard]] int current() const;                  ///< index of the point with the focus; -1: none has it
    [[nodiscard]] EvidenceRow *currentEvidence() const; ///< nullptr: the focus is on a point
    void step(int steps);                               ///< over points and the passages under them

    Commands &m_commands;
    Theme &m_theme;
    QVBoxLayout *m_layout;
    MenuOpener *m_menus;
    QList<PointShown> m_points;
    QList<PointRow *> m_rows; ///< one a point
    int m_last = -1;          ///< index of the point that had the focus last
};

} // namespace yaodian::ui
