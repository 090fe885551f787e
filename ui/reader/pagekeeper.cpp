#include "ui/reader/pagekeeper.h"

#include <QDir>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostPapersAtOnce = 20; ///< a change of more is a sync or an import of posts, which brings no PDFs

} // namespace

PageKeeper::PageKeeper(library::Library &library, Settings &settings, Background &background, QObject *parent)
    : QObject(parent), m_library(library), m_since(QDateTime::currentDateTimeUtc())
{
    if (library.isReadOnly())
        return;
    m_store->disk = std::make_shared<DiskCache>(QDir::cleanPath(library.incomingFolder() + u"/../pages"_s));
    m_preparing = new Preparing(m_store->disk, settings, background, this);
    background.run(
        this,
        [disk = m_store->disk](const CancelToken &) {
            disk->load();
            return true;
        },
        [](bool) {});
    connect(&library, &library::Library::changed, this, &PageKeeper::changed);
}

void PageKeeper::changed(const library::Change &change)
{
    if (change.papers.size() > MostPapersAtOnce)
        return;
    for (const library::PaperId paper : change.papers) {
        const auto documents = m_library.documents(paper);
        if (!documents.isEmpty() && documents.first().added >= m_since)
            m_preparing->add(documents.first().path, documents.first().sha256);
    }
}

} // namespace yaodian::ui
