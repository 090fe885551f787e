#include "tests/app/sync/household.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

namespace test_sync_kinds {

using namespace yaodian;
using namespace yaodian::tests;
using Kind = library::Source::Kind;

QByteArray digestHtml(int number)
{
    const QByteArray n = QByteArray::number(number);
    return "<p>LG - 机器学习</p><p>1、[LG] A Paper Invented for Kinds " + n +
           "</p><p>A Author, B Writer</p><p>一句话总结：a sentence made up for this test</p>"
           "<p>https://arxiv.org/abs/2302.0" +
           QByteArray::number(3000 + number) + "</p>";
}

QJsonObject wordPressPost(int number, const QByteArray &html = {})
{
    const QString n = QString::number(number);
    const QString link = u"https://blog.example/?p="_qs + n;
    return {
        {u"id"_qs, number},
        {u"date_gmt"_qs, QDateTime(QDate(2023, 1, 1), QTime(8, 0)).addDays(number).toString(Qt::ISODate)},
        {u"modified_gmt"_qs, QDateTime(QDate(2023, 1, 1), QTime(8, 0)).addDays(number).toString(Qt::ISODate)},
        {u"guid"_qs, QJsonObject{{u"rendered"_qs, link}}},
        {u"link"_qs, link},
        {u"title"_qs, QJsonObject{{u"rendered"_qs, u"Daily digest &#8211; "_qs + n}}},
        {u"content"_qs, QJsonObject{{u"rendered"_qs, QString::fromUtf8(html.isEmpty() ? digestHtml(number) : html)}}}};
}

/// A blog with posts 1 … `posts`, newest first, asked as its REST interface is.
void serveWordPress(WebServer &server, int posts)
{
    server.route(u"/wp-json/wp/v2/posts"_qs, [posts](const Seen &seen) {
        const QUrlQuery query(QUrl(seen.path).query());
        const int size = query.queryItemValue(u"per_page"_qs).toInt();
        const int page = query.queryItemValue(u"page"_qs).toInt();
        QJsonArray out;
        for (int number = posts - (page - 1) * size; number > 0 && out.size() < size; --number)
            out.append(wordPressPost(number));
        Answer answer = Answer::of("application/json; charset=UTF-8", QJsonDocument(out).toJson());
        if (out.isEmpty())
            answer.status = 400;
        return answer;
    });
}

QByteArray wordPressPage(const QByteArray &more = {})
{
    return "<html><head><meta property='og:site_name' content='An invented blog'>"
           "<link rel='https://api.w.org/' href='/wp-json/'>"
           "<link rel='alternate' type='application/rss+xml' href='/feed/'>" +
           more + "</head><body>words</body></html>";
}

QByteArray dailyPaper(int number, const QByteArray &day)
{
    const QByteArray id = "2302.0" + QByteArray::number(4000 + number);
    return "{\"paper\":{\"id\":\"" + id + "\",\"title\":\"An Invented Daily Paper " + QByteArray::number(number) +
           "\",\"summary\":\"A summary made up.\",\"authors\":[{\"name\":\"A Author\"}],\"submittedOnDailyAt\":\"" +
           day + "T00:00:00.000Z\",\"upvotes\":3},\"publishedAt\":\"" + day + "T00:00:00.000Z\",\"title\":\"x\"}";
}

QByteArray enhancedLine(int number)
{
    const QByteArray n = QByteArray::number(number);
    return "{\"id\":\"2302.0" + QByteArray::number(5000 + number) + "\",\"title\":\"An Invented Listed Paper " + n +
           "\",\"authors\":[\"A Author\"],\"categories\":[\"cs.LG\"],\"summary\":\"Made "
           "up.\",\"abs\":\"https://arxiv.org/abs/2302.0" +
           QByteArray::number(5000 + number) + "\",\"AI\":{\"tldr\":\"一句话\",\"method\":\"方法\"}}" + "\n";
}

/// Every kind of source: found behind what a person pastes, asked, asked again, and walked back.
class TestSyncKinds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordPress_isFoundBehindItsPage_andBringsTheSamePapersAsItsFeed()
    {
        WebServer server;
        server.route(u"/"_qs, Answer::of("text/html", wordPressPage()));
        serveWordPress(server, 3);
        Household house;
        const auto found = house.find(server.url().toString());
        QVERIFY2(found.ok(), qPrintable(found.ok() ? QString() : found.error().message));
        QCOMPARE(found->source.kind, Kind::WordPress);
        QCOMPARE(found->source.title, u"An invented blog"_qs);
        QCOMPARE(found->source.options.fallback, server.url(u"/feed/"_qs).toString());
        QCOMPARE(found->issues, 3);
        QCOMPARE(found->papers, 3);
        QCOMPARE(found->titles.first(), u"Daily digest – 3"_qs);
        QVERIFY(house.library->sources().isEmpty()); // nothing is kept before somebody says yes
        QVERIFY(house.running->add(*found).ok());
        QCOMPARE(house.all().fresh, 3);
        const auto rows = house.library->rows(house.library->entryIds({}));
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows.first().title, u"A Paper Invented for Kinds 3"_qs);
        QCOMPARE(house.all().fresh, 0);
        QCOMPARE(house.titles().size(), 3);
    }

    void wordPress_editedPost_isUpdatedAlone()
    {
        WebServer server;
        serveWordPress(server, 3);
        Household house;
        auto source = house.putKind(Kind::WordPress, server.url(u"/wp-json/wp/v2/posts"_qs));
        house.all();
        server.route(
            u"/wp-json/wp/v2/posts"_qs,
            Answer::of("application/json",
                       QJsonDocument(QJsonArray{wordPressPost(2, digestHtml(2).replace("made up", "changed since")),
                                                wordPressPost(3), wordPressPost(1)})
                           .toJson()));
        const auto outcome = house.all();
        QCOMPARE(outcome.fresh, 0);
        QCOMPARE(outcome.updated, 1);
        QCOMPARE(outcome.unchanged, 2);
    }

    void wordPress_afterAnAbsence_isReadPageByPage()
    {
        WebServer server;
        serveWordPress(server, 10);
        Household house;
        house.putKind(Kind::WordPress, server.url(u"/wp-json/wp/v2/posts"_qs));
        QCOMPARE(house.all().fresh, 10);
        serveWordPress(server, 55);
        QCOMPARE(house.all().fresh, 45);
        QCOMPARE(house.titles().size(), 55);
    }

    void wordPress_whoseInterfaceIsShut_isReadFromItsFeed_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("unauthorised") << 401 << QByteArray("{\"code\":\"rest_forbidden\"}");
        QTest::newRow("forbidden") << 403 << QByteArray("no");
        QTest::newRow("missing") << 404 << QByteArray("no");
        QTest::newRow("a page") << 200 << QByteArray("<html><body>Not here</body></html>");
    }
    void wordPress_whoseInterfaceIsShut_isReadFromItsFeed()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        WebServer server;
        Answer shut = Answer::of("application/json", body);
        shut.status = status;
        server.route(u"/wp-json/wp/v2/posts"_qs, shut);
        server.route(u"/feed/"_qs, feedAnswer(rssFeed({2, 1})));
        server.route(u"/"_qs, Answer::of("text/html", wordPressPage()));
        Household house;
        // Shut from the beginning: the feed is the source.
        const auto found = house.find(server.url().toString());
        QVERIFY(found.ok());
        QCOMPARE(found->source.kind, Kind::Feed);
        // Shut later: the source stays what it is, and asks the feed.
        auto source = house.putKind(Kind::WordPress, server.url(u"/wp-json/wp/v2/posts"_qs));
        source.options.fallback = server.url(u"/feed/"_qs).toString();
        QVERIFY(house.library->putSource(source).ok());
        const auto outcome = house.all();
        QVERIFY2(outcome.failed.isEmpty(), qPrintable(outcome.failed.join(u' ')));
        QCOMPARE(outcome.fresh, 2);
    }

    void wordPress_archiveOfACategory_bringsOnlyThat()
    {
        WebServer server;
        server.route(u"/category/ai/"_qs,
                     Answer::of("text/html", wordPressPage("<link rel='alternate' type='application/json' "
                                                           "href='/wp-json/wp/v2/categories/5'>")));
        serveWordPress(server, 1);
        Household house;
        const auto found = house.find(server.url(u"/category/ai/"_qs).toString());
        QVERIFY(found.ok());
        QCOMPARE(QUrlQuery(QUrl(found->source.url)).queryItemValue(u"categories"_qs), u"5"_qs);
        QVERIFY(server.seen().last().path.contains(u"categories=5"_qs));
    }

    void olderIssues_areWalkedBackTo_aFewPagesAtATime()
    {
        WebServer server;
        serveWordPress(server, 95);
        Household house;
        const auto source = house.putKind(Kind::WordPress, server.url(u"/wp-json/wp/v2/posts"_qs));
        QCOMPARE(house.all().fresh, 20);
        QCOMPARE(house.older(source.id, 2).fresh, 40);
        QCOMPARE(house.library->syncState(source.id).backfill, u"3"_qs);
        QCOMPARE(house.older(source.id, 9).fresh, 35);
        const auto over = house.older(source.id, 3);
        QCOMPARE(over.fresh, 0);
        QVERIFY(over.failed.isEmpty()); // behind the last page there is nothing, which is no failure
        QCOMPARE(house.titles().size(), 95);
        QCOMPARE(house.library->syncLog(source.id).first().kind, library::SyncEvent::Kind::Backfilled);
    }

    void olderIssuesOfAFeed_comeByItsPages_andAFeedWithoutPagesSaysNothingTwice()
    {
        WebServer server;
        server.route(u"/feed"_qs, [](const Seen &seen) {
            const int page = qMax(1, QUrlQuery(QUrl(seen.path).query()).queryItemValue(u"paged"_qs).toInt());
            Answer answer = feedAnswer(rssFeed({10 - page * 2, 9 - page * 2}));
            answer.status = page > 3 ? 404 : 200;
            return answer;
        });
        server.route(u"/flat"_qs, feedAnswer(rssFeed({21, 22})));
        Household house;
        const auto paged = house.put(server.url(u"/feed"_qs));
        const auto flat = house.put(server.url(u"/flat"_qs));
        QCOMPARE(house.all().fresh, 4);
        QCOMPARE(house.older(paged.id, 5).fresh, 4);
        server.forget();
        QCOMPARE(house.older(flat.id, 5).fresh, 0);
        QVERIFY(server.hits(u"/flat"_qs) <= 2);
    }

    void dailyPapers_areAskedDayByDay_yesterdayOnceMore()
    {
        WebServer server;
        server.route(u"/api/daily_papers"_qs, [](const Seen &seen) {
            const QByteArray day = QUrlQuery(QUrl(seen.path).query()).queryItemValue(u"date"_qs).toLatin1();
            const bool weekend = day == "2023-02-05";
            return Answer::of("application/json",
                              weekend ? QByteArray("[]") : '[' + dailyPaper(day.right(2).toInt(), day) + ']');
        });
        Household house; // 2023-02-08
        QVERIFY(house.client.setMirrors({server.mirrorFor(u"huggingface.co"_qs)}).ok());
        const auto found = house.find(u"https://huggingface.co/papers"_qs);
        QVERIFY2(found.ok(), qPrintable(found.ok() ? QString() : found.error().message));
        QCOMPARE(found->source.kind, Kind::DailyPapers);
        QVERIFY(house.running->add(*found).ok());
        server.forget();
        QCOMPARE(house.all().fresh, 2); // yesterday and today
        QCOMPARE(house.library->syncState(found->source.id).cursor, u"2023-02-07"_qs);
        house.clock.advance(24LL * 3600 * 1000);
        server.forget();
        QCOMPARE(house.all().fresh, 1);
        QStringList days;
        for (const Seen &seen : server.seen())
            days += QUrlQuery(QUrl(seen.path).query()).queryItemValue(u"date"_qs);
        QCOMPARE(days, (QStringList{u"2023-02-07"_qs, u"2023-02-08"_qs, u"2023-02-09"_qs}));
        const auto older = house.older(found->source.id, 5);
        QVERIFY(older.failed.isEmpty());
        QCOMPARE(older.fresh, 4); // a day without papers among them
    }

    void datedFiles_areFoundBehindTheirRepository()
    {
        WebServer server;
        server.route(u"/someone/daily/data/assets/file-list.txt"_qs,
                     Answer::of("text/plain",
                                "2023-02-03_AI_enhanced_English.jsonl\n2023-02-03_AI_enhanced_Chinese.jsonl\n"
                                "2023-02-04_AI_enhanced_Chinese.jsonl\n2023-02-05_AI_enhanced_Chinese.jsonl\n"
                                "2023-02-06_AI_enhanced_Chinese.jsonl\n"));
        for (int day = 3; day <= 6; ++day)
            server.route(u"/someone/daily/data/data/2023-02-0%1_AI_enhanced_Chinese.jsonl"_qs.arg(day),
                         Answer::of("text/plain; charset=utf-8", enhancedLine(day) + enhancedLine(day + 10)));
        Household house;
        QVERIFY(house.client.setMirrors({server.mirrorFor(u"raw.githubusercontent.com"_qs)}).ok());
        const auto found = house.find(u"https://github.com/someone/daily"_qs);
        QVERIFY2(found.ok(), qPrintable(found.ok() ? QString() : found.error().message));
        QCOMPARE(found->source.kind, Kind::DatedFiles);
        QCOMPARE(found->issues, 4);
        QVERIFY(house.running->add(*found).ok());
        QCOMPARE(house.all().fresh, 3);
        QCOMPARE(house.library->rows(house.library->entryIds({})).size(), 6);
        server.forget();
        QCOMPARE(house.all().fresh, 0);
        QCOMPARE(server.seen().size(), 2); // the list, and the newest file once more
        QCOMPARE(house.older(found->source.id, 5).fresh, 1);
    }

    void datedFiles_oneThatFails_isAskedAgainAndTheListToo()
    {
        WebServer server;
        Answer list = Answer::of("text/plain", "2023-02-04.jsonl\n2023-02-05.jsonl\n2023-02-06.jsonl\n");
        list.etag = "\"list\"";
        server.route(u"/x/assets/file-list.txt"_qs, list);
        Answer broken;
        broken.status = 500;
        server.route(u"/x/data/2023-02-04.jsonl"_qs, Answer::of("text/plain", enhancedLine(4)));
        server.route(u"/x/data/2023-02-05.jsonl"_qs, broken);
        server.route(u"/x/data/2023-02-06.jsonl"_qs, Answer::of("text/plain", enhancedLine(6)));
        Household house;
        const auto source = house.putKind(Kind::DatedFiles, server.url(u"/x/assets/file-list.txt"_qs));
        const auto first = house.all();
        QCOMPARE(first.fresh, 1);
        QCOMPARE(first.failed.size(), 1);
        QVERIFY(house.library->syncState(source.id).etag.isEmpty());
        server.route(u"/x/data/2023-02-05.jsonl"_qs, Answer::of("text/plain", enhancedLine(5)));
        QCOMPARE(house.all().fresh, 2);
        QCOMPARE(house.library->syncState(source.id).etag, u"\"list\""_qs);
        QCOMPARE(house.all().unchanged, 1);
    }

    void aMarkdownFile_isADocumentThatGrows()
    {
        const auto week = [](int number) {
            const QByteArray n = QByteArray::number(number);
            return "## Papers of week " + n + "\n\n- [An Invented Weekly Paper " + n +
                   "](https://arxiv.org/abs/2302.0" + QByteArray::number(6000 + number) +
                   ")\n- [A Second One of Week " + n + "](https://arxiv.org/abs/2302.0" +
                   QByteArray::number(7000 + number) + ")\n\n";
        };
        WebServer server;
        Answer one = Answer::of("text/plain; charset=utf-8", "# Weekly papers\n\n" + week(1));
        one.etag = "\"1\"";
        server.route(u"/o/weekly/main/README.md"_qs, one);
        Household house;
        QVERIFY(house.client.setMirrors({server.mirrorFor(u"raw.githubusercontent.com"_qs)}).ok());
        const auto found = house.find(u"https://github.com/o/weekly/blob/main/README.md"_qs);
        QVERIFY2(found.ok(), qPrintable(found.ok() ? QString() : found.error().message));
        QCOMPARE(found->source.kind, Kind::Document);
        QVERIFY(house.running->add(*found).ok());
        house.all();
        QCOMPARE(house.library->entryIds({}).size(), 2);
        QCOMPARE(house.all().unchanged, 1);
        QCOMPARE(server.seen().last().header("If-None-Match"), "\"1\"");
        Answer two = Answer::of("text/plain; charset=utf-8", "# Weekly papers\n\n" + week(2) + week(1));
        server.route(u"/o/weekly/main/README.md"_qs, two);
        house.all();
        QCOMPARE(house.library->entryIds({}).size(), 4);
    }

    void arxivsList_isItsFeed()
    {
        WebServer server;
        server.route(u"/rss/cs.LG"_qs, feedAnswer(rssFeed({1}, "cs.LG updates")));
        Household house;
        QVERIFY(house.client.setMirrors({server.mirrorFor(u"rss.arxiv.org"_qs)}).ok());
        for (const QString &typed :
             {u"cs.LG"_qs, u"https://arxiv.org/list/cs.LG/new"_qs, u"arxiv.org/list/cs.LG/recent?show=500"_qs}) {
            const auto found = house.find(typed);
            QVERIFY2(found.ok(), qPrintable(typed));
            QCOMPARE(found->source.url, u"https://rss.arxiv.org/rss/cs.LG"_qs);
            QCOMPARE(found->source.title, u"arXiv cs.LG"_qs);
        }
    }

    void aPageWithoutFeed_isReadByItsLinks_newPostsOnce()
    {
        const auto list = [](int newest) {
            QByteArray page =
                "<html><head><title>Column</title></head><body><nav><a href='/'>Home</a><a href='/about'>About"
                "</a><a href='/tags/ai'>AI</a></nav><main>";
            for (int number = newest; number > 0; --number)
                page += "<h2><a href='/posts/2023/digest-number-" + QByteArray::number(number) + "'>Digest</a></h2>";
            return page + "<a href='/page/2'>Older</a></main></body></html>";
        };
        WebServer server;
        for (int number = 1; number <= 5; ++number)
            server.route(u"/posts/2023/digest-number-%1"_qs.arg(number),
                         Answer::of("text/html; charset=utf-8", "<html><head><title>Digest " +
                                                                    QByteArray::number(number) +
                                                                    "</title></head><body><article>" +
                                                                    digestHtml(number) + "</article></body></html>"));
        server.route(u"/column"_qs, Answer::of("text/html", list(4)));
        Household house;
        const auto found = house.find(server.url(u"/column"_qs).toString());
        QVERIFY2(found.ok(), qPrintable(found.ok() ? QString() : found.error().message));
        QCOMPARE(found->source.kind, Kind::Page);
        QCOMPARE(found->issues, 4);
        QVERIFY(house.running->add(*found).ok());
        QCOMPARE(house.all().fresh, 4);
        server.route(u"/column"_qs, Answer::of("text/html", list(5)));
        server.forget();
        QCOMPARE(house.all().fresh, 1);
        QCOMPARE(server.seen().size(), 2);
    }

    void aFolder_isWatched_andItsFilesAreItsIssues()
    {
        Files files;
        files.write(u"one.txt"_qs, textPost(1));
        Household house;
        const auto found = house.find(files.folder.path());
        QVERIFY(found.ok());
        QCOMPARE(found->source.kind, Kind::Folder);
        QCOMPARE(found->issues, 1);
        QVERIFY(house.running->add(*found).ok());
        QCOMPARE(house.all().fresh, 1);
        files.write(u"deeper/two.txt"_qs, textPost(2));
        const auto second = house.all();
        QCOMPARE(second.fresh, 1);
        QCOMPARE(second.unchanged, 1);
        QCOMPARE(house.library->issues().first().source, found->source.id);
    }

    void usualAddresses_areTried_whereAPageNamesNone()
    {
        WebServer server;
        server.route(u"/blog/"_qs, Answer::of("text/html", "<html><body>words</body></html>"));
        server.route(u"/atom.xml"_qs, feedAnswer(rssFeed({1})));
        Household house;
        const auto found = house.find(server.url(u"/blog/"_qs).toString());
        QVERIFY(found.ok());
        QCOMPARE(found->source.url, server.url(u"/atom.xml"_qs).toString());
    }
};

YAODIAN_TEST_GUILESS(TestSyncKinds)

} // namespace test_sync_kinds

#include "test_sync_kinds.moc"
