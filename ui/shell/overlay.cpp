#include "ui/shell/overlay.h"

#include "ui/base/ink.h"
#include "ui/base/theme.h"
#include "ui/commands/keycaps.h"
#include "ui/shell/overlaydelegate.h"

#include <QEvent>
#include <QFontInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

void OverlayModel::setRows(const QList<OverlayRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int OverlayModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant OverlayModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) ||
        (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    const OverlayRow &row = m_rows[index.row()];
    QString text = QStringList{row.text, row.second, row.right}.join(u' ');
    return text.remove(QChar(2)).remove(QChar(3)).trimmed();
}

Overlay::Overlay(const Theme &theme, QWidget *window)
    : QFrame(window), m_theme(theme), m_field(new QLineEdit(this)), m_list(new QListView(this)),
      m_empty(new QLabel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 16);
    column->setSpacing(8);
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new OverlayDelegate(theme, m_model, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->viewport()->setAutoFillBackground(false);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setWordWrap(true);
    m_field->installEventFilter(this);
    window->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    m_list->viewport()->setMouseTracking(true);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_choosing = false;
        Q_EMIT typedChanged(text);
    });
    connect(m_list, &QListView::clicked, this, &Overlay::take);
    hide();
}

void Overlay::open(const QString &placeholder)
{
    m_field->setFont(m_theme.font(15.0 / 14));
    m_field->setPlaceholderText(placeholder);
    m_field->setAccessibleName(placeholder);
    setAccessibleName(placeholder);
    setInk(m_empty, m_theme.colours().faint);
    place();
    show();
    raise();
    m_field->setFocus();
    m_field->selectAll();
    m_choosing = false;
    Q_EMIT typedChanged(m_field->text());
}

void Overlay::leave()
{
    if (isHidden())
        return;
    hide();
    Q_EMIT left();
}

void Overlay::setRows(const QList<OverlayRow> &rows, const QString &emptyText)
{
    m_model.setRows(rows);
    if (m_instead)
        m_instead->hide();
    m_list->setVisible(!rows.isEmpty());
    m_empty->setVisible(rows.isEmpty());
    m_empty->setText(emptyText);
    m_list->setCurrentIndex(m_model.index(0));
    m_list->scrollToTop();
}

QString Overlay::typed() const
{
    return m_field->text().trimmed();
}

void Overlay::type(const QString &text)
{
    m_field->setText(text);
}

void Overlay::setRoom(int room)
{
    m_room = room;
    place();
}

void Overlay::place()
{
    const QWidget *window = parentWidget();
    const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
    const int width = qMin(int(680 * unit), window->width() - 40);
    const int height = qMin(int(m_room * unit), window->height() - 100);
    setGeometry((window->width() - width) / 2, qMax(16, window->height() / 10), width, height);
}

void Overlay::step(int rows)
{
    m_choosing = true;
    const int to = qBound(0, m_list->currentIndex().row() + rows, m_model.rowCount() - 1);
    m_list->setCurrentIndex(m_model.index(to));
    m_list->scrollTo(m_list->currentIndex());
}

void Overlay::showInstead(QWidget *body)
{
    if (std::exchange(m_instead, body) != body)
        layout()->addWidget(body);
    m_model.setRows({});
    m_list->hide();
    m_empty->hide();
    body->show();
}

void Overlay::take()
{
    const int row = m_list->currentIndex().row();
    choose(row < 0 || row >= m_model.rowCount() ? QString() : m_model.rows().at(row).id);
}

void Overlay::choose(const QString &id)
{
    if (id.isEmpty())
        return;
    leave();
    Q_EMIT taken(id);
}

void Overlay::escape()
{
    leave();
}

bool Overlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched == m_list->viewport() && (event->type() == QEvent::MouseMove || event->type() == QEvent::Wheel))
        m_choosing = true;
    if (watched != m_field)
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut && isVisible() &&
        static_cast<QFocusEvent *>(event)->reason() == Qt::MouseFocusReason)
        leave();
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool control = key->modifiers() & Qt::ControlModifier;
    switch (key->key()) {
    case Qt::Key_Escape:
        escape();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take();
        return true;
    case Qt::Key_Down:
    case Qt::Key_Up:
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        step((key->key() == Qt::Key_Down || key->key() == Qt::Key_PageDown ? 1 : -1) *
             (key->key() == Qt::Key_PageDown || key->key() == Qt::Key_PageUp ? 8 : 1));
        return true;
    case Qt::Key_N:
    case Qt::Key_P:
        if (control)
            step(key->key() == Qt::Key_N ? 1 : -1);
        return control;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true; // the focus stays in the field
    default:
        return false;
    }
}

void Overlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours &c = m_theme.colours();
    const QRectF body = QRectF(rect()).adjusted(4, 3, -4, -5);
    for (int i = 4; i > 0; --i) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(0, 0, 0, c.dark ? 40 : 9));
        painter.drawRoundedRect(body.adjusted(-i, 1 - i, i, 1 + i), 10 + i, 10 + i);
    }
    painter.setPen(c.line);
    painter.setBrush(c.card);
    painter.drawRoundedRect(body, 10, 10);
}

} // namespace yaodian::ui
