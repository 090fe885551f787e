#pragma once

#include "base/background.h"
#include "library/library.h"
#include "pdf/document.h"

#include <QPointer>
#include <QSet>

namespace yaodian::ui {

/// Highlights that were made on other documents of the paper are looked for in the one that is shown: once, page by
/// page behind all else, and kept in the library.
class Carrying final : public QObject
{
    Q_OBJECT

public:
    Carrying(Background &background, QObject *parent);

    void setLibrary(library::Library &library);
    /// Of an open document; nullptr: none is shown.
    void setDocument(pdf::Document *document, library::PaperId paper, const QString &sha256);

Q_SIGNALS:
    /// What was looked for just now, and is kept.
    void carried(const QList<yaodian::library::Placement> &found);
    void failed(const QString &sentence);

private:
    void look();
    void read();
    void place();
    void keep(QList<library::Placement> found, const QList<library::Highlight> &looked);
    [[nodiscard]] QList<library::Highlight> missing() const;

    Background &m_background;
    library::Library *m_library = nullptr;
    QPointer<pdf::Document> m_document;
    library::PaperId m_paper;
    QString m_sha256;
    QList<pdf::PageText> m_pages; ///< those that were read
    Background::Job m_job;
    QSet<library::HighlightId> m_inVain; ///< looked for in a text with gaps: what was not found may be there
    bool m_busy = false;
    bool m_again = false;   ///< something changed while it was busy
    bool m_hasGaps = false; ///< a page could not be read
    quint64 m_generation = 0;
};

} // namespace yaodian::ui
