#include "sync/policy.h"

#include "net/address.h"

namespace yaodian::sync {

namespace {

constexpr int longestKeep = 5 * 60 * 60;     ///< seconds
constexpr int longestBackOff = 24 * 60 * 60; ///< seconds
constexpr int goneSeconds = 53 * 60 * 60;    ///< not a whole number of days: each try falls on another hour
constexpr int mostDoublings = 10;
constexpr int validatorDays = 8;
/// One limit for all their names.
constexpr QLatin1String sitesOfManyHosts[] = {QLatin1String("arxiv.org"), QLatin1String("tumblr.com"),
                                              QLatin1String("wordpress.com"), QLatin1String("substack.com")};

int intervalSeconds(const library::Source &source)
{
    const int chosen = source.options.intervalMinutes;
    return qMax(shortestIntervalMinutes, chosen > 0 ? chosen : usualIntervalMinutes) * 60;
}

/// -10 … +10 per cent, the same for the same source and number: spread, and still to be told in advance.
int spread(const library::Source &source, int failures, int seconds)
{
    const int percent = int(qHash(source.id, size_t(failures)) % 21) - 10;
    return seconds + seconds / 100 * percent;
}

/// The number behind "name=" in a list of directives; -1: none.
qint64 directive(const QByteArray &header, QByteArrayView name)
{
    const QList<QByteArray> parts = header.toLower().split(',');
    for (const QByteArray &part : parts) {
        const QByteArray trimmed = part.trimmed();
        bool ok = false;
        if (!trimmed.startsWith(name) || !trimmed.mid(name.size()).trimmed().startsWith('='))
            continue;
        const qint64 number = trimmed.mid(trimmed.indexOf('=') + 1).trimmed().replace('"', "").toLongLong(&ok);
        if (ok && number >= 0)
            return number;
    }
    return -1;
}

} // namespace

int keepSeconds(const net::Response &response)
{
    const QByteArray control = response.header("Cache-Control");
    if (control.toLower().contains("no-cache") || control.toLower().contains("no-store"))
        return 0;
    const qint64 age = qMax(qint64(0), response.header("Age").trimmed().toLongLong());
    return int(qBound(qint64(0), directive(control, "max-age") - age, qint64(longestKeep)));
}

QString hostKey(const QUrl &url)
{
    for (const QLatin1String site : sitesOfManyHosts) {
        if (url.host() == site || url.host().endsWith(QLatin1Char('.') + site))
            return QStringLiteral("%1:%2").arg(site).arg(net::portOf(url));
    }
    return QStringLiteral("%1:%2").arg(url.host()).arg(net::portOf(url));
}

bool speaksForItsHost(const QUrl &url)
{
    return !url.host().startsWith(QLatin1String("rsshub."));
}

QDateTime dueAfterSuccess(const library::Source &source, int keepSeconds, const QDateTime &now)
{
    const int kept = source.options.ignoresMaxAge ? 0 : keepSeconds;
    return now.addSecs(qMax(intervalSeconds(source), kept));
}

QDateTime dueAfterFailure(const library::Source &source, int failures, bool gone, const QDateTime &now)
{
    const int doublings = qBound(0, failures - 1, mostDoublings);
    const qint64 seconds = qMin(qint64(intervalSeconds(source)) << doublings, qint64(longestBackOff));
    return now.addSecs(spread(source, failures, gone ? qMax(goneSeconds, int(seconds)) : int(seconds)));
}

bool validatorsAreOld(const library::SyncState &state, const QDateTime &now)
{
    return state.validatorsSince.isValid() && state.validatorsSince.addDays(validatorDays) <= now;
}

bool isDue(const library::SyncState &state, const QDateTime &now)
{
    const bool held = state.holdUntil.isValid() && state.holdUntil > now;
    return !held && (!state.nextDue.isValid() || state.nextDue <= now);
}

} // namespace yaodian::sync
