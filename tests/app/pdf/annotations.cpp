#include "pdf/protocol/annotations.h"
#include "pdf/document.h"
#include "pdf/protocol/limits.h"
#include "pdf/protocol/wire.h"
#include "tests/support/testmain.h"

#include "tests/app/pdf/waiting.h"
#include "tests/support/pdfwriter.h"

#include <QColor>
#include <QFile>
#include <QTemporaryDir>

namespace pdf_annotations {

using namespace yaodian;
using namespace yaodian::pdf;

/// A page of 200 by 400 points with annotations.
QByteArray annotated(const QByteArray &annotations, const QByteArray &page = {}, const QByteArray &more = {})
{
    return "%PDF-1.5\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n"
           "2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n"
           "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 400] " +
           page + " /Annots [" + annotations + "] >> endobj\n" + more + "trailer << /Root 1 0 R /Size 9 >>\n%%EOF\n";
}

/// Two lines: from 20 to 180 at 100 points from the top, from 20 to 100 below, each 20 high.
const QByteArray twoLines = "/Rect [20 260 180 300] /QuadPoints [20 300 180 300 20 280 180 280 20 280 100 280 20 260 "
                            "100 260]";

protocol::AnnotationRow someRow()
{
    protocol::AnnotationRow row;
    row.kind = protocol::AnnotationKind::Squiggly;
    row.boxes = {{0.25f, 0.5f, 0.75f, 1}, {0, 0, 1, 1}};
    row.contents = u"评论 😀"_qs;
    row.author = u"An"_qs;
    row.name = u"n"_qs;
    row.colour = 0x12ab00;
    row.modified = 1'700'000'000'000;
    return row;
}

bool isNear(const Box &a, const Box &b)
{
    const double tolerance = 1e-4;
    return qAbs(a.left - b.left) < tolerance && qAbs(a.top - b.top) < tolerance &&
           qAbs(a.right - b.right) < tolerance && qAbs(a.bottom - b.bottom) < tolerance;
}

QByteArray written(const Box &box)
{
    return QStringLiteral("%1 %2 %3 %4").arg(box.left).arg(box.top).arg(box.right).arg(box.bottom).toUtf8();
}

/// What other programs wrote into a PDF, as it is read.
class TestAnnotations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHighlightIsReadWithAllThatIsSaidOfIt()
    {
        const auto all = annotationsOf(annotated("<< /Type /Annot /Subtype /Highlight " + twoLines +
                                                 " /C [1 0.5 0] /Contents (why?) /T (Ada  L.) /NM (x-1) "
                                                 "/M (D:20240102030405Z) >>"));
        QCOMPARE(all.size(), 1);
        const Annotation &one = all.first();
        QCOMPARE(one.page, 0);
        QCOMPARE(one.kind, Annotation::Kind::Highlight);
        QCOMPARE(one.contents, u"why?"_qs);
        QCOMPARE(one.author, u"Ada L."_qs);
        QCOMPARE(one.name, u"x-1"_qs);
        QCOMPARE(one.colour, u"#ff8000"_qs);
        QCOMPARE(one.modified, QDateTime(QDate(2024, 1, 2), QTime(3, 4, 5), Qt::UTC));
        QCOMPARE(one.boxes.size(), 2);
        QVERIFY2(isNear(one.boxes[0], Box{0.1, 0.25, 0.9, 0.3}), written(one.boxes[0]).constData());
        QVERIFY2(isNear(one.boxes[1], Box{0.1, 0.3, 0.5, 0.35}), written(one.boxes[1]).constData());
    }

    void eachKindIsToldFromTheOthers_data()
    {
        QTest::addColumn<QByteArray>("subtype");
        QTest::addColumn<Annotation::Kind>("kind");
        QTest::newRow("underline") << QByteArray("/Underline " + twoLines) << Annotation::Kind::Underline;
        QTest::newRow("strike out") << QByteArray("/StrikeOut " + twoLines) << Annotation::Kind::StrikeOut;
        QTest::newRow("squiggly") << QByteArray("/Squiggly " + twoLines) << Annotation::Kind::Squiggly;
        const QByteArray rect = " /Rect [20 20 80 60]";
        QTest::newRow("note") << "/Text" + rect << Annotation::Kind::Note;
        QTest::newRow("free text") << "/FreeText /DA (/Helv 10 Tf)" + rect << Annotation::Kind::FreeText;
        QTest::newRow("square") << "/Square" + rect << Annotation::Kind::Shape;
        QTest::newRow("circle") << "/Circle" + rect << Annotation::Kind::Shape;
        QTest::newRow("ink") << "/Ink /InkList [[20 20 80 60]]" + rect << Annotation::Kind::Ink;
        QTest::newRow("line") << "/Line /L [20 20 80 60]" + rect << Annotation::Kind::Ink;
        QTest::newRow("stamp") << "/Stamp" + rect << Annotation::Kind::Other;
        QTest::newRow("caret") << "/Caret" + rect << Annotation::Kind::Other;
    }

    void eachKindIsToldFromTheOthers()
    {
        QFETCH(QByteArray, subtype);
        QFETCH(Annotation::Kind, kind);
        const auto all = annotationsOf(annotated("<< /Type /Annot /Subtype " + subtype + " >>"));
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.first().kind, kind);
        QCOMPARE(all.first().marksText(),
                 !(subtype.startsWith("/Text") || subtype.startsWith("/Free") || subtype.startsWith("/Ink") ||
                   subtype.startsWith("/Line") || kind == Annotation::Kind::Other));
    }

    void whatNobodyWroteIsNone()
    {
        const QByteArray rect = " /Rect [20 20 80 60] ";
        QVERIFY(annotationsOf(annotated("<< /Subtype /Link " + rect +
                                        "/A << /S /URI /URI (http://a) >> >> "
                                        "<< /Subtype /Popup " +
                                        rect +
                                        ">> "
                                        "<< /Subtype /Highlight /F 2 " +
                                        twoLines +
                                        " >> "
                                        "<< /Subtype /Widget /FT /Tx /T (f) " +
                                        rect + ">>"))
                    .isEmpty());
    }

    void answersStandBelowWhatTheyAnswer()
    {
        const auto all = annotationsOf(annotated("4 0 R 5 0 R", {},
                                                 "4 0 obj << /Type /Annot /Subtype /Highlight " + twoLines +
                                                     " /Contents (Is it?) >> endobj\n"
                                                     "5 0 obj << /Type /Annot /Subtype /Text /Rect [20 20 40 40] /IRT "
                                                     "4 0 R /T (Bo) /Contents (Yes.) >> endobj\n"));
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.first().contents, u"Is it?\n\nBo: Yes."_qs);
    }

    void onATurnedAndCutPageItStandsWhereItStandsOnTheUnturnedOne_data()
    {
        QTest::addColumn<int>("rotation");
        for (const int rotation : {0, 90, 180, 270})
            QTest::addRow("%d", rotation) << rotation;
    }

    void onATurnedAndCutPageItStandsWhereItStandsOnTheUnturnedOne()
    {
        QFETCH(int, rotation);
        const auto all = annotationsOf(annotated("<< /Type /Annot /Subtype /Highlight " + twoLines + " >>",
                                                 "/CropBox [0 200 200 400] /Rotate " + QByteArray::number(rotation)));
        QCOMPARE(all.size(), 1);
        QVERIFY2(isNear(all.first().boxes.value(0), Box{0.1, 0.5, 0.9, 0.6}),
                 written(all.first().boxes.value(0)).constData());
    }

    void aPageThatIsNotThereIsSaid()
    {
        Document document(saved(annotated({})));
        QVERIFY(opens(document));
        QObject context;
        Answer<QList<Annotation>> answer;
        document.annotations(7, &context, answer.taker());
        QVERIFY(answer.wait());
        QVERIFY(answer.error().contains(u"8"_qs));
    }

    void messagesArriveAsTheyWereSentAndNoOthersAreTaken()
    {
        const QByteArray reply = protocol::AnnotationsReply{{someRow(), {}}}.encode();
        const QByteArray request = protocol::AnnotateRequest{{{7, someRow(), u"问题"_qs}}}.encode();
        const QByteArray tail = protocol::AnnotateReply{"tail"}.encode();
        const auto got = protocol::AnnotationsReply::decode(reply);
        QVERIFY(got);
        QCOMPARE(got->annotations.size(), 2);
        QVERIFY(isSame(got->annotations.first(), someRow()));
        const auto asked = protocol::AnnotateRequest::decode(request);
        QVERIFY(asked);
        QCOMPARE(asked->added.first().page, 7);
        QCOMPARE(asked->added.first().subject, u"问题"_qs);
        QVERIFY(isSame(asked->added.first().annotation, someRow()));
        QCOMPARE(protocol::AnnotateReply::decode(tail)->tail, QByteArray("tail"));
        QVERIFY(!protocol::AnnotateReply::decode(protocol::AnnotateReply{}.encode()));
        for (const QByteArray &whole : {reply, request, tail}) {
            for (qsizetype size = 0; size < whole.size(); ++size) {
                QVERIFY(!protocol::AnnotationsReply::decode(whole.first(size)));
                QVERIFY(!protocol::AnnotateRequest::decode(whole.first(size)));
                QVERIFY(whole != tail || !protocol::AnnotateReply::decode(whole.first(size)));
            }
        }
        QVERIFY(!protocol::AnnotationsReply::decode(reply + '\0') &&
                !protocol::AnnotateRequest::decode(request + '\0'));
    }

    void bentMessagesGiveNothingOrOneWithinTheLimits()
    {
        const QByteArray whole = protocol::AnnotationsReply{{someRow()}}.encode();
        for (qsizetype i = 0; i < whole.size(); ++i) {
            for (const char flip : {'\x01', '\x80', '\xff'}) {
                QByteArray bent = whole;
                bent[i] = char(bent[i] ^ flip);
                const auto got = protocol::AnnotationsReply::decode(bent);
                for (const auto &row : got ? got->annotations : QList<protocol::AnnotationRow>()) {
                    QVERIFY(row.kind <= protocol::lastAnnotationKind && row.contents.isValidUtf16());
                    QVERIFY(row.colour >= -1 && row.colour <= 0xffffff);
                    QVERIFY(row.modified >= 0 && row.modified <= protocol::latestTime);
                    for (const Box &box : row.boxes)
                        QVERIFY(box.left >= 0 && box.right <= 1 && box.left <= box.right && box.bottom <= 1);
                }
            }
        }
    }

    void whatIsTooMuchTogetherIsRefused()
    {
        protocol::AnnotationsReply words;
        protocol::AnnotationsReply boxes;
        protocol::AnnotationRow talk;
        talk.contents = QString(protocol::longestComment, u'x');
        protocol::AnnotationRow drawn;
        drawn.boxes = QList<Box>(protocol::mostAnnotationBoxes / 10, Box{0, 0, 1, 1});
        for (int i = 0; i < 10; ++i)
            boxes.annotations << drawn;
        for (int i = 0; i < protocol::mostAnnotationChars / protocol::longestComment; ++i)
            words.annotations << talk;
        QVERIFY(protocol::AnnotationsReply::decode(words.encode()));
        QVERIFY(protocol::AnnotationsReply::decode(boxes.encode()));
        words.annotations << someRow();
        boxes.annotations << someRow();
        QVERIFY(!protocol::AnnotationsReply::decode(words.encode()));
        QVERIFY(!protocol::AnnotationsReply::decode(boxes.encode()));
    }

private:
    static bool isSame(const protocol::AnnotationRow &a, const protocol::AnnotationRow &b)
    {
        return a.kind == b.kind && a.boxes == b.boxes && a.contents == b.contents && a.author == b.author &&
               a.name == b.name && a.colour == b.colour && a.modified == b.modified;
    }

    QString saved(const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(u"annotated.pdf"_qs));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }

    QList<Annotation> annotationsOf(const QByteArray &bytes)
    {
        Document document(saved(bytes));
        QObject context;
        Answer<QList<Annotation>> answer;
        document.annotations(0, &context, answer.taker());
        return answer.came() ? *answer : QList<Annotation>{{}, {}, {}};
    }

    QTemporaryDir m_folder;
};

YAODIAN_TEST_GUILESS(TestAnnotations)

} // namespace pdf_annotations

#include "annotations.moc"
