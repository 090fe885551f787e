#pragma once

#include "base/background.h"
#include "base/settings.h"
#include "ui/base/theme.h"
#include "ui/commands/commands.h"
#include "ui/reader/readerview.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTimer>

#include <atomic>
#include <thread>

namespace yaodian::bench {

/// Of a clock that only goes forward.
[[nodiscard]] qint64 nowMicros();

/// Looks from a thread of its own how long the main loop did not come round: a gap is seen while it lasts.
class Watchdog final
{
public:
    Watchdog() : m_last(nowMicros()), m_thread([this] { watch(); })
    {
        m_beat.setInterval(1);
        m_beat.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_beat, &QTimer::timeout, &m_beat, [this] { m_last = nowMicros(); });
        m_beat.start();
    }
    ~Watchdog()
    {
        m_quit = true;
        m_thread.join();
    }
    Q_DISABLE_COPY_MOVE(Watchdog)

    /// The longest gap since the last time this was asked, in ms.
    double takeLongest() { return double(m_longest.exchange(0)) / 1000; }

private:
    void watch()
    {
        while (!m_quit) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
            const qint64 gap = nowMicros() - m_last;
            if (gap > m_longest)
                m_longest = gap;
        }
    }

    std::atomic<qint64> m_last;
    std::atomic<qint64> m_longest = 0;
    std::atomic<bool> m_quit = false;
    QTimer m_beat;
    std::thread m_thread; // last: it looks at the others
};

/// The light look, for all readers of a part.
class Look final
{
public:
    Look();
    [[nodiscard]] ui::Theme &theme() { return m_theme; }

private:
    ui::Theme m_theme;
};

/// A reader as large as the window's, shown, over settings of its own.
struct Desk
{
    explicit Desk(Look &look) : Desk(look, nullptr) {}
    /// Over the settings of another one, which has to outlive it.
    Desk(Look &look, Settings &shared) : Desk(look, &shared) {}

    /// Milliseconds from asking for the document at `path` to its first page, sharp; negative: there was none.
    [[nodiscard]] double open(const QString &path, std::shared_ptr<pdf::Ahead> ahead, int mostMs = 30'000);

private:
    Desk(Look &look, Settings *shared);

    const QTemporaryDir m_folder;
    Settings m_own{m_folder.path()};

public:
    Settings &settings;
    Background background;
    ui::Commands commands;
    ui::ReaderView reader;
};

/// Runs the event loop for so long.
void pass(int ms);
/// Milliseconds until the pages in view are sharp; negative: they were not within `mostMs`.
[[nodiscard]] double settledIn(const ui::ReaderView &reader, const QElapsedTimer &since, int mostMs = 30'000);

} // namespace yaodian::bench
