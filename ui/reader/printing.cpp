#include "ui/reader/printing.h"

#include "ui/commands/withkeys.h"
#include "ui/reader/printjob.h"
#include "ui/reader/readerview.h"

#include <QPrintDialog>
#include <QPrinter>

namespace yaodian::ui {

Printing::Printing(const ReaderContext &context) : m_context(context)
{
    context.commands.bind("reader.print", &context.reader, [this](std::optional<int>) { ask(); });
}

void Printing::setDocument(pdf::Document *document)
{
    if (m_job) {
        m_job->deleteLater();
        m_job->cancel();
        m_context.say(tr("Printing was stopped: the document was closed."));
    }
    m_job = nullptr;
    m_document = document;
}

void Printing::ask()
{
    if (!m_document || !m_document->isOpen())
        return;
    if (m_job) {
        m_context.say(withKeys(m_context.commands, tr("Something is being printed already; {go.back} ends it.")));
        return;
    }
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(m_context.reader.title());
    auto *dialog = new QPrintDialog(printer.get(), &m_context.reader);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setMinMax(1, int(m_document->info().pages.size()));
    dialog->setOption(QAbstractPrintDialog::PrintCurrentPage);
    dialog->setOption(QAbstractPrintDialog::PrintPageRange);
    connect(dialog, qOverload<>(&QPrintDialog::accepted), this, [this, printer] { print(printer); });
    connect(dialog, &QObject::destroyed, &m_context.pages, [printer] {}); // the dialog looks at it until it is gone
    dialog->open();
}

void Printing::print(std::shared_ptr<QPrinter> printer)
{
    if (!m_document || m_job)
        return;
    const QList<int> pages =
        pagesToPrint(*printer, int(m_document->info().pages.size()), m_context.pages.currentPage());
    m_job = new PrintJob(*m_document, m_context.background, std::move(printer), pages, this);
    PrintJob *job = m_job;
    connect(job, &PrintJob::progressed, this, [this](int done, int of) {
        if (done < of)
            m_context.say(
                withKeys(m_context.commands, tr("Printing page %1 of %2… {go.back} ends it.")).arg(done + 1).arg(of));
    });
    const auto ended = [this, job](const QString &sentence) {
        job->deleteLater();
        m_job = nullptr;
        m_context.say(sentence);
    };
    connect(job, &PrintJob::finished, this,
            [ended](int count) { ended(tr("%n page(s) were printed.", nullptr, count)); });
    connect(job, &PrintJob::failed, this, ended);
    job->start();
}

bool Printing::isBusy() const
{
    return m_job;
}

bool Printing::stepBack()
{
    if (!m_job || m_context.reader.hasSelection()) // that is left first
        return false;
    m_job->cancel();
    m_job->deleteLater();
    m_job = nullptr;
    m_context.say(tr("Printing was ended. What the printer has already, it may still print."));
    return true;
}

} // namespace yaodian::ui
