#include "pdf/document.h"

#include "tests/app/pdf/waiting.h"
#include "tests/support/pdfwriter.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace yaodian;
using namespace yaodian::pdf;
using Priority = Document::Priority;

namespace {

/// Two pages: a plain one, and one that takes many seconds to draw.
PdfWriter slow()
{
    PdfWriter pdf;
    pdf.page();
    pdf.text(60, 100, QStringLiteral("quick"));
    pdf.page();
    pdf.text(60, 100, QStringLiteral("slow"));
    QByteArray operators("2 w\n");
    for (int i = 0; i < 400'000; ++i)
        operators += QByteArray::number(i % 600) + " 0 m 0 " + QByteArray::number(i % 790) + " 300 " +
                     QByteArray::number(i % 500) + " 612 792 c S\n";
    pdf.raw(operators);
    return pdf;
}

} // namespace

/// A crash or a hang costs the request that caused it, never the program.
class TestDeaths : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_slow = m_folder.filePath(QStringLiteral("slow.pdf"));
        QVERIFY(slow().save(m_slow));
    }

    void cleanup()
    {
        qunsetenv("YAODIAN_PDF_WORKER");
        QVERIFY(QTest::qWaitFor([] { return childProcesses().isEmpty(); }, guardMs));
    }

    void aWorkerKilledAtWorkCostsThatPageOnly()
    {
        Document document(m_slow);
        QVERIFY(opens(document));
        QObject context;
        Answer<QImage> page;
        document.render(1, 2, {}, Priority::Visible, &context, page.taker());
        QVERIFY(!QTest::qWaitFor([&] { return page.result.has_value(); }, 200));
        for (const pid_t child : childProcesses())
            ::kill(child, SIGKILL);
        QVERIFY(page.wait());
        QVERIFY(!page.result->ok());
        QVERIFY(page.error().contains(QStringLiteral("Page 2")));
        QVERIFY(rendered(document, 0, 1));
    }

    void anAbortedPageMakesWayForTheNext()
    {
        Document document(m_slow);
        QVERIFY(opens(document));
        const QList<pid_t> worker = childProcesses();
        QObject context;
        Answer<QImage> page;
        const quint64 id = document.render(1, 2, {}, Priority::Visible, &context, page.taker());
        QVERIFY(!QTest::qWaitFor([&] { return page.result.has_value(); }, 200));
        document.abort(id);
        QVERIFY(rendered(document, 0, 1));
        QVERIFY(!page.result);
        QCOMPARE(childProcesses(), worker); // it stopped by itself, nobody was killed
    }

    void whatIsLookedAtGoesBeforeWhatIsPrepared()
    {
        Document document(m_slow);
        QVERIFY(opens(document));
        QObject context;
        QList<int> order;
        document.render(1, 0.5, {}, Priority::Near, &context, [&](const Result<QImage> &) { order.append(1); });
        QVERIFY(!QTest::qWaitFor([&] { return !order.isEmpty(); }, 100));
        document.render(0, 1, {}, Priority::Visible, &context, [&](const Result<QImage> &) { order.append(0); });
        QVERIFY(QTest::qWaitFor([&] { return order.size() == 2; }, guardMs));
        QCOMPARE(order, (QList<int>{0, 1}));
    }

    void closingADocumentAtWorkDoesNotWaitForIt()
    {
        Document document(m_slow);
        QVERIFY(opens(document));
        document.render(1, 2, {}, Priority::Visible, this, [](const Result<QImage> &) {});
        QVERIFY(!QTest::qWaitFor([] { return false; }, 100));
    } // cleanup() sees that the worker is gone

    void aWorkerOfAProgramThatDiedIsGone()
    {
        QProcess holder;
        holder.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--hold"), m_slow});
        QVERIFY(holder.waitForReadyRead(guardMs));
        const pid_t worker = pid_t(holder.readLine().trimmed().toInt());
        QVERIFY(worker > 0);
        QCOMPARE(::kill(worker, 0), 0);
        holder.kill();
        QVERIFY(holder.waitForFinished(guardMs));
        QVERIFY(QTest::qWaitFor([&] { return ::kill(worker, 0) != 0; }, guardMs));
    }

    void aWorkerThatLiesIsNotBelieved_data()
    {
        QTest::addColumn<QByteArray>("order");
        for (const char *order : {"die", "nonsense", "another-size", "another-id", "endless", "half"})
            QTest::newRow(order) << QByteArray(order);
    }

    void aWorkerThatLiesIsNotBelieved()
    {
        QFETCH(QByteArray, order);
        Document document(fake(order));
        QVERIFY(opens(document));
        const auto page = rendered(document, 0, 1);
        QVERIFY(!page);
        QVERIFY(!page.error().message.isEmpty());
        QVERIFY(textOf(document, 0).isEmpty());
    }

    void descriptorsOfAWorkerAreNotTaken()
    {
        Document document(fake("descriptors"));
        QVERIFY(opens(document));
        const auto open = [] {
            return QDir(QStringLiteral("/proc/self/fd"))
                .entryList(QDir::NoDotAndDotDot | QDir::Files | QDir::System)
                .size();
        };
        const auto before = open();
        QVERIFY(rendered(document, 0, 1));
        QCOMPARE(open(), before);
    }

    void aWorkerThatEndedBetweenTwoQuestionsCostsNothing()
    {
        Document document(fake("leave"));
        QVERIFY(opens(document));
        for (int i = 0; i < 7; ++i) { // more often than a document may fail
            QVERIFY(rendered(document, 0, 1));
            QVERIFY(QTest::qWaitFor([] { return childProcesses().isEmpty(); }, guardMs));
        }
    }

    void aWorkerWithoutWallsOpensNothing()
    {
        Document document(fake("no-sandbox"));
        QSignalSpy failed(&document, &Document::failed);
        QVERIFY(failed.wait(guardMs));
        QVERIFY(!document.isOpen());
        const QString sentence = failed.first().first().value<Error>().message;
        QVERIFY2(sentence.contains(QStringLiteral("could not lock itself in")), qPrintable(sentence));
        QVERIFY2(sentence.contains(QStringLiteral("seccomp_load")), qPrintable(sentence));
        const auto page = rendered(document, 0, 1);
        QVERIFY(!page);
        QCOMPARE(page.error().message, sentence);
        const auto info = readInfo(document.path());
        QVERIFY(!info);
        QCOMPARE(info.error().message, sentence);
    }

    void aWorkerThatSaysWhatItIs()
    {
        const auto state = examineWorker();
        QVERIFY(state);
        QVERIFY(!state->poppler.isEmpty());
        fake("whatever"); // this one waits for a document before it says anything
        const auto silent = examineWorker();
        QVERIFY(!silent);
        QVERIFY(!silent.error().message.isEmpty());
    }

    void aDocumentThatFailsToOpenSaysSo_data()
    {
        QTest::addColumn<QByteArray>("order");
        for (const char *order : {"open-die", "open-nonsense", "open-another-id", "open-hang", "another-version"})
            QTest::newRow(order) << QByteArray(order);
    }

    void aDocumentThatFailsToOpenSaysSo()
    {
        QFETCH(QByteArray, order);
        Document document(fake(order));
        QSignalSpy failed(&document, &Document::failed);
        QVERIFY(failed.wait(guardMs));
        QVERIFY(!document.isOpen());
        const auto page = rendered(document, 0, 1); // and every question after it is answered
        QVERIFY(!page);
        QVERIFY(!page.error().message.isEmpty());
    }

    void afterThreeDeathsThePageIsLeftAloneAndAfterFiveTheDocument()
    {
        Document document(fake("die"));
        QSignalSpy failed(&document, &Document::failed);
        QVERIFY(opens(document));
        for (int i = 0; i < 6; ++i)
            QVERIFY(!rendered(document, 0, 1)); // three deaths, then none
        QCOMPARE(failed.size(), 0);
        QVERIFY(!rendered(document, 1, 1));
        QCOMPARE(failed.size(), 0);
        QVERIFY(!rendered(document, 1, 1));
        QVERIFY(QTest::qWaitFor([&] { return failed.size() == 1; }, guardMs));
        QVERIFY(!rendered(document, 2, 1));
        QCOMPARE(failed.size(), 1);
    }

private:
    /// A "document" for the fake worker, which plays what it says.
    QString fake(const QByteArray &order)
    {
        qputenv("YAODIAN_PDF_WORKER",
                QFile::encodeName(QCoreApplication::applicationDirPath() + u"/yaodian_fake_pdf_worker"_qs));
        const QString path = m_folder.filePath(QString::fromLatin1(order) + QStringLiteral(".pdf"));
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write("%PDF- " + order + "\n");
        return path;
    }

    QTemporaryDir m_folder;
    QString m_slow;
};

/// `--hold FILE`: opens it, prints the worker's process, and waits for its own end.
static int hold(const QString &path)
{
    Document document(path);
    if (!opens(document))
        return 1;
    const QByteArray line = QByteArray::number(childProcesses().value(0)) + '\n';
    [[maybe_unused]] const ssize_t written = ::write(STDOUT_FILENO, line.constData(), size_t(line.size()));
    return QCoreApplication::exec();
}

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--hold"))
        return hold(arguments.value(2));
    TestDeaths test;
    return QTest::qExec(&test, argc, argv);
}

#include "deaths.moc"
