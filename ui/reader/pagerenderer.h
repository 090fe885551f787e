#pragma once

#include "base/background.h"
#include "pdf/document.h"
#include "ui/reader/pagearts.h"
#include "ui/reader/pagestore.h"
#include "ui/reader/pagewishes.h"
#include "ui/reader/rendertimes.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QPointer>

namespace yaodian::ui {

/// Gets pictures of pages from the store or the document in the order in which they are needed, dresses them for the
/// look and keeps them. What is no longer wanted is aborted.
class PageRenderer final : public QObject
{
    Q_OBJECT

public:
    PageRenderer(Background &background, QObject *parent);

    /// Pictures that other readers have, too. Before a document is set.
    void setStore(std::shared_ptr<PageStore> store) { m_store = std::move(store); }
    /// nullptr: asks for nothing more.
    void setDocument(pdf::Document *document);
    /// Which bytes the document has: by them its heavy pages are found on disk. Not a guess: the pages of another
    /// document would be shown.
    void setSha256(const QString &sha256) { m_sha256 = sha256; }
    [[nodiscard]] const QByteArray &id() const { return m_id; } ///< PictureKey::document
    void setLook(Look look) { m_look = look; }
    [[nodiscard]] Look look() const { return m_look; }
    [[nodiscard]] bool isDark() const { return m_look == Look::Dark; }
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
    [[nodiscard]] const PageCache &cache() const { return m_store->memory; }
    /// How many pictures the document was asked for: what the store has is not among them.
    [[nodiscard]] int drawn() const { return m_drawn; }

Q_SIGNALS:
    void arrived(int page); ///< a picture or a failure

private:
    struct Asked
    {
        quint64 request = 0; ///< 0: it is not the document that answers
        qint64 since = 0;    ///< ms of m_clock
        bool isDraft = false;
    };
    [[nodiscard]] WishFacts facts() const;
    [[nodiscard]] QString nameOf(const PictureKey &key) const;
    [[nodiscard]] bool fits(const QImage &image, const Wish &wish) const;
    void abortOthers(const QList<Wish> &wishes);
    void request(const Wish &wish);
    void readFromDisk(const Wish &wish, const QString &name);
    void draw(const Wish &wish);
    void take(const PictureKey &key, Result<QImage> image);
    void note(const PictureKey &key, const QImage &image);
    void undressed(const PictureKey &key, const QImage &image);
    void dress(const PictureKey &key);
    void artArrived(int page);
    void keep(const PictureKey &key, const QImage &image);

    Background &m_background;
    std::shared_ptr<PageStore> m_store;
    QPointer<pdf::Document> m_document;
    QByteArray m_id;
    QString m_sha256;
    PageArts m_arts;
    RenderTimes m_times;
    QElapsedTimer m_clock;
    qint64 m_lastAnswer = 0; ///< ms of m_clock: the worker does one thing at a time
    QHash<PictureKey, Asked> m_asked;
    QHash<PictureKey, QImage> m_undressed; ///< waiting until it is known where the page's figures are
    QHash<int, QString> m_failures;
    QHash<int, int> m_attempts; ///< of pages that failed
    quint64 m_generation = 0;
    int m_drawn = 0;
    Look m_look = Look::Light;
};

} // namespace yaodian::ui
