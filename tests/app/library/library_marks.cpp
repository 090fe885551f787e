#include "shelf.h"
#include "tests/support/testmain.h"

#include "base/files.h"

namespace library_marks {

using namespace yaodian;
using namespace yaodian::tests;

class LibraryMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void highlights_comeInReadingOrder();
    void untouchedDigestPoints_areNotInTheNotes();
    void firstEvidence_copiesTheDigestsPoint();
    void editedPoint_showsBothTexts();
    void laterParse_keepsTheReadersPointAndSaysSo();
    void removedCopy_letsTheDigestSpeakAgain();
    void ownPoints_followTheirRank();
    void tie_refusesWhatDoesNotBelongTogether();
    void papersWithNotes_countsEveryKindOfMark();
    void documents_areFiledByTheirHash();
    void sameDocumentTwice_isOneFile();
};

void LibraryMarks::highlights_comeInReadingOrder()
{
    Shelf shelf;
    const PaperId paper = paperOf(shelf, storeTwo(shelf).entries[0]);
    Highlight low = highlight(shelf, paper, QStringLiteral("low"));
    low.boxes = {{0.1, 0.8, 0.2, 0.9}};
    Highlight high = highlight(shelf, paper, QStringLiteral("high"));
    Highlight early = highlight(shelf, paper, QStringLiteral("early"));
    early.page = 0;
    for (const Highlight &one : {low, high, early})
        addHighlight(shelf, one);
    QCOMPARE(shelf->highlights(paper), (QList<Highlight>{early, high, low}));
    QCOMPARE(shelf->rows(shelf->entryIds({})).size(), 2);
    high.comment = QStringLiteral("评语");
    high.kind = QStringLiteral("doubt");
    addHighlight(shelf, high);
    QCOMPARE(*shelf->highlight(high.id), high);
}

void LibraryMarks::untouchedDigestPoints_areNotInTheNotes()
{
    Shelf shelf;
    const auto stored = storeTwo(shelf);
    const PaperId paper = paperOf(shelf, stored.entries[0]);
    const QList<Point> points = shelf->points(paper);
    QCOMPARE(points.size(), 2);
    QCOMPARE(points[0].text, QStringLiteral("第一个要点讲方法"));
    QCOMPARE(points[0].entry, std::optional(stored.entries[0]));
    QVERIFY(!points[0].isOwn() && points[0].digestText.isEmpty());
    QCOMPARE(points[1].rank, 1.0);
    QCOMPARE(*shelf->point(points[1].id), points[1]);
    QCOMPARE(shelf->papersWithNotes().size(), 0);
    QVERIFY(!shelf->point(shelf.ids.make<PointTag>()));
}

void LibraryMarks::firstEvidence_copiesTheDigestsPoint()
{
    Shelf shelf;
    const PaperId paper = paperOf(shelf, storeTwo(shelf).entries[0]);
    const Point point = shelf->points(paper).last();
    const Highlight mark = highlight(shelf, paper);
    addHighlight(shelf, mark);
    const OperationId step = act(shelf, [&](Acts &acts) { return acts.tie(point.id, mark.id); });
    QVERIFY(!step.isNull());
    Point tied = point;
    tied.evidence = {mark.id};
    QCOMPARE(shelf->points(paper).last(), tied);
    QCOMPARE(shelf->points(paper).size(), 2);
    QVERIFY(act(shelf, [&](Acts &acts) { return acts.tie(point.id, mark.id); }).isNull());
    act(shelf, [&](Acts &acts) { return acts.untie(point.id, mark.id); });
    QCOMPARE(shelf->points(paper).last(), point);
    QVERIFY(shelf->undo().ok());
    QCOMPARE(shelf->points(paper).last(), tied);
}

void LibraryMarks::editedPoint_showsBothTexts()
{
    Shelf shelf;
    const PaperId paper = paperOf(shelf, storeTwo(shelf).entries[0]);
    Point point = shelf->points(paper).first();
    const QString said = point.text;
    point.text = QStringLiteral("我的说法");
    act(shelf, [&](Acts &acts) { return acts.putPoint(point); });
    QCOMPARE(shelf->points(paper).first().text, QStringLiteral("我的说法"));
    QCOMPARE(shelf->points(paper).first().digestText, said);
    QCOMPARE(shelf->points(paper).first().id, point.id);
    QCOMPARE(shelf->papersWithNotes(), QList<PaperId>{paper});
}

void LibraryMarks::laterParse_keepsTheReadersPointAndSaysSo()
{
    Shelf shelf;
    const auto stored = storeTwo(shelf);
    const PaperId paper = paperOf(shelf, stored.entries[0]);
    const Point backed = shelf->points(paper).first();
    const Highlight mark = highlight(shelf, paper);
    addHighlight(shelf, mark);
    act(shelf, [&](Acts &acts) { return acts.tie(backed.id, mark.id); });

    digest::Issue edited = *shelf->issue(stored.id);
    edited.entries[0].keyPoints[0] = QStringLiteral("改写过的第一个要点");
    store(shelf, edited);
    QList<Point> points = shelf->points(paper);
    QCOMPARE(points.size(), 2);
    QCOMPARE(points[0].id, backed.id);
    QCOMPARE(points[0].text, backed.text);
    QCOMPARE(points[0].digestText, QStringLiteral("改写过的第一个要点"));
    QCOMPARE(points[0].evidence, QList<HighlightId>{mark.id});

    edited.entries[0].keyPoints.clear();
    store(shelf, edited);
    points = shelf->points(paper);
    QCOMPARE(points.size(), 1);
    QCOMPARE(points[0].id, backed.id);
}

void LibraryMarks::removedCopy_letsTheDigestSpeakAgain()
{
    Shelf shelf;
    const PaperId paper = paperOf(shelf, storeTwo(shelf).entries[0]);
    Point point = shelf->points(paper).first();
    const Point said = point;
    point.text = QStringLiteral("我的说法");
    act(shelf, [&](Acts &acts) { return acts.putPoint(point); });
    act(shelf, [&](Acts &acts) { return acts.removePoint(point.id); });
    QCOMPARE(shelf->points(paper).first(), said);
    const auto again = shelf->act(QStringLiteral("x"), {}, [&](Acts &acts) { return acts.removePoint(point.id); });
    QVERIFY(!again.ok());
}

void LibraryMarks::ownPoints_followTheirRank()
{
    Shelf shelf;
    const PaperId paper = paperOf(shelf, storeTwo(shelf).entries[0]);
    QStringList expected;
    for (const double rank : {2.5, 1.0, 2.0}) {
        Point point;
        point.id = shelf.ids.make<PointTag>();
        point.paper = paper;
        point.rank = rank;
        point.text = QString::number(rank);
        act(shelf, [&](Acts &acts) { return acts.putPoint(point); });
    }
    for (const Point &point : shelf->points(paper).mid(2)) {
        QVERIFY(point.isOwn());
        expected += point.text;
    }
    QCOMPARE(expected, (QStringList{QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("2.5")}));
    QCOMPARE(shelf->rows(shelf->entryIds({})).first().points + shelf->rows(shelf->entryIds({})).last().points, 3);
}

void LibraryMarks::tie_refusesWhatDoesNotBelongTogether()
{
    Shelf shelf;
    const auto stored = storeTwo(shelf);
    const Highlight mark = highlight(shelf, paperOf(shelf, stored.entries[0]));
    addHighlight(shelf, mark);
    const PointId foreign = shelf->points(paperOf(shelf, stored.entries[1])).first().id;
    const auto refused = [&](PointId point, HighlightId passage) {
        const auto done = shelf->act(QStringLiteral("tie"), {}, [&](Acts &acts) { return acts.tie(point, passage); });
        return !done.ok() && !done.error().message.isEmpty();
    };
    QVERIFY(refused(foreign, mark.id));
    QVERIFY(refused(shelf.ids.make<PointTag>(), mark.id));
    QVERIFY(refused(shelf->points(mark.paper).first().id, shelf.ids.make<HighlightTag>()));
    QVERIFY(shelf->points(paperOf(shelf, stored.entries[1])).first().evidence.isEmpty());
}

void LibraryMarks::papersWithNotes_countsEveryKindOfMark()
{
    Shelf shelf;
    QList<digest::Entry> entries;
    for (int i = 0; i < 6; ++i)
        entries += entry(QStringLiteral("Paper number %1").arg(i), arxiv(100 + i));
    const auto stored = store(shelf, issue(QStringLiteral("many"), entries));
    const auto paper = [&](int i) { return paperOf(shelf, stored.entries[i]); };
    addHighlight(shelf, highlight(shelf, paper(0)));
    act(shelf, [&](Acts &acts) { return acts.putNote(paper(1), QStringLiteral("x")); });
    PaperState state;
    state.verdict = Verdict::Drop;
    act(shelf, [&](Acts &acts) { return acts.putState(paper(2), state); });
    Point own;
    own.id = shelf.ids.make<PointTag>();
    own.paper = paper(3);
    own.text = QStringLiteral("x");
    act(shelf, [&](Acts &acts) { return acts.putPoint(own); });
    state = {};
    state.starred = state.read = true;
    act(shelf, [&](Acts &acts) { return acts.putState(paper(4), state); });
    QList<PaperId> expected{paper(0), paper(1), paper(2), paper(3)};
    QList<PaperId> with = shelf->papersWithNotes();
    std::sort(expected.begin(), expected.end());
    std::sort(with.begin(), with.end());
    QCOMPARE(with, expected);
    ListQuery query;
    query.view = ListQuery::View::WithNotes;
    QCOMPARE(shelf->count(query), 3); // what was only given a verdict has no notes
    query = {};
    query.search = QStringLiteral("has:notes");
    QCOMPARE(shelf->count(query), 3);
}

void LibraryMarks::documents_areFiledByTheirHash()
{
    Shelf shelf;
    const PaperId paper = paperOf(shelf, storeTwo(shelf).entries[0]);
    const QByteArray first = "%PDF-1.4 first";
    const QByteArray second = "%PDF-1.4 second";
    QVERIFY(shelf->addDocument(paper, second, QStringLiteral("v10"), arxiv(1)).ok());
    const auto added = shelf->addDocument(paper, first, QStringLiteral("v9"), arxiv(1));
    QVERIFY(added.ok());
    QCOMPARE(added->sha256, sha256Hex(first));
    QCOMPARE(*readFile(added->path, 100), first);
    QVERIFY(added->path.endsWith(QStringLiteral("/documents/%1/%2.pdf").arg(added->sha256.left(2), added->sha256)));
    const QList<Document> all = shelf->documents(paper);
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[0].version, QStringLiteral("v10"));
    QCOMPARE(shelf->document(added->sha256)->paper, paper);
    QVERIFY(!shelf->document(QString(64, QLatin1Char('0'))));
    QVERIFY(shelf->rows(shelf->entryIds({})).first().hasDocument ||
            shelf->rows(shelf->entryIds({})).last().hasDocument);
    QVERIFY(QFile::remove(added->path));
    QCOMPARE(shelf->check()->size(), 1);
}

void LibraryMarks::sameDocumentTwice_isOneFile()
{
    Shelf shelf;
    const PaperId paper = paperOf(shelf, storeTwo(shelf).entries[0]);
    QVERIFY(shelf->addDocument(paper, "%PDF-1.4", {}, QStringLiteral("/tmp/a.pdf")).ok());
    QVERIFY(shelf->addDocument(paper, "%PDF-1.4", QStringLiteral("v2"), arxiv(1)).ok());
    QCOMPARE(shelf->documents(paper).size(), 1);
    QCOMPARE(shelf->documents(paper).first().version, QStringLiteral("v2"));
    QCOMPARE(shelf->documents(paper).first().origin, arxiv(1));
}

YAODIAN_TEST_GUILESS(LibraryMarks)

} // namespace library_marks

#include "library_marks.moc"
