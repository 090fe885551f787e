#include "pdf/spareworker.h"

#include "tests/app/pdf/waiting.h"
#include "tests/support/pdfwriter.h"

#include <QTemporaryDir>

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
        QVERIFY(!spare.take());
    }

    void theWaitingWorkerServesTheDocumentAndAnotherTakesItsPlace()
    {
        SpareWorker spare;
        spare.keep();
        const QList<pid_t> waiting = childProcesses();
        QCOMPARE(waiting.size(), 1);
        Document document(m_path, spare.take());
        QVERIFY(opens(document));
        QVERIFY(rendered(document, 0, 1));
        QVERIFY(childProcesses().contains(waiting.first()));
        QVERIFY(QTest::qWaitFor([] { return childProcesses().size() == 2; }, guardMs));
        Document second(m_path, spare.take());
        QVERIFY(opens(second));
        QVERIFY(rendered(second, 0, 1));
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
        QVERIFY(spare.take());
    }

    void aSpareWorkerThatWasEndedCostsNothing()
    {
        SpareWorker spare;
        spare.keep();
        for (const pid_t child : childProcesses())
            ::kill(child, SIGKILL);
        Document document(m_path, spare.take());
        QVERIFY(opens(document));
        QVERIFY(rendered(document, 0, 1));
    }

private:
    QTemporaryDir m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestSpare)
#include "spare.moc"
