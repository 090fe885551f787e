#include "shelf.h"
#include "tests/support/testmain.h"

namespace library_highlights {

using namespace Qt::StringLiterals;
using namespace yaodian;
using namespace yaodian::library;
using namespace yaodian::tests;

/// Five highlights in two papers: of "Words as Pictures" three, of "Pictures as Words" two, which were made later.
struct Marked
{
    Shelf shelf;
    QList<PaperId> papers;

    Marked()
    {
        const StoredIssue stored = storeTwo(shelf);
        papers = {paperOf(shelf, stored.entries[0]), paperOf(shelf, stored.entries[1])};
        add(0, 7, u"late in the paper"_s, u"result"_s, {u"idea"_s});
        add(0, 1, u"注意力机制的上下文"_s, u"method"_s, {});
        add(0, 1, u"below, about Transformers"_s, u"method"_s, {u"Idea"_s, u"todo"_s}, 0.6);
        add(1, 2, u"another passage"_s, u"limit"_s, {}, 0.2, u"weakly argued"_s);
        add(1, 0, u"the opening"_s, u"method"_s, {});
    }

    void add(int paper, int page, const QString &quote, const QString &kind, const QStringList &tags, double top = 0.2,
             const QString &comment = {})
    {
        shelf.clock.advance(1000);
        Highlight made = highlight(shelf, papers[paper], quote);
        made.page = page;
        made.kind = kind;
        made.tags = tags;
        made.comment = comment;
        made.boxes = {{0.1, top, 0.9, top + 0.02}};
        addHighlight(shelf, made);
    }

    [[nodiscard]] QStringList quotes(const QString &text = {}) const
    {
        QList<HighlightId> ids;
        for (const HighlightRef &ref : shelf->highlightIds({text}))
            ids << ref.id;
        QStringList out;
        for (const HighlightRow &row : shelf->highlightRows(ids))
            out << row.highlight.quote.left(8);
        return out;
    }
};

class LibraryHighlights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A page of two columns: what stands low in the first one is read before what stands high in the second.
    void columns_areReadOneAfterTheOther()
    {
        Marked marked;
        const auto add = [&](const QString &quote, int page, double left, double top, int at) {
            marked.shelf.clock.advance(1000);
            Highlight made = highlight(marked.shelf, marked.papers[0], quote);
            made.page = page;
            made.boxes = {{left, top, left + 0.35, top + 0.02}};
            made.at = at;
            addHighlight(marked.shelf, made);
        };
        add(u"right, high"_s, 20, 0.55, 0.1, 2100);
        add(u"left, low"_s, 20, 0.1, 0.8, 1500);
        add(u"left, high"_s, 20, 0.1, 0.2, 300);
        QCOMPARE(marked.quotes().mid(3, 3), (QStringList{u"left, hi"_s, u"left, lo"_s, u"right, h"_s}));
        // Where one of a page does not know its place, heights are all there is; other pages stay as they are.
        add(u"a figure"_s, 20, 0.55, 0.5, -1);
        add(u"right, high"_s, 21, 0.55, 0.1, 900);
        add(u"left, low"_s, 21, 0.1, 0.8, 20);
        QCOMPARE(marked.quotes().mid(3, 6), (QStringList{u"right, h"_s, u"left, hi"_s, u"a figure"_s, u"left, lo"_s,
                                                         u"left, lo"_s, u"right, h"_s}));
        QStringList told; // as everywhere else
        for (const Highlight &one : marked.shelf->highlights(marked.papers[0]))
            told << one.quote.left(8);
        QCOMPARE(marked.quotes().mid(0, told.size()), told);
    }

    void all_standPaperByPaper_lastMarkedFirst_inReadingOrder()
    {
        Marked marked;
        QCOMPARE(marked.quotes(),
                 QStringList({u"the open"_s, u"another "_s, u"注意力机制的上下"_s, u"below, a"_s, u"late in "_s}));
        QCOMPARE(marked.shelf->highlightIds({}).first().paper, marked.papers[1]);
        const HighlightId first = marked.shelf->highlightIds({}).first().id;
        const HighlightRow row = marked.shelf->highlightRows({first}).first();
        QCOMPARE(row.title, u"Pictures as Words"_s);
        QCOMPARE(row.highlight, *marked.shelf->highlight(first));
        act(marked.shelf, [&](Acts &acts) { return acts.removeHighlight(first); });
        QCOMPARE(marked.quotes().size(), 4);
        QVERIFY(marked.shelf->highlightRows({first}).isEmpty());
    }

    void filters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("quotes");
        QTest::newRow("word") << u"passage"_s << QStringList{u"another "_s};
        QTest::newRow("beginning") << u"transf"_s << QStringList{u"below, a"_s};
        QTest::newRow("Chinese") << u"上下文"_s << QStringList{u"注意力机制的上下"_s};
        QTest::newRow("comment") << u"argued"_s << QStringList{u"another "_s};
        QTest::newRow("none") << u"nothing of the kind"_s << QStringList{};
        QTest::newRow("kind") << u"kind:方法"_s << QStringList{u"the open"_s, u"注意力机制的上下"_s, u"below, a"_s};
        QTest::newRow("kind, full-width, letter") << u"kind：Ｍ the"_s << QStringList{u"the open"_s};
        QTest::newRow("unknown kind") << u"kind:nonsense"_s << QStringList{};
        QTest::newRow("tag") << u"tag:IDEA"_s << QStringList{u"below, a"_s, u"late in "_s};
        QTest::newRow("two tags") << u"tag:idea tag:todo"_s << QStringList{u"below, a"_s};
        QTest::newRow("paper") << u"paper:\"words AS\" paper"_s << QStringList{u"late in "_s};
        QTest::newRow("paper, Chinese") << u"paper:题目：Pict"_s << QStringList{u"the open"_s, u"another "_s};
        QTest::newRow("paper, literally") << u"paper:%"_s << QStringList{};
        QTest::newRow("category") << u"cat:CV kind:limit"_s << QStringList{u"another "_s};
        QTest::newRow("not") << u"-passage paper:pictures kind:method"_s
                             << QStringList{u"the open"_s, u"注意力机制的上下"_s, u"below, a"_s};
        QTest::newRow("with a word and not") << u"about -below"_s << QStringList{};
        QTest::newRow("since") << u"since:2023-11-14"_s
                               << QStringList{u"the open"_s, u"another "_s, u"注意力机制的上下"_s, u"below, a"_s,
                                              u"late in "_s};
        QTest::newRow("since later") << u"since:2023-11-15"_s << QStringList{};
    }

    void filters()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, quotes);
        QCOMPARE(Marked().quotes(text), quotes);
    }

    void theSearch_knowsPapersToo()
    {
        Marked marked;
        const auto hits = marked.shelf->search(u"paper:\"pictures as\" kind:method"_s);
        QCOMPARE(hits->size(), 1);
        QVERIFY(hits->first().snippet.startsWith(u"the opening"_s));
        QCOMPARE(marked.shelf->search(u"paper:pictures"_s)->size(), 2); // entries
        QCOMPARE(marked.shelf->search(u"paper:nothing"_s)->size(), 0);
    }
};

YAODIAN_TEST_GUILESS(LibraryHighlights)

} // namespace library_highlights

#include "library_highlights.moc"
