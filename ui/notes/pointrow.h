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

/// A highlight under the point that it backs: its words, page and kind. A click goes to it on the page.
class EvidenceRow final : public QWidget
{
    Q_OBJECT

public:
    EvidenceRow(const PointShown::Evidence &evidence, const Theme &theme, QWidget *parent);

    [[nodiscard]] library::HighlightId highlight() const { return m_highlight; }

Q_SIGNALS:
    void activated();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    const Theme &m_theme;
    library::HighlightId m_highlight;
    QColor m_colour;
};

/// One point: number, words, a dot where evidence backs it, and the evidence. What keys do there is its list's.
class PointRow final : public QWidget
{
    Q_OBJECT

public:
    PointRow(const PointShown &shown, const Theme &theme, QWidget *parent);

    [[nodiscard]] const QList<EvidenceRow *> &evidence() const { return m_evidence; }

Q_SIGNALS:
    void editAsked();
    void evidenceActivated(yaodian::library::HighlightId id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    const Theme &m_theme;
    QList<EvidenceRow *> m_evidence;
};

} // namespace yaodian::ui
