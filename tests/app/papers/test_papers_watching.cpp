#include "papers/watching.h"
#include "tests/app/papers/shelf.h"
#include "tests/support/pdfwriter.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QSignalSpy>

namespace test_papers_watching {

using namespace yaodian;
using namespace yaodian::tests;

/// The folder into which a browser saves.
class TestPapersWatching : public QObject
{
    Q_OBJECT

    /// A shelf with a folder that is watched.
    struct Watched : Shelf
    {
        QTemporaryDir downloads;
        Background background;
        papers::Watching watching{*library, papers, background};
        QSignalSpy adopted{&watching, &papers::Watching::adopted};

        Watched() { watching.setFolder(downloads.path()); }
        [[nodiscard]] QString file(const QString &name) const { return downloads.filePath(name); }
    };

    static bool save(const QString &path, const QStringList &lines)
    {
        PdfWriter pdf;
        pdf.page();
        (void)pdf.lines(72, 90, lines, 14);
        return pdf.save(path);
    }

private Q_SLOTS:
    void aSavedPdf_isFiledWithThePaperOfItsTitle()
    {
        Watched shelf;
        const auto paper = shelf.paper({}, {}, u"An Invented Paper of Some Length"_qs);
        const auto other = shelf.paper({}, {}, u"Quite Another Invented Paper"_qs);
        shelf.watching.want(paper);
        shelf.watching.want(other);
        QVERIFY(
            save(shelf.file(u"download (3).pdf"_qs), {u"An Invented Paper"_qs, u"of Some Length"_qs, u"A Author"_qs}));
        QTRY_COMPARE(shelf.adopted.size(), 1);
        QCOMPARE(shelf.library->documents(paper).size(), 1);
        QVERIFY(shelf.library->documents(other).isEmpty());
        QVERIFY(QFile::exists(shelf.file(u"download (3).pdf"_qs)));
    }

    void theStampOfArxiv_isEnough_forAnyPaperOfTheLibrary()
    {
        Watched shelf;
        const auto paper = shelf.paper(u"https://arxiv.org/abs/2302.03084"_qs, {}, u"Under a Title of the Digest"_qs);
        shelf.watching.want(shelf.paper({}, {}, u"A Paper That Nobody Saves"_qs));
        QVERIFY(save(shelf.file(u"x.pdf"_qs), {u"arXiv:2302.03084v1 [cs.CV] 6 Feb 2023"_qs, u"Its Own Title"_qs}));
        QTRY_COMPARE(shelf.adopted.size(), 1);
        QCOMPARE(shelf.library->documents(paper).size(), 1);
    }

    void aFileInTheMaking_isWaitedFor()
    {
        Watched shelf;
        const auto paper = shelf.paper({}, {}, u"An Invented Paper of Some Length"_qs);
        shelf.watching.want(paper);
        QVERIFY(save(shelf.file(u"whole"_qs), {u"An Invented Paper of Some Length"_qs}));
        QFile whole(shelf.file(u"whole"_qs));
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QByteArray bytes = whole.readAll();
        QFile growing(shelf.file(u"growing.pdf"_qs));
        QVERIFY(growing.open(QIODevice::WriteOnly));
        for (int tenth = 0; tenth < 10; ++tenth) {
            growing.write(
                bytes.mid(bytes.size() * tenth / 10, bytes.size() * (tenth + 1) / 10 - bytes.size() * tenth / 10));
            growing.flush();
            QTest::qWait(150);
        }
        growing.close();
        QTRY_COMPARE(shelf.adopted.size(), 1);
        QCOMPARE(shelf.library->documents(paper).first().bytes, bytes.size());
    }

    void whatLiesThereAlready_andWhatIsOfNoPaper_staysAlone()
    {
        Watched shelf;
        const auto paper = shelf.paper({}, {}, u"An Invented Paper of Some Length"_qs);
        QVERIFY(save(shelf.file(u"old.pdf"_qs), {u"An Invented Paper of Some Length"_qs}));
        shelf.watching.want(paper);
        QFile page(shelf.file(u"page.pdf"_qs));
        QVERIFY(page.open(QIODevice::WriteOnly));
        page.write("<html>An Invented Paper of Some Length");
        page.close();
        QVERIFY(save(shelf.file(u"other.pdf"_qs), {u"Something Else Altogether"_qs}));
        QVERIFY(save(shelf.file(u"right.pdf"_qs), {u"An Invented Paper of Some Length"_qs, u"second copy"_qs}));
        QTRY_COMPARE(shelf.adopted.size(), 1);
        QTest::qWait(100);
        QCOMPARE(shelf.adopted.size(), 1);
        QVERIFY(shelf.library->documents(paper).first().origin.endsWith(u"right.pdf"_qs));
    }

    void nobodyWaits_nothingIsLookedAt()
    {
        Watched shelf;
        (void)shelf.paper({}, {}, u"An Invented Paper of Some Length"_qs);
        QVERIFY(!shelf.watching.isWatching());
        QVERIFY(save(shelf.file(u"a.pdf"_qs), {u"An Invented Paper of Some Length"_qs}));
        QTest::qWait(1500);
        QCOMPARE(shelf.adopted.size(), 0);
    }
};

YAODIAN_TEST_GUILESS(TestPapersWatching)

} // namespace test_papers_watching

#include "test_papers_watching.moc"
