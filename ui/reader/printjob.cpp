#include "ui/reader/printjob.h"

#include <QFile>
#include <QPainter>
#include <QPrinter>
#include <QTransform>

#include <algorithm>
#include <atomic>
#include <cmath>

namespace yaodian::ui {

namespace {

constexpr int FinestPrint = 300;     ///< dots an inch: more is not seen
constexpr double MostPrinted = 24e6; ///< pixels; the worker draws no more than 32 million at once
constexpr double LongestPrinted = 16'000;

double printScale(const QSizeF &points, int resolution)
{
    double scale = std::min(resolution, FinestPrint) / 72.0;
    scale = std::min(scale, std::sqrt(MostPrinted / std::max(1.0, points.width() * points.height())));
    return std::min(scale, LongestPrinted / std::max({1.0, points.width(), points.height()}));
}

/// The page in the middle of the paper, in its own size or smaller; turned where that fits better. False where the
/// printer takes no more.
bool paintOnto(QPrinter &printer, QPainter &painter, QImage picture, QSizeF points, bool isFirst)
{
    if (!isFirst && !printer.newPage())
        return false;
    const QSizeF room = printer.pageRect(QPrinter::DevicePixel).size();
    if ((points.width() > points.height()) != (room.width() > room.height())) {
        picture = picture.transformed(QTransform().rotate(-90));
        points.transpose();
    }
    QSizeF size = points * printer.resolution() / 72.0;
    if (size.width() > room.width() || size.height() > room.height())
        size.scale(room, Qt::KeepAspectRatio);
    const QPointF corner((room.width() - size.width()) / 2, (room.height() - size.height()) / 2);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF(corner, size), picture);
    return printer.printerState() != QPrinter::Error && printer.printerState() != QPrinter::Aborted;
}

} // namespace

QList<int> pagesToPrint(const QPrinter &printer, int count, int current)
{
    QList<int> pages;
    if (printer.printRange() == QPrinter::CurrentPage) {
        pages << current;
    } else if (printer.printRange() == QPrinter::PageRange && !printer.pageRanges().isEmpty()) {
        for (int page = 1; page <= count; ++page)
            if (printer.pageRanges().contains(page))
                pages << page - 1;
    } else {
        const bool all = printer.printRange() != QPrinter::PageRange || printer.fromPage() < 1;
        const int last = all || printer.toPage() < 1 ? count : std::min(printer.toPage(), count);
        for (int page = all ? 1 : printer.fromPage(); page <= last; ++page)
            pages << page - 1;
    }
    if (printer.pageOrder() == QPrinter::LastPageFirst)
        std::reverse(pages.begin(), pages.end());
    return pages;
}

struct PrintJob::Sheets
{
    std::shared_ptr<QPrinter> printer;
    QPainter painter; // goes before the printer
    std::atomic<bool> dropped = false;

    explicit Sheets(std::shared_ptr<QPrinter> to) : printer(std::move(to)) {}
    ~Sheets()
    {
        if (painter.isActive())
            painter.end();
        if (dropped && !printer->outputFileName().isEmpty())
            QFile::remove(printer->outputFileName());
    }
    Q_DISABLE_COPY_MOVE(Sheets)
};

PrintJob::PrintJob(pdf::Document &document, Background &background, std::shared_ptr<QPrinter> printer,
                   const QList<int> &pages, QObject *parent)
    : QObject(parent), m_document(&document), m_background(background),
      m_sheets(std::make_shared<Sheets>(std::move(printer))), m_pages(pages)
{
}

PrintJob::~PrintJob()
{
    cancel();
}

void PrintJob::start()
{
    if (m_pages.isEmpty())
        fail(tr("There is no such page to print."));
    else if (!m_sheets->painter.begin(m_sheets->printer.get()))
        fail(tr("The printer could not be started."));
    else
        next();
}

void PrintJob::cancel()
{
    if (std::exchange(m_over, true))
        return;
    if (m_document && m_request)
        m_document->abort(m_request);
    m_sheets->dropped = true;
    m_sheets.reset();
}

void PrintJob::fail(const QString &sentence)
{
    cancel();
    Q_EMIT failed(sentence);
}

void PrintJob::next()
{
    if (m_over)
        return;
    Q_EMIT progressed(m_done, int(m_pages.size()));
    if (m_over) // cancelled by whoever heard it
        return;
    if (m_done == m_pages.size()) {
        end();
        return;
    }
    if (!m_document) {
        fail(tr("Printing was stopped: the document was closed."));
        return;
    }
    const int page = m_pages.at(m_done);
    const double scale = printScale(m_document->info().pages.value(page).size, m_sheets->printer->resolution());
    m_request = m_document->render(
        page, scale, {}, pdf::Document::Priority::Near, this, [this, page](const Result<QImage> &picture) {
            m_request = 0;
            if (m_over)
                return;
            if (picture)
                paint(*picture);
            else
                fail(tr("Printing stopped at page %1. %2").arg(page + 1).arg(picture.error().message));
        });
}

void PrintJob::paint(const QImage &picture)
{
    const QSizeF points = m_document ? m_document->info().pages.value(m_pages.at(m_done)).size : QSizeF();
    m_background.run(
        this,
        [sheets = m_sheets, picture, points, isFirst = m_done == 0](const CancelToken &) {
            return paintOnto(*sheets->printer, sheets->painter, picture, points, isFirst);
        },
        [this](bool taken) {
            if (m_over)
                return;
            if (!taken) {
                fail(tr("The printer takes no more pages."));
                return;
            }
            ++m_done;
            next();
        });
}

void PrintJob::end()
{
    m_over = true;
    // The last bytes may take long to be written: not on this thread.
    m_background.run(
        this,
        [sheets = std::exchange(m_sheets, {})](const CancelToken &) {
            return sheets->painter.end() && sheets->printer->printerState() != QPrinter::Error;
        },
        [this](bool done) {
            if (done)
                Q_EMIT finished(m_done);
            else
                Q_EMIT failed(tr("The printer takes no more pages."));
        });
}

} // namespace yaodian::ui
