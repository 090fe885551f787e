#include "tests/support/pdfwriter.h"
#include "tests/support/testmain.h"
#include "tests/ui/shell/online.h"
#include "ui/reader/readerview.h"
#include "ui/shell/firstpaint.h"

#include <QElapsedTimer>
#include <QScrollArea>

namespace ui_startreading_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace yaodian::tests;
using namespace Qt::StringLiterals;

/// A program that is started with a PDF.
struct Started
{
    Started()
    {
        PdfWriter made(u"A Draft"_s);
        made.page();
        made.text(72, 90, u"The one page of a draft"_s, 14);
        path = files.filePath(u"draft.pdf"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(made.bytes()) < 1)
            qFatal("the file could not be written");
    }
    void start() { house.window->start({path}, {}); }
    [[nodiscard]] ReaderView *reader() const { return house.window->reader(); }
    [[nodiscard]] LibraryPage *lists() const { return house.window->findChild<LibraryPage *>(); }

    QTemporaryDir files;
    QString path;
    Online house;
};

/// What comes first when somebody opens a PDF: its page.
class StartReadingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lists_comeAfterThePage()
    {
        constexpr int asideMs = 500; // then they come, whether there is a page or not
        Started started;
        started.start();
        started.house.window->show();
        QVERIFY(started.house.window->isReading());
        QVERIFY(!started.lists());
        QElapsedTimer took;
        took.start();
        std::optional<bool> wereThere;
        connect(started.reader(), &ReaderView::settled, this, [&] {
            if (!wereThere)
                wereThere = started.lists() != nullptr;
        });
        QTRY_VERIFY_WITH_TIMEOUT(wereThere.has_value(), 30'000);
        QVERIFY(!*wereThere || took.elapsed() >= asideMs);
        QTRY_VERIFY(started.lists()); // nobody asked for them
    }

    void whoeverLeavesAtOnce_findsTheListsAsTheyWereLeft()
    {
        Started started;
        ListPlace place;
        place.view = library::ListQuery::View::Starred;
        started.house.services->settings.setState(u"place"_s, placeToText(place));
        started.start();
        started.house.window->show();
        QVERIFY(!started.lists());
        started.reader()->focusPages();
        QTest::keyClick(started.reader()->findChild<QWidget *>(u"pages"_s), Qt::Key_Q);
        QTRY_VERIFY(!started.house.window->isReading());
        QVERIFY(started.lists());
        QVERIFY(started.lists()->isVisible());
        QCOMPARE(started.lists()->place().view, library::ListQuery::View::Starred);
        QVERIFY(started.house.window->windowTitle().startsWith(u"Starred"_s));
        QTest::keyClick(started.house.window->focusWidget(), Qt::Key_F10, Qt::ShiftModifier); // a key finds its place
        QVERIFY(started.lists()->isAncestorOf(started.house.window->focusWidget()));
    }

    void placeOfTheLists_isKeptByARunThatNeverMadeThem()
    {
        Started started;
        ListPlace place;
        place.view = library::ListQuery::View::Starred;
        started.house.services->settings.setState(u"place"_s, placeToText(place));
        started.start();
        QVERIFY(!started.lists());
        started.house.window->close();
        QVERIFY(!started.lists());
        QCOMPARE(placeFromText(started.house.services->settings.state(u"place"_s).toString()).view,
                 library::ListQuery::View::Starred);
    }

    void window_isPaintedWithItsPage()
    {
        Started started;
        started.house.window->show();
        started.start();
        QTRY_VERIFY_WITH_TIMEOUT(started.reader() && started.reader()->isSettled(), 30'000);
        QWidget window;
        ReaderView reader(*started.house.library, started.house.services->notes, started.house.commands,
                          *started.house.theme, started.house.services->settings, started.house.services->background,
                          &window);
        new FirstPaint(window, reader, 60'000);
        window.resize(900, 700);
        reader.resize(900, 700);
        window.show();
        QVERIFY(!window.updatesEnabled());
        bool wasEnabled = false;
        connect(&reader, &ReaderView::settled, this, [&] { wasEnabled = window.updatesEnabled(); });
        reader.openPath(started.path);
        QTRY_VERIFY_WITH_TIMEOUT(window.updatesEnabled(), 30'000);
        QVERIFY(reader.isSettled());
        QTRY_VERIFY(wasEnabled);
        QTRY_VERIFY(!window.findChild<FirstPaint *>());
    }

    void windowThatIsStartedWithAPdf_waitsForItsPage()
    {
        Started started;
        started.start();
        QVERIFY(!started.house.window->updatesEnabled());
        started.house.window->show();
        QTRY_VERIFY(started.house.window->updatesEnabled());
    }

    void entryThatWasNamed_standsInTheListsBehindIt()
    {
        Started started;
        digest::Issue issue;
        issue.title = u"An issue"_s;
        for (const QString &title : {u"A Paper About Tapirs"_s, u"A Paper About Ocelots"_s}) {
            digest::Entry entry;
            entry.title = title;
            issue.entries << entry;
        }
        const auto stored = started.house.library->storeIssue(library::Library::filesSource(), issue, "a post");
        QVERIFY(stored.ok());
        const library::EntryId named = stored->entries.last();
        QFile pdf(started.path);
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        const auto paper = started.house.library->entry(named)->row.paper;
        QVERIFY(started.house.library->addDocument(paper, pdf.readAll(), {}, {}).ok());
        started.house.window->start({named.toString()}, {});
        started.house.window->show();
        QTRY_VERIFY(started.house.window->isReading());
        QTRY_COMPARE(started.reader()->paper(), paper);
        started.reader()->focusPages();
        QTest::keyClick(started.reader()->findChild<QWidget *>(u"pages"_s), Qt::Key_Q);
        QTRY_VERIFY(!started.house.window->isReading());
        QVERIFY(started.lists()->currentRow());
        QCOMPARE(started.lists()->currentRow()->id, named);
    }

    void windowWithoutAPage_isPaintedSoon()
    {
        Started started;
        QWidget window;
        ReaderView reader(*started.house.library, started.house.services->notes, started.house.commands,
                          *started.house.theme, started.house.services->settings, started.house.services->background,
                          &window); // which opens nothing
        new FirstPaint(window, reader);
        window.show();
        QVERIFY(!window.updatesEnabled());
        QTRY_VERIFY(window.updatesEnabled());
        QTRY_VERIFY(!window.findChild<FirstPaint *>());
    }

    void settled_isSaidOfAPageThatIsPainted()
    {
        struct Paints final : QObject
        {
            bool eventFilter(QObject *, QEvent *event) override
            {
                count += event->type() == QEvent::Paint;
                return false;
            }
            int count = 0;
        } paints;
        Started started;
        started.start();
        started.house.window->show();
        auto *pages = started.reader()->findChild<QAbstractScrollArea *>(u"pages"_s);
        QVERIFY(pages);
        pages->viewport()->installEventFilter(&paints);
        int atSharp = -1, atSettled = -1;
        connect(started.reader(), &ReaderView::sharp, this, [&] { atSharp = atSharp < 0 ? paints.count : atSharp; });
        connect(started.reader(), &ReaderView::settled, this,
                [&] { atSettled = atSettled < 0 ? paints.count : atSettled; });
        QTRY_VERIFY_WITH_TIMEOUT(atSettled >= 0, 30'000);
        QVERIFY(atSharp >= 0);
        QVERIFY2(atSettled > atSharp, qPrintable(u"%1 %2"_s.arg(atSharp).arg(atSettled)));
    }
};

YAODIAN_TEST(StartReadingTest)

} // namespace ui_startreading_test

#include "startreading_test.moc"
