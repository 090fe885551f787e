#pragma once

#include "library/values.h"
#include "ui/base/theme.h"

#include <QWidget>

class QLabel;

namespace yaodian::ui {

/// What a row of the points list shows.
struct PointShown
{
    library::Point point;
    int number = 0; ///< from 1
    struct Evidence
    {
        library::Highlight highlight;
        library::Kind kind;
    };
    QList<Evidence> evidence;
};

/// A highlight under the point that it backs: its words, page and kind. A click or Enter goes to it on the page.
class EvidenceRow final : public QWidget
{
    Q_OBJECT

public:
    EvidenceRow(const PointShown::Evidence &evidence, const Theme &theme, QWidget *parent);

Q_SIGNALS:
    void activated();
    void removeAsked(); ///< Delete

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    const Theme &m_theme;
    QColor m_colour;
};

/// One point: number, words, a dot where evidence backs it, and the evidence.
class PointRow final : public QWidget
{
    Q_OBJECT

public:
    PointRow(const PointShown &shown, const Theme &theme, QWidget *parent);

Q_SIGNALS:
    void editAsked();
    void removeAsked();
    void evidenceActivated(yaodian::library::HighlightId id);
    void untieAsked(yaodian::library::HighlightId id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    const Theme &m_theme;
    bool m_own;
};

} // namespace yaodian::ui
