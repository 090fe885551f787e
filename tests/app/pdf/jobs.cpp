#include "pdf/jobs.h"
#include "pdf/textcache.h"
#include "pdf/uris.h"
#include "tests/support/testmain.h"

#include <QTest>

namespace pdf_jobs {

using namespace yaodian;
using namespace yaodian::pdf;
using Priority = Document::Priority;

Job job(quint64 id, Priority priority)
{
    Job out;
    out.id = id;
    out.priority = priority;
    return out;
}

QList<quint64> drained(JobQueue &queue)
{
    QList<quint64> ids;
    while (const auto next = queue.take())
        ids.append(next->id);
    return ids;
}

class TestJobs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void visibleComesBeforeNearBeforeBackground()
    {
        JobQueue queue;
        queue.add(job(1, Priority::Background));
        queue.add(job(2, Priority::Near));
        queue.add(job(3, Priority::Visible));
        queue.add(job(4, Priority::Near));
        queue.add(job(5, Priority::Visible));
        QCOMPARE(drained(queue), (QList<quint64>{3, 5, 2, 4, 1}));
    }

    void whatWasPutBackComesBeforeItsEquals()
    {
        JobQueue queue;
        queue.add(job(1, Priority::Near));
        queue.add(job(2, Priority::Visible));
        queue.putBack(job(3, Priority::Near));
        QCOMPARE(drained(queue), (QList<quint64>{2, 3, 1}));
    }

    void whatWasRemovedIsNeverTaken()
    {
        JobQueue queue;
        queue.add(job(1, Priority::Near));
        queue.add(job(2, Priority::Near));
        QVERIFY(queue.remove(1));
        QVERIFY(!queue.remove(1));
        QCOMPARE(drained(queue), QList<quint64>{2});
        QVERIFY(queue.isEmpty());
    }

    void onlyWhatIsLookedAtOutranksWhatIsNot()
    {
        JobQueue queue;
        QVERIFY(!queue.outranks(job(9, Priority::Background)));
        queue.add(job(1, Priority::Near));
        QVERIFY(!queue.outranks(job(9, Priority::Background)));
        queue.add(job(2, Priority::Visible));
        QVERIFY(queue.outranks(job(9, Priority::Background)));
        QVERIFY(queue.outranks(job(9, Priority::Near)));
        QVERIFY(!queue.outranks(job(9, Priority::Visible)));
    }

    void theTextCacheForgetsTheOldestBeyondItsBound()
    {
        TextCache cache;
        PageText large;
        large.text = QString(500'000, u'x');
        large.boxes.resize(500'000);
        for (int page = 0; page < 10; ++page)
            cache.put(page, large);
        QVERIFY(!cache.get(0));
        QVERIFY(cache.get(9));
        QCOMPARE(cache.get(9)->text.size(), 500'000);
    }

    void onlyHttpLinksAreFollowed_data()
    {
        QTest::addColumn<QString>("uri");
        QTest::addColumn<QString>("followed");
        QTest::newRow("https") << QStringLiteral("https://arxiv.org/abs/1706.03762#a")
                               << QStringLiteral("https://arxiv.org/abs/1706.03762#a");
        QTest::newRow("http") << QStringLiteral(" http://example.org/a?b=c ")
                              << QStringLiteral("http://example.org/a?b=c");
        QTest::newRow("capitals") << QStringLiteral("HTTPS://Example.org/") << QStringLiteral("https://example.org/");
        QTest::newRow("user name") << QStringLiteral("https://bank.com@evil.example/")
                                   << QStringLiteral("https://evil.example/");
        QTest::newRow("look-alike") << QStringLiteral("https://аpple.com/")
                                    << QStringLiteral("https://xn--pple-43d.com/");
        for (const char *bad : {"file:///etc/passwd", "javascript:alert(1)", "smb://host/share", "data:text/html,x",
                                "mailto:a@b.c", "http://", "https:///x", "steam://run", "", "launch:cmd.exe"})
            QTest::newRow(bad) << QString::fromLatin1(bad) << QString();
        QTest::newRow("line break") << QStringLiteral("http://a.example/\r\nHost: b") << QString();
        QTest::newRow("turned text") << QStringLiteral("http://a.example/\u202egpj.exe") << QString();
    }

    void onlyHttpLinksAreFollowed()
    {
        QFETCH(QString, uri);
        QFETCH(QString, followed);
        QCOMPARE(followableUri(uri), followed);
    }
};

YAODIAN_TEST_GUILESS(TestJobs)

} // namespace pdf_jobs

#include "jobs.moc"
