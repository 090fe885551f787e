#include "tests/app/sync/household.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>

namespace test_sync_reparsing {

using namespace yaodian;
using namespace yaodian::tests;

/// What comes in by whichever way is read the same when the stored bytes are parsed again.
class TestSyncReparsing : public QObject
{
    Q_OBJECT

    Files m_files;

    static sync::Outcome parseAgain(Household &house)
    {
        if (!house.library->wantParsedAgain())
            qFatal("not wanted");
        return house.wait<sync::Outcome>(
            [&](QObject *context, auto done) { house.running->parseAgain(context, done); });
    }

private Q_SLOTS:
    void importedFiles_areReadTheSame()
    {
        const QByteArray lines = "{\"id\": \"2302.04001\", \"title\": \"A Paper Invented as a Line\", \"authors\": "
                                 "[\"A Author\"], \"abs\": \"https://arxiv.org/abs/2302.04001\"}\n"
                                 "{\"id\": \"2302.04002\", \"title\": \"Another Line\", \"authors\": [\"B Writer\"], "
                                 "\"abs\": \"https://arxiv.org/abs/2302.04002\"}\n";
        Household house;
        const auto outcome =
            house.import({m_files.write(u"a.txt"_qs, textPost(1)), m_files.write(u"c.jsonl"_qs, lines),
                          m_files.write(u"d.html"_qs, "<html><body><p>" + textPost(2).replace("\n\n", "</p><p>") +
                                                          "</p></body></html>"),
                          m_files.write(u"e.xml"_qs, rssFeed({3, 4, 5}))});
        QCOMPARE(outcome.failed, QStringList());
        QCOMPARE(house.library->entryIds({}).size(), 7);
        const auto again = parseAgain(house);
        QCOMPARE(again.failed, QStringList());
        QCOMPARE(again.updated, 0);
        QCOMPARE(again.unchanged, int(house.library->issues().size()));
        QCOMPARE(house.library->countToParseAgain(), 0);
    }

    void aListingOfOnePaper_isKeptAsTheListing()
    {
        auto atom = readFile(QStringLiteral(YAODIAN_FIXTURES "/digests/listing.atom.xml"), 1'000'000);
        QVERIFY(atom);
        const qsizetype second = atom->indexOf("<entry", atom->indexOf("<entry") + 1);
        QVERIFY(second > 0);
        atom->replace(second, atom->lastIndexOf("</feed>") - second, {});
        Household house;
        QCOMPARE(house.import({m_files.write(u"one.xml"_qs, *atom)}).fresh, 1);
        QCOMPARE(house.library->entryIds({}).size(), 1);
        QVERIFY(!house.library->issues().first().title.isEmpty());
        QCOMPARE(*house.library->postBytes(house.library->keptPosts().first().sha256), *atom);
        QCOMPARE(parseAgain(house).updated, 0);
    }

    void whatOnlyTheFileNameSaid_isRemembered()
    {
        // As text the lines are lines of their own; as Markdown they are one paragraph.
        const QByteArray markdown =
            "A week of papers\n================\n\nThe first line of a paragraph\nand its second.\n";
        Household house;
        QCOMPARE(house.import({m_files.write(u"b.md"_qs, markdown)}).fresh, 1);
        const QString text = house.library->issue(house.library->issues().first().id)->text;
        QVERIFY2(!text.contains(u"==="_qs), qPrintable(text)); // it was read as Markdown
        QCOMPARE(parseAgain(house).updated, 0);
        QCOMPARE(house.library->issue(house.library->issues().first().id)->text, text);
    }

    void whatOnlyTheServerSaid_isRemembered()
    {
        // The bytes do not say which of the one-byte encodings this is; the header does.
        const QByteArray feed = "<rss version=\"2.0\"><channel><title>Prices</title><item><title>A post</title>"
                                "<guid>1</guid><description>It costs 5 \xa4.</description></item></channel></rss>";
        WebServer server;
        server.route(u"/feed"_qs, Answer::of("application/rss+xml; charset=iso-8859-15", feed));
        Household house;
        const library::Source source = house.put(server.url(u"/feed"_qs));
        QCOMPARE(house.one(source.id).fresh, 1);
        const QString text = house.library->issue(house.library->issues().first().id)->text;
        QVERIFY2(text.contains(u"5 €"_qs), qPrintable(text));
        QCOMPARE(parseAgain(house).updated, 0);
        QCOMPARE(house.library->issue(house.library->issues().first().id)->text, text);
    }

    void manyPosts_areParsedAFewAtATime_andDoNotCountAsBusy()
    {
        Household house;
        QStringList paths;
        for (int number = 1; number <= 45; ++number)
            paths += m_files.write(u"%1.txt"_qs.arg(number), textPost(number));
        QCOMPARE(house.import(paths).fresh, 45);
        QVERIFY(house.library->wantParsedAgain());
        QSignalSpy activity(&*house.running, &sync::Sync::activity);
        std::optional<sync::Outcome> first;
        std::optional<sync::Outcome> second;
        house.running->parseAgain(this, [&](const sync::Outcome &outcome) { first = outcome; });
        house.running->parseAgain(this, [&](const sync::Outcome &outcome) { second = outcome; });
        QVERIFY(!house.running->isBusy());
        QTRY_VERIFY_WITH_TIMEOUT(first && second, 30'000);
        QCOMPARE(first->unchanged, 45);
        QCOMPARE(second->unchanged, 45); // one run, which both waited for
        QCOMPARE(activity.size(), 3);    // two lines and the end of it
        QCOMPARE(activity.last().first().toString(), QString());
    }

    void cancelled_leavesTheRestForTheNextTime()
    {
        Household house;
        QStringList paths;
        for (int number = 1; number <= 45; ++number)
            paths += m_files.write(u"%1.txt"_qs.arg(number), textPost(number));
        house.import(paths);
        QVERIFY(house.library->wantParsedAgain());
        std::optional<sync::Outcome> outcome;
        house.running->parseAgain(this, [&](const sync::Outcome &got) { outcome = got; });
        connect(&*house.running, &sync::Sync::activity, &*house.running, &sync::Sync::cancel);
        QTRY_VERIFY_WITH_TIMEOUT(outcome, 30'000);
        QVERIFY(outcome->unchanged < 45);
        QVERIFY(house.library->countToParseAgain() > 0);
        house.running->disconnect();
        const auto rest =
            house.wait<sync::Outcome>([&](QObject *context, auto done) { house.running->parseAgain(context, done); });
        QVERIFY(rest.unchanged > 0);
        QCOMPARE(house.library->countToParseAgain(), 0);
    }
};

YAODIAN_TEST_GUILESS(TestSyncReparsing)

} // namespace test_sync_reparsing

#include "test_sync_reparsing.moc"
