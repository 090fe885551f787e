#include "base/text.h"
#include "notes/notes.h"

namespace yaodian::notes {

std::optional<library::Kind> kindNamed(const QList<library::Kind> &kinds, const QString &name)
{
    const QString wanted = folded(name);
    if (wanted.isEmpty())
        return std::nullopt;
    for (const library::Kind &kind : kinds) {
        for (const QString &known : {kind.key, kind.letter, kind.nameZh, kind.nameEn}) {
            if (folded(known) == wanted)
                return kind;
        }
    }
    return std::nullopt;
}

} // namespace yaodian::notes
