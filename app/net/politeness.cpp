#include "net/politeness.h"

#include "net/address.h"

namespace yaodian::net {

namespace {

struct Row
{
    const char *host;
    int spacingMs;
};

// arXiv's terms: RSS, API and pages together one request in 3 s over a single connection.
constexpr Row table[] = {
    {"arxiv.org", 3000},
};
constexpr int otherSpacingMs = 250;

} // namespace

void Politeness::setSpacing(const QString &host, int ms)
{
    m_chosen.insert(host.toLower(), ms);
}

LaneRule Politeness::ruleFor(const QUrl &url, bool mirrored) const
{
    if (mirrored)
        return {originOf(url), 0};
    // example.org is asked about before org, so that the closest row wins.
    for (QString host = url.host(); !host.isEmpty(); host = host.section(QLatin1Char('.'), 1)) {
        if (const auto chosen = m_chosen.constFind(host); chosen != m_chosen.constEnd())
            return {host, *chosen};
        for (const Row &row : table) {
            if (host == QLatin1String(row.host))
                return {host, qMax(row.spacingMs, m_usual)};
        }
    }
    return {originOf(url), isPrivate(literalAddress(url)) ? 0 : qMax(otherSpacingMs, m_usual)};
}

} // namespace yaodian::net
