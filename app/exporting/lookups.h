#pragma once

#include "library/library.h"

#include <QHash>

namespace yaodian::exporting {

/// What is looked up once for all that is written together. For one thread.
class Lookups
{
public:
    explicit Lookups(const library::Library &library);

    [[nodiscard]] const library::Library &library() const { return m_library; }
    /// A kind that is not there any more goes by its key.
    [[nodiscard]] library::Kind kind(const QString &key) const;
    [[nodiscard]] std::optional<library::Document> document(const QString &sha256) const;

private:
    const library::Library &m_library;
    QHash<QString, library::Kind> m_kinds;
    mutable QHash<QString, std::optional<library::Document>> m_documents;
};

} // namespace yaodian::exporting
