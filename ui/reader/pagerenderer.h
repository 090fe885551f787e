#pragma once

#include "base/background.h"
#include "pdf/document.h"
#include "ui/reader/pagecache.h"

#include <QHash>
#include <QObject>
#include <QPointer>

namespace yaodian::ui {

/// A page that is on the view or may be soon.
struct Wanted
{
    int page = 0;
    double scale = 1; ///< device pixels a point
    QSize pixels;     ///< of the whole page at that scale
    QRect part;       ///< of the whole page, in device pixels, that the view shows
};

/// Gets pictures of pages from the document in the order in which they are needed and keeps them in a bounded cache.
/// A page too large for one picture is cut into tiles over one coarse picture. What is no longer wanted is aborted.
class PageRenderer final : public QObject
{
    Q_OBJECT

public:
    PageRenderer(Background &background, QObject *parent);

    /// nullptr: forgets everything.
    void setDocument(pdf::Document *document);
    void setDark(bool dark) { m_dark = dark; }
    [[nodiscard]] bool isDark() const { return m_dark; }
    /// What is shown now and what may be next; everything else that was asked for is aborted.
    void want(const QList<Wanted> &visible, const QList<Wanted> &near);

    struct Piece
    {
        QImage image;
        QRect at; ///< device pixels of the whole page
    };
    /// What to paint of a page, coarse first; sharp pieces have the page's own pixels.
    [[nodiscard]] QList<Piece> pieces(const Wanted &page);
    [[nodiscard]] bool isSharp(const Wanted &page) const;
    /// Why a page could not be rendered; empty: it could.
    [[nodiscard]] QString failure(int page) const { return m_failures.value(page); }
    /// Tries failed pages again.
    void forgetFailures() { m_failures.clear(); }
    [[nodiscard]] const PageCache &cache() const { return m_cache; }

Q_SIGNALS:
    void arrived(int page); ///< a picture or a failure

private:
    struct Job
    {
        PictureKey key;
        double scale = 1;
        pdf::Document::Priority priority = pdf::Document::Priority::Visible;
    };
    [[nodiscard]] QList<Job> jobsFor(const Wanted &page, pdf::Document::Priority priority) const;
    [[nodiscard]] PictureKey keyOf(int page, double scale, const QRect &tile = {}) const;
    void request(const Job &job);
    void take(const PictureKey &key, Result<QImage> image);
    void keep(const PictureKey &key, const QImage &image);

    Background &m_background;
    QPointer<pdf::Document> m_document;
    PageCache m_cache;
    QHash<PictureKey, quint64> m_asked;
    QHash<int, QString> m_failures;
    QHash<int, int> m_attempts; ///< of pages that failed
    quint64 m_generation = 0;
    bool m_dark = false;
};

} // namespace yaodian::ui
