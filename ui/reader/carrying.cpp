#include "ui/reader/carrying.h"

#include "notes/notes.h"

#include <QSet>

namespace yaodian::ui {

Carrying::Carrying(Background &background, QObject *parent) : QObject(parent), m_background(background) {}

void Carrying::setLibrary(library::Library &library)
{
    m_library = &library;
    connect(m_library, &library::Library::changed, this, [this](const library::Change &change) {
        if (change.everything || change.papers.contains(m_paper))
            look();
    });
}

void Carrying::setDocument(pdf::Document *document, library::PaperId paper, const QString &sha256)
{
    if (document == m_document && paper == m_paper && sha256 == m_sha256)
        return;
    ++m_generation;
    m_job.cancel();
    m_busy = m_again = false;
    m_inVain.clear();
    m_pages.clear();
    m_document = document;
    m_paper = paper;
    m_sha256 = sha256;
    look();
}

QList<library::Highlight> Carrying::missing() const
{
    QList<library::Highlight> all = m_library->highlights(m_paper);
    all.removeIf([this](const library::Highlight &highlight) { return highlight.document == m_sha256; });
    if (all.isEmpty())
        return all;
    QSet<library::HighlightId> known = m_inVain;
    for (const library::Placement &placement : m_library->placements(m_paper, m_sha256))
        known << placement.highlight;
    all.removeIf([&known](const library::Highlight &highlight) { return known.contains(highlight.id); });
    return all;
}

void Carrying::look()
{
    m_again = m_busy;
    if (m_busy || !m_library || !m_document || !m_document->isOpen() || m_paper.isNull() || m_sha256.isEmpty())
        return;
    if (m_library->isReadOnly() || missing().isEmpty())
        return;
    m_busy = true;
    m_hasGaps = false;
    m_pages.clear();
    read();
}

void Carrying::read()
{
    const int page = int(m_pages.size());
    if (!m_document || page >= m_document->info().pages.size())
        return place();
    m_document->text(page, pdf::Document::Priority::Background, this,
                     [this, generation = m_generation](const Result<pdf::PageText> &text) {
                         if (generation != m_generation)
                             return;
                         m_hasGaps = m_hasGaps || !text;
                         m_pages << (text ? *text : pdf::PageText());
                         read();
                     });
}

void Carrying::place()
{
    const QList<library::Highlight> wanted = missing();
    m_job = m_background.run(
        this,
        [pages = std::exchange(m_pages, {}), sha256 = m_sha256, wanted](const CancelToken &token) {
            return notes::placementsIn(pages, sha256, wanted, token);
        },
        [this, wanted, generation = m_generation](const QList<library::Placement> &found) {
            if (generation == m_generation)
                keep(found, wanted);
        });
}

void Carrying::keep(QList<library::Placement> found, const QList<library::Highlight> &looked)
{
    using State = library::Placement::State;
    // Of a text with gaps only what is beyond doubt: the right place may be on the page that is missing.
    if (m_hasGaps) {
        found.removeIf([](const library::Placement &one) { return one.state != State::Same; });
        for (const library::Highlight &highlight : looked)
            m_inVain << highlight.id;
    }
    // What got other ends meanwhile is looked for anew.
    for (const library::Highlight &highlight : looked) {
        const auto now = m_library->highlight(highlight.id);
        if (!now || now->quote != highlight.quote)
            found.removeIf([&highlight](const library::Placement &one) { return one.highlight == highlight.id; });
    }
    if (const auto kept = m_library->keepPlacements(m_paper, found); !kept) {
        for (const library::Highlight &highlight : looked)
            m_inVain << highlight.id; // not over and over
        Q_EMIT failed(kept.error().message);
    } else if (!found.isEmpty()) {
        Q_EMIT carried(found);
    }
    m_busy = false;
    if (std::exchange(m_again, false))
        look();
}

} // namespace yaodian::ui
