#include "pdf/document.h"
#include "tests/support/testmain.h"

#include "tests/app/pdf/waiting.h"
#include "tests/support/otherprograms.h"
#include "tests/support/pdfwriter.h"

#include <QColor>
#include <QFile>
#include <QTemporaryDir>

namespace pdf_copies {

using namespace yaodian;
using namespace yaodian::pdf;

PdfWriter plain()
{
    PdfWriter pdf(QStringLiteral("A paper"));
    for (const int rotation : {0, 90, 180, 270}) {
        pdf.page({612, 792}, rotation, rotation == 180 ? QRectF(100, 100, 400, 600) : QRectF());
        pdf.lines(120, 200, QStringList(20, QStringLiteral("Some words of the page that can be marked by a reader")),
                  12);
    }
    return pdf;
}

AddedAnnotation added(int page, Annotation::Kind kind, const QList<Box> &boxes)
{
    AddedAnnotation out;
    out.annotation = {
        page,
        kind,
        boxes,
        QStringLiteral("评论 (c) \\ %1").arg(page),
        u"Yaodian"_qs,
        QStringLiteral("018f2d40-0000-7000-8000-00000000%1%2").arg(int(kind)).arg(page, 3, 10, QLatin1Char('0')),
        u"#e0a100"_qs,
        QDateTime(QDate(2024, 1, 2), QTime(3, 4, 5), Qt::UTC)};
    out.subject = u"方法"_qs;
    return out;
}

int distance(QRgb a, QRgb b)
{
    return qMax(qAbs(qRed(a) - qRed(b)), qMax(qAbs(qGreen(a) - qGreen(b)), qAbs(qBlue(a) - qBlue(b))));
}

const QList<Box> someBoxes{{0.2, 0.25, 0.7, 0.27}, {0.2, 0.28, 0.5, 0.3}};

/// A copy of a PDF with annotations that other programs show.
class TestCopies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFileIsTheBeginningOfItsCopyAndOthersFindNoFault()
    {
        const QByteArray original = plain().bytes();
        const QByteArray copy = copyOf(original, {added(0, Annotation::Kind::Highlight, someBoxes),
                                                  added(1, Annotation::Kind::Underline, someBoxes),
                                                  added(2, Annotation::Kind::Shape, {someBoxes.first()})});
        QVERIFY(copy.startsWith(original));
        QVERIFY(copy.size() > original.size());
        QCOMPARE(tests::faultsIn(path(u"copy.pdf"_qs)), QString());
    }

    void whatWasWrittenIsReadAgain()
    {
        for (int page = 0; page < 4; ++page) {
            const AddedAnnotation one = added(page, Annotation::Kind::Highlight, someBoxes);
            QVERIFY(!copyOf(plain().bytes(), {one}).isEmpty());
            const auto all = readAnnotations(path(u"copy.pdf"_qs));
            QVERIFY(all);
            QCOMPARE(all->size(), 1);
            const Annotation &got = all->first();
            QCOMPARE(got.page, page);
            QCOMPARE(got.kind, Annotation::Kind::Highlight);
            QCOMPARE(got.contents, one.annotation.contents);
            QCOMPARE(got.author, u"Yaodian"_qs);
            QCOMPARE(got.name, one.annotation.name);
            QCOMPARE(got.colour, u"#e0a100"_qs);
            QCOMPARE(got.modified, one.annotation.modified);
            QCOMPARE(got.boxes.size(), 2);
            for (int i = 0; i < 2; ++i)
                QVERIFY(qAbs(got.boxes[i].left - someBoxes[i].left) < 1e-3 &&
                        qAbs(got.boxes[i].bottom - someBoxes[i].bottom) < 1e-3);
        }
    }

    void anotherProgramDrawsEachOnItsPlaceAndNowhereElse_data()
    {
        QTest::addColumn<int>("page");
        QTest::addColumn<Annotation::Kind>("kind");
        for (int page = 0; page < 4; ++page) {
            QTest::addRow("highlight %d", page) << page << Annotation::Kind::Highlight;
            QTest::addRow("underline %d", page) << page << Annotation::Kind::Underline;
            QTest::addRow("rectangle %d", page) << page << Annotation::Kind::Shape;
        }
    }

    void anotherProgramDrawsEachOnItsPlaceAndNowhereElse()
    {
        QFETCH(int, page);
        QFETCH(Annotation::Kind, kind);
        const QList<Box> boxes = kind == Annotation::Kind::Shape ? someBoxes.mid(0, 1) : someBoxes;
        QVERIFY(!copyOf(plain().bytes(), {added(page, kind, boxes)}).isEmpty());
        const QImage before = tests::drawnByAnother(path(u"original.pdf"_qs), page);
        const QImage after = tests::drawnByAnother(path(u"copy.pdf"_qs), page);
        QVERIFY(!before.isNull());
        QCOMPARE(after.size(), before.size());
        QList<QRectF> areas;
        for (const Box &box : boxes)
            areas << box.turned(page * 90).on(before.size()).adjusted(-3, -3, 3, 3);
        QList<int> changed(areas.size(), 0);
        for (int y = 0; y < before.height(); ++y) {
            for (int x = 0; x < before.width(); ++x) {
                if (distance(before.pixel(x, y), after.pixel(x, y)) <= 2) // letters on what is transparent
                    continue;
                bool inside = false;
                for (qsizetype i = 0; i < areas.size(); ++i) {
                    const bool here = areas[i].contains(QPointF(x, y));
                    changed[i] += here ? 1 : 0;
                    inside = inside || here;
                }
                QVERIFY2(inside, qPrintable(QStringLiteral("%1, %2: %3 %4")
                                                .arg(x)
                                                .arg(y)
                                                .arg(before.pixel(x, y), 0, 16)
                                                .arg(after.pixel(x, y), 0, 16)));
            }
        }
        for (qsizetype i = 0; i < areas.size(); ++i) {
            const double least = kind == Annotation::Kind::Highlight ? areas[i].width() * areas[i].height() * 0.4
                                                                     : areas[i].width() * 0.5;
            QVERIFY2(changed[i] > least, qPrintable(QString::number(changed[i])));
        }
    }

    void theWordsUnderAHighlightStayReadable()
    {
        QVERIFY(!copyOf(plain().bytes(), {added(0, Annotation::Kind::Highlight, {{0.15, 0.2, 0.9, 0.6}})}).isEmpty());
        const QImage after = tests::drawnByAnother(path(u"copy.pdf"_qs), 0);
        int darkest = 255;
        int lightest = 0;
        const QRect area = Box{0.2, 0.24, 0.7, 0.4}.on(after.size()).toRect();
        for (int y = area.top(); y < area.bottom(); ++y) {
            for (int x = area.left(); x < area.right(); ++x) {
                darkest = qMin(darkest, qGray(after.pixel(x, y)));
                lightest = qMax(lightest, qGray(after.pixel(x, y)));
            }
        }
        QVERIFY2(darkest < 60 && lightest > 180, qPrintable(QStringLiteral("%1 %2").arg(darkest).arg(lightest)));
    }

    void eachBringsItsLookAndSaysWhatItIs()
    {
        QVERIFY(!copyOf(plain().bytes(), {added(1, Annotation::Kind::Highlight, someBoxes)}).isEmpty());
        const QString shown = tests::said(u"mutool"_qs, {u"show"_qs, path(u"copy.pdf"_qs), u"pages/2/Annots/1"_qs});
        QVERIFY2(shown.contains(u"/Subtype/Highlight"_qs) || shown.contains(u"/Subtype /Highlight"_qs),
                 qPrintable(shown));
        QVERIFY2(shown.contains(u"<FEFF65B96CD5>"_qs, Qt::CaseInsensitive) || shown.contains(u"方法"_qs),
                 qPrintable(shown));
        const QString look =
            tests::said(u"mutool"_qs, {u"show"_qs, u"-b"_qs, path(u"copy.pdf"_qs), u"pages/2/Annots/1/AP/N"_qs});
        QVERIFY2(look.contains(u"/G gs 0.8784 0.6314 0.0000 rg"_qs), qPrintable(look));
    }

    void filesOfEveryMakeGetCopies_data()
    {
        QTest::addColumn<QStringList>("how");
        QTest::newRow("tables of objects in streams") << QStringList{u"--object-streams=generate"_qs};
        QTest::newRow("to be shown while it comes") << QStringList{u"--linearize"_qs};
        QTest::newRow("both") << QStringList{u"--linearize"_qs, u"--object-streams=generate"_qs};
        QTest::newRow("encrypted, without a password")
            << QStringList{u"--encrypt"_qs, QString(), u"owner"_qs, u"256"_qs, u"--"_qs};
        QTest::newRow("encrypted in the old way")
            << QStringList{u"--allow-weak-crypto"_qs, u"--encrypt"_qs, QString(), u"owner"_qs, u"128"_qs, u"--"_qs};
    }

    void filesOfEveryMakeGetCopies()
    {
        QFETCH(QStringList, how);
        QVERIFY(plain().save(path(u"plain.pdf"_qs)));
        tests::said(u"qpdf"_qs, how + QStringList{path(u"plain.pdf"_qs), path(u"made.pdf"_qs)});
        QFile made(path(u"made.pdf"_qs));
        QVERIFY(made.open(QIODevice::ReadOnly));
        const QByteArray copy = copyOf(made.readAll(), {added(0, Annotation::Kind::Highlight, someBoxes),
                                                        added(3, Annotation::Kind::Highlight, someBoxes)});
        QVERIFY(!copy.isEmpty());
        QCOMPARE(tests::faultsIn(path(u"copy.pdf"_qs)), QString());
        const auto all = readAnnotations(path(u"copy.pdf"_qs));
        QCOMPARE(all.valueOr({}).size(), 2);
        QCOMPARE(all->last().contents, added(3, Annotation::Kind::Highlight, {}).annotation.contents);
        QVERIFY(tests::drawnByAnother(path(u"copy.pdf"_qs), 3) != tests::drawnByAnother(path(u"plain.pdf"_qs), 3));
    }

    void aCopyOfACopyHasBoth()
    {
        const QByteArray first = copyOf(plain().bytes(), {added(0, Annotation::Kind::Highlight, someBoxes)});
        const QByteArray second = copyOf(first, {added(0, Annotation::Kind::Underline, someBoxes)});
        QVERIFY(second.startsWith(first));
        QCOMPARE(readAnnotations(path(u"copy.pdf"_qs)).valueOr({}).size(), 2);
        QCOMPARE(tests::faultsIn(path(u"copy.pdf"_qs)), QString());
    }

    void aPageThatIsNotThereGivesNoCopy()
    {
        QVERIFY(plain().save(path(u"original.pdf"_qs)));
        const auto copy = annotatedCopy(path(u"original.pdf"_qs), {added(9, Annotation::Kind::Highlight, someBoxes)});
        QVERIFY(!copy);
        QVERIFY(!copy.error().message.isEmpty());
    }

    void cleanupTestCase()
    {
        QVERIFY(QTest::qWaitFor([] { return childProcesses().isEmpty(); }, guardMs));
    }

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    /// Written to copy.pdf too; empty where there is none.
    QByteArray copyOf(const QByteArray &original, const QList<AddedAnnotation> &added)
    {
        QFile file(path(u"original.pdf"_qs));
        if (!file.open(QIODevice::WriteOnly) || file.write(original) != original.size())
            return {};
        file.close();
        const auto copy = annotatedCopy(file.fileName(), added);
        if (!copy) {
            qWarning("%s", qPrintable(copy.error().message));
            return {};
        }
        QFile out(path(u"copy.pdf"_qs));
        return out.open(QIODevice::WriteOnly) && out.write(*copy) == copy->size() ? *copy : QByteArray();
    }

    QTemporaryDir m_folder;
};

YAODIAN_TEST_GUILESS(TestCopies)

} // namespace pdf_copies

#include "copies.moc"
