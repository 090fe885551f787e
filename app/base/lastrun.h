#pragma once

#include <QString>

namespace yaodian {

/// How the run before this one ended, told by a file beside the log: it is made at the start and taken away by whoever
/// comes to the end in order. A run that crashes adds one line with the signal's number to the log that is open
/// (startLogFile comes first). That is all that a crash leaves: nothing is collected and nothing is sent.
class LastRun final
{
public:
    explicit LastRun(const QString &logDirectory); ///< this run begins; from now on a crash leaves its line
    ~LastRun();                                    ///< it has come to its end
    Q_DISABLE_COPY_MOVE(LastRun)

    /// The run before did not come to its end: it crashed, was killed, or the power went.
    [[nodiscard]] bool wasCutShort() const { return m_cutShort; }
    /// What is said of that: one sentence or two, translated; empty where there is nothing to say.
    [[nodiscard]] QString sentence() const;

private:
    QString m_directory;
    bool m_cutShort = false;
};

} // namespace yaodian
