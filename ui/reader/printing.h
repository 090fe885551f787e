#pragma once

#include "ui/reader/feature.h"

#include <QPointer>

class QPrinter;

namespace yaodian::ui {

class PrintJob;

/// Ctrl+P: the desktop's dialog, and then the pages, told one by one in the status line; Esc ends it.
class Printing final : public QObject, public ReaderFeature
{
    Q_OBJECT

public:
    explicit Printing(const ReaderContext &context);

    void setDocument(pdf::Document *document) override;
    bool stepBack() override;
    [[nodiscard]] bool isBusy() const override;

private:
    void ask();
    void print(std::shared_ptr<QPrinter> printer);

    ReaderContext m_context;
    QPointer<pdf::Document> m_document;
    QPointer<PrintJob> m_job;
};

} // namespace yaodian::ui
