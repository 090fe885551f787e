#include "ui/shell/notice.h"

#include "ui/base/theme.h"

#include <QEvent>
#include <QFontInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

Notice::Notice(const Theme &theme, QWidget *window) : QWidget(window), m_theme(theme), m_label(new QLabel(this))
{
    setObjectName(u"notice"_s);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->setAlignment(Qt::AlignCenter);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(18, 10, 18, 12);
    row->addWidget(m_label);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Notice::leave);
    window->installEventFilter(this);
    connect(&theme, &Theme::changed, this, [this] {
        dress();
        place(); // in other letters it takes other room
    });
    hide();
}

void Notice::say(const QString &sentence)
{
    showFor(sentence, 4000, false);
}

void Notice::sayTrouble(const QString &sentence)
{
    if (!sentence.isEmpty())
        showFor(sentence, 15000, true);
}

void Notice::sayWhile(const QString &sentence)
{
    showFor(sentence, 0, false);
}

void Notice::leave()
{
    m_timer.stop();
    hide();
}

QString Notice::text() const
{
    return isHidden() ? QString() : m_label->text();
}

void Notice::showFor(const QString &sentence, int ms, bool trouble)
{
    m_trouble = trouble;
    m_label->setText(sentence);
    dress();
    setAccessibleName(sentence);
    place();
    show();
    raise();
    update();
    m_timer.stop();
    if (ms > 0)
        m_timer.start(ms);
}

void Notice::dress()
{
    m_label->setFont(m_theme.font(13.0 / 14));
}

void Notice::place()
{
    const QWidget *window = parentWidget();
    const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
    const int widest = qMin(int(640 * unit), window->width() - 40);
    const int wanted = QFontMetrics(m_label->font()).horizontalAdvance(m_label->text()) + 44;
    const int width = qBound(120, wanted, widest);
    resize(width, layout()->hasHeightForWidth() ? layout()->heightForWidth(width) : sizeHint().height());
    move((window->width() - width) / 2, window->height() - height() - int(48 * unit));
}

bool Notice::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && !isHidden())
        place();
    return QWidget::eventFilter(watched, event);
}

void Notice::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours &c = m_theme.colours();
    const QRectF body = QRectF(rect()).adjusted(3, 2, -3, -4);
    for (int i = 3; i > 0; --i) { // a soft shadow: the line lies over the text below
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(0, 0, 0, c.dark ? 40 : 10));
        painter.drawRoundedRect(body.adjusted(-i, 1 - i, i, 1 + i), 8 + i, 8 + i);
    }
    painter.setPen(m_trouble ? c.accent : c.line);
    painter.setBrush(c.card);
    painter.drawRoundedRect(body, 8, 8);
}

} // namespace yaodian::ui
