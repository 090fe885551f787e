#include "ui/shell/samples.h"

#include <QCoreApplication>
#include <QLocale>

namespace yaodian::ui {

using namespace Qt::StringLiterals;
using Event = library::SyncEvent::Kind;

namespace {

struct Samples
{
    Q_DECLARE_TR_FUNCTIONS(samples)
};

constexpr qint64 hourMs = 3'600'000;

/// An invented source and its habits.
struct Sample
{
    library::Source source;
    bool (*publishes)(const QDate &day, int back); ///< `back`: days before today
};

library::Source sourceOf(const QString &title, const QString &address, library::Source::Kind kind)
{
    library::Source source;
    source.kind = kind;
    source.title = title;
    // One set a language: what was logged is in the language of its day.
    source.url = u"https://%1?%2"_s.arg(address, QLocale().name());
    source.id = library::Library::sourceId(kind, source.url);
    return source;
}

QList<Sample> samples()
{
    using Kind = library::Source::Kind;
    const auto daily = [](const QDate &, int back) { return back != 24; };
    const auto working = [](const QDate &day, int back) {
        return day.dayOfWeek() <= 5 && (back < 9 || back > 12) && back > 0;
    };
    const auto weekly = [](const QDate &day, int back) { return day.dayOfWeek() == 5 && back > 0; };
    const auto ended = [](const QDate &day, int back) { return day.dayOfWeek() <= 5 && back > 16; };
    return {
        {sourceOf(Samples::tr("Daily paper digest"), u"blog.example/wp-json/wp/v2/posts"_s, Kind::WordPress), daily},
        {sourceOf(u"arXiv cs.CL"_s, u"rss.example/atom/cs.CL"_s, Kind::Feed), working},
        {sourceOf(Samples::tr("Ten papers a week"), u"weekly.example/feed"_s, Kind::Feed), weekly},
        {sourceOf(Samples::tr("A blog that fell silent"), u"silent.example/feed"_s, Kind::Feed), ended},
        {sourceOf(Samples::tr("A page that is gone"), u"gone.example/posts"_s, Kind::Page), ended}};
}

digest::Issue issueOf(const library::Source &source, const QDateTime &published)
{
    const QString day = published.date().toString(Qt::ISODate);
    digest::Issue issue;
    issue.title = u"%1 %2"_s.arg(source.title, day);
    issue.guid = day;
    issue.published = published;
    digest::Entry entry;
    entry.title = u"An Invented Paper of %1"_s.arg(day);
    entry.authors = {source.title};
    entry.categories = {u"CL"_s};
    issue.entries = {entry};
    return issue;
}

library::SyncRecord recordOf(const library::Source &source, const QDateTime &at, Event kind, int fresh,
                             const QString &sentence)
{
    library::SyncRecord record;
    record.source = source.id;
    record.state.lastTried = at;
    record.state.nextDue = at.addSecs(3600);
    record.state.lastOutcome = sentence;
    if (kind == Event::Failed || kind == Event::Gone)
        record.state.failures = 3;
    else
        record.state.lastFresh = at;
    record.event = {source.id, at, kind, fresh, 0, sentence, record.state.nextDue};
    return record;
}

/// What asking came to on one day; the clock stands at the hour of the digest.
bool storeDay(library::Library &library, const FixedClock &clock, const Sample &sample, int back)
{
    const library::Source &source = sample.source;
    const QDateTime now = clock.now();
    const bool gone = source.kind == library::Source::Kind::Page && back < 4;
    const bool publishes = !gone && sample.publishes(now.toLocalTime().date(), back);
    const bool off = source.kind == library::Source::Kind::Feed && (back == 24 || back == 25); // not asked
    if (publishes && !library.storeIssue(source, issueOf(source, now.addSecs(-1800)), now.toString().toUtf8()))
        return false;
    if (off)
        return true;
    const QString sentence = gone ? Samples::tr("%1 has no such page any more (answer 404).").arg(u"gone.example"_s)
                             : publishes ? Samples::tr("1 new, 0 updated")
                                         : Samples::tr("not modified (304)");
    const Event kind = gone ? Event::Gone : publishes ? Event::Brought : Event::NotModified;
    return library.putSyncRecords({recordOf(source, now, kind, publishes ? 1 : 0, sentence)}).ok();
}

/// A sitting over the papers that came last; `most` of them, where there are so many.
bool readSome(cli::Services &services, int most)
{
    using library::Verdict;
    QList<library::PaperId> queue;
    for (const library::ListRow &row : services.library.rows(services.library.entryIds({}, most)))
        queue << row.paper;
    if (queue.isEmpty())
        return true;
    const int papers = int(queue.size());
    const auto session = services.reading.start(queue);
    if (!session || !services.library.addSessionTime(session->id, papers * hourMs / 5))
        return false;
    for (int i = 0; i < papers; ++i)
        if (!services.reading.verdict(i == 0   ? Verdict::Read
                                      : i == 1 ? Verdict::Keep
                                               : Verdict::Drop) ||
            !services.reading.next())
            return false;
    return services.reading.end().ok();
}

} // namespace

bool storeSamples(cli::Services &services, FixedClock &clock)
{
    library::Library &library = services.library;
    QList<library::Source> sources;
    const auto all = samples();
    for (const Sample &sample : all) {
        if (!library.putSource(sample.source))
            return false;
        sources << sample.source;
        clock.advance(1); // they stand in the order in which they came
    }
    for (int back = sampleDays; back >= 0; --back) {
        for (const Sample &sample : all)
            if (!storeDay(library, clock, sample, back))
                return false;
        // A day that was missed comes later, by back-fill.
        if (back == 21) {
            const QDateTime missed = clock.now().addDays(-3);
            if (!library.storeIssue(sources.first(), issueOf(sources.first(), missed), "later"))
                return false;
        }
        if (back > 0 && back % 7 < 4 && !readSome(services, 1 + back % 3))
            return false;
        if (back > 0)
            clock.advance(24 * hourMs);
    }
    clock.advance(hourMs / 4);
    return true;
}

} // namespace yaodian::ui
