#include "papers/watching.h"

#include "papers/recognising.h"
#include "pdf/document.h"

#include <QDir>
#include <QStandardPaths>

namespace yaodian::papers {

namespace {

constexpr int settleMs = 700; ///< a file that grew no more for so long is whole

} // namespace

Watching::Watching(library::Library &library, Papers &papers, Background &background, QObject *parent)
    : QObject(parent), m_library(library), m_papers(papers), m_background(background), m_watcher(this), m_soon(this)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(settleMs);
    connect(&m_soon, &QTimer::timeout, this, &Watching::look);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_soon, qOverload<>(&QTimer::start));
}

void Watching::setFolder(const QString &folder)
{
    if (folder == m_folder)
        return;
    m_folder = folder;
    if (isWatching())
        watch();
}

QString Watching::folder() const
{
    return m_folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DownloadLocation) : m_folder;
}

void Watching::want(library::PaperId paper)
{
    const bool first = m_wanted.isEmpty();
    m_wanted.removeOne(paper);
    m_wanted.prepend(paper); // the one that was wanted last is the likeliest
    if (first)
        watch();
}

void Watching::watch()
{
    if (const QStringList before = m_watcher.directories(); !before.isEmpty())
        m_watcher.removePaths(before);
    m_seen.clear();
    // What lies there already was not saved for these papers.
    const auto files = QDir(folder()).entryInfoList({QStringLiteral("*.pdf")}, QDir::Files);
    for (const QFileInfo &file : files)
        m_seen.insert(file.absoluteFilePath(), {file.size(), file.lastModified(), true});
    if (QFileInfo(folder()).isDir())
        m_watcher.addPath(folder());
}

void Watching::look()
{
    bool unsettled = false;
    const auto files = QDir(folder()).entryInfoList({QStringLiteral("*.pdf")}, QDir::Files);
    for (const QFileInfo &file : files) {
        Seen &seen = m_seen[file.absoluteFilePath()];
        const bool same = seen.size == file.size() && seen.changed == file.lastModified();
        if (same && seen.lookedAt)
            continue;
        seen.lookedAt = same && file.size() > 0;
        seen.size = file.size();
        seen.changed = file.lastModified();
        if (seen.lookedAt)
            recognise(file.absoluteFilePath());
        else
            unsettled = true;
    }
    if (unsettled)
        m_soon.start();
}

void Watching::recognise(const QString &path)
{
    m_background.run(
        this,
        [path](const CancelToken &) -> QString {
            if (!Papers::checkFile(path))
                return {};
            const auto pages = pdf::readText(path, 0);
            return pages && !pages->isEmpty() ? pages->first().text : QString();
        },
        [this, path](const QString &firstPage) { recognised(path, firstPage); });
}

void Watching::recognised(const QString &path, const QString &firstPage)
{
    const auto inName = arxivInFileName(path);
    const auto own = inName ? inName : arxivStampOn(firstPage);
    std::optional<library::PaperId> paper;
    for (const library::PaperId &wanted : std::as_const(m_wanted)) {
        const auto known = m_library.paper(wanted);
        if (known && ((own && known->identifiers.contains(*own)) || isTitled(firstPage, known->title))) {
            paper = known->id;
            break;
        }
    }
    if (!paper && own) {
        const auto other =
            m_library.named(QStringLiteral("arXiv:") + own->value, {library::Library::Named::What::Paper});
        if (other.what == library::Library::Named::What::Paper)
            paper = library::PaperId(other.id);
    }
    if (!paper)
        return;
    m_background.run(
        this, [papers = &m_papers, id = *paper, path](const CancelToken &) { return papers->adopt(id, path); },
        [this](const Result<library::Document> &document) {
            if (!document)
                return;
            m_wanted.removeOne(document->paper);
            Q_EMIT adopted(*document);
        });
}

} // namespace yaodian::papers
