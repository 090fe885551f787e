#pragma once

#include "library/library.h"
#include "notes/notes.h"
#include "ui/notes/notespanel.h"
#include "ui/reader/hintbar.h"
#include "ui/reader/inlinefield.h"
#include "ui/reader/markings.h"
#include "ui/reader/selector.h"

#include <QObject>

namespace yaodian::ui {

class Commands;

/// What the marking keys do: the selection becomes a highlight, a highlight gets a comment, a point or a tie. Each act
/// is on disk when saved() is emitted.
class Marking final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        PageView &view;
        PageTexts &texts;
        Selector &selector;
        Markings &markings;
        NotesPanel &panel;
        HintBar &hints;
        InlineField &field;
        const Commands &commands;
    };
    Marking(const Parts &parts, QObject *parent);

    void setLibrary(library::Library &library, notes::Notes &notes);
    /// Which document is marked; a null paper: none yet, marking says so.
    void setDocument(library::PaperId paper, const QString &sha256);
    /// Of the document: what is marked remembers the heading it stands under.
    void setOutline(const QList<pdf::OutlineItem> &outline) { m_outline = outline; }
    /// Reads kinds and highlights again.
    void refresh();

    /// The selection, a passage a page; nullopt: nothing is selected, or it cannot be read yet, which is said.
    std::optional<QList<notes::Passage>> passages();
    /// The selection becomes a highlight of that kind, else the current highlight gets it.
    void kindByLetter(QChar letter);
    void kindByNumber(int number);        ///< from 1, in the order of the kinds
    void underlineByLetter(QChar letter); ///< the selection
    void toggleUnderline();               ///< of the current highlight
    /// An area becomes a highlight of that kind.
    void markArea(int page, const Box &area, QChar letter);
    void resizeArea(library::HighlightId id, int page, const Box &area);
    void evidence(int point); ///< from 1: the selection, else the current highlight
    void comment();
    void tags();
    void point();
    void remove();
    void copy();
    /// The words of the current highlight with the link that leads back to it; `title`: of the paper.
    void copyQuote(const QString &title);

Q_SIGNALS:
    void saved();
    void message(const QString &sentence);
    void refreshed();

private:
    /// The kind of a letter; nullopt: there is none, which is said.
    std::optional<library::Kind> kindOf(QChar letter);
    std::optional<library::HighlightId> highlightIn(library::Kind kind,
                                                    library::Highlight::Style style = library::Highlight::Style::Text);
    /// Passages as highlights, the first of which is the current one then.
    std::optional<library::HighlightId> keep(const QList<notes::Passage> &passages, const library::Kind &kind);
    void give(const library::Kind &kind);
    bool isHere(); ///< all of the selection's text; if not, that is said
    /// The selection as a highlight in the kind used last, else the current highlight.
    std::optional<library::HighlightId> target();
    void editComment(library::HighlightId id);
    void editTags(library::HighlightId id);
    /// The small field beside a highlight.
    void ask(const library::Highlight &highlight, InlineField::Question question); ///< below it
    void offerNext(const library::Kind &kind);
    bool tell(const Result<void> &result);
    [[nodiscard]] bool isReady();

    Parts m_parts;
    library::Library *m_library = nullptr;
    notes::Notes *m_notes = nullptr;
    library::PaperId m_paper;
    QString m_sha256;
    QList<pdf::OutlineItem> m_outline;
    QString m_lastKind;
};

} // namespace yaodian::ui
