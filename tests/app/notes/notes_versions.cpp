#include "desk.h"
#include "tests/support/testmain.h"

#include <QtTest>

namespace notes_versions {

using namespace Qt::StringLiterals;
using namespace yaodian;
using namespace yaodian::library;
using tests::Desk;

class NotesVersions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyState_isAmongTheVersions_newestFirst()
    {
        Desk desk;
        const HighlightId id = desk.mark(desk.papers[0], u"some words"_s);
        QVERIFY(desk.at(1).notes.setComment(id, u"first"_s));
        QVERIFY(desk.at(2).notes.setKind(id, u"result"_s));
        QVERIFY(desk.at(3).notes.setTags(id, {u"idea"_s}));
        desk.mark(desk.papers[0], u"other words"_s);
        const QList<HighlightVersion> versions = desk.shelf->highlightVersions(id);
        QCOMPARE(versions.size(), 4);
        QCOMPARE(versions[0].highlight, *desk.shelf->highlight(id));
        QCOMPARE(versions[0].at.toMSecsSinceEpoch(), tests::noon + 3 * 3'600'000);
        QCOMPARE(versions[1].highlight.tags, QStringList());
        QCOMPARE(versions[1].highlight.kind, u"result"_s);
        QCOMPARE(versions[2].highlight.kind, u"method"_s);
        QCOMPARE(versions[2].highlight.comment, u"first"_s);
        QCOMPARE(versions[3].highlight.comment, QString());
        QCOMPARE(versions[3].highlight.quote, u"some words"_s);
        QCOMPARE(desk.shelf->highlightVersions(id, 2).size(), 2);
    }

    void restoring_isOneAct_andAVersionOfItsOwn()
    {
        Desk desk;
        const HighlightId id = desk.mark(desk.papers[0], u"some words"_s);
        QVERIFY(desk.at(1).notes.setComment(id, u"first"_s));
        QVERIFY(desk.at(2).notes.setKind(id, u"result"_s));
        const Highlight before = *desk.shelf->highlight(id);
        const qsizetype steps = desk.steps();
        QVERIFY(desk.at(3).notes.restoreHighlight(desk.shelf->highlightVersions(id).at(2).highlight));
        QCOMPARE(desk.steps(), steps + 1);
        QCOMPARE(desk.shelf->highlight(id)->comment, QString());
        QCOMPARE(desk.shelf->highlight(id)->kind, u"method"_s);
        QCOMPARE(desk.shelf->highlightVersions(id).size(), 4);
        QVERIFY(desk.notes.restoreHighlight(*desk.shelf->highlight(id))); // it is so already
        QCOMPARE(desk.steps(), steps + 1);
        QVERIFY(desk.notes.undo().ok());
        QCOMPARE(*desk.shelf->highlight(id), before);
    }

    void anUndoneState_isKept_andTheFirstIsThePresentOne()
    {
        Desk desk;
        const HighlightId id = desk.mark(desk.papers[0], u"some words"_s);
        QVERIFY(desk.at(1).notes.setComment(id, u"thought better of"_s));
        QVERIFY(desk.notes.undo().ok());
        QList<HighlightVersion> versions = desk.shelf->highlightVersions(id);
        QCOMPARE(versions.size(), 2);
        QCOMPARE(versions[0].highlight.comment, QString());
        QVERIFY(!versions[0].undone && versions[1].undone);
        QCOMPARE(versions[1].highlight.comment, u"thought better of"_s);
        QVERIFY(desk.at(2).notes.restoreHighlight(versions[1].highlight));
        QCOMPARE(desk.shelf->highlight(id)->comment, u"thought better of"_s);
        QVERIFY(!desk.notes.redo().ok()); // what was undone was given up
        QVERIFY(desk.notes.undo().ok());
        QCOMPARE(desk.shelf->highlight(id)->comment, QString());
    }

    void aRemovedOne_comesBackWithItsTies()
    {
        Desk desk;
        const HighlightId id = desk.mark(desk.papers[0], u"some words"_s, u"result"_s, u"so it is"_s);
        const PointId point = desk.point(desk.papers[0], u"a point"_s), untied = desk.point(desk.papers[0], u"other"_s);
        QVERIFY(desk.notes.tie(point, id) && desk.notes.tie(untied, id) && desk.notes.untie(untied, id));
        const Highlight before = *desk.shelf->highlight(id);
        QVERIFY(desk.shelf->removedHighlights(desk.papers[0]).isEmpty());
        QVERIFY(desk.at(1).notes.removeHighlight(id));
        const HighlightId other = desk.at(2).mark(desk.papers[0], u"removed later"_s);
        QVERIFY(desk.at(3).notes.removeHighlight(other));
        const QList<HighlightVersion> removed = desk.shelf->removedHighlights(desk.papers[0]);
        QCOMPARE(removed.size(), 2);
        QCOMPARE(removed[0].highlight.quote, u"removed later"_s);
        QCOMPARE(removed[1].highlight, before);
        QVERIFY(removed[1].removed);
        QCOMPARE(removed[1].at.toMSecsSinceEpoch(), tests::noon + 3'600'000);
        QVERIFY(desk.shelf->removedHighlights(desk.papers[1]).isEmpty());
        QCOMPARE(desk.shelf->highlightVersions(id).size(), 2);
        QVERIFY(desk.shelf->highlightVersions(id).first().removed);
        const qsizetype steps = desk.steps();
        QVERIFY(desk.notes.restoreHighlight(removed[1].highlight));
        QCOMPARE(desk.steps(), steps + 1);
        QCOMPARE(*desk.shelf->highlight(id), before);
        QCOMPARE(desk.shelf->point(point)->evidence, QList{id});
        QVERIFY(desk.shelf->point(untied)->evidence.isEmpty());
        QVERIFY(desk.notes.undo().ok());
        QVERIFY(!desk.shelf->highlight(id));
        QVERIFY(desk.shelf->point(point)->evidence.isEmpty());
        QVERIFY(desk.notes.removePoint(point));
        QVERIFY(desk.notes.restoreHighlight(before)); // without its point
        QCOMPARE(*desk.shelf->highlight(id), before);
    }

    void oneWhoseMakingWasUndone_canBeBroughtBack()
    {
        Desk desk;
        const HighlightId id = desk.mark(desk.papers[0], u"some words"_s);
        QVERIFY(desk.notes.undo().ok());
        const QList<HighlightVersion> versions = desk.shelf->highlightVersions(id);
        QVERIFY(versions.first().removed && versions.at(1).undone);
        QVERIFY(desk.notes.restoreHighlight(desk.shelf->removedHighlights(desk.papers[0]).first().highlight));
        QCOMPARE(desk.shelf->highlight(id)->quote, u"some words"_s);
    }

    void aKindThatIsGone_isNotBroughtBack()
    {
        Desk desk;
        const HighlightId id = desk.mark(desk.papers[0], u"some words"_s, u"doubt"_s);
        QVERIFY(desk.notes.setKind(id, u"limit"_s));
        QVERIFY(desk.notes.setComment(id, u"later"_s));
        const Highlight first = desk.shelf->highlightVersions(id).last().highlight;
        QCOMPARE(first.kind, u"doubt"_s);
        QVERIFY(desk.notes.removeKind(u"doubt"_s));
        QVERIFY(desk.notes.restoreHighlight(first));
        QCOMPARE(desk.shelf->highlight(id)->kind, u"limit"_s);
        QCOMPARE(desk.shelf->highlight(id)->comment, QString());
        QVERIFY(desk.notes.removeHighlight(id));
        QVERIFY(desk.notes.restoreHighlight(first));
        QCOMPARE(desk.shelf->highlight(id)->kind, u"problem"_s);
    }

    void amongManySteps_theRightOnesAreFound()
    {
        Desk desk;
        QList<HighlightId> ids;
        for (int i = 0; i < 60; ++i) {
            desk.at(i * 24);
            ids << desk.mark(desk.papers[i % 3], u"passage %1"_s.arg(i));
            QVERIFY(desk.notes.setComment(ids[i / 2], u"comment %1"_s.arg(i)));
        }
        for (int i : {0, 29, 59})
            QCOMPARE(desk.shelf->highlightVersions(ids[i]).last().highlight.quote, u"passage %1"_s.arg(i));
        QCOMPARE(desk.shelf->highlightVersions(ids[29]).size(), 3);
        QCOMPARE(desk.shelf->highlightVersions(ids[59]).size(), 1);
    }
};

YAODIAN_TEST_GUILESS(NotesVersions)

} // namespace notes_versions

#include "notes_versions.moc"
