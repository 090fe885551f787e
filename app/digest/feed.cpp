#include "digest/feed.h"

namespace yaodian::digest {

QList<Issue> readFeed(const QString &, const Origin &)
{
    return {};
}

} // namespace yaodian::digest
