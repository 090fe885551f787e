#include "base/log.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

#include <atomic>
#include <cstdio>
#include <memory>
#include <mutex>

#include <unistd.h>

namespace yaodian {

Q_LOGGING_CATEGORY(logBase, "yaodian.base", QtInfoMsg)
Q_LOGGING_CATEGORY(logLibrary, "yaodian.library", QtInfoMsg)
Q_LOGGING_CATEGORY(logNet, "yaodian.net", QtInfoMsg)
Q_LOGGING_CATEGORY(logPdf, "yaodian.pdf", QtInfoMsg)
Q_LOGGING_CATEGORY(logSync, "yaodian.sync", QtInfoMsg)
Q_LOGGING_CATEGORY(logUi, "yaodian.ui", QtInfoMsg)

namespace {

constexpr qint64 largestLog = 1024 * 1024;

// Qt's message handler is a plain function pointer, so what it writes to cannot be handed in.
std::mutex logMutex;
std::unique_ptr<QFile> logFile;
bool warningsToStderr = true;
std::atomic<int> logDescriptor = -1; ///< of logFile: a signal handler sees no more of it

/// A log may be shown to others: whose home folder it was is nobody's business.
QByteArray homeless(QByteArray line)
{
    static const QByteArray home = QDir::homePath().toUtf8();
    return home.size() > 1 ? line.replace(home + '/', "~/") : line;
}

void writeMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QByteArray line = qFormatLogMessage(type, context, message).toUtf8() + '\n';
    const std::lock_guard guard(logMutex);
    if (logFile) {
        logFile->write(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toLatin1() + ' ' + homeless(line));
        logFile->flush();
    }
    const bool grave = type == QtCriticalMsg || type == QtFatalMsg;
    if (grave || (type == QtWarningMsg && warningsToStderr))
        std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stderr);
}

} // namespace

void startLogFile(const QString &directory)
{
    QDir().mkpath(directory);
    const QString path = directory + QStringLiteral("/yaodian.log");
    if (QFile(path).size() > largestLog) {
        QFile::remove(path + QStringLiteral(".1"));
        QFile::rename(path, path + QStringLiteral(".1"));
    }
    auto file = std::make_unique<QFile>(path);
    if (file->open(QIODevice::WriteOnly | QIODevice::Append)) {
        const std::lock_guard guard(logMutex);
        logFile = std::move(file);
        logDescriptor = logFile->handle();
    }
    qInstallMessageHandler(writeMessage);
}

void writeToLogFile(const char *bytes, size_t size)
{
    if (const int descriptor = logDescriptor; descriptor >= 0)
        static_cast<void>(!::write(descriptor, bytes, size));
}

void keepWarningsOffStderr()
{
    {
        const std::lock_guard guard(logMutex);
        warningsToStderr = false;
    }
    qInstallMessageHandler(writeMessage);
}

} // namespace yaodian
