// The ruler: lines in reading order, and the view that follows.
#include "tests/support/testmain.h"
#include "tests/ui/reader/desk.h"
#include "tests/ui/reader/written.h"
#include "ui/reader/rulerlines.h"

namespace ruler_test {

using namespace yaodian;
using tests::ReaderDesk;
using namespace Qt::StringLiterals;

/// Two columns of two lines, under a running head.
pdf::PageText columns()
{
    pdf::PageText page;
    const auto line = [&page](const QString &words, double x, double y) {
        for (const QChar c : words) {
            page.text += c;
            page.boxes << Box{x, y, x + 0.01, y + 0.02};
            x += 0.01;
        }
    };
    const auto end = [&page](int ends) {
        page.text += QString(ends, u'\n');
        page.boxes.resize(page.text.size());
    };
    line(u"head"_s, 0.4, 0.02);
    end(2);
    page.blocks << pdf::TextBlock{{0, 4}, pdf::BlockKind::Header, 0, {}};
    line(u"left one long"_s, 0.1, 0.2);
    end(1);
    line(u"left two"_s, 0.1, 0.23);
    end(2);
    line(u"right one"_s, 0.55, 0.2);
    end(1);
    line(u"right two"_s, 0.55, 0.23);
    return page;
}

/// Twelve a page, all unlike: what stands on every page at the same place is taken for a running head.
const QStringList Words = u"apple bread chair dance eagle flame grape house igloo jelly knife lemon "
                          "mango night ocean piano queen river stone table uncle voice water xenon "
                          "young zebra amber brick cloud dream earth frost ghost honey ivory jewel"_s.split(u' ');

struct Ruled
{
    Ruled() : desk(*qApp), path(desk.folder.filePath(u"ruled.pdf"_s))
    {
        QList<QStringList> written(3);
        for (int i = 0; i < Words.size(); ++i)
            written[i / 12] << u"This one has %1 in its middle"_s.arg(Words.at(i));
        tests::writePdf(path, written);
        desk.show(desk.add(path, u"Ruled"_s));
        pages = desk.reader->findChild<ui::PageView *>(u"pages"_s);
        if (!desk.waitSettled())
            qFatal("the pages do not come");
    }
    [[nodiscard]] QImage shot() const { return pages->viewport()->grab().toImage(); }
    /// What stands there is as bright as on the page without the ruler.
    [[nodiscard]] bool isBright(const QImage &plain, int page, const QString &words) const
    {
        const QRect at = tests::whereOf(*pages, path, page, words);
        const QPoint beside(at.right() + 2, at.top() + 1);
        return shot().pixel(beside) == plain.pixel(beside);
    }
    /// From 1, of a page.
    [[nodiscard]] static QString line(int number, int page = 0) { return Words.at(page * 12 + number - 1); }
    [[nodiscard]] bool isInView(int page, int number) const
    {
        return pages->viewport()->rect().contains(tests::whereOf(*pages, path, page, line(number, page)));
    }

    ReaderDesk desk;
    QString path;
    ui::PageView *pages;
};

class RulerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines_goDownOneColumnAndThenTheNextWithoutTheHead()
    {
        const QList<Box> lines = ui::rulerLines(columns());
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines.at(0).top, 0.2);
        QCOMPARE(lines.at(1).top, 0.23);
        QCOMPARE(lines.at(2).top, 0.2);
        QVERIFY(lines.at(2).left > 0.5);
    }

    void aShortLine_isAsWideAsItsParagraph()
    {
        const QList<Box> lines = ui::rulerLines(columns());
        QCOMPARE(lines.at(1).right, lines.at(0).right);
        QVERIFY(lines.at(1).right < 0.5);
    }

    void aPlace_isOnTheLineNearIt()
    {
        const QList<Box> lines = ui::rulerLines(columns());
        QCOMPARE(ui::lineNear(lines, {0.6, 0.24}), 3);
        QCOMPARE(ui::lineNear(lines, {0.02, 0.9}), 1);
        QCOMPARE(ui::lineNear({}, {0.5, 0.5}), -1);
    }

    void aClickPutsIt_andTheRestIsDimmed()
    {
        Ruled ruled;
        const QImage plain = ruled.shot();
        ruled.desk.type(u"L"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!ruled.isBright(plain, 0, ruled.line(9)), 20000);
        tests::Mouse mouse(ruled.pages->viewport());
        mouse.click(tests::whereOf(*ruled.pages, ruled.path, 0, ruled.line(4)).center());
        QVERIFY(ruled.isBright(plain, 0, ruled.line(4)));
        QVERIFY(!ruled.isBright(plain, 0, ruled.line(5)));
        ruled.desk.type(u"j"_s);
        QVERIFY(ruled.isBright(plain, 0, ruled.line(5)));
        QVERIFY(!ruled.isBright(plain, 0, ruled.line(4)));
    }

    void keys_moveItOverThePageBreakAndTheViewFollows()
    {
        Ruled ruled;
        ruled.desk.type(u"L"_s);
        tests::Mouse mouse(ruled.pages->viewport());
        const QPoint first = tests::whereOf(*ruled.pages, ruled.path, 0, ruled.line(1)).center();
        const QImage plain = ruled.shot();
        QTRY_VERIFY_WITH_TIMEOUT((mouse.click(first), ruled.shot() != plain), 20000);
        QVERIFY(!ruled.isInView(2, 12));
        ruled.desk.type(u"35j"_s); // the last line of the third page
        QTRY_VERIFY_WITH_TIMEOUT(ruled.isInView(2, 12), 20000);
        QSignalSpy message(ruled.desk.reader.get(), &ui::ReaderView::message);
        ruled.desk.type(u"j"_s);
        QCOMPARE(message.count(), 1); // this is the last line
        ruled.desk.type(u"99k"_s);
        QTRY_COMPARE_WITH_TIMEOUT(ruled.pages->currentPage(), 0, 20000);
        QVERIFY(ruled.isInView(0, 1));
        QCOMPARE(message.count(), 1);
    }

    void escape_takesItAwayBeforeAnythingElse()
    {
        Ruled ruled;
        QSignalSpy closed(ruled.desk.reader.get(), &ui::ReaderView::closed);
        const QImage plain = ruled.shot();
        ruled.desk.type(u"L"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!ruled.isBright(plain, 0, ruled.line(9)), 20000);
        QTest::keyClick(ruled.desk.pages(), Qt::Key_Escape);
        QVERIFY(ruled.isBright(plain, 0, ruled.line(9)));
        QCOMPARE(closed.count(), 0);
        const int before = ruled.pages->place().page;
        ruled.desk.type(u"jjjjjjjjjjjjj"_s); // scrolls again
        QVERIFY(ruled.pages->place().top > 0 || ruled.pages->place().page > before);
    }
};

YAODIAN_TEST(RulerTest)

} // namespace ruler_test

#include "ruler_test.moc"
