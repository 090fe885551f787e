#include "process.h"
#include "tests/support/testmain.h"

#include "tests/support/ranges.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <csignal>

namespace cli_downloadkills {

using namespace yaodian;
using namespace yaodian::tests;
using namespace Qt::StringLiterals;

/// 200 by hand (YAODIAN_KILLS=200), fewer where every change is tested.
int rounds()
{
    const int wanted = qEnvironmentVariableIntValue("YAODIAN_KILLS");
    return wanted > 0 ? wanted : 25;
}

/// Some 2 MB that are no other paper's.
QByteArray pdfOf(int number)
{
    QByteArray words;
    for (int i = 0; words.size() < 2'000'000; ++i)
        words += QByteArray::number(number) + '-' + QByteArray::number(i) + ' ';
    return "%PDF-1.4\n% " + words + "\ntrailer<</Root 1 0 R>>\n%%EOF\n";
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The program is killed in the middle of a download, again and again; what had come is gone on with, and what is
/// stored in the end is the file, byte for byte.
class DownloadKills final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedDownload_isGoneOnWith_andStoredWholeOrNotAtAll();
};

void DownloadKills::killedDownload_isGoneOnWith_andStoredWholeOrNotAtAll()
{
    const Program program;
    WebServer server;
    const QStringList mirror{u"--mirror"_s, server.mirrorFor(u"venue.example"_s)};
    QRandomGenerator chance(20230208);
    int killed = 0;
    int resumed = 0;
    int papers = 0;
    for (int number = 1; killed < rounds(); ++number) {
        QVERIFY2(number < rounds() * 3, "the downloads were over before they could be killed");
        program.write(u"post.txt"_s,
                      QStringLiteral("LG - 机器学习\n\n1、[LG] An Invented Paper %1\n\nA Author, B Other\n\n"
                                     "一句话总结：\n虚构的一句。\n\nhttps://venue.example/%1.pdf\n")
                          .arg(number)
                          .toUtf8());
        COMPARE_EXIT(program.run({u"import"_s, program.file(u"post.txt"_s)}), 0);
        const QByteArray file = pdfOf(number);
        const auto whole = std::make_shared<std::atomic_bool>(false);
        server.forget();
        server.route(u"/%1.pdf"_s.arg(number), [file, whole](const Seen &seen) {
            Answer answer = ranged(seen, file, "\"one\"");
            answer.stall = !*whole; // half of what is asked for, then nothing
            return answer;
        });
        const QString id = program.run({u"list"_s, u"--json"_s}).array()[0].toObject()[u"paper"_s].toString();
        for (int attempt = 0; attempt < 4; ++attempt) {
            const auto process = program.start(QStringList{u"fetch"_s, id} + mirror);
            QVERIFY(process->waitForStarted());
            QTest::qWait(chance.bounded(30, 200));
            killed += process->state() != QProcess::NotRunning ? 1 : 0;
            ::kill(pid_t(process->processId()), SIGKILL);
            QTRY_COMPARE(process->state(), QProcess::NotRunning);
            const QJsonArray stored = program.run({u"list"_s, u"--json"_s}).array()[0][u"documents"_s].toArray();
            QVERIFY2(stored.isEmpty(), "half of a file was stored");
        }
        *whole = true;
        COMPARE_EXIT(program.run(QStringList{u"fetch"_s, id} + mirror), 0);
        const QJsonArray stored = program.run({u"list"_s, u"--json"_s}).array()[0][u"documents"_s].toArray();
        QCOMPARE(stored.size(), 1);
        QVERIFY(readAll(stored[0][u"path"_s].toString()) == file);
        resumed += server.seen().last().header("Range").startsWith("bytes=") ? 1 : 0; // not where all died too early
        COMPARE_EXIT(program.run({u"doctor"_s}), 0);
        QVERIFY(QDir(program.library() + u"/incoming"_s).isEmpty());
        ++papers;
    }
    QVERIFY2(resumed * 2 > papers, "what the killed ones had brought was not gone on with");
}

YAODIAN_TEST_GUILESS(DownloadKills)

} // namespace cli_downloadkills

#include "downloadkills.moc"
