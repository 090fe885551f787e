#pragma once

#include "base/cancel.h"
#include "base/result.h"
#include "pdf/values.h"

#include <QImage>
#include <QObject>

#include <functional>
#include <memory>

namespace yaodian::pdf {

/// A page and the scale it is drawn at, in pixels a point.
struct FirstPage
{
    int page = 0;
    double scale = 1;
};
/// Which pages will be asked for first, in this order, as soon as their sizes are known. Called on another thread.
using FirstView = std::function<QList<FirstPage>(const QList<PageInfo> &)>;

/// What is started before there is an application, so that it comes into being while the window does. Document takes
/// it over.
class Ahead;
/// A worker alone. Null where it cannot be started: Document then says why. It dies with the thread that started it:
/// call this on one that outlives the document.
[[nodiscard]] std::shared_ptr<Ahead> startWorker();
/// The document itself, with the pictures of what is seen of it first. A wrong guess of the view costs nothing that is
/// seen: the right one goes before it.
[[nodiscard]] std::shared_ptr<Ahead> openAhead(const QString &path, FirstView firstView = {});

/// A PDF read through a worker process of its own. Everything answers later, on the thread that made the object, and
/// only while `context` lives. A crash, hang or memory blow-up costs the request that caused it: it answers with an
/// Error, and a fresh worker serves the next one.
class Document final : public QObject
{
    Q_OBJECT

public:
    enum class Priority { Visible, Near, Background };

    /// Opens `path` (at most 200 MB), with what was started ahead where that serves. `opened` or `failed` follows.
    explicit Document(const QString &path, std::shared_ptr<Ahead> ahead = {}, QObject *parent = nullptr);
    ~Document() override;

    [[nodiscard]] QString path() const;
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] const DocumentInfo &info() const; ///< valid once opened
    void unlock(const QString &password);           ///< after passwordNeeded

    /// The page at `scale` pixels a point (pixels of the screen), cut to `tile` in pixels of the whole page where
    /// given. The id can be given to abort() when the page left the view; an aborted request never answers.
    quint64 render(int page, double scale, const QRect &tile, Priority priority, QObject *context,
                   std::function<void(Result<QImage>)> done);
    void abort(quint64 request);
    quint64 text(int page, Priority priority, QObject *context, std::function<void(Result<PageText>)> done);
    quint64 links(int page, QObject *context, std::function<void(Result<QList<Link>>)> done);
    /// The document's own, else the headings of its text, flagged as inferred: once what is looked at was drawn, and
    /// all pages read.
    quint64 outline(QObject *context, std::function<void(Result<QList<OutlineItem>>)> done);
    /// What of the page is no text, and where it is printed on at all.
    quint64 art(int page, Priority priority, QObject *context, std::function<void(Result<PageArt>)> done);
    /// The files within the document, to be listed.
    quint64 attachments(QObject *context, std::function<void(Result<QList<Attachment>>)> done);
    /// What readers wrote into the page with any program, in the order of the file.
    quint64 annotations(int page, QObject *context, std::function<void(Result<QList<Annotation>>)> done);
    /// What the text of a page speaks of, with the places that this leads to, also where the document has no links.
    /// The first answer comes when all pages (2,000 at most) were read, behind everything else that is asked for.
    quint64 references(int page, QObject *context, std::function<void(Result<QList<Reference>>)> done);
    /// Every hit of `query` (across line ends, hyphens and from page to page), page by page from `firstPage` on and
    /// around; `hits` is called for each page with hits, `done` at the end, with an Error for what is no regular
    /// expression or takes too long. abort() ends it.
    quint64 search(const SearchQuery &query, int firstPage, QObject *context,
                   std::function<void(QList<SearchHit>)> hits, std::function<void(Result<void>)> done);
    quint64 search(const QString &query, int firstPage, QObject *context, std::function<void(QList<SearchHit>)> hits,
                   std::function<void(Result<void>)> done);

Q_SIGNALS:
    void opened();
    void passwordNeeded(bool wrong);
    void failed(const yaodian::Error &error);
    /// Pages beyond the first were taken to be of its size; now info() has their own. Only in long documents.
    void measured();
    /// info().sha256 is there: worked out when nothing is asked, so that the first page does not wait for it.
    void hashed(const QString &sha256);
    /// The document asks for something that is never done: info().refused. Once, and not at all where it does not.
    void refuses(const QStringList &what);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// The words of a document's pages, for whoever reads many documents behind all else: one worker, on the thread that
/// calls, which it dies with. `token` ends it at once, from any thread.
class PageReader
{
public:
    /// Settled errors are the document's: it asks for a password, it is damaged. All others are not.
    static Result<std::unique_ptr<PageReader>> open(const QString &path, const CancelToken &token);
    ~PageReader();

    [[nodiscard]] int pages() const;
    /// Normalised, in reading order, a block a line. An error costs the page, which was tried twice; a settled one the
    /// rest of the document.
    [[nodiscard]] Result<QString> words(int page);

private:
    PageReader();
    struct Private;
    std::unique_ptr<Private> d;
};

/// What keeps PDFs in on this machine.
struct WorkerState
{
    QString poppler;       ///< its version
    bool landlock = false; ///< files other than fonts are out of the worker's reach; the other walls always stand
    bool apart = false;    ///< the worker is in namespaces of its own
};

// The same without an event loop, for the command line and background work: each call opens a worker, asks once and
// ends it. One attempt.
/// Starts a worker and hears what it says of itself; an Error where no PDF would be opened, with the reason.
Result<WorkerState> examineWorker();
Result<DocumentInfo> readInfo(const QString &path);
Result<QImage> renderPage(const QString &path, int page, double dpi);
/// What readers wrote into the pages. A page that cannot be read has none.
Result<QList<Annotation>> readAnnotations(const QString &path);
/// The bytes of a copy with more annotations: those of the file, and behind them what was added. Read again to see that
/// each is in it; else one sentence.
Result<QByteArray> annotatedCopy(const QString &path, const QList<AddedAnnotation> &added);
Result<QList<PageText>> readText(const QString &path, std::optional<int> page = std::nullopt);

} // namespace yaodian::pdf
