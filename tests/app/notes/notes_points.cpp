#include "desk.h"
#include "tests/support/testmain.h"

#include <QtTest>

namespace notes_points {

using namespace Qt::StringLiterals;
using namespace yaodian;
using namespace yaodian::library;
using tests::Desk;

// The order of a paper's points, and digests' points that become the reader's own.
class NotesPoints : public QObject
{
    Q_OBJECT

    static QList<PointId> idsOf(const Desk &desk)
    {
        QList<PointId> ids;
        for (const Point &point : desk.shelf->points(desk.papers[0]))
            ids << point.id;
        return ids;
    }

    static QStringList textsOf(const Desk &desk)
    {
        QStringList texts;
        for (const Point &point : desk.shelf->points(desk.papers[0]))
            texts << point.text;
        return texts;
    }

    /// The digest says it in other words now.
    static void rewrite(const Desk &desk, int point, const QString &text)
    {
        digest::Entry changed = tests::entry(u"First Paper"_s, tests::arxiv(3084));
        changed.keyPoints[point] = text;
        tests::store(desk.shelf, tests::issue(u"1"_s, {changed}));
    }

private Q_SLOTS:
    void aPoint_isMovedAmongAll_undoneAfterARestart()
    {
        Desk desk;
        const PointId own = desk.point(desk.papers[0], u"mine"_s);
        QList<PointId> ids = idsOf(desk);
        QCOMPARE(ids.size(), 3);
        QVERIFY(desk.notes.movePoint(own, -2).ok());
        ids.move(2, 0);
        QCOMPARE(idsOf(desk), ids);
        QVERIFY(desk.notes.movePoint(ids[1], 1).ok()); // one of the digest's
        ids.move(1, 2);
        QCOMPARE(idsOf(desk), ids);
        desk.shelf.reopen();
        QCOMPARE(idsOf(desk), ids);
        QVERIFY(desk.shelf->undo().ok());
        ids.move(2, 1);
        QCOMPARE(idsOf(desk), ids);
        QVERIFY(desk.shelf->undo().ok());
        ids.move(0, 2);
        QCOMPARE(idsOf(desk), ids);
        QVERIFY(desk.shelf->redo().ok());
        QCOMPARE(idsOf(desk).first(), own);
    }

    void beyondAnEnd_nothingMoves()
    {
        Desk desk;
        const QList<PointId> ids = idsOf(desk);
        const qsizetype steps = desk.steps();
        QVERIFY(desk.notes.movePoint(ids.first(), -1).ok());
        QVERIFY(desk.notes.movePoint(ids.last(), 5).ok());
        QCOMPARE(desk.steps(), steps);
        QVERIFY(!desk.notes.movePoint(PointId(QUuid::createUuid()), 1).ok());
    }

    void anyWalkOfMoves_isWhatAListWouldDo()
    {
        Desk desk;
        for (const QString &text : {u"a"_s, u"b"_s, u"c"_s})
            desk.point(desk.papers[0], text);
        QList<PointId> ids = idsOf(desk);
        QRandomGenerator random(11);
        for (int i = 0; i < 200; ++i) {
            const qsizetype from = random.bounded(ids.size());
            const int places = random.bounded(-3, 4);
            QVERIFY(desk.notes.movePoint(ids[from], places).ok());
            ids.move(from, qBound<qsizetype>(0, from + places, ids.size() - 1));
            QCOMPARE(idsOf(desk), ids);
        }
    }

    void ranksThatRunOutOfRoom_areGivenAnew()
    {
        Desk desk;
        desk.point(desk.papers[0], u"a"_s);
        desk.point(desk.papers[0], u"b"_s);
        QList<PointId> ids = idsOf(desk);
        // The last goes between the first two, over and over: each time into half of the room.
        for (int i = 0; i < 120; ++i) {
            QVERIFY(desk.notes.movePoint(ids.last(), 1 - int(ids.size() - 1)).ok());
            ids.move(ids.size() - 1, 1);
            QCOMPARE(idsOf(desk), ids);
        }
    }

    void aMoveAmongTheReadersOwn_leavesTheDigestsPointsAlone()
    {
        Desk desk;
        desk.point(desk.papers[0], u"a"_s);
        const PointId b = desk.point(desk.papers[0], u"b"_s);
        QVERIFY(desk.notes.movePoint(b, -1).ok());
        QCOMPARE(textsOf(desk).mid(2), (QStringList{u"b"_s, u"a"_s}));
        rewrite(desk, 0, u"改过的说法"_s);
        QCOMPARE(textsOf(desk).first(), u"改过的说法"_s);
        QCOMPARE(textsOf(desk).size(), 4);
    }

    void aPointThatWasOnlyMoved_saysWhatTheDigestSays()
    {
        Desk desk;
        const PointId first = idsOf(desk).first();
        QVERIFY(desk.notes.movePoint(first, 1).ok());
        rewrite(desk, 0, u"改过的说法"_s);
        const Point moved = desk.shelf->points(desk.papers[0]).last();
        QCOMPARE(moved.text, u"改过的说法"_s);
        QCOMPARE(moved.digestText, QString());
        QCOMPARE(desk.shelf->point(moved.id)->text, moved.text);
        QVERIFY(desk.shelf->papersWithNotes().isEmpty());
        QVERIFY(desk.notes.editPoint(moved.id, u"in my words"_s).ok());
        QCOMPARE(desk.shelf->point(moved.id)->digestText, u"改过的说法"_s);
    }

    void aNewPoint_comesLast_alsoWhereTheReaderHasAnOrder()
    {
        Desk desk;
        QVERIFY(desk.notes.movePoint(idsOf(desk).first(), 1).ok());
        desk.point(desk.papers[0], u"mine"_s);
        desk.point(desk.papers[0], u"mine too"_s);
        QCOMPARE(textsOf(desk).mid(2), (QStringList{u"mine"_s, u"mine too"_s}));
    }

    void anAdoptedPoint_isOwn_atItsPlace_withItsEvidence_whateverTheDigestSays()
    {
        Desk desk;
        const PaperId paper = desk.papers[0];
        const QList<PointId> ids = idsOf(desk);
        const QString said = textsOf(desk).first();
        const HighlightId mark = desk.mark(paper, u"words"_s);
        QVERIFY(desk.notes.tie(ids[0], mark).ok());
        const qsizetype steps = desk.steps();
        QVERIFY(desk.notes.adoptPoint(ids[0]).ok());
        QVERIFY(desk.notes.adoptPoint(ids[0]).ok()); // it is: no step
        QCOMPARE(desk.steps(), steps + 1);
        QCOMPARE(idsOf(desk), ids);
        rewrite(desk, 0, u"改过的说法"_s);
        const Point own = desk.shelf->points(paper).first();
        QVERIFY(own.isOwn());
        QCOMPARE(own.text, said);
        QCOMPARE(own.digestText, QString());
        QCOMPARE(own.evidence, QList<HighlightId>{mark});
        QVERIFY(textsOf(desk).contains(u"改过的说法"_s)); // what is said now is not kept from the reader
        QCOMPARE(desk.shelf->rows({desk.stored.entries[0]}).first().points, 1);
    }

    void anAdoptedPoint_goesBackToTheDigest_byUndoAndWhenItIsRemoved()
    {
        Desk desk;
        const QList<Point> before = desk.shelf->points(desk.papers[0]);
        QVERIFY(desk.notes.adoptPoint(before[1].id).ok());
        QVERIFY(desk.notes.undo().ok());
        QCOMPARE(desk.shelf->points(desk.papers[0]), before);
        QVERIFY(desk.notes.redo().ok());
        QVERIFY(desk.shelf->point(before[1].id)->isOwn());
        QVERIFY(desk.notes.removePoint(before[1].id).ok());
        QCOMPARE(desk.shelf->points(desk.papers[0]), before);
    }

    void aSplitPoint_isTwoOfTheReaders_theEvidenceStaysWithTheFirst()
    {
        Desk desk;
        const PaperId paper = desk.papers[0];
        const QList<Point> before = desk.shelf->points(paper);
        const HighlightId mark = desk.mark(paper, u"words"_s);
        QVERIFY(desk.notes.tie(before[0].id, mark).ok());
        const qsizetype steps = desk.steps();
        const auto second = desk.notes.splitPoint(before[0].id, u"one half "_s, u"\nthe other"_s);
        QVERIFY(second.ok());
        QCOMPARE(desk.steps(), steps + 1);
        QList<Point> points = desk.shelf->points(paper);
        QCOMPARE(points.size(), 3);
        QCOMPARE(points[0].id, before[0].id);
        QCOMPARE(points[0].text, u"one half"_s);
        QCOMPARE(points[0].evidence, QList<HighlightId>{mark});
        QCOMPARE(points[1].id, *second);
        QCOMPARE(points[1].text, u"the other"_s);
        QVERIFY(points[1].evidence.isEmpty());
        QVERIFY(points[0].isOwn() && points[1].isOwn() && !points[2].isOwn());
        QVERIFY(desk.notes.splitPoint(points[1].id, u"the"_s, u"other"_s).ok()); // of one's own
        QCOMPARE(textsOf(desk).mid(1, 2), (QStringList{u"the"_s, u"other"_s}));
        QVERIFY(desk.notes.undo().ok());
        QVERIFY(desk.notes.undo().ok());
        QCOMPARE(textsOf(desk), (QStringList{before[0].text, before[1].text}));
        QVERIFY(!desk.shelf->points(paper).first().isOwn());
    }

    void aSplitAtAnEnd_isRefused()
    {
        Desk desk;
        const PointId id = desk.point(desk.papers[0], u"mine"_s);
        const qsizetype steps = desk.steps();
        QVERIFY(!desk.notes.splitPoint(id, u"mine"_s, u" \n"_s).ok());
        QVERIFY(!desk.notes.splitPoint(id, QString(), u"mine"_s).ok());
        QCOMPARE(desk.steps(), steps);
        QCOMPARE(desk.shelf->point(id)->text, u"mine"_s);
    }
};

YAODIAN_TEST_GUILESS(NotesPoints)

} // namespace notes_points

#include "notes_points.moc"
