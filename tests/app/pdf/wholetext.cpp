#include "tests/app/pdf/waiting.h"
#include "tests/support/pdfwriter.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>

namespace pdf_wholetext {

using namespace yaodian;
using namespace yaodian::pdf;

/// Ten pages without an outline and without a link: a heading on each, figures and entries that are spoken of.
QByteArray paper()
{
    PdfWriter pdf(QStringLiteral("Paper"));
    for (int i = 0; i < 10; ++i) {
        pdf.page();
        pdf.text(60, 80, QStringLiteral("%1 Section of words").arg(i + 1), 14);
        double y =
            pdf.lines(60, 110, QStringList(6, QStringLiteral("plain words of running text that fill the whole line")));
        if (i == 0)
            y = pdf.lines(60, y, {QStringLiteral("as Figure 2 shows and as was found before [2].")});
        if (i == 4)
            pdf.text(60, 400, QStringLiteral("Figure 2: A figure with its caption."));
        if (i == 9) {
            pdf.text(60, 400, QStringLiteral("References"), 14);
            pdf.lines(60, 430,
                      {QStringLiteral("[1] A. Author. First title. 2001."),
                       QStringLiteral("[2] B. Bauer. Second title. 2002.")});
        }
    }
    return pdf.bytes();
}

/// What is told from the text of all pages of a document.
class TestWholeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QFile file(m_folder.filePath(QStringLiteral("paper.pdf")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write(paper()) > 0);
        file.close();
        m_document = std::make_unique<Document>(file.fileName());
        QVERIFY(opens(*m_document));
    }

    void cleanup() { m_document.reset(); }

    void referencesLeadToOtherPages()
    {
        QObject context;
        Answer<QList<Reference>> answer;
        m_document->references(0, &context, answer.taker());
        QVERIFY(answer.came());
        QCOMPARE(answer->size(), 2);
        QCOMPARE((*answer)[0].kind, Reference::Kind::Figure);
        QCOMPARE((*answer)[0].targets.first().page, 4);
        QCOMPARE((*answer)[1].targets.first().text, QStringLiteral("[2] B. Bauer. Second title. 2002."));
        QVERIFY(!(*answer)[1].boxes.isEmpty());
        // The second question is answered from what was read.
        Answer<QList<Reference>> other;
        m_document->references(3, &context, other.taker());
        QVERIFY(other.came());
        QVERIFY(other->isEmpty());
    }

    void headingsAreTheOutlineOfADocumentWithoutOne()
    {
        QObject context;
        Answer<QList<OutlineItem>> answer;
        m_document->outline(&context, answer.taker());
        QVERIFY(answer.came());
        QCOMPARE(answer->size(), 11);
        QCOMPARE((*answer)[3].title, QStringLiteral("4 Section of words"));
        QCOMPARE((*answer)[3].page, 3);
        QVERIFY((*answer)[3].inferred);
        QVERIFY((*answer)[3].top > 0.07 && (*answer)[3].top < 0.11);
        QCOMPARE((*answer)[10].title, QStringLiteral("References"));
    }

    void aPageThatIsLookedAtDoesNotWaitForTheTextOfAll()
    {
        QObject context;
        QStringList order;
        m_document->references(0, &context, [&](const Result<QList<Reference>> &) { order += u"references"_qs; });
        m_document->render(1, 1, {}, Priority::Visible, &context, [&](const Result<QImage> &) { order += u"page"_qs; });
        QVERIFY(QTest::qWaitFor([&] { return order.size() == 2; }, guardMs));
        QCOMPARE(order.first(), QStringLiteral("page"));
    }

    void whatIsAbortedIsNeverAnswered()
    {
        QObject context;
        Answer<QList<Reference>> aborted;
        m_document->abort(m_document->references(0, &context, aborted.taker()));
        Answer<QList<Reference>> other;
        m_document->references(0, &context, other.taker());
        QVERIFY(other.came());
        QVERIFY(!aborted.result);
    }

private:
    using Priority = Document::Priority;
    QTemporaryDir m_folder;
    std::unique_ptr<Document> m_document;
};

YAODIAN_TEST_GUILESS(TestWholeText)

} // namespace pdf_wholetext

#include "wholetext.moc"
