#include "tests/support/testmain.h"
#include "tests/ui/shell/online.h"
#include "translations/translations.h"
#include "ui/shell/findingview.h"

#include <QClipboard>
#include <QDir>
#include <QMimeData>

namespace ui_addpanel_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;

constexpr int patience = 20'000;

/// A window whose add panel is open, by its key.
struct Adding : Online
{
    Adding()
    {
        start();
        const auto *entries = child<QAbstractItemView>("entries");
        if (!QTest::qWaitFor([&] { return entries->model()->rowCount() > 0; }, patience))
            qFatal("the tour did not come");
        QTest::keyClicks(focus(), u"a"_s);
    }
    [[nodiscard]] AddPanel &panel() const { return window->addPanel(); }
    [[nodiscard]] QLineEdit &field() const { return *panel().findChild<QLineEdit *>(); }
    [[nodiscard]] FindingView &finding() const { return *panel().findChild<FindingView *>(); }
    [[nodiscard]] QStringList rows() const
    {
        const auto *model = panel().findChild<QAbstractItemView *>()->model();
        QStringList out;
        for (int row = 0; row < model->rowCount(); ++row)
            out << model->index(row, 0).data().toString().simplified();
        return out;
    }
    /// What stands where the list would be.
    [[nodiscard]] QString sentence() const
    {
        const auto *label = panel().findChild<QLabel *>();
        return label->isVisible() ? label->text() : QString();
    }
    void press(Qt::Key key) const { QTest::keyClick(focus(), key); }
    void look(const QString &address) const
    {
        field().setText(address);
        press(Qt::Key_Return);
    }
};

class AddPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installLanguage(*qApp, u"en"_s); }

    void theKeyOpensIt_withPlacesToStartFrom()
    {
        Adding house;
        QVERIFY(house.panel().isVisible());
        QCOMPARE(Online::focus(), &house.field());
        QVERIFY(house.field().testAttribute(Qt::WA_InputMethodEnabled));
        QVERIFY(house.field().placeholderText().contains(u"link"_s));
        QVERIFY(house.rows().contains(u"arXiv cs.LG arxiv.org"_s));
        house.field().setText(u"hugging"_s);
        QCOMPARE(house.rows(),
                 QStringList({u"Look at hugging Enter"_s, u"Hugging Face Daily Papers huggingface.co"_s}));
        house.press(Qt::Key_Escape);
        QVERIFY(!house.panel().isVisible());
        QCOMPARE(Online::focus()->objectName(), u"entries"_s);
    }

    void whatIsFound_isShownFirst_andTheSecondEnterAddsAndFetches()
    {
        WebServer server;
        server.route(u"/feed"_s, feedAnswer({1, 2}));
        Adding house;
        house.look(server.url(u"/feed"_s).toString());
        QTRY_VERIFY_WITH_TIMEOUT(house.finding().isVisible(), patience);
        QCOMPARE(house.finding().accessibleName(), u"An invented digest"_s);
        const QString told = house.finding().accessibleDescription();
        for (const QString &part : {u"feed · 2 issue"_s, u" · 2 paper"_s, server.url(u"/feed"_s).toString(),
                                    u"Daily digest 1"_s, u"Daily digest 2"_s})
            QVERIFY2(told.contains(part), qPrintable(told));
        QVERIFY(!told.contains(u"already"_s));
        QVERIFY(house.added().isEmpty());
        house.press(Qt::Key_Return);
        QVERIFY(!house.panel().isVisible());
        QCOMPARE(house.added(), QStringList{u"An invented digest"_s});
        QTRY_COMPARE_WITH_TIMEOUT(house.child<QAbstractItemView>("entries")->model()->rowCount(), 2, patience);
        QCOMPARE(house.window->windowTitle(), u"An invented digest — 要点"_s);
        QTRY_COMPARE_WITH_TIMEOUT(Online::focus()->objectName(), u"entries"_s, patience);
        QTRY_VERIFY_WITH_TIMEOUT(house.window->notice().text().contains(u"2 new issue"_s), patience);
        QVERIFY(house.status().contains(u"2 new"_s));
    }

    void esc_goesBackToWhatWasTyped_andAddsNothing()
    {
        WebServer server;
        server.route(u"/feed"_s, feedAnswer({1}));
        Adding house;
        const QString address = server.url(u"/feed"_s).toString();
        house.look(address);
        QTRY_VERIFY_WITH_TIMEOUT(house.finding().isVisible(), patience);
        house.press(Qt::Key_Escape);
        QVERIFY(house.panel().isVisible() && !house.finding().isVisible());
        QCOMPARE(house.field().text(), address);
        QCOMPARE(house.rows(), QStringList{u"Look at 127.0.0.1 Enter"_s});
        house.press(Qt::Key_Escape);
        QVERIFY(!house.panel().isVisible());
        QVERIFY(house.added().isEmpty());
    }

    void aFailure_isOneSentence_andEnterLooksOnceMore()
    {
        WebServer server;
        server.route(u"/page"_s, Answer::of("text/html", "<html><body>words</body></html>"));
        Adding house;
        const QString address = server.url(u"/page"_s).toString();
        house.look(address);
        QTRY_VERIFY_WITH_TIMEOUT(house.sentence().contains(u"names no feed"_s), patience);
        QCOMPARE(house.field().text(), address);
        QCOMPARE(Online::focus(), &house.field());
        server.route(u"/page"_s, feedAnswer({1}));
        house.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(house.finding().isVisible(), patience);
    }

    void whileItLooks_itSaysAtWhom_andEscStops()
    {
        WebServer server;
        Answer slow = feedAnswer({1});
        slow.delayMs = 3000;
        server.route(u"/feed"_s, slow);
        Adding house;
        house.look(server.url(u"/feed"_s).toString());
        QVERIFY2(house.sentence().startsWith(u"Looking at 127.0.0.1…"_s), qPrintable(house.sentence()));
        QTRY_COMPARE_WITH_TIMEOUT(server.hits(u"/feed"_s), 1, patience);
        house.press(Qt::Key_Return); // patience: one look is enough
        QTest::qWait(300);           // long enough for a second one
        QVERIFY(house.services->sync.isBusy());
        QCOMPARE(server.hits(u"/feed"_s), 1);
        house.press(Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!house.services->sync.isBusy(), patience);
        QVERIFY(house.panel().isVisible() && !house.finding().isVisible());
        QCOMPARE(server.hits(u"/feed"_s), 1);
        QCOMPARE(house.rows(), QStringList{u"Look at 127.0.0.1 Enter"_s});
    }

    void typingOn_dropsWhatWasFound()
    {
        WebServer server;
        server.route(u"/feed"_s, feedAnswer({1}));
        Adding house;
        house.look(server.url(u"/feed"_s).toString());
        QTRY_VERIFY_WITH_TIMEOUT(house.finding().isVisible(), patience);
        QTest::keyClicks(&house.field(), u"x"_s);
        QVERIFY(!house.finding().isVisible());
        house.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(house.sentence().contains(u"404"_s), patience);
        QVERIFY(house.added().isEmpty());
    }

    void aSourceThatIsThere_isCalledSo_andAskedAgain()
    {
        WebServer server;
        server.route(u"/feed"_s, feedAnswer({1}));
        Adding house;
        const library::Source known = house.put(server.url(u"/feed"_s));
        house.look(known.url);
        QTRY_VERIFY_WITH_TIMEOUT(house.finding().isVisible(), patience);
        QVERIFY(house.finding().accessibleDescription().contains(u"among your sources already"_s));
        QCOMPARE(house.finding().accessibleName(), known.title);
        house.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(house.library->issues().size() >= 1 && house.status().contains(u"1 new"_s), patience);
        QCOMPARE(house.added(), QStringList{known.title});
    }

    void aPreset_isPutIntoTheField_andLookedAt()
    {
        WebServer server;
        server.route(u"/rss/cs.LG"_s, feedAnswer({1}));
        Adding house;
        QVERIFY(house.services->client.setMirrors({server.mirrorFor(u"rss.arxiv.org"_s)}).ok());
        house.press(Qt::Key_Return);
        QCOMPARE(house.field().text(), u"https://arxiv.org/list/cs.LG/new"_s);
        QTRY_VERIFY_WITH_TIMEOUT(house.finding().isVisible(), patience);
        QCOMPARE(house.finding().accessibleName(), u"arXiv cs.LG"_s);
        house.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!house.services->sync.isBusy(), patience);
        QTest::keyClicks(Online::focus(), u"a"_s);
        QVERIFY2(house.rows().contains(u"arXiv cs.LG added"_s), qPrintable(house.rows().join(u'|')));
        QCOMPARE(house.field().text(), QString());
    }

    void aFolder_isASourceToo_andSyncNowAsksIt()
    {
        QTemporaryDir posts;
        QFile post(posts.filePath(u"one.md"_s));
        QVERIFY(post.open(QIODevice::WriteOnly));
        post.write("# Daily\n\n1、[LG] A Paper in a Folder\n\nA Author\n\nhttps://arxiv.org/abs/2302.04001\n");
        post.close();
        Adding house;
        house.look(posts.path());
        QTRY_VERIFY_WITH_TIMEOUT(house.finding().isVisible(), patience);
        QVERIFY2(house.finding().accessibleDescription().contains(u"1 file"_s),
                 qPrintable(house.finding().accessibleDescription()));
        house.press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(house.library->count({}), 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!house.services->sync.isBusy(), patience);
        QTest::keyClicks(Online::focus(), u"R"_s);
        QVERIFY(!house.window->notice().text().contains(u"no source"_s));
        QTRY_VERIFY_WITH_TIMEOUT(house.window->notice().text().contains(u"Nothing new"_s), patience);
    }

    void aPastedLink_isOffered_notAdded()
    {
        WebServer server;
        server.route(u"/feed"_s, feedAnswer({1}));
        Online house;
        QVERIFY(house.services->client.setMirrors({server.mirrorFor(u"blog.example"_s)}).ok());
        house.start();
        QGuiApplication::clipboard()->setText(u"http://blog.example/feed"_s);
        QTest::keyClick(Online::focus(), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(house.window->addPanel().isVisible());
        const auto *finding = house.child<FindingView>("finding");
        QTRY_VERIFY_WITH_TIMEOUT(finding->isVisible(), patience);
        QVERIFY(house.added().isEmpty());
        QTest::keyClick(Online::focus(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(house.status().contains(u"1 new"_s), patience);
    }

    void theTourOfAFirstStart_takesNoFocusFromWhoTypes()
    {
        Online house;
        house.start();
        QTest::keyClicks(Online::focus(), u"a"_s); // before the tour is read
        const auto *field = house.window->addPanel().findChild<QLineEdit *>();
        QCOMPARE(Online::focus(), field);
        QTRY_VERIFY_WITH_TIMEOUT(house.child<QAbstractItemView>("entries")->model()->rowCount() > 0, patience);
        QCOMPARE(Online::focus(), field);
        QVERIFY(house.window->addPanel().isVisible());
    }
};

YAODIAN_TEST(AddPanelTest)

} // namespace ui_addpanel_test

#include "addpanel_test.moc"
