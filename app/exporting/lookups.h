#pragma once

#include "exporting/exporting.h"

#include <QHash>
#include <QSet>

namespace yaodian::exporting {

/// What is looked up once for all that is written together. For one thread.
class Lookups
{
public:
    using Groups = Template::Groups;
    /// `names`: what the template names (Form::names()); empty: everything.
    explicit Lookups(const library::Library &library, Groups groups = Groups::None, QSet<QByteArray> names = {});

    [[nodiscard]] const library::Library &library() const { return m_library; }
    [[nodiscard]] Groups groups() const { return m_groups; }
    /// Whether it is of use to make what goes by that name.
    [[nodiscard]] bool wants(const char *name) const { return m_names.isEmpty() || m_names.contains(name); }
    [[nodiscard]] const QList<library::Kind> &kinds() const { return m_all; } ///< in the reader's order
    /// A kind that is not there any more goes by its key.
    [[nodiscard]] library::Kind kind(const QString &key) const;
    [[nodiscard]] std::optional<library::Document> document(const QString &sha256) const;

private:
    const library::Library &m_library;
    Groups m_groups;
    QSet<QByteArray> m_names;
    QList<library::Kind> m_all;
    QHash<QString, library::Kind> m_kinds; ///< by their keys
    mutable QHash<QString, std::optional<library::Document>> m_documents;
};

} // namespace yaodian::exporting
