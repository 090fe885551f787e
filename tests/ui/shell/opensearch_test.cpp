// Searching in all open documents: real PDFs, each with a worker of its own, in a window.
#include "tests/support/pdfwriter.h"
#include "tests/support/testmain.h"
#include "tests/ui/shell/online.h"
#include "translations/translations.h"
#include "ui/reader/opensearch.h"
#include "ui/reader/pageview.h"
#include "ui/reader/readerview.h"
#include "ui/reader/siderows.h"
#include "ui/shell/readers.h"

#include <QListView>
#include <QToolButton>

namespace ui_opensearch_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;

using Pages = QList<QStringList>;

/// A window over a library of papers: what they are called and the lines of their pages.
struct Papers : Online
{
    explicit Papers(const QList<std::pair<QString, Pages>> &texts)
    {
        digest::Issue issue;
        issue.title = u"An issue"_s;
        for (const auto &[title, pages] : texts) {
            digest::Entry entry;
            entry.title = title;
            issue.entries << entry;
        }
        const auto stored = library->storeIssue(library::Library::filesSource(), issue, "post");
        const auto rows = library->rows(stored->entries);
        for (qsizetype at = 0; at < rows.size(); ++at) {
            if (!services->papers.adopt(rows[at].paper, write(rows[at].title, texts[at].second)))
                qFatal("no PDF");
            papers << rows[at].paper;
        }
    }
    [[nodiscard]] QString write(const QString &title, const Pages &pages) const
    {
        PdfWriter pdf(title);
        for (const QStringList &lines : pages) {
            pdf.page();
            pdf.lines(72, lines.size() > 10 ? 90 : 600, lines); // low: what is gone to has its page in view
        }
        const QString path = folder.filePath(title + u".pdf"_s);
        if (!pdf.save(path))
            qFatal("no PDF");
        return path;
    }
    void openAll()
    {
        start();
        for (int which = 0; which < papers.size(); ++which)
            open(which);
    }
    void open(int which, const QString &how = u"list.openTab"_s)
    {
        window->page().goToEntry(library->mentions(papers[which]).first().id);
        QVERIFY(commands.run(how));
        QTRY_VERIFY_WITH_TIMEOUT(reader() && reader()->paper() == papers[which] && reader()->isSettled(), 20'000);
    }
    /// The program ends and starts again: all tabs but the one in front sleep.
    void restart()
    {
        window->close();
        window = std::make_unique<MainWindow>(*services, *theme, commands, ask);
        window->show();
        window->start({}, {});
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QTRY_VERIFY_WITH_TIMEOUT(reader() && reader()->isSettled(), 20'000);
    }
    [[nodiscard]] ReaderView *reader() const { return window->reader(); }
    [[nodiscard]] OpenSearch &search() const { return *window->readers().findChild<OpenSearch *>(); }
    template <class T> T *part(const char *name) const { return reader()->findChild<T *>(QLatin1StringView(name)); }
    [[nodiscard]] QLineEdit *field() const { return part<QLineEdit>("search"); }
    [[nodiscard]] QListView *hits() const { return part<QListView>("hits"); }
    [[nodiscard]] QString says() const { return part<QLabel>("searchSummary")->text(); }
    void keys(const QString &text) const
    {
        for (const QChar key : text)
            QTest::keyClicks(focus(), QString(key));
    }
    static void press(Qt::Key key, Qt::KeyboardModifiers held = {}) { QTest::keyClick(focus(), key, held); }
    /// By keys alone, from the pages on.
    void find(const QString &words) const
    {
        keys(u"g/"_s);
        QCOMPARE(focus(), field());
        retype(words);
        QVERIFY(waitFound());
    }
    /// In the field, which has the focus.
    void retype(const QString &words) const
    {
        field()->clear();
        keys(words);
        press(Qt::Key_Return);
    }
    [[nodiscard]] bool waitFound() const
    {
        return QTest::qWaitFor([this] { return !search().isRunning(); }, 20'000);
    }
    /// Rows as they are read: "# Alpha (2)", "3: … the match …", a note.
    [[nodiscard]] QStringList rows() const
    {
        QStringList out;
        for (int row = 0; row < hits()->model()->rowCount(); ++row) {
            const QModelIndex at = hits()->model()->index(row, 0);
            const QString text = at.data().toString(), count = at.data(siderow::Count).toString();
            if (at.data(siderow::Type).toInt() == siderow::Header)
                out << u"# %1 (%2)"_s.arg(text, count);
            else if (count.isEmpty())
                out << text;
            else
                out << u"%1: %2"_s.arg(
                    count, text.mid(at.data(siderow::MatchStart).toInt(), at.data(siderow::MatchLength).toInt()));
        }
        return out;
    }
    [[nodiscard]] int marked() const
    {
        for (int row = 0; row < hits()->model()->rowCount(); ++row)
            if (hits()->model()->index(row, 0).data(siderow::Current).toBool())
                return row;
        return -1;
    }

    QList<library::PaperId> papers;
};

/// Three papers: a walrus on page 2 of the first one, none in the second, two in the third.
const QList<std::pair<QString, Pages>> walruses{
    {u"Alpha"_s, {{u"Nothing here."_s}, {u"A walrus sleeps on the ice."_s}, {u"End."_s}}},
    {u"Beta"_s, {{u"Only seals."_s}, {u"And fish."_s}}},
    {u"Gamma"_s, {{u"The Walrus is large."_s}, {u"Snow."_s}, {u"Many walruses swim."_s}}},
};

class OpenSearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installLanguage(*qApp, u"en"_s); }

    void hitsOfAllDocuments_standUnderTheirTitles()
    {
        Papers house(walruses);
        house.openAll();
        house.find(u"walrus"_s);
        QCOMPARE(house.rows(), QStringList({u"# Gamma (2)"_s, u"1: Walrus"_s, u"3: walrus"_s, u"# Alpha (1)"_s,
                                            u"2: walrus"_s})); // the one that is read first
        QCOMPARE(house.says(), u"3 found in 2 of 3 documents"_s);
        QTRY_COMPARE(house.marked(), 1);
        QVERIFY(!(house.hits()->model()->index(0, 0).flags() & Qt::ItemIsEnabled));
    }

    void enter_landsInTheTabOfTheHit_andTheSearchGoesOnThere()
    {
        Papers house(walruses);
        house.openAll();
        const QPointer<ReaderView> gamma = house.reader();
        house.find(u"walrus"_s);
        QCOMPARE(Papers::focus(), house.hits());
        house.keys(u"jj"_s); // over the head
        QCOMPARE(house.hits()->currentIndex().row(), 4);
        Papers::press(Qt::Key_Return);
        QTRY_COMPARE(house.reader()->paper(), house.papers[0]);
        QCOMPARE(house.window->readers().currentTab(), 0);
        QTRY_COMPARE(house.reader()->status(), u"Page 2 of 3"_s);
        QVERIFY(house.hits()->isVisible());
        QTRY_COMPARE(house.marked(), 4);
        QCOMPARE(house.field()->text(), u"walrus"_s);
        QVERIFY(house.reader()->findChild<QWidget *>(u"pages"_s)->hasFocus());
        QVERIFY(!gamma->findChild<QListView *>(u"hits"_s)->isVisibleTo(gamma)); // it is here now
        QVERIFY(house.commands.run(u"history.back"_s));                         // where Alpha was read
        QTRY_COMPARE(house.reader()->status(), u"Page 1 of 3"_s);
        Papers::press(Qt::Key_Escape); // one search, one end
        QVERIFY(!house.hits()->isVisible());
        QVERIFY(house.search().groups().isEmpty());
        QCOMPARE(house.window->readers().count(), 3);
    }

    void aHitOfThisDocument_isGoneToInPlace()
    {
        Papers house(walruses);
        house.openAll();
        const auto *pages = house.part<PageView>("pages");
        house.find(u"walrus"_s);
        QVERIFY(!pages->visiblePages().contains(2));
        house.keys(u"j"_s);
        Papers::press(Qt::Key_Return);
        QTRY_VERIFY(pages->visiblePages().contains(2));
        QCOMPARE(house.marked(), 2);
        QVERIFY(pages->hasFocus());
        QVERIFY(house.commands.run(u"reader.previousHit"_s)); // n and N stay in the document
        QTRY_VERIFY(pages->visiblePages().contains(0));
        QCOMPARE(house.marked(), 1);
    }

    void tabsThatSleep_areSearchedWithoutWaking_andWakeAtTheHit()
    {
        Papers house(walruses);
        house.openAll();
        house.restart();
        QCOMPARE(house.window->readers().views().size(), 1);
        house.find(u"walrus"_s);
        QCOMPARE(house.says(), u"3 found in 2 of 3 documents"_s);
        QCOMPARE(house.window->readers().views().size(), 1);
        house.keys(u"jj"_s);
        Papers::press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(house.reader()->status(), u"Page 2 of 3"_s, 20'000);
        QCOMPARE(house.reader()->paper(), house.papers[0]);
        QTRY_COMPARE(house.marked(), 4);
        QVERIFY(house.commands.run(u"history.back"_s));
        QTRY_COMPARE(house.reader()->status(), u"Page 1 of 3"_s);
    }

    void howItIsSearched_countsInAllDocuments()
    {
        Papers house(walruses);
        house.openAll();
        house.find(u"walrus"_s);
        house.press(Qt::Key_Slash);
        QCOMPARE(Papers::focus(), house.field());
        Papers::press(Qt::Key_C, Qt::AltModifier);
        QVERIFY(house.waitFound());
        QCOMPARE(house.rows(), QStringList({u"# Gamma (1)"_s, u"3: walrus"_s, u"# Alpha (1)"_s, u"2: walrus"_s}));
        Papers::press(Qt::Key_W, Qt::AltModifier);
        QVERIFY(house.waitFound());
        QCOMPARE(house.rows(), QStringList({u"# Alpha (1)"_s, u"2: walrus"_s}));
        Papers::press(Qt::Key_W, Qt::AltModifier);
        Papers::press(Qt::Key_R, Qt::AltModifier);
        house.retype(u"s(ea|wi)"_s);
        QVERIFY(house.waitFound());
        QCOMPARE(house.rows(), QStringList({u"# Gamma (1)"_s, u"3: swi"_s, u"# Beta (1)"_s, u"1: sea"_s}));
        house.press(Qt::Key_Slash);
        house.retype(u"s(ea"_s);
        QVERIFY2(house.says().startsWith(u"This is no regular expression: "), qPrintable(house.says()));
        QCOMPARE(house.rows(), QStringList());
        QCOMPARE(Papers::focus(), house.field());
    }

    void theScope_isChosenInThePanel()
    {
        Papers house(walruses);
        house.openAll();
        house.find(u"walrus"_s);
        house.press(Qt::Key_Slash);
        Papers::press(Qt::Key_A, Qt::AltModifier); // this document only
        QCOMPARE(house.field()->placeholderText(), u"Search in this document"_s);
        QTRY_COMPARE(house.says(), u"1 of 2"_s);
        QCOMPARE(house.rows(), QStringList({u"1: Walrus"_s, u"3: walrus"_s}));
        QVERIFY(house.search().groups().isEmpty());
        house.part<QToolButton>("searchAll")->click();
        QVERIFY(house.waitFound());
        QCOMPARE(house.rows().size(), 5);
        QCOMPARE(house.field()->placeholderText(), u"Search in all open documents"_s);
    }

    void anotherQuery_replacesWhatWasFoundBefore()
    {
        Papers house(walruses);
        house.openAll();
        house.find(u"walrus"_s);
        house.press(Qt::Key_Slash);
        house.retype(u"seal"_s);
        QVERIFY(house.search().isRunning()); // it is not found yet when it is replaced
        house.press(Qt::Key_Slash);
        house.retype(u"fish"_s);
        QVERIFY(house.waitFound());
        QCOMPARE(house.rows(), QStringList({u"# Beta (1)"_s, u"2: fish"_s}));
        QCOMPARE(house.says(), u"1 found in 1 of 3 documents"_s);
        house.press(Qt::Key_Slash);
        house.retype(u"penguin"_s);
        QVERIFY(house.waitFound());
        QCOMPARE(house.says(), u"Nothing found"_s);
    }

    void aSearchThatIsReplacedBetweenTwoDocuments_beginsAtTheFirst()
    {
        const QTemporaryDir folder;
        PdfWriter pdf(u"Beta"_s);
        pdf.page();
        pdf.text(72, 90, u"One otter."_s);
        QVERIFY(pdf.save(folder.filePath(u"beta.pdf"_s)));
        const OpenDocument gone{{{}, {}, folder.filePath(u"gone.pdf"_s)}, u"Gone"_s, {}};
        const OpenDocument beta{{{}, {}, folder.filePath(u"beta.pdf"_s)}, u"Beta"_s, {}};
        OpenSearch search([gone, beta] { return QList{gone, beta}; }, nullptr);
        int notes = 0;
        connect(&search, &OpenSearch::noted, &search, [&search, &notes] {
            if (notes++ == 0)
                search.search({u"otter"_s});
        });
        search.search({u"seal"_s});
        QTRY_VERIFY_WITH_TIMEOUT(notes > 0 && !search.isRunning(), 20'000);
        QCOMPARE(notes, 2);
        QCOMPARE(search.groups().size(), 2);
        QVERIFY(!search.groups().first().note.isEmpty());
        QCOMPARE(search.groups().last().hits.size(), 1);
        QCOMPARE(search.summary(), u"1 found in 1 of 2 documents"_s);
    }

    void noMoreHitsThanCanBeReadAreListed_andThatIsSaid()
    {
        QStringList many;
        for (int line = 0; line < 50; ++line)
            many << u"otter and otter"_s;
        Papers house({{u"Otters"_s, {many, many, many}}, {u"Beta"_s, {{u"One otter."_s}}}});
        house.openAll();
        house.find(u"otter"_s);
        const QStringList rows = house.rows();
        QCOMPARE(rows.mid(0, 3), QStringList({u"# Beta (1)"_s, u"1: otter"_s, u"# Otters (200)"_s}));
        QCOMPARE(rows.size(), 3 + 200 + 1);
        QCOMPARE(rows.last(), u"Only the first 200 hits are listed."_s);
    }

    void whatCannotBeRead_isSaidUnderItsTitle()
    {
        Papers house(walruses);
        house.openAll();
        const QString gone = house.window->readers().views().first()->path(); // Alpha's
        house.restart();
        QVERIFY(QFile::remove(gone));
        house.window->activate({QStringLiteral(YAODIAN_FIXTURES "/pdfs/locked.pdf")});
        QTRY_COMPARE_WITH_TIMEOUT(house.window->readers().count(), 4, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(house.reader()->path().endsWith(u"locked.pdf"), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(house.part<QLineEdit>("comment")->hasFocus(), 20'000); // the password
        Papers::press(Qt::Key_Escape);
        house.find(u"walrus"_s);
        const QStringList rows = house.rows();
        const qsizetype locked = rows.indexOf(u"It is protected by a password."_s);
        QVERIFY2(locked > 0 && rows[locked - 1].startsWith(u"# "), qPrintable(rows.join(u'\n')));
        const qsizetype alpha = rows.indexOf(u"# Alpha ()"_s);
        QVERIFY2(alpha >= 0 && rows.size() > alpha + 1, qPrintable(rows.join(u'\n')));
        QVERIFY2(rows[alpha + 1].endsWith(u'.') && rows[alpha + 1].size() > 10, qPrintable(rows[alpha + 1]));
        QVERIFY(rows.contains(u"# Gamma (2)"_s));
    }

    void aTabThatIsClosedMeanwhile_isSearchedToItsEnd()
    {
        Pages many;
        for (int page = 0; page < 60; ++page)
            many << QStringList({u"An otter on page %1."_s.arg(page + 1)});
        Papers house({{u"Otters"_s, many}, {u"Beta"_s, {{u"One otter."_s}}}});
        house.openAll();
        house.keys(u"g/"_s);
        house.keys(u"otter"_s);
        int added = 0; // Beta's hit, then some of the others
        const auto closeTab = [&] {
            if (++added == 2)
                house.window->readers().closeTab(0);
        };
        connect(&house.search(), &OpenSearch::added, &house.search(), closeTab, Qt::QueuedConnection);
        Papers::press(Qt::Key_Return);
        QTRY_VERIFY(added >= 2);
        QVERIFY(house.waitFound());
        QStringList wanted{u"# Beta (1)"_s, u"1: otter"_s, u"# Otters (60)"_s};
        for (int page = 1; page <= 60; ++page)
            wanted << u"%1: otter"_s.arg(page);
        QCOMPARE(house.rows(), wanted);
        house.keys(u"jjj"_s);
        Papers::press(Qt::Key_Return); // it comes back
        QTRY_COMPARE_WITH_TIMEOUT(house.reader()->status(), u"Page 3 of 60"_s, 20'000);
        QCOMPARE(house.window->readers().count(), 2);
    }

    void whatEnds_endsTheSearch()
    {
        Papers house(walruses);
        house.openAll();
        house.keys(u"g/"_s);
        house.retype(u"walrus"_s);
        QVERIFY(house.search().isRunning());
        house.window->readers().closeTab(house.window->readers().currentTab());
        QTRY_VERIFY(house.search().groups().isEmpty());
        QVERIFY(!house.search().isRunning());
        house.window->readers().focusPages();
        house.find(u"walrus"_s);
        QCOMPARE(house.says(), u"1 found in 1 of 2 documents"_s);
    }

    void twoSides_areLandedInWhereTheHitIs()
    {
        Papers house(walruses);
        house.start();
        house.open(0);
        ReaderView *left = house.reader();
        QVERIFY(house.commands.run(u"split.toggle"_s));
        QTRY_VERIFY(house.reader() != left && house.reader()->isSettled());
        house.open(2, u"list.open"_s);
        ReaderView *right = house.reader();
        QVERIFY(right != left && house.window->readers().isSplit());
        right->focusPages();
        house.find(u"walrus"_s);
        QCOMPARE(house.rows().size(), 5);
        house.keys(u"jj"_s);
        Papers::press(Qt::Key_Return);
        QTRY_COMPARE(house.reader(), left);
        QTRY_COMPARE(left->status(), u"Page 2 of 3"_s);
        QVERIFY(left->findChild<QWidget *>(u"pages"_s)->hasFocus());
        QVERIFY(!right->findChild<QListView *>(u"hits"_s)->isVisible());
    }
};

YAODIAN_TEST(OpenSearchTest)

} // namespace ui_opensearch_test

#include "opensearch_test.moc"
