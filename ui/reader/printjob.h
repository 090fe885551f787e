#pragma once

#include "base/background.h"
#include "pdf/document.h"

#include <QPointer>

class QPrinter;

namespace yaodian::ui {

/// The pages that a printer was told to print, from 0, in the order in which they are printed.
[[nodiscard]] QList<int> pagesToPrint(const QPrinter &printer, int count, int current);

/// Prints pages of a document one after the other: the worker draws each at the printer's resolution (at most 300 dots
/// an inch), and neither that nor the painting happens on the window's thread.
class PrintJob final : public QObject
{
    Q_OBJECT

public:
    PrintJob(pdf::Document &document, Background &background, std::shared_ptr<QPrinter> printer,
             const QList<int> &pages, QObject *parent);
    ~PrintJob() override;

    void start();
    /// Nothing more is printed; no signal follows. A file that was written to goes; what a printer has already, it
    /// prints.
    void cancel();

Q_SIGNALS:
    void progressed(int done, int of);
    void finished(int pages);
    void failed(const QString &sentence); ///< nothing more is printed

private:
    void next();
    void paint(const QImage &picture);
    void end();
    void fail(const QString &sentence);

    QPointer<pdf::Document> m_document;
    Background &m_background;
    struct Sheets;
    std::shared_ptr<Sheets> m_sheets; ///< whoever paints holds on to them
    QList<int> m_pages;
    int m_done = 0;
    quint64 m_request = 0;
    bool m_over = false;
};

} // namespace yaodian::ui
