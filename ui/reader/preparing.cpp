#include "ui/reader/preparing.h"

#include "ui/reader/firstview.h"

namespace yaodian::ui {

namespace {

constexpr qsizetype MostWaiting = 40; ///< of an evening; a folder of a thousand PDFs is not read for this

} // namespace

Preparing::Preparing(std::shared_ptr<DiskCache> disk, Settings &settings, Background &background, QObject *parent,
                     int quietMs)
    : QObject(parent), m_disk(std::move(disk)), m_settings(settings), m_background(background)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(quietMs);
    connect(&m_quiet, &QTimer::timeout, this, &Preparing::next);
}

Preparing::~Preparing() = default;

void Preparing::add(const QString &path, const QString &sha256)
{
    if (m_seen.contains(sha256) || m_waiting.size() >= MostWaiting)
        return;
    m_seen.insert(sha256);
    m_waiting << Paper{path, sha256};
    if (!m_document)
        m_quiet.start();
}

void Preparing::next()
{
    if (m_document || m_waiting.isEmpty())
        return;
    m_paper = m_waiting.takeFirst();
    m_document = std::make_unique<pdf::Document>(m_paper.path);
    connect(m_document.get(), &pdf::Document::opened, this, &Preparing::draw);
    // What cannot be shown, or not without a password, has no first page.
    connect(m_document.get(), &pdf::Document::failed, this, &Preparing::end);
    connect(m_document.get(), &pdf::Document::passwordNeeded, this, &Preparing::end);
}

void Preparing::draw()
{
    const auto seen = expectedView(m_settings, m_paper.path)(m_document->info().pages);
    if (seen.isEmpty())
        return end();
    const auto first = seen.first();
    const QString name = DiskCache::nameOf(m_paper.sha256, first.page, qRound(first.scale * 1000));
    if (name.isEmpty() || m_disk->contains(name))
        return end();
    m_document->render(first.page, first.scale, {}, pdf::Document::Priority::Background, this,
                       [this, name](const Result<QImage> &image) { drawn(name, image); });
}

void Preparing::drawn(const QString &name, const Result<QImage> &image)
{
    if (!image)
        return end();
    m_background.run(
        this, [disk = m_disk, name, picture = *image](const CancelToken &) { return disk->write(name, picture).ok(); },
        [this](bool) { end(); });
}

void Preparing::end()
{
    if (m_document)
        m_document.release()->deleteLater(); // it is in the middle of a signal
    if (!m_waiting.isEmpty())
        m_quiet.start();
}

} // namespace yaodian::ui
