#include "ui/marks/choicerow.h"

#include <QFontInfo>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace yaodian::ui {

namespace {

constexpr double CellGap = 6;

} // namespace

ChoiceRow::ChoiceRow(const Theme &theme, const QStringList &choices, Painter paint, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_choices(choices), m_paint(std::move(paint))
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void ChoiceRow::setChosen(const QString &choice)
{
    m_at = m_choices.indexOf(choice);
    tell();
    update();
}

void ChoiceRow::setCell(const QSize &size)
{
    m_cell = size;
    updateGeometry();
}

QSizeF ChoiceRow::cellSize() const
{
    return QSizeF(m_cell) * (QFontInfo(m_theme.font()).pixelSize() / 14.0);
}

QRectF ChoiceRow::cellAt(qsizetype index) const
{
    const QSizeF cell = cellSize();
    return {3 + double(index) * (cell.width() + CellGap), 3, cell.width(), cell.height()};
}

QSize ChoiceRow::sizeHint() const
{
    const QRectF last = cellAt(std::max<qsizetype>(0, m_choices.size() - 1));
    return {int(last.right()) + 4, int(last.bottom()) + 4};
}

void ChoiceRow::choose(qsizetype index)
{
    const qsizetype bound = std::clamp<qsizetype>(index, 0, m_choices.size() - 1);
    if (bound == m_at)
        return;
    m_at = bound;
    tell();
    update();
    Q_EMIT changed(chosen());
}

void ChoiceRow::tell()
{
    const QString name = m_nameOf && m_at >= 0 ? m_nameOf(chosen()) : chosen();
    setAccessibleDescription(name);
    setToolTip(name.isEmpty() ? QString() : Qt::convertFromPlainText(name));
}

void ChoiceRow::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (qsizetype i = 0; i < m_choices.size(); ++i) {
        const QRectF cell = cellAt(i);
        m_paint(painter, cell, m_choices[i]);
        if (i != m_at)
            continue;
        painter.setPen(QPen(hasFocus() ? m_theme.colours().accent : m_theme.colours().faint, hasFocus() ? 2 : 1.4));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(cell.adjusted(-2, -2, 2, 2), 5, 5);
    }
}

void ChoiceRow::keyPressEvent(QKeyEvent *event)
{
    const QString text = event->text();
    if (event->key() == Qt::Key_Left || text == QLatin1String("h"))
        choose(m_at - 1);
    else if (event->key() == Qt::Key_Right || text == QLatin1String("l"))
        choose(m_at + 1);
    else if (event->key() == Qt::Key_Home)
        choose(0);
    else if (event->key() == Qt::Key_End)
        choose(m_choices.size() - 1);
    else
        QWidget::keyPressEvent(event);
}

void ChoiceRow::mousePressEvent(QMouseEvent *event)
{
    for (qsizetype i = 0; i < m_choices.size(); ++i)
        if (cellAt(i).adjusted(-2, -2, 2, 2).contains(event->position()))
            choose(i);
}

void ChoiceRow::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void ChoiceRow::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace yaodian::ui
