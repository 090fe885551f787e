#include "watching.h"

#include <QApplication>
#include <QEventLoop>

#include <chrono>

namespace yaodian::bench {

qint64 nowMicros()
{
    using Clock = std::chrono::steady_clock;
    return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now().time_since_epoch()).count();
}

Look::Look() : m_theme(*static_cast<QApplication *>(QCoreApplication::instance()))
{
    m_theme.set(QStringLiteral("light"), 0);
}

Desk::Desk(Look &look, Settings *shared)
    : settings(shared ? *shared : m_own), reader(commands, look.theme(), settings, background)
{
    reader.resize(1440, 900);
    reader.show();
}

double Desk::open(const QString &path, std::shared_ptr<pdf::Ahead> ahead, int mostMs)
{
    QElapsedTimer timer;
    timer.start();
    reader.openPath(path, std::move(ahead));
    return settledIn(reader, timer, mostMs);
}

void pass(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

double settledIn(const ui::ReaderView &reader, const QElapsedTimer &since, int mostMs)
{
    QEventLoop loop;
    QObject::connect(&reader, &ui::ReaderView::settled, &loop, &QEventLoop::quit);
    QObject::connect(&reader, &ui::ReaderView::failed, &loop, &QEventLoop::quit);
    QTimer::singleShot(mostMs, &loop, &QEventLoop::quit);
    if (!reader.isSettled())
        loop.exec();
    return reader.isSettled() ? double(since.nsecsElapsed()) / 1e6 : -1;
}

} // namespace yaodian::bench
