#include "tests/app/notes/desk.h"
#include "tests/support/testmain.h"

#include <QtTest>

namespace notes_searches {

using namespace Qt::StringLiterals;
using namespace yaodian;
using namespace yaodian::library;

/// Three papers, of which the reader has written something.
struct Shelved : tests::Desk
{
    Shelved()
        : Desk(tests::issue(u"1"_s, {tests::entry(u"Maps of Pictures"_s, tests::arxiv(1), {u"CV"_s}),
                                     tests::entry(u"Words of Models"_s, tests::arxiv(2), {u"CL"_s}),
                                     tests::entry(u"Graphs and Loss"_s, tests::arxiv(3), {u"LG"_s})}))
    {
        point(papers[1], u"worth a second look"_s);
        mark(papers[2], u"the loss is small"_s, u"limit"_s);
    }
    /// Numbers of the papers that a list of the search has.
    [[nodiscard]] QList<int> listed(const QString &search, std::optional<QString> category = {}) const
    {
        ListQuery query;
        query.search = search;
        query.category = std::move(category);
        query.order = ListQuery::Order::ByCategory;
        QList<int> out;
        for (const ListRow &row : shelf->rows(shelf->entryIds(query)))
            out << int(papers.indexOf(row.paper));
        std::sort(out.begin(), out.end());
        if (shelf->count(query) != out.size())
            qFatal("counted otherwise than listed");
        return out;
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList out;
        for (const SavedSearch &search : shelf->savedSearches())
            out << search.name;
        return out;
    }
};

class NotesSearches : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSearch_isAList_ofWhatIsSaid_andOfWhatTheReaderWrote()
    {
        Shelved here;
        QCOMPARE(here.listed(u"maps"_s), QList{0});
        QCOMPARE(here.listed(u"second look"_s), QList{1});        // a point
        QCOMPARE(here.listed(u"loss small"_s), QList{2});         // a title and a highlight
        QCOMPARE(here.listed(u"words second"_s), QList{1});       // a title and a point
        QCOMPARE(here.listed(u"\"loss small\""_s), QList<int>()); // not side by side
        QCOMPARE(here.listed(u"题目 -maps"_s), QList({1, 2}));
        QCOMPARE(here.listed(u"-second"_s), QList({0, 2}));
        QCOMPARE(here.listed(u"kind:局限"_s), QList{2});
        QCOMPARE(here.listed(u"kind:limit cat:LG"_s), QList{2});
        QCOMPARE(here.listed(u"kind:limit cat:CL"_s), QList<int>());
        QCOMPARE(here.listed(u"has:notes"_s), QList({1, 2}));
        QCOMPARE(here.listed(u"题目"_s, u"CV"_s), QList{0});
        QCOMPARE(here.listed(u"  "_s), QList({0, 1, 2}));
        QCOMPARE(here.listed(u"nothing-like-it"_s), QList<int>());
        ListQuery query;
        query.search = u"题目"_s;
        QCOMPARE(here.shelf->categories(query).size(), 3);
        query.view = ListQuery::View::Unread;
        QVERIFY(here.notes.setRead({here.papers[0]}, true).ok());
        QCOMPARE(here.shelf->count(query), 2); // narrowed by both
    }

    void aSearchIsKept_renamed_removed_andEachIsUndone()
    {
        Shelved here;
        const auto id = here.notes.keepSearch(u"  kind:limit   cat:LG "_s);
        QVERIFY(id.ok());
        QVERIFY(here.notes.keepSearch(u"maps"_s, u"地图"_s).ok());
        QCOMPARE(here.names(), QStringList({u"kind:limit cat:LG"_s, u"地图"_s}));
        const qsizetype steps = here.steps();
        QCOMPARE(*here.notes.keepSearch(u"KIND:limit cat:LG"_s), *id); // is there already
        QCOMPARE(here.steps(), steps);
        QVERIFY(here.notes.renameSearch(*id, u"Limits"_s).ok());
        QCOMPARE(here.names(), QStringList({u"Limits"_s, u"地图"_s})); // at its place
        QVERIFY(here.notes.removeSearch(*id).ok());
        QCOMPARE(here.names(), QStringList{u"地图"_s});
        QVERIFY(!here.notes.removeSearch(*id).ok());
        QVERIFY(!here.notes.renameSearch(*id, u"x"_s).ok());
        here.shelf.reopen();
        QVERIFY(here.shelf->undo().ok());
        QCOMPARE(here.names(), QStringList({u"Limits"_s, u"地图"_s}));
        QVERIFY(here.shelf->undo().ok());
        QCOMPARE(here.names().first(), u"kind:limit cat:LG"_s);
        QVERIFY(here.shelf->undo().ok());
        QVERIFY(here.shelf->undo().ok());
        QCOMPARE(here.names(), QStringList());
        QVERIFY(here.shelf->redo().ok());
        QCOMPARE(here.names().size(), 1);
        QVERIFY(!notes::Notes(*here.shelf.library, here.shelf.clock, here.shelf.ids).keepSearch(u" "_s).ok());
    }

    void whatIsKept_isTold()
    {
        Shelved here;
        QSignalSpy changes(here.shelf.library.get(), &Library::changed);
        QVERIFY(here.notes.keepSearch(u"maps"_s).ok());
        QVERIFY(here.shelf->undo().ok());
        QVERIFY(here.notes.setStarred({here.papers[0]}, true).ok());
        QList<bool> told;
        for (const QList<QVariant> &change : changes)
            told << change[0].value<Change>().searches;
        QCOMPARE(told, QList({true, true, false}));
    }

    void tagsOfPapers_areGivenAndTaken_together()
    {
        Shelved here;
        QVERIFY(here.notes.changeTags({here.papers[0]}, {}, {u"#to read"_s, u"  数据集 "_s, u"To Read"_s}).ok());
        QVERIFY(here.notes.changeTags({here.papers[0], here.papers[1]}, {u"数据集"_s}, {u"graphs"_s}).ok());
        QCOMPARE(here.shelf->state(here.papers[0]).tags, QStringList({u"to read"_s, u"graphs"_s}));
        QCOMPARE(here.shelf->state(here.papers[1]).tags, QStringList{u"graphs"_s});
        QVERIFY(here.notes.changeTags({here.papers[2]}, {}, {u"Graphs"_s}).ok());
        QCOMPARE(here.shelf->paperTags(), QList({TagCount{u"graphs"_s, 3}, TagCount{u"to read"_s, 1}}));
        QCOMPARE(here.listed(u"tag:graphs"_s), QList({0, 1, 2}));
        QCOMPARE(here.listed(u"tag:\"to read\""_s), QList{0});
        QVERIFY(here.shelf->undo().ok());
        QVERIFY(here.shelf->undo().ok()); // both papers in one step
        QCOMPARE(here.shelf->state(here.papers[0]).tags, QStringList({u"to read"_s, u"数据集"_s}));
        QVERIFY(here.shelf->state(here.papers[1]).tags.isEmpty());
    }

    void keptPapers_haveAViewOfTheirOwn()
    {
        Shelved here;
        QVERIFY(here.notes.setVerdict({here.papers[0]}, Verdict::Read).ok());
        QVERIFY(here.notes.setVerdict({here.papers[1]}, Verdict::Keep).ok());
        QVERIFY(here.notes.setVerdict({here.papers[2]}, Verdict::Drop).ok());
        ListQuery query;
        query.view = ListQuery::View::Kept;
        QCOMPARE(here.shelf->count(query), 2);
    }
};

YAODIAN_TEST_GUILESS(NotesSearches)

} // namespace notes_searches

#include "notes_searches.moc"
