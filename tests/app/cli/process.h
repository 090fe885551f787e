#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

/// How a run of the real program ended.
struct Ran
{
    int exit = -1; ///< -1: it did not end by itself
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject object() const; ///< empty where stdout is no JSON object
    [[nodiscard]] QJsonArray array() const;
    [[nodiscard]] int errorLines() const { return int(err.count('\n')); }
    [[nodiscard]] QByteArray all() const; ///< for messages of failed tests
};

/// Runs the built program on a library of its own, in English.
class Program
{
public:
    Program();

    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString library() const { return m_folder.filePath(QStringLiteral("library")); }
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const;

    /// Runs to the end while this process's event loop goes on, so that the test can be the server.
    [[nodiscard]] Ran run(const QStringList &arguments, const QByteArray &input = {}) const;
    /// Starts and gives the process to the test.
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList &arguments) const;
    [[nodiscard]] static Ran ended(QProcess &process);
    [[nodiscard]] static QString fixture(const QString &name);

private:
    QTemporaryDir m_folder;
};

/// Says what the program said where it ended otherwise. `ran` may be a run: it happens once.
#define COMPARE_EXIT(ran, code)                                                                                        \
    do {                                                                                                               \
        const Ran endedRun = (ran);                                                                                    \
        QVERIFY2(endedRun.exit == (code), endedRun.all().constData());                                                 \
    } while (false)
