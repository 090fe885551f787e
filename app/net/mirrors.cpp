#include "net/mirrors.h"

#include "net/address.h"

#include <QCoreApplication>

namespace yaodian::net {

namespace {

Error malformed(const QString &text)
{
    return Error::world(QCoreApplication::translate("net", "“%1” is not a mirror. Write HOST=BASE, for example "
                                                           "arxiv.org=https://mirror.example.org/arxiv.")
                            .arg(text));
}

QString withoutSlashAtEnd(QString path)
{
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    return path;
}

} // namespace

Result<Mirrors> Mirrors::fromTexts(const QStringList &texts)
{
    Mirrors mirrors;
    for (const QString &text : texts) {
        const QUrl host(QStringLiteral("http://") + text.section(QLatin1Char('='), 0, 0).trimmed(), QUrl::StrictMode);
        const QUrl base(text.section(QLatin1Char('='), 1).trimmed(), QUrl::StrictMode);
        const bool web = base.scheme() == QLatin1String("http") || base.scheme() == QLatin1String("https");
        if (!host.isValid() || host.host().isEmpty() || !host.path().isEmpty() || !host.userInfo().isEmpty() || !web ||
            !base.isValid() || base.host().isEmpty() || base.hasQuery() || base.hasFragment() ||
            !base.userInfo().isEmpty())
            return malformed(text);
        mirrors.m_rows.append({host.host(), host.port(), base});
    }
    return mirrors;
}

const Mirrors::Row *Mirrors::rowFor(const QUrl &url) const
{
    for (const Row &row : m_rows) {
        if (row.host == url.host() && (row.port < 0 || row.port == portOf(url)))
            return &row;
    }
    return nullptr;
}

Mirrors::Target Mirrors::apply(const QUrl &url) const
{
    const Row *row = rowFor(url);
    return row ? onto(url, row->base) : Target{url, false};
}

Mirrors::Target Mirrors::onto(const QUrl &url, const QUrl &base)
{
    QUrl target = url;
    target.setScheme(base.scheme());
    target.setHost(base.host());
    target.setPort(base.port());
    const QString path = url.path(QUrl::FullyEncoded);
    target.setPath(withoutSlashAtEnd(base.path(QUrl::FullyEncoded)) + (path.isEmpty() ? QStringLiteral("/") : path),
                   QUrl::TolerantMode);
    return {target, true, base};
}

QUrl Mirrors::undo(const QUrl &location, const QUrl &original, const QUrl &base)
{
    if (originOf(location) != originOf(base))
        return location;
    const QString prefix = withoutSlashAtEnd(base.path(QUrl::FullyEncoded));
    const QString path = location.path(QUrl::FullyEncoded);
    if (!path.startsWith(prefix + QLatin1Char('/')) && path != prefix)
        return location;
    QUrl out = location;
    out.setScheme(original.scheme());
    out.setHost(original.host());
    out.setPort(original.port());
    out.setPath(path.mid(prefix.size()), QUrl::TolerantMode);
    return out;
}

} // namespace yaodian::net
