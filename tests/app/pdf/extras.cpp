#include "pdf/protocol/extras.h"
#include "pdf/document.h"
#include "tests/support/testmain.h"

#include "tests/app/pdf/waiting.h"
#include "tests/support/pdfwriter.h"

#include <QFile>
#include <QTemporaryDir>

namespace pdf_extras {

using namespace yaodian;
using namespace yaodian::pdf;
using Priority = Document::Priority;

/// A grey picture of 2 by 2, its lower left corner at (x, y) points from the lower left corner of the page.
QByteArray picture(double x, double y, double width, double height)
{
    return "q " + QByteArray::number(width) + " 0 0 " + QByteArray::number(height) + ' ' + QByteArray::number(x) + ' ' +
           QByteArray::number(y) + " cm BI /W 2 /H 2 /CS /G /BPC 8 ID @Pp` EI Q";
}

/// Text at the left, a picture of 200 by 100 points at (306, 396) from the top; the same turned and cut; nothing.
PdfWriter illustrated()
{
    PdfWriter pdf;
    pdf.page();
    pdf.text(72, 120, QStringLiteral("Beside a picture"), 12);
    pdf.raw(picture(306, 296, 200, 100));
    pdf.raw(picture(80, 600, 8, 8)); // an ornament
    pdf.page({612, 792}, 90);
    pdf.raw(picture(306, 296, 200, 100));
    pdf.page({612, 792}, 0, {206, 346, 400, 200});
    pdf.raw(picture(306, 296, 200, 100));
    pdf.page();
    pdf.page();
    pdf.raw(picture(100, 600, 200, 50));
    pdf.raw(picture(100, 550, 200, 50)); // a strip of the same picture
    pdf.raw(picture(100, 100, 200, 50));
    return pdf;
}

bool isNear(const Box &a, const Box &b)
{
    const double tolerance = 0.006;
    return qAbs(a.left - b.left) < tolerance && qAbs(a.top - b.top) < tolerance &&
           qAbs(a.right - b.right) < tolerance && qAbs(a.bottom - b.bottom) < tolerance;
}

QByteArray written(const Box &box)
{
    return QStringLiteral("%1 %2 %3 %4").arg(box.left).arg(box.top).arg(box.right).arg(box.bottom).toUtf8();
}

/// What a document has beside text: pictures, files, and wishes that are not granted.
class TestExtras : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString path = m_folder.filePath(QStringLiteral("illustrated.pdf"));
        QVERIFY(illustrated().save(path));
        m_document = std::make_unique<Document>(path);
        QVERIFY(opens(*m_document));
    }

    void cleanupTestCase()
    {
        m_document.reset();
        QVERIFY(QTest::qWaitFor([] { return childProcesses().isEmpty(); }, guardMs));
    }

    void aPictureHasItsPlaceAndThePageItsMargins()
    {
        const PageArt art = artOf(0);
        const Box picture{306. / 612, 396. / 792, 506. / 612, 496. / 792};
        QCOMPARE(art.pictures.size(), 1);
        QVERIFY2(isNear(art.pictures.first(), picture), written(art.pictures.first()).constData());
        QVERIFY2(isNear(art.content, Box{72. / 612, 110. / 792, 506. / 612, 496. / 792}),
                 written(art.content).constData());
    }

    void onATurnedPageTheyAreWhereTheyAreOnTheUnturnedOne()
    {
        const PageArt art = artOf(1);
        const Box picture{306. / 612, 396. / 792, 506. / 612, 496. / 792};
        QCOMPARE(art.pictures.size(), 1);
        QVERIFY2(isNear(art.pictures.first(), picture), written(art.pictures.first()).constData());
        QVERIFY2(isNear(art.content, picture), written(art.content).constData());
    }

    void onACutPageTheyAreWithinTheCut()
    {
        const PageArt art = artOf(2);
        const Box picture{0.25, 0.25, 0.75, 0.75};
        QCOMPARE(art.pictures.size(), 1);
        QVERIFY2(isNear(art.pictures.first(), picture), written(art.pictures.first()).constData());
        QVERIFY2(isNear(art.content, picture), written(art.content).constData());
    }

    void anEmptyPageHasNeither()
    {
        const PageArt art = artOf(3);
        QVERIFY(art.pictures.isEmpty());
        QVERIFY(art.content.isEmpty());
    }

    void stripsOfOnePictureAreOneBox()
    {
        const PageArt art = artOf(4);
        QCOMPARE(art.pictures.size(), 2);
        QVERIFY2(isNear(art.pictures.first(), Box{100. / 612, 142. / 792, 300. / 612, 242. / 792}),
                 written(art.pictures.first()).constData());
    }

    void lookingForPicturesChangesNoPage()
    {
        const auto before = rendered(*m_document, 0, 1);
        const PageArt art = artOf(0);
        const auto after = rendered(*m_document, 0, 1);
        QVERIFY(before && after && !art.pictures.isEmpty());
        QCOMPARE(*after, *before);
    }

    void aPageThatIsNotThereIsSaid()
    {
        QObject context;
        Answer<PageArt> answer;
        m_document->art(77, Priority::Near, &context, answer.taker());
        QVERIFY(answer.wait());
        QVERIFY(!answer.result->ok());
        QVERIFY(answer.error().contains(QStringLiteral("78")));
    }

    void attachedFilesAreListedByNameAndSize()
    {
        const QString path = m_folder.filePath(QStringLiteral("attached.pdf"));
        QVERIFY(write(path,
                      "%PDF-1.5\n"
                      "1 0 obj << /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [ (data) 4 0 R ] "
                      ">> >> >> endobj\n"
                      "2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n"
                      "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >> endobj\n"
                      "4 0 obj << /Type /Filespec /F (../../evil.sh) /Desc (the data) /EF << /F 5 0 R >> >> "
                      "endobj\n"
                      "5 0 obj << /Type /EmbeddedFile /Params << /Size 4 >> /Length 4 >> stream\nrm -\nendstream "
                      "endobj\ntrailer << /Root 1 0 R /Size 6 >>\n%%EOF\n"));
        Document document(path);
        QVERIFY(opens(document));
        QObject context;
        Answer<QList<Attachment>> files;
        document.attachments(&context, files.taker());
        QVERIFY(files.came());
        QCOMPARE(files->size(), 1);
        QCOMPARE(files->first().name, QStringLiteral("../../evil.sh"));
        QCOMPARE(files->first().bytes, 4);
        QCOMPARE(files->first().description, QStringLiteral("the data"));
    }

    void anOrdinaryDocumentHasNoFilesAndAsksForNothing()
    {
        QSignalSpy refuses(m_document.get(), &Document::refuses);
        QObject context;
        Answer<QList<Attachment>> files;
        m_document->attachments(&context, files.taker());
        QVERIFY(files.came());
        QVERIFY(files->isEmpty());
        QVERIFY(m_document->info().refused.isEmpty());
        QVERIFY(refuses.isEmpty());
    }

    void whatADocumentAsksForByItselfIsToldOnce_data()
    {
        QTest::addColumn<QByteArray>("catalogue");
        QTest::addColumn<QStringList>("refused");
        QTest::newRow("script at the start") << QByteArray("/OpenAction << /S/JavaScript/JS(app.alert\\('x'\\)) >>")
                                             << QStringList{u"it runs a script"_qs};
        QTest::newRow("script by name")
            << QByteArray("/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (x) >>] >> >>")
            << QStringList{u"it runs a script"_qs};
        QTest::newRow("program") << QByteArray("/OpenAction << /S\n/Launch /F (/bin/sh) >>")
                                 << QStringList{u"it starts a program"_qs};
        QTest::newRow("form, data")
            << QByteArray("/AA << /WC << /S /ImportData /F (x) >> /WP << /S /SubmitForm /F (http://127.0.0.1/) >> >>")
            << QStringList{u"it sends a form"_qs, u"it imports data"_qs};
        QTest::newRow("page") << QByteArray("/OpenAction [3 0 R /Fit]") << QStringList();
        QTest::newRow("like-named") << QByteArray("/Launch true /OpenAction << /S /GoTo /Launches 1 >>")
                                    << QStringList();
    }

    void whatADocumentAsksForByItselfIsToldOnce()
    {
        QFETCH(QByteArray, catalogue);
        QFETCH(QStringList, refused);
        const QString path = m_folder.filePath(QStringLiteral("asking.pdf"));
        QVERIFY(write(path, "%PDF-1.5\n1 0 obj << /Type /Catalog /Pages 2 0 R " + catalogue +
                                " >> endobj\n2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n"
                                "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >> endobj\n"
                                "trailer << /Root 1 0 R /Size 4 >>\n%%EOF\n"));
        Document document(path);
        QSignalSpy refuses(&document, &Document::refuses);
        QVERIFY(opens(document));
        QObject context;
        Answer<QList<Attachment>> files;
        document.attachments(&context, files.taker());
        QVERIFY(files.came());
        Answer<QList<Attachment>> again;
        document.attachments(&context, again.taker());
        QVERIFY(again.came());
        QCOMPARE(document.info().refused, refused);
        QCOMPARE(refuses.size(), refused.isEmpty() ? 0 : 1);
        const auto info = readInfo(path);
        QVERIFY(info);
        QCOMPARE(info->refused, refused);
    }

    void aLinkThatAsksForMoreThanAPlaceSaysWhatItAsksFor_data()
    {
        QTest::addColumn<QByteArray>("action");
        QTest::addColumn<QString>("refused");
        QTest::addColumn<int>("page");
        QTest::newRow("program") << QByteArray("/S /Launch /F (../../bin/sh)")
                                 << QStringLiteral("it starts a program (../../bin/sh)") << -1;
        QTest::newRow("script") << QByteArray("/S /JavaScript /JS (x)") << QStringLiteral("it runs a script") << -1;
        const QString unknown =
            QStringLiteral("it sends a form, imports data or does something else that is not known here");
        QTest::newRow("form") << QByteArray("/S /SubmitForm /F (http://127.0.0.1/)") << unknown << -1;
        QTest::newRow("data") << QByteArray("/S /ImportData /F (x.fdf)") << unknown << -1;
        QTest::newRow("printer") << QByteArray("/S /Named /N /Print") << QStringLiteral("it prints") << -1;
        QTest::newRow("menu") << QByteArray("/S /Named /N /GoBack") << QStringLiteral("it calls a command of a menu")
                              << -1;
        QTest::newRow("next") << QByteArray("/S /Named /N /NextPage") << QString() << 1;
        QTest::newRow("last") << QByteArray("/S /Named /N /LastPage") << QString() << 2;
        QTest::newRow("before the first") << QByteArray("/S /Named /N /PrevPage") << QString() << 0;
    }

    void aLinkThatAsksForMoreThanAPlaceSaysWhatItAsksFor()
    {
        QFETCH(QByteArray, action);
        QFETCH(QString, refused);
        QFETCH(int, page);
        const QString path = m_folder.filePath(QStringLiteral("action.pdf"));
        const QByteArray annotation = "<< /Type /Annot /Subtype /Link /Rect [10 20 60 100] /A << " + action + " >> >>";
        QVERIFY(write(path, "%PDF-1.5\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n"
                            "2 0 obj << /Type /Pages /Kids [3 0 R 4 0 R 4 0 R] /Count 3 >> endobj\n"
                            "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 100 200] /Annots [" +
                                annotation +
                                "] >> endobj\n"
                                "4 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >> endobj\n"
                                "trailer << /Root 1 0 R /Size 5 >>\n%%EOF\n"));
        Document document(path);
        QVERIFY(opens(document));
        QObject context;
        Answer<QList<Link>> links;
        document.links(0, &context, links.taker());
        QVERIFY(links.came());
        QCOMPARE(links->size(), 1);
        QCOMPARE(links->first().refused, refused);
        QCOMPARE(links->first().page, page);
        QVERIFY(links->first().uri.isEmpty());
        QVERIFY2(isNear(links->first().box, Box{0.1, 0.5, 0.6, 0.9}), written(links->first().box).constData());
    }

    void repliesArriveAsTheyWereSentAndNoOthersAreTaken()
    {
        const protocol::ArtReply art{{0.1f, 0.25f, 0.5f, 1}, {{0, 0, 1, 1}, {0.5f, 0.5f, 0.75f, 1}}};
        const auto gotArt = protocol::ArtReply::decode(art.encode());
        QVERIFY(gotArt);
        QCOMPARE(gotArt->content, art.content);
        QCOMPARE(gotArt->pictures, art.pictures);
        const protocol::ExtrasReply extras{{{u"名.txt"_qs, -7, u"d"_qs}}, {u"launch:"_qs}};
        const auto gotExtras = protocol::ExtrasReply::decode(extras.encode());
        QVERIFY(gotExtras);
        QCOMPARE(gotExtras->attachments.first().name, u"名.txt"_qs);
        QCOMPARE(gotExtras->attachments.first().bytes, -1);
        QCOMPARE(gotExtras->refused, extras.refused);
        for (const QByteArray &whole : {art.encode(), extras.encode()}) {
            for (qsizetype size = 0; size < whole.size(); ++size) {
                QVERIFY(!protocol::ArtReply::decode(whole.first(size)));
                QVERIFY(!protocol::ExtrasReply::decode(whole.first(size)));
            }
            QVERIFY(!protocol::ArtReply::decode(whole + '\0') && !protocol::ExtrasReply::decode(whole + '\0'));
        }
    }

private:
    PageArt artOf(int page)
    {
        QObject context;
        Answer<PageArt> answer;
        m_document->art(page, Priority::Near, &context, answer.taker());
        return answer.came() ? *answer : PageArt{{{0, 0, 9, 9}}, {0, 0, 9, 9}};
    }

    static bool write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Document> m_document;
};

YAODIAN_TEST_GUILESS(TestExtras)

} // namespace pdf_extras

#include "extras.moc"
