#pragma once

#include "base/background.h"
#include "base/settings.h"
#include "pdf/document.h"
#include "ui/reader/diskcache.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <memory>

namespace yaodian::ui {

/// Draws the first page of PDFs that have come, one after the other while nothing else happens, so that it is there
/// when they are opened for the first time: the page and the scale that the reader is expected to ask for.
class Preparing final : public QObject
{
    Q_OBJECT

public:
    /// `quietMs`: how long to wait before each.
    Preparing(std::shared_ptr<DiskCache> disk, Settings &settings, Background &background, QObject *parent,
              int quietMs = 2000);
    ~Preparing() override;

    /// A file of the store, whose bytes are those of `sha256`.
    void add(const QString &path, const QString &sha256);
    [[nodiscard]] bool isDone() const { return !m_document && m_waiting.isEmpty(); }

private:
    struct Paper
    {
        QString path;
        QString sha256;
    };
    void next();
    void draw();
    void drawn(const QString &name, const Result<QImage> &image);
    void end();

    const std::shared_ptr<DiskCache> m_disk;
    Settings &m_settings;
    Background &m_background;
    QTimer m_quiet;
    QList<Paper> m_waiting;
    QSet<QString> m_seen; ///< sha256
    Paper m_paper;
    std::unique_ptr<pdf::Document> m_document; ///< of m_paper
};

} // namespace yaodian::ui
