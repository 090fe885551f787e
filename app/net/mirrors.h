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
    };
    /// Where a request for `url` goes: path and query kept, behind the path of the base.
    [[nodiscard]] Target apply(const QUrl &url) const;

    /// What an address that `original`'s mirror named in a redirect means in the original's words; unchanged where it
    /// lies elsewhere.
    [[nodiscard]] QUrl undo(const QUrl &location, const QUrl &original) const;

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
