// Selecting with mouse and keys on real pages, also over a page break.
#include "tests/support/testmain.h"
#include "tests/ui/reader/desk.h"
#include "tests/ui/reader/written.h"

#include <QClipboard>
#include <QGuiApplication>

namespace selecting_test {

using namespace yaodian;
using tests::ReaderDesk;
using tests::whereOf;
using namespace Qt::StringLiterals;

const QList<QStringList> Pages{
    {u"The first paragraph has a few lines, of which"_s, u"this is the second one"_s, u"and this the third."_s, u""_s,
     u"Another paragraph begins here. Its last sentence is exam-"_s},
    {u"ined on the next page. Then comes a sentence"_s, u"of its own, which is longer"_s, u"than it has to be."_s,
     u""_s, u"And a paragraph that ends it."_s},
};

struct TwoPages
{
    TwoPages() : desk(*qApp), path(desk.folder.filePath(u"two.pdf"_s))
    {
        tests::writePdf(path, Pages);
        desk.show(desk.add(path, u"Two Pages"_s));
        desk.reader->resize(1280, 1000);
        pages = desk.reader->findChild<ui::PageView *>(u"pages"_s);
        mouse.emplace(pages->viewport());
        if (!desk.waitSettled())
            qFatal("the pages do not come");
    }

    /// The texts follow the pictures: clicked until both pages have theirs.
    bool textsAreHere()
    {
        return QTest::qWaitFor(
            [&] {
                for (const auto &[words, page] : {std::pair(u"first"_s, 0), std::pair(u"Then"_s, 1)}) {
                    mouse->click(whereOf(*pages, path, page, words).center(), 2);
                    if (!desk.reader->hasSelection())
                        return false;
                }
                return true;
            },
            20000);
    }
    [[nodiscard]] QString copied() const
    {
        QGuiApplication::clipboard()->clear();
        desk.type(u"y"_s);
        return QGuiApplication::clipboard()->text();
    }
    [[nodiscard]] QPoint startOf(const QString &words, int page) const
    {
        const QRect where = whereOf(*pages, path, page, words);
        return {where.left(), where.center().y()};
    }
    [[nodiscard]] QPoint endOf(const QString &words, int page) const
    {
        const QRect where = whereOf(*pages, path, page, words);
        return {where.right(), where.center().y()};
    }
    void selectByDrag(QPoint from, QPoint to)
    {
        QVERIFY(textsAreHere());
        mouse->drag(from, to, {});
    }
    /// v at the beginning of the first page.
    void startByKey()
    {
        QVERIFY(textsAreHere());
        mouse->click(startOf(u"The first"_s, 0));
        desk.type(u"v"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.reader->hasSelection(), 20000);
    }

    ReaderDesk desk;
    QString path;
    ui::PageView *pages;
    std::optional<tests::Mouse> mouse;
};

class SelectingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void moreClicks_takeAWordALineAParagraph()
    {
        TwoPages two;
        QVERIFY(two.textsAreHere());
        const QPoint at = whereOf(*two.pages, two.path, 0, u"second"_s).center();
        const QStringList expected{u"second"_s, u"this is the second one"_s,
                                   u"The first paragraph has a few lines, of which "
                                   "this is the second one and this the third."_s};
        for (qsizetype i = 0; i < expected.size(); ++i) {
            two.mouse->click(at, int(i) + 2);
            QCOMPARE(two.copied(), expected.at(i));
        }
        two.mouse->click(at, 5); // and begins anew
        QVERIFY(!two.desk.reader->hasSelection());
    }

    void aDragOverThePageBreak_isCopiedAsOneText()
    {
        TwoPages two;
        two.selectByDrag(two.startOf(u"Its last"_s, 0), two.endOf(u"next page."_s, 1));
        QCOMPARE(two.copied(), u"Its last sentence is examined on the next page."_s);
    }

    void aDragBackOverThePageBreak_isTheSame()
    {
        TwoPages two;
        two.selectByDrag(two.endOf(u"next page."_s, 1), two.startOf(u"Its last"_s, 0));
        QCOMPARE(two.copied(), u"Its last sentence is examined on the next page."_s);
    }

    void aShiftClickOnTheNextPage_extends()
    {
        TwoPages two;
        two.selectByDrag(two.startOf(u"exam-"_s, 0), two.endOf(u"exam-"_s, 0));
        two.mouse->click(two.endOf(u"ined"_s, 1), 1, Qt::ShiftModifier);
        QCOMPARE(two.copied(), u"examined"_s);
    }

    void aHighlightOverThePageBreak_isOneAPageAndOneStepOfUndo()
    {
        TwoPages two;
        two.selectByDrag(two.startOf(u"Its last"_s, 0), two.endOf(u"next page."_s, 1));
        QSignalSpy message(two.desk.reader.get(), &ui::ReaderView::message);
        two.desk.type(u"hm"_s);
        const auto made = two.desk.store->highlights(two.desk.paper);
        QCOMPARE(made.size(), 2);
        QCOMPARE(made.at(0).page, 0);
        QCOMPARE(made.at(0).quote, u"Its last sentence is exam-"_s);
        QCOMPARE(made.at(1).page, 1);
        QCOMPARE(made.at(1).quote, u"ined on the next page."_s);
        QCOMPARE(message.count(), 1);
        QVERIFY(two.desk.notes->undo());
        QVERIFY(two.desk.store->highlights(two.desk.paper).isEmpty());
    }

    void sentencesByKey_goOnOverThePageBreak()
    {
        TwoPages two;
        two.startByKey();
        two.desk.type(u")))o))"_s); // from the first sentence to the last, and without the two before it
        QCOMPARE(two.copied(), u"Its last sentence is examined on the next page."_s);
    }

    void wordsByKey_goOnOverThePageBreakAndBack()
    {
        TwoPages two;
        two.selectByDrag(two.startOf(u"is exam-"_s, 0), two.endOf(u"is exam-"_s, 0));
        two.desk.type(u"ww"_s);
        QCOMPARE(two.copied(), u"is examined on"_s);
        two.selectByDrag(two.startOf(u"on the next"_s, 1), two.endOf(u"on the next"_s, 1));
        two.desk.type(u"obb"_s);
        QCOMPARE(two.copied(), u"examined on the next"_s);
    }

    void theWholeParagraph_isTakenOverThePageBreak()
    {
        TwoPages two;
        two.selectByDrag(two.startOf(u"Another"_s, 0), two.endOf(u"Another"_s, 0));
        two.desk.type(u"a"_s);
        const QString all = u"Another paragraph begins here. Its last sentence is examined on the next page. "
                            "Then comes a sentence of its own, which is longer than it has to be."_s;
        QCOMPARE(two.copied(), all);
        two.selectByDrag(two.startOf(u"Then"_s, 1), two.endOf(u"Then"_s, 1));
        two.desk.type(u"a"_s);
        QCOMPARE(two.copied(), all);
        two.selectByDrag(two.startOf(u"Then"_s, 1), two.endOf(u"Then"_s, 1));
        two.desk.type(u"aa"_s);
        QCOMPARE(two.copied(), all + u" And a paragraph that ends it."_s);
    }

    void atTheEndOfTheDocument_theLastWordIsTaken()
    {
        TwoPages two;
        two.selectByDrag(two.startOf(u"that ends"_s, 1), two.endOf(u"that ends"_s, 1));
        two.desk.type(u"wwwww"_s);
        QCOMPARE(two.copied(), u"that ends it."_s);
    }
};

YAODIAN_TEST(SelectingTest)

} // namespace selecting_test

#include "selecting_test.moc"
