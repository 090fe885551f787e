#pragma once

#include "ui/commands/menus.h"
#include "ui/notes/notespanel.h"
#include "ui/reader/annotations.h"
#include "ui/reader/area.h"
#include "ui/reader/carrying.h"
#include "ui/reader/contents.h"
#include "ui/reader/feature.h"
#include "ui/reader/finder.h"
#include "ui/reader/firstview.h"
#include "ui/reader/highlighthistory.h"
#include "ui/reader/hintbar.h"
#include "ui/reader/history.h"
#include "ui/reader/imaging.h"
#include "ui/reader/inlinefield.h"
#include "ui/reader/links.h"
#include "ui/reader/marking.h"
#include "ui/reader/markings.h"
#include "ui/reader/pagetexts.h"
#include "ui/reader/pageview.h"
#include "ui/reader/places.h"
#include "ui/reader/readerview.h"
#include "ui/reader/resizing.h"
#include "ui/reader/review.h"
#include "ui/reader/searchpanel.h"
#include "ui/reader/selector.h"

#include <QStackedWidget>
#include <QTimer>

namespace yaodian::ui {

/// The parts of the reader and how they hear of each other.
struct ReaderView::Private
{
    Private(ReaderView *view, Commands &commands, Theme &theme, Settings &settings, Background &background);
    ~Private();

    // readerview.cpp: the parts, and where one is in them
    void build();
    void connectParts();
    void addFeatures();
    void showAtSide(QWidget *wanted);
    void pagesMoved();
    void keepPlace();
    [[nodiscard]] DocumentRef shown() const { return {paper, sha256, path}; }
    void arrange();
    void retitle();
    void dress();

    // readerdocument.cpp: the life of what is shown
    void clear();
    void show(const QString &path, std::shared_ptr<pdf::Ahead> ahead);
    void take(std::unique_ptr<pdf::Document> shown);
    void open(const DocumentRef &document, const std::optional<PagePlace> &start, std::shared_ptr<pdf::Ahead> ahead);
    void leavePlace();
    void go(const HistoryEntry &entry);
    void readAgain();
    void takeRenewed();
    void documentOpened();
    void named(const QString &sha256);
    void documentFailed(const Error &error);
    void askPassword(bool wrong);
    void pagesSettled();
    void loadRest();
    void loadMarks();
    void carried(const QList<library::Placement> &found);

    // readerarrivals.cpp: where one arrives in it
    void showStart();
    void showWritten();
    void showHighlight(library::HighlightId id);

    // readerkeys.cpp: what keys do
    void bindMoves();
    void bindZoom();
    void bindFlow();
    void setFlow(Flow wanted);
    [[nodiscard]] ViewMode modeOfNew() const;
    void turnLook(Look wanted);
    void bindMarks();
    void showPanel();
    void bindSelection();
    [[nodiscard]] Place pagesPlace() const; ///< whose keys count in the pages
    void placeKeys();
    void bindFinding();
    bool key(QKeyEvent *event);
    bool sideKey(QKeyEvent *event);
    void stepBack();
    void jump(const PagePlace &place);
    void goToPageNumber(int number);
    void follow(const pdf::Link &link);
    void clicked(const PageSpot &spot);
    void hovered(const PageSpot &spot);
    void startSelecting();
    void toggleOutline();
    void startSearch(bool wide);
    void showHit(const pdf::SearchQuery &query, const pdf::SearchHit &hit);
    void endSearch();
    void nextPane(int steps);

    // readermenus.cpp: what the right button opens
    void offerMenus();
    [[nodiscard]] MenuSubject menuAt(std::optional<QPoint> at);
    void takeHighlightAt(const PageSpot &spot);
    [[nodiscard]] QList<MenuChoice> choicesOf(const QString &id);
    [[nodiscard]] QPoint cursorOfMenu() const;

    ReaderView *q;
    Commands &commands;
    Theme &theme;
    Settings &settings;
    Background &background;
    library::Library *library = nullptr;
    Ask *ask = nullptr;

    QStackedWidget *side;
    PageView *pages;
    PageTexts *texts;
    Markings *markings;
    Finder *finder;
    Links *links;
    Selector *selector;
    Contents *contents;
    SearchPanel *search;
    NotesPanel *panel;
    HintBar *hints;
    InlineField *field;
    Marking *marking;
    Carrying *carrying;
    Imaging *imaging;
    Review *review = nullptr;           ///< one of the features
    Annotations *annotations = nullptr; ///< likewise
    Resizing *resizing = nullptr;       ///< likewise
    HighlightHistory *highlightHistory = nullptr;
    Places places;
    std::vector<std::unique_ptr<ReaderFeature>> features;

    std::unique_ptr<pdf::Document> document;
    std::unique_ptr<pdf::Document> renewed; ///< the same file, being opened as it is now
    QString path;
    library::PaperId paper;
    QString sha256;
    History history;
    bool loose = false;     ///< opened by its path: the file is the reader's own and may change
    bool locked = false;    ///< by a password that is not known
    bool onlyPages = false; ///< are shown, whatever the width
    std::optional<PagePlace> startPlace;
    std::optional<library::HighlightId> startHighlight;
    std::optional<std::pair<pdf::SearchQuery, pdf::SearchHit>> startHit;
    std::optional<library::Hit> startWritten; ///< a point or the note
    QTimer keeping;                           ///< the place is written when the view has come to rest
    QTimer restAtLatest;
    bool restLoaded = false;
    bool narrow = false;  ///< the window is: contents only when asked for
    bool compact = false; ///< one of two side by side: pages only, the rest when asked for
    bool hasKeys = false; ///< and the one of them that keys are for
    QString lastStatus;
};

} // namespace yaodian::ui
