// bench-library FOLDER ENTRIES [search|lists]: makes the library of so many invented entries in FOLDER, unless it is
// there, and says how fast it is searched, beside FTS5 alone on the same indexes, or how fast its lists are shown. The
// window and other parts of the benchmark can be started on it: yaodian --library FOLDER.
#include "inventing.h"
#include "say.h"

#include "base/clock.h"
#include "library/connection.h"
#include "library/query.h"
#include "library/statement.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <numeric>

using namespace yaodian;
using namespace yaodian::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int most = 100;
constexpr int newestMost = 30; // as the window asks

/// What people ask: common and rare words of both languages, beginnings of words as they are typed, phrases, several at
/// once, with conditions.
QStringList queries()
{
    Wording words(7);
    QStringList out;
    for (int i = 0; i < 30; ++i) {
        // From the commonest on: 2, 4, 7 … 12,000.
        const int rank = qMin(Wording::vocabulary - 1, int(2 * std::pow(1.35, i)));
        out << words.chineseAt(rank) << words.englishAt(rank) << words.englishAt(rank).left(3 + i % 3);
        out << words.chineseAt(rank) + u' ' + words.englishAt(words.upTo(200));
        out << words.chineseAt(words.upTo(30)) + words.chineseAt(words.upTo(30));
        if (i % 3 == 0)
            out << words.chineseAt(rank).left(1) << u'"' + words.english(2) + u'"'
                << u"cat:CL "_s + words.chineseAt(rank) << u"since:30d "_s + words.englishAt(rank)
                << words.chineseAt(rank) + u" -"_s + words.englishAt(10) << u"by:"_s + words.name().mid(2);
    }
    return out << u"cat:CL"_s << u"cat:CL since:7d"_s << u"since:1y"_s << u"source:3 cat:RO"_s;
}

/// What the processor did for this thread: what others do on the machine does not count.
double processorMs()
{
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

struct Times
{
    QList<double> ms;
    QList<double> worked;

    template <class Work> void take(Work work)
    {
        QElapsedTimer timer;
        timer.start();
        const double before = processorMs();
        work();
        worked += processorMs() - before;
        ms += double(timer.nsecsElapsed()) / 1e6;
    }
    void operator+=(const Times &more)
    {
        ms += more.ms;
        worked += more.worked;
    }
    [[nodiscard]] static double at(QList<double> sorted, double share)
    {
        std::sort(sorted.begin(), sorted.end());
        return sorted.isEmpty() ? 0 : sorted[qMin(sorted.size() - 1, qsizetype(double(sorted.size()) * share))];
    }
    [[nodiscard]] QString told(const char *name) const
    {
        return u"%1: half %2 ms, 95 % %3 ms, worst %4 ms; of the processor %5, %6, %7"_s.arg(QLatin1String(name), -16)
            .arg(at(ms, 0.5), 0, 'f', 2)
            .arg(at(ms, 0.95), 0, 'f', 2)
            .arg(at(ms, 1), 0, 'f', 1)
            .arg(at(worked, 0.5), 0, 'f', 2)
            .arg(at(worked, 0.95), 0, 'f', 2)
            .arg(at(worked, 1), 0, 'f', 1);
    }
};

/// FTS5 by itself: its own ranking and snippets, of the three indexes.
void bare(library::Connection &connection, const QString &query, bool ranked, int rows)
{
    const QString match = library::matchExpression(library::parseQuery(query, 0).terms);
    for (const char *index : {"main.notes_fts", "cache.entries_fts", "cache.pages_fts"}) {
        const QByteArray name = QByteArray(index).split('.').last();
        library::Statement statement(connection, "SELECT rowid, snippet(" + name + ", -1, '<', '>', '…', 40) FROM " +
                                                     index + " WHERE " + name + " MATCH ?1 ORDER BY " +
                                                     (ranked ? "rank" : "rowid DESC") + " LIMIT ?2");
        statement.bind(match, rows);
        while (statement.step()) {
        }
    }
}

void search(const library::Library &library)
{
    library::Connection own(library.directory() + u"/notes.sqlite"_s, library::Connection::Access::Read, true);
    own.attach(library.directory() + u"/cache.sqlite"_s, "cache", library::Connection::Access::Read, false);
    Times newest, best, bareNewest, bareBest;
    const bool verbose = qEnvironmentVariableIsSet("BENCH_VERBOSE");
    for (const bool warm : {false, true}) {
        for (const QString &query : queries()) {
            Times a, b, c, d;
            qsizetype hits = 0;
            const bool words = !library::matchExpression(library::parseQuery(query, 0).terms).isEmpty();
            a.take([&] { hits = library.search(query, newestMost, library::SearchOrder::Newest)->size(); });
            b.take([&] { hits = library.search(query, most, library::SearchOrder::Best)->size(); });
            if (words) {
                c.take([&] { bare(own, query, false, newestMost); });
                d.take([&] { bare(own, query, true, most); });
            }
            if (!warm)
                continue;
            newest += a;
            best += b;
            bareNewest += c;
            bareBest += d;
            if (verbose)
                say(u"  %1 newest %2 (bare %3)  best %4 (bare %5)  %6 hits"_s.arg(query, -30)
                        .arg(a.worked[0], 7, 'f', 2)
                        .arg(c.worked.value(0), 7, 'f', 2)
                        .arg(b.worked[0], 7, 'f', 2)
                        .arg(d.worked.value(0), 7, 'f', 2)
                        .arg(hits));
        }
    }
    say(newest.told("newest first"));
    say(bareNewest.told("  FTS5 alone"));
    say(best.told("best first"));
    say(bareBest.told("  FTS5 alone"));
    const auto sum = [](const QList<double> &all) { return std::accumulate(all.begin(), all.end(), 0.0); };
    say(u"best first / FTS5 alone, by the processor: %1 at 95 %, %2 over all"_s
            .arg(Times::at(best.worked, 0.95) / Times::at(bareBest.worked, 0.95), 0, 'f', 2)
            .arg(sum(best.worked) / sum(bareBest.worked), 0, 'f', 2));
}

/// What the window asks before it shows a place: whether the list is long, its first entries, the rows in sight.
void lists(const library::Library &library, const Clock &clock)
{
    using library::ListQuery;
    constexpr int longFrom = 2001, first = 320, inSight = 64; // as ui/library has them
    QList<std::pair<QString, ListQuery>> places;
    for (const auto &[name, view] :
         {std::pair(u"all"_s, ListQuery::View::All), std::pair(u"today"_s, ListQuery::View::Today),
          std::pair(u"unread"_s, ListQuery::View::Unread), std::pair(u"starred"_s, ListQuery::View::Starred),
          std::pair(u"kept"_s, ListQuery::View::Kept), std::pair(u"with notes"_s, ListQuery::View::WithNotes)}) {
        ListQuery query;
        query.view = view;
        query.todayStartMs = clock.now().date().startOfDay().toMSecsSinceEpoch();
        places << std::pair(name, query);
    }
    for (const library::CategoryCount &category : library.categories({})) {
        ListQuery query;
        query.category = category.code;
        places << std::pair(u"category "_s + category.code, query);
    }
    for (const library::Source &source : library.sources().mid(0, 3)) {
        ListQuery query;
        query.source = source.id;
        places << std::pair(u"source "_s + source.title, query);
    }
    Times all;
    for (const auto &[name, query] : std::as_const(places)) {
        Times shown, whole;
        qsizetype entries = 0;
        for (int round = 0; round < 6; ++round) {
            Times once;
            once.take([&, query = query] {
                if (!query.category) // which is never grouped
                    (void)library.count(query, longFrom);
                (void)library.rows(library.entryIds(query, first).mid(0, inSight));
            });
            if (round == 0)
                continue; // cold
            shown += once;
            whole.take([&, query = query] { entries = library.entryIds(query).size(); });
        }
        all += shown;
        say(shown.told(qPrintable(name)) +
            u"; all %1 ids beside the window %2 ms"_s.arg(entries).arg(Times::at(whole.ms, 0.5), 0, 'f', 0));
    }
    say(all.told("all places"));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    bool ok = false;
    const int entries = arguments.value(2).toInt(&ok);
    if (!ok || entries <= 0) {
        say(u"usage: bench-library FOLDER ENTRIES [search|lists]"_s);
        return 2;
    }
    if (const auto made = inventLibrary(arguments[1], entries, say); !made) {
        say(made.error().message);
        return 1;
    }
    const SystemClock clock;
    IdSource ids(clock);
    const auto opened = library::Library::open(arguments[1], library::Library::Mode::ReadOnly, clock, ids);
    if (!opened) {
        say(opened.error().message);
        return 1;
    }
    if (arguments.value(3) == u"lists"_s)
        lists(**opened, clock);
    else if (arguments.value(3) == u"search"_s)
        search(**opened);
    return 0;
}
