#include "shelf.h"
#include "tests/support/testmain.h"

namespace library_merging {

using namespace yaodian;
using namespace yaodian::tests;

/// What the reader knows better than the rules: two papers are one, one is two.
class LibraryMerging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void papersMergedByHand_areOne_withEverythingThatHangsOnThem();
    void mergedByHand_bothNumbersAreIt_alsoForLaterMentions();
    void aMergeByHand_isUndone();
    void onePaper_isNotMergedWithItself();
    void anEntrySetApart_isAPaperOfItsOwn_andTheMarksStay();
    void setApart_itsOwnPointsGoAlong();
    void setApart_staysSo_throughRebuildReparsingAndRestart();
    void setApart_isUndoneAndRedone();
    void theOnlyMention_cannotBeSetApart();
    void setApart_andMergedAgain_isOne();
    void setApartTwice_isApart_withItsPoints();

private:
    /// Two posts that mention one paper.
    static QList<EntryId> twice(const Shelf &shelf)
    {
        const auto one =
            store(shelf, issue(QStringLiteral("one"), {entry(QStringLiteral("Words as Pictures"), arxiv(1))}));
        const auto two =
            store(shelf, issue(QStringLiteral("two"), {entry(QStringLiteral("Words as Pictures"), arxiv(1))}));
        return {one.entries[0], two.entries[0]};
    }
};

void LibraryMerging::papersMergedByHand_areOne_withEverythingThatHangsOnThem()
{
    Shelf shelf;
    const StoredIssue two = storeTwo(shelf);
    const PaperId first = paperOf(shelf, two.entries[0]);
    const PaperId second = paperOf(shelf, two.entries[1]);
    const Highlight mark = highlight(shelf, second);
    addHighlight(shelf, mark);
    act(shelf, [&](Acts &acts) { return acts.putNote(second, QStringLiteral("a note")); });
    const auto kept = shelf->merge({first, second});
    QVERIFY(kept.ok());
    QCOMPARE(*kept, first);
    QCOMPARE(paperOf(shelf, two.entries[1]), first);
    QCOMPARE(shelf->mentions(first).size(), 2);
    QCOMPARE(shelf->highlights(first).size(), 1);
    QCOMPARE(shelf->note(first).text, QStringLiteral("a note"));
    QCOMPARE(shelf->paper(second)->id, first);
    QVERIFY(shelf->check()->isEmpty());
}

void LibraryMerging::mergedByHand_bothNumbersAreIt_alsoForLaterMentions()
{
    Shelf shelf;
    const StoredIssue two = storeTwo(shelf);
    const PaperId kept = *shelf->merge({paperOf(shelf, two.entries[0]), paperOf(shelf, two.entries[1])});
    for (const int number : {1, 2}) {
        const StoredIssue later = store(
            shelf, issue(QStringLiteral("later %1").arg(number), {entry(QStringLiteral("Later"), arxiv(number))}));
        QCOMPARE(paperOf(shelf, later.entries[0]), kept);
    }
    const StoredIssue other = store(shelf, issue(QStringLiteral("other"), {entry(QStringLiteral("Other"), arxiv(3))}));
    QVERIFY(paperOf(shelf, other.entries[0]) != kept);
}

void LibraryMerging::aMergeByHand_isUndone()
{
    Shelf shelf;
    const StoredIssue two = storeTwo(shelf);
    const PaperId first = paperOf(shelf, two.entries[0]);
    const PaperId second = paperOf(shelf, two.entries[1]);
    QVERIFY(shelf->merge({first, second}).ok());
    shelf.reopen();
    QVERIFY(shelf->undo().ok());
    QCOMPARE(paperOf(shelf, two.entries[0]), first);
    QCOMPARE(paperOf(shelf, two.entries[1]), second);
    QVERIFY(shelf->redo().ok());
    QCOMPARE(paperOf(shelf, two.entries[1]), first);
}

void LibraryMerging::onePaper_isNotMergedWithItself()
{
    Shelf shelf;
    const StoredIssue two = storeTwo(shelf);
    const PaperId first = paperOf(shelf, two.entries[0]);
    QVERIFY(!shelf->merge({first, first}).ok());
    QVERIFY(!shelf->merge({first}).ok());
    QVERIFY(!shelf->merge({}).ok());
    QVERIFY(shelf->journal().isEmpty());
}

void LibraryMerging::anEntrySetApart_isAPaperOfItsOwn_andTheMarksStay()
{
    Shelf shelf;
    const QList<EntryId> entries = twice(shelf);
    const PaperId paper = paperOf(shelf, entries[0]);
    QCOMPARE(paperOf(shelf, entries[1]), paper);
    addHighlight(shelf, highlight(shelf, paper));
    const auto own = shelf->setApart(entries[1]);
    QVERIFY2(own.ok(), qPrintable(own.ok() ? QString() : own.error().message));
    QVERIFY(*own != paper);
    QCOMPARE(paperOf(shelf, entries[1]), *own);
    QCOMPARE(paperOf(shelf, entries[0]), paper);
    QCOMPARE(shelf->highlights(paper).size(), 1);
    QVERIFY(shelf->highlights(*own).isEmpty());
    QCOMPARE(shelf->paper(*own)->title, QStringLiteral("Words as Pictures"));
    QCOMPARE(shelf->mentions(paper).size(), 1);
    QVERIFY(shelf->check()->isEmpty());
}

void LibraryMerging::setApart_itsOwnPointsGoAlong()
{
    Shelf shelf;
    const QList<EntryId> entries = twice(shelf);
    const PaperId paper = paperOf(shelf, entries[0]);
    Point touched;
    for (const Point &point : shelf->points(paper)) {
        if (point.entry == entries[1])
            touched = point;
    }
    touched.text = QStringLiteral("in the reader's words");
    act(shelf, [&](Acts &acts) { return acts.putPoint(touched); });
    const PaperId own = *shelf->setApart(entries[1]);
    const QList<Point> points = shelf->points(own);
    QCOMPARE(points.size(), 2);
    QVERIFY(std::any_of(points.cbegin(), points.cend(), [&](const Point &one) { return one.text == touched.text; }));
    QCOMPARE(shelf->points(paper).size(), 2);
}

void LibraryMerging::setApart_staysSo_throughRebuildReparsingAndRestart()
{
    Shelf shelf;
    const QList<EntryId> entries = twice(shelf);
    const PaperId own = *shelf->setApart(entries[1]);
    shelf.library.reset();
    for (const char *end : {"", "-wal", "-shm"})
        QFile::remove(shelf.path() + QStringLiteral("/cache.sqlite") + QLatin1String(end));
    shelf.reopen();
    // A later mention is of the first paper, whose number it has.
    const auto later =
        store(shelf, issue(QStringLiteral("three"), {entry(QStringLiteral("Words as Pictures"), arxiv(1))}));
    QVERIFY(paperOf(shelf, later.entries[0]) != own);
    store(shelf, issue(QStringLiteral("two"), {entry(QStringLiteral("Words as Pictures"), arxiv(1)),
                                               entry(QStringLiteral("A new one"), arxiv(9))}));
    if (const auto there = shelf->entry(entries[1])) // where the cache could be made again from these made-up posts
        QCOMPARE(there->row.paper, own);
}

void LibraryMerging::setApart_isUndoneAndRedone()
{
    Shelf shelf;
    const QList<EntryId> entries = twice(shelf);
    const PaperId paper = paperOf(shelf, entries[0]);
    const PaperId own = *shelf->setApart(entries[1]);
    shelf.reopen();
    QVERIFY(shelf->undo().ok());
    QCOMPARE(paperOf(shelf, entries[1]), paper);
    QCOMPARE(shelf->mentions(paper).size(), 2);
    QVERIFY(!shelf->paper(own));
    QVERIFY(shelf->redo().ok());
    QCOMPARE(paperOf(shelf, entries[1]), own);
}

void LibraryMerging::theOnlyMention_cannotBeSetApart()
{
    Shelf shelf;
    const StoredIssue two = storeTwo(shelf);
    QVERIFY(!shelf->setApart(two.entries[0]).ok());
    QVERIFY(!shelf->setApart(EntryId(nameBasedUuid(u"entry", u"nobody"))).ok());
    QVERIFY(shelf->journal().isEmpty());
}

void LibraryMerging::setApart_andMergedAgain_isOne()
{
    Shelf shelf;
    const QList<EntryId> entries = twice(shelf);
    const PaperId paper = paperOf(shelf, entries[0]);
    const PaperId own = *shelf->setApart(entries[1]);
    QCOMPARE(*shelf->merge({paper, own}), paper);
    QCOMPARE(paperOf(shelf, entries[1]), paper);
    QVERIFY(shelf->undo().ok());
    QCOMPARE(paperOf(shelf, entries[1]), own);
    QVERIFY(shelf->undo().ok());
    QCOMPARE(paperOf(shelf, entries[1]), paper);
}

void LibraryMerging::setApartTwice_isApart_withItsPoints()
{
    for (const bool otherWay : {false, true}) {
        Shelf shelf;
        const QList<EntryId> entries = twice(shelf);
        const PaperId paper = paperOf(shelf, entries[0]);
        const PaperId own = *shelf->setApart(entries[1]);
        Point touched = shelf->points(own).first();
        touched.text = QStringLiteral("in the reader's words");
        act(shelf, [&](Acts &acts) { return acts.putPoint(touched); });
        QVERIFY(shelf->merge(otherWay ? QList{own, paper} : QList{paper, own}).ok());
        const auto again = shelf->setApart(entries[1]);
        QVERIFY2(again.ok(), qPrintable(again.ok() ? QString() : again.error().message));
        QCOMPARE(paperOf(shelf, entries[1]), *again);
        QVERIFY(paperOf(shelf, entries[0]) != *again);
        const QList<Point> points = shelf->points(*again);
        QVERIFY(
            std::any_of(points.cbegin(), points.cend(), [&](const Point &one) { return one.text == touched.text; }));
    }
}

YAODIAN_TEST_GUILESS(LibraryMerging)

} // namespace library_merging

#include "library_merging.moc"
