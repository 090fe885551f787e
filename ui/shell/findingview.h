#pragma once

#include "sync/sync.h"

#include <QWidget>

namespace yaodian::ui {

class Theme;

/// What stands behind an address: title, kind, how much it would bring, the first titles of it; below, what Enter and
/// Esc do now.
class FindingView final : public QWidget
{
    Q_OBJECT

public:
    explicit FindingView(const Theme &theme, QWidget *parent = nullptr);

    void setFinding(const sync::Finding &finding);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString amount() const; ///< "feed · 12 issues · 96 papers"
    void paintTitles(QPainter &painter, double top, double bottom) const;
    void paintKeys(QPainter &painter, const QRectF &band) const;

    const Theme &m_theme;
    sync::Finding m_finding;
};

} // namespace yaodian::ui
