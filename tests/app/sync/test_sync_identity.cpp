#include "tests/app/sync/household.h"
#include "tests/support/testmain.h"

namespace test_sync_identity {

using namespace yaodian;
using namespace yaodian::tests;

struct Item
{
    QByteArray guid;
    QByteArray link;
    QByteArray title;
    QByteArray words = "made up";
    QByteArray date = "Mon, 06 Feb 2023 08:00:00 GMT";
};

QByteArray feedOf(const QList<Item> &items)
{
    QByteArray out = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>T</title>";
    for (const Item &item : items) {
        out += "<item><title>" + item.title + "</title>";
        if (!item.link.isEmpty())
            out += "<link>" + item.link + "</link>";
        if (!item.guid.isEmpty())
            out += "<guid>" + item.guid + "</guid>";
        if (!item.date.isEmpty())
            out += "<pubDate>" + item.date + "</pubDate>";
        out += "<description>" + item.words + "</description></item>";
    }
    return out + "</channel></rss>";
}

const Item a{"g", "https://blog.example/a", "Post A"};
const Item b{"g", "https://blog.example/b", "Post B"};
const Item c{"g", "https://blog.example/c", "Post C"};

/// Feeds whose identifiers cannot be trusted: after each round nothing is lost and nothing is there twice.
class TestSyncIdentity : public QObject
{
    Q_OBJECT

    WebServer m_server;
    std::unique_ptr<Household> m_house;

    sync::Outcome round(const QList<Item> &items)
    {
        m_server.route(u"/feed"_qs, feedAnswer(feedOf(items)));
        return m_house->all();
    }

private Q_SLOTS:
    void init()
    {
        m_house = std::make_unique<Household>();
        m_house->put(m_server.url(u"/feed"_qs));
    }

    void oneGuidForAll_isNoIdentity()
    {
        QCOMPARE(round({a, b}).fresh, 2);
        QCOMPARE(round({c, a, b}).fresh, 1);
        QCOMPARE(m_house->titles(), (QStringList{u"Post A"_qs, u"Post B"_qs, u"Post C"_qs}));
        round({c});
        QCOMPARE(m_house->titles().size(), 3);
        QCOMPARE(round({b, c, a}).fresh, 0);
    }

    void oneGuid_thatTurnsOutToBeShared_losesNothing()
    {
        QCOMPARE(round({a}).fresh, 1);
        QCOMPARE(round({b, a}).fresh, 1);
        QCOMPARE(round({c, b, a}).fresh, 1);
        QCOMPARE(m_house->titles(), (QStringList{u"Post A"_qs, u"Post B"_qs, u"Post C"_qs}));
    }

    void sharedGuidsWithoutLinks_areToldByTheirTitles()
    {
        QCOMPARE(round({{"g", {}, "One"}, {"g", {}, "Two"}}).fresh, 2);
        QCOMPARE(round({{"g", {}, "Three"}, {"g", {}, "One"}, {"g", {}, "Two"}}).fresh, 1);
        QCOMPARE(m_house->titles().size(), 3);
    }

    void manyPostsWithOneGuid_areAllThere()
    {
        QList<Item> items;
        for (int number = 0; number < 120; ++number)
            items.append(
                {"same", "https://blog.example/" + QByteArray::number(number), "Post " + QByteArray::number(number)});
        QCOMPARE(round(items).fresh, 120);
        items.prepend({"same", "https://blog.example/new", "New"});
        QCOMPARE(round(items).fresh, 1);
        QCOMPARE(m_house->titles().size(), 121);
    }

    void anItemTwiceInOneFeed_isOne()
    {
        QCOMPARE(round({a, a}).fresh, 1);
        QCOMPARE(m_house->titles().size(), 1);
    }

    void aGuidThatChangesEachTime_isTheSamePost()
    {
        for (int number = 0; number < 4; ++number) {
            const QByteArray session = "?s=" + QByteArray::number(number);
            const auto outcome = round({{"x" + session, "https://blog.example/a", "Post A"},
                                        {"y" + session, "https://blog.example/b", "Post B"}});
            QCOMPARE(outcome.fresh, number == 0 ? 2 : 0);
            QCOMPARE(outcome.updated, 0);
        }
        QCOMPARE(m_house->titles().size(), 2);
        const auto edited = round({{"x-last", "https://blog.example/a", "Post A", "edited since"}});
        QCOMPARE(edited.updated, 1);
        QCOMPARE(m_house->titles().size(), 2);
    }

    void postsThatShareALink_butNotTheirGuid_areTheirOwn()
    {
        QCOMPARE(
            round({{"1", "https://blog.example/", "Same title"}, {"2", "https://blog.example/", "Same title"}}).fresh,
            2);
        QCOMPARE(round({{"3", "https://blog.example/", "Other title"}}).fresh, 1);
        QCOMPARE(m_house->library->issues().size(), 3);
    }

    void anEditedPost_mayChangeItsTitleAndItsLink()
    {
        QCOMPARE(round({{"1", "https://blog.example/typo", "A tpyo"}}).fresh, 1);
        const auto outcome = round({{"1", "https://blog.example/typing", "A typo"}});
        QCOMPARE(outcome.updated, 1);
        QCOMPARE(m_house->titles(), QStringList{u"A typo"_qs});
    }

    void aGuid_isOfItsSourceAlone()
    {
        m_house->put(m_server.url(u"/other"_qs));
        m_server.route(u"/other"_qs, feedAnswer(feedOf({a})));
        QCOMPARE(round({a}).fresh, 2);
        QSet<library::SourceId> sources;
        for (const auto &row : m_house->library->issues())
            sources.insert(row.source);
        QCOMPARE(sources.size(), 2);
    }

    void postsWithoutADate_standAsTheirFeedHasThem()
    {
        QList<Item> items; // the newest first, as in every feed
        for (const QByteArray name : {"Third", "Second", "First"})
            items.append({name, "https://blog.example/" + name, name, "made up", {}});
        QCOMPARE(round(items).fresh, 3);
        QStringList titles;
        for (const auto &row : m_house->library->issues())
            titles.append(row.title);
        QCOMPARE(titles, (QStringList{u"Third"_qs, u"Second"_qs, u"First"_qs}));
    }

    void theDateOfTheFirstTime_stays()
    {
        round({a});
        const QDateTime first = m_house->library->issues().first().published;
        QVERIFY(first.isValid());
        Item later = a;
        later.date = "Wed, 08 Feb 2023 09:59:00 GMT";
        const auto outcome = round({later});
        QCOMPARE(outcome.updated, 0);
        QCOMPARE(m_house->library->issues().first().published, first);
    }

    void undatedItems_areTheSameNextTime_andStandWhereTheyCame()
    {
        Item undated = a;
        undated.date.clear();
        QCOMPARE(round({undated}).fresh, 1);
        QVERIFY(!m_house->library->issues().first().published.isValid());
        m_house->clock.advance(24LL * 3600 * 1000);
        QCOMPARE(round({undated}).fresh, 0);
        QVERIFY(m_house->library->issues().first().firstSeen < m_house->clock.now());
        Item bare{{}, {}, "No guid, no link", "made up", {}};
        QCOMPARE(round({bare}).fresh, 1);
        QCOMPARE(round({bare}).fresh, 0);
    }

    void aClockADayOff_isNoMatter()
    {
        Item future = a;
        future.date = "Thu, 09 Feb 2023 12:00:00 GMT";
        QCOMPARE(round({future}).fresh, 1);
        m_house->clock.advance(-24LL * 3600 * 1000);
        QCOMPARE(round({future, b}).fresh, 1);
        QCOMPARE(m_house->titles().size(), 2);
    }

    void whatIsThere_isTheSameAfterARebuild()
    {
        round({a, b, {"x1", "https://blog.example/d", "Post D"}});
        round({{"x2", "https://blog.example/d", "Post D", "edited since"}, c, a, b});
        QList<library::IssueId> before;
        for (const auto &row : m_house->library->issues())
            before.append(row.id);
        QCOMPARE(before.size(), 4);
        m_house->running.reset();
        m_house->library.reset();
        QVERIFY(QFile::remove(m_house->folder.filePath(u"cache.sqlite"_qs)));
        QFile::remove(m_house->folder.filePath(u"cache.sqlite-wal"_qs));
        m_house->library = m_house->open();
        QList<library::IssueId> after;
        for (const auto &row : m_house->library->issues())
            after.append(row.id);
        std::sort(before.begin(), before.end());
        std::sort(after.begin(), after.end());
        QCOMPARE(after, before);
    }

    void aShorterListing_takesNothingBack()
    {
        const auto listing = [](const QList<int> &numbers) {
            QByteArray out = "[";
            for (const int number : numbers) {
                const QByteArray n = QByteArray::number(2000 + number);
                out += out.size() > 1 ? "," : "";
                out += "{\"paper\":{\"id\":\"2302.0" + n + "\",\"title\":\"Invented " + n +
                       "\",\"summary\":\"x\",\"authors\":[{\"name\":\"A Author\"}],\"submittedOnDailyAt\":"
                       "\"2023-02-08T00:00:00.000Z\"},\"title\":\"x\"}";
            }
            return Answer::of("application/json", out + "]");
        };
        Household house;
        house.putKind(library::Source::Kind::Document, m_server.url(u"/list"_qs));
        m_server.route(u"/list"_qs, listing({1, 2, 3}));
        house.all();
        QCOMPARE(house.library->entryIds({}).size(), 3);
        m_server.route(u"/list"_qs, listing({4}));
        house.all();
        QCOMPARE(house.library->issues().size(), 1);
        QCOMPARE(house.library->entryIds({}).size(), 4);
    }
};

YAODIAN_TEST_GUILESS(TestSyncIdentity)

} // namespace test_sync_identity

#include "test_sync_identity.moc"
