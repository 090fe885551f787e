#include "tests/support/testmain.h"
#include "tests/ui/shell/online.h"
#include "translations/translations.h"

#include <QSignalSpy>

namespace ui_freshness_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;

/// The parts that ask by themselves, without a window around.
struct Quiet : Online
{
    StatusLine line{commands, *theme};
    Freshness fresh{*services, line, nullptr};

    [[nodiscard]] QLabel &text() const { return *line.findChild<QLabel *>(u"status"_s); }
};

constexpr int patience = 20'000;
/// Long enough for a request that should not be made.
constexpr int quietMs = 300;

class FreshnessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installLanguage(*qApp, u"en"_s); }

    void whatIsDue_isAskedByItself_andTheLineSaysWhatCame()
    {
        WebServer server;
        server.route(u"/feed"_s, feedAnswer({1, 2}));
        Quiet house;
        house.put(server.url(u"/feed"_s));
        house.fresh.start();
        QTRY_VERIFY_WITH_TIMEOUT(house.text().text().contains(u"2 new"_s), patience);
        QVERIFY(house.text().text().startsWith(u"Synced "_s));
        QVERIFY(house.text().toolTip().isEmpty());
        QCOMPARE(house.library->issues().size(), 2);
    }

    void noSource_meansNobodyIsAsked_andNothingIsSaid()
    {
        Quiet house;
        QSignalSpy rounds(&house.services->sync, &sync::Sync::refreshed);
        house.fresh.start();
        QTRY_COMPARE_WITH_TIMEOUT(rounds.size(), 1, patience);
        QCOMPARE(house.text().text(), QString());
    }

    void whatFailed_isCountedSoftly_andItsSentenceIsThere()
    {
        WebServer server;
        server.route(u"/feed"_s, feedAnswer({1}));
        Answer broken;
        broken.status = 500;
        server.route(u"/broken"_s, broken);
        Quiet house;
        house.put(server.url(u"/feed"_s));
        house.put(server.url(u"/broken"_s));
        house.fresh.start();
        QTRY_VERIFY_WITH_TIMEOUT(house.text().text().contains(u"1 new · no answer from 1 source"_s), patience);
        QVERIFY2(house.text().toolTip().contains(u"500"_s), qPrintable(house.text().toolTip()));
    }

    void whatIsNotDue_isNotAskedAgain()
    {
        WebServer server;
        server.route(u"/feed"_s, feedAnswer({1}));
        Quiet house;
        house.put(server.url(u"/feed"_s));
        QSignalSpy rounds(&house.services->sync, &sync::Sync::refreshed);
        house.fresh.start();
        QTRY_COMPARE_WITH_TIMEOUT(rounds.size(), 1, patience);
        const QString said = house.text().text();
        house.fresh.start();
        QTRY_COMPARE_WITH_TIMEOUT(rounds.size(), 2, patience);
        QCOMPARE(server.hits(u"/feed"_s), 1);
        QCOMPARE(house.text().text(), said); // the round before is still what was
    }

    void whileTheNetworkIsAway_nobodyIsAsked_andWhenItIsBackWhatIsDueIs()
    {
        WebServer server;
        server.route(u"/feed"_s, feedAnswer({1}));
        Quiet house;
        house.put(server.url(u"/feed"_s));
        house.services->network.tell(false);
        house.fresh.start();
        QTest::qWait(quietMs);
        QCOMPARE(server.hits(u"/feed"_s), 0);
        house.services->network.tell(true);
        QTRY_VERIFY_WITH_TIMEOUT(house.text().text().contains(u"1 new"_s), patience);
    }

    void theChoiceNotTo_holdsAtOnce_andSoDoesTakingItBack_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<bool>("quiet");
        QTest::newRow("not by itself") << QByteArray("askByItself") << false;
        QTest::newRow("offline") << QByteArray("offline") << true;
    }
    void theChoiceNotTo_holdsAtOnce_andSoDoesTakingItBack()
    {
        QFETCH(QByteArray, key);
        QFETCH(bool, quiet);
        WebServer server;
        server.route(u"/feed"_s, feedAnswer({1}));
        Quiet house; // whose window hands the choice of being offline to the client
        house.put(server.url(u"/feed"_s));
        house.services->settings.choose(key.constData(), quiet);
        house.fresh.start();
        QTest::qWait(quietMs);
        QCOMPARE(server.hits(u"/feed"_s), 0);
        house.services->settings.choose(key.constData(), !quiet);
        QTRY_VERIFY_WITH_TIMEOUT(house.text().text().contains(u"1 new"_s), patience);
    }

    void aWindow_asksSoonAfterItsStart_andNothingMovesUnderTheCursor()
    {
        WebServer server;
        server.route(u"/feed"_s, feedAnswer({1, 2}));
        Online house;
        const library::Source source = house.put(server.url(u"/feed"_s));
        std::optional<sync::Outcome> first;
        house.services->sync.syncSource(source.id, house.window.get(), [&](const auto &outcome) { first = outcome; });
        QTRY_VERIFY_WITH_TIMEOUT(first.has_value(), patience);
        // Its time has come again, and it has one more.
        server.route(u"/feed"_s, feedAnswer({1, 2, 3}));
        library::SyncState state = house.library->syncState(source.id);
        state.nextDue = house.clock.now().addSecs(-1);
        QVERIFY(house.library->putSyncState(source.id, state).ok());
        house.start();
        ListPlace place;
        place.source = source.id;
        house.window->page().goTo(place);
        auto *entries = house.child<QAbstractItemView>("entries");
        QTRY_COMPARE(entries->model()->rowCount(), 2);
        entries->setCurrentIndex(entries->model()->index(1, 0));
        const auto row = house.window->page().currentRow()->id;
        QTRY_COMPARE_WITH_TIMEOUT(house.window->page().newEntries(), 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(house.status().contains(u"1 new"_s), patience);
        QCOMPARE(entries->model()->rowCount(), 2);
        QCOMPARE(house.window->page().currentRow()->id, row);
        QCOMPARE(Online::focus(), entries);
        QCOMPARE(house.window->notice().text(), QString());
    }
};

YAODIAN_TEST(FreshnessTest)

} // namespace ui_freshness_test

#include "freshness_test.moc"
