#pragma once

#include "pdf/document.h"
#include "pdf/pagetext.h"
#include "ui/reader/pageview.h"

#include <QFont>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QTest>

namespace yaodian::tests {

/// Writes a PDF of small pages with the given lines, so that a test knows what stands where; a line is 12 points high.
inline void writePdf(const QString &path, const QList<QStringList> &pages)
{
    QPdfWriter writer(path);
    writer.setPageSize(QPageSize(QSizeF(400, 240), QPageSize::Point));
    writer.setPageMargins({0, 0, 0, 0});
    writer.setResolution(72);
    QPainter painter(&writer);
    QFont font(QStringLiteral("DejaVu Serif"));
    font.setPixelSize(9);
    painter.setFont(font);
    for (qsizetype page = 0; page < pages.size(); ++page) {
        if (page > 0)
            writer.newPage();
        int y = 70;
        for (const QString &line : pages.at(page)) {
            painter.drawText(40, y, line);
            y += line.isEmpty() ? 30 : 12;
        }
    }
}

/// Where words stand on a page, as the reader has it.
inline QRect whereOf(const ui::PageView &pages, const QString &path, int page, const QString &words)
{
    const auto text = pdf::readText(path, page);
    const QList<pdf::TextRange> found = text ? pdf::find(text->first(), words) : QList<pdf::TextRange>();
    if (found.isEmpty())
        qFatal("%s is not on page %d", qPrintable(words), page);
    return pages.inView(page, pdf::boxesOf(text->first(), found.first()).first());
}

/// The left button of a mouse over a widget. QTest's own never clicks twice at one spot, and moves without buttons.
class Mouse
{
public:
    explicit Mouse(QWidget *widget) : m_widget(widget) {}

    void press(QPoint at, Qt::KeyboardModifiers held = {}) { send(QEvent::MouseButtonPress, at, held); }
    void drag(QPoint to, Qt::KeyboardModifiers held = {}) { send(QEvent::MouseMove, to, held); }
    void release(QPoint at, Qt::KeyboardModifiers held = {}) { send(QEvent::MouseButtonRelease, at, held); }
    /// As the system sends them: every second press is a double click.
    void click(QPoint at, int times = 1, Qt::KeyboardModifiers held = {})
    {
        m_now += 10'000;
        for (int i = 0; i < times; ++i) {
            send(i % 2 == 0 ? QEvent::MouseButtonPress : QEvent::MouseButtonDblClick, at, held);
            release(at, held);
        }
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers held)
    {
        m_now += 10'000;
        press(from, held);
        drag((from + to) / 2, held);
        drag(to, held);
        release(to, held);
    }

private:
    void send(QEvent::Type type, QPoint at, Qt::KeyboardModifiers held)
    {
        const bool isMove = type == QEvent::MouseMove;
        const bool isUp = type == QEvent::MouseButtonRelease;
        QMouseEvent event(type, QPointF(at), m_widget->mapToGlobal(QPointF(at)), isMove ? Qt::NoButton : Qt::LeftButton,
                          isUp ? Qt::NoButton : Qt::LeftButton, held);
        event.setTimestamp(m_now += 20);
        QCoreApplication::sendEvent(m_widget, &event);
    }

    QWidget *m_widget;
    quint64 m_now = 10'000;
};

} // namespace yaodian::tests
