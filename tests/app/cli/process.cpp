#include "process.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

QJsonObject Ran::object() const
{
    return QJsonDocument::fromJson(out).object();
}

QJsonArray Ran::array() const
{
    return QJsonDocument::fromJson(out).array();
}

QByteArray Ran::all() const
{
    return "exit " + QByteArray::number(exit) + "\nout: " + out + "\nerr: " + err;
}

Program::Program() = default;

void Program::write(const QString &name, const QByteArray &bytes) const
{
    QFile out(file(name));
    const bool written = out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size();
    if (!written)
        qFatal("cannot write %s", qPrintable(name));
}

Ran Program::run(const QStringList &arguments, const QByteArray &input) const
{
    const auto process = start(arguments);
    process->write(input);
    process->closeWriteChannel();
    return ended(*process);
}

std::unique_ptr<QProcess> Program::start(const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("YAODIAN_LIBRARY"), library());
    environment.insert(QStringLiteral("HOME"), folder());
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C")); // the locale of a bare machine
    environment.remove(QStringLiteral("LANGUAGE"));
    process->setProcessEnvironment(environment);
    process->setWorkingDirectory(folder());
    process->start(QStringLiteral(YAODIAN_BIN "/yaodian"), arguments);
    return process;
}

Ran Program::ended(QProcess &process)
{
    // The test may be the server the program speaks to, so its events must go on.
    const bool finished = QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60'000);
    if (!finished) {
        process.kill();
        process.waitForFinished();
    }
    const bool normal = finished && process.exitStatus() == QProcess::NormalExit;
    return {normal ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

QString Program::fixture(const QString &name)
{
    return QStringLiteral(YAODIAN_FIXTURES "/cli/") + name;
}
