#include "ui/commands/withkeys.h"
#include "ui/reader/readerview_p.h"

#include <QFileInfo>

#include <algorithm>

// The life of what is shown: opened, read again, named by its bytes, failed; and what follows its first page.
namespace yaodian::ui {

using namespace Qt::StringLiterals;

void ReaderView::Private::clear()
{
    field->leave(); // as what it was about is; what cannot be saved stays in it
    keepPlace();
    panel->flush();
    restLoaded = false;
    selector->clear();
    hints->hide();
    pages->setDocument(nullptr, {});
    texts->setDocument(nullptr);
    links->setDocument(nullptr);
    imaging->setDocument(nullptr, {}, {});
    finder->setDocument(nullptr);
    for (const auto &feature : features)
        feature->setDocument(nullptr);
    markings->setHighlights({});
    carrying->setDocument(nullptr, {}, {});
    marking->setOutline({});
    contents->clear();
    locked = false;
    renewed.reset();
    document.reset();
}

void ReaderView::Private::show(const QString &file, std::shared_ptr<pdf::Ahead> ahead)
{
    clear();
    path = file;
    take(std::make_unique<pdf::Document>(file, std::move(ahead)));
}

void ReaderView::Private::take(std::unique_ptr<pdf::Document> shown)
{
    document = std::move(shown);
    connect(document.get(), &pdf::Document::opened, q, [this] { documentOpened(); });
    connect(document.get(), &pdf::Document::measured, q, [this] { pages->setPages(document->info().pages); });
    connect(document.get(), &pdf::Document::hashed, q, [this](const QString &hash) { named(hash); });
    connect(document.get(), &pdf::Document::failed, q, [this](const Error &error) { documentFailed(error); });
    connect(document.get(), &pdf::Document::passwordNeeded, q, [this](bool wrong) { askPassword(wrong); });
    connect(document.get(), &pdf::Document::refuses, q, [this](const QStringList &what) {
        Q_EMIT q->message(ReaderView::tr("This PDF asks for what is not done: %1.").arg(what.join(u"; ")));
    });
    retitle();
    if (document->isOpen())
        documentOpened();
}

void ReaderView::Private::open(const DocumentRef &wanted, const std::optional<PagePlace> &start,
                               std::shared_ptr<pdf::Ahead> ahead)
{
    panel->flush();
    if (wanted.paper.isNull() || wanted.paper != panel->paper())
        panel->setPaper({}); // what is typed beside the pages is never of the paper before
    marking->setDocument(wanted.paper, wanted.sha256);
    paper = wanted.paper;
    sha256 = wanted.sha256;
    loose = sha256.isEmpty();
    startPlace = start;
    startHighlight.reset();
    startHit.reset();
    startWritten.reset();
    show(wanted.path, std::move(ahead));
}

void ReaderView::Private::leavePlace()
{
    if (document && document->isOpen())
        history.leave({shown(), pages->place()});
}

void ReaderView::Private::go(const HistoryEntry &entry)
{
    if (document && entry.document.isSame(shown()))
        return pages->goTo(entry.place);
    DocumentRef wanted = entry.document;
    const auto stored = library && !wanted.sha256.isEmpty() ? library->document(wanted.sha256) : std::nullopt;
    const bool own = !stored || stored->path != wanted.path;
    if (own) { // the reader's own file: it may be another one by now
        wanted.paper = {};
        wanted.sha256.clear();
    }
    open(wanted, entry.place, {});
    if (own)
        Q_EMIT q->readAnew(wanted.path); // filed once it is seen
}

/// What is shown stays until the file, as it is now, has been opened: it may be damaged, or half written.
void ReaderView::Private::readAgain()
{
    if (path.isEmpty())
        return;
    renewed = std::make_unique<pdf::Document>(path);
    connect(
        renewed.get(), &pdf::Document::opened, q, [this] { takeRenewed(); }, Qt::QueuedConnection);
    connect(
        renewed.get(), &pdf::Document::passwordNeeded, q, [this] { takeRenewed(); }, Qt::QueuedConnection);
    connect(renewed.get(), &pdf::Document::failed, q, [this](const Error &error) {
        Q_EMIT q->message(
            ReaderView::tr("The file cannot be read as it is now; what was shown before stays. %1").arg(error.message));
    });
}

void ReaderView::Private::takeRenewed()
{
    if (!renewed || renewed->path() != path)
        return;
    if (!field->isHidden() && !locked) { // what is being typed is about what is shown
        const auto once = Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection);
        connect(
            field, &InlineField::closed, q, [this] { takeRenewed(); }, once);
        return;
    }
    auto next = std::move(renewed);
    next->disconnect(q);
    const PagePlace place = pages->place();
    clear();
    if (loose) { // another text than that of the document it was filed as
        panel->setPaper({});
        marking->setDocument({}, {});
        paper = {};
        sha256.clear();
    }
    startPlace = place;
    startHit.reset();
    if (!next->isOpen())
        next = std::make_unique<pdf::Document>(path); // it asks for its password again
    take(std::move(next));
    Q_EMIT q->message(ReaderView::tr("The file was read again."));
    if (loose)
        Q_EMIT q->readAnew(path);
}

void ReaderView::Private::documentOpened()
{
    dress(); // another reader may have chosen another look meanwhile
    locked = false;
    places.setDocument(sha256.isEmpty() ? places.lastKnown(path) : sha256);
    PagePlace start = startPlace.value_or(PagePlace());
    const auto last = places.last();
    if (last && last->place.page < document->info().pages.size()) {
        pages->setMode(last->mode);
        if (!startPlace)
            start = last->place;
    } else {
        pages->setMode(modeOfNew());
    }
    if (startPlace)
        start = *std::exchange(startPlace, std::nullopt);
    const auto hit = std::exchange(startHit, std::nullopt);
    if (hit) {
        history.leave({shown(), start});
        start = {hit->second.page, hit->second.boxes.value(0).top};
    }
    start.page = std::clamp<int>(start.page, 0, std::max<int>(0, int(document->info().pages.size()) - 1));
    // Only the page in view is asked for now; all else waits until it is there.
    pages->setDocument(document.get(), start, sha256);
    texts->setDocument(document.get());
    links->setDocument(document.get());
    finder->setDocument(document.get());
    for (const auto &feature : features)
        feature->setDocument(document.get());
    if (hit)
        showHit(hit->first, hit->second);
    restAtLatest.start();
    retitle();
    pagesMoved();
}

void ReaderView::Private::named(const QString &hash)
{
    places.remember(path, hash);
    pages->setSha256(hash);
    if (places.document() != hash)
        places.setDocument(hash);
}

void ReaderView::Private::documentFailed(const Error &error)
{
    startHit.reset();
    const QString why = ReaderView::tr("This PDF cannot be shown. %1").arg(error.message);
    const QString ways =
        withKeys(commands,
                 ReaderView::tr("{reader.systemViewer} opens it in the system's viewer, {reader.reload} tries again."));
    pages->setNotice(QFileInfo::exists(path) ? why + "\n\n"_L1 + ways : why);
    loadMarks();
    Q_EMIT q->failed(error.message);
}

void ReaderView::Private::askPassword(bool wrong)
{
    locked = true;
    pages->setNotice(ReaderView::tr("This PDF is locked by a password. Enter asks for it."));
    const QRect middle(pages->viewport()->width() / 2 - 210, pages->viewport()->height() / 2, 420, 20);
    const auto take = [this](const QString &password) {
        pages->setNotice({});
        document->unlock(password);
        return true;
    };
    const QString label = wrong ? ReaderView::tr("That was not the password. Try again.") : ReaderView::tr("Password");
    field->ask({middle, label, {}, take, {}, true});
}

void ReaderView::Private::pagesSettled()
{
    if (!restLoaded)
        QMetaObject::invokeMethod(
            q, [this] { loadRest(); }, Qt::QueuedConnection); // after the paint
    else
        pagesMoved();
    for (const auto &feature : features)
        feature->settled();
    Q_EMIT q->settled();
}

void ReaderView::Private::loadRest()
{
    if (restLoaded || !document || !document->isOpen())
        return;
    restLoaded = true;
    loadMarks();
    document->outline(q, [this](const Result<QList<pdf::OutlineItem>> &outline) {
        contents->setOutline(outline ? *outline : QList<pdf::OutlineItem>());
        marking->setOutline(outline ? *outline : QList<pdf::OutlineItem>());
        contents->setPlace(pages->place());
    });
    pagesMoved();
}

void ReaderView::Private::loadMarks()
{
    restAtLatest.stop();
    if (!library || paper.isNull())
        return;
    marking->setDocument(paper, sha256);
    marking->refresh();
    panel->setPaper(paper);
    retitle();
    review->setPaper(paper, sha256);
    annotations->setPaper(paper, sha256);
    pdf::Document *open = document && document->isOpen() && !sha256.isEmpty() ? document.get() : nullptr;
    carrying->setDocument(open, paper, sha256);
    imaging->setDocument(open, paper, sha256);
    showStart();
    showWritten();
}

void ReaderView::Private::carried(const QList<library::Placement> &found)
{
    marking->refresh();
    const auto placed = std::count_if(found.cbegin(), found.cend(), [](const auto &one) { return one.isPlaced(); });
    const int open = review->openCount();
    const QString all = ReaderView::tr("%n highlight(s) of another version", nullptr, int(found.size()));
    const QString here = ReaderView::tr("%n have their place here", nullptr, int(placed));
    Q_EMIT q->message(
        open > 0 ? withKeys(commands, ReaderView::tr("%1, %2. %3 to review: {reader.review}")).arg(all, here).arg(open)
                 : ReaderView::tr("%1, %2.").arg(all, here));
    showStart();
}

} // namespace yaodian::ui
