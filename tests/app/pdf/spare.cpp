#include "pdf/spareworker.h"

#include "tests/app/pdf/waiting.h"
#include "tests/support/pdfwriter.h"

#include <QTemporaryDir>

#include <atomic>

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

    void theExpectedDocumentIsOpenedAhead_byTheWorkerThatWaited()
    {
        SpareWorker spare;
        spare.keep();
        const QList<pid_t> waiting = childProcesses();
        std::atomic<int> asked = 0;
        spare.expect(m_path, [&asked](const QList<PageInfo> &) {
            ++asked;
            return QList<FirstPage>{{0, 2}};
        });
        QVERIFY(QTest::qWaitFor([&] { return asked == 1; }, guardMs));
        Document document(m_path, spare.take(m_path));
        QVERIFY(opens(document));
        QVERIFY(rendered(document, 0, 2));
        QVERIFY(childProcesses().contains(waiting.first()));
        QCOMPARE(asked, 1);
    }

    void whatWasExpectedInVainIsGivenUp()
    {
        SpareWorker spare;
        spare.expect(QStringLiteral("/nowhere.pdf"), {});
        spare.expect(m_path, {});
        spare.expect(m_path, {});
        QVERIFY(QTest::qWaitFor([] { return childProcesses().size() == 1; }, guardMs));
        QVERIFY(!spare.take(QStringLiteral("/another.pdf")));
        QVERIFY(childProcesses().isEmpty());
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

QTEST_GUILESS_MAIN(TestSpare)
#include "spare.moc"
