#include "sync/activity.h"
#include "tests/app/sync/household.h"
#include "tests/support/testmain.h"

#include <QLocale>

namespace test_sync_arxiv {

using namespace yaodian;
using namespace yaodian::tests;
using Event = library::SyncEvent::Kind;

constexpr qint64 hourMs = 3600 * 1000;

struct Announced
{
    int number = 0;
    int version = 1;
};

/// arXiv's feed of a category as it is on `day`: only what was announced then.
QByteArray listOf(const QList<Announced> &papers, const QDate &day)
{
    const QByteArray date = QLocale::c().toString(day, u"ddd, dd MMM yyyy"_qs).toLatin1();
    QByteArray out = "<?xml version='1.0' encoding='UTF-8'?><rss xmlns:arxiv=\"http://arxiv.org/schemas/atom\""
                     " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" version=\"2.0\"><channel>"
                     "<title>cs.LG updates on arXiv.org</title><link>http://rss.arxiv.org/rss/cs.LG</link>"
                     "<lastBuildDate>" +
                     date + " 05:00:11 +0000</lastBuildDate><pubDate>" + date +
                     " 00:00:00 -0500</pubDate><skipDays><day>Sunday</day><day>Saturday</day></skipDays>";
    for (const Announced &one : papers) {
        const QByteArray id = "2302.0" + QByteArray::number(1000 + one.number);
        const QByteArray version = "v" + QByteArray::number(one.version);
        const QByteArray type = one.version > 1 ? "replace" : "new";
        out += "<item><title>An Invented Announcement " + QByteArray::number(one.number) +
               "</title><link>https://arxiv.org/abs/" + id + "</link><description>arXiv:" + id + version +
               " Announce Type: " + type +
               " \nAbstract: Made up.</description><guid isPermaLink=\"false\">oai:arXiv.org:" + id + version +
               "</guid><category>cs.LG</category><pubDate>" + date + " 00:00:00 -0500</pubDate><arxiv:announce_type>" +
               type + "</arxiv:announce_type><dc:creator>Ada Author, Ben Writer</dc:creator></item>";
    }
    return out + "</channel></rss>";
}

/// What arXiv's lists do to those who read them: only today's batch is there, and it may be yesterday's.
class TestSyncArxiv : public QObject
{
    Q_OBJECT

    const QDate m_wednesday{2023, 2, 8}; ///< of the household's clock, 10:00 UTC
    WebServer m_server;
    std::unique_ptr<Household> m_house;
    library::Source m_source;

    void serve(const QList<Announced> &papers, const QDate &day, const Headers &headers = {})
    {
        Answer answer = feedAnswer(listOf(papers, day));
        answer.headers = headers;
        m_server.route(u"/rss/cs.LG"_qs, answer);
    }
    sync::DayState today()
    {
        return sync::gatherActivity(*m_house->library, m_house->clock.now(), QTimeZone::utc()).first().today.state;
    }
    QList<library::ListRow> rows() { return m_house->library->rows(m_house->library->entryIds({})); }

private Q_SLOTS:
    void init()
    {
        m_house = std::make_unique<Household>();
        QVERIFY(m_house->client.setMirrors({m_server.mirrorFor(u"rss.arxiv.org"_qs)}).ok());
        m_source = m_house->put(QUrl(u"https://rss.arxiv.org/rss/cs.LG"_qs));
        m_server.forget();
    }

    void aReplacement_isTheSamePaper_andStaysRead()
    {
        serve({{1}, {2}, {3}}, m_wednesday);
        QCOMPARE(m_house->all().fresh, 1);
        QCOMPARE(rows().size(), 3);
        const library::PaperId paper = rows().first().paper;
        QCOMPARE(m_house->library->paper(paper)->authors, (QStringList{u"Ada Author"_qs, u"Ben Writer"_qs}));
        library::PaperState read;
        read.read = true;
        QVERIFY(m_house->library
                    ->act(u"read"_qs, u"read"_qs, [&](library::Acts &acts) { return acts.putState(paper, read); })
                    .ok());
        m_house->clock.advance(24 * hourMs);
        serve({{1, 2}, {4}, {5}}, m_wednesday.addDays(1));
        QCOMPARE(m_house->all().fresh, 1);
        QSet<library::PaperId> papers;
        for (const library::ListRow &row : rows())
            papers.insert(row.paper);
        QCOMPARE(rows().size(), 6);
        QCOMPARE(papers.size(), 5);
        QCOMPARE(m_house->library->mentions(paper).size(), 2);
        QVERIFY(m_house->library->state(paper).read);
    }

    void yesterdaysBatchUnderTodaysDate_isNoNewIssue_andIsAskedForUntilThereIsOne()
    {
        serve({{1}, {2}, {3}, {4}}, m_wednesday);
        QCOMPARE(m_house->due().fresh, 1);
        QCOMPARE(today(), sync::DayState::Fresh);
        m_house->clock.advance(19 * hourMs); // Thursday, 05:00
        serve({{1}, {2}, {3}, {4}}, m_wednesday.addDays(1),
              {{"Cache-Control", "max-age=86000"}}); // until midnight there
        const auto stale = m_house->due();
        QCOMPARE(stale.fresh + stale.updated, 0);
        QCOMPARE(m_house->library->issues().size(), 1);
        QCOMPARE(m_house->library->syncLog(m_source.id).first().kind, Event::Unchanged);
        QVERIFY(today() != sync::DayState::Fresh);
        m_house->clock.advance(5 * hourMs);
        serve({{4, 2}, {5}, {6}, {7}}, m_wednesday.addDays(1));
        QCOMPARE(m_house->due().fresh, 1);
        QCOMPARE(m_house->library->issues().size(), 2);
        QCOMPARE(today(), sync::DayState::Fresh);
        // Once more the old one: it neither comes back nor gets into today's.
        m_house->clock.advance(hourMs);
        serve({{1}, {2}, {3}, {4}}, m_wednesday.addDays(1));
        const auto again = m_house->due();
        QCOMPARE(again.fresh + again.updated, 0);
        QCOMPARE(rows().size(), 8);
        QCOMPARE(m_server.seen().size(), 4);
    }

    void aDayThatBeganWithStragglers_isFilledUp()
    {
        serve({{1}, {2}, {3}}, m_wednesday.addDays(-1));
        m_house->all();
        serve({{3}}, m_wednesday); // one that was there yesterday; of so few it may be today's too
        QCOMPARE(m_house->all().fresh, 1);
        serve({{3}, {4}, {5}}, m_wednesday);
        const auto whole = m_house->all();
        QCOMPARE(whole.fresh, 0);
        QCOMPARE(whole.updated, 1);
        QCOMPARE(m_house->library->issues().size(), 2);
        QCOMPARE(rows().size(), 6);
    }

    void anEmptyWeekend_takesNothingBack_andIsNoFailure()
    {
        serve({{1}, {2}, {3}}, m_wednesday);
        m_house->all();
        m_house->clock.advance(3 * 24 * hourMs);
        serve({}, m_wednesday.addDays(3));
        QVERIFY(m_house->all().failed.isEmpty());
        QCOMPARE(m_house->library->syncLog(m_source.id).first().kind, Event::Empty);
        QCOMPARE(m_house->library->syncState(m_source.id).failures, 0);
        QCOMPARE(rows().size(), 3);
        QVERIFY(today() != sync::DayState::Failed && today() != sync::DayState::Stalled);
    }

    void whatIsThere_isTheSameAfterARebuild()
    {
        serve({{1}, {2}, {3}}, m_wednesday);
        m_house->all();
        m_house->clock.advance(24 * hourMs);
        serve({{1}, {2}}, m_wednesday.addDays(1));
        m_house->all();
        QByteArray edited = listOf({{1}, {2}, {3}}, m_wednesday.addDays(1));
        m_server.route(u"/rss/cs.LG"_qs, feedAnswer(edited.replace("Made up.", "Edited since.")));
        QCOMPARE(m_house->all().updated, 1);
        const auto ids = m_house->library->entryIds({});
        QVERIFY(!ids.isEmpty());
        m_house->running.reset();
        m_house->library.reset();
        QVERIFY(QFile::remove(m_house->folder.filePath(u"cache.sqlite"_qs)));
        QFile::remove(m_house->folder.filePath(u"cache.sqlite-wal"_qs));
        m_house->library = m_house->open();
        QCOMPARE(m_house->library->entryIds({}), ids);
    }
};

YAODIAN_TEST_GUILESS(TestSyncArxiv)

} // namespace test_sync_arxiv

#include "test_sync_arxiv.moc"
