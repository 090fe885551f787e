#include "tests/app/papers/arxivanswer.h"
#include "tests/support/pdfwriter.h"
#include "tests/support/testmain.h"
#include "tests/ui/shell/online.h"
#include "ui/reader/readerview.h"

#include <QListView>
#include <QSignalSpy>

namespace ui_opening_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace yaodian::tests;
using namespace Qt::StringLiterals;

/// From an entry to its pages where the way is not straight: no link, no PDF behind it, a newer version.
class OpeningTest : public QObject
{
    Q_OBJECT

    static QByteArray pdfOf(const QString &title)
    {
        PdfWriter pdf(title);
        pdf.page();
        pdf.text(72, 90, title, 14);
        return pdf.bytes();
    }

    /// A window whose only issue has one entry; `link` may be empty.
    static library::PaperId oneEntry(const Online &house, const QString &link)
    {
        digest::Issue issue;
        issue.title = u"An issue"_s;
        digest::Entry entry;
        entry.categories = {u"LG"_s};
        entry.title = u"A Paper Nobody Linked To"_s;
        entry.authors = {u"A Author"_s};
        entry.url = link;
        issue.entries = {entry};
        const auto stored = house.library->storeIssue(library::Library::filesSource(), issue, "post");
        return house.library->rows(stored->entries).first().paper;
    }

    static QStringList rows(const Online &house)
    {
        QStringList out;
        const auto *list = house.child<QWidget>("titlePanel")->findChild<QListView *>();
        for (int row = 0; row < list->model()->rowCount(); ++row)
            out << list->model()->index(row, 0).data().toString();
        return out;
    }

    static bool panelShows(const Online &house)
    {
        const auto *panel = house.child<QWidget>("titlePanel");
        return panel && panel->isVisible();
    }

private Q_SLOTS:
    void withoutALink_enterOffersOneSearch_andAnExactMatchIsRead()
    {
        WebServer server;
        server.route(u"/api/query"_s,
                     Answer::of("application/atom+xml",
                                arxivAnswer({{"2101.00009v1", "Something Else", {"Cy Third"}},
                                             {"2101.00003v2", "A paper nobody linked to", {"Ann Author"}}})));
        server.route(u"/pdf/2101.00003v2"_s, Answer::of("application/pdf", pdfOf(u"A Paper Nobody Linked To"_s)));
        Online house;
        const auto paper = oneEntry(house, {});
        QVERIFY(house.services->client
                    .setMirrors({server.mirrorFor(u"arxiv.org"_s), server.mirrorFor(u"export.arxiv.org"_s)})
                    .ok());
        house.start();
        QTest::keyClick(Online::focus(), Qt::Key_Return);
        QVERIFY(panelShows(house));
        QVERIFY(server.seen().isEmpty()); // it was offered, not done
        QTest::keyClick(Online::focus(), Qt::Key_Return);
        QTRY_VERIFY(house.window->isReading());
        QVERIFY(!panelShows(house));
        QCOMPARE(server.hits(u"/api/query"_s), 1);
        const auto documents = house.library->documents(paper);
        QCOMPARE(documents.size(), 1);
        QCOMPARE(documents.first().version, u"v2"_s);
    }

    void othersLikeIt_areShownToChooseFrom()
    {
        WebServer server;
        server.route(u"/api/query"_s,
                     Answer::of("application/atom+xml",
                                arxivAnswer({{"2101.00007v1", "A Paper Nobody Linked To, Revised", {"Ann Author"}},
                                             {"2101.00008v1", "Nobody Linked", {"Cy Third"}}})));
        server.route(u"/pdf/2101.00008v1"_s, Answer::of("application/pdf", pdfOf(u"Nobody Linked"_s)));
        Online house;
        const auto paper = oneEntry(house, {});
        QVERIFY(house.services->client
                    .setMirrors({server.mirrorFor(u"arxiv.org"_s), server.mirrorFor(u"export.arxiv.org"_s)})
                    .ok());
        house.start();
        QTest::keyClick(Online::focus(), Qt::Key_Return);
        QTest::keyClick(Online::focus(), Qt::Key_Return);
        QTRY_COMPARE(rows(house).size(), 3); // and the browser
        QVERIFY(rows(house).first().contains(u"Revised"_s));
        QTest::keyClick(Online::focus(), Qt::Key_Down);
        QTest::keyClick(Online::focus(), Qt::Key_Return);
        QTRY_VERIFY(house.window->isReading());
        QCOMPARE(house.library->documents(paper).size(), 1);
    }

    void nothingLikeIt_keepsTheWords_andEscGoesBackToTheList()
    {
        WebServer server;
        server.route(u"/api/query"_s, Answer::of("application/atom+xml", arxivAnswer({})));
        Online house;
        (void)oneEntry(house, {});
        QVERIFY(house.services->client.setMirrors({server.mirrorFor(u"export.arxiv.org"_s)}).ok());
        house.start();
        QWidget *list = Online::focus();
        QTest::keyClick(list, Qt::Key_Return);
        QTest::keyClick(Online::focus(), Qt::Key_Return);
        QTRY_VERIFY(rows(house).value(0).contains(u"knows no paper"_s));
        QCOMPARE(qobject_cast<QLineEdit *>(Online::focus())->text(), u"A Paper Nobody Linked To"_s);
        QTest::keyClick(Online::focus(), Qt::Key_Escape);
        QVERIFY(!panelShows(house));
        QCOMPARE(Online::focus(), list);
    }

    void aSearchThatFails_isSaid_andLeavesTheOtherWays()
    {
        WebServer server;
        Answer busy;
        busy.status = 500;
        server.route(u"/api/query"_s, busy);
        Online house;
        (void)oneEntry(house, {});
        QVERIFY(house.services->client.setMirrors({server.mirrorFor(u"export.arxiv.org"_s)}).ok());
        house.start();
        QTest::keyClick(Online::focus(), Qt::Key_Return);
        QTest::keyClick(Online::focus(), Qt::Key_Return);
        QTRY_VERIFY(house.window->notice().text().contains(u"500"_s));
        QCOMPARE(rows(house).size(), 1);
        QVERIFY(rows(house).first().contains(u"browser"_s));
    }

    void aPdfThatTheBrowserSaved_isFiledAndRead()
    {
        WebServer server;
        Answer captcha = Answer::of("text/html", "<html>Just a moment...");
        captcha.status = 403;
        server.route(u"/a.pdf"_s, captcha);
        QTemporaryDir downloads;
        Online house;
        house.services->settings.choose("watchedFolder", downloads.path());
        QVERIFY(house.services->applyNetworkSettings().ok());
        QVERIFY(house.services->client.setMirrors({server.mirrorFor(u"venue.example"_s)}).ok());
        const auto paper = oneEntry(house, u"https://venue.example/a.pdf"_s);
        house.start();
        QTest::keyClick(Online::focus(), Qt::Key_Return);
        QTRY_VERIFY(house.window->notice().text().contains(u"captcha"_s));
        QFile saved(downloads.filePath(u"fulltext.pdf"_s));
        QVERIFY(saved.open(QIODevice::WriteOnly));
        saved.write(pdfOf(u"A Paper Nobody Linked To"_s));
        saved.close();
        QTRY_VERIFY_WITH_TIMEOUT(house.window->isReading(), 20'000);
        QCOMPARE(house.library->documents(paper).size(), 1);
    }

    void arxivIsAskedByItself_onlyAfterASourceAnswered_andOnceADay()
    {
        WebServer server;
        server.route(u"/pdf/2101.00001v1"_s, Answer::of("application/pdf", pdfOf(u"First"_s)));
        server.route(u"/api/query"_s, Answer::of("application/atom+xml", arxivAnswer({})));
        server.route(u"/feed"_s, feedAnswer({1}));
        Online house;
        QVERIFY(house.services->client
                    .setMirrors({server.mirrorFor(u"arxiv.org"_s), server.mirrorFor(u"export.arxiv.org"_s)})
                    .ok());
        const auto paper = oneEntry(house, u"https://arxiv.org/abs/2101.00001v1"_s);
        QSignalSpy rounds(&house.services->sync, &sync::Sync::refreshed);
        house.start();
        QTest::keyClick(Online::focus(), Qt::Key_Return);
        QTRY_VERIFY(!house.library->documents(paper).isEmpty()); // it may have a newer version
        QTRY_VERIFY_WITH_TIMEOUT(!rounds.isEmpty(), 15'000);
        QTest::qWait(50);
        QCOMPARE(server.hits(u"/api/query"_s), 0); // nothing is synced
        (void)house.put(server.url(u"/feed"_s));
        QTest::keyClick(Online::focus(), Qt::Key_F5);
        QTRY_COMPARE(server.hits(u"/api/query"_s), 1);
        QTest::keyClick(Online::focus(), Qt::Key_F5); // shows what came
        QTest::keyClick(Online::focus(), Qt::Key_F5);
        QTRY_COMPARE(server.hits(u"/feed"_s), 2);
        QTest::qWait(50);
        QCOMPARE(server.hits(u"/api/query"_s), 1);
    }

    void aLinkToAPaperWithoutPdf_showsItsEntry_andFetchesNothing()
    {
        WebServer server;
        server.route(u"/pdf/2101.00001v1"_s, Answer::of("application/pdf", pdfOf(u"First"_s)));
        for (const bool running : {true, false}) {
            Online house;
            QVERIFY(house.services->client.setMirrors({server.mirrorFor(u"arxiv.org"_s)}).ok());
            const auto paper = oneEntry(house, u"https://arxiv.org/abs/2101.00001v1"_s);
            const QString link = u"yaodian://paper/%1?highlight=%1"_s.arg(paper.toString());
            if (running) {
                house.start();
                house.window->activate({link});
            } else {
                house.window->show();
                house.window->start({link}, {});
                QVERIFY(QTest::qWaitForWindowActive(house.window.get()));
            }
            QTRY_VERIFY(house.window->notice().text().contains(u"is not here"_s));
            QTest::qWait(50);
            QVERIFY(!house.window->isReading());
            QCOMPARE(house.window->findChild<LibraryPage *>()->currentRow()->paper, paper);
            QVERIFY(server.seen().isEmpty());
            QVERIFY(house.library->documents(paper).isEmpty());
            QVERIFY(house.library->journal().isEmpty());
            QVERIFY(!house.library->state(paper).read);
            QTest::keyClick(Online::focus(), Qt::Key_Return); // the reader's own wish
            QTRY_VERIFY(house.window->isReading());
            house.window->activate({link}); // now it is here
            QTest::qWait(50);
            QVERIFY(house.window->isReading());
            server.forget();
        }
    }

    void aLinkWhileReading_leadsBackToTheList()
    {
        WebServer server;
        server.route(u"/pdf/2101.00001v1"_s, Answer::of("application/pdf", pdfOf(u"First"_s)));
        Online house;
        QVERIFY(house.services->client.setMirrors({server.mirrorFor(u"arxiv.org"_s)}).ok());
        (void)oneEntry(house, u"https://arxiv.org/abs/2101.00001v1"_s);
        digest::Issue issue;
        issue.title = u"Another issue"_s;
        digest::Entry entry;
        entry.title = u"Another Paper"_s;
        entry.url = u"https://arxiv.org/abs/2101.00002"_s;
        issue.entries = {entry};
        const auto other = house.library->storeIssue(library::Library::filesSource(), issue, "other post");
        const auto paper = house.library->rows(other->entries).first().paper;
        house.start();
        const auto first = house.library->entryIds({});
        for (const auto &id : first) {
            if (id != other->entries.first())
                house.window->findChild<LibraryPage *>()->goToEntry(id);
        }
        QTest::keyClick(Online::focus(), Qt::Key_Return);
        QTRY_VERIFY(house.window->isReading());
        house.window->activate({u"yaodian://paper/"_s + paper.toString()});
        QTRY_VERIFY(!house.window->isReading());
        QCOMPARE(house.window->findChild<LibraryPage *>()->currentRow()->paper, paper);
        QCOMPARE(server.hits(u"/pdf/2101.00002"_s), 0);
    }

    void aNewerVersion_isFetchedByKey()
    {
        WebServer server;
        server.route(u"/pdf/2101.00001v1"_s, Answer::of("application/pdf", pdfOf(u"First"_s)));
        server.route(u"/pdf/2101.00001v2"_s, Answer::of("application/pdf", pdfOf(u"Second"_s)));
        Online house;
        QVERIFY(house.services->client.setMirrors({server.mirrorFor(u"arxiv.org"_s)}).ok());
        const auto paper = oneEntry(house, u"https://arxiv.org/abs/2101.00001v1"_s);
        house.start();
        QTest::keyClicks(Online::focus(), u"gv"_s);
        QTRY_VERIFY(house.window->notice().text().contains(u"Enter fetches"_s));
        QTest::keyClick(Online::focus(), Qt::Key_Return);
        QTRY_VERIFY(house.window->isReading());
        QVERIFY(house.library->putFacts({{u"2101.00001"_s, u"v2"_s, u"T"_s, {}, {}, {}}}).ok());
        QTest::keyClicks(Online::focus(), u"gv"_s);
        QTRY_COMPARE(house.library->documents(paper).size(), 2);
        QTRY_COMPARE(house.window->reader()->sha256(), house.library->documents(paper).first().sha256);
        QCOMPARE(house.library->documents(paper).first().version, u"v2"_s);
    }

    void aHighlightOfAnotherVersion_isGoneToWhereItStands()
    {
        Online house;
        const auto paper = oneEntry(house, {});
        const auto first = house.library->addDocument(paper, pdfOf(u"A walrus sleeps on the ice"_s), u"v1"_s, {});
        const auto second = house.library->addDocument(paper, pdfOf(u"Only seals are on the ice"_s), u"v2"_s, {});
        const auto text = pdf::readText(first->path);
        const auto range = notes::findQuote(text->first(), u"walrus sleeps"_s);
        const auto id = house.services->notes.addHighlight(
            paper, notes::passageOf(text->first(), *range, 0, first->sha256), u"method"_s);
        const QString link = u"yaodian://paper/%1?highlight=%2"_s.arg(paper.toString(), id->toString());
        house.start();
        house.window->activate({link}); // it has no place in the newest version: the one it was made on
        const auto sha256 = [&house] { return house.window->reader() ? house.window->reader()->sha256() : QString(); };
        QTRY_COMPARE_WITH_TIMEOUT(sha256(), first->sha256, 20'000);
        library::Placement placement;
        placement.highlight = *id;
        placement.document = second->sha256;
        placement.state = library::Placement::State::Changed;
        placement.spots = {{0, {{0.1, 0.1, 0.5, 0.15}}}};
        QVERIFY(house.library->keepPlacements(paper, {placement}).ok());
        house.window->activate({link});
        QTRY_COMPARE_WITH_TIMEOUT(sha256(), second->sha256, 20'000);
        Q_EMIT house.window->reader()->highlightWanted(*id); // as the review's key does
        QTRY_COMPARE_WITH_TIMEOUT(sha256(), first->sha256, 20'000);
    }
};

YAODIAN_TEST(OpeningTest)

} // namespace ui_opening_test

#include "opening_test.moc"
