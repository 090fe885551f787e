#pragma once

#include <QMenu>

namespace yaodian::ui {

/// A menu that teaches keys: what stands behind the tab of a row's text is written quietly at the right. Keys go on
/// meaning what they say there: j and k walk, any other character closes the menu and is typed where one was.
class KeyedMenu final : public QMenu
{
    Q_OBJECT

public:
    using QMenu::QMenu;

protected:
    void initStyleOption(QStyleOptionMenuItem *option, const QAction *action) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_paints = false;
};

} // namespace yaodian::ui
