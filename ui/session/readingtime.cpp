#include "ui/session/readingtime.h"

#include <QCoreApplication>
#include <QEvent>

namespace yaodian::ui {

namespace {

constexpr int TickMs = 10'000;
constexpr qint64 KeepMs = 60'000;  ///< no more than this is lost by a crash
constexpr qint64 IdleMs = 180'000; ///< a page of mathematics may take as long

} // namespace

ReadingTime::ReadingTime(library::Library &library, const reading::Reading &reading, std::function<bool()> isReading,
                         QObject *parent)
    : QObject(parent), m_library(library), m_reading(reading), m_isReading(std::move(isReading))
{
    m_tick.setInterval(TickMs);
    m_tick.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_tick, &QTimer::timeout, this, [this] { add(m_since.restart()); });
    m_since.start();
    m_tick.start();
    qApp->installEventFilter(this);
}

ReadingTime::~ReadingTime()
{
    add(m_since.elapsed());
    keep();
}

bool ReadingTime::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseMove:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
        m_touched.start();
        break;
    default:
        break;
    }
    return false;
}

void ReadingTime::add(qint64 ms)
{
    const auto session = m_reading.current();
    if (!session || session->id != m_session)
        keep();
    m_session = session ? session->id : library::SessionId();
    // A machine that slept for an hour did not read.
    const bool counts = session && m_isReading() && m_touched.isValid() && m_touched.elapsed() < IdleMs;
    if (counts)
        m_counted += qMin<qint64>(ms, IdleMs);
    if (m_counted >= KeepMs)
        keep();
}

void ReadingTime::keep()
{
    if (m_counted > 0 && !m_session.isNull())
        (void)m_library.addSessionTime(m_session, m_counted); // a minute of a statistic is nothing to ask about
    m_counted = 0;
}

} // namespace yaodian::ui
