// The PDF of the entry that one stays on is opened ahead: a real library page, the workers counted as processes.
#include "tests/support/testmain.h"
#include "ui/shell/expecting.h"

#include "tests/support/pdfwriter.h"
#include "tests/support/processes.h"
#include "tests/ui/shell/online.h"
#include "ui/library/librarypage.h"

namespace ui_expecting_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;
using tests::childProcesses;

constexpr int DwellMs = 100;

/// Two papers with PDFs and one without. No worker waits here: who starts one expects something.
struct Shelf : Online
{
    Shelf()
    {
        digest::Issue issue;
        issue.title = u"An issue"_s;
        for (const QString &name : {u"Alpha"_s, u"Beta"_s, u"Without"_s}) {
            digest::Entry entry;
            entry.title = name;
            issue.entries << entry;
        }
        entries = library->storeIssue(library::Library::filesSource(), issue, "post")->entries;
        for (const library::ListRow &row : library->rows(entries).first(2)) {
            PdfWriter pdf(row.title);
            pdf.page();
            pdf.text(72, 90, row.title, 14);
            const QString path = folder.filePath(row.title + u".pdf"_s);
            if (!pdf.save(path) || !services->papers.adopt(row.paper, path))
                qFatal("no PDF");
            paths << services->papers.stored(row.paper)->path;
        }
        page.show();
    }
    void goTo(int which) { page.goToEntry(entries[which]); }

    QList<library::EntryId> entries;
    QStringList paths;
    QStringList open; ///< what tabs show
    Commands keys;
    LibraryPage page{*library, services->background, clock, services->settings, keys, *theme};
    pdf::SpareWorker spare;
    Expecting expecting{*services, page, spare,
                        [this](const library::Document &document) { return open.contains(document.path); }, DwellMs};
};

class ExpectingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(childProcesses().isEmpty()); }
    void cleanup() { QTRY_VERIFY_WITH_TIMEOUT(childProcesses().isEmpty(), 20'000); }

    void theEntryThatOneStaysOn_isOpenedAhead_andItsDocumentTakesIt()
    {
        Shelf house;
        house.goTo(0);
        QTRY_COMPARE_WITH_TIMEOUT(childProcesses().size(), 1, 20'000);
        const auto ahead = childProcesses();
        pdf::Document document(house.paths[0], house.spare.take(house.paths[0]));
        QTRY_VERIFY_WITH_TIMEOUT(document.isOpen(), 20'000);
        QCOMPARE(childProcesses(), ahead);
    }

    void anotherEntry_takesItsPlace_andOneWithoutAPdfEndsIt()
    {
        Shelf house;
        house.goTo(0);
        QTRY_COMPARE_WITH_TIMEOUT(childProcesses().size(), 1, 20'000);
        const auto first = childProcesses();
        house.goTo(1);
        QTRY_VERIFY_WITH_TIMEOUT(childProcesses().size() == 1 && childProcesses() != first, 20'000);
        house.goTo(2);
        QTRY_VERIFY_WITH_TIMEOUT(childProcesses().isEmpty(), 20'000);
        QVERIFY(!house.spare.take(house.paths[1]));
    }

    void aCardThatIsShownAnew_putsNothingOff()
    {
        Shelf house;
        house.goTo(0);
        QElapsedTimer shown;
        for (shown.start(); shown.elapsed() < 5 * DwellMs; QTest::qWait(DwellMs / 4))
            Q_EMIT house.page.cardShown();
        QCOMPARE(childProcesses().size(), 1);
    }

    void whatIsOpenInATab_isNotOpenedAgain()
    {
        Shelf house;
        house.open << house.paths[0];
        house.goTo(0);
        QTest::qWait(5 * DwellMs);
        QVERIFY(childProcesses().isEmpty());
    }

    void whereTheListIsOutOfSight_nothingIsExpected()
    {
        Shelf house;
        house.page.hide();
        house.goTo(0);
        QTest::qWait(5 * DwellMs);
        QVERIFY(childProcesses().isEmpty());
    }
};

YAODIAN_TEST(ExpectingTest)

} // namespace ui_expecting_test

#include "expecting_test.moc"
