#include "rows.h"
#include "shelf.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>

namespace library_undo {

using namespace yaodian;
using namespace yaodian::tests;

/// Whatever a reader does, in whatever order: undo goes back the whole way, step by step, and redo forward again.
class LibraryUndo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyActs_areUndoneToWhatWasThere_data();
    void anyActs_areUndoneToWhatWasThere();
    void anyActs_areUndoneAfterARestart();
    void undoThenAnotherAct_forgetsWhatWasUndone();
    void stepsFromBeforeTagsAndStyles_areUndoneAndRedone();
    void styleAndPicture_areKeptWithTheHighlightAndComeBackByUndo();
    void failedAct_leavesNoTrace();
    void everyRefusalOfAnAct_isOneSentence();
    void actOnAnAlias_goesToThePaperThatStandsForIt();
};

/// Does random things to a library; remembers what the notes said before and after each step of the journal.
class Reader
{
public:
    Reader(Shelf &shelf, quint32 seed) : m_shelf(shelf), m_random(seed)
    {
        QList<digest::Entry> entries;
        for (int i = 1; i <= 4; ++i) {
            entries += entry(QStringLiteral("Of arXiv %1").arg(i), arxiv(i));
            entries +=
                entry(QStringLiteral("With a DOI %1").arg(i), QStringLiteral("https://doi.org/10.1000/xyz%1").arg(i));
        }
        store(shelf, issue(QStringLiteral("one"), entries));
        for (const EntryId &id : shelf->entryIds({}))
            m_papers += paperOf(shelf, id);
        m_states += dump();
    }

    [[nodiscard]] QByteArray dump() const
    {
        return dumpNotes(m_shelf.path() + QStringLiteral("/notes.sqlite")) + "papers of entries: " + papersOfEntries();
    }
    /// One more step of the journal, or none where the act changed nothing.
    void step()
    {
        const qsizetype before = m_shelf->journal(10'000).size();
        m_shelf.clock.advance(1000);
        doSomething();
        const qsizetype after = m_shelf->journal(10'000).size();
        if (after != before)
            m_states += dump();
        if (after > before + 1)
            qFatal("one act made several steps");
    }
    void undoAll() const
    {
        for (qsizetype at = m_states.size() - 2; at >= 0; --at) {
            const auto undone = m_shelf->undo();
            if (!undone)
                qFatal("%s", qUtf8Printable(undone.error().message));
            compare(at, "undo of " + undone->act.toUtf8());
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY(!m_shelf->undo().ok());
    }
    void redoAll() const
    {
        for (qsizetype at = 1; at < m_states.size(); ++at) {
            const auto redone = m_shelf->redo();
            if (!redone)
                qFatal("%s", qUtf8Printable(redone.error().message));
            compare(at, "redo of " + redone->act.toUtf8());
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY(!m_shelf->redo().ok());
    }
    [[nodiscard]] qsizetype steps() const { return m_states.size() - 1; }
    [[nodiscard]] int merges() const { return m_merges; }

private:
    [[nodiscard]] QByteArray papersOfEntries() const
    {
        QByteArray out;
        for (const ListRow &row : m_shelf->rows(m_shelf->entryIds({})))
            out += row.paper.toString().toUtf8() + ' ';
        return out;
    }
    void compare(qsizetype at, const QByteArray &what) const
    {
        const QList<QByteArray> expected = m_states[at].split('\n');
        const QList<QByteArray> now = dump().split('\n');
        for (const QByteArray &line : now)
            QVERIFY2(expected.contains(line), (what + ": too much: " + line).constData());
        for (const QByteArray &line : expected)
            QVERIFY2(now.contains(line), (what + ": missing: " + line).constData());
        QCOMPARE(now, expected);
    }
    int upTo(qsizetype most) { return int(m_random.bounded(quint32(most))); }
    template <class List> auto any(const List &list) { return list[upTo(list.size())]; }

    void doSomething()
    {
        const PaperId paper = any(m_papers);
        const QString word = QStringLiteral("word %1").arg(upTo(20));
        switch (upTo(11)) {
        case 0:
            return change("state", [&](Acts &acts) {
                PaperState state;
                state.read = upTo(2);
                state.starred = upTo(2);
                state.later = upTo(2);
                state.verdict = Verdict(upTo(4));
                state.tags = upTo(2) ? QStringList{word} : QStringList();
                return acts.putState(paper, state);
            });
        case 1:
        case 2:
            return mark(paper, word);
        case 3:
            return change("highlight.remove", [&](Acts &acts) { return acts.removeHighlight(anyHighlight()); });
        case 4:
            return writePoint(paper, word);
        case 5:
            return change("point.remove", [&](Acts &acts) { return acts.removePoint(anyPoint(paper)); });
        case 6:
            return change("tie", [&](Acts &acts) { return acts.tie(anyPoint(paper), anyHighlight()); });
        case 7:
            return change("untie", [&](Acts &acts) { return acts.untie(anyPoint(paper), anyHighlight()); });
        case 8:
            return change("note", [&](Acts &acts) { return acts.putNote(paper, upTo(4) ? word : QString()); });
        case 9:
            return rare(paper, word);
        default:
            return merge();
        }
    }
    void change(const char *name, const std::function<Result<void>(Acts &)> &work)
    {
        (void)m_shelf->act(QLatin1String(name), QStringLiteral("do"), work).ok(); // refusals change nothing
    }
    void mark(PaperId paper, const QString &word)
    {
        Highlight made = highlight(m_shelf, paper, word);
        if (!m_marks.isEmpty() && upTo(3) == 0)
            made.id = any(m_marks); // an edit, or one that was removed comes back
        else
            m_marks += made.id;
        made.comment = upTo(2) ? word : QString();
        made.kind = any(m_shelf->kinds()).key;
        change("highlight", [&](Acts &acts) { return acts.putHighlight(made); });
    }
    void writePoint(PaperId paper, const QString &word)
    {
        Point point;
        const QList<Point> there = m_shelf->points(paper);
        if (!there.isEmpty() && upTo(2))
            point = any(there);
        else
            point.id = m_shelf.ids.make<PointTag>();
        point.paper = paper;
        point.text = word;
        point.rank = upTo(100) / 8.0;
        change("point", [&](Acts &acts) { return acts.putPoint(point); });
    }
    void rare(PaperId paper, const QString &word)
    {
        if (upTo(2)) {
            Kind kind = any(m_shelf->kinds());
            kind.nameZh = word;
            return change("kind", [&](Acts &acts) { return acts.putKind(kind); });
        }
        Session session;
        session.id = m_session;
        session.started = m_shelf.clock.now();
        session.queue = {paper, any(m_papers)};
        session.position = upTo(2);
        change("session", [&](Acts &acts) { return acts.putSession(session); });
    }
    /// Learns that a paper of arXiv is one with a DOI.
    void merge()
    {
        using Scheme = digest::Identifier::Scheme;
        const PaperId paper = any(m_papers);
        const auto known = m_shelf->paper(any(m_papers));
        QList<digest::Identifier> dois;
        for (const digest::Identifier &identifier : known->identifiers)
            if (identifier.scheme == Scheme::Doi)
                dois += identifier;
        const auto mine = m_shelf->paper(paper);
        const bool hasOne = std::any_of(mine->identifiers.begin(), mine->identifiers.end(),
                                        [](const digest::Identifier &i) { return i.scheme == Scheme::Doi; });
        if (dois.isEmpty() || hasOne)
            return;
        if (!m_shelf->learn(paper, dois).ok())
            qFatal("not learned");
        ++m_merges;
    }
    HighlightId anyHighlight() { return m_marks.isEmpty() ? HighlightId(QUuid::createUuid()) : any(m_marks); }
    PointId anyPoint(PaperId paper)
    {
        const QList<Point> there = m_shelf->points(paper);
        return there.isEmpty() ? PointId(QUuid::createUuid()) : any(there).id;
    }

    Shelf &m_shelf;
    QRandomGenerator m_random;
    QList<PaperId> m_papers;
    QList<HighlightId> m_marks;
    SessionId m_session{QUuid::createUuid()};
    QList<QByteArray> m_states;
    int m_merges = 0;
};

void LibraryUndo::anyActs_areUndoneToWhatWasThere_data()
{
    QTest::addColumn<quint32>("seed");
    for (const quint32 seed : {1U, 7U, 42U, 2026U})
        QTest::addRow("%u", seed) << seed;
}

void LibraryUndo::anyActs_areUndoneToWhatWasThere()
{
    QFETCH(quint32, seed);
    Shelf shelf;
    Reader reader(shelf, seed);
    for (int i = 0; i < 90; ++i)
        reader.step();
    QVERIFY2(reader.steps() > 30, qPrintable(QString::number(reader.steps())));
    QVERIFY2(reader.merges() > 0, "papers were merged among the rest");
    QCOMPARE(shelf->check()->join(u'|'), QString());
    reader.undoAll();
    QCOMPARE(shelf->check()->join(u'|'), QString());
    reader.redoAll();
    QCOMPARE(shelf->check()->join(u'|'), QString());
    reader.undoAll();
}

void LibraryUndo::anyActs_areUndoneAfterARestart()
{
    Shelf shelf;
    Reader reader(shelf, 11);
    for (int i = 0; i < 40; ++i)
        reader.step();
    shelf.reopen();
    reader.undoAll();
    shelf.reopen();
    reader.redoAll();
    QCOMPARE(shelf->check()->join(u'|'), QString());
}

void LibraryUndo::undoThenAnotherAct_forgetsWhatWasUndone()
{
    Shelf shelf;
    const PaperId paper = paperOf(shelf, storeTwo(shelf).entries[0]);
    const auto note = [&](const char *text) {
        act(
            shelf, [&](Acts &acts) { return acts.putNote(paper, QLatin1String(text)); }, QLatin1String(text));
    };
    note("a");
    note("b");
    note("c");
    QVERIFY(shelf->undo().ok());
    QVERIFY(shelf->undo().ok());
    note("d");
    QVERIFY(!shelf->redo().ok());
    QCOMPARE(shelf->undo()->act, QStringLiteral("d"));
    QCOMPARE(shelf->note(paper).text, QStringLiteral("a"));
    QCOMPARE(shelf->undo()->act, QStringLiteral("a"));
    QVERIFY(!shelf->undo().ok());
    QCOMPARE(shelf->redo()->act, QStringLiteral("a"));
    QCOMPARE(shelf->redo()->act, QStringLiteral("d"));
    QVERIFY(!shelf->redo().ok());
}

void LibraryUndo::stepsFromBeforeTagsAndStyles_areUndoneAndRedone()
{
    Shelf shelf;
    const PaperId paper = paperOf(shelf, storeTwo(shelf).entries[0]);
    Highlight mark = highlight(shelf, paper);
    addHighlight(shelf, mark);
    mark.comment = QStringLiteral("why?");
    addHighlight(shelf, mark);
    shelf.library.reset();
    const QString file = shelf.path() + QStringLiteral("/notes.sqlite");
    tamper(file, "UPDATE operations SET changes = replace(changes, '\"tags\":\"\",', '')");
    tamper(file, "UPDATE operations SET changes = replace(changes, '\"style\":0,', '')");
    tamper(file, "UPDATE operations SET changes = replace(changes, '\"image\":\"\",', '')");
    for (const char *column : {"tags", "style", "image"}) // fails where one is left
        tamper(file, QByteArray("UPDATE operations SET changes = 1 / 0 WHERE changes LIKE '%\"")
                         .append(column)
                         .append("\"%'")
                         .constData());
    shelf.reopen();
    for (int i = 0; i < 2; ++i) {
        QVERIFY(shelf->undo().ok());
        QCOMPARE(shelf->highlight(mark.id)->comment, QString());
        QVERIFY(shelf->undo().ok());
        QVERIFY(!shelf->highlight(mark.id));
        QVERIFY(shelf->redo().ok());
        QVERIFY(shelf->redo().ok());
        QCOMPARE(*shelf->highlight(mark.id), mark);
    }
}

void LibraryUndo::styleAndPicture_areKeptWithTheHighlightAndComeBackByUndo()
{
    Shelf shelf;
    const PaperId paper = paperOf(shelf, storeTwo(shelf).entries[0]);
    Highlight mark = highlight(shelf, paper);
    mark.style = Highlight::Style::Area;
    mark.image = QString(64, QLatin1Char('a'));
    addHighlight(shelf, mark);
    Highlight other = mark;
    other.style = Highlight::Style::Underline;
    other.image.clear();
    addHighlight(shelf, other);
    shelf.library.reset();
    shelf.reopen();
    QCOMPARE(*shelf->highlight(mark.id), other);
    QVERIFY(shelf->undo().ok());
    QCOMPARE(shelf->highlights(paper), QList{mark});
    QVERIFY(shelf->redo().ok());
    QCOMPARE(*shelf->highlight(mark.id), other);
    // A style that only a newer version knows is drawn as text is; the words are there either way.
    tamper(shelf.path() + QStringLiteral("/notes.sqlite"), "UPDATE highlights SET style = 9");
    shelf.reopen();
    QCOMPARE(shelf->highlight(mark.id)->style, Highlight::Style::Text);
}

void LibraryUndo::failedAct_leavesNoTrace()
{
    Shelf shelf;
    const PaperId paper = paperOf(shelf, storeTwo(shelf).entries[0]);
    const QString notes = shelf.path() + QStringLiteral("/notes.sqlite");
    const QByteArray before = dumpNotes(notes);
    QSignalSpy changed(shelf.library.get(), &Library::changed);
    const auto done = shelf->act(QStringLiteral("half"), QStringLiteral("half"), [&](Acts &acts) -> Result<void> {
        if (auto put = acts.putNote(paper, QStringLiteral("half")); !put)
            return put;
        if (auto put = acts.putHighlight(highlight(shelf, paper)); !put)
            return put;
        return Error::world(QStringLiteral("Second thoughts."));
    });
    QVERIFY(!done.ok());
    QCOMPARE(done.error().message, QStringLiteral("Second thoughts."));
    QCOMPARE(dumpNotes(notes), before);
    QCOMPARE(changed.size(), 0);
    QVERIFY(shelf->journal().isEmpty());
    QVERIFY(shelf->search(QStringLiteral("half"))->isEmpty());
}

void LibraryUndo::everyRefusalOfAnAct_isOneSentence()
{
    Shelf shelf;
    const auto stored = storeTwo(shelf);
    const PaperId one = paperOf(shelf, stored.entries[0]);
    const PaperId two = paperOf(shelf, stored.entries[1]);
    const Highlight mark = highlight(shelf, one);
    addHighlight(shelf, mark);
    const PointId nobody(QUuid::createUuid());
    const HighlightId nothing(QUuid::createUuid());
    const PointId said = shelf->points(two).first().id;
    const qsizetype steps = shelf->journal().size();
    const QList<std::function<Result<void>(Acts &)>> refused{
        [&](Acts &acts) { return acts.removeHighlight(nothing); },
        [&](Acts &acts) { return acts.removePoint(nobody); },
        [&](Acts &acts) { return acts.removePoint(said); }, // the digest's own
        [&](Acts &acts) { return acts.tie(said, nothing); },
        [&](Acts &acts) { return acts.tie(nobody, mark.id); },
        [&](Acts &acts) { return acts.tie(said, mark.id); }, // of another paper
    };
    QSet<QString> sentences;
    for (const auto &work : refused) {
        const auto done = shelf->act(QStringLiteral("refused"), {}, work);
        QVERIFY(!done.ok());
        QVERIFY2(done.error().message.endsWith(u'.'), qUtf8Printable(done.error().message));
        sentences += done.error().message;
    }
    QCOMPARE(sentences.size(), 5);
    QCOMPARE(shelf->journal().size(), steps);
    // What changes nothing is no step, and no refusal either.
    for (const auto &work : QList<std::function<Result<void>(Acts &)>>{
             [&](Acts &acts) { return acts.untie(said, mark.id); }, [&](Acts &acts) { return acts.putHighlight(mark); },
             [&](Acts &acts) { return acts.putNote(one, {}); }, [&](Acts &acts) { return acts.putState(one, {}); },
             [&](Acts &acts) { return acts.putKind(shelf->kinds().first()); }}) {
        const auto done = shelf->act(QStringLiteral("nothing"), {}, work);
        QVERIFY(done.ok() && done->isNull());
    }
    QCOMPARE(shelf->journal().size(), steps);
}

void LibraryUndo::actOnAnAlias_goesToThePaperThatStandsForIt()
{
    Shelf shelf;
    const auto stored =
        store(shelf, issue(QStringLiteral("one"),
                           {entry(QStringLiteral("A"), arxiv(1)),
                            entry(QStringLiteral("B"), QStringLiteral("https://doi.org/10.1000/xyz7"))}));
    const PaperId kept = paperOf(shelf, stored.entries[0]);
    const PaperId gone = paperOf(shelf, stored.entries[1]);
    QCOMPARE(*shelf->learn(kept, shelf->paper(gone)->identifiers), kept);
    act(shelf, [&](Acts &acts) { return acts.putNote(gone, QStringLiteral("to the old name")); });
    addHighlight(shelf, highlight(shelf, gone));
    QCOMPARE(shelf->note(kept).text, QStringLiteral("to the old name"));
    QCOMPARE(shelf->note(gone).text, QStringLiteral("to the old name"));
    QCOMPARE(shelf->highlights(gone).first().paper, kept);
    QCOMPARE(shelf->paper(gone)->id, kept);
    QCOMPARE(shelf->mentions(gone).size(), 2);
    QCOMPARE(shelf->state(gone), shelf->state(kept));
    using What = Library::Named::What;
    QCOMPARE(shelf->named(gone.toString(), {What::Paper}).id, kept.uuid()); // for ever
    shelf.reopen();
    QCOMPARE(shelf->named(gone.toString(), {What::Paper}).id, kept.uuid());
}

YAODIAN_TEST_GUILESS(LibraryUndo)

} // namespace library_undo

#include "library_undo.moc"
