#include "exporting/lookups.h"

namespace yaodian::exporting {

Lookups::Lookups(const library::Library &library, Groups groups, QSet<QByteArray> names)
    : m_library(library), m_groups(groups), m_names(std::move(names)), m_all(library.kinds())
{
    for (const library::Kind &kind : std::as_const(m_all))
        m_kinds.insert(kind.key, kind);
}

library::Kind Lookups::kind(const QString &key) const
{
    const auto it = m_kinds.constFind(key);
    return it == m_kinds.cend() ? library::Kind{key, {}, key, key, {}, {}} : *it;
}

std::optional<library::Document> Lookups::document(const QString &sha256) const
{
    const auto it = m_documents.constFind(sha256);
    return it == m_documents.cend() ? *m_documents.insert(sha256, m_library.document(sha256)) : *it;
}

} // namespace yaodian::exporting
