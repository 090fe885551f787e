#include "base/files.h"
#include "tests/app/sync/household.h"

#include <QSignalSpy>

using namespace yaodian;
using namespace yaodian::tests;

/// What comes in by whichever way is read the same when the stored bytes are parsed again.
class TestSyncReparsing : public QObject
{
    Q_OBJECT

    QTemporaryDir m_files;

    QString write(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_files.filePath(name);
        if (!writeFileAtomically(path, bytes))
            qFatal("the test's file could not be written");
        return path;
    }
    static QByteArray post(int number)
    {
        const QByteArray n = QByteArray::number(number);
        return "Daily digest " + n + " (2.8)\n\nLG - 机器学习\n\n1、[LG] A Paper Invented to be Parsed Again " + n +
               "\n\nA Author, B Writer\n\n一句话总结：a sentence made up for this "
               "test\n\nhttps://arxiv.org/abs/2302.0" +
               QByteArray::number(2000 + number) + "\n";
    }
    static sync::Outcome parseAgain(Household &house)
    {
        if (!house.library->wantParsedAgain())
            qFatal("not wanted");
        return house.wait<sync::Outcome>([&](QObject *context, auto done) { house.sync.parseAgain(context, done); });
    }

private Q_SLOTS:
    void importedFiles_areReadTheSame()
    {
        // Forms that the bytes alone do not tell: the name says what they are.
        const QByteArray markdown = "# Papers of a week\n\n* [A Paper Invented as a Bullet](https://arxiv.org/abs/"
                                    "2302.03001) is one_of_them\n* [Another Such Paper]"
                                    "(https://arxiv.org/abs/2302.03002)\n";
        const QByteArray lines = "{\"id\": \"2302.04001\", \"title\": \"A Paper Invented as a Line\", \"authors\": "
                                 "[\"A Author\"], \"abs\": \"https://arxiv.org/abs/2302.04001\"}\n"
                                 "{\"id\": \"2302.04002\", \"title\": \"Another Line\", \"authors\": [\"B Writer\"], "
                                 "\"abs\": \"https://arxiv.org/abs/2302.04002\"}\n";
        Household house;
        const auto outcome = house.import(
            {write(u"a.txt"_qs, post(1)), write(u"b.md"_qs, markdown), write(u"c.jsonl"_qs, lines),
             write(u"d.html"_qs, "<html><body><p>" + post(2).replace("\n\n", "</p><p>") + "</p></body></html>"),
             write(u"e.xml"_qs, rssFeed({3, 4, 5}))});
        QCOMPARE(outcome.failed, QStringList());
        const auto rows = house.library->rows(house.library->entryIds({}));
        QVERIFY(rows.size() >= 9);
        const auto again = parseAgain(house);
        QCOMPARE(again.failed, QStringList());
        QCOMPARE(again.updated, 0);
        QCOMPARE(again.unchanged, int(house.library->issues().size()));
        QCOMPARE(house.library->countToParseAgain(), 0);
    }

    void whatOnlyTheServerSaid_isRemembered()
    {
        // Neither the bytes nor a name say which of the one-byte encodings this is; the header does.
        QByteArray feed = rssFeed({6, 7}, "D\xe9j\xe0 \xcf");
        feed.replace(" encoding=\"UTF-8\"", "").replace("要点：", "Points:").replace("机器学习", "learning");
        QByteArray plain;
        for (const char byte : feed)
            if (uchar(byte) < 0x80 || QByteArray("\xe9\xe0\xcf").contains(byte))
                plain += byte;
        plain.replace("An invented", "D\xe9j\xe0").replace("A Author", "\xcf Author");
        WebServer server;
        server.route(u"/feed"_qs, Answer::of("application/rss+xml; charset=windows-1251", plain));
        Household house;
        const library::Source source = house.put(server.url(u"/feed"_qs));
        QCOMPARE(house.one(source.id).fresh, 2);
        const auto again = parseAgain(house);
        QCOMPARE(again.failed, QStringList());
        QCOMPARE(again.updated, 0);
        QCOMPARE(again.unchanged, 2);
    }

    void manyPosts_areParsedAFewAtATime_andDoNotCountAsBusy()
    {
        Household house;
        QStringList paths;
        for (int number = 1; number <= 45; ++number)
            paths += write(u"%1.txt"_qs.arg(number), post(number));
        QCOMPARE(house.import(paths).fresh, 45);
        QVERIFY(house.library->wantParsedAgain());
        QSignalSpy activity(&house.sync, &sync::Sync::activity);
        std::optional<sync::Outcome> first;
        std::optional<sync::Outcome> second;
        house.sync.parseAgain(this, [&](const sync::Outcome &outcome) { first = outcome; });
        house.sync.parseAgain(this, [&](const sync::Outcome &outcome) { second = outcome; });
        QVERIFY(!house.sync.isBusy());
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
            paths += write(u"%1.txt"_qs.arg(number), post(number));
        house.import(paths);
        QVERIFY(house.library->wantParsedAgain());
        std::optional<sync::Outcome> outcome;
        house.sync.parseAgain(this, [&](const sync::Outcome &got) { outcome = got; });
        connect(&house.sync, &sync::Sync::activity, &house.sync, &sync::Sync::cancel);
        QTRY_VERIFY_WITH_TIMEOUT(outcome, 30'000);
        QVERIFY(outcome->unchanged < 45);
        QVERIFY(house.library->countToParseAgain() > 0);
        house.sync.disconnect();
        const auto rest =
            house.wait<sync::Outcome>([&](QObject *context, auto done) { house.sync.parseAgain(context, done); });
        QVERIFY(rest.unchanged > 0);
        QCOMPARE(house.library->countToParseAgain(), 0);
    }
};

QTEST_GUILESS_MAIN(TestSyncReparsing)
#include "test_sync_reparsing.moc"
