#include "bench.h"

#include "pdf/document.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QTimer>

#include <memory>

namespace yaodian::bench {

namespace {

constexpr double dpi = 150;
constexpr int pagesEach = 5;
constexpr int warmMs = 300; ///< until the worker waits

/// What one side needed for a file: milliseconds until the first page, and per page after it.
struct Times
{
    QList<double> first;
    QList<double> pages;
};

/// One file through a worker that waits for it, as one always does in the window: open, first page; then the next pages
/// one by one.
class Visit final : public QObject
{
public:
    Visit(QString path, Times &times, std::function<void()> done) : m_times(times), m_done(std::move(done))
    {
        auto worker = pdf::startWorker();
        QTimer::singleShot(warmMs, this, [this, path, worker] { open(path, worker); });
    }

private:
    void open(const QString &path, const std::shared_ptr<pdf::Ahead> &worker)
    {
        m_timer.start();
        m_document = std::make_unique<pdf::Document>(path, worker);
        connect(m_document.get(), &pdf::Document::opened, this, [this] { page(0); });
        connect(m_document.get(), &pdf::Document::failed, this, [this] { end(); });
        connect(m_document.get(), &pdf::Document::passwordNeeded, this, [this] { end(); });
    }

    void page(int number)
    {
        if (number >= std::min<qsizetype>(pagesEach, m_document->info().pages.size()))
            return end();
        if (number > 0)
            m_timer.start();
        m_document->render(number, dpi / 72, {}, pdf::Document::Priority::Visible, this,
                           [this, number](const Result<QImage> &image) {
                               if (!image)
                                   return end();
                               (number == 0 ? m_times.first : m_times.pages) += double(m_timer.nsecsElapsed()) / 1e6;
                               page(number + 1);
                           });
    }

    void end()
    {
        // The document is in the middle of a signal; it goes once that is over.
        QMetaObject::invokeMethod(QCoreApplication::instance(), m_done, Qt::QueuedConnection);
        deleteLater();
    }

    Times &m_times;
    std::function<void()> m_done;
    QElapsedTimer m_timer;
    std::unique_ptr<pdf::Document> m_document;
};

/// The same with poppler alone, in a process of its own as ours.
void visitRaw(const QString &path, Times &times)
{
    QProcess process;
    process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/bench-poppler"),
                  {path, QString::number(dpi), QString::number(pagesEach)});
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        return;
    for (const QByteArray &line : process.readAllStandardOutput().split('\n'))
        if (line.startsWith("first "))
            times.first += line.mid(6).toDouble();
        else if (line.startsWith("page "))
            times.pages += line.mid(5).toDouble();
}

/// Goes through the files, `runs` times each, ours and poppler alone in turn.
class Round final : public QObject
{
public:
    Round(QStringList files, int runs, std::function<void()> done)
        : m_files(std::move(files)), m_runs(runs), m_done(std::move(done))
    {
    }

    void next()
    {
        if (m_at >= m_files.size()) {
            report(QStringLiteral("all"), m_firsts, m_rawFirsts, m_pages, m_rawPages);
            m_done();
            return deleteLater();
        }
        const QString path = m_files.at(m_at);
        if (m_run == m_runs) {
            close(path);
            m_run = 0;
            ++m_at;
            return next();
        }
        ++m_run;
        visitRaw(path, m_raw);
        new Visit(path, m_ours, [this] { next(); });
    }

private:
    void close(const QString &path)
    {
        const double first = median(m_ours.first), rawFirst = median(m_raw.first);
        const double page = median(m_ours.pages), rawPage = median(m_raw.pages);
        if (first > 0 && rawFirst > 0) {
            report(QFileInfo(path).fileName().left(28), {first}, {rawFirst}, {page}, {rawPage});
            m_firsts += first;
            m_rawFirsts += rawFirst;
            if (page > 0 && rawPage > 0) {
                m_pages += page;
                m_rawPages += rawPage;
            }
        } else {
            say(QStringLiteral("pdf %1 could not be read").arg(QFileInfo(path).fileName()));
        }
        m_ours = m_raw = {};
    }

    static void report(const QString &name, const QList<double> &first, const QList<double> &rawFirst,
                       const QList<double> &page, const QList<double> &rawPage)
    {
        const auto ratio = [](double ours, double raw) { return raw > 0 ? ours / raw : 0; };
        const double f = median(first), rf = median(rawFirst), p = median(page), rp = median(rawPage);
        say(QStringLiteral("pdf %1 first page %2 ms (poppler alone %3, x%4)   page %5 ms (poppler alone %6, x%7)")
                .arg(name, -28)
                .arg(f, 7, 'f', 1)
                .arg(rf, 0, 'f', 1)
                .arg(ratio(f, rf), 0, 'f', 2)
                .arg(p, 7, 'f', 1)
                .arg(rp, 0, 'f', 1)
                .arg(ratio(p, rp), 0, 'f', 2));
    }

    const QStringList m_files;
    const int m_runs;
    std::function<void()> m_done;
    qsizetype m_at = 0;
    int m_run = 0;
    Times m_ours, m_raw;
    QList<double> m_firsts, m_rawFirsts, m_pages, m_rawPages;
};

} // namespace

void reading(const QString &corpus, int runs, std::function<void()> done)
{
    auto *round = new Round(filesBelow(corpus + QStringLiteral("/pdfs/papers"), {QStringLiteral("*.pdf")}), runs,
                            std::move(done));
    round->next();
}

} // namespace yaodian::bench
