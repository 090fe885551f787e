#include "process.h"
#include "tests/support/testmain.h"

#include "tests/support/webserver.h"

#include <QFile>
#include <QTest>

namespace cli_sources {

using namespace yaodian;
using namespace yaodian::tests;
using namespace Qt::StringLiterals;

QByteArray feed(int posts)
{
    QByteArray items;
    for (int number = posts; number > 0; --number) {
        const QByteArray n = QByteArray::number(number);
        items += "<item><title>Digest " + n + "</title><guid>" + n + "</guid><description>made up</description></item>";
    }
    return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>A source</title>" + items + "</channel></rss>";
}

/// What can be done with sources on the command line.
class SourcesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void add_saysWhatItFound();
    void choices_areKept_andBadOnesAreNamed();
    void log_saysWhatHappened();
    void waiting_isNoFailure();
    void opml_goesInAndOut();
    void misuse_isUsage_data();
    void misuse_isUsage();
    void older_needsASourceThatHasSome();
};

void SourcesTest::add_saysWhatItFound()
{
    WebServer server;
    server.route(u"/feed"_s, Answer::of("application/rss+xml", feed(7)));
    const Program program;
    const QJsonObject added =
        program.run({u"sources"_s, u"add"_s, server.url(u"/feed"_s).toString(), u"--json"_s}).object();
    QCOMPARE(added[u"kind"_s].toString(), u"feed"_s);
    QCOMPARE(added[u"issues"_s].toInt(), 7);
    QCOMPARE(added[u"titles"_s].toArray().first().toString(), u"Digest 7"_s);
    QCOMPARE(added[u"known"_s].toBool(), false);
    const Ran again = program.run({u"sources"_s, u"add"_s, server.url(u"/feed"_s).toString(), u"--json"_s});
    COMPARE_EXIT(again, 0);
    QCOMPARE(again.object()[u"known"_s].toBool(), true);
    QVERIFY(program.run({u"sources"_s, u"presets"_s}).out.contains("huggingface.co/papers"));
}

void SourcesTest::choices_areKept_andBadOnesAreNamed()
{
    WebServer server;
    server.route(u"/feed"_s, Answer::of("application/rss+xml", feed(1)));
    const Program program;
    const QString id = program.run({u"sources"_s, u"add"_s, server.url(u"/feed"_s).toString(), u"--json"_s})
                           .object()[u"id"_s]
                           .toString();
    COMPARE_EXIT(program.run({u"sources"_s, u"set"_s, id, u"title=Another name"_s, u"category=cs.CL"_s,
                              u"language=zh-CN"_s, u"header.X-Invented=yes"_s}),
                 0);
    const QJsonObject listed =
        program.run({u"sources"_s, u"--json"_s}).object()[u"sources"_s].toArray().at(0).toObject();
    QCOMPARE(listed[u"title"_s].toString(), u"Another name"_s);
    QCOMPARE(listed[u"category"_s].toString(), u"CL"_s);
    COMPARE_EXIT(program.run({u"sync"_s}), 0);
    QCOMPARE(server.seen().last().header("X-Invented"), "yes");
    QCOMPARE(server.seen().last().header("Accept-Language"), "zh-CN");
    for (const QString &bad :
         {u"interval=soon"_s, u"interval=-1"_s, u"proxy=ftp://x:1"_s, u"mirror=x"_s, u"language=?"_s, u"title="_s,
          u"max-age=maybe"_s, u"header.a b=c"_s, u"colour=red"_s, u"nothing"_s}) {
        const Ran ran = program.run({u"sources"_s, u"set"_s, id, bad});
        COMPARE_EXIT(ran, 1);
        QCOMPARE(ran.errorLines(), 1);
    }
    QCOMPARE(program.run({u"sources"_s, u"--json"_s}).object()[u"sources"_s].toArray().at(0)[u"title"_s].toString(),
             u"Another name"_s);
}

void SourcesTest::log_saysWhatHappened()
{
    WebServer server;
    Answer answer = Answer::of("application/rss+xml", feed(2));
    answer.etag = "\"1\"";
    server.route(u"/feed"_s, answer);
    const Program program;
    COMPARE_EXIT(program.run({u"sources"_s, u"add"_s, server.url(u"/feed"_s).toString()}), 0);
    COMPARE_EXIT(program.run({u"sync"_s}), 0);
    COMPARE_EXIT(program.run({u"sync"_s}), 0);
    const QJsonArray events = program.run({u"sources"_s, u"log"_s, u"--json"_s}).object()[u"events"_s].toArray();
    QCOMPARE(events.size(), 2);
    QVERIFY(events.at(0)[u"outcome"_s].toString().contains(u"304"_s));
    QCOMPARE(events.at(1)[u"new"_s].toInt(), 2);
    QVERIFY(!events.at(1)[u"again"_s].toString().isEmpty());
    QVERIFY(program.run({u"sources"_s, u"log"_s}).out.contains("A source"));
}

void SourcesTest::waiting_isNoFailure()
{
    WebServer server;
    server.route(u"/feed"_s, Answer::of("application/rss+xml", feed(1)));
    const Program program;
    COMPARE_EXIT(program.run({u"sources"_s, u"add"_s, server.url(u"/feed"_s).toString()}), 0);
    Answer busy;
    busy.status = 429;
    busy.headers = {{"Retry-After", "3600"}};
    server.route(u"/feed"_s, busy);
    for (int round = 0; round < 2; ++round) {
        const Ran ran = program.run({u"sync"_s, u"--json"_s});
        COMPARE_EXIT(ran, 0);
        QCOMPARE(ran.object()[u"waiting"_s].toArray().size(), 1);
        QVERIFY(ran.object()[u"failed"_s].toArray().isEmpty());
    }
    QCOMPARE(server.hits(u"/feed"_s), 2); // once to add it, once to hear "too many": the next start remembers
}

void SourcesTest::opml_goesInAndOut()
{
    const Program program;
    program.write(u"in.opml"_s, "<opml version='2.0'><body><outline text='A' xmlUrl='https://a.example/feed'/>"
                                "<outline text='B' xmlUrl='https://b.example/feed'/></body></opml>");
    const Ran in = program.run({u"sources"_s, u"import"_s, u"in.opml"_s, u"--json"_s});
    COMPARE_EXIT(in, 0);
    QCOMPARE(in.object()[u"new"_s].toInt(), 2);
    COMPARE_EXIT(program.run({u"sources"_s, u"export"_s, u"out.opml"_s}), 0);
    QFile out(program.file(u"out.opml"_s));
    QVERIFY(out.open(QIODevice::ReadOnly));
    const QByteArray opml = out.readAll();
    QVERIFY(opml.contains("https://a.example/feed") && opml.contains("https://b.example/feed"));
    const Program other;
    QCOMPARE(other.run({u"sources"_s, u"import"_s, u"-"_s, u"--json"_s}, opml).object()[u"new"_s].toInt(), 2);
    const Ran none = other.run({u"sources"_s, u"import"_s, u"-"_s}, "words");
    COMPARE_EXIT(none, 1);
    QCOMPARE(none.errorLines(), 1);
}

void SourcesTest::misuse_isUsage_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("unknown") << QStringList{u"sources"_s, u"paint"_s};
    QTest::newRow("add what") << QStringList{u"sources"_s, u"add"_s};
    QTest::newRow("add too much") << QStringList{u"sources"_s, u"add"_s, u"a"_s, u"b"_s};
    QTest::newRow("set what") << QStringList{u"sources"_s, u"set"_s, u"a"_s};
    QTest::newRow("older of whom") << QStringList{u"sync"_s, u"--older"_s, u"3"_s};
    QTest::newRow("older how far") << QStringList{u"sync"_s, u"a"_s, u"--older"_s, u"zero"_s};
    QTest::newRow("older too far") << QStringList{u"sync"_s, u"a"_s, u"--older"_s, u"31"_s};
    QTest::newRow("due and named") << QStringList{u"sync"_s, u"a"_s, u"--due"_s};
}

void SourcesTest::misuse_isUsage()
{
    QFETCH(QStringList, words);
    const Ran ran = Program().run(words);
    COMPARE_EXIT(ran, 2);
    QCOMPARE(ran.errorLines(), 1);
}

void SourcesTest::older_needsASourceThatHasSome()
{
    const Program program;
    const QString folder = program.folder() + u"/digests"_s;
    QVERIFY(QDir().mkpath(folder));
    const QJsonObject added = program.run({u"sources"_s, u"add"_s, folder, u"--json"_s}).object();
    QCOMPARE(added[u"kind"_s].toString(), u"folder"_s);
    const Ran ran = program.run({u"sync"_s, added[u"id"_s].toString(), u"--older"_s, u"2"_s});
    COMPARE_EXIT(ran, 1);
    QCOMPARE(ran.errorLines(), 1);
}

YAODIAN_TEST_GUILESS(SourcesTest)

} // namespace cli_sources

#include "sources.moc"
