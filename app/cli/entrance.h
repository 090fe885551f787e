#pragma once

#include "base/result.h"
#include "cli/handover.h"
#include "library/library.h"

#include <QElapsedTimer>
#include <QTimer>

#include <functional>
#include <memory>

namespace yaodian::cli {

/// How long a writing verb waits for another command, in milliseconds.
inline constexpr qint64 usualPatience = 30'000;

/// The way into a library for who wants to write: takes the lock; or hands the request to the window that has it; or
/// waits for the command that has it.
class Entrance final : public QObject
{
    Q_OBJECT

public:
    Entrance(QString directory, Request request, const Clock &clock, IdSource &ids, qint64 patienceMs = usualPatience);

    /// Exactly one of opened(), refused() and handed() follows; `opened` leaves the library in library().
    void start();
    [[nodiscard]] std::unique_ptr<library::Library> library() { return std::move(m_library); }

Q_SIGNALS:
    void opened();
    void refused(const QString &sentence);
    void handed(int exit);
    void waiting(const QString &sentence); ///< once, where it takes longer than a blink
    void said(yaodian::cli::Stream stream, const QByteArray &bytes);

private:
    void attempt();
    void wait();

    const QString m_directory;
    const Request m_request;
    const Clock &m_clock;
    IdSource &m_ids;
    const qint64 m_patience;
    QElapsedTimer m_since;
    bool m_said = false;
    std::unique_ptr<library::Library> m_library;
};

} // namespace yaodian::cli
