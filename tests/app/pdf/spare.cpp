#include "pdf/spareworker.h"
#include "tests/support/testmain.h"

#include "tests/app/pdf/waiting.h"
#include "tests/support/pdfwriter.h"

#include <QTemporaryDir>

#include <atomic>

namespace pdf_spare {

using namespace yaodian;
using namespace yaodian::pdf;

/// A worker waits for the next document.
class TestSpare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_path = m_folder.filePath(QStringLiteral("page.pdf"));
        PdfWriter pdf;
        pdf.page();
        QVERIFY(pdf.save(m_path));
    }

    void cleanup()
    {
        QVERIFY(QTest::qWaitFor([] { return childProcesses().isEmpty(); }, guardMs));
    }

    void untilItIsWantedNothingIsStarted()
    {
        SpareWorker spare;
        QVERIFY(childProcesses().isEmpty());
        QVERIFY(!spare.take(m_path));
    }

    void theWaitingWorkerServesTheDocumentAndAnotherTakesItsPlace()
    {
        SpareWorker spare;
        spare.keep();
        const QList<pid_t> waiting = childProcesses();
        QCOMPARE(waiting.size(), 1);
        Document document(m_path, spare.take(m_path));
        QVERIFY(opens(document));
        QVERIFY(rendered(document, 0, 1));
        QVERIFY(childProcesses().contains(waiting.first()));
        QVERIFY(QTest::qWaitFor([] { return childProcesses().size() == 2; }, guardMs));
        Document second(m_path, spare.take(m_path));
        QVERIFY(opens(second));
        QVERIFY(rendered(second, 0, 1));
    }

    void theExpectedDocumentIsOpenedAhead_andTheWorkerThatWaitsIsLeftToOthers()
    {
        SpareWorker spare;
        spare.keep();
        const QList<pid_t> waiting = childProcesses();
        std::atomic<int> asked = 0;
        const auto view = [&asked](const QList<PageInfo> &) {
            ++asked;
            return QList<FirstPage>{{0, 2}};
        };
        spare.expect(m_path, view);
        spare.expect(m_path, view); // that it is said again changes nothing
        QVERIFY(QTest::qWaitFor([&] { return asked == 1; }, guardMs));
        QCOMPARE(childProcesses().size(), 2);
        Document document(m_path, spare.take(m_path));
        QVERIFY(opens(document));
        QVERIFY(rendered(document, 0, 2));
        QCOMPARE(childProcesses().size(), 2);
        QVERIFY(childProcesses().contains(waiting.first()));
        QCOMPARE(asked, 1);
        Document other(m_path, spare.take(m_path));
        QVERIFY(opens(other));
        QVERIFY(rendered(other, 0, 1));
        QVERIFY(childProcesses().contains(waiting.first()));
    }

    void whatWasExpectedInVainIsGivenUp_andNothingElse()
    {
        SpareWorker spare;
        spare.keep();
        spare.expect(QStringLiteral("/nowhere.pdf"), {});
        spare.expect(m_path, {});
        QTRY_COMPARE_WITH_TIMEOUT(childProcesses().size(), 2,
                                  guardMs); // the one that waits, and of the guesses the last
        QVERIFY(spare.take(QStringLiteral("/another.pdf")));
        QTRY_VERIFY_WITH_TIMEOUT(childProcesses().isEmpty(), guardMs);
    }

    void whereNothingIsExpectedAnyMore_theGuessIsGivenUp()
    {
        SpareWorker spare;
        spare.expect(m_path, {});
        QTRY_COMPARE_WITH_TIMEOUT(childProcesses().size(), 1, guardMs);
        spare.expect({}, {});
        QTRY_VERIFY_WITH_TIMEOUT(childProcesses().isEmpty(), guardMs);
        QVERIFY(!spare.take(m_path));
    }

    void keepingTwiceStartsOne()
    {
        SpareWorker spare;
        spare.keep();
        spare.keep();
        QCOMPARE(childProcesses().size(), 1);
    }

    void whatWasStartedBeforeGoesFirst()
    {
        auto ahead = startWorker();
        const QList<pid_t> waiting = childProcesses();
        SpareWorker spare;
        spare.give(std::move(ahead));
        spare.keep();
        QCOMPARE(childProcesses(), waiting);
        QVERIFY(spare.take(m_path));
    }

    void aSpareWorkerThatWasEndedCostsNothing()
    {
        SpareWorker spare;
        spare.keep();
        for (const pid_t child : childProcesses())
            ::kill(child, SIGKILL);
        Document document(m_path, spare.take(m_path));
        QVERIFY(opens(document));
        QVERIFY(rendered(document, 0, 1));
    }

private:
    QTemporaryDir m_folder;
    QString m_path;
};

YAODIAN_TEST_GUILESS(TestSpare)

} // namespace pdf_spare

#include "spare.moc"
