#include "papers/patience.h"

#include "papers/candidates.h"

namespace yaodian::papers {

namespace {

constexpr int usualSeconds = 120;
constexpr int mostSeconds = 24 * 3600;

QString keyOf(const QUrl &url)
{
    return url.toString(QUrl::FullyEncoded | QUrl::RemoveFragment);
}

} // namespace

void keepPatience(library::Library &library, const net::Response &head, const QUrl &asked, const QDateTime &now)
{
    const bool whole = head.status == 429;
    if (!whole && (head.status != 503 || head.retryAfterSeconds <= 0))
        return;
    const int seconds = head.retryAfterSeconds > 0 ? qMin(head.retryAfterSeconds, mostSeconds) : usualSeconds;
    // A hold that cannot be kept costs one question too many, no more.
    (void)library.putHostHold({whole ? serverOf(head.finalUrl) : keyOf(head.finalUrl), now.addSecs(seconds)});
    if (keyOf(asked) != keyOf(head.finalUrl)) // who is led there by a redirect need not go there again
        (void)library.putHostHold({keyOf(asked), now.addSecs(seconds)});
}

QDateTime patienceUntil(const library::Library &library, const QUrl &url)
{
    QDateTime until;
    const auto holds = library.hostHolds();
    for (const library::HostHold &hold : holds) {
        if (hold.host == serverOf(url) || hold.host == keyOf(url))
            until = until.isValid() ? qMax(until, hold.until) : hold.until;
    }
    return until;
}

bool isArxiv(const QUrl &url)
{
    return url.host() == QLatin1String("arxiv.org") || url.host().endsWith(QLatin1String(".arxiv.org"));
}

} // namespace yaodian::papers
