#include "bench.h"

#include "base/clock.h"
#include "base/files.h"
#include "digest/digest.h"
#include "library/library.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

namespace yaodian::bench {

namespace {

constexpr qsizetype atATime = 50; // issues a transaction, as when a folder is imported

struct Source
{
    QByteArray bytes;
    QString name;
};

/// What one import has to do with: posts with entries, since entries are what is counted.
QList<Source> sourcesOf(const QString &corpus)
{
    QList<Source> found;
    for (const QString &group :
         {QStringLiteral("seeds"), QStringLiteral("digests/seedlike"), QStringLiteral("digests/markdown")})
        for (const QString &path : filesBelow(corpus + QLatin1Char('/') + group))
            if (const auto bytes = readFile(path, digest::largestDocument))
                found += {*bytes, QFileInfo(path).fileName()};
    return found;
}

/// The same post as another day's: its issue and its papers get ids of their own, so every entry is a new row.
void renew(digest::Issue &issue, int round, int &serial)
{
    issue.guid = QStringLiteral("bench-%1-%2-%3").arg(round).arg(serial).arg(issue.guid);
    issue.link.clear();
    for (digest::Entry &entry : issue.entries) {
        ++serial;
        entry.url =
            QStringLiteral("https://arxiv.org/abs/%1.%2").arg(1000 + serial / 90000).arg(serial % 90000 + 10000);
        entry.title += QStringLiteral(" %1").arg(serial);
    }
}

} // namespace

void importing(const QString &corpus, int entries)
{
    const QList<Source> sources = sourcesOf(corpus);
    QTemporaryDir folder;
    SystemClock clock;
    IdSource ids(clock);
    auto library = library::Library::open(folder.filePath(QStringLiteral("library")), library::Library::Mode::ReadWrite,
                                          clock, ids);
    if (sources.isEmpty() || !library)
        return say(QStringLiteral("import: %1").arg(library ? QStringLiteral("no posts") : library.error().message));
    const library::Source source{library::SourceId(nameBasedUuid(u"source", u"bench")),
                                 library::Source::Kind::Files,
                                 QStringLiteral("bench"),
                                 {},
                                 {}};
    qint64 parseNs = 0, storeNs = 0;
    qsizetype stored = 0, issues = 0, last = -1;
    QList<library::Post> batch;
    QString trouble;
    const auto store = [&] {
        QElapsedTimer timer;
        timer.start();
        const auto outcome = (*library)->storeIssues(source, batch);
        storeNs += timer.nsecsElapsed();
        if (!outcome)
            trouble = outcome.error().message;
        for (const library::StoredIssue &one : outcome.valueOr({}))
            stored += one.newEntries;
        issues += batch.size();
        batch.clear();
    };
    int serial = 0;
    for (int round = 0; stored < entries && stored != last && trouble.isEmpty(); ++round) {
        last = stored;
        for (const Source &one : sources) {
            QElapsedTimer timer;
            timer.start();
            auto parsed = digest::parse(one.bytes, {one.name, {}, {}});
            parseNs += timer.nsecsElapsed();
            for (digest::Issue &issue : parsed.valueOr({})) {
                if (issue.entries.isEmpty())
                    continue;
                renew(issue, round, serial);
                batch += {issue, issue.guid.toUtf8() + one.bytes};
            }
            if (batch.size() >= atATime)
                store();
        }
        if (!batch.isEmpty())
            store();
    }
    if (!trouble.isEmpty())
        return say(QStringLiteral("import: ") + trouble);
    const auto rate = [&](qint64 ns) { return ns > 0 ? double(stored) * 1e9 / double(ns) : 0; };
    say(QStringLiteral("import %1 entries/s  (parse and store; store alone %2 entries/s; %3 entries, %4 issues)")
            .arg(rate(parseNs + storeNs), 0, 'f', 0)
            .arg(rate(storeNs), 0, 'f', 0)
            .arg(stored)
            .arg(issues));
}

} // namespace yaodian::bench
