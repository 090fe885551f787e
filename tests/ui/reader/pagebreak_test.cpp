#include "tests/support/testmain.h"
#include "ui/reader/pagebreak.h"
#include "ui/reader/selection.h"

#include <QTest>

namespace reader_pagebreak_test {

using namespace yaodian;
using namespace yaodian::ui;
using pdf::BlockKind;
using pdf::Motion;
using namespace Qt::StringLiterals;

/// A page of blocks below each other, every letter with a box.
pdf::PageText pageOf(const QList<std::pair<BlockKind, QString>> &blocks)
{
    pdf::PageText page;
    double y = 0.05;
    for (const auto &[kind, words] : blocks) {
        if (!page.text.isEmpty()) {
            page.text += u"\n\n"_s;
            page.boxes.resize(page.text.size());
        }
        const int from = int(page.text.size());
        double x = 0.1;
        for (const QChar c : words) {
            page.text += c;
            page.boxes << Box{x, y, x + 0.01, y + 0.02};
            x += 0.01;
        }
        page.blocks << pdf::TextBlock{{from, int(page.text.size())}, kind, 0, {}};
        y += 0.1;
    }
    return page;
}

const auto First = pageOf({{BlockKind::Header, u"A Running Head"_s},
                           {BlockKind::Body, u"One sentence. Two are not yet"_s},
                           {BlockKind::Footnote, u"1 A note."_s},
                           {BlockKind::Footer, u"7"_s}});
const auto Second = pageOf({{BlockKind::Header, u"Some Authors"_s}, {BlockKind::Body, u"at an end. Three."_s}});

QString textOf(const pdf::PageText &page, const QList<pdf::TextRange> &ranges)
{
    QStringList parts;
    for (const pdf::TextRange &range : ranges)
        parts << page.text.mid(range.from, range.to - range.from).trimmed();
    parts.removeAll(QString());
    return parts.join(u"|"_s);
}

class PageBreakTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsReadOnWith_hasNeitherHeadNorFootNorNotes()
    {
        const pdf::TextRange body = bodyOf(First);
        QCOMPARE(First.text.mid(body.from, body.to - body.from), u"One sentence. Two are not yet"_s);
        pdf::PageText bare = First;
        bare.blocks.clear();
        QCOMPARE(bodyOf(bare), (pdf::TextRange{0, int(bare.text.size())}));
    }

    void aSentenceWithoutItsStop_goesOn()
    {
        QVERIFY(endsOpen(First));
        QVERIFY(!endsOpen(Second));
        QVERIFY(!endsOpen(pageOf({{BlockKind::Body, u"(He said so.)”"_s}})));
        QVERIFY(!endsOpen(pageOf({{BlockKind::Body, u"到此为止。"_s}})));
        QVERIFY(endsOpen(pageOf({{BlockKind::Body, u"到此"_s}})));
        QVERIFY(!endsOpen(pdf::PageText()));
    }

    void aSelectionOverTheBreak_leavesOutWhatIsNotReadOn()
    {
        Selection selection;
        selection.set({0, int(First.text.indexOf(u"Two"_s))}, {1, int(Second.text.indexOf(u" Three"_s))});
        QCOMPARE(textOf(First, selection.on(0, First)), u"Two are not yet"_s);
        QCOMPARE(textOf(Second, selection.on(1, Second)), u"at an end."_s);
        QVERIFY(selection.on(2, Second).isEmpty());
    }

    void anEndWithinAFootnote_keepsIt()
    {
        Selection selection;
        selection.set({0, int(First.text.indexOf(u"note"_s))}, {1, int(Second.text.indexOf(u" an end"_s))});
        QCOMPARE(textOf(First, selection.on(0, First)), u"note."_s);
        QCOMPARE(textOf(Second, selection.on(1, Second)), u"at"_s);
    }

    void onOnePage_everythingBetweenTheEndsCounts()
    {
        Selection selection;
        selection.set(0, {0, int(First.text.size())});
        QCOMPARE(selection.on(0, First), (QList<pdf::TextRange>{{0, int(First.text.size())}}));
    }

    void anOpenSentence_leadsToTheNextPageAndAWordToThePagesEnd()
    {
        const int two = int(First.text.indexOf(u"Two"_s));
        QCOMPARE(movedOnPage(First, two, Motion::NextSentence), std::nullopt);
        QCOMPARE(movedOnto(Second, Motion::NextSentence, 0), int(Second.text.indexOf(u"Three"_s)));
        const int yet = int(First.text.indexOf(u"yet"_s));
        QCOMPARE(movedOnPage(First, yet, Motion::NextWord), std::optional(bodyOf(First).to));
        QCOMPARE(movedOnPage(First, bodyOf(First).to, Motion::NextWord), std::nullopt); // not into the notes below
        const int note = int(First.text.indexOf(u"1 A"_s));
        QCOMPARE(movedOnPage(First, note, Motion::NextWord), std::optional(note + 2));
    }

    void backwards_theLastSentenceOfThePageBefore()
    {
        const int at = bodyOf(Second).from;
        QCOMPARE(movedOnPage(Second, at, Motion::PreviousSentence), std::nullopt);
        QCOMPARE(movedOnto(First, Motion::PreviousSentence, 0), int(First.text.indexOf(u"Two"_s)));
        QCOMPARE(movedOnto(First, Motion::PreviousWord, 0), int(First.text.indexOf(u"yet"_s)));
    }

    void lines_keepTheirPlaceAcross()
    {
        const double x = First.boxes.at(First.text.indexOf(u"sentence"_s)).centre().x();
        QCOMPARE(movedOnto(Second, Motion::NextLine, x), bodyOf(Second).from + 4);
    }
};

YAODIAN_TEST_GUILESS(PageBreakTest)

} // namespace reader_pagebreak_test

#include "pagebreak_test.moc"
