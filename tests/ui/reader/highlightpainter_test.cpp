// Kinds are told apart without colour, and highlights that overlap are seen as two.
#include "library/library.h"
#include "tests/support/testmain.h"
#include "ui/reader/highlightpainter.h"

#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

namespace reader_highlightpainter_test {

using namespace yaodian;
using namespace Qt::StringLiterals;

const QRectF Line(10, 8, 180, 17);

/// The kinds as the library first has them.
QList<library::Kind> firstKinds()
{
    const QTemporaryDir folder;
    const SystemClock clock;
    IdSource ids{clock};
    const auto opened = library::Library::open(folder.path(), library::Library::Mode::ReadWrite, clock, ids);
    return opened.value()->kinds();
}

QImage paper(bool dark)
{
    QImage image(200, 40, QImage::Format_ARGB32_Premultiplied);
    image.fill(dark ? QColor(0x1c1d1f) : QColor(Qt::white));
    return image;
}

QImage painted(const QList<library::Kind> &kinds, bool dark)
{
    QImage image = paper(dark);
    QPainter painter(&image);
    QList<ui::PatternOnPage> patterns;
    for (library::Kind kind : kinds) {
        kind.colour = u"#808080"_s;
        const int level = ui::freeLevel(patterns, {Line});
        patterns.append({{Line}, level});
        ui::paintHighlight(painter, {Line}, kind, dark, false, level);
    }
    return image;
}

/// Pixels that a person sees to be different.
int difference(const QImage &a, const QImage &b)
{
    int count = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            count += qAbs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 30 ? 1 : 0;
    return count;
}

class HighlightPainterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutColour_eachTwoKindsDiffer_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void withoutColour_eachTwoKindsDiffer()
    {
        QFETCH(bool, dark);
        const QList<library::Kind> kinds = firstKinds();
        QCOMPARE(kinds.size(), 7);
        for (qsizetype i = 0; i < kinds.size(); ++i) {
            for (qsizetype j = i + 1; j < kinds.size(); ++j) {
                const int differ = difference(painted({kinds.at(i)}, dark), painted({kinds.at(j)}, dark));
                QVERIFY2(differ > 60,
                         qPrintable(u"%1 and %2: %3 pixels"_s.arg(kinds.at(i).key, kinds.at(j).key).arg(differ)));
            }
        }
    }

    void ofTwoOnTheSameWords_bothPatternsAreSeen()
    {
        const QList<library::Kind> kinds = firstKinds();
        for (const library::Kind &first : kinds) {
            for (const library::Kind &second : kinds) {
                if (first.pattern == u"plain"_s || second.pattern == u"plain"_s)
                    continue;
                const QImage both = painted({first, second}, false);
                const QString which = u"%1 and %2"_s.arg(first.key, second.key);
                QVERIFY2(difference(both, painted({first}, false)) > 60, qPrintable(which));
                QVERIFY2(difference(both, painted({second}, false)) > 60, qPrintable(which));
            }
        }
    }

    void withoutColour_underlinesAndFramesTellTheKindsApartToo_data() { withoutColour_eachTwoKindsDiffer_data(); }

    void withoutColour_underlinesAndFramesTellTheKindsApartToo()
    {
        QFETCH(bool, dark);
        const QList<library::Kind> kinds = firstKinds();
        for (const bool underlined : {true, false}) {
            QList<QImage> images;
            for (library::Kind kind : kinds) {
                kind.colour = u"#808080"_s;
                QImage image = paper(dark);
                QPainter painter(&image);
                underlined ? ui::paintUnderline(painter, {Line}, kind, dark, false)
                           : ui::paintArea(painter, Line, kind, dark, false);
                painter.end();
                QVERIFY(difference(image, paper(dark)) > 60);
                images << image;
            }
            for (qsizetype i = 0; i < kinds.size(); ++i)
                for (qsizetype j = i + 1; j < kinds.size(); ++j)
                    QVERIFY2(
                        difference(images.at(i), images.at(j)) > 20,
                        qPrintable(kinds.at(i).key + u' ' + kinds.at(j).key + (underlined ? u" line"_s : u" frame"_s)));
        }
    }

    void ofTwoThatUnderlineTheSameWords_bothAreSeen()
    {
        library::Kind kind = firstKinds().at(1);
        kind.colour = u"#808080"_s;
        QImage one = paper(false);
        QImage two = paper(false);
        QPainter first(&one), second(&two);
        ui::paintUnderline(first, {Line}, kind, false, false);
        ui::paintUnderline(second, {Line}, kind, false, false);
        ui::paintUnderline(second, {Line}, kind, false, false, 1);
        QVERIFY(difference(one, two) > 100);
    }

    void theOutlineOfAnArea_liesCloseToIt()
    {
        QImage image(200, 400, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        const QImage before = image;
        QPainter painter(&image);
        ui::paintCurrentHighlight(painter, {QRectF(20, 60, 160, 280)}, Qt::black, true);
        painter.end();
        const QRect above(0, 0, 200, 40);
        QCOMPARE(difference(image.copy(above), before.copy(above)), 0);
        QVERIFY(difference(image, before) > 500);
    }

    void levels_areGivenOnlyWhereLinesLieOnEachOther()
    {
        const QRectF next = Line.translated(0, Line.height() - 2); // the line below, in tight print
        const QRectF behind = Line.translated(Line.width(), 0);
        QCOMPARE(ui::freeLevel({}, {Line}), 0);
        QCOMPARE(ui::freeLevel({{{Line}, 0}}, {next}), 0);
        QCOMPARE(ui::freeLevel({{{Line}, 0}}, {behind}), 0);
        QCOMPARE(ui::freeLevel({{{Line}, 0}}, {next, Line.adjusted(20, 0, 0, 0)}), 1);
        QCOMPARE(ui::freeLevel({{{Line}, 0}, {{Line}, 1}}, {Line}), 2);
        QCOMPARE(ui::freeLevel({{{Line}, 1}}, {Line}), 0);
    }
};

YAODIAN_TEST(HighlightPainterTest)

} // namespace reader_highlightpainter_test

#include "highlightpainter_test.moc"
