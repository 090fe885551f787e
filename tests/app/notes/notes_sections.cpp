#include "desk.h"
#include "tests/support/testmain.h"

#include <QtTest>

namespace notes_sections {

using namespace Qt::StringLiterals;
using namespace yaodian;
using tests::Desk;

/// A page of two columns in reading order: four lines left, four lines right, the right ones as high as the left.
pdf::PageText columns(const QStringList &left, const QStringList &right)
{
    pdf::PageText page;
    const auto add = [&page](const QStringList &lines, double margin) {
        double top = 0.1;
        for (const QString &line : lines) {
            double at = margin;
            for (const QChar c : line) {
                page.text += c;
                page.boxes << Box{at, top, at + 0.01, top + 0.02};
                at += 0.01;
            }
            page.text += u'\n';
            page.boxes << Box();
            top += 0.03;
        }
    };
    add(left, 0.1);
    add(right, 0.55);
    return page;
}

const QString Document(64, u'a');

/// Where a highlight stands in its paper: in which order, and under which heading.
class NotesSections : public QObject
{
    Q_OBJECT

    const pdf::PageText m_page =
        columns({u"2 Method"_s, u"we do this"_s, u"the results of it are below"_s, u"and more"_s},
                {u"then that"_s, u"3 Results"_s, u"it works"_s, u"well"_s});
    const QList<pdf::OutlineItem> m_outline{{u"1  Introduction"_s, 0, 0, 0.05},
                                            {u"2 Method"_s, 0, 1, 0.1},
                                            {u"nowhere"_s, 0, -1, 0.0},
                                            {u"Results"_s, 0, 1, 0.13},
                                            {u"4 End"_s, 0, 2, 0.5}};

    [[nodiscard]] QString sectionOf(const QString &words, int page = 1) const
    {
        return notes::sectionAt(m_outline, m_page, page, int(m_page.text.indexOf(words)));
    }

private Q_SLOTS:
    void theHeadingIsTheLastOneBefore_inReadingOrder()
    {
        QCOMPARE(sectionOf(u"we do this"_s), u"2 Method"_s);
        QCOMPARE(sectionOf(u"2 Method"_s), u"2 Method"_s);
        QCOMPARE(sectionOf(u"and more"_s), u"2 Method"_s); // lower than the heading of the other column
        QCOMPARE(sectionOf(u"then that"_s), u"2 Method"_s);
        QCOMPARE(sectionOf(u"it works"_s), u"Results"_s); // not where the word stands in a sentence
        QCOMPARE(sectionOf(u"we do this"_s, 0), u"1 Introduction"_s);
        QCOMPARE(sectionOf(u"we do this"_s, 5), u"4 End"_s);
    }

    void aHeadingThatIsNotInTheText_isToldByItsHeight()
    {
        QCOMPARE(notes::sectionAt({{u"Abstract"_s, 0, 0, 0.12}}, m_page, 0, 0), QString());
        QCOMPARE(notes::sectionAt({{u"Abstract"_s, 0, 0, 0.12}}, m_page, 0, int(m_page.text.indexOf(u"and more"))),
                 u"Abstract"_s);
        QCOMPARE(notes::sectionAt({}, m_page, 0, 3), QString());
        QCOMPARE(notes::sectionAt(m_outline, m_page, 0, -1), QString());
    }

    void highlightsStandInTheOrderOfTheirText_notByHeight()
    {
        Desk desk;
        const auto mark = [&](const QString &words) {
            const int from = int(m_page.text.indexOf(words));
            auto passage = notes::passageOf(m_page, {from, from + int(words.size())}, 1, Document);
            passage.section = notes::sectionAt(m_outline, m_page, 1, passage.at);
            return *desk.notes.addHighlight(desk.papers[0], passage, u"method"_s);
        };
        const auto right = mark(u"then that"_s); // the highest
        const auto left = mark(u"and more"_s);
        const auto last = mark(u"it works"_s);
        const QList<library::HighlightId> order{left, right, last};
        const auto idsOf = [](const QList<library::Highlight> &highlights) {
            QList<library::HighlightId> ids;
            for (const library::Highlight &one : highlights)
                ids << one.id;
            return ids;
        };
        QCOMPARE(idsOf(desk.shelf->highlights(desk.papers[0])), order);
        QCOMPARE(idsOf(notes::highlightsOn(*desk.shelf.library, desk.papers[0], Document)), order);
        desk.shelf.reopen();
        QCOMPARE(idsOf(desk.shelf->highlights(desk.papers[0])), order);
        QCOMPARE(desk.shelf->highlight(last)->section, u"Results"_s);
        QCOMPARE(desk.shelf->highlight(left)->at, int(m_page.text.indexOf(u"and more")));
    }

    void anotherPassage_isAtItsOwnPlace_andUndoBringsTheOldOneBack()
    {
        Desk desk;
        const auto passageAt = [&](const QString &words) {
            const int from = int(m_page.text.indexOf(words));
            return notes::passageOf(m_page, {from, from + int(words.size())}, 1, Document);
        };
        auto first = passageAt(u"it works"_s);
        first.section = u"Results"_s;
        const auto id = *desk.notes.addHighlight(desk.papers[0], first, u"method"_s);
        QVERIFY(desk.notes.resize(id, passageAt(u"then that"_s)).ok());
        QCOMPARE(desk.shelf->highlight(id)->at, int(m_page.text.indexOf(u"then that")));
        QCOMPARE(desk.shelf->highlight(id)->section, QString()); // before the first heading
        QVERIFY(desk.notes.undo().ok());
        QCOMPARE(desk.shelf->highlight(id)->at, int(m_page.text.indexOf(u"it works")));
        QCOMPARE(desk.shelf->highlight(id)->section, u"Results"_s);
    }

    void whereTheOrderIsNotKnownOfAll_heightDecides()
    {
        library::Highlight high, low;
        high.at = 50;
        high.boxes = {{0.1, 0.1, 0.2, 0.12}};
        low.at = -1;
        low.boxes = {{0.1, 0.5, 0.2, 0.52}};
        library::Highlight before = low;
        before.page = -1;
        QList<library::Highlight> all{low, high, before};
        library::sortInReadingOrder(all);
        QCOMPARE(all, (QList<library::Highlight>{before, high, low}));
        low.at = 10;
        all = {high, low};
        library::sortInReadingOrder(all);
        QCOMPARE(all, (QList<library::Highlight>{low, high}));
    }
};

YAODIAN_TEST_GUILESS(NotesSections)

} // namespace notes_sections

#include "notes_sections.moc"
