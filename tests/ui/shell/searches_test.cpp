#include "tests/support/testmain.h"
#include "tests/ui/shell/online.h"
#include "translations/translations.h"
#include "ui/library/sidesection.h"
#include "ui/session/historypage.h"

namespace ui_searches_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace yaodian::tests;
using namespace Qt::StringLiterals;

/// A window over three papers of two categories.
struct Shelf
{
    Online house;
    QList<library::PaperId> papers;

    Shelf()
    {
        digest::Issue issue;
        issue.title = u"An issue"_s;
        for (const QString &title : {u"Maps of Pictures"_s, u"Maps of Words"_s, u"Graphs"_s}) {
            digest::Entry entry;
            entry.title = title;
            entry.categories = {title.contains(u"Words") ? u"CL"_s : u"CV"_s};
            issue.entries << entry;
        }
        const auto stored = house.library->storeIssue(library::Library::filesSource(), issue, "a post");
        for (const library::EntryId &entry : stored->entries)
            papers << house.library->entry(entry)->row.paper;
        house.start();
    }
    [[nodiscard]] int listed() const { return house.child<QAbstractItemView>("entries")->model()->rowCount(); }
    [[nodiscard]] QStringList sideRows(const char *section) const
    {
        QStringList out;
        for (const SideRow &row : house.child<SideSection>(section)->rows().rows())
            out << row.text + u' ' + row.note;
        return out;
    }
    static void press(const QString &keys) { QTest::keyClicks(Online::focus(), keys); }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(Online::focus(), key, modifiers);
    }
};

/// Lists of the reader's own: kept searches, tags; and what was read.
class SearchesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installLanguage(*qApp, u"en"_s); }

    void aFilter_isKeptAsASearch_thatStandsInTheSidebar()
    {
        Shelf shelf;
        Shelf::press(Qt::Key_S, Qt::ControlModifier); // nothing to keep
        QVERIFY(shelf.house.library->savedSearches().isEmpty());
        Shelf::press(u"/"_s);
        Shelf::press(u"maps cat:CV"_s);
        Shelf::press(Qt::Key_Return);
        QTRY_COMPARE(shelf.listed(), 1);
        Shelf::press(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(shelf.house.window->windowTitle(), u"maps cat:CV — 要点"_s);
        QCOMPARE(shelf.listed(), 1);
        QTRY_COMPARE(shelf.sideRows("searches"), QStringList{u"maps cat:CV 1"_s});
        QVERIFY(shelf.house.child<SideSection>("searches")->isVisible());

        auto *section = shelf.house.child<SideSection>("searches");
        section->setCurrentIndex(section->rows().index(0));
        section->setFocus();
        shelf.house.ask.texts << u"Maps"_s;
        Shelf::press(u"r"_s);
        QTRY_COMPARE(shelf.sideRows("searches"), QStringList{u"Maps 1"_s});
        QTRY_COMPARE(shelf.house.window->windowTitle(), u"Maps — 要点"_s);
        Shelf::press(u"dd"_s);
        QTRY_VERIFY(shelf.sideRows("searches").isEmpty());
        Shelf::press(u"u"_s);
        QTRY_COMPARE(shelf.sideRows("searches"), QStringList{u"Maps 1"_s});
    }

    void aFilter_leavesOutWhatHasAMinus_andIsKeptWithItsPlace()
    {
        Shelf shelf;
        ListPlace place;
        place.category = u"CV"_s;
        place.view = library::ListQuery::View::All;
        shelf.house.window->page().goTo(place);
        shelf.house.window->page().focusList();
        Shelf::press(u"/"_s);
        Shelf::press(u"maps -words"_s);
        Shelf::press(Qt::Key_Return);
        QTRY_COMPARE(shelf.listed(), 1);
        Shelf::press(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(shelf.house.library->savedSearches().first().query, u"cat:CV maps -words"_s);
        Shelf::press(u"/"_s);
        Shelf::press(u"maps -words"_s);
        Shelf::press(Qt::Key_Return);
        Shelf::press(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(shelf.house.library->savedSearches().size(), 2); // narrowed by the search that it stands in
    }

    void aFilter_findsWhatTheSamePlaceFindsAsAKeptSearch()
    {
        Shelf shelf;
        QVERIFY(shelf.house.services->notes.addPoint(shelf.papers[2], u"a walrus that sleeps"_s).ok());
        const auto filtered = [&shelf](const QString &words) {
            Shelf::press(u"/"_s);
            Shelf::press(words);
            Shelf::press(Qt::Key_Return);
            const bool narrows = QTest::qWaitFor([&shelf] { return shelf.listed() < 3; }, 2000);
            const int found = shelf.listed();
            Shelf::press(Qt::Key_Escape);
            return narrows && QTest::qWaitFor([&shelf] { return shelf.listed() == 3; }) ? found : -1;
        };
        QCOMPARE(filtered(u"walrus"_s), 1);        // what the reader wrote
        QCOMPARE(filtered(u"pictures maps"_s), 1); // words in whatever order
        QCOMPARE(filtered(u"ictur"_s), 1);         // a part of a word that is shown
        QCOMPARE(filtered(u"wor map"_s), 1);
        QCOMPARE(filtered(u"walruses maps"_s), 0);
        Shelf::press(u"/"_s);
        Shelf::press(u"walrus"_s);
        Shelf::press(Qt::Key_Return);
        QTRY_COMPARE(shelf.listed(), 1);
        Shelf::press(Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(shelf.sideRows("searches"), QStringList{u"walrus 1"_s});
    }

    void aPointThatWasBegun_isThereAfterTheTags()
    {
        Shelf shelf;
        Shelf::press(u"gg"_s);
        Shelf::press(u"p"_s);
        Shelf::press(u"half a thought"_s);
        shelf.house.window->page().focusList();
        Shelf::press(u"T"_s);
        Shelf::press(u"ml"_s);
        shelf.house.window->page().focusList();
        Shelf::press(u"j"_s); // the card shows another paper: the tags are those of the first
        QCOMPARE(shelf.house.library->paperTags().value(0).tag, u"ml"_s);
        Shelf::press(u"p"_s);
        QCOMPARE(shelf.house.child<QLineEdit>("newPoint")->text(), u"half a thought"_s);
    }

    void aSearchOfEverything_isKeptToo()
    {
        Shelf shelf;
        Shelf::press(Qt::Key_F, Qt::ControlModifier);
        Shelf::press(u"words"_s);
        Shelf::press(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(shelf.house.window->windowTitle(), u"words — 要点"_s);
        QCOMPARE(shelf.listed(), 1);
        QVERIFY(shelf.house.child<QAbstractItemView>("entries")->hasFocus());
    }

    void tags_areTyped_forAllThatAreSelected_andMakeAList()
    {
        Shelf shelf;
        QVERIFY(shelf.house.services->notes.changeTags({shelf.papers[0]}, {}, {u"old"_s}).ok());
        Shelf::press(u"gg"_s);
        Shelf::press(u"J"_s);
        Shelf::press(u"T"_s);
        auto *field = shelf.house.child<QLineEdit>("paperTags");
        QVERIFY(field && field->hasFocus());
        QCOMPARE(field->text(), QString()); // only one of them has a tag
        field->setText(u"to ask，数据"_s);
        QTest::keyClick(field, Qt::Key_Return);
        int tagged = 0;
        for (const library::PaperId &paper : std::as_const(shelf.papers)) {
            const QStringList tags = shelf.house.library->state(paper).tags;
            tagged += tags.contains(u"to ask"_s) && tags.contains(u"数据"_s);
        }
        QCOMPARE(tagged, 2);
        QVERIFY(shelf.house.library->state(shelf.papers[0]).tags.contains(u"old"_s));
        QTRY_VERIFY(shelf.sideRows("tags").contains(u"to ask 2"_s));
        auto *section = shelf.house.child<SideSection>("tags");
        Q_EMIT section->chosen(int(shelf.sideRows("tags").indexOf(u"to ask 2"_s)));
        QTRY_COMPARE(shelf.listed(), 2);
        QCOMPARE(shelf.house.window->windowTitle(), u"to ask — 要点"_s);
        shelf.house.window->page().focusList();
        Shelf::press(u"gg"_s);
        Shelf::press(u"T"_s);
        field = shelf.house.child<QLineEdit>("paperTags");
        QVERIFY(field->text().contains(u"to ask, "_s));
        field->setText(u"数据"_s);
        QTest::keyClick(field, Qt::Key_Escape); // given up
        QCOMPARE(shelf.house.library->paperTags().size(), 3);
        Shelf::press(u"u"_s);
        QCOMPARE(shelf.house.library->paperTags().size(), 1);
    }

    void theListIsSorted_otherwise_andTheCursorStaysOnItsEntry()
    {
        Shelf shelf;
        Shelf::press(u"gg"_s);
        Shelf::press(u"j"_s);
        const auto at = shelf.house.window->page().currentRow()->id;
        QSet<QString> told;
        for (int i = 0; i < 4; ++i) {
            Shelf::press(u"O"_s);
            QCOMPARE(shelf.house.window->page().currentRow()->id, at);
            told << shelf.house.window->notice().text();
        }
        QCOMPARE(told.size(), told.contains(u"As in the issue"_s) ? 3 : 4);
        while (shelf.house.window->notice().text() != u"By title"_s)
            Shelf::press(u"O"_s);
        QStringList titles;
        const auto *model = shelf.house.child<QAbstractItemView>("entries")->model();
        for (int row = 0; row < model->rowCount(); ++row)
            titles << model->index(row, 0).data().toString();
        QCOMPARE(titles, QStringList({u"Graphs"_s, u"Maps of Pictures"_s, u"Maps of Words"_s}));
    }

    void aLongList_isInOrderOfTime_untilItIsWantedGrouped()
    {
        using Order = library::ListQuery::Order;
        Shelf shelf;
        ListPlace unread;
        unread.view = library::ListQuery::View::Unread;
        LibraryPage &page = shelf.house.window->page();
        page.goTo(unread);
        QCOMPARE(page.query().order, Order::ByCategory);
        digest::Issue issue;
        issue.title = u"A backlog"_s;
        for (int i = 0; i < 2010; ++i) {
            digest::Entry entry;
            entry.title = u"Paper number %1"_s.arg(i);
            issue.entries << entry;
        }
        QVERIFY(shelf.house.library->storeIssue(library::Library::filesSource(), issue, "a backlog").ok());
        QTRY_VERIFY_WITH_TIMEOUT(shelf.sideRows("views").contains(u"Unread 2013"_s), 20'000);
        ListPlace all;
        all.view = library::ListQuery::View::All;
        page.goTo(all);
        page.goTo(unread);
        QCOMPARE(page.query().order, Order::NewestFirst);
        QTRY_COMPARE_WITH_TIMEOUT(shelf.listed(), 2013, 20'000); // the first of them at once
        shelf.house.commands.run(u"list.order"_s);
        QCOMPARE(page.query().order, Order::ByCategory);
    }

    void history_tellsWhatWasRead_andLeadsToTheSummaries()
    {
        Shelf shelf;
        const QString before = shelf.house.window->windowTitle();
        Shelf::press(u"gh"_s);
        QCOMPARE(shelf.house.window->windowTitle(), u"Reading history — 要点"_s);
        QTRY_VERIFY(!shelf.house.child<QLabel>("historySum")->text().isEmpty());
        QVERIFY(shelf.house.child<QLabel>("historyEmpty")->isVisible());
        Shelf::press(Qt::Key_Return); // there is nothing to look at
        Shelf::press(Qt::Key_Escape);
        QCOMPARE(shelf.house.window->windowTitle(), before);

        reading::Reading &reading = shelf.house.services->reading;
        QVERIFY(reading.start(shelf.papers).ok());
        QVERIFY(reading.verdict(library::Verdict::Read).ok());
        QVERIFY(reading.next().ok());
        const auto session = reading.end();
        QVERIFY(session.ok());
        QVERIFY(shelf.house.library->addSessionTime(session->id, 65 * 60'000).ok());
        Shelf::press(u"gh"_s);
        QTRY_COMPARE(shelf.house.child<SideSection>("historySessions")->rows().rowCount(), 1);
        QVERIFY2(shelf.sideRows("historySessions").first().endsWith(u"1 paper · 1 h 5 min"_s),
                 qPrintable(shelf.sideRows("historySessions").first()));
        QVERIFY2(shelf.house.child<QLabel>("historyDay")->text().contains(u"1 paper · 1 h 5 min · CV 1"_s),
                 qPrintable(shelf.house.child<QLabel>("historyDay")->text()));
        Shelf::press(Qt::Key_Return);
        QCOMPARE(shelf.house.window->windowTitle(), u"Summary of the session — 要点"_s);
        Shelf::press(Qt::Key_Escape);
        QCOMPARE(shelf.house.window->windowTitle(), u"Reading history — 要点"_s);
    }

    void whatIsNewInAListThatWasLeft_isNoPartOfTheNext()
    {
        Shelf shelf;
        auto &page = shelf.house.window->page();
        const auto store = [&shelf](const QString &title, const library::Source &source, int papers) {
            digest::Issue issue;
            issue.title = issue.guid = title;
            for (int i = 0; i < papers; ++i) {
                digest::Entry entry;
                entry.title = u"%1, paper %2"_s.arg(title).arg(i);
                issue.entries << entry;
            }
            QVERIFY(shelf.house.library->storeIssue(source, issue, title.toUtf8()).ok());
        };
        const library::Source big = shelf.house.put(QUrl(u"https://example.org/big"_s));
        QVERIFY(shelf.house.library->putSource(big).ok());
        store(u"Of files"_s, library::Library::filesSource(), 700);
        store(u"Of a source"_s, big, 500);
        ListPlace all, there;
        all.view = library::ListQuery::View::All;
        there.source = big.id;
        page.goTo(all);
        QTRY_COMPARE_WITH_TIMEOUT(shelf.listed(), 1203, 20'000);
        store(u"Of files, later"_s, library::Library::filesSource(), 1);
        page.takeArrivals(); // what is new is being looked for
        page.goTo(there);
        QTRY_COMPARE_WITH_TIMEOUT(shelf.listed(), 500, 20'000);
        QTest::qWait(200);
        QCOMPARE(shelf.listed(), 500);
        QCOMPARE(page.newEntries(), 0);
    }

    void theEntryOfTheLastRun_isGoneTo_alsoFarDown()
    {
        Shelf shelf;
        digest::Issue issue;
        issue.title = u"A backlog"_s;
        for (int i = 0; i < 900; ++i) {
            digest::Entry entry;
            entry.title = u"Paper number %1"_s.arg(i);
            issue.entries << entry;
        }
        QVERIFY(shelf.house.library->storeIssue(library::Library::filesSource(), issue, "a backlog").ok());
        ListPlace all;
        all.view = library::ListQuery::View::All;
        library::ListQuery asked = queryOf(all, 0);
        const QList<library::EntryId> ids = shelf.house.library->entryIds(asked);
        Settings &settings = shelf.house.services->settings;
        LibraryPage &page = shelf.house.window->page();
        const auto restore = [&](int row) {
            settings.setState(u"place"_s, placeToText(all));
            settings.setState(u"entry"_s, ids.at(row).toString());
            page.restore();
        };
        restore(700);
        QCOMPARE(shelf.listed(), int(EntryModel::firstRows)); // nobody waits for the rest
        QCOMPARE(page.currentRow()->id, ids.first());
        QCOMPARE(page.queue().size(), 500);                 // likewise
        QCOMPARE(page.triageQueue(600).size(), ids.size()); // five hundred at a time
        QCOMPARE(shelf.listed(), int(EntryModel::firstRows));
        QTRY_COMPARE_WITH_TIMEOUT(page.currentRow()->id, ids.at(700), 20'000);

        restore(300); // one of the first
        QCOMPARE(page.currentRow()->id, ids.at(300));

        restore(800);
        page.focusList();
        Shelf::press(u"j"_s); // the reader goes on: that is where the list stays
        QTRY_COMPARE_WITH_TIMEOUT(shelf.listed(), int(ids.size()), 20'000);
        QCOMPARE(page.currentRow()->id, ids.at(1));
    }

    void aFilterLikeANameOfACommand_isSaidAsItIsTyped()
    {
        Shelf shelf;
        const auto *empty = shelf.house.child<QLabel>("emptyList");
        Shelf::press(u"/"_s);
        Shelf::press(u"{list.star}"_s);
        QTRY_VERIFY(empty->text().contains(u"“{list.star}”"_s));
        QVERIFY(empty->text().contains(u"Esc shows all again"_s));
        installLanguage(*qApp, u"zh_CN"_s);
        QTRY_VERIFY(!empty->text().contains(u"shows all again"_s));
        QVERIFY2(!empty->text().contains(u"{go.back}"_s), qPrintable(empty->text()));
        installLanguage(*qApp, u"en"_s);
    }
};

YAODIAN_TEST(SearchesTest)

} // namespace ui_searches_test

#include "searches_test.moc"
