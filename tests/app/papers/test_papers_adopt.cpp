#include "base/files.h"
#include "tests/app/papers/shelf.h"
#include "tests/support/testmain.h"

#include <QFile>

namespace test_papers_adopt {

using namespace yaodian;
using namespace yaodian::tests;

class TestPapersAdopt : public QObject
{
    Q_OBJECT

    QTemporaryDir m_files;

    QString write(const QString &name, const QByteArray &bytes) const
    {
        const QString path = m_files.filePath(name);
        if (!writeFileAtomically(path, bytes))
            qFatal("the test's file could not be written");
        return path;
    }

private Q_SLOTS:
    void aFile_becomesThePapersDocument()
    {
        Shelf shelf;
        const auto paper = shelf.paper(u"https://arxiv.org/abs/2302.03084"_qs);
        const QString path = write(u"2302.03084v2.pdf"_qs, smallPdf());
        const auto document = shelf.papers.adopt(paper, path);
        QVERIFY(document.ok());
        QCOMPARE(document->paper, paper);
        QCOMPARE(document->version, u"v2"_qs);
        QCOMPARE(document->origin, path);
        QVERIFY(QFile::exists(path));
    }

    void whatNobodyWaitsForAnyMore_isNotFiled_andSaysNothing()
    {
        Shelf shelf;
        const auto paper = shelf.paper(u"https://arxiv.org/abs/2302.03084"_qs);
        const QString path = write(u"2302.03084v2.pdf"_qs, smallPdf());
        CancelSource cancel;
        cancel.request_stop();
        for (const auto &result :
             {shelf.papers.adopt(paper, path, cancel.get_token()), shelf.papers.adoptLoose(path, cancel.get_token())}) {
            QVERIFY(!result.ok());
            QVERIFY(result.error().isCancelled());
        }
        QVERIFY(shelf.library->documents(paper).isEmpty());
    }

    void theVersionOfAnotherPaper_isNotTaken()
    {
        Shelf shelf;
        const auto paper = shelf.paper(u"https://arxiv.org/abs/2302.03084"_qs);
        const auto document = shelf.papers.adopt(paper, write(u"2105.00001v9.pdf"_qs, smallPdf("other")));
        QVERIFY(document.ok());
        QCOMPARE(document->version, QString());
    }

    void whatIsNoPdf_isRefusedWithASentence_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        QTest::newRow("web page") << QByteArray("<html>log in</html>") << "web page";
        QTest::newRow("empty") << QByteArray() << "empty";
        QTest::newRow("text") << QByteArray("words") << "not a PDF";
    }
    void whatIsNoPdf_isRefusedWithASentence()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);
        Shelf shelf;
        const QString path = write(u"a.pdf"_qs, bytes);
        for (const auto &result : {shelf.papers.adopt(shelf.paper(u"https://arxiv.org/abs/2302.03084"_qs), path),
                                   shelf.papers.adoptLoose(path)}) {
            QVERIFY(!result.ok());
            QVERIFY2(result.error().message.contains(words), qPrintable(result.error().message));
            QVERIFY(result.error().message.contains(path));
        }
        QVERIFY(!shelf.papers.adoptLoose(m_files.filePath(u"missing.pdf"_qs)).ok());
    }

    void tooLarge_isRefusedBeforeItIsRead()
    {
        const QString path = m_files.filePath(u"large.pdf"_qs);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write("%PDF-1.4\n") > 0);
        QVERIFY(file.resize(201LL * 1024 * 1024)); // sparse
        Shelf shelf;
        const auto document = shelf.papers.adoptLoose(path);
        QVERIFY(!document.ok());
        QVERIFY(document.error().message.contains(u"200"_qs));
    }

    void aLooseFileNamedByArxiv_isThatPaper_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("version");
        QTest::newRow("bare") << "2302.03084.pdf"
                              << "";
        QTest::newRow("version") << "2302.03084v3.pdf"
                                 << "v3";
        QTest::newRow("prefix") << "arXiv-2302.03084v1.pdf"
                                << "v1";
        QTest::newRow("with title") << "2302.03084 - Some Title 2.pdf"
                                    << "";
    }
    void aLooseFileNamedByArxiv_isThatPaper()
    {
        QFETCH(QString, name);
        QFETCH(QString, version);
        Shelf shelf;
        const auto paper = shelf.paper(u"https://arxiv.org/abs/2302.03084"_qs);
        const auto document = shelf.papers.adoptLoose(write(name, smallPdf()));
        QVERIFY(document.ok());
        QCOMPARE(document->paper, paper);
        QCOMPARE(document->version, version);
    }

    void aLooseFile_isAPaperOfItsOwn_whateverItsName()
    {
        Shelf shelf;
        const auto first = shelf.papers.adoptLoose(write(u"A Scanned Book.pdf"_qs, smallPdf()));
        QVERIFY2(first.ok(), qPrintable(first.ok() ? QString() : first.error().message));
        QCOMPARE(shelf.library->paper(first->paper)->title, u"A Scanned Book"_qs);
        const auto copy = shelf.papers.adoptLoose(write(u"copy.pdf"_qs, smallPdf()));
        QVERIFY(copy.ok());
        QCOMPARE(copy->paper, first->paper);
        const auto other = shelf.papers.adoptLoose(write(u"other.pdf"_qs, smallPdf("other")));
        QVERIFY(other.ok());
        QVERIFY(other->paper != first->paper);
        QCOMPARE(shelf.papers.stored(first->paper)->sha256, first->sha256);
        QCOMPARE(shelf.papers.webPage(first->paper), QString());
    }

    void aLooseFile_standsInTheLists_andAfterARebuildToo()
    {
        Shelf shelf;
        const auto loose = shelf.papers.adoptLoose(write(u"A Lecture.pdf"_qs, smallPdf("lecture")));
        const auto named = shelf.papers.adoptLoose(write(u"2302.03084v2.pdf"_qs, smallPdf("named")));
        QVERIFY(loose.ok() && named.ok());
        const auto listed = [](const library::Library &library) {
            QMap<QString, library::PaperId> papers;
            for (const library::ListRow &row : library.rows(library.entryIds({})))
                papers.insert(row.title, row.paper);
            return papers;
        };
        const QMap<QString, library::PaperId> before = listed(*shelf.library);
        QCOMPARE(before.value(u"A Lecture"_qs), loose->paper);
        QCOMPARE(before.value(u"arXiv:2302.03084v2"_qs), named->paper);
        QCOMPARE(before.size(), 2);
        // A digest that names the paper later is a second mention of the same one.
        QCOMPARE(shelf.paper(u"https://arxiv.org/abs/2302.03084"_qs), named->paper);
        const QString folder = shelf.library->directory();
        shelf.library.reset();
        QVERIFY(QFile::remove(folder + u"/cache.sqlite"_qs));
        const auto again = library::Library::open(folder, library::Library::Mode::ReadWrite, shelf.clock, shelf.ids);
        QVERIFY(again.ok());
        QCOMPARE(listed(**again).value(u"A Lecture"_qs), loose->paper);
    }

    void numbersThatAreNoArxivId_areNames()
    {
        Shelf shelf;
        const auto document = shelf.papers.adoptLoose(write(u"2399.123456.pdf"_qs, smallPdf("x")));
        QVERIFY(document.ok());
        const auto paper = shelf.library->paper(document->paper);
        QVERIFY(paper.has_value());
        for (const auto &identifier : paper->identifiers)
            QVERIFY(identifier.scheme != digest::Identifier::Scheme::Arxiv);
    }
};

YAODIAN_TEST_GUILESS(TestPapersAdopt)

} // namespace test_papers_adopt

#include "test_papers_adopt.moc"
