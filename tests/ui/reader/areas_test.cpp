// Areas that are highlighted, text that is underlined, and the pictures that are kept with them.
#include "tests/support/testmain.h"
#include "tests/ui/reader/marked.h"
#include "translations/translations.h"
#include "ui/notes/kindname.h"

#include <QPlainTextEdit>

namespace areas_test {

using namespace yaodian;
using tests::MarkedDesk;
using Style = library::Highlight::Style;
using namespace Qt::StringLiterals;

const QString Sleeps = u"A walrus sleeps on the ice."_s;
const QString Formula = u"L = x + y - z = a * b + c / d = e + f > g"_s;

struct AreaDesk : MarkedDesk
{
    AreaDesk()
    {
        open();
        QTest::qWait(0);
    }
    /// Draws an area with the mouse, in fractions of the first page.
    void draw(QPointF from, QPointF to)
    {
        const QRect page = pages->inView(0, {0, 0, 1, 1});
        const auto at = [&](QPointF spot) {
            return QPoint(page.left() + int(spot.x() * page.width()), page.top() + int(spot.y() * page.height()));
        };
        mouse->drag(at(from), at(to), Qt::AltModifier);
    }
    [[nodiscard]] QList<library::Highlight> all() const { return desk.store->highlights(desk.paper); }
    [[nodiscard]] library::Highlight one() const { return all().value(0); }
    [[nodiscard]] QString noteText() const
    {
        return desk.reader->findChild<QPlainTextEdit *>(u"note"_s)->toPlainText();
    }
};

bool isNear(double a, double b)
{
    return qAbs(a - b) < 0.01;
}

class AreasTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installLanguage(*qApp, u"en"_s); }

    void aDrawnArea_isHighlightedByItsKindsLetter_andGetsAPicture()
    {
        AreaDesk marked;
        marked.draw({0.05, 0.02}, {0.95, 0.5});
        marked.desk.type(u"hr"_s);
        QTRY_COMPARE(marked.all().size(), 1);
        const library::Highlight made = marked.one();
        QCOMPARE(made.style, Style::Area);
        QCOMPARE(made.kind, u"result"_s);
        QCOMPARE(made.boxes.size(), 1);
        QVERIFY(isNear(made.boxes[0].left, 0.05) && isNear(made.boxes[0].bottom, 0.5));
        QVERIFY2(made.quote.contains(Sleeps), qPrintable(made.quote));
        QCOMPARE(marked.current(), made.id);
        QTRY_VERIFY(!marked.one().image.isEmpty());
        const auto bytes = marked.desk.store->imageBytes(marked.one().image);
        QVERIFY(bytes.ok());
        const QImage picture = QImage::fromData(*bytes);
        const double width = made.boxes[0].right - made.boxes[0].left,
                     height = made.boxes[0].bottom - made.boxes[0].top;
        QVERIFY(qAbs(double(picture.width()) / picture.height() - width * 400 / (height * 240)) < 0.05);
        QCOMPARE(marked.desk.store->journal().first().act, u"highlight.add"_s); // no step of its own
        const QString image = marked.one().image;
        QVERIFY(marked.desk.notes->undo().ok());
        QVERIFY(marked.all().isEmpty());
        QVERIFY(marked.desk.notes->redo().ok());
        QCOMPARE(marked.one().image, image);
    }

    void anAreaWithoutText_isNamedByItsPage()
    {
        AreaDesk marked;
        marked.draw({0.5, 0.8}, {0.9, 0.95});
        marked.desk.type(u"hf"_s);
        QTRY_COMPARE(marked.all().size(), 1);
        QCOMPARE(marked.one().quote, QString());
        QCOMPARE(ui::highlightWords(marked.one()), u"Area on page 1"_s);
        marked.desk.type(u"dh"_s);
        QTRY_VERIFY(marked.all().isEmpty());
    }

    void afterAnotherKey_theAreaIsForgotten()
    {
        AreaDesk marked;
        marked.draw({0.05, 0.02}, {0.95, 0.5});
        marked.desk.type(u"j"_s);
        marked.desk.type(u"hr"_s);
        QTest::qWait(50);
        QVERIFY(marked.all().isEmpty());
        marked.draw({0.05, 0.02}, {0.95, 0.5});
        marked.press(Qt::Key_Escape);
        marked.desk.type(u"hr"_s);
        QTest::qWait(50);
        QVERIFY(marked.all().isEmpty());
    }

    void anAreaIsMovedByKeys_andItsPictureIsTakenAnew()
    {
        AreaDesk marked;
        marked.draw({0.1, 0.1}, {0.6, 0.5});
        marked.desk.type(u"hr"_s);
        QTRY_VERIFY(!marked.one().image.isEmpty());
        const library::Highlight before = marked.one();
        marked.desk.type(u"M"_s);
        marked.desk.type(u"ll"_s);
        marked.press(Qt::Key_Escape);
        QCOMPARE(marked.one(), before);
        marked.desk.type(u"M"_s);
        marked.desk.type(u"llj"_s);
        QTest::keyClick(marked.desk.pages(), Qt::Key_L, Qt::ShiftModifier);
        marked.press(Qt::Key_Return);
        QTRY_VERIFY(marked.one().boxes != before.boxes);
        const library::Highlight after = marked.one();
        QVERIFY(after.boxes[0].left > before.boxes[0].left && after.boxes[0].top > before.boxes[0].top);
        QVERIFY(after.boxes[0].right - after.boxes[0].left > before.boxes[0].right - before.boxes[0].left);
        QCOMPARE(after.id, before.id);
        QTRY_VERIFY(!marked.one().image.isEmpty());
        QVERIFY(marked.one().image != before.image);
        QVERIFY(marked.desk.notes->undo().ok());
        QCOMPARE(marked.one(), before);
    }

    void aCornerOfAnArea_isDragged()
    {
        AreaDesk marked;
        marked.draw({0.1, 0.1}, {0.6, 0.5});
        marked.desk.type(u"hr"_s);
        QTRY_COMPARE(marked.all().size(), 1);
        QTRY_VERIFY(marked.current());
        const Box before = marked.one().boxes[0];
        const QRect onView = marked.pages->inView(0, before);
        marked.mouse->drag(onView.bottomRight() + QPoint(1, 4), onView.bottomRight() + QPoint(40, 34), Qt::NoModifier);
        QTRY_VERIFY(marked.one().boxes[0].right > before.right + 0.01);
        QVERIFY(isNear(marked.one().boxes[0].left, before.left) && isNear(marked.one().boxes[0].top, before.top));
        QVERIFY(marked.one().boxes[0].bottom > before.bottom);
    }

    void anArea_goesIntoTheNote()
    {
        AreaDesk marked;
        QVERIFY(marked.desk.notes->setNote(marked.desk.paper, u"my words"_s).ok());
        QTRY_COMPARE(marked.noteText(), u"my words"_s);
        marked.draw({0.05, 0.02}, {0.95, 0.5});
        marked.desk.type(u"n"_s);
        QTRY_COMPARE(library::Library::imagesIn(marked.noteText()).size(), 1);
        const QString name = library::Library::imagesIn(marked.noteText()).first();
        QVERIFY(marked.noteText().contains(u"![page 1](yaodian-image:%1)"_s.arg(name)));
        QVERIFY(marked.desk.store->imageBytes(name).ok());
        QTRY_COMPARE(marked.desk.store->note(marked.desk.paper).text, marked.noteText());
        QVERIFY(marked.all().isEmpty());
    }

    void aSelection_isUnderlined_andTintedAgain()
    {
        AreaDesk marked;
        marked.desk.type(u"v"_s);
        QTRY_VERIFY(marked.desk.reader->hasSelection());
        marked.desk.type(u")_d"_s);
        QTRY_COMPARE(marked.all().size(), 1);
        QCOMPARE(marked.one().style, Style::Underline);
        QCOMPARE(marked.one().kind, u"doubt"_s);
        marked.desk.type(u"_"_s);
        QCOMPARE(marked.one().style, Style::Text);
        QVERIFY(marked.desk.notes->undo().ok());
        QCOMPARE(marked.one().style, Style::Underline);
    }

    void onlyWhatIsLeftOfAFormula_getsAPicture()
    {
        AreaDesk marked;
        auto passage = marked.passage(Sleeps);
        const auto prose = marked.desk.notes->addHighlight(marked.desk.paper, passage, u"method"_s);
        passage = marked.passage(u"Then it looks for mussels."_s);
        passage.quote = Formula;
        const auto soup = marked.desk.notes->addHighlight(marked.desk.paper, passage, u"method"_s);
        QTRY_VERIFY(!marked.stored(*soup).image.isEmpty());
        QCOMPARE(marked.stored(*soup).quote, Formula);
        QTest::qWait(300);
        QVERIFY(marked.stored(*prose).image.isEmpty());
    }

    void whatWasMarkedElsewhere_getsItsPictureWhenItIsOpen()
    {
        MarkedDesk marked;
        const auto id = marked.desk.notes->addHighlight(
            marked.desk.paper, notes::areaOf({}, {0.1, 0.1, 0.5, 0.5}, 1, marked.document.sha256), u"method"_s);
        const auto nowhere = marked.desk.notes->addHighlight(
            marked.desk.paper, notes::areaOf({}, {0.1, 0.1, 0.5, 0.5}, 9, marked.document.sha256), u"method"_s);
        marked.open();
        QTRY_VERIFY(!marked.stored(*id).image.isEmpty());
        QVERIFY(marked.stored(*nowhere).image.isEmpty());
    }
};

YAODIAN_TEST(AreasTest)

} // namespace areas_test

#include "areas_test.moc"
