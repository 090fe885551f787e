#pragma once

#include "exporting/exporting.h"

#include <QHash>

namespace yaodian::exporting {

/// What is looked up once for all that is written together. For one thread.
class Lookups
{
public:
    using Groups = Template::Groups;
    explicit Lookups(const library::Library &library, Groups groups = Groups::None);

    [[nodiscard]] const library::Library &library() const { return m_library; }
    [[nodiscard]] Groups groups() const { return m_groups; }
    [[nodiscard]] const QList<library::Kind> &kinds() const { return m_all; } ///< in the reader's order
    /// A kind that is not there any more goes by its key.
    [[nodiscard]] library::Kind kind(const QString &key) const;
    [[nodiscard]] std::optional<library::Document> document(const QString &sha256) const;

private:
    const library::Library &m_library;
    Groups m_groups;
    QList<library::Kind> m_all;
    QHash<QString, library::Kind> m_kinds; ///< by their keys
    mutable QHash<QString, std::optional<library::Document>> m_documents;
};

} // namespace yaodian::exporting
