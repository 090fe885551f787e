#pragma once

#include "ui/base/theme.h"

#include <QTabBar>

namespace yaodian::ui {

/// The library and the open documents, one tab each: text only, a line under the one that is shown. The cross that
/// closes a document comes with the mouse; the middle button closes too. The first tab, the library's, stays.
class TabBar final : public QTabBar
{
    Q_OBJECT

public:
    explicit TabBar(const Theme &theme, QWidget *parent = nullptr);

    void setTitle(int tab, const QString &title);

Q_SIGNALS:
    void closeWanted(int tab);

protected:
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void dress();
    void texts();
    void hover(int tab);
    [[nodiscard]] QRect crossOf(int tab) const;
    [[nodiscard]] double unit() const;

    const Theme &m_theme;
    int m_hovered = -1;
    int m_pressed = -1; ///< the tab whose cross, or which with the middle button, is held down
};

} // namespace yaodian::ui
