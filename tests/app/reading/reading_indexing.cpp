#include "reading/indexing.h"

#include "base/files.h"
#include "tests/app/library/shelf.h"
#include "tests/support/pdfwriter.h"
#include "tests/support/processes.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImage>
#include <QProcess>

#include <csignal>
#include <sched.h>
#include <thread>
#include <unistd.h>

using namespace yaodian;
using namespace yaodian::tests;
using reading::Indexing;

namespace {

constexpr int guardMs = 60'000;

/// A paper of so many pages; each has `word` and its number.
QByteArray paper(const QString &word, int pages)
{
    PdfWriter pdf;
    for (int page = 0; page < pages; ++page) {
        pdf.page();
        pdf.text(60, 100, QStringLiteral("%1 on sheet%2").arg(word).arg(page + 1));
    }
    return pdf.bytes();
}

struct Desk
{
    Shelf shelf;
    QList<PaperId> papers;

    Desk()
    {
        const StoredIssue stored = storeTwo(shelf);
        for (const EntryId &entry : stored.entries)
            papers += paperOf(shelf, entry);
    }

    Document add(const QByteArray &bytes, int paper = 0) const
    {
        auto added = shelf->addDocument(papers[paper], bytes, {}, {});
        if (!added)
            qFatal("%s", qUtf8Printable(added.error().message));
        return *added;
    }
    [[nodiscard]] QList<int> pagesWith(const QString &query) const
    {
        QList<int> out;
        for (const Hit &hit : shelf->search(query, 1000).valueOr({}))
            if (hit.type == Hit::Type::Page)
                out += hit.page;
        std::sort(out.begin(), out.end());
        return out;
    }
};

/// The child that is killed.
int indexForEver(const QString &folder)
{
    const SystemClock clock;
    IdSource ids(clock);
    auto opened = Library::open(folder, Library::Mode::ReadWrite, clock, ids);
    return opened && reading::readPages(**opened, {}) ? 0 : 1;
}

/// What a signal that another thread emits has said, heard in this one: QSignalSpy listens there, and its wait() knows
/// nothing of what came before it.
template <class... Told> class Heard
{
public:
    Heard(Indexing *of, void (Indexing::*signal)(Told...))
    {
        QObject::connect(of, signal, &m_here,
                         [this](const auto &...told) { all += QVariantList{QVariant::fromValue(told)...}; });
    }
    [[nodiscard]] bool within(int ms) const
    {
        return QTest::qWaitFor([this] { return !all.isEmpty(); }, ms);
    }

    QList<QVariantList> all;

private:
    QObject m_here;
};

QList<int> numbers(int from, int end)
{
    QList<int> out;
    for (int i = from; i < end; ++i)
        out += i;
    return out;
}

} // namespace

/// The text of PDFs comes into the search: page by page, through the worker, and never in the reader's way.
class ReadingIndexing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        qunsetenv("YAODIAN_PDF_WORKER");
        QVERIFY(QTest::qWaitFor([] { return childProcesses().isEmpty(); }, guardMs)); // no worker stays behind
    }

    void wordsOfAPage_areFound_whateverTheLineEndsDid()
    {
        Desk desk;
        PdfWriter pdf;
        pdf.page();
        pdf.text(60, 100, QStringLiteral("nothing here"));
        pdf.page();
        pdf.lines(60, 100, {QStringLiteral("the proba-"), QStringLiteral("bility of ocelots")});
        pdf.lines(60, 300, {QStringLiteral("面向图像的扩"), QStringLiteral("散模型很快")});
        const Document document = desk.add(pdf.bytes());
        QVERIFY(reading::readPages(*desk.shelf.library, {}).ok());
        for (const char *query :
             {"probability", "\"probability of ocelots\"", "扩散", "散", "图像的扩散模型", "ocelot"})
            QCOMPARE(desk.pagesWith(QString::fromUtf8(query)), QList<int>{1});
        QCOMPARE(desk.pagesWith(QStringLiteral("model")), QList<int>());
        const Hit hit = desk.shelf->search(QStringLiteral("ocelots"))->first();
        QCOMPARE(hit.id, document.sha256);
        QCOMPARE(hit.snippet.section(QLatin1Char('\x03'), 0, 0), QStringLiteral("the probability of \x02ocelots"));
        QCOMPARE(desk.shelf->pageReads(), (PageReads{1, 1, 0, 0}));
    }

    void worker_hasWhatNobodyElseWants_andWhoeverAsksItHasMore()
    {
        Desk desk;
        desk.add(paper(QStringLiteral("tapir"), 400));
        CancelSource stop;
        int asks = -1;
        std::thread reader([&] {
            std::ignore = reading::readPages(*desk.shelf.library, stop.get_token());
            asks = ::sched_getscheduler(0);
        });
        const bool isIdle = QTest::qWaitFor(
            [] {
                const QList<pid_t> children = childProcesses();
                return children.size() == 1 && ::sched_getscheduler(children.first()) == SCHED_IDLE;
            },
            guardMs);
        stop.request_stop();
        reader.join();
        QVERIFY(isIdle);
        QCOMPARE(asks, SCHED_OTHER);
    }

    void whatComesLater_isReadToo()
    {
        Desk desk;
        Indexing indexing(*desk.shelf.library, 0);
        const Heard rested(&indexing, &Indexing::rested);
        indexing.start();
        QVERIFY(rested.within(guardMs));
        desk.add(paper(QStringLiteral("aardvark"), 2));
        QVERIFY(QTest::qWaitFor([&] { return desk.pagesWith(QStringLiteral("aardvark")).size() == 2; }, guardMs));
    }

    /// Behind all else, pictures that nothing shows any more are removed, which is said.
    void whatNothingShows_isRemovedAfterTheStart()
    {
        Desk desk;
        QImage image(30, 20, QImage::Format_RGB32);
        image.fill(Qt::red);
        QByteArray png;
        QBuffer buffer(&png);
        QVERIFY(image.save(&buffer, "PNG"));
        const QString sha = *desk.shelf->keepImage(png);
        QFile file(desk.shelf->imagePath(sha));
        QVERIFY(file.open(QIODevice::ReadWrite) &&
                file.setFileTime(desk.shelf.clock.now().addDays(-60), QFileDevice::FileModificationTime));
        file.close();
        Indexing indexing(*desk.shelf.library, 0);
        const Heard healed(&indexing, &Indexing::healed);
        indexing.start();
        QVERIFY(healed.within(guardMs));
        const QString said = healed.all[0][0].toStringList().join(u'|');
        QVERIFY2(said.contains(QStringLiteral("picture")), qPrintable(said));
        QVERIFY(!QFileInfo::exists(desk.shelf->imagePath(sha)));
    }

    /// The process is killed when the first pages are kept. What it kept is not read again: meanwhile the file says
    /// something else, which only the rest of the pages can show.
    void killedInTheMiddle_goesOnWhereItWas()
    {
        Desk desk;
        constexpr int pages = 400;
        const Document document = desk.add(paper(QStringLiteral("before"), pages));
        const QString folder = desk.shelf.path();
        desk.shelf.library.reset();
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedChannels);
        child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--index"), folder});
        desk.shelf.reopen(Library::Mode::ReadOnly);
        const auto next = [&] { return desk.shelf->documentsToRead(1).value(0).next; };
        QVERIFY(QTest::qWaitFor([&] { return next() > 0; }, guardMs));
        child.kill();
        QVERIFY(child.waitForFinished(guardMs));
        QVERIFY(QTest::qWaitFor([] { return childProcesses().isEmpty(); }, guardMs)); // nor does its worker live on
        desk.shelf.reopen();
        const int kept = next();
        QVERIFY2(kept > 0 && kept < pages, qPrintable(QString::number(kept)));
        QCOMPARE(desk.pagesWith(QStringLiteral("before")), numbers(0, kept));
        QVERIFY(writeFileAtomically(document.path, paper(QStringLiteral("after"), pages)).ok());
        QVERIFY(reading::readPages(*desk.shelf.library, {}).ok());
        QCOMPARE(desk.pagesWith(QStringLiteral("before")), numbers(0, kept));
        QCOMPARE(desk.pagesWith(QStringLiteral("after")), numbers(kept, pages));
        QCOMPARE(*desk.shelf->healIndexes(Library::IndexCheck::Whole), QStringList());
    }

    /// Opening a document: from then on nothing is read and no worker runs until it has been quiet.
    void whileADocumentIsOpened_nothingIsRead_andThenItGoesOn()
    {
        Desk desk;
        desk.add(paper(QStringLiteral("long"), 300));
        Indexing indexing(*desk.shelf.library, 1000 * guardMs); // quiet is far away
        const Heard rested(&indexing, &Indexing::rested);
        const Heard progress(&indexing, &Indexing::progress);
        indexing.start();
        QVERIFY(QTest::qWaitFor([&] { return desk.shelf->documentsToRead(1).value(0).next > 0; }, guardMs));
        indexing.yield();
        QVERIFY(rested.within(guardMs)); // it broke off …
        QVERIFY(childProcesses().isEmpty());
        QCOMPARE(progress.all.size(), 1); // … in the middle of the document
        const int next = desk.shelf->documentsToRead(1).value(0).next;
        QVERIFY(next < 300);
        desk.add(paper(QStringLiteral("other"), 1), 1); // something to wake for
        QTest::qWait(1500);                             // longer than it takes to be woken
        QVERIFY(childProcesses().isEmpty());
        QCOMPARE(desk.shelf->pageReads().done, 0);
        QCOMPARE(desk.shelf->documentsToRead(9).size(), 2);

        Indexing again(*desk.shelf.library, 0);
        again.start();
        again.yield();
        QVERIFY(QTest::qWaitFor([&] { return desk.shelf->pageReads().done == 2; }, guardMs));
        QCOMPARE(desk.pagesWith(QStringLiteral("long")), numbers(0, 300));
    }

    void endOfTheProgram_endsItAtOnce()
    {
        Desk desk;
        desk.add(paper(QStringLiteral("long"), 300));
        {
            Indexing indexing(*desk.shelf.library, 0);
            indexing.start();
            QVERIFY(QTest::qWaitFor([&] { return !childProcesses().isEmpty(); }, guardMs));
        }
        QVERIFY(QTest::qWaitFor([] { return childProcesses().isEmpty(); }, guardMs));
        QVERIFY(desk.shelf->pageReads().done == 0);
    }

    void pageThatKillsTheWorker_costsThatPage_once()
    {
        qputenv("YAODIAN_PDF_WORKER",
                QFile::encodeName(QCoreApplication::applicationDirPath() + QStringLiteral("/yaodian_fake_pdf_worker")));
        Desk desk;
        desk.add("%PDF- die-on-2\n");
        QVERIFY(reading::readPages(*desk.shelf.library, {}).ok());
        QCOMPARE(desk.pagesWith(QStringLiteral("undamaged")), (QList<int>{0, 2}));
        QCOMPARE(desk.shelf->pageReads(), (PageReads{1, 1, 0, 1}));
        QCOMPARE(desk.shelf->unreadReasons().size(), 1);
        QVERIFY2(desk.shelf->unreadReasons().first().startsWith(QStringLiteral("Page 2 ")),
                 qUtf8Printable(desk.shelf->unreadReasons().first()));
        QVERIFY(desk.shelf->documentsToRead(1).isEmpty());
    }

    void documentThatCannotBeRead_isPassedWithItsReason()
    {
        Desk desk;
        const Document none = desk.add("this is no PDF");
        const Document missing = desk.add(paper(QStringLiteral("gone"), 1));
        const Document sound = desk.add(paper(QStringLiteral("sound"), 1));
        QVERIFY(QFile::rename(missing.path, missing.path + QStringLiteral(".away")));
        QVERIFY(reading::readPages(*desk.shelf.library, {}).ok());
        QCOMPARE(desk.pagesWith(QStringLiteral("sound")), QList<int>{0});
        QCOMPARE(desk.shelf->pageReads(), (PageReads{3, 2, 1, 0}));
        QCOMPARE(desk.shelf->unreadReasons().size(), 1);
        // What is only missing is read when it is back.
        QCOMPARE(desk.shelf->documentsToRead(9).size(), 1);
        QVERIFY(QFile::rename(missing.path + QStringLiteral(".away"), missing.path));
        QVERIFY(reading::readPages(*desk.shelf.library, {}).ok());
        QCOMPARE(desk.pagesWith(QStringLiteral("gone")), QList<int>{0});
    }

    void lockedDocument_saysThatItAsksForAPassword()
    {
        const auto bytes = readFile(QStringLiteral(YAODIAN_FIXTURES "/pdfs/locked.pdf"), 1 << 20);
        QVERIFY(bytes.ok());
        Desk desk;
        desk.add(*bytes);
        QVERIFY(reading::readPages(*desk.shelf.library, {}).ok());
        QCOMPARE(desk.shelf->pageReads(), (PageReads{1, 1, 1, 0}));
        QCOMPARE(desk.shelf->unreadReasons(), QStringList{QStringLiteral("The PDF asks for a password.")});
    }

    void withoutAWorker_nothingIsHeldAgainstTheDocuments()
    {
        qputenv("YAODIAN_PDF_WORKER", "/nowhere/yaodian-pdf");
        Desk desk;
        desk.add(paper(QStringLiteral("patient"), 1));
        QVERIFY(!reading::readPages(*desk.shelf.library, {}).ok());
        QCOMPARE(desk.shelf->documentsToRead(9).size(), 1);
        QCOMPARE(desk.shelf->pageReads(), (PageReads{1, 0, 0, 0}));
        qunsetenv("YAODIAN_PDF_WORKER");
        QVERIFY(reading::readPages(*desk.shelf.library, {}).ok());
        QCOMPARE(desk.pagesWith(QStringLiteral("patient")), QList<int>{0});
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QStringLiteral("--index"))
        return indexForEver(arguments.value(2));
    ReadingIndexing test;
    return QTest::qExec(&test, argc, argv);
}

#include "reading_indexing.moc"
