#include "tests/app/sync/household.h"
#include "tests/support/testmain.h"

namespace test_sync_memory {

using namespace yaodian;
using namespace yaodian::tests;
using Event = library::SyncEvent::Kind;

constexpr qint64 hourMs = 3600 * 1000;

/// What a local server makes of a request for itself under the name of another.
Answer permanentlyAt(const QByteArray &location)
{
    return Answer::redirect(location, 301);
}

/// What is remembered of asking: when it goes on, what happened, what a server said of itself.
class TestSyncMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSourceThatMoved_isAskedWhereItIsNow_andStaysTheSame()
    {
        WebServer server;
        server.route(u"/old"_qs, permanentlyAt("/new"));
        server.route(u"/new"_qs, feedAnswer(rssFeed({1, 2})));
        Household house;
        library::Source source = house.put(server.url(u"/old"_qs));
        QCOMPARE(house.all().fresh, 2);
        source.options.address = house.library->syncState(source.id).movedTo;
        QVERIFY(house.library->putSource(source));
        server.forget();
        server.route(u"/new"_qs, feedAnswer(rssFeed({1, 2, 3})));
        house.clock.advance(hourMs);
        const auto outcome = house.all();
        QCOMPARE(outcome.fresh, 1);
        QCOMPARE(outcome.unchanged, 2);
        QCOMPARE(server.hits(u"/old"_qs), 0);
        QCOMPARE(house.library->sources().size(), 1);
        QCOMPARE(house.library->sources().first().url, server.url(u"/old"_qs).toString());
        // Who pastes the new address gets the source that is there.
        QCOMPARE(house.add(server.url(u"/new"_qs).toString()).valueOr({}).id, source.id);
        QCOMPARE(house.library->sources().size(), 1);
    }

    void theTimer_asksOnlyThoseWhoseTimeHasCome()
    {
        WebServer server;
        Answer kept = feedAnswer(rssFeed({1}), "\"1\"");
        kept.headers = {{"Cache-Control", "max-age=7200"}};
        server.route(u"/kept"_qs, kept);
        server.route(u"/plain"_qs, feedAnswer(rssFeed({2}), "\"2\""));
        Household house;
        house.put(server.url(u"/kept"_qs));
        house.put(server.url(u"/plain"_qs));
        QCOMPARE(house.due().fresh, 2);
        server.forget();
        house.clock.advance(hourMs - 1000);
        house.due();
        QVERIFY(server.seen().isEmpty());
        house.clock.advance(1000);
        house.due();
        QCOMPARE(server.seen().size(), 1);
        QCOMPARE(server.hits(u"/plain"_qs), 1);
        house.clock.advance(hourMs);
        house.due();
        QCOMPARE(server.hits(u"/kept"_qs), 1);
        house.all(); // what a person asks for is asked, whatever the interval
        QCOMPARE(server.hits(u"/kept"_qs), 2);
    }

    void failures_areAskedLessOften_andAgainAfterSuccess()
    {
        WebServer server;
        Answer broken;
        broken.status = 500;
        server.route(u"/feed"_qs, broken);
        Household house;
        const auto source = house.put(server.url(u"/feed"_qs));
        for (int round = 0; round < 24; ++round) {
            house.due();
            house.clock.advance(hourMs);
        }
        QVERIFY2(server.seen().size() >= 3 && server.seen().size() <= 6,
                 qPrintable(QString::number(server.seen().size())));
        QCOMPARE(house.library->syncState(source.id).failures, int(server.seen().size()));
        server.route(u"/feed"_qs, feedAnswer(rssFeed({1})));
        house.clock.advance(25 * hourMs);
        QCOMPARE(house.due().fresh, 1);
        QCOMPARE(house.library->syncState(source.id).failures, 0);
        QCOMPARE(house.library->syncState(source.id).nextDue, house.clock.now().addSecs(3600));
    }

    void whatIsGone_isLeftAloneForDays_andSaidSo()
    {
        WebServer server; // knows no path
        Household house;
        const auto source = house.put(server.url(u"/feed"_qs));
        house.due();
        house.clock.advance(40 * hourMs);
        house.due();
        QCOMPARE(server.seen().size(), 1);
        QCOMPARE(house.library->syncLog(source.id).first().kind, Event::Gone);
        house.clock.advance(30 * hourMs);
        house.due();
        QCOMPARE(server.seen().size(), 2);
    }

    void aServerThatCannotBeReached_isAskedAgainAtTheNextRound()
    {
        WebServer server;
        Answer gone;
        gone.hangUp = true;
        server.routeInTurn(u"/feed"_qs, {gone, gone, gone, gone, gone, gone, feedAnswer(rssFeed({1}))});
        Household house;
        const auto source = house.put(server.url(u"/feed"_qs));
        int fresh = 0;
        for (int round = 0; round < 8 && fresh == 0; ++round)
            fresh += house.due().fresh;
        QCOMPARE(fresh, 1);
        QCOMPARE(house.library->syncState(source.id).failures, 0);
        QCOMPARE(house.library->syncLog(source.id).last().kind, Event::Unreachable);
    }

    void theSameBody_isNotReadAgain_butItsValidatorsAreTaken()
    {
        WebServer server;
        server.routeInTurn(u"/feed"_qs, {feedAnswer(rssFeed({1}), "\"1\""), feedAnswer(rssFeed({1}), "\"2\""),
                                         feedAnswer(rssFeed({2, 1}), "\"3\"")});
        Household house;
        const auto source = house.put(server.url(u"/feed"_qs));
        house.all();
        const auto outcome = house.all();
        QCOMPARE(outcome.fresh + outcome.updated + outcome.unchanged, 0); // nothing was even looked at
        QCOMPARE(house.library->syncState(source.id).etag, u"\"2\""_qs);
        QCOMPARE(house.library->syncLog(source.id).first().kind, Event::Unchanged);
        QCOMPARE(house.all().fresh, 1);
        QCOMPARE(house.one(source.id).unchanged, 2); // asked for as a whole, it is read as a whole
    }

    void validators_areLeftOut_onceAWeek()
    {
        WebServer server;
        server.route(u"/feed"_qs, feedAnswer(rssFeed({1}), "\"1\""));
        Household house;
        house.put(server.url(u"/feed"_qs));
        house.all();
        house.clock.advance(7 * 24 * hourMs);
        house.all();
        QCOMPARE(server.seen().last().header("If-None-Match"), "\"1\"");
        house.clock.advance(24 * hourMs);
        house.all();
        QVERIFY(server.seen().last().header("If-None-Match").isNull());
        house.all();
        QCOMPARE(server.seen().last().header("If-None-Match"), "\"1\"");
    }

    void anAnswerThatIsStaleAtOnce_bringsNoValidators()
    {
        WebServer server;
        Answer stale = feedAnswer(rssFeed({1}), "\"1\"");
        stale.headers = {{"Expires", "0"}};
        server.route(u"/feed"_qs, stale);
        Household house;
        const auto source = house.put(server.url(u"/feed"_qs));
        house.all();
        QCOMPARE(house.library->syncState(source.id).etag, QString());
    }

    void aFeedThatMovedForGood_isRemembered_aPortalIsNot()
    {
        WebServer server;
        server.route(u"/old"_qs, permanentlyAt("/new"));
        server.route(u"/new"_qs, feedAnswer(rssFeed({1})));
        server.route(u"/hotel"_qs, permanentlyAt("/login"));
        server.route(u"/login"_qs, Answer::of("text/html", "<html><body>Room number?</body></html>"));
        server.route(u"/once"_qs, Answer::redirect("/new", 302));
        Household house;
        const auto old = house.put(server.url(u"/old"_qs));
        const auto hotel = house.put(server.url(u"/hotel"_qs));
        const auto once = house.put(server.url(u"/once"_qs));
        house.all();
        QCOMPARE(house.library->syncState(old.id).movedTo, server.url(u"/new"_qs).toString());
        QCOMPARE(house.library->syncState(old.id).movedSince, house.clock.now());
        QCOMPARE(house.library->syncState(hotel.id).movedTo, QString());
        QCOMPARE(house.library->syncState(once.id).movedTo, QString());
        const QDateTime first = house.clock.now();
        house.clock.advance(24 * hourMs);
        house.all();
        QCOMPARE(house.library->syncState(old.id).movedSince, first);
    }

    void everyTurn_isALineOfTheLog()
    {
        WebServer server;
        Answer busy;
        busy.status = 503;
        busy.headers = {{"Retry-After", "600"}};
        server.routeInTurn(u"/feed"_qs, {feedAnswer(rssFeed({2, 1}), "\"1\""), feedAnswer(rssFeed({2, 1}), "\"1\""),
                                         busy, feedAnswer(rssFeed({}))});
        Household house;
        const auto source = house.put(server.url(u"/feed"_qs));
        house.all();
        house.all();
        house.all();
        const QDateTime until = house.clock.now().addSecs(600);
        house.clock.advance(hourMs);
        house.all();
        const auto log = house.library->syncLog(source.id);
        QList<Event> kinds;
        for (const auto &event : log)
            kinds.prepend(event.kind);
        QCOMPARE(kinds, (QList<Event>{Event::Brought, Event::NotModified, Event::Waiting, Event::Empty}));
        QCOMPARE(log.last().fresh, 2);
        QVERIFY(log.last().sentence.contains(u'2'));
        QCOMPARE(log.at(1).again, until);
        QCOMPARE(log.first().again, house.clock.now().addSecs(3600));
        QCOMPARE(house.titles().size(), 2); // an empty feed takes nothing back
    }

    void aSourcesOwnChoices_areSentToItsServerOnly()
    {
        WebServer server;
        WebServer elsewhere(u"127.0.0.2"_qs);
        server.route(u"/feed"_qs, Answer::redirect(elsewhere.url(u"/feed"_qs).toEncoded()));
        elsewhere.route(u"/feed"_qs, feedAnswer(rssFeed({1})));
        Household house;
        QVERIFY(
            house.client.setMirrors({elsewhere.mirrorFor(u"127.0.0.2"_qs)}).ok()); // or it would be a private address
        library::Source source = house.put(server.url(u"/feed"_qs));
        source.options.language = u"zh-CN"_qs;
        source.options.headers = {{u"Authorization"_qs, u"Bearer invented"_qs}};
        QVERIFY(house.library->putSource(source).ok());
        QCOMPARE(house.library->sources().first().options, source.options);
        QCOMPARE(house.all().fresh, 1);
        QCOMPARE(server.seen().last().header("Accept-Language"), "zh-CN");
        QCOMPARE(server.seen().last().header("Authorization"), "Bearer invented");
        QVERIFY(elsewhere.seen().last().header("Authorization").isNull());
    }

    void aNetworkThatWantsALogIn_isNoFailureOfTheSource()
    {
        WebServer portal;
        portal.route(u"/portal/login"_qs,
                     Answer::of("text/html", "<!DOCTYPE html><html><body>Welcome, guest</body></html>"));
        WebServer blog;
        blog.route(u"/feed"_qs, Answer::redirect(portal.url(u"/portal/login"_qs).toEncoded()));
        Household house;
        QVERIFY(
            house.client.setMirrors({blog.mirrorFor(u"blog.example"_qs), portal.mirrorFor(u"hotel.example"_qs)}).ok());
        blog.route(u"/feed"_qs, Answer::redirect("http://hotel.example/portal/login"));
        const auto source = house.put(QUrl(u"http://blog.example/feed"_qs));
        const auto outcome = house.all();
        QCOMPARE(outcome.failed.size(), 1);
        QVERIFY2(outcome.failed.first().contains(u"hotel.example"_qs), qPrintable(outcome.failed.first()));
        QCOMPARE(house.library->syncState(source.id).failures, 0);
        QVERIFY(!house.library->syncState(source.id).lastTried.isValid());
        QCOMPARE(house.library->syncLog(source.id, {}, 1).first().kind, Event::Unreachable);
    }

    void aSourcesMirror_isAskedInItsPlace()
    {
        WebServer mirror;
        mirror.route(u"/base/feed"_qs, feedAnswer(rssFeed({1})));
        Household house;
        library::Source source = house.put(QUrl(u"https://blog.example/feed"_qs));
        source.options.mirror = mirror.base() + u"/base"_qs;
        QVERIFY(house.library->putSource(source).ok());
        QCOMPARE(house.all().fresh, 1);
    }

    void aSourcesProxy_isAskedForIt()
    {
        WebServer proxy;
        // What a proxy is asked names the whole address; this server looks at its path alone.
        proxy.route(u"http://blog.example/feed"_qs, feedAnswer(rssFeed({1})));
        Household house;
        library::Source source = house.put(QUrl(u"http://blog.example/feed"_qs));
        source.options.proxy = u"http://127.0.0.1:%1"_qs.arg(proxy.port());
        QVERIFY(house.library->putSource(source).ok());
        const auto outcome = house.all();
        QVERIFY2(outcome.fresh == 1, qPrintable(outcome.failed.join(u' ')));
    }

    void whatIsPressedWhileARoundRuns_stays()
    {
        WebServer server;
        server.route(u"/feed"_qs, feedAnswer(rssFeed({1})));
        Household house;
        house.put(server.url(u"/feed"_qs));
        house.all();
        const library::PaperId paper = house.library->rows(house.library->entryIds({})).first().paper;
        Answer slow = feedAnswer(rssFeed({2, 1}).replace(rssItem(1), rssItem(1, "edited since")));
        slow.delayMs = 200;
        server.route(u"/feed"_qs, slow);
        server.forget();
        std::optional<sync::Outcome> outcome;
        house.running->syncAll(this, [&](const sync::Outcome &value) { outcome = value; });
        QTRY_COMPARE(server.hits(u"/feed"_qs), 1);
        library::PaperState pressed;
        pressed.starred = pressed.read = true;
        QVERIFY(house.library
                    ->act(u"star"_qs, u"star"_qs, [&](library::Acts &acts) { return acts.putState(paper, pressed); })
                    .ok());
        QTRY_VERIFY(outcome.has_value());
        QCOMPARE(outcome->updated, 1);
        QCOMPARE(house.library->state(paper), pressed);
        QVERIFY(house.library->undo().ok());
        QCOMPARE(house.library->state(paper), library::PaperState());
    }

    void opml_bringsAndTakesSources()
    {
        Household house;
        const auto added = house.running->addFromOpml(
            "<?xml version='1.0'?><opml version='1.0'><body><outline text='Folder'><outline text='A blog' "
            "type='rss' xmlUrl='https://blog.example/feed'/><outline title='Again' "
            "xmlUrl='https://blog.example/feed#x'/>"
            "<outline text='arXiv' xmlUrl='http://arxiv.org/rss/cs.CL'/><outline text='No address'/>"
            "<outline text='Bad' xmlUrl='file:///etc/passwd'/></outline></body></opml>");
        QVERIFY(added.ok());
        const auto sources = house.library->sources();
        QStringList urls;
        for (const auto &source : sources)
            urls += source.url;
        QVERIFY(urls.contains(u"https://blog.example/feed"_qs));
        QVERIFY(urls.contains(u"https://rss.arxiv.org/rss/cs.CL"_qs));
        QCOMPARE(*added, 2); // no folder of this machine becomes a source by somebody else's file
        house.putKind(library::Source::Kind::WordPress, QUrl(u"https://wp.example/wp-json/wp/v2/posts"_qs));
        const QByteArray opml = house.running->toOpml();
        Household other;
        QCOMPARE(*other.running->addFromOpml(opml), 3);
        QCOMPARE(*other.running->addFromOpml(opml), 0);
        QSet<library::SourceId> ids;
        for (const auto &source : house.library->sources())
            ids.insert(source.id);
        for (const auto &source : other.library->sources()) {
            QVERIFY(ids.contains(source.id));
            if (source.url.contains(u"wp.example"_qs))
                QCOMPARE(source.kind, library::Source::Kind::WordPress);
        }
        QVERIFY(!house.running->addFromOpml("<rss/>").ok());
        QVERIFY(!house.running->addFromOpml("words").ok());
    }
};

YAODIAN_TEST_GUILESS(TestSyncMemory)

} // namespace test_sync_memory

#include "test_sync_memory.moc"
