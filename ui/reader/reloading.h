#pragma once

#include "ui/reader/feature.h"
#include "ui/reader/filewatch.h"

#include <QPointer>
#include <QTemporaryDir>

namespace yaodian::ui {

/// The file behind the pages: read again when it changed or when asked, and handed to the system's viewer.
class Reloading final : public QObject, public ReaderFeature
{
    Q_OBJECT

public:
    explicit Reloading(const ReaderContext &context);

    void setDocument(pdf::Document *document) override;

private:
    void askForViewer();
    void view();
    void open(const QString &path);

    ReaderContext m_context;
    FileWatch m_watch;
    std::unique_ptr<QTemporaryDir> m_copies; ///< what the system's viewer got; gone with the reader
};

} // namespace yaodian::ui
