#pragma once

#include "reading/reading.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace yaodian::ui {

/// How long a session is worked in: while a document is on show in the window that is active, and somebody has pressed
/// a key or moved the mouse in the last minutes. A night on the same page is no reading.
class ReadingTime final : public QObject
{
    Q_OBJECT

public:
    /// `isReading`: whether a document is on show to somebody.
    ReadingTime(library::Library &library, const reading::Reading &reading, std::function<bool()> isReading,
                QObject *parent = nullptr);
    ~ReadingTime() override; ///< what was counted is kept

    void add(qint64 ms); ///< counts so much, if it counts now; called by a timer
    void keep();         ///< writes down what was counted

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    library::Library &m_library;
    const reading::Reading &m_reading;
    std::function<bool()> m_isReading;
    QTimer m_tick;
    QElapsedTimer m_since;   ///< since the last tick
    QElapsedTimer m_touched; ///< since somebody did something
    library::SessionId m_session;
    qint64 m_counted = 0; ///< of it, not written down yet
};

} // namespace yaodian::ui
