#include "tests/app/sync/household.h"
#include "tests/support/testmain.h"

namespace test_sync_first {

using namespace yaodian;
using namespace yaodian::tests;

/// The first answer of a source with a long past, where the reader chose that not all of it is news.
class TestSyncFirst : public QObject
{
    Q_OBJECT

    // Posts 1, 2 and 6 are dated 2, 3 and 7 February 2023; the household's clock stands on the 8th.
    WebServer m_server;

    static int unread(const Household &house) { return house.library->countUnread({}); }

    static QByteArray post(int number)
    {
        const QByteArray n = QByteArray::number(number);
        return "<html><head><title>Digest " + n + "</title><meta property='article:published_time' content='2023-01-0" +
               n + "T08:00:00Z'></head><body><article><p>1、[LG] A Paper Invented for Columns " + n +
               "</p><p>A Author, B Writer</p><p>一句话总结：a sentence made up for this test</p>"
               "<p>https://arxiv.org/abs/2302.0300" +
               n + "</p></article></body></html>";
    }

private Q_SLOTS:
    void init() { m_server.route(u"/feed"_qs, feedAnswer(rssFeed({6, 2, 1}))); }

    void withoutAChoice_allIsNews()
    {
        Household house;
        house.put(m_server.url(u"/feed"_qs));
        QCOMPARE(house.all().fresh, 3);
        QCOMPARE(unread(house), 3);
    }

    void whatIsOld_arrivesRead_andThatIsNoStepOfUndo()
    {
        Household house;
        house.running->setFirstDays(3);
        house.put(m_server.url(u"/feed"_qs));
        QCOMPARE(house.all().fresh, 3);
        QCOMPARE(unread(house), 1);
        QCOMPARE(house.library->rows(house.library->entryIds({})).first().unread, true);
        QVERIFY(house.library->journal().isEmpty());
        // Old as it may be: what comes later is news.
        m_server.route(u"/feed"_qs, feedAnswer(rssFeed({6, 3, 2, 1})));
        QCOMPARE(house.all().fresh, 1);
        QCOMPARE(unread(house), 2);
    }

    void theNewestPost_isNews_howeverOldItIs()
    {
        Household house;
        house.clock.advance(100LL * 24 * 3600 * 1000);
        house.running->setFirstDays(30);
        house.put(m_server.url(u"/feed"_qs));
        house.all();
        QCOMPARE(unread(house), 1);
    }

    void postsThatAreAskedForOneByOne_areOldToo_butTheNewest()
    {
        WebServer server;
        QByteArray page = "<html><head><title>Column</title></head><body><main>";
        for (int number = 4; number > 0; --number) {
            page += "<h2><a href='/posts/2023/digest-number-" + QByteArray::number(number) + "'>Digest</a></h2>";
            server.route(u"/posts/2023/digest-number-%1"_qs.arg(number),
                         Answer::of("text/html; charset=utf-8", post(number)));
        }
        server.route(u"/column"_qs, Answer::of("text/html", page + "</main></body></html>"));
        Household house;
        house.running->setFirstDays(3);
        const auto found = house.find(server.url(u"/column"_qs).toString());
        QVERIFY(found.ok() && house.running->add(*found).ok());
        QCOMPARE(house.all().fresh, 4);
        QCOMPARE(unread(house), 1);
        QCOMPARE(house.library->issues().first().unread, 1);
    }

    void whatHasNoDate_isNews()
    {
        QByteArray undated = rssFeed({6, 2, 1});
        undated.replace("pubDate>03 Feb", "x>03 Feb");
        m_server.route(u"/feed"_qs, feedAnswer(undated));
        Household house;
        house.running->setFirstDays(3);
        house.put(m_server.url(u"/feed"_qs));
        house.all();
        QCOMPARE(unread(house), 2);
    }

    void aPaperThatWaitsFromElsewhere_goesOnWaiting()
    {
        Household house;
        house.put(m_server.url(u"/feed"_qs));
        house.all();
        house.running->setFirstDays(3);
        m_server.route(u"/other"_qs, feedAnswer(rssFeed({6, 4, 3, 2, 1})));
        house.put(m_server.url(u"/other"_qs));
        house.all();
        int waiting = 0;
        QSet<library::PaperId> papers;
        for (const library::ListRow &row : house.library->rows(house.library->entryIds({}))) {
            waiting += row.unread && !papers.contains(row.paper) ? 1 : 0;
            papers.insert(row.paper);
        }
        QCOMPARE(papers.size(), 5);
        QCOMPARE(waiting, 3);
    }

    void whatIsImportedOrFetchedLater_isNews()
    {
        Files files;
        Household house;
        house.running->setFirstDays(3);
        house.clock.advance(100LL * 24 * 3600 * 1000);
        house.import({files.write(u"feed.xml"_qs, rssFeed({6, 2, 1}))});
        QCOMPARE(unread(house), 3);
        m_server.route(u"/paged"_qs, feedAnswer(rssFeed({9})));
        const auto source = house.put(m_server.url(u"/paged"_qs));
        house.all();
        QCOMPARE(unread(house), 4);
        m_server.route(u"/paged"_qs, feedAnswer(rssFeed({12, 11, 10})));
        QCOMPARE(house.older(source.id, 1).fresh, 3);
        QCOMPARE(unread(house), 7);
    }
};

YAODIAN_TEST_GUILESS(TestSyncFirst)

} // namespace test_sync_first

#include "test_sync_first.moc"
