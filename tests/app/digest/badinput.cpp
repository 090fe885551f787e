// What is no post: one sentence, or a post without papers.
#include "digesttest.h"
#include "tests/support/testmain.h"

namespace digest_badinput {

using namespace yaodian::digest;
using namespace yaodian::digest::test;
using namespace Qt::StringLiterals;

class BadInputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refused_data();
    void refused();
    void tooLargeIsRefused();
    void postWithoutPapersIsKept();
    void cutPostKeepsItsEntries();
    void everyPrefixOfAPostIsRead_data();
    void everyPrefixOfAPostIsRead();
    void noiseIsHarmless();
};

void BadInputTest::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("word");
    QTest::newRow("empty") << QByteArray() << u"empty"_s;
    QTest::newRow("blanks") << QByteArray(" \n\t \r\n") << u"empty"_s;
    QTest::newRow("PDF") << QByteArray("%PDF-1.5\n%\xE2\xE3\xCF\xD3\n1 0 obj") << u"PDF"_s;
    QTest::newRow("zip") << QByteArray("PK\x03\x04 more") << u"archive"_s;
    QTest::newRow("image") << QByteArray("\x89PNG\r\n\x1a\n more") << u"image"_s;
    QTest::newRow("gzip") << QByteArray("\x1F\x8B\x08 more") << u"compressed"_s;
    QByteArray noise;
    for (int i = 0; i < 4000; ++i)
        noise += char((i * 7919 + i * i * 31) % 256);
    QTest::newRow("noise") << noise << u"binary"_s;
    QTest::newRow("zeros") << QByteArray(1000, '\0') << u"binary"_s;
}

void BadInputTest::refused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, word);
    const auto issues = parse(bytes, {});
    QVERIFY(!issues);
    QVERIFY2(issues.error().message.contains(word), qUtf8Printable(issues.error().message));
    QVERIFY(issues.error().message.endsWith(u'.'));
    QVERIFY(!issues.error().message.contains(u'\n'));
}

void BadInputTest::tooLargeIsRefused()
{
    const QByteArray big(largestDocument + 1, 'a');
    const auto issues = parse(big, {});
    QVERIFY(!issues);
    QVERIFY(issues.error().message.contains(u"64 MB"_s));
}

void BadInputTest::postWithoutPapersIsKept()
{
    const Issue issue = one(u"随笔\n\n今天没有论文。\n明天再说。\n"_s.toUtf8());
    QCOMPARE(issue.entries.size(), 0);
    QCOMPARE(issue.title, u"随笔"_s);
    QVERIFY(issue.text.contains(u"明天再说。"_s));
    QCOMPARE(issue.report.family, u"text"_s);
    QCOMPARE(toGold(issue)["entries"_L1].toArray().size(), 0);
    QCOMPARE(toGold(issue)["extra"_L1]["text"_L1].toString(), issue.text);
    // Sentences alone: the first is its name.
    QCOMPARE(one(u"今天没有论文。\n\n只有两句话。\n"_s.toUtf8()).title, u"今天没有论文。"_s);
}

void BadInputTest::cutPostKeepsItsEntries()
{
    const QByteArray whole = fixture("daily_points.txt");
    const Issue issue = one(whole.left(whole.indexOf("https://openreview")));
    QCOMPARE(titles(issue),
             QStringList({u"Attention Is All You Need"_s, u"Adam: A Method for Stochastic Optimization"_s}));
    QCOMPARE(issue.entries[0].url, u"https://arxiv.org/abs/1706.03762"_s);
    QCOMPARE(issue.entries[1].keyPoints.size(), 3);
}

void BadInputTest::everyPrefixOfAPostIsRead_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"daily_points.txt", "scraped.txt", "recommendations.txt", "post.html", "notes.md",
                             "runon.md", "listing.atom.xml"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void BadInputTest::everyPrefixOfAPostIsRead()
{
    QFETCH(QString, name);
    const QByteArray whole = fixture(qPrintable(name));
    for (qsizetype size = 1; size < whole.size(); size += 37) {
        const auto issues = parse(whole.left(size), {name, {}, {}});
        if (issues)
            for (const Issue &issue : *issues)
                QCOMPARE(issue.report.entriesMade, int(issue.entries.size()));
        else
            QVERIFY(!issues.error().message.isEmpty());
    }
}

void BadInputTest::noiseIsHarmless()
{
    // Damaged copies of real shapes: whatever comes out, its parts hold together.
    quint32 state = 12345;
    const auto random = [&state](quint32 below) { return (state = state * 1664525U + 1013904223U) / 65536U % below; };
    for (const char *name : {"daily_points.txt", "scraped.txt", "post.html", "notes.md", "listing.atom.xml"}) {
        const QByteArray whole = fixture(name);
        for (int round = 0; round < 60; ++round) {
            QByteArray bytes = whole;
            for (int i = 0; i < 30; ++i)
                bytes[qsizetype(random(quint32(bytes.size())))] = "<>[]\"&1、.\n:("[random(12)];
            const auto issues = parse(bytes, named(name));
            if (!issues)
                continue;
            for (const Issue &issue : *issues)
                for (const Entry &entry : issue.entries)
                    QVERIFY(!entry.title.isEmpty());
        }
    }
}

YAODIAN_TEST_APPLESS(BadInputTest)

} // namespace digest_badinput

#include "badinput.moc"
