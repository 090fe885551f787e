#pragma once

#include <QHash>
#include <QString>
#include <QUrl>

namespace yaodian::net {

/// The queue in which a request waits: one connection, and so many milliseconds between two starts.
struct LaneRule
{
    QString lane;
    int spacingMs = 0;
};

/// Which hosts share a queue and how far apart their requests start. A table as data; settings and tests add to it.
class Politeness
{
public:
    /// `host` and all below it share one queue with this spacing.
    void setSpacing(const QString &host, int ms);
    /// For every host without a row of its own; at least the quarter of a second that is built in.
    void setUsualSpacing(int ms) { m_usual = ms; }
    /// For a request to `url` as it goes out. A mirror is the person's own server and a literal private address is at
    /// most in the next room: both have a queue without spacing.
    [[nodiscard]] LaneRule ruleFor(const QUrl &url, bool mirrored) const;

private:
    QHash<QString, int> m_chosen;
    int m_usual = 0;
};

} // namespace yaodian::net
