#pragma once

#include "base/background.h"
#include "library/library.h"
#include "pdf/document.h"

#include <QHash>
#include <QPointer>
#include <QSet>
#include <QTimer>

namespace yaodian::ui {

/// Areas, and passages of which only the letters of a formula are left, get a picture of their place: some moments
/// after they were marked, behind all else, one after the other. What had to be left undone is taken up when the
/// document is open again.
class Imaging final : public QObject
{
    Q_OBJECT

public:
    explicit Imaging(QObject *parent);

    void setLibrary(library::Library &library);
    /// Of an open document; nullptr: none is shown.
    void setDocument(pdf::Document *document, library::PaperId paper, const QString &sha256);

Q_SIGNALS:
    void failed(const QString &sentence);

private:
    void look();
    [[nodiscard]] std::optional<library::Highlight> next();
    [[nodiscard]] bool wantsPicture(const library::Highlight &highlight);
    void take(const library::Highlight &highlight);
    void keep(const library::Highlight &highlight, const QImage &picture);
    void giveUp(const library::Highlight &highlight);
    void goOn();

    Background m_background{1}; ///< of its own: it ends before the library does
    library::Library *m_library = nullptr;
    QPointer<pdf::Document> m_document;
    library::PaperId m_paper;
    QString m_sha256;
    QHash<library::HighlightId, QString> m_prose;     ///< words that were judged and need none
    QHash<library::HighlightId, QList<Box>> m_inVain; ///< places that could not be drawn: not over and over
    QTimer m_soon;
    bool m_busy = false;
    quint64 m_generation = 0;
};

} // namespace yaodian::ui
