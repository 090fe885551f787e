#pragma once

#include "base/result.h"

#include <QList>
#include <QStringList>
#include <QUrl>

namespace yaodian::net {

/// "HOST=BASE" rows: where requests for a host really go. Everything else (rules, reports, redirects) speaks of the
/// original address.
class Mirrors
{
public:
    /// One clear sentence for the first malformed row.
    static Result<Mirrors> fromTexts(const QStringList &texts);

    struct Target
    {
        QUrl url;
        bool mirrored = false;
        QUrl base = {}; ///< of the mirror
    };
    /// Where a request for `url` goes: path and query kept, behind the path of the base.
    [[nodiscard]] Target apply(const QUrl &url) const;

    /// The same for one base, whatever the host.
    [[nodiscard]] static Target onto(const QUrl &url, const QUrl &base);

    /// What an address that a mirror named in a redirect means in the words of `original`, which was asked of `base`;
    /// unchanged where it lies elsewhere.
    [[nodiscard]] static QUrl undo(const QUrl &location, const QUrl &original, const QUrl &base);

private:
    struct Row
    {
        QString host;
        int port = -1; ///< -1: any
        QUrl base;
    };
    [[nodiscard]] const Row *rowFor(const QUrl &url) const;

    QList<Row> m_rows;
};

} // namespace yaodian::net
