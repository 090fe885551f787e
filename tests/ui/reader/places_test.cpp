#include "tests/support/testmain.h"
#include "ui/reader/places.h"

#include <QTemporaryDir>
#include <QTest>

namespace reader_places_test {

using namespace yaodian;
using namespace yaodian::ui;

class PlacesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLastPlace_isKeptOverARestart()
    {
        QTemporaryDir folder;
        {
            Settings settings(folder.path());
            Places places(settings);
            places.setDocument(QStringLiteral("aa"));
            QVERIFY(!places.last());
            places.keepLast(
                {{3, 0.5, 0.125}, {Fit::Exact, 1.75, Flow::TwoPage, 270, {{0.1, 0.1, 0.9, 0.9}, {0.2, 0.1, 1, 0.9}}}});
        }
        Settings settings(folder.path());
        Places places(settings);
        places.setDocument(QStringLiteral("aa"));
        QVERIFY(places.last());
        QCOMPARE(places.last()->place, (PagePlace{3, 0.5, 0.125}));
        const ViewMode mode = places.last()->mode;
        QCOMPARE(mode.fit, Fit::Exact);
        QCOMPARE(mode.scale, 1.75);
        QCOMPARE(mode.flow, Flow::TwoPage);
        QCOMPARE(mode.turn, 270);
        QCOMPARE(mode.trim.even.right, 1.0);
        places.setDocument(QStringLiteral("bb"));
        QVERIFY(!places.last());
    }

    void aPlaceWrittenByAnEarlierVersion_isStillRead()
    {
        QTemporaryDir folder;
        Settings settings(folder.path());
        settings.setState(QStringLiteral("place/aa"), QStringLiteral("4 0.25000 1 1.5000"));
        settings.setState(QStringLiteral("mark/x/aa"), QStringLiteral("not a place"));
        settings.setState(QStringLiteral("mark/aa/y"), QStringLiteral("2 0.50000"));
        Places places(settings);
        places.setDocument(QStringLiteral("aa"));
        QVERIFY(places.last());
        QCOMPARE(places.last()->place, (PagePlace{4, 0.25}));
        QCOMPARE(places.last()->mode, (ViewMode{Fit::Page, 1.5, Flow::Continuous, 0, {}}));
        QCOMPARE(places.mark(u'y'), std::optional(PagePlace{2, 0.5}));
    }

    void choicesThatDoNotExist_areTheUsualOnes()
    {
        QTemporaryDir folder;
        Settings settings(folder.path());
        settings.setState(QStringLiteral("place/aa"), QStringLiteral("0 0 9 1 -3 45"));
        settings.setState(QStringLiteral("trim/aa"), QStringLiteral("0 0 1 1 0 0 7 1"));
        Places places(settings);
        places.setDocument(QStringLiteral("aa"));
        QCOMPARE(places.last()->mode, (ViewMode{Fit::Width, 1, Flow::Continuous, 0, {}}));
    }

    void aDamagedState_isNoPlace()
    {
        QTemporaryDir folder;
        Settings settings(folder.path());
        settings.setState(QStringLiteral("place/aa"), QStringLiteral("nowhere at all"));
        Places places(settings);
        places.setDocument(QStringLiteral("aa"));
        QVERIFY(!places.last());
    }

    void marks_belongToTheirDocument()
    {
        QTemporaryDir folder;
        Settings settings(folder.path());
        Places places(settings);
        QVERIFY(!places.setMark(u'x', {7, 0.25})); // of no document
        places.setDocument(QStringLiteral("aa"));
        QVERIFY(places.setMark(u'x', {7, 0.25}));
        QCOMPARE(places.mark(u'x')->page, 7);
        QVERIFY(!places.mark(u'y'));
        places.setDocument(QStringLiteral("bb"));
        QVERIFY(!places.mark(u'x'));
    }

    void aFileReadBefore_isKnownByItsPath()
    {
        QTemporaryDir folder;
        Settings settings(folder.path());
        Places places(settings);
        QVERIFY(places.lastKnown(QStringLiteral("/a/paper.pdf")).isEmpty());
        places.remember(QStringLiteral("/a/paper.pdf"), QStringLiteral("aa"));
        QCOMPARE(places.lastKnown(QStringLiteral("/a/paper.pdf")), QStringLiteral("aa"));
    }
};

YAODIAN_TEST_GUILESS(PlacesTest)

} // namespace reader_places_test

#include "places_test.moc"
