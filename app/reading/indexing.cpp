#include "reading/indexing.h"

#include "base/log.h"
#include "pdf/document.h"

#include <QSet>

namespace yaodian::reading {

namespace {

/// Pages a transaction: who waits for the library waits for these.
constexpr int together = 20;
/// Documents come in bursts.
constexpr int soonMs = 1000;

using library::DocumentToRead;
using library::PageTexts;

/// One document from the page on where it was left.
class Reader
{
public:
    Reader(library::Library &library, const DocumentToRead &document, const CancelToken &token)
        : m_library(library), m_document(document), m_token(token)
    {
    }

    /// Errors are not the document's.
    Result<void> read()
    {
        auto opened = pdf::PageReader::open(m_document.path, m_token);
        if (!opened)
            return opened.error().isSettled() ? m_library.keepPageTexts(refused(opened.error())) : opened.error();
        const int pages = (*opened)->pages();
        PageTexts part{m_document.sha256, qMin(m_document.next, pages), {}, pages, {}, {}};
        while (part.first + part.texts.size() < pages) {
            if (const auto got = readPage(**opened, part); !got)
                return keepWhatIsThere(part, got.error());
            if (part.texts.size() == together) {
                if (const auto kept = m_library.keepPageTexts(part); !kept)
                    return kept;
                part = {part.sha256, part.first + int(part.texts.size()), {}, pages, {}, {}};
            }
        }
        return m_library.keepPageTexts(part);
    }

private:
    /// An Error where the document is left: for good (settled), or for now.
    Result<void> readPage(pdf::PageReader &reader, PageTexts &part)
    {
        const int page = part.first + int(part.texts.size());
        const auto words = reader.words(page);
        if (!words && (words.error().isSettled() || words.error().isCancelled()))
            return words.error();
        if (!words)
            part.unread += PageTexts::Unread{page, words.error().message};
        part.texts += words.valueOr({});
        return {};
    }

    Result<void> keepWhatIsThere(PageTexts part, const Error &why)
    {
        if (why.isSettled())
            part.reason = why.message;
        const bool any = why.isSettled() || !part.texts.isEmpty();
        if (const auto kept = any ? m_library.keepPageTexts(part) : Result<void>(); !kept)
            return kept;
        return why.isSettled() ? Result<void>() : Result<void>(why);
    }

    [[nodiscard]] PageTexts refused(const Error &why) const
    {
        return {m_document.sha256, m_document.next, {}, -1, {}, why.message};
    }

    library::Library &m_library;
    const DocumentToRead &m_document;
    const CancelToken &m_token;
};

Result<void> forgetRemoved(library::Library &library, const CancelToken &token)
{
    while (!token.stop_requested()) {
        const auto forgotten = library.forgetRemovedPages();
        if (!forgotten)
            return forgotten.error();
        if (!*forgotten)
            return {};
    }
    return Error::cancelled();
}

} // namespace

Result<void> readPages(library::Library &library, const CancelToken &token,
                       const std::function<void(const library::PageReads &)> &told)
{
    if (auto forgotten = forgetRemoved(library, token); !forgotten)
        return forgotten;
    QSet<QString> passed; // their files are missing, or cannot be read for now
    Error last;
    while (!token.stop_requested()) {
        std::optional<DocumentToRead> next;
        for (const DocumentToRead &document : library.documentsToRead(int(passed.size()) + 1))
            if (!next && !passed.contains(document.sha256))
                next = document;
        if (!next)
            return {};
        const auto read = Reader(library, *next, token).read();
        if (!read && !read.error().isCancelled()) {
            // One missing file is its own affair; where nothing can be read, the rest need not be tried.
            if (!pdf::examineWorker())
                return read;
            qCWarning(logLibrary, "pages of %s: %s", qUtf8Printable(next->sha256),
                      qUtf8Printable(read.error().message));
            passed += next->sha256;
        }
        if (told)
            told(library.pageReads());
    }
    return Error::cancelled();
}

Indexing::Indexing(library::Library &library, int quietMs, QObject *parent) : QObject(parent), m_library(library)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(quietMs);
    connect(&m_quiet, &QTimer::timeout, this, [this] {
        {
            const std::lock_guard lock(m_mutex);
            m_held = false;
        }
        wake();
    });
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(&m_soon, &QTimer::timeout, this, &Indexing::wake);
    connect(&library, &library::Library::changed, this, [this](const library::Change &change) {
        if (m_started && (change.everything || !change.papers.isEmpty()) && !m_soon.isActive())
            m_soon.start();
    });
}

Indexing::~Indexing()
{
    {
        const std::lock_guard lock(m_mutex);
        m_quit = true;
        m_source.request_stop();
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void Indexing::start()
{
    if (m_started || m_library.isReadOnly())
        return;
    m_started = true;
    m_thread = std::thread([this] { work(); });
    wake();
}

void Indexing::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_wanted = m_started;
    }
    m_changed.notify_all();
}

void Indexing::yield()
{
    {
        const std::lock_guard lock(m_mutex);
        m_held = true;
        m_source.request_stop();
    }
    m_quiet.start();
}

void Indexing::heal()
{
    if (!m_library.endedUncleanly())
        return;
    const auto healed = m_library.healIndexes(library::Library::IndexCheck::Probe);
    if (healed && !healed->isEmpty())
        Q_EMIT this->healed(*healed);
    else if (!healed)
        qCWarning(logLibrary, "%s", qUtf8Printable(healed.error().message));
}

void Indexing::sweep(const CancelToken &token)
{
    const auto swept = m_library.removeLostImages(token);
    if (swept && !swept->isEmpty())
        Q_EMIT healed({*swept});
    else if (!swept)
        qCWarning(logLibrary, "%s", qUtf8Printable(swept.error().message));
}

void Indexing::work()
{
    heal();
    bool isSwept = false;
    while (true) {
        CancelToken token;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_quit || (m_wanted && !m_held); });
            if (m_quit)
                return;
            m_wanted = false;
            m_source = CancelSource();
            token = m_source.get_token();
        }
        const auto read =
            readPages(m_library, token, [this](const library::PageReads &reads) { Q_EMIT progress(reads); });
        if (!read && !read.error().isCancelled())
            qCWarning(logLibrary, "no pages are read: %s", qUtf8Printable(read.error().message));
        if (read && !isSwept && !token.stop_requested()) { // once, behind all else
            isSwept = true;
            sweep(token);
        }
        Q_EMIT rested();
    }
}

} // namespace yaodian::reading
