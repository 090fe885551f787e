#pragma once

#include <QLoggingCategory>

namespace yaodian {

// One category a room. Log lines carry counts, ids and addresses, never the reader's own text.
Q_DECLARE_LOGGING_CATEGORY(logBase)
Q_DECLARE_LOGGING_CATEGORY(logLibrary)
Q_DECLARE_LOGGING_CATEGORY(logNet)
Q_DECLARE_LOGGING_CATEGORY(logPdf)
Q_DECLARE_LOGGING_CATEGORY(logSync)
Q_DECLARE_LOGGING_CATEGORY(logUi)

/// Sends the program's log to `directory`/yaodian.log (kept under 1 MB, one older file beside it); warnings also go
/// to stderr. An unwritable directory leaves stderr alone. The home folder stands there as "~".
void startLogFile(const QString &directory);

/// For a command line whose stderr is read by people and scripts, line by line: from now on warnings go to the log
/// file alone, where there is one. Critical messages still reach stderr.
void keepWarningsOffStderr();

/// Adds bytes to the log file as they are, where there is one. May be called from a signal handler.
void writeToLogFile(const char *bytes, size_t size);

} // namespace yaodian
