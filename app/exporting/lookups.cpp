#include "exporting/lookups.h"

namespace yaodian::exporting {

Lookups::Lookups(const library::Library &library) : m_library(library)
{
    const QList<library::Kind> kinds = library.kinds();
    for (const library::Kind &kind : kinds)
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
