#include "notes/notes.h"

#include <QCoreApplication>

// Searches that the reader keeps.
namespace yaodian::notes {

namespace {

constexpr int longestName = 60; ///< in characters: it stands in the sidebar

QString shortened(const QString &name)
{
    const qsizetype length =
        name.size() > longestName && name[longestName - 1].isHighSurrogate() ? longestName - 1 : longestName;
    return name.left(length);
}

Error noSearch()
{
    return Error::world(QCoreApplication::translate("notes", "This search is not there any more."));
}

std::optional<library::SavedSearch> searchOf(const library::Library &library, library::SearchId id)
{
    const QList<library::SavedSearch> all = library.savedSearches();
    const auto it = std::find_if(all.cbegin(), all.cend(), [id](const auto &one) { return one.id == id; });
    return it == all.cend() ? std::nullopt : std::optional(*it);
}

} // namespace

Result<library::SearchId> Notes::keepSearch(const QString &query, const QString &name)
{
    const QString words = query.simplified();
    if (words.isEmpty())
        return Error::world(QCoreApplication::translate("notes", "An empty search cannot be kept."));
    const QList<library::SavedSearch> all = m_library.savedSearches();
    for (const library::SavedSearch &one : all) {
        if (one.query.compare(words, Qt::CaseInsensitive) == 0)
            return one.id; // it stands in the sidebar already
    }
    library::SavedSearch search{m_ids.make<library::SearchTag>(), name.simplified(), words};
    if (search.name.isEmpty())
        search.name = words;
    search.name = shortened(search.name);
    const auto done =
        m_library.act(QStringLiteral("search.keep"), QCoreApplication::translate("notes", "Keep a search"),
                      [&](library::Acts &acts) { return acts.putSearch(search); });
    return done ? Result<library::SearchId>(search.id) : Result<library::SearchId>(done.error());
}

Result<void> Notes::renameSearch(library::SearchId id, const QString &name)
{
    auto search = searchOf(m_library, id);
    if (!search)
        return noSearch();
    search->name = shortened(name.simplified());
    if (search->name.isEmpty())
        search->name = search->query;
    const auto done =
        m_library.act(QStringLiteral("search.rename"), QCoreApplication::translate("notes", "Name of a search"),
                      [&](library::Acts &acts) { return acts.putSearch(*search); });
    return done ? Result<void>() : Result<void>(done.error());
}

Result<void> Notes::removeSearch(library::SearchId id)
{
    if (!searchOf(m_library, id))
        return noSearch();
    const auto done =
        m_library.act(QStringLiteral("search.remove"), QCoreApplication::translate("notes", "Remove a search"),
                      [&](library::Acts &acts) { return acts.removeSearch(id); });
    return done ? Result<void>() : Result<void>(done.error());
}

} // namespace yaodian::notes
