#include "shelf.h"
#include "tests/support/testmain.h"

namespace library_lists {

using namespace yaodian;
using namespace yaodian::tests;
using View = ListQuery::View;
using Order = ListQuery::Order;

class LibraryLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void newestIssueComesFirst_inItsOwnOrder();
    void views_showWhatTheySay();
    void codesWithAndWithoutTheirArchive_areOneFacet();
    void categories_haveTheNewestName();
    void byCategory_followsTheLegendAndEndsWithout();
    void today_isWhatWasFirstSeenSince();
    void tour_isLeftOutUnlessAskedFor();
    void needsCheck_showsIssuesWithDoubts();
    void rows_comeInTheOrderAsked();
    void futureDate_doesNotLeadTheList();
    void theFirstOfAList_areTheBeginningOfAllOfIt();

private:
    QStringList titles(const ListQuery &query) const;
    std::unique_ptr<Shelf> shelf;
    StoredIssue old, fresh;
};

void LibraryLists::init()
{
    shelf = std::make_unique<Shelf>();
    digest::Issue first =
        issue(QStringLiteral("old"),
              {entry(QStringLiteral("A"), arxiv(1)),
               entry(QStringLiteral("B"), arxiv(2), {QStringLiteral("cs.CV"), QStringLiteral("cs.LG")})});
    old = store(*shelf, first);
    shelf->clock.advance(3'600'000);
    digest::Issue second =
        issue(QStringLiteral("new"),
              {entry(QStringLiteral("C"), arxiv(3), {}), entry(QStringLiteral("D"), arxiv(4), {QStringLiteral("CV")}),
               entry(QStringLiteral("A"), arxiv(1), {QStringLiteral("cs.CL")})});
    second.published = shelf->clock.now();
    second.legend = {{QStringLiteral("CV"), QStringLiteral("视觉")}, {QStringLiteral("CL"), QStringLiteral("语言")}};
    fresh = store(*shelf, second, feed(QStringLiteral("other")));
}

void LibraryLists::cleanup()
{
    shelf.reset();
}

QStringList LibraryLists::titles(const ListQuery &query) const
{
    QStringList out;
    for (const ListRow &row : (*shelf)->rows((*shelf)->entryIds(query)))
        out += row.title;
    return out;
}

void LibraryLists::newestIssueComesFirst_inItsOwnOrder()
{
    QCOMPARE(titles({}).join(QString()), QStringLiteral("CDAAB"));
    ListQuery query;
    query.issue = old.id;
    query.order = Order::IssueOrder;
    QCOMPARE(titles(query).join(QString()), QStringLiteral("AB"));
    query = {};
    query.source = feed(QStringLiteral("other")).id;
    QCOMPARE(titles(query).join(QString()), QStringLiteral("CDA"));
    QCOMPARE((*shelf)->issues().first().id, fresh.id);
    QCOMPARE((*shelf)->issues().first().sourceTitle, QStringLiteral("Blog other"));
    QCOMPARE((*shelf)->issues(1).size(), 1);
}

void LibraryLists::views_showWhatTheySay()
{
    const PaperId a = paperOf(*shelf, old.entries[0]);
    const PaperId d = paperOf(*shelf, fresh.entries[1]);
    PaperState state;
    state.read = state.later = true;
    act(*shelf, [&](Acts &acts) { return acts.putState(a, state); });
    state = {};
    state.starred = true;
    act(*shelf, [&](Acts &acts) { return acts.putState(d, state); });
    const auto show = [&](View view) {
        ListQuery query;
        query.view = view;
        const QString out = titles(query).join(QString());
        return (*shelf)->count(query) == out.size() ? out : QStringLiteral("the count differs");
    };
    QCOMPARE(show(View::All), QStringLiteral("CDAAB"));
    QCOMPARE(show(View::Unread), QStringLiteral("CDB"));
    QCOMPARE(show(View::Later), QStringLiteral("AA"));
    QCOMPARE(show(View::Starred), QStringLiteral("D"));
    QCOMPARE(show(View::WithNotes), QString());
    QCOMPARE((*shelf)->countUnread({}), 3);
    const QHash<SourceId, int> unread = (*shelf)->unreadBySource();
    QCOMPARE(unread.value(feed(QStringLiteral("other")).id), 2);
    QCOMPARE(unread.value(feed().id), 1);
    QCOMPARE(unread.size(), 2);
    QCOMPARE((*shelf)->issueRow(fresh.id)->unread, 2);
}

void LibraryLists::codesWithAndWithoutTheirArchive_areOneFacet()
{
    ListQuery query;
    for (const char *code : {"CL", "cs.CL", "cl"}) {
        query.category = QLatin1String(code);
        QCOMPARE(titles(query).join(QString()), QStringLiteral("AA"));
    }
    query.category = QStringLiteral("LG");
    QCOMPARE(titles(query).join(QString()), QStringLiteral("B"));
    query.category = QString();
    QCOMPARE(titles(query).join(QString()), QStringLiteral("C"));
    QCOMPARE((*shelf)->count(query), 1);
}

void LibraryLists::categories_haveTheNewestName()
{
    PaperState state;
    state.read = true;
    act(*shelf, [&](Acts &acts) { return acts.putState(paperOf(*shelf, old.entries[1]), state); });
    ListQuery ignored;
    ignored.category = QStringLiteral("CL");
    QStringList out;
    for (const CategoryCount &one : (*shelf)->categories(ignored))
        out += QStringLiteral("%1=%2 %3/%4").arg(one.code, one.name).arg(one.unread).arg(one.entries);
    QCOMPARE(out.join(QLatin1Char(';')), QStringLiteral("CL=语言 2/2;CV=视觉 1/2;LG= 0/1;= 1/1"));
}

void LibraryLists::byCategory_followsTheLegendAndEndsWithout()
{
    ListQuery query;
    query.order = Order::ByCategory;
    QCOMPARE(titles(query).join(QString()), QStringLiteral("AADBC"));
    query.issue = fresh.id;
    QCOMPARE(titles(query).join(QString()), QStringLiteral("DAC")); // the issue's legend names CV first
}

void LibraryLists::today_isWhatWasFirstSeenSince()
{
    ListQuery query;
    query.view = View::Today;
    query.todayStartMs = noon + 1000;
    QCOMPARE(titles(query).join(QString()), QStringLiteral("CDA"));
    query.todayStartMs = noon + 7'200'000;
    QCOMPARE((*shelf)->count(query), 0);
}

void LibraryLists::tour_isLeftOutUnlessAskedFor()
{
    Source tour;
    tour.kind = Source::Kind::Tour;
    tour.id = Library::sourceId(Source::Kind::Tour);
    tour.title = QStringLiteral("Tour");
    const StoredIssue stored =
        store(*shelf, issue(QStringLiteral("tour"), {entry(QStringLiteral("T"), {}, {QStringLiteral("ZZ")})}), tour);
    QCOMPARE((*shelf)->count({}), 5);
    QCOMPARE((*shelf)->issues().size(), 2);
    QVERIFY((*shelf)->search(QStringLiteral("题目"))->size() == 5);
    ListQuery query;
    query.withTour = true;
    QCOMPARE((*shelf)->count(query), 6);
    query = {};
    query.source = tour.id;
    QCOMPARE(titles(query).join(QString()), QStringLiteral("T"));
    query = {};
    query.issue = stored.id;
    QCOMPARE(titles(query).join(QString()), QStringLiteral("T"));
    for (const CategoryCount &one : (*shelf)->categories({}))
        QVERIFY(one.code != QStringLiteral("ZZ"));
}

void LibraryLists::needsCheck_showsIssuesWithDoubts()
{
    digest::Issue doubtful = issue(QStringLiteral("doubt"), {entry(QStringLiteral("E"), arxiv(9))});
    doubtful.report.doubts = {{-1, QStringLiteral("look here")}};
    store(*shelf, doubtful);
    ListQuery query;
    query.view = View::NeedsCheck;
    QCOMPARE(titles(query).join(QString()), QStringLiteral("E"));
}

void LibraryLists::rows_comeInTheOrderAsked()
{
    const QList<EntryId> ids{fresh.entries[2], shelf->ids.make<EntryTag>(), old.entries[1], fresh.entries[2]};
    const QList<ListRow> rows = (*shelf)->rows(ids);
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows[0].id, ids[0]);
    QCOMPARE(rows[1].id, ids[2]);
    QCOMPARE(rows[1].categories, (QStringList{QStringLiteral("cs.CV"), QStringLiteral("cs.LG")}));
    QCOMPARE(rows[0].mentions, 2);
    QCOMPARE(rows[0].issueTitle, QStringLiteral("今日论文 new"));
    QCOMPARE(rows[0].titleZh + rows[0].oneLine + rows[0].url, QStringLiteral("题目：A一句话说完A") + arxiv(1));
    QVERIFY(rows[0].unread && !rows[0].number && !rows[0].hasDocument);
}

void LibraryLists::futureDate_doesNotLeadTheList()
{
    digest::Issue wrong = issue(QStringLiteral("2099"), {entry(QStringLiteral("F"), arxiv(50))});
    wrong.published = shelf->clock.now().addYears(70);
    store(*shelf, wrong);
    shelf->clock.advance(60'000);
    digest::Issue next = issue(QStringLiteral("next"), {entry(QStringLiteral("G"), arxiv(51))});
    next.published = shelf->clock.now();
    store(*shelf, next);
    QCOMPARE(titles({}).mid(0, 2).join(QString()), QStringLiteral("GF"));
}

/// Lists of many and of few are found by different ways: both give what the rows themselves say.
void LibraryLists::theFirstOfAList_areTheBeginningOfAllOfIt()
{
    const QString many = QStringLiteral("MA"), few = QStringLiteral("FE");
    for (int number = 0; number < 8; ++number) { // 4000 entries: more than are few
        if (number == 7)
            shelf->clock.advance(86'400'000);
        QList<digest::Entry> entries;
        for (int i = 0; i < 500; ++i)
            entries += entry(QStringLiteral("%1-%2").arg(number).arg(i), arxiv(1000 + number * 500 + i),
                             i % 100 == 0 ? QStringList{few} : QStringList{many});
        store(*shelf, issue(QStringLiteral("big %1").arg(number), entries), feed(QString::number(number % 3)));
    }
    const qint64 today = shelf->clock.now().toMSecsSinceEpoch() - 1000;
    const QList<ListRow> rows = (*shelf)->rows((*shelf)->entryIds({}));
    for (qsizetype i = 0; i < rows.size(); i += 7) {
        PaperState state;
        state.read = i % 2 == 0;
        state.starred = i % 3 == 0;
        state.verdict = i % 5 == 0 ? Verdict::Keep : i % 5 == 1 ? Verdict::Drop : Verdict::None;
        act(*shelf, [&](Acts &acts) { return acts.putState(rows[i].paper, state); });
    }
    const QList<ListRow> all = (*shelf)->rows((*shelf)->entryIds({}));
    QVERIFY(all.size() > 4000);
    const auto holds = [](const ListQuery &query, const ListRow &row) {
        if (query.category && !row.categories.contains(*query.category))
            return false;
        if (query.source && row.source != *query.source)
            return false;
        switch (query.view) {
        case View::Unread:
            return row.unread;
        case View::Starred:
            return row.starred;
        case View::Kept:
            return row.verdict == Verdict::Read || row.verdict == Verdict::Keep;
        case View::Today:
            return row.title.startsWith(QStringLiteral("7-"));
        default:
            return true;
        }
    };
    for (const View view : {View::All, View::Unread, View::Starred, View::Kept, View::Today})
        for (const std::optional<QString> &category :
             {std::optional<QString>(), std::optional(many), std::optional(few)})
            for (const std::optional<SourceId> &source :
                 {std::optional<SourceId>(), std::optional(feed(QStringLiteral("1")).id)}) {
                const ListQuery query{view, category, source, {}, {}, Order::NewestFirst, today};
                QList<EntryId> expected;
                for (const ListRow &row : all)
                    if (holds(query, row))
                        expected += row.id;
                QCOMPARE((*shelf)->entryIds(query), expected);
                QCOMPARE((*shelf)->count(query), int(expected.size()));
                for (const int most : {0, 1, 30, 5000}) {
                    QCOMPARE((*shelf)->entryIds(query, most), expected.mid(0, most));
                    QCOMPARE((*shelf)->count(query, most), int(qMin<qsizetype>(most, expected.size())));
                }
            }
    ListQuery manyToday; // all but those of the first issue, which came an hour before the rest
    manyToday.view = View::Today;
    manyToday.todayStartMs = noon + 1000;
    for (const std::optional<QString> &category : {std::optional<QString>(), std::optional(many)}) {
        manyToday.category = category;
        QList<EntryId> expected;
        for (const ListRow &row : all)
            if (!old.entries.contains(row.id) && (!category || row.categories.contains(*category)))
                expected += row.id;
        QVERIFY(!expected.isEmpty());
        for (const int most : {1, 40, 5000})
            QCOMPARE((*shelf)->entryIds(manyToday, most), expected.mid(0, most));
        QCOMPARE((*shelf)->count(manyToday), int(expected.size()));
    }
}

YAODIAN_TEST_GUILESS(LibraryLists)

} // namespace library_lists

#include "library_lists.moc"
