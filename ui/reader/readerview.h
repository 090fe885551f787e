#pragma once

#include "base/background.h"
#include "base/settings.h"
#include "library/library.h"
#include "notes/notes.h"
#include "pdf/document.h"
#include "ui/base/ask.h"
#include "ui/base/theme.h"
#include "ui/commands/commands.h"
#include "ui/reader/history.h"

#include <QUrl>
#include <QWidget>

#include <memory>

namespace yaodian::ui {

class OpenSearch;
struct PageStore;

/// One open PDF: outline and marks at the left, its pages in the middle, points and note at the right. Everything of
/// the PDF arrives later and never blocks; everything written is on disk when saved() is emitted.
///
/// The library may come after the first page: a path can be shown at once (openPath) while the library opens and the
/// file is hashed and stored; attach() then makes marking possible.
class ReaderView final : public QWidget
{
    Q_OBJECT

public:
    ReaderView(Commands &commands, Theme &theme, Settings &settings, Background &background, QWidget *parent = nullptr);
    ReaderView(library::Library &library, notes::Notes &notes, Commands &commands, Theme &theme, Settings &settings,
               Background &background, QWidget *parent = nullptr);
    ~ReaderView() override;

    /// For a view made without them; both must outlive it.
    void setLibrary(library::Library &library, notes::Notes &notes);

    /// Drawn pages that it shares with other readers; before anything is opened.
    void setStore(std::shared_ptr<PageStore> store);
    void setAsk(Ask &ask);                  ///< for questions; it must outlive the view
    void setOpenSearch(OpenSearch *search); ///< what searches all open documents; nullptr: nothing does

    /// Opens a document of the library. `page` counts from 0; a highlight is scrolled to and flashed. Without either,
    /// the view is where the reader left it.
    void open(const library::Document &document, library::PaperId paper, std::optional<int> page = std::nullopt,
              std::optional<library::HighlightId> highlight = std::nullopt, std::shared_ptr<pdf::Ahead> ahead = {});
    /// A paper whose PDF is not here (yet): its points and note, and in place of pages a sentence.
    void openWithout(library::PaperId paper, const QString &sentence);
    /// Shows a file that the library does not know yet; marking waits for attach().
    void openPath(const QString &path, std::shared_ptr<pdf::Ahead> ahead = {}, std::optional<int> page = std::nullopt);
    /// Says which paper the shown file is; the pages stay as they are.
    void attach(const library::Document &document, library::PaperId paper);

    /// Goes to a place of this or of another document, without an entry in the history.
    void openAt(const HistoryEntry &entry);
    /// Goes to what was found of the document that is shown, or is being opened; the search goes on here. A hit
    /// without a range stands for the first one from its page on.
    void showHit(const pdf::SearchQuery &query, const pdf::SearchHit &hit);
    /// Goes to a point or to words of the note, beside the pages, once they are there; to be called after open().
    void showWritten(const library::Hit &hit);
    /// What is left for what is opened next, though it was never shown here.
    void setBefore(const HistoryEntry &entry);
    void saveTyped(); ///< what was typed in the note is on disk when it returns, or isStuck()
    /// The same, and points, comments and tags that are still being typed: before all of it goes.
    void keepTyped();
    [[nodiscard]] bool isStuck() const; ///< what was typed could not be saved, and waits to be tried again
    [[nodiscard]] bool isBusy() const;  ///< something is being typed or printed that would be lost with the view
    /// One of two views side by side: outline and points come when asked for.
    void setCompact(bool compact);
    /// Of two side by side, keys are for this one: a line at its top says so.
    void setHasKeys(bool has);

    [[nodiscard]] DocumentRef shown() const;       ///< no path: none
    [[nodiscard]] pdf::Document *document() const; ///< nullptr: none; it goes with what is shown
    [[nodiscard]] PagePlace place() const;
    [[nodiscard]] library::PaperId paper() const; ///< null before attach()
    [[nodiscard]] QString sha256() const;         ///< empty before attach()
    [[nodiscard]] QString path() const;           ///< of the file that is shown; empty: none is
    [[nodiscard]] bool isLoose() const;           ///< opened by its path, whatever attach() said
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString status() const; ///< "Page 4 of 14"
    [[nodiscard]] bool hasSelection() const;
    [[nodiscard]] Place keyPlace() const; ///< whose keys count where the focus is
    [[nodiscard]] bool isSettled() const; ///< every visible page is shown sharp
    void goToPage(int page);              ///< from 0
    void goToHighlight(library::HighlightId id);
    void focusPages();
    /// Opens the file as it is now, at the same place; what is shown stays until that has worked.
    void readAgain();

Q_SIGNALS:
    void left();   ///< Esc, with nothing more to leave in the document
    void closed(); ///< the document is done with
    void titleChanged(const QString &title);
    void statusChanged(const QString &status);
    void selectionChanged(bool selecting); ///< also where another keyPlace() counts
    void keyPlaceChanged();                ///< the focus is where other keys count
    void saved();                          ///< something was committed
    void typing();                         ///< what is typed into the note is not on disk yet
    void allSaved();                       ///< it is
    void notSaved();                       ///< something that was typed could not be, and waits
    void message(const QString &sentence); ///< for the status line
    void onlyPages(bool on);               ///< whoever shows anything around the view hides it, or shows it again
    /// Of another document of the paper: whoever opens documents opens that one there.
    void highlightWanted(yaodian::library::HighlightId highlight);
    void readAnew(const QString &path);   ///< the file of a loose view is another one now: attach() is waited for
    void externalLink(const QUrl &url);   ///< http or https; asked to be opened
    void sharp();                         ///< the visible pages are, and are painted now
    void settled();                       ///< they have been painted sharp
    void failed(const QString &sentence); ///< the document cannot be read; the view says it too
    void paperAsked(yaodian::library::PaperId paper); ///< a link of the note: another paper is to be opened

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace yaodian::ui
