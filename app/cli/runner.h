#pragma once

#include "cli/context.h"
#include "cli/entrance.h"
#include "cli/services.h"

#include <memory>

namespace yaodian::cli {

/// Runs the verb of an invocation in this process, or hands it to the window that holds the library. Needs a running
/// event loop; `finished` comes once, with the exit code.
class Runner final : public QObject
{
    Q_OBJECT

public:
    /// `typed` is the whole command line, for handing over.
    Runner(Invocation invocation, QStringList typed, qint64 patienceMs = usualPatience);
    ~Runner() override;

    void start();

Q_SIGNALS:
    void finished(int exit);

private:
    void fail(const QString &sentence);
    void openForReading();
    void openForWriting();
    void run();

    const Invocation m_invocation;
    const QStringList m_typed;
    const qint64 m_patience;
    SystemClock m_clock;
    IdSource m_ids{m_clock};
    const Verb *m_verb = nullptr;
    Arguments m_arguments;
    std::unique_ptr<Entrance> m_entrance;
    std::unique_ptr<library::Library> m_library;
    std::unique_ptr<Services> m_services;
    Context m_context;
};

} // namespace yaodian::cli
