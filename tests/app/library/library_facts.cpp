#include "shelf.h"
#include "tests/support/testmain.h"

#include "base/files.h"

#include <QDir>

namespace library_facts {

using namespace yaodian;
using namespace yaodian::tests;

/// What arXiv says of papers, and the PDFs that it may have newer versions of.
class LibraryFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatIsMissing_isFilled();
    void aLoosePdf_getsItsTitle();
    void noAnswer_erasesNothing_andCountsAsAsked();
    void whatLacksSomething_isAskedFor_neverAskedOnesFirst();
    void aStoredPdf_mayHaveANewerVersion();
    void aPaperWithTwoNumbers_isToldByTheOneThatIsKnown();
    void aFileThatCame_isMovedIntoTheStore_once();
    void documents_areCountedByTimeAndOrigin();

private:
    static PaperId bare(const Shelf &shelf, int number, const QString &title = {}, const QStringList &authors = {})
    {
        digest::Entry made;
        made.title = title;
        made.authors = authors;
        made.url = arxiv(number);
        const StoredIssue stored = store(shelf, issue(QStringLiteral("issue %1").arg(number), {made}));
        return paperOf(shelf, stored.entries[0]);
    }

    static ArxivFacts facts(int number, const QString &version)
    {
        return {QStringLiteral("2302.%1").arg(number, 5, 10, QLatin1Char('0')),
                version,
                QStringLiteral("The Title at arXiv"),
                {QStringLiteral("Ann Author")},
                {QStringLiteral("LG")},
                QStringLiteral("what arXiv has for an abstract")};
    }

    /// A file among the incoming.
    static QString incoming(const Shelf &shelf, const QByteArray &bytes)
    {
        QDir().mkpath(shelf->incomingFolder());
        const QString path = shelf->incomingFolder() + QStringLiteral("/made.part");
        return writeFileAtomically(path, bytes) ? path : QString();
    }
};

void LibraryFacts::onlyWhatIsMissing_isFilled()
{
    Shelf shelf;
    const PaperId none = bare(shelf, 1);
    const PaperId titled = bare(shelf, 2, QStringLiteral("The Digest's Title"));
    QSignalSpy changes(shelf.library.get(), &Library::changed);
    QVERIFY(shelf->putFacts({facts(1, QStringLiteral("v2")), facts(2, QStringLiteral("v1"))}).ok());
    QCOMPARE(changes.size(), 1);
    QCOMPARE(shelf->paper(none)->title, QStringLiteral("The Title at arXiv"));
    QCOMPARE(shelf->paper(titled)->title, QStringLiteral("The Digest's Title"));
    QCOMPARE(shelf->paper(titled)->authors, QStringList{QStringLiteral("Ann Author")});
    QCOMPARE(shelf->facts(none).abstractEn, QStringLiteral("what arXiv has for an abstract"));
    QVERIFY(shelf->check()->isEmpty());
}

void LibraryFacts::aLoosePdf_getsItsTitle()
{
    Shelf shelf;
    const PaperId loose = bare(shelf, 1, QStringLiteral("arXiv:2302.00001"));
    QVERIFY(shelf->putFacts({facts(1, QStringLiteral("v1"))}).ok());
    QCOMPARE(shelf->paper(loose)->title, QStringLiteral("The Title at arXiv"));
    QCOMPARE(shelf->mentions(loose).first().title, QStringLiteral("The Title at arXiv"));
}

void LibraryFacts::noAnswer_erasesNothing_andCountsAsAsked()
{
    Shelf shelf;
    const PaperId paper = bare(shelf, 1);
    QVERIFY(shelf->putFacts({facts(1, QStringLiteral("v2"))}).ok());
    shelf.clock.advance(10'000);
    QVERIFY(shelf->putFacts({{facts(1, {}).arxiv, {}, {}, {}, {}, {}}}).ok());
    QCOMPARE(shelf->facts(paper).newest, QStringLiteral("v2"));
    QVERIFY(!shelf->facts(paper).abstractEn.isEmpty());
    (void)bare(shelf, 2);
    QVERIFY(shelf->putFacts({{facts(2, {}).arxiv, {}, {}, {}, {}, {}}}).ok());
    QVERIFY(shelf->arxivToAsk(10, shelf.clock.now().addSecs(-1)).isEmpty());
    QCOMPARE(shelf->arxivToAsk(10, shelf.clock.now().addSecs(1)), QStringList{facts(2, {}).arxiv});
}

void LibraryFacts::whatLacksSomething_isAskedFor_neverAskedOnesFirst()
{
    Shelf shelf;
    (void)bare(shelf, 1);
    shelf.clock.advance(1000);
    (void)bare(shelf, 2, QStringLiteral("Titled, Without Authors"));
    shelf.clock.advance(1000);
    (void)bare(shelf, 3, QStringLiteral("Complete"), {QStringLiteral("A Author")});
    QCOMPARE(shelf->arxivToAsk(10, shelf.clock.now()), QStringList({facts(2, {}).arxiv, facts(1, {}).arxiv}));
    QCOMPARE(shelf->arxivToAsk(1, shelf.clock.now()), QStringList{facts(2, {}).arxiv});
    QVERIFY(shelf->putFacts({{facts(2, {}).arxiv, {}, {}, {}, {}, {}}}).ok());
    shelf.clock.advance(1000);
    QCOMPARE(shelf->arxivToAsk(10, shelf.clock.now()), QStringList({facts(1, {}).arxiv, facts(2, {}).arxiv}));
}

void LibraryFacts::aStoredPdf_mayHaveANewerVersion()
{
    Shelf shelf;
    const PaperId paper = bare(shelf, 3, QStringLiteral("Complete"), {QStringLiteral("A Author")});
    QVERIFY(shelf->arxivToAsk(10, shelf.clock.now()).isEmpty());
    QVERIFY(shelf->addDocument(paper, "%PDF-1.4 nine", QStringLiteral("v9"), arxiv(3)).ok());
    QCOMPARE(shelf->arxivToAsk(10, shelf.clock.now()), QStringList{facts(3, {}).arxiv});
    QVERIFY(shelf->putFacts({facts(3, QStringLiteral("v10"))}).ok());
    QCOMPARE(shelf->facts(paper).here, QStringLiteral("v9"));
    QVERIFY(shelf->facts(paper).hasNewer()); // as numbers, not as words
    QVERIFY(shelf->addDocument(paper, "%PDF-1.4 ten", QStringLiteral("v10"), arxiv(3)).ok());
    QVERIFY(!shelf->facts(paper).hasNewer());
    QCOMPARE(shelf->entry(shelf->mentions(paper).first().id)->facts.here, QStringLiteral("v10"));
}

void LibraryFacts::aPaperWithTwoNumbers_isToldByTheOneThatIsKnown()
{
    Shelf shelf;
    const PaperId one = bare(shelf, 1);
    const PaperId two = bare(shelf, 2);
    QVERIFY(shelf->putFacts({facts(1, QStringLiteral("v4")), {facts(2, {}).arxiv, {}, {}, {}, {}, {}}}).ok());
    const PaperId kept = *shelf->merge({two, one});
    QCOMPARE(shelf->facts(kept).newest, QStringLiteral("v4"));
    QCOMPARE(shelf->facts(kept).arxiv, facts(1, {}).arxiv);
}

void LibraryFacts::aFileThatCame_isMovedIntoTheStore_once()
{
    Shelf shelf;
    const PaperId paper = bare(shelf, 1);
    const QByteArray pdf = "%PDF-1.4 some bytes";
    for (int time = 0; time < 2; ++time) { // the second time it is there already
        const QString file = incoming(shelf, pdf);
        const auto taken = shelf->takeDocument(paper, file, QStringLiteral("v1"), arxiv(1));
        QVERIFY2(taken.ok(), qPrintable(taken.ok() ? QString() : taken.error().message));
        QVERIFY(!QFile::exists(file));
        QCOMPARE(*readFile(taken->path, 1000), pdf);
        QCOMPARE(taken->sha256, sha256Hex(pdf));
        QCOMPARE(taken->bytes, pdf.size());
    }
    QCOMPARE(shelf->documents(paper).size(), 1);
    QVERIFY(!shelf->takeDocument(paper, shelf->incomingFolder() + QStringLiteral("/none.part"), {}, {}).ok());
}

void LibraryFacts::documents_areCountedByTimeAndOrigin()
{
    Shelf shelf;
    const PaperId paper = bare(shelf, 1);
    QVERIFY(shelf->addDocument(paper, "%PDF-1.4 one", {}, QStringLiteral("https://arxiv.org/pdf/2302.00001")).ok());
    QVERIFY(shelf->addDocument(paper, "%PDF-1.4 two", {}, QStringLiteral("https://venue.example/a.pdf")).ok());
    const QString pattern = QStringLiteral("%arxiv.org/%");
    QCOMPARE(shelf->documentsSince(shelf.clock.now(), pattern), 1);
    QCOMPARE(shelf->documentsSince(shelf.clock.now().addSecs(1), pattern), 0);
    QCOMPARE(shelf->documentsSince(shelf.clock.now(), QStringLiteral("%")), 2);
}

YAODIAN_TEST_GUILESS(LibraryFacts)

} // namespace library_facts

#include "library_facts.moc"
