#include "ui/reader/imaging.h"

#include "notes/formula.h"
#include "ui/notes/notepictures.h"
#include "ui/reader/snapshot.h"

namespace yaodian::ui {

namespace {

constexpr int SoonMs = 250;      ///< what was marked is painted and saved first
constexpr double Margin = 0.004; ///< of the page, around words: accents and brackets reach out of their boxes

/// What is seen on a picture of a highlight.
Box placeOf(const library::Highlight &highlight)
{
    if (highlight.style == library::Highlight::Style::Area)
        return highlight.boxes.value(0);
    Box all;
    for (const Box &line : highlight.boxes)
        all = all.united(line);
    return boxBetween({all.left - Margin, all.top - Margin}, {all.right + Margin, all.bottom + Margin});
}

} // namespace

Imaging::Imaging(QObject *parent) : QObject(parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(SoonMs);
    connect(&m_soon, &QTimer::timeout, this, &Imaging::look);
}

void Imaging::setLibrary(library::Library &library)
{
    m_library = &library;
    connect(m_library, &library::Library::changed, this, [this](const library::Change &change) {
        if (change.everything || change.papers.contains(m_paper))
            m_soon.start();
    });
}

void Imaging::setDocument(pdf::Document *document, library::PaperId paper, const QString &sha256)
{
    if (document == m_document && paper == m_paper && sha256 == m_sha256)
        return;
    ++m_generation;
    m_busy = false;
    m_prose.clear();
    m_inVain.clear();
    m_document = document;
    m_paper = paper;
    m_sha256 = sha256;
    m_soon.start();
}

bool Imaging::wantsPicture(const library::Highlight &highlight)
{
    if (highlight.document != m_sha256 || !highlight.image.isEmpty() || placeOf(highlight).isEmpty() ||
        m_inVain.value(highlight.id) == highlight.boxes)
        return false;
    if (highlight.style == library::Highlight::Style::Area)
        return true;
    if (const auto prose = m_prose.constFind(highlight.id); prose != m_prose.cend() && *prose == highlight.quote)
        return false;
    if (notes::isFormulaSoup(highlight.quote))
        return true;
    m_prose.insert(highlight.id, highlight.quote);
    return false;
}

std::optional<library::Highlight> Imaging::next()
{
    const QList<library::Highlight> all = m_library->highlights(m_paper);
    for (const library::Highlight &highlight : all)
        if (wantsPicture(highlight))
            return highlight;
    return std::nullopt;
}

void Imaging::look()
{
    if (m_busy || !m_library || m_library->isReadOnly() || !m_document || !m_document->isOpen() || m_paper.isNull() ||
        m_sha256.isEmpty())
        return;
    if (const auto highlight = next())
        take(*highlight);
}

void Imaging::take(const library::Highlight &highlight)
{
    const pdf::PageInfo page = m_document->info().pages.value(highlight.page);
    if (page.size.isEmpty()) {
        giveUp(highlight);
        return goOn();
    }
    m_busy = true;
    const Snapshot shot = snapshotOf(page, placeOf(highlight), keptFineness);
    m_document->render(highlight.page, shot.scale, shot.tile, pdf::Document::Priority::Background, this,
                       [this, highlight, generation = m_generation](const Result<QImage> &picture) {
                           if (generation != m_generation)
                               return;
                           if (picture)
                               return keep(highlight, *picture);
                           giveUp(highlight);
                           goOn();
                       });
}

void Imaging::keep(const library::Highlight &highlight, const QImage &picture)
{
    m_background.run(
        this,
        [picture, highlight, library = m_library](const CancelToken &) -> Result<void> {
            const auto kept = library->keepImage(pngOf(picture));
            return kept ? library->attachImage(highlight, *kept) : Result<void>(kept.error());
        },
        [this, highlight, generation = m_generation](const Result<void> &done) {
            if (generation != m_generation)
                return;
            const auto now = m_library->highlight(highlight.id);
            if (!done)
                Q_EMIT failed(done.error().message);
            if (!done || (now && now->boxes == highlight.boxes && now->image.isEmpty()))
                giveUp(highlight);
            goOn();
        });
}

void Imaging::giveUp(const library::Highlight &highlight)
{
    m_inVain.insert(highlight.id, highlight.boxes);
}

void Imaging::goOn()
{
    m_busy = false;
    QMetaObject::invokeMethod(this, &Imaging::look, Qt::QueuedConnection);
}

} // namespace yaodian::ui
