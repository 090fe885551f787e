#include "ui/commands/keyedmenu.h"

#include "ui/commands/commands.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionMenuItem>

namespace yaodian::ui {

namespace {

constexpr int AtRight = 12; ///< logical pixels, as the sheet has it at the left

} // namespace

/// The style makes room for the keys, and does not write them.
void KeyedMenu::initStyleOption(QStyleOptionMenuItem *option, const QAction *action) const
{
    QMenu::initStyleOption(option, action);
    if (m_paints)
        option->text = option->text.section(u'\t', 0, 0);
}

void KeyedMenu::paintEvent(QPaintEvent *event)
{
    m_paints = true;
    QMenu::paintEvent(event);
    m_paints = false;
    QPainter painter(this);
    painter.setFont(font());
    const QList<QAction *> rows = actions();
    for (QAction *row : rows) {
        const QString keys = row->text().section(u'\t', 1, 1).replace(QStringLiteral("&&"), QStringLiteral("&"));
        if (keys.isEmpty())
            continue;
        painter.setPen(palette().color(row == activeAction() ? QPalette::HighlightedText : QPalette::PlaceholderText));
        painter.drawText(actionGeometry(row).adjusted(0, 0, -AtRight, 0), Qt::AlignRight | Qt::AlignVCenter, keys);
    }
}

void KeyedMenu::keyPressEvent(QKeyEvent *event)
{
    const QString key = keyName(*event);
    if (key == u"j" || key == u"k") {
        QKeyEvent step(QEvent::KeyPress, key == u"j" ? Qt::Key_Down : Qt::Key_Up, Qt::NoModifier);
        return QMenu::keyPressEvent(&step);
    }
    if (key.size() != 1)
        return QMenu::keyPressEvent(event);
    QKeyEvent typed(event->type(), event->key(), event->modifiers(), event->text()); // this one goes with the menu
    while (QWidget *open = QApplication::activePopupWidget())
        if (!open->close())
            break;
    if (QWidget *focus = QApplication::focusWidget())
        QCoreApplication::sendEvent(focus, &typed);
}

} // namespace yaodian::ui
