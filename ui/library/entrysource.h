#pragma once

#include "library/library.h"

namespace yaodian::ui {

/// Where the list gets its entries from: the library, or a test's own.
class EntrySource
{
public:
    virtual ~EntrySource() = default;
    /// At most `most`, the first ones; -1: all.
    [[nodiscard]] virtual QList<library::EntryId> ids(const library::ListQuery &query, int most) const = 0;
    [[nodiscard]] virtual QList<library::ListRow> rows(const QList<library::EntryId> &ids) const = 0;
    [[nodiscard]] virtual QList<library::CategoryCount> categories(const library::ListQuery &query) const = 0;
};

class LibrarySource final : public EntrySource
{
public:
    explicit LibrarySource(const library::Library &library) : m_library(library) {}
    [[nodiscard]] QList<library::EntryId> ids(const library::ListQuery &query, int most) const override
    {
        return m_library.entryIds(query, most);
    }
    [[nodiscard]] QList<library::ListRow> rows(const QList<library::EntryId> &ids) const override
    {
        return m_library.rows(ids);
    }
    [[nodiscard]] QList<library::CategoryCount> categories(const library::ListQuery &query) const override
    {
        return m_library.categories(query);
    }

private:
    const library::Library &m_library;
};

} // namespace yaodian::ui
