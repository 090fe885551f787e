#pragma once

#include "sync/filing.h"
#include "sync/run.h"

namespace yaodian::sync {

/// Imports files one after the other, or one document from memory.
class Importing final : public Run
{
    Q_OBJECT

public:
    Importing(const Services &services, Sync::PdfTaker takePdf, QObject *parent);

    void startFiles(const QStringList &paths);
    void startBytes(const QByteArray &bytes, const QString &name, const library::Source &source);

private:
    void stop() override;
    void next();
    void merge(const Kept &kept);

    Sync::PdfTaker m_takePdf;
    QStringList m_files;
    qsizetype m_at = 0;
    std::optional<Background::Job> m_job;
};

} // namespace yaodian::sync
