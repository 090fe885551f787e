#include "pdf/worker/painting.h"

#include <QGuiApplication>
#include <QLibraryInfo>

#include <array>

#include <unistd.h>

namespace yaodian::pdf::worker {

void preparePainting()
{
    // Without the plug-in Qt ends the program; no pictures are found then.
    const QString plugins = QLibraryInfo::path(QLibraryInfo::PluginsPath);
    if (::access((plugins + QStringLiteral("/platforms/libqoffscreen.so")).toUtf8().constData(), R_OK) != 0)
        return;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_NO_GLIB", "1");
    qputenv("XDG_RUNTIME_DIR", "/"); // else Qt makes a folder for it
    static std::array<char, 12> name{"yaodian-pdf"};
    static std::array<char *, 2> arguments{name.data(), nullptr};
    static int count = 1;
    new QGuiApplication(count, arguments.data()); // for as long as the process lives
}

bool canPaint()
{
    return QCoreApplication::instance() != nullptr;
}

} // namespace yaodian::pdf::worker
