#pragma once

#include "library/library.h"
#include "notes/notes.h"
#include "ui/reader/feature.h"
#include "ui/reader/pageoverlay.h"
#include "ui/reader/reviewpanel.h"

#include <QPointer>

namespace yaodian::ui {

class Marking;
class Markings;

/// The highlights of other documents of the paper, one after the other: what each was there, what stands here, and the
/// reader's word on it.
class Review final : public QObject, public ReaderFeature, public PageOverlay
{
    Q_OBJECT

public:
    Review(const ReaderContext &context, Marking &marking, Markings &markings);
    ~Review() override;

    void setLibrary(library::Library &library, notes::Notes &notes);
    /// Which document is shown; a null paper: none.
    void setPaper(library::PaperId paper, const QString &sha256);
    /// Highlights of other documents that the reader has not settled: neither found word for word nor decided.
    [[nodiscard]] int openCount() const;
    /// Begins with the first that is open; says so where there is none at all.
    void start();
    /// Begins with that one; false: it is of this document, or was not looked for yet.
    bool show(library::HighlightId id);

    void setDocument(pdf::Document *document) override;
    bool key(QKeyEvent *event) override;
    bool stepBack() override;
    void paint(QPainter &painter, int page, const PageLayout &layout) const override;

private:
    struct Item
    {
        library::Highlight highlight;
        library::Placement placement;
        [[nodiscard]] bool isOpen() const;
    };
    [[nodiscard]] QList<Item> items() const;
    void refresh();
    void step(int items);
    void showCurrent();
    void reveal(const library::Placement::Spot &spot);
    void accept();
    void declareGone();
    void openOther();
    void decided(const Result<void> &result);
    void leave();
    [[nodiscard]] QString versionOf(const QString &sha256) const;
    [[nodiscard]] QString stateText(const Item &item) const;
    [[nodiscard]] ReviewPanel::Content contentOf(const Item &item) const;

    const ReaderContext m_context;
    Marking &m_marking;
    Markings &m_markings;
    library::Library *m_library = nullptr;
    notes::Notes *m_notes = nullptr;
    library::PaperId m_paper;
    QString m_sha256;
    QList<Item> m_items;
    qsizetype m_at = 0;
    QPointer<ReviewPanel> m_panel;
};

} // namespace yaodian::ui
