#pragma once

#include "library/library.h"
#include "notes/notes.h"
#include "ui/base/theme.h"
#include "ui/notes/noteeditor.h"
#include "ui/notes/notepictures.h"
#include "ui/notes/notepreview.h"
#include "ui/notes/notesaver.h"
#include "ui/notes/noteversions.h"
#include "ui/notes/pointfield.h"
#include "ui/notes/pointslist.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

class QLabel;
class QStackedWidget;

namespace yaodian::ui {

/// What the reader thinks of a paper, beside its pages: the points with their evidence, and the note. Everything is
/// saved at once; saved() is emitted after the commit.
class NotesPanel final : public QWidget
{
    Q_OBJECT

public:
    NotesPanel(Commands &commands, Theme &theme, QWidget *parent = nullptr);
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
    /// Keeps a picture and puts it into the note, where the cursor is.
    void addPicture(const QImage &picture, const QString &name = {});
    void showVersions(); ///< the earlier ones of the note, in its place
    void togglePreview();
    void goTo(const library::Hit &hit); ///< a point, or words of the note: where a search found them
    [[nodiscard]] library::PaperId paper() const { return m_paper; }
    void focusPoints(); ///< says so where there are none
    void flush();       ///< returns when what was typed in the note is on disk, or could not be
    void keepTyped();   ///< the same, and of the field for a point, which is closed
    /// What was typed could not be saved, and is in memory only; it is tried again by itself.
    [[nodiscard]] bool isStuck() const
    {
        return !m_held.isEmpty() || !m_heldPoints.isEmpty() || (m_failing && m_note->hasUnsaved());
    }
    [[nodiscard]] bool isWriting() const;                ///< a point has been begun or changed and is not kept
    [[nodiscard]] std::optional<Place> keyPlace() const; ///< whose keys count; nullopt: the focus is elsewhere

Q_SIGNALS:
    void evidenceActivated(yaodian::library::HighlightId id);
    void evidenceAsked(int number);                   ///< from 1: what is selected on the page backs this point
    void paperAsked(yaodian::library::PaperId paper); ///< a link of the note: it is to be opened
    void webAsked(const QUrl &address);
    void saved();
    void notSaved(); ///< what was typed is kept here and tried again by itself; message() says why
    void typing();
    void allSaved(); ///< after typing() or notSaved(): nothing of any note waits
    void message(const QString &sentence);
    void keyPlaceChanged();
    void left(); ///< Esc in a field: back to the pages

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void dress();
    void say(); ///< the words of the interface language
    void sayNote();
    void connectList();
    void bindKeys();
    void edit(const library::Point &point);
    void remove(const library::Point &point);
    void adopt(const library::Point &point);
    void savePoint();
    void splitPoint();
    /// Where the focus goes when the field is done with: to the point that was edited, else to the pages.
    void leavePointField();
    void closePointField();
    void keepPoint();
    /// What stands in the field for a point, and what it is about.
    struct TypedPoint
    {
        library::PaperId paper;
        std::optional<library::PointId> edited; ///< nullopt: a new one
        std::optional<library::HighlightId> evidence;
        QString text;
    };
    [[nodiscard]] TypedPoint typedPoint() const;
    /// What was written of it is not written again where it is tried once more.
    [[nodiscard]] Result<void> write(TypedPoint &typed);
    bool saveHeldPoints();
    void connectNote();
    void connectPictures();
    void saveNote();
    void holdNote();  ///< what could not be saved, before another paper is shown
    void showHeld();  ///< what was held of the paper that is shown now, as it was typed
    bool saveHeld();  ///< false where some of it still cannot be
    void saveAgain(); ///< all that could not be saved
    void settle();    ///< says so where nothing waits any more
    void restoreNote(const QString &text);
    void connectPreview();
    void refreshPreview();
    [[nodiscard]] QStringList titlesWith(const QString &words) const;
    void openPaper(const QString &title);
    void loadNote(); ///< where it is another one than is shown
    void tell(const Result<void> &result);

    Commands &m_commands;
    Theme &m_theme;
    library::Library *m_library = nullptr;
    notes::Notes *m_notes = nullptr;
    library::PaperId m_paper;
    QList<library::Point> m_points;
    std::optional<Place> m_keyPlace;
    std::optional<library::PointId> m_edited;
    std::optional<library::HighlightId> m_evidence;
    QLabel *m_pointsHead;
    QLabel *m_empty;
    PointsList *m_list;
    PointField *m_pointEdit;
    QLabel *m_noteHead;
    QStackedWidget *m_noteArea;
    QWidget *m_writing; ///< the note and its preview
    NoteEditor *m_note;
    NotePreview *m_preview;
    NoteVersions *m_versions;
    QTimer m_previewSoon;
    NoteSaver *m_saver;
    QList<TypedPoint> m_heldPoints;          ///< that were left and are not saved yet
    QHash<library::PaperId, QString> m_held; ///< notes of papers that are not shown, and not saved yet
    QTimer m_again;
    bool m_failing = false; ///< and that has been said
    struct Arriving
    {
        QTextCursor at; ///< where it was wanted
        QString name;
    };
    NotePictures *m_pictures;
    QHash<int, Arriving> m_arriving; ///< pictures that are being kept
    int m_lastPicture = 0;
    QString m_noteStamp; ///< of the text that is shown, as far as it was stored
};

} // namespace yaodian::ui
