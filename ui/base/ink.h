#pragma once

#include <QWidget>

namespace yaodian::ui {

/// Writes what a label says in this colour; the other colours of its palette stay.
inline void setInk(QWidget *label, const QColor &ink)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, ink);
    label->setPalette(palette);
}

} // namespace yaodian::ui
