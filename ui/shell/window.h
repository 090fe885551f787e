#pragma once

#include "cli/start.h"
#include "pdf/spareworker.h"
#include "ui/base/ask.h"
#include "ui/base/late.h"
#include "ui/exporting/templatespage.h"
#include "ui/help/helppage.h"
#include "ui/library/librarypage.h"
#include "ui/marks/highlightspage.h"
#include "ui/marks/kindspage.h"
#include "ui/session/historypage.h"
#include "ui/session/readingtime.h"
#include "ui/session/sessionbar.h"
#include "ui/session/summarypage.h"
#include "ui/session/triagepage.h"
#include "ui/settings/keyspage.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/addpanel.h"
#include "ui/shell/filing.h"
#include "ui/shell/findpanel.h"
#include "ui/shell/freshness.h"
#include "ui/shell/intake.h"
#include "ui/shell/keyhelp.h"
#include "ui/shell/opening.h"
#include "ui/shell/pages.h"
#include "ui/shell/palette.h"
#include "ui/shell/statusline.h"
#include "ui/shell/titlepanel.h"
#include "ui/shell/verbs.h"
#include "ui/sources/activitypage.h"
#include "ui/sources/serverspage.h"
#include "ui/sources/sourcepage.h"

#include <QMainWindow>

namespace yaodian::ui {

class Announcing;
class Expecting;
class PageKeeper;
class PagesFound;
class Readers;
class ReaderView;
class Safekeeping;
class TabBar;
class Tray;

/// The one window: the library's three panes, the reader, the summary of a session; the status line below, palette,
/// search and key help above. Its title is `<place> — 要点`. What is not shown at the start is made when it is first
/// asked for (makePages): nobody waits for a page of settings before the list is there.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(cli::Services &services, Theme &theme, Commands &commands, Ask &ask);
    ~MainWindow() override;

    /// Before show(), or after it: place and geometry of the last run, the tour of a first start, what was asked to be
    /// opened.
    void start(const QStringList &arguments, const QString &problem, std::shared_ptr<pdf::Ahead> ahead = {});
    /// A second start of the program.
    void activate(const QStringList &arguments);

    [[nodiscard]] LibraryPage &page() { return *m_page; }
    [[nodiscard]] Notice &notice() { return *m_notice; }
    [[nodiscard]] ReaderView *reader() const; ///< the one that is worked in; nullptr: nothing is open
    [[nodiscard]] Readers &readers() { return *m_readers; }
    [[nodiscard]] bool isReading() const;
    void openPaper(library::PaperId paper) { m_opening->open(paper); }
    void showKeys() { m_help->start(keyPlace()); }
    void showKeyTable(); ///< to change them
    void showPalette() { m_palette->start(); }
    [[nodiscard]] AddPanel &addPanel() { return *m_add; }
    void showSettings();
    void showActivity();
    void showServers();
    void showSource(const library::Source &source); ///< its settings
    void showKinds();
    void showHighlights();
    void showTemplates();
    void showHandbook();
    [[nodiscard]] HighlightsPage &highlights() { return *m_highlights; }
    [[nodiscard]] TriagePage &triage() { return *m_triage; }
    [[nodiscard]] ActivityPage &activity() { return *m_activity; }

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    /// The tour of a new library, or the first sync. `isAside`: something else was asked for.
    void startLibrary(bool isAside);
    void build();
    void addFirstPages();
    void makeLibraryPage();
    void makePages();
    void makeLooks(); ///< the pages of what was read and marked
    void makePanels();
    template <class Widget> void tellOf(Widget *page);
    void connectPage(LibraryPage *page);
    void followLibrary();
    void connectOpening();
    void connectIntake();
    void goToHit(const library::Hit &hit);
    void goToWritten(const library::Hit &hit);
    void openHighlight(library::HighlightId id);
    void readKeys();
    void connectDesktop();
    void remarkOnDesktop(SettingsPage &page);
    void bindPanes();
    void bindWindow();
    void bindSession();
    void connectReaders();
    void connectReader(ReaderView *view);
    void askToOpenWeb(const QUrl &url);
    void bindTabs();
    void offerMenuOfTabs();
    void refreshTabs();
    void keepTabs();
    void closeShown();
    void turnToReaders();
    void showReaders();
    void showReader(const library::Document &document, library::PaperId paper, const Spot &spot);
    void showPath(const QString &path);
    /// The paper that a session has come to: its points and note at once, its pages when they are there.
    void showOfSession(library::PaperId paper);
    void openingFailed(library::PaperId paper, const QString &sentence);
    void adopted(const library::Document &document);
    void adoptShown(ReaderView &view, const QString &path);
    /// A dropped PDF that answers for the paper which could not be had; false where no paper waits for one.
    bool adoptDropped(const QString &path);
    void showLibrary();
    void startTriage();
    void showHistory();
    void startSession();
    void startSessionChosen(const QList<library::PaperId> &queue);
    void startSessionOf(const QList<library::PaperId> &queue);
    void nextOfSession();
    void endSession();
    void showSummary(const library::Session &session);
    void refreshSession();
    [[nodiscard]] std::optional<library::SessionId> shownSession() const; ///< whose summary is shown
    [[nodiscard]] exporting::Template chosenTemplate() const;
    void saveTyped();
    void keepTyped();
    void exportMarkdown();
    void exportList();
    using Write = std::function<Result<exporting::Written>()>;
    using Tell = std::function<void(const Result<exporting::Written> &)>;
    /// At once where that takes no time, else beside the window, which says so.
    void writeOf(qsizetype papers, const Write &write, const Tell &tell);
    void writeBeside(const QString &sentence, const Write &write, const Tell &tell);
    void writeMarkdown(const QString &folder);
    void bindExports();
    void exportAs(exporting::Formats::Format format);
    [[nodiscard]] exporting::Chosen chosenForExport() const;
    void exportPdf();
    void exportReport();
    /// Calls `write` with the folder for exports, asked for the first time.
    void withExportFolder(const std::function<void(const QString &)> &write);
    void sayMarkdown(const Result<exporting::Written> &written, const QString &folder);
    void sayWritten(const Result<exporting::Written> &written);
    void removeSource(const library::Source &source);
    void keepSearch(const QString &query);
    void renameSearch(const library::SavedSearch &search);
    void removeSearch(const library::SavedSearch &search);
    void showAdded(const library::Source &source);
    void openMenu();
    void toggleLanguage();
    void applySetting(const QString &key);
    void goBack();
    void quit();
    [[nodiscard]] bool mayClose(); ///< false: it is asked whether it may, and closed after that
    void focusPage();
    void refreshTitle();
    void refreshStatus();
    [[nodiscard]] Place keyPlace() const;
    [[nodiscard]] QList<library::PaperId> verbPapers() const;

    cli::Services &m_services;
    Theme &m_theme;
    Commands &m_commands;
    Ask &m_ask;
    KeyFile m_keyFile;
    QString m_keyProblem; ///< with the file of the keys, until it was said
    QWidget *m_home;      ///< where the library stands
    Late<LibraryPage> m_page;
    Pages *m_stack;
    QWidget *m_readerPage;
    SessionBar *m_sessionBar;
    PageKeeper *m_pages;
    Readers *m_readers;
    TabBar *m_tabs;
    QTimer m_keepTabs; ///< what is open is written when it has come to rest
    Late<SummaryPage> m_summary;
    Late<TriagePage> m_triage;
    Late<HistoryPage> m_history;
    ReadingTime *m_readingTime;
    Late<SettingsPage> m_settings;
    Late<KeysPage> m_keys;
    Late<HelpPage> m_handbook;
    Late<ActivityPage> m_activity;
    Late<ServersPage> m_servers;
    Late<HighlightsPage> m_highlights;
    Late<KindsPage> m_kinds;
    Late<TemplatesPage> m_templates;
    Late<SourcePage> m_source;
    StatusLine *m_status;
    Notice *m_notice;
    Late<Palette> m_palette;
    Late<FindPanel> m_find;
    Late<AddPanel> m_add;
    Late<KeyHelp> m_help;
    Late<TitlePanel> m_titles;
    Filing *m_filing;
    Opening *m_opening;
    Verbs *m_verbs;
    Intake *m_intake;
    Freshness *m_freshness;
    PagesFound *m_found;
    Safekeeping *m_safekeeping;
    Announcing *m_announcing;
    Tray *m_tray;
    bool m_losesTyped = false; ///< that may be lost was agreed to
    pdf::SpareWorker m_spare;  ///< the next document does not wait for a process
    std::unique_ptr<Expecting> m_expecting;
};

} // namespace yaodian::ui
