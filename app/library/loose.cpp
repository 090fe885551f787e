#include "library/facade.h"
#include "library/storing.h"

namespace yaodian::library {

Result<PaperId> Library::ensurePaper(const QList<digest::Identifier> &identifiers, const QString &title)
{
    return d->write([&](Connection &connection) {
        PaperSeen seen;
        seen.identifiers = identifiers;
        seen.title = title;
        seen.fallbackKey = QStringLiteral("loose:") + title;
        seen.seenMs = d->store.clock().nowMs();
        const PaperFound found = findOrMakePaper(connection, d->store.stamps().next(), seen);
        mergeFound(d->store, connection, found);
        followAliases(connection);
        return found.paper;
    });
}

} // namespace yaodian::library
