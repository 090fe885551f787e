#include "shelf.h"
#include "tests/support/testmain.h"

namespace library_journal {

using namespace yaodian;
using namespace yaodian::tests;

class LibraryJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void actThatChangesNothing_makesNoStep();
    void actThatFails_changesNothing();
    void undoAndRedo_workAfterReopening();
    void undoOfNothing_saysSo();
    void newAct_givesUpWhatWasUndone();
    void typing_isOneStepForAMinute();
    void typingTakenBack_leavesNoStep();
    void typingAfterUndo_isAStepOfItsOwn();
    void severalRows_areOneStep();
    void removedHighlight_comesBackWithItsTies();
    void session_isUndoneWhole();
    void kind_isEditedAndUndone();
    void changed_namesThePapers();
    void journal_listsNewestFirst();
};

PaperState starred()
{
    PaperState state;
    state.starred = true;
    state.tags = {QStringLiteral("to cite"), QStringLiteral("组会")};
    return state;
}

auto putNote(PaperId paper, const QString &text)
{
    return [=](Acts &acts) { return acts.putNote(paper, text); };
}

void LibraryJournal::actThatChangesNothing_makesNoStep()
{
    Shelf shelf;
    const PaperId paper = paperOf(shelf, storeTwo(shelf).entries[0]);
    QSignalSpy changed(shelf.library.get(), &Library::changed);
    QVERIFY(act(shelf, [&](Acts &acts) { return acts.putState(paper, {}); }).isNull());
    QVERIFY(act(shelf, putNote(paper, {})).isNull());
    QVERIFY(!act(shelf, [&](Acts &acts) { return acts.putState(paper, starred()); }).isNull());
    QVERIFY(act(shelf, [&](Acts &acts) { return acts.putState(paper, starred()); }).isNull());
    QVERIFY(act(shelf, [&](Acts &acts) {
                const auto away = acts.putState(paper, {});
                return away ? acts.putState(paper, starred()) : away;
            }).isNull());
    QCOMPARE(shelf->journal().size(), 1);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(shelf->state(paper), starred());
}

void LibraryJournal::actThatFails_changesNothing()
{
    Shelf shelf;
    const PaperId paper = paperOf(shelf, storeTwo(shelf).entries[0]);
    const auto done = shelf->act(QStringLiteral("x"), QStringLiteral("x"), [&](Acts &acts) -> Result<void> {
        if (auto put = acts.putState(paper, starred()); !put)
            return put;
        return Error::world(QStringLiteral("No."));
    });
    QVERIFY(!done.ok());
    QCOMPARE(done.error().message, QStringLiteral("No."));
    QCOMPARE(shelf->state(paper), PaperState{});
    QCOMPARE(shelf->journal().size(), 0);
}

void LibraryJournal::undoAndRedo_workAfterReopening()
{
    Shelf shelf;
    const PaperId paper = paperOf(shelf, storeTwo(shelf).entries[0]);
    act(
        shelf, [&](Acts &acts) { return acts.putState(paper, starred()); }, QStringLiteral("paper.star"));
    act(shelf, putNote(paper, QStringLiteral("one")), QStringLiteral("note.edit"));
    shelf.reopen();
    QCOMPARE(shelf->undo()->act, QStringLiteral("note.edit"));
    QCOMPARE(shelf->note(paper).text, QString());
    QCOMPARE(shelf->state(paper), starred());
    shelf.reopen();
    QCOMPARE(shelf->undo()->label, QStringLiteral("do paper.star"));
    QCOMPARE(shelf->state(paper), PaperState{});
    shelf.reopen();
    QCOMPARE(shelf->redo()->act, QStringLiteral("paper.star"));
    QCOMPARE(shelf->redo()->act, QStringLiteral("note.edit"));
    QCOMPARE(shelf->state(paper), starred());
    QCOMPARE(shelf->note(paper).text, QStringLiteral("one"));
    QCOMPARE(shelf->check()->join(QLatin1Char('|')), QString());
}

void LibraryJournal::undoOfNothing_saysSo()
{
    Shelf shelf;
    QVERIFY(!shelf->undo().ok());
    QVERIFY(!shelf->undo().error().message.isEmpty());
    QVERIFY(!shelf->redo().ok());
}

void LibraryJournal::newAct_givesUpWhatWasUndone()
{
    Shelf shelf;
    const PaperId paper = paperOf(shelf, storeTwo(shelf).entries[0]);
    act(shelf, putNote(paper, QStringLiteral("one")));
    QVERIFY(shelf->undo().ok());
    act(shelf, putNote(paper, QStringLiteral("two")));
    QVERIFY(!shelf->redo().ok());
    QCOMPARE(shelf->note(paper).text, QStringLiteral("two"));
    QVERIFY(shelf->undo().ok());
    QVERIFY(!shelf->undo().ok());
}

void LibraryJournal::typing_isOneStepForAMinute()
{
    Shelf shelf;
    const PaperId paper = paperOf(shelf, storeTwo(shelf).entries[0]);
    const QString act1 = QStringLiteral("note.edit");
    const QString subject = paper.toString();
    const OperationId first = act(shelf, putNote(paper, QStringLiteral("a")), act1, subject);
    shelf.clock.advance(59'000);
    QCOMPARE(act(shelf, putNote(paper, QStringLiteral("ab")), act1, subject), first);
    shelf.clock.advance(2'000);
    QVERIFY(act(shelf, putNote(paper, QStringLiteral("abc")), act1, subject) != first);
    QCOMPARE(shelf->journal().size(), 2);
    QVERIFY(shelf->undo().ok());
    QCOMPARE(shelf->note(paper).text, QStringLiteral("ab"));
    QVERIFY(shelf->undo().ok());
    QCOMPARE(shelf->note(paper).text, QString());
    QVERIFY(shelf->redo().ok());
    QCOMPARE(shelf->note(paper).text, QStringLiteral("ab"));
}

void LibraryJournal::typingTakenBack_leavesNoStep()
{
    Shelf shelf;
    const PaperId paper = paperOf(shelf, storeTwo(shelf).entries[0]);
    const auto put = [&](bool on) {
        PaperState state;
        state.later = on;
        act(
            shelf, [&, state](Acts &acts) { return acts.putState(paper, state); }, QStringLiteral("later"),
            QStringLiteral("s"));
    };
    put(false);
    PaperState first;
    first.read = true;
    act(shelf, [&](Acts &acts) { return acts.putState(paper, first); });
    first.later = true;
    act(
        shelf, [&](Acts &acts) { return acts.putState(paper, first); }, QStringLiteral("later"), QStringLiteral("s"));
    first.later = false;
    act(
        shelf, [&](Acts &acts) { return acts.putState(paper, first); }, QStringLiteral("later"), QStringLiteral("s"));
    QCOMPARE(shelf->journal().size(), 1);
    QVERIFY(shelf->state(paper).read);
    QVERIFY(!shelf->state(paper).later);
}

void LibraryJournal::typingAfterUndo_isAStepOfItsOwn()
{
    Shelf shelf;
    const PaperId paper = paperOf(shelf, storeTwo(shelf).entries[0]);
    const QString name = QStringLiteral("note.edit");
    act(shelf, putNote(paper, QStringLiteral("a")), name, QStringLiteral("s"));
    shelf.clock.advance(61'000);
    act(shelf, putNote(paper, QStringLiteral("ab")), name, QStringLiteral("s"));
    QVERIFY(shelf->undo().ok());
    act(shelf, putNote(paper, QStringLiteral("ax")), name, QStringLiteral("s"));
    QVERIFY(!shelf->redo().ok());
    QCOMPARE(shelf->journal().size(), 2);
    QVERIFY(shelf->undo().ok());
    QCOMPARE(shelf->note(paper).text, QStringLiteral("a"));
}

void LibraryJournal::severalRows_areOneStep()
{
    Shelf shelf;
    const StoredIssue stored = storeTwo(shelf);
    const PaperId one = paperOf(shelf, stored.entries[0]);
    const PaperId two = paperOf(shelf, stored.entries[1]);
    act(shelf, [&](Acts &acts) {
        for (const PaperId &paper : {one, two}) {
            if (auto put = acts.putState(paper, starred()); !put)
                return put;
        }
        return acts.putNote(two, QStringLiteral("note"));
    });
    QCOMPARE(shelf->journal().size(), 1);
    QVERIFY(shelf->undo().ok());
    QCOMPARE(shelf->state(one), PaperState{});
    QCOMPARE(shelf->state(two), PaperState{});
    QCOMPARE(shelf->note(two).text, QString());
}

void LibraryJournal::removedHighlight_comesBackWithItsTies()
{
    Shelf shelf;
    const PaperId paper = paperOf(shelf, storeTwo(shelf).entries[0]);
    const Highlight mark = highlight(shelf, paper);
    addHighlight(shelf, mark);
    const PointId point = shelf->points(paper).first().id;
    act(shelf, [&](Acts &acts) { return acts.tie(point, mark.id); });
    QCOMPARE(shelf->points(paper).first().evidence, QList<HighlightId>{mark.id});
    act(shelf, [&](Acts &acts) { return acts.removeHighlight(mark.id); });
    QVERIFY(!shelf->highlight(mark.id));
    QVERIFY(shelf->points(paper).first().evidence.isEmpty());
    QVERIFY(shelf->undo().ok());
    QCOMPARE(*shelf->highlight(mark.id), mark);
    QCOMPARE(shelf->points(paper).first().evidence, QList<HighlightId>{mark.id});
    QVERIFY(shelf->undo().ok());
    QVERIFY(shelf->undo().ok());
    QVERIFY(shelf->highlights(paper).isEmpty());
    QVERIFY(shelf->redo().ok());
    QCOMPARE(shelf->highlights(paper), QList<Highlight>{mark});
}

void LibraryJournal::session_isUndoneWhole()
{
    Shelf shelf;
    const StoredIssue stored = storeTwo(shelf);
    Session session;
    session.id = shelf.ids.make<SessionTag>();
    session.started = shelf.clock.now();
    session.queue = {paperOf(shelf, stored.entries[0]), paperOf(shelf, stored.entries[1])};
    act(shelf, [&](Acts &acts) { return acts.putSession(session); });
    session.done = {session.queue.first()};
    session.position = 1;
    session.ended = shelf.clock.now();
    act(shelf, [&](Acts &acts) { return acts.putSession(session); });
    QVERIFY(!shelf->openSession());
    QCOMPARE(shelf->sessions().first().done, session.done);
    QVERIFY(shelf->undo().ok());
    QVERIFY(shelf->openSession());
    QCOMPARE(shelf->openSession()->queue, session.queue);
    QCOMPARE(shelf->openSession()->position, 0);
    QVERIFY(shelf->undo().ok());
    QVERIFY(shelf->sessions().isEmpty());
}

void LibraryJournal::kind_isEditedAndUndone()
{
    Shelf shelf;
    QCOMPARE(shelf->kinds().size(), 7);
    Kind kind = shelf->kinds().at(1);
    QCOMPARE(kind.key, QStringLiteral("method"));
    QCOMPARE(kind.nameZh, QStringLiteral("方法"));
    kind.nameZh = QStringLiteral("做法");
    act(shelf, [&](Acts &acts) { return acts.putKind(kind); });
    act(shelf, [&](Acts &acts) { return acts.putKind({QStringLiteral("data"), QStringLiteral("a"), {}, {}, {}, {}}); });
    QCOMPARE(shelf->kinds().at(1).nameZh, QStringLiteral("做法"));
    QCOMPARE(shelf->kinds().last().key, QStringLiteral("data"));
    QVERIFY(shelf->undo().ok());
    QVERIFY(shelf->undo().ok());
    QCOMPARE(shelf->kinds().size(), 7);
    QCOMPARE(shelf->kinds().at(1).nameZh, QStringLiteral("方法"));
}

void LibraryJournal::changed_namesThePapers()
{
    Shelf shelf;
    const PaperId paper = paperOf(shelf, storeTwo(shelf).entries[0]);
    QList<Change> seen;
    connect(shelf.library.get(), &Library::changed, this, [&](const Change &change) { seen += change; });
    act(shelf, [&](Acts &acts) { return acts.putState(paper, starred()); });
    QCOMPARE(seen.size(), 1);
    QCOMPARE(seen.last().papers, QList<PaperId>{paper});
    QVERIFY(!seen.last().issues && !seen.last().everything);
    QVERIFY(shelf->undo().ok());
    QCOMPARE(seen.last().papers, QList<PaperId>{paper});
}

void LibraryJournal::journal_listsNewestFirst()
{
    Shelf shelf;
    const PaperId paper = paperOf(shelf, storeTwo(shelf).entries[0]);
    for (const char *name : {"first", "second", "third"})
        act(shelf, putNote(paper, QLatin1String(name)), QLatin1String(name));
    const QList<Operation> steps = shelf->journal(2);
    QCOMPARE(steps.size(), 2);
    QCOMPARE(steps[0].act, QStringLiteral("third"));
    QCOMPARE(steps[1].act, QStringLiteral("second"));
    QCOMPARE(steps[0].at.toMSecsSinceEpoch(), noon);
}

YAODIAN_TEST_GUILESS(LibraryJournal)

} // namespace library_journal

#include "library_journal.moc"
