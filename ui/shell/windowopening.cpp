#include "library/hitplace.h"
#include "ui/reader/readerview.h"
#include "ui/shell/pagesfound.h"
#include "ui/shell/readers.h"
#include "ui/shell/window.h"

#include <QPointer>

// From a paper to its pages: fetched, searched for, dropped or saved by a browser.
namespace yaodian::ui {

void MainWindow::connectOpening()
{
    connect(m_opening, &Opening::ready, this, &MainWindow::showReader);
    connect(m_opening, &Opening::pathReady, this, &MainWindow::showPath);
    connect(m_opening, &Opening::failed, this, &MainWindow::openingFailed);
    connect(m_opening, &Opening::entryNamed, this, [this](library::EntryId entry) { m_page->goToEntry(entry); });
    connect(m_opening, &Opening::cardWanted, this, [this](library::EntryId entry) {
        showLibrary();
        m_page->goToEntry(entry);
    });
    connect(m_opening, &Opening::wayless, this, [this](library::PaperId paper) { m_titles->start(paper); });
    connect(&m_services.watching, &papers::Watching::adopted, this, &MainWindow::adopted);
    for (const char *id : {"list.searchTitle", "reader.searchTitle"})
        m_commands.bind(id, this, [this](std::optional<int>) {
            if (const auto papers = verbPapers(); !papers.isEmpty())
                m_titles->start(papers.first());
        });
    for (const char *id : {"list.newest", "reader.newest"})
        m_commands.bind(id, this, [this](std::optional<int>) {
            if (const auto papers = verbPapers(); !papers.isEmpty())
                m_opening->openNewest(papers.first());
        });
}

void MainWindow::goToHit(const library::Hit &hit)
{
    using library::Hit;
    const auto toEntry = [this](library::EntryId entry) {
        showLibrary();
        m_page->goToEntry(entry);
    };
    switch (hit.type) {
    case Hit::Type::Entry:
        if (const auto entry = library::EntryId::fromString(hit.id))
            toEntry(*entry);
        return;
    case Hit::Type::Highlight:
        return m_opening->open(hit.paper, {std::nullopt, library::HighlightId::fromString(hit.id)});
    case Hit::Type::Page:
        return m_opening->open(hit.paper, {hit.page, std::nullopt, false, hit.id, library::wordsOf(hit)});
    case Hit::Type::Point:
    case Hit::Type::Note:
        return goToWritten(hit);
    }
}

/// The reader's own words stand beside the pages where there are some, else on the card: nothing is fetched for them.
void MainWindow::goToWritten(const library::Hit &hit)
{
    if (m_services.papers.stored(hit.paper)) {
        Spot spot;
        spot.written = hit;
        return m_opening->open(hit.paper, spot);
    }
    const auto mentions = m_services.library.mentions(hit.paper);
    if (!mentions.isEmpty()) {
        library::EntryId shown = mentions.last().id;
        for (const library::Point &point : m_services.library.points(hit.paper))
            if (point.entry && point.id.toString() == hit.id)
                shown = *point.entry; // one that a digest made stands on the card of its own entry
        showLibrary();
        return m_page->goToEntry(shown, hit);
    }
    turnToReaders();
    ReaderView &view = m_readers->here();
    view.openWithout(hit.paper, tr("The PDF of this paper is not here any more."));
    focusPage();
    view.showWritten(hit);
    refreshTitle();
}

void MainWindow::openHighlight(library::HighlightId id)
{
    if (const auto highlight = m_services.library.highlight(id))
        m_opening->open(highlight->paper, {std::nullopt, id});
}

void MainWindow::openingFailed(library::PaperId paper, const QString &sentence)
{
    if (isReading() && reader() && reader()->paper() == paper && reader()->sha256().isEmpty()) {
        m_notice->leave();
        reader()->openWithout(paper, sentence);
    } else {
        m_notice->sayTrouble(sentence);
    }
}

void MainWindow::adopted(const library::Document &document)
{
    const auto paper = m_services.library.paper(document.paper);
    const bool waiting = m_opening->unanswered() == document.paper && verbPapers() == QList{document.paper};
    if (waiting)
        showReader(document, document.paper, {});
    m_notice->say(tr("Filed the PDF of “%1”.").arg(paper ? paper->title : QString()));
}

void MainWindow::showPath(const QString &path)
{
    m_found->yield();
    turnToReaders();
    if (!m_readers->goToDocument({{}, {}, path})) {
        // Whoever opens a file from outside does not mean to leave what is read here.
        const bool isFree = m_readers->currentTab() < 0 || (reader() && reader()->shown().path.isEmpty());
        ReaderView &view = isFree ? m_readers->here() : m_readers->inNewTab();
        view.openPath(path, m_spare.take(path));
        // Filing the document reads the whole file, in the background, and the page is to be there first.
        auto *once = new QObject(&view);
        connect(&view, &ReaderView::settled, once, [this, once, path, &view] {
            once->deleteLater();
            adoptShown(view, path);
        });
    }
    focusPage();
    refreshTitle();
}

void MainWindow::adoptShown(ReaderView &view, const QString &path)
{
    const auto isShown = [path, view = QPointer(&view)] {
        return view && view->shown().path == path && view->sha256().isEmpty();
    };
    if (m_services.library.isReadOnly() || !isShown())
        return;
    m_filing->file(path, std::nullopt, [this, isShown, view = QPointer(&view)](const library::Document &document) {
        if (!isShown())
            return; // the reader has gone on to something else
        view->attach(document, document.paper);
        m_readers->dropAsleep(view->shown());
        refreshTitle();
        m_keepTabs.start();
    });
}

bool MainWindow::adoptDropped(const QString &path)
{
    const auto paper = m_opening->unanswered();
    const auto shown = verbPapers();
    if (path.isEmpty() || !paper || shown.size() != 1 || shown.first() != *paper)
        return false;
    if (TitlePanel *panel = m_titles.ifMade())
        panel->leave();
    m_filing->file(path, paper, [this](const library::Document &document) { adopted(document); });
    return true;
}

} // namespace yaodian::ui
