#include "sync/recipe.h"

#include "sync/datedfiles.h"
#include "sync/pagelinks.h"

#include <QUrlQuery>

#include <algorithm>

namespace yaodian::sync {

namespace {

using Kind = library::Source::Kind;
using Reading = Ask::Reading;

constexpr int postsAPage = 20;
constexpr int mostNewPages = 5; ///< of a REST interface, after a long absence
constexpr int daysBack = 7;     ///< of daily papers, after a long absence
constexpr int mostLinkedPosts = 10;

QUrl withQuery(const QUrl &base, const QList<std::pair<QString, QString>> &items)
{
    QUrl url = base;
    QUrlQuery query(url);
    for (const auto &[key, value] : items) {
        query.removeQueryItem(key);
        query.addQueryItem(key, value);
    }
    url.setQuery(query);
    return url;
}

int numberIn(const QUrl &url, const QString &key)
{
    return qMax(1, QUrlQuery(url).queryItemValue(key).toInt());
}

/// A page of posts. New ones are found by their last change, so that edited posts come again; older ones by their date,
/// which does not move while they are walked through.
Ask wordPressPage(const Round &round, int page)
{
    const bool older = round.olderPages > 0;
    Ask ask;
    ask.reading = Reading::Feed;
    ask.url = withQuery(QUrl(round.source.url),
                        {{QStringLiteral("per_page"), QString::number(postsAPage)},
                         {QStringLiteral("page"), QString::number(page)},
                         {QStringLiteral("orderby"), older ? QStringLiteral("date") : QStringLiteral("modified")},
                         {QStringLiteral("order"), QStringLiteral("desc")},
                         {QStringLiteral("_fields"), QStringLiteral("id,date_gmt,modified_gmt,guid,slug,link,title,"
                                                                    "content,excerpt,author,categories,tags")}});
    ask.conditional = page == 1 && !older;
    ask.mayBeMissing = page > 1; // WordPress answers 400 behind the last page
    return ask;
}

Ask feedPage(const Round &round, int page)
{
    Ask ask;
    ask.url = page == 1 ? QUrl(round.source.url)
                        : withQuery(QUrl(round.source.url), {{QStringLiteral("paged"), QString::number(page)}});
    ask.conditional = page == 1 && round.olderPages == 0;
    ask.mayBeMissing = page > 1;
    return ask;
}

/// The page behind those that were walked through already. A hole may lie before them: it is looked for from the top,
/// and the first page of a feed is what it is asked for anyway.
int firstOlderPage(const Round &round)
{
    if (!round.missing.isEmpty())
        return round.source.kind == Kind::WordPress ? 1 : 2;
    return qMax(1, round.state.backfill.toInt()) + 1;
}

/// All that is missing lies before the end of this page; a day more, for its days are not the same everywhere.
bool hasReachedMissing(const Round &round, const Reply &reply)
{
    return !round.missing.isEmpty() && reply.oldest.isValid() && reply.oldest < round.missing.last().addDays(-1);
}

Ask dailyPapers(const Round &round, const QDate &day)
{
    Ask ask;
    ask.reading = Reading::Document;
    ask.url = withQuery(QUrl(round.source.url), {{QStringLiteral("date"), day.toString(Qt::ISODate)}});
    ask.mayBeMissing = true;
    // The list of a day grows until the day is over, and a little longer.
    if (round.olderPages == 0)
        ask.cursor = qMin(day, round.now.date().addDays(-1)).toString(Qt::ISODate);
    return ask;
}

QList<Ask> dailyAsks(const Round &round)
{
    QList<Ask> asks;
    const QDate today = round.now.date();
    if (!round.missing.isEmpty()) {
        for (const QDate &day : round.missing.mid(0, round.olderPages))
            asks.append(dailyPapers(round, day));
        return asks;
    }
    if (round.olderPages > 0) {
        const QDate mark = QDate::fromString(round.state.backfill, Qt::ISODate);
        const QDate from = mark.isValid() ? mark : today.addDays(-1);
        for (int back = 1; back <= round.olderPages; ++back)
            asks.append(dailyPapers(round, from.addDays(-back)));
        return asks;
    }
    const QDate had = QDate::fromString(round.state.cursor, Qt::ISODate);
    const QDate first = had.isValid() ? qMax(had, today.addDays(-daysBack)) : today.addDays(-1);
    for (QDate day = qMin(first, today); day <= today; day = day.addDays(1))
        asks.append(dailyPapers(round, day));
    return asks;
}

QList<Ask> datedFileAsks(const Round &round, const net::Response &index)
{
    QList<Ask> asks;
    const auto files = datedFiles(index.body, index.finalUrl, round.source.options.language);
    const auto wanted = !round.missing.isEmpty() ? filesOf(files, round.missing.mid(0, round.olderPages))
                        : round.olderPages > 0   ? olderFiles(files, round.state.backfill, round.olderPages)
                                                 : newFiles(files, round.state.cursor);
    for (const DatedFile &file : wanted) {
        Ask ask;
        ask.url = file.url;
        ask.reading = Reading::Document;
        if (round.olderPages == 0)
            ask.cursor = file.date.toString(Qt::ISODate);
        asks.append(ask);
    }
    return asks;
}

QList<Ask> linkedPosts(const Round &round, const net::Response &page)
{
    QList<Ask> asks;
    const auto links = postLinks(page.body, page.finalUrl);
    for (const PostLink &link : links) {
        const QString address = link.url.toString(QUrl::FullyEncoded);
        if (round.known.contains(address) || asks.size() >= mostLinkedPosts)
            continue;
        Ask ask;
        ask.url = link.url;
        ask.reading = Reading::Document;
        ask.mayBeMissing = true;
        asks.prepend(ask); // the page has the newest first; arrival follows the order of reading
    }
    return asks;
}

} // namespace

QList<Ask> firstAsks(const Round &round)
{
    Ask one;
    one.url = QUrl(round.source.url);
    one.conditional = round.olderPages == 0;
    switch (round.source.kind) {
    case Kind::Feed:
        return {feedPage(round, round.olderPages > 0 ? firstOlderPage(round) : 1)};
    case Kind::WordPress:
        return {wordPressPage(round, round.olderPages > 0 ? firstOlderPage(round) : 1)};
    case Kind::DailyPapers:
        return dailyAsks(round);
    case Kind::Document:
        one.reading = Reading::Document;
        return {one};
    case Kind::DatedFiles:
    case Kind::Page:
        one.reading = Reading::Index;
        return {one};
    case Kind::Folder:
    case Kind::Files:
    case Kind::Tour:
        return {};
    }
    return {};
}

QList<Ask> nextAsks(const Round &round, const Ask &asked, const Reply &reply)
{
    const bool older = round.olderPages > 0;
    switch (round.source.kind) {
    case Kind::DatedFiles:
        return asked.reading == Reading::Index ? datedFileAsks(round, *reply.response) : QList<Ask>();
    case Kind::Page:
        return asked.reading == Reading::Index ? linkedPosts(round, *reply.response) : QList<Ask>();
    case Kind::WordPress: {
        const int page = numberIn(asked.url, QStringLiteral("page"));
        const bool full = reply.posts >= postsAPage && !reply.repeats;
        // All of a page new, and not the first time: there may be more behind it.
        const bool absent =
            !older && reply.fresh == reply.posts && round.state.lastFresh.isValid() && page < mostNewPages;
        const bool walking =
            older && page - firstOlderPage(round) + 1 < round.olderPages && !hasReachedMissing(round, reply);
        return full && (absent || walking) ? QList<Ask>{wordPressPage(round, page + 1)} : QList<Ask>();
    }
    case Kind::Feed: {
        const int page = numberIn(asked.url, QStringLiteral("paged"));
        const bool more = older && reply.posts > 0 && !reply.repeats && !hasReachedMissing(round, reply) &&
                          page - firstOlderPage(round) + 1 < round.olderPages;
        return more ? QList<Ask>{feedPage(round, page + 1)} : QList<Ask>();
    }
    default:
        return {};
    }
}

std::optional<Ask> fallback(const Round &round, const Ask &refused)
{
    const QUrl feed(round.source.options.fallback);
    if (round.source.kind != Kind::WordPress || !feed.isValid() || feed.isEmpty() || refused.url == feed)
        return std::nullopt;
    Ask ask;
    ask.url = feed;
    return ask;
}

QString backfillMark(const Round &round, const Ask &asked)
{
    const bool dated = round.source.kind == Kind::DailyPapers || round.source.kind == Kind::DatedFiles;
    if (round.olderPages == 0 && !(dated && round.state.backfill.isEmpty()))
        return {};
    // Who fills a hole has not come further back by it, unless it lies behind the mark.
    const auto page = [&round](int number) { return QString::number(qMax(number, round.state.backfill.toInt())); };
    const auto day = [&round](const QString &date) {
        return !round.state.backfill.isEmpty() && !round.missing.isEmpty() ? qMin(date, round.state.backfill) : date;
    };
    switch (round.source.kind) {
    case Kind::Feed:
        return page(numberIn(asked.url, QStringLiteral("paged")));
    case Kind::WordPress:
        return page(numberIn(asked.url, QStringLiteral("page")));
    case Kind::DailyPapers:
        return day(QUrlQuery(asked.url).queryItemValue(QStringLiteral("date")));
    case Kind::DatedFiles:
        return asked.reading == Reading::Index ? QString() : day(dateIn(asked.url.fileName()).toString(Qt::ISODate));
    default:
        return {};
    }
}

QList<QDate> answeredDays(const Round &round, int answers, const QDate &oldest)
{
    const bool walks = round.source.kind == Kind::Feed || round.source.kind == Kind::WordPress;
    if (!walks) // each day is asked for alone, or stands in the index or does not
        return round.missing.mid(0, round.olderPages);
    Reply last;
    last.oldest = oldest;
    // It ended by itself: all was passed, or there is nothing further.
    if (answers < round.olderPages || hasReachedMissing(round, last))
        return round.missing;
    QList<QDate> days = round.missing;
    days.removeIf([&oldest](const QDate &day) { return !oldest.isValid() || day <= oldest.addDays(1); });
    return days;
}

bool canBackfill(const library::Source &source)
{
    return source.kind == Kind::Feed || source.kind == Kind::WordPress || source.kind == Kind::DailyPapers ||
           source.kind == Kind::DatedFiles;
}

bool isSingle(const Round &round)
{
    return round.olderPages == 0 && (round.source.kind == Kind::Feed || round.source.kind == Kind::Document);
}

} // namespace yaodian::sync
