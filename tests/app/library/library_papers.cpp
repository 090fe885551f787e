#include "shelf.h"
#include "tests/support/testmain.h"

namespace library_papers {

using namespace yaodian;
using namespace yaodian::tests;
using digest::Identifier;
using Scheme = Identifier::Scheme;

class LibraryPapers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void threeMentions_areOnePaper();
    void laterMention_neverMakesAPaperUnread();
    void titleAndAuthor_findThePaperThatHasAnIdentifier();
    void titleWithAnotherArxivNumber_isAnotherPaper();
    void equalLink_isTheSamePaper();
    void entryWithoutAnything_isAPaperOfItsOwn();
    void learnedIdentifier_mergesAndKeepsEverything();
    void mergeIsUndone_andRedone();
    void mergeAfterReopening_isStillFollowed();
    void anotherDoi_isNoReasonToMerge();
    void conflictingIdentifiers_areNeverMerged();
    void laterEntry_fillsInWhatWasMissing();
    void paperIds_areTheSameOnEveryMachine();
};

Identifier doi(const QString &value)
{
    return {Scheme::Doi, value, {}};
}

/// One paper by its arXiv number, one by its DOI, both with marks.
struct Two
{
    Shelf shelf;
    PaperId arxivPaper, doiPaper;
    EntryId doiEntry;
    Highlight mark;
    PointId own;

    Two()
    {
        const StoredIssue one =
            store(shelf, issue(QStringLiteral("one"), {entry(QStringLiteral("Words as Pictures"), arxiv(1))}));
        shelf.clock.advance(1000);
        const StoredIssue two =
            store(shelf, issue(QStringLiteral("two"), {entry(QStringLiteral("Words as Pictures, Final"),
                                                             QStringLiteral("https://doi.org/10.1000/xyz1"))}));
        arxivPaper = paperOf(shelf, one.entries[0]);
        doiEntry = two.entries[0];
        doiPaper = paperOf(shelf, doiEntry);
        mark = highlight(shelf, doiPaper);
        addHighlight(shelf, mark);
        own = shelf.ids.make<PointTag>();
        act(shelf, [&](Acts &acts) {
            Point point;
            point.id = own;
            point.paper = doiPaper;
            point.text = QStringLiteral("my own");
            return acts.putPoint(point);
        });
        act(shelf, [&](Acts &acts) { return acts.putNote(doiPaper, QStringLiteral("two")); });
        act(shelf, [&](Acts &acts) { return acts.putNote(arxivPaper, QStringLiteral("one")); });
        PaperState state;
        state.starred = true;
        state.verdict = Verdict::Read;
        state.tags = {QStringLiteral("t")};
        act(shelf, [&](Acts &acts) { return acts.putState(doiPaper, state); });
    }

    void verifyMerged()
    {
        QCOMPARE(shelf->paper(doiPaper)->id, arxivPaper);
        QCOMPARE(shelf->paper(doiPaper)->identifiers.size(), 4); // arXiv, DOI and two titles
        QCOMPARE(paperOf(shelf, doiEntry), arxivPaper);
        QCOMPARE(shelf->mentions(doiPaper).size(), 2);
        QCOMPARE(shelf->highlights(arxivPaper).size(), 1);
        QCOMPARE(shelf->highlight(mark.id)->paper, arxivPaper);
        QCOMPARE(shelf->points(arxivPaper).last().id, own);
        QCOMPARE(shelf->note(doiPaper).text, QStringLiteral("one\n\ntwo"));
        QVERIFY(shelf->state(arxivPaper).starred);
        QCOMPARE(shelf->state(doiPaper).verdict, Verdict::Read);
        QCOMPARE(shelf->check()->join(QLatin1Char('|')), QString());
    }

    void verifyApart()
    {
        QCOMPARE(shelf->paper(doiPaper)->id, doiPaper);
        QCOMPARE(paperOf(shelf, doiEntry), doiPaper);
        QCOMPARE(shelf->highlight(mark.id)->paper, doiPaper);
        QCOMPARE(shelf->note(doiPaper).text, QStringLiteral("two"));
        QCOMPARE(shelf->note(arxivPaper).text, QStringLiteral("one"));
        QVERIFY(!shelf->state(arxivPaper).starred);
        QVERIFY(shelf->state(doiPaper).starred);
        QCOMPARE(shelf->paper(arxivPaper)->identifiers.size(), 2);
        QCOMPARE(shelf->check()->join(QLatin1Char('|')), QString());
    }
};

void LibraryPapers::threeMentions_areOnePaper()
{
    Shelf shelf;
    const digest::Entry one = entry(QStringLiteral("Words as Pictures"), arxiv(1));
    digest::Entry two = one;
    two.url = QStringLiteral("https://arxiv.org/pdf/2302.00001v2");
    digest::Entry three = one;
    three.url.clear();
    const auto a = store(shelf, issue(QStringLiteral("a"), {one}));
    const auto b = store(shelf, issue(QStringLiteral("b"), {two}), feed(QStringLiteral("other")));
    const auto c = store(shelf, issue(QStringLiteral("c"), {three}), feed(QStringLiteral("third")));
    const PaperId paper = paperOf(shelf, a.entries[0]);
    QCOMPARE(paperOf(shelf, b.entries[0]), paper);
    QCOMPARE(paperOf(shelf, c.entries[0]), paper);
    QCOMPARE(shelf->mentions(paper).size(), 3);
    QCOMPARE(shelf->entry(a.entries[0])->row.mentions, 3);
    QCOMPARE(shelf->count({}), 3);
    QCOMPARE(shelf->entry(a.entries[0])->identifiers.first(), QStringLiteral("arxiv:2302.00001"));
}

void LibraryPapers::laterMention_neverMakesAPaperUnread()
{
    Shelf shelf;
    const auto first = storeTwo(shelf);
    PaperState read;
    read.read = true;
    act(shelf, [&](Acts &acts) { return acts.putState(paperOf(shelf, first.entries[0]), read); });
    const auto second = storeTwo(shelf, QStringLiteral("next day"));
    QVERIFY(!shelf->entry(second.entries[0])->row.unread);
    QCOMPARE(shelf->issueRow(second.id)->unread, 1);
    QCOMPARE(shelf->countUnread({}), 2);
}

void LibraryPapers::titleAndAuthor_findThePaperThatHasAnIdentifier()
{
    Shelf shelf;
    const auto bare = store(shelf, issue(QStringLiteral("a"), {entry(QStringLiteral("Words as Pictures"))}));
    const auto linked =
        store(shelf, issue(QStringLiteral("b"), {entry(QStringLiteral("WORDS as  pictures."), arxiv(1))}));
    QCOMPARE(paperOf(shelf, bare.entries[0]), paperOf(shelf, linked.entries[0]));
    QCOMPARE(shelf->paper(paperOf(shelf, bare.entries[0]))->identifiers.first().scheme, Scheme::Arxiv);
}

void LibraryPapers::titleWithAnotherArxivNumber_isAnotherPaper()
{
    Shelf shelf;
    const auto one = store(shelf, issue(QStringLiteral("a"), {entry(QStringLiteral("Technical Report"), arxiv(1))}));
    shelf.clock.advance(1000);
    const auto two = store(shelf, issue(QStringLiteral("b"), {entry(QStringLiteral("Technical Report"), arxiv(2))}));
    const auto bare = store(shelf, issue(QStringLiteral("c"), {entry(QStringLiteral("Technical Report"))}));
    QVERIFY(paperOf(shelf, one.entries[0]) != paperOf(shelf, two.entries[0]));
    QCOMPARE(paperOf(shelf, bare.entries[0]), paperOf(shelf, one.entries[0])); // the older of the two
    QCOMPARE(shelf->check()->join(QLatin1Char('|')), QString());
}

void LibraryPapers::equalLink_isTheSamePaper()
{
    Shelf shelf;
    const QString page = QStringLiteral("https://lab.example/papers/words-as-pictures.html");
    const auto one = store(shelf, issue(QStringLiteral("a"), {entry(QStringLiteral("Words as Pictures"), page)}));
    const auto two = store(shelf, issue(QStringLiteral("b"), {entry(QStringLiteral("图像即文字"), page)}));
    QCOMPARE(paperOf(shelf, one.entries[0]), paperOf(shelf, two.entries[0]));
}

void LibraryPapers::entryWithoutAnything_isAPaperOfItsOwn()
{
    Shelf shelf;
    digest::Entry nothing;
    nothing.body = QStringLiteral("some words");
    const auto stored = store(shelf, issue(QStringLiteral("a"), {nothing, nothing}));
    QCOMPARE(stored.entries.size(), 2);
    QVERIFY(paperOf(shelf, stored.entries[0]) != paperOf(shelf, stored.entries[1]));
    QCOMPARE(store(shelf, issue(QStringLiteral("a"), {nothing, nothing})).outcome, Stored::Unchanged);
}

void LibraryPapers::learnedIdentifier_mergesAndKeepsEverything()
{
    Two two;
    const auto kept = two.shelf->learn(two.arxivPaper, {doi(QStringLiteral("10.1000/xyz1"))});
    QVERIFY(kept.ok());
    QCOMPARE(*kept, two.arxivPaper);
    two.verifyMerged();
    // Whoever still holds the older id acts on the paper that stands for it.
    act(two.shelf, [&](Acts &acts) { return acts.putNote(two.doiPaper, QStringLiteral("three")); });
    QCOMPARE(two.shelf->note(two.arxivPaper).text, QStringLiteral("three"));
}

void LibraryPapers::mergeIsUndone_andRedone()
{
    Two two;
    QVERIFY(two.shelf->learn(two.arxivPaper, {doi(QStringLiteral("10.1000/xyz1"))}).ok());
    QCOMPARE(two.shelf->undo()->act, QStringLiteral("paper.merge"));
    two.verifyApart();
    QVERIFY(two.shelf->redo().ok());
    two.verifyMerged();
}

void LibraryPapers::mergeAfterReopening_isStillFollowed()
{
    Two two;
    QVERIFY(two.shelf->learn(two.arxivPaper, {doi(QStringLiteral("10.1000/xyz1"))}).ok());
    two.shelf.reopen();
    two.verifyMerged();
    QCOMPARE(store(two.shelf, issue(QStringLiteral("again"), {entry(QStringLiteral("Words as Pictures, Final"),
                                                                    QStringLiteral("https://doi.org/10.1000/xyz1"))}))
                 .outcome,
             Stored::New);
    QCOMPARE(two.shelf->mentions(two.arxivPaper).size(), 3);
    QVERIFY(two.shelf->undo().ok());
    two.shelf.reopen();
    two.verifyApart();
}

void LibraryPapers::anotherDoi_isNoReasonToMerge()
{
    Shelf shelf;
    const auto one = store(shelf, issue(QStringLiteral("a"), {entry(QStringLiteral("Words as Pictures"), arxiv(1))}));
    const auto two =
        store(shelf, issue(QStringLiteral("b"),
                           {entry(QStringLiteral("A Later Name"), QStringLiteral("https://doi.org/10.1000/qq1"))}));
    QVERIFY(shelf->learn(paperOf(shelf, one.entries[0]), {doi(QStringLiteral("10.1000/other"))}).ok());
    QVERIFY(paperOf(shelf, one.entries[0]) != paperOf(shelf, two.entries[0])); // its own DOI: no merge
    QVERIFY(shelf->learn(paperOf(shelf, two.entries[0]), {{Scheme::Arxiv, QStringLiteral("2302.00001"), {}}}).ok());
    QVERIFY(paperOf(shelf, one.entries[0]) != paperOf(shelf, two.entries[0])); // two DOIs: still two works
}

void LibraryPapers::conflictingIdentifiers_areNeverMerged()
{
    Shelf shelf;
    const auto stored = storeTwo(shelf);
    const PaperId one = paperOf(shelf, stored.entries[0]);
    const PaperId two = paperOf(shelf, stored.entries[1]);
    QVERIFY(shelf->learn(one, {doi(QStringLiteral("10.1000/a"))}).ok());
    QCOMPARE(*shelf->learn(two, {doi(QStringLiteral("10.1000/a"))}), two);
    QCOMPARE(shelf->paper(one)->id, one);
    QCOMPARE(shelf->paper(two)->id, two);
    QCOMPARE(shelf->check()->join(QLatin1Char('|')), QString());
}

void LibraryPapers::laterEntry_fillsInWhatWasMissing()
{
    Shelf shelf;
    digest::Entry bare = entry(QStringLiteral("Words as Pictures"), arxiv(1));
    bare.titleZh.clear();
    bare.authors.clear();
    const PaperId paper = paperOf(shelf, store(shelf, issue(QStringLiteral("a"), {bare})).entries[0]);
    QVERIFY(shelf->paper(paper)->authors.isEmpty());
    store(shelf, issue(QStringLiteral("b"), {entry(QStringLiteral("Another Spelling"), arxiv(1))}));
    QCOMPARE(shelf->paper(paper)->authors.size(), 2);
    QCOMPARE(shelf->paper(paper)->titleZh, QStringLiteral("题目：Another Spelling"));
    QCOMPARE(shelf->paper(paper)->title, QStringLiteral("Words as Pictures"));
}

void LibraryPapers::paperIds_areTheSameOnEveryMachine()
{
    Shelf here, there;
    there.clock.advance(987'654);
    store(there, issue(QStringLiteral("before"), {entry(QStringLiteral("Something"), arxiv(77))}));
    const auto a = storeTwo(here);
    const auto b = storeTwo(there);
    QCOMPARE(a.id, b.id);
    QCOMPARE(a.entries, b.entries);
    QCOMPARE(paperOf(here, a.entries[0]), paperOf(there, b.entries[0]));
    QCOMPARE(here->points(paperOf(here, a.entries[0])).first().id,
             there->points(paperOf(there, b.entries[0])).first().id);
    QCOMPARE(paperOf(here, a.entries[0]).toString(), PaperId(nameBasedUuid(u"paper", u"arxiv:2302.00001")).toString());
}

YAODIAN_TEST_GUILESS(LibraryPapers)

} // namespace library_papers

#include "library_papers.moc"
