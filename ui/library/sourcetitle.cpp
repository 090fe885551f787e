#include "ui/library/sourcetitle.h"

#include "library/library.h"

#include <QCoreApplication>

namespace yaodian::ui {

QString sourceTitle(library::SourceId id, const QString &stored, const QString &url)
{
    using Kind = library::Source::Kind;
    if (id == library::Library::sourceId(Kind::Files))
        return QCoreApplication::translate("views", "Files", "source of what was imported by hand");
    if (id == library::Library::sourceId(Kind::Tour))
        return QCoreApplication::translate("views", "Tour", "source of the first steps");
    return stored.isEmpty() ? url : stored;
}

} // namespace yaodian::ui
