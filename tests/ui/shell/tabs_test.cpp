#include "tests/support/pdfwriter.h"
#include "tests/support/testmain.h"
#include "tests/ui/shell/online.h"
#include "translations/translations.h"
#include "ui/reader/readerview.h"
#include "ui/shell/readers.h"
#include "ui/shell/tabbar.h"

#include <QLayout>
#include <QSignalSpy>

namespace ui_tabs_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;

/// Several documents open at once: tabs, two places side by side, the way back through documents, a restart.
class TabsTest : public QObject
{
    Q_OBJECT

    /// A window over a library of three papers with PDFs of four pages each.
    struct Shelf : Online
    {
        Shelf()
        {
            digest::Issue issue;
            issue.title = u"An issue"_s;
            for (const QString &name : {u"Alpha & Omega"_s, u"Beta"_s, u"Gamma"_s}) {
                digest::Entry entry;
                entry.categories = {u"LG"_s};
                entry.title = name;
                entry.authors = {u"A Author"_s};
                issue.entries << entry;
            }
            const auto stored = library->storeIssue(library::Library::filesSource(), issue, "post");
            for (const library::ListRow &row : library->rows(stored->entries)) {
                PdfWriter pdf(row.title);
                for (int page = 1; page <= 4; ++page) {
                    pdf.page();
                    pdf.text(72, 90, u"%1, page %2"_s.arg(row.title).arg(page), 14);
                }
                const QString path = folder.filePath(row.title + u".pdf"_s);
                if (!pdf.save(path) || !services->papers.adopt(row.paper, path))
                    qFatal("no PDF");
                papers << row.paper;
            }
        }
        void open(int which, bool newTab = false) const
        {
            const QString id = newTab ? u"list.openTab"_s : u"list.open"_s;
            window->page().goToEntry(entryOf(which));
            QVERIFY(const_cast<Commands &>(commands).run(id));
            QTRY_VERIFY_WITH_TIMEOUT(reader() && reader()->paper() == papers[which] && reader()->isSettled(), 20'000);
        }
        [[nodiscard]] library::EntryId entryOf(int which) const { return library->mentions(papers[which]).first().id; }
        [[nodiscard]] ReaderView *reader() const { return window->reader(); }
        [[nodiscard]] Readers &readers() const { return window->readers(); }
        bool run(const char *id, std::optional<int> count = std::nullopt)
        {
            return commands.run(QLatin1StringView(id), count);
        }
        [[nodiscard]] QStringList titles() const
        {
            const auto *bar = child<TabBar>("tabs");
            QStringList out;
            for (int tab = 0; tab < bar->count(); ++tab)
                out << bar->tabText(tab) + (tab == bar->currentIndex() ? u"*"_s : QString());
            return out;
        }
        /// The program ends and starts again.
        void restart(const QStringList &arguments = {})
        {
            window->close();
            window = std::make_unique<MainWindow>(*services, *theme, commands, ask);
            window->show();
            window->start(arguments, {});
            QVERIFY(QTest::qWaitForWindowActive(window.get()));
        }
        /// A PDF that the library does not know.
        [[nodiscard]] QString loosePdf(int pages) const
        {
            PdfWriter pdf(u"Loose"_s);
            for (int page = 0; page < pages; ++page) {
                pdf.page();
                pdf.text(72, 90, u"Loose, page %1 of %2"_s.arg(page + 1).arg(pages), 14);
            }
            const QString path = folder.filePath(u"loose.pdf"_s);
            if (!pdf.save(path))
                qFatal("no PDF");
            return path;
        }

        QList<library::PaperId> papers;
    };

private Q_SLOTS:
    void initTestCase() { installLanguage(*qApp, u"en"_s); }

    void enter_readsInTheSameTab_andTheWayLeadsBackThroughDocuments()
    {
        Shelf house;
        house.start();
        house.open(0);
        house.reader()->goToPage(2);
        house.open(1);
        QCOMPARE(house.readers().count(), 1);
        QVERIFY(!house.child<TabBar>("tabs")->isVisible()); // one document needs no tabs
        QVERIFY(house.run("history.back"));
        QTRY_VERIFY(house.reader()->paper() == house.papers[0] && house.reader()->isSettled());
        QCOMPARE(house.reader()->status(), u"Page 3 of 4"_s);
        QVERIFY(house.run("history.forward"));
        QTRY_COMPARE(house.reader()->paper(), house.papers[1]);
    }

    void newTabs_standBesideEachOther_andAreGoneTo()
    {
        Shelf house;
        house.start();
        house.open(0);
        house.window->page().goToEntry(house.entryOf(1));
        house.open(1, true);
        QCOMPARE(house.titles(), QStringList({u"Library"_s, u"Alpha && Omega"_s, u"Beta*"_s}));
        QVERIFY(house.child<TabBar>("tabs")->isVisible());
        QVERIFY(house.run("tab.go", 2));
        QCOMPARE(house.reader()->paper(), house.papers[0]);
        QVERIFY(house.run("tab.go", 1));
        QVERIFY(!house.window->isReading());
        QVERIFY(house.run("tab.previous")); // around
        QCOMPARE(house.reader()->paper(), house.papers[1]);
        QVERIFY(house.window->isReading());
        house.open(0); // is open already: its tab is gone to
        QCOMPARE(house.readers().count(), 2);
        QCOMPARE(house.readers().currentTab(), 0);
        QVERIFY(!house.run("tab.go", 9) || house.readers().currentTab() == 0);
    }

    void aClosedTab_comesBackAtItsPlace()
    {
        Shelf house;
        house.start();
        house.open(0);
        house.open(1, true);
        house.reader()->goToPage(3);
        QTRY_VERIFY(house.reader()->isSettled());
        QVERIFY(house.run("reader.close"));
        QCOMPARE(house.readers().count(), 1);
        QVERIFY(house.window->isReading()); // the other one is shown
        QCOMPARE(house.reader()->paper(), house.papers[0]);
        QVERIFY(house.run("reader.close"));
        QVERIFY(!house.window->isReading());
        QVERIFY(!house.reader());
        QVERIFY(house.run("tab.reopen"));
        QVERIFY(house.run("tab.reopen"));
        QTRY_VERIFY(house.reader()->paper() == house.papers[1] && house.reader()->isSettled());
        QCOMPARE(house.reader()->status(), u"Page 4 of 4"_s);
        QVERIFY(house.run("tab.reopen"));
        QVERIFY(house.window->notice().text().contains(u"No tab was closed"_s));
    }

    void twoPlaces_areReadSideBySide_andKeysGoWhereTheFocusIs()
    {
        Shelf house;
        house.start();
        house.open(0);
        ReaderView *first = house.reader();
        QVERIFY(house.run("split.toggle"));
        QTRY_VERIFY(house.readers().isSplit() && house.reader() != first && house.reader()->isSettled());
        const QPointer<ReaderView> second = house.reader();
        QVERIFY(house.run("reader.last"));
        QTRY_VERIFY(second->status() != u"Page 1 of 4"_s);
        QCOMPARE(first->status(), u"Page 1 of 4"_s);
        QCOMPARE(first->objectName(), u"readerBehind"_s);
        QVERIFY(house.run("split.other"));
        QCOMPARE(house.reader(), first);
        QVERIFY(house.run("reader.pageDown"));
        QTRY_COMPARE(first->status(), u"Page 2 of 4"_s);
        QVERIFY(house.run("split.toggle")); // the side one works at stays
        QVERIFY(!house.readers().isSplit());
        QCOMPARE(house.reader(), first);
        QTRY_VERIFY(!second);
    }

    void theSideThatKeysAreFor_hasALineAtItsTop()
    {
        Shelf house;
        house.start();
        house.open(0);
        ReaderView *first = house.reader();
        const auto top = [](ReaderView *view) {
            return view->grab().toImage().pixelColor(view->width() / 2, 0).name();
        };
        QVERIFY(house.run("split.toggle"));
        QTRY_VERIFY(house.reader() != first && house.reader()->isSettled());
        ReaderView *second = house.reader();
        for (const QString &look : {u"light"_s, u"dark"_s}) {
            house.theme->set(look, 10);
            const QString accent = house.theme->colours().accent.name(), line = house.theme->colours().line.name();
            QCOMPARE(top(second), accent);
            QCOMPARE(top(first), line);
            QVERIFY(house.run("split.other"));
            QCOMPARE(top(first), accent);
            QCOMPARE(top(second), line);
            QVERIFY(house.run("split.other"));
        }
        house.theme->set(u"light"_s, 10);
        QVERIFY(house.run("split.other"));
        QVERIFY(house.run("split.toggle"));
        QCOMPARE(house.reader(), first); // alone it needs no line
        QCOMPARE(first->layout()->contentsMargins().top(), 0);
        QVERIFY(top(first) != house.theme->colours().accent.name());
    }

    void whatWasOpen_isThereAfterARestart()
    {
        Shelf house;
        house.start();
        house.open(0);
        house.open(1, true);
        house.open(2, true);
        QVERIFY(house.run("tab.previous"));
        house.reader()->goToPage(2);
        QTRY_VERIFY(house.reader()->isSettled());
        house.restart();
        QVERIFY(house.window->isReading());
        QCOMPARE(house.titles(), QStringList({u"Library"_s, u"Alpha && Omega"_s, u"Beta*"_s, u"Gamma"_s}));
        QCOMPARE(house.readers().views().size(), 1); // the others sleep until they are looked at
        QTRY_VERIFY(house.reader()->isSettled());
        QCOMPARE(house.reader()->status(), u"Page 3 of 4"_s);
        house.window->reader()->left();
        QVERIFY(!house.window->isReading());
        house.restart();
        QVERIFY(!house.window->isReading());
        QCOMPARE(house.readers().count(), 3);
    }

    void aFileThatIsAskedFor_standsBeforeWhatWasOpen_andBesideIt()
    {
        Shelf house;
        house.start();
        house.open(0);
        house.open(1, true);
        const QString path = house.loosePdf(2);
        house.restart({path});
        QCOMPARE(house.reader()->path(), path);
        QCOMPARE(house.titles(), QStringList({u"Library"_s, u"loose*"_s, u"Alpha && Omega"_s, u"Beta"_s}));
        QCOMPARE(house.readers().currentTab(), 0);
        QTRY_VERIFY(house.reader()->isSettled());
        house.window->reader()->left();
        house.restart(); // in the library, all asleep
        const int tabs = house.readers().count();
        QVERIFY(!house.reader());
        house.window->activate({house.loosePdf(3)});
        QTRY_COMPARE(house.reader()->status(), u"Page 1 of 3"_s);
        QCOMPARE(house.readers().count(), tabs + 1);
    }

    void aFileOfADocumentThatWasOpen_takesThePlaceOfItsTab()
    {
        Shelf house;
        house.start();
        house.open(0);
        house.open(1, true);
        house.open(2, true);
        const QString path = house.folder.filePath(u"Beta.pdf"_s); // outside, and filed long ago
        for (int again = 0; again < 2; ++again) {
            house.restart({path});
            QTRY_VERIFY_WITH_TIMEOUT(house.reader() && house.reader()->paper() == house.papers[1], 20'000);
            QTRY_COMPARE_WITH_TIMEOUT(house.titles(),
                                      (QStringList{u"Library"_s, u"Beta*"_s, u"Alpha && Omega"_s, u"Gamma"_s}), 20'000);
        }
    }

    void closingATab_keepsThePlaceOfTheSideThatKeysWereFor()
    {
        Shelf house;
        house.start();
        house.open(0);
        const ReaderView *first = house.reader();
        QVERIFY(house.run("split.toggle"));
        QTRY_VERIFY(house.reader() != first && house.reader()->isSettled());
        QVERIFY(house.run("split.other"));
        house.reader()->goToPage(2);
        QTRY_COMPARE(house.reader()->status(), u"Page 3 of 4"_s);
        QVERIFY(house.run("tab.close"));
        QCOMPARE(house.readers().count(), 0);
        QVERIFY(house.run("tab.reopen"));
        QTRY_VERIFY_WITH_TIMEOUT(house.reader() && house.reader()->isSettled(), 20'000);
        QCOMPARE(house.reader()->status(), u"Page 3 of 4"_s);
    }

    void aFileThatChangedWhileItsTabWasClosed_isAnotherDocument()
    {
        Shelf house;
        house.start();
        house.window->activate({house.loosePdf(2)});
        QTRY_VERIFY(house.reader() && !house.reader()->sha256().isEmpty());
        const QString before = house.reader()->sha256();
        QVERIFY(house.run("reader.close"));
        (void)house.loosePdf(3);
        QVERIFY(house.run("tab.reopen"));
        QTRY_COMPARE(house.reader()->status(), u"Page 1 of 3"_s);
        QTRY_VERIFY(!house.reader()->sha256().isEmpty() && house.reader()->sha256() != before);
        QVERIFY(house.reader()->isLoose());
    }

    void behindTheLibrary_nothingIsWokenOrMoved()
    {
        Shelf house;
        house.start();
        house.open(0);
        house.open(1, true);
        house.window->reader()->left();
        house.restart();
        QVERIFY(house.readers().views().isEmpty());
        house.readers().closeTab(1);
        QVERIFY(house.readers().views().isEmpty());
        house.open(2); // in the tab that was left, and the way back leads to it
        QCOMPARE(house.readers().count(), 1);
        house.window->reader()->left();
        house.run("history.back");
        QCOMPARE(house.reader()->paper(), house.papers[2]);
        QVERIFY(house.run("tab.go", 2));
        QVERIFY(house.run("history.back"));
        QTRY_COMPARE(house.reader()->paper(), house.papers[0]);
    }

    void aDocumentThatIsGone_leavesNoTab()
    {
        Shelf house;
        house.start();
        house.open(0);
        house.open(1, true);
        QVERIFY(QFile::remove(house.reader()->shown().path));
        house.restart();
        QCOMPARE(house.titles(), QStringList({u"Library*"_s, u"Alpha && Omega"_s}));
    }

    void manyTabs_sleep_andWakeWhereTheyWere()
    {
        Shelf house;
        house.start();
        house.open(0);
        house.reader()->goToPage(1);
        QTRY_VERIFY(house.reader()->isSettled());
        for (int tab = 0; tab < 6; ++tab)
            house.readers().inNewTab();
        QCOMPARE(house.readers().count(), 7);
        QCOMPARE(house.readers().views().size(), 5);
        QCOMPARE(house.readers().titleOf(0), u"Alpha & Omega"_s);
        house.readers().goToTab(0);
        QTRY_VERIFY(house.reader()->paper() == house.papers[0] && house.reader()->isSettled());
        QCOMPARE(house.reader()->status(), u"Page 2 of 4"_s);
    }
};

YAODIAN_TEST(TabsTest)

} // namespace ui_tabs_test

#include "tabs_test.moc"
