#pragma once

#include "library/library.h"
#include "notes/notes.h"
#include "ui/base/theme.h"
#include "ui/notes/noteeditor.h"
#include "ui/notes/pointslist.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace yaodian::ui {

/// What the reader thinks of a paper, beside its pages: the points with their evidence, and the note. Everything is
/// saved at once; saved() is emitted after the commit.
class NotesPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit NotesPanel(Theme &theme, QWidget *parent = nullptr);
    ~NotesPanel() override;

    void setLibrary(library::Library &library, notes::Notes &notes);
    /// Shows a paper; null: none. Unsaved text of the one before is saved first.
    void setPaper(library::PaperId paper);
    /// Reads points and note again.
    void refresh();
    [[nodiscard]] const QList<library::Point> &points() const { return m_points; }
    /// Opens the field for a new point; `evidence` is tied to it where given.
    void askPoint(std::optional<library::HighlightId> evidence = std::nullopt);
    void focusNote();
    void flush() { m_note->flush(); }
    [[nodiscard]] bool isWriting() const; ///< a point has been begun and is not kept

Q_SIGNALS:
    void evidenceActivated(yaodian::library::HighlightId id);
    void saved();
    void typing();
    void message(const QString &sentence);
    void left(); ///< Esc in a field: back to the pages

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void dress();
    void say(); ///< the words of the interface language
    void savePoint();
    void closePointField();
    void saveNote(const QString &text);
    void tell(const Result<void> &result);

    Theme &m_theme;
    library::Library *m_library = nullptr;
    notes::Notes *m_notes = nullptr;
    library::PaperId m_paper;
    QList<library::Point> m_points;
    std::optional<library::PointId> m_edited;
    std::optional<library::HighlightId> m_evidence;
    QLabel *m_pointsHead;
    QLabel *m_empty;
    PointsList *m_list;
    QLineEdit *m_pointEdit;
    QLabel *m_noteHead;
    NoteEditor *m_note;
};

} // namespace yaodian::ui
