#include "notes/notes.h"

#include <QCoreApplication>

#include <algorithm>

// Earlier states of highlights.
namespace yaodian::notes {

Result<void> Notes::restoreHighlight(const library::Highlight &version)
{
    const QList<library::Kind> kinds = m_library.kinds();
    const auto now = m_library.highlight(version.id);
    library::Highlight wanted = version;
    if (now)
        wanted.paper = now->paper; // a merge of papers is not what is taken back
    if (std::none_of(kinds.begin(), kinds.end(), [&](const library::Kind &k) { return k.key == version.kind; }))
        wanted.kind = now ? now->kind : kinds.value(0).key;
    if (now && *now == wanted)
        return {};
    const auto done = now ? m_library.act(QStringLiteral("highlight.restore"),
                                          QCoreApplication::translate("notes", "Earlier version of a highlight"),
                                          [&](library::Acts &acts) { return acts.putHighlight(wanted); })
                          : m_library.act(QStringLiteral("highlight.back"),
                                          QCoreApplication::translate("notes", "Bring a highlight back"),
                                          [&](library::Acts &acts) { return acts.bringBack(wanted); });
    return done.ok() ? Result<void>() : Result<void>(done.error());
}

} // namespace yaodian::notes
