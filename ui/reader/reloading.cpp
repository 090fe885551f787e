#include "ui/reader/reloading.h"

#include "base/files.h"
#include "ui/reader/readerview.h"

#include <QDesktopServices>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

namespace yaodian::ui {

Reloading::Reloading(const ReaderContext &context) : m_context(context), m_watch(context.background, this)
{
    connect(&m_watch, &FileWatch::changed, this, [this] { m_context.reader.readAgain(); });
    context.commands.bind("reader.reload", &context.reader,
                          [this](std::optional<int>) { m_context.reader.readAgain(); });
    context.commands.bind("reader.systemViewer", &context.reader, [this](std::optional<int>) { askForViewer(); });
}

/// Documents of the library never change; a file that was opened by its path may, as long as it is shown.
void Reloading::setDocument(pdf::Document *document)
{
    if (document && m_context.reader.isLoose())
        m_watch.watch(m_context.reader.path());
    else
        m_watch.watch({});
}

void Reloading::askForViewer()
{
    Ask *ask = m_context.ask();
    if (!ask || !QFileInfo::exists(m_context.reader.path())) {
        m_context.say(tr("There is no file to be opened."));
        return;
    }
    ask->confirm(&m_context.reader, tr("Open this PDF in the system's viewer?\n%1").arg(m_context.reader.title()),
                 tr("Open"), [this, self = QPointer<Reloading>(this)] {
                     if (self)
                         view();
                 });
}

/// Of the library's own documents a copy: another program may write into what it opens.
void Reloading::view()
{
    const QString path = m_context.reader.path();
    if (m_context.reader.isLoose()) {
        open(path);
        return;
    }
    if (!m_copies)
        m_copies = std::make_unique<QTemporaryDir>();
    // Two versions of a paper have the same title.
    const QString copy = m_copies->filePath(m_context.reader.sha256().left(8) + QLatin1Char('-') +
                                            slug(m_context.reader.title()) + QStringLiteral(".pdf"));
    m_context.background.run(
        this,
        [path, copy](const CancelToken &) { return QFile::exists(copy) || QFile::copy(path, copy) ? copy : QString(); },
        [this](const QString &made) {
            if (made.isEmpty())
                m_context.say(tr("The PDF could not be copied for the system's viewer."));
            else
                open(made);
        });
}

void Reloading::open(const QString &path)
{
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path)))
        m_context.say(tr("The system has no viewer that opens PDFs."));
}

} // namespace yaodian::ui
