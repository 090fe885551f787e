#pragma once

#include "library/library.h"

#include <QCache>
#include <QImage>
#include <QObject>
#include <QThreadPool>

#include <mutex>

namespace yaodian::ui {

/// As a file is written; empty where that cannot be.
[[nodiscard]] QByteArray pngOf(const QImage &picture);

/// Pictures on their way into the store, on a thread of their own, and out of it.
class NotePictures final : public QObject
{
    Q_OBJECT

public:
    explicit NotePictures(QObject *parent = nullptr);
    /// Waits until everything is kept.
    ~NotePictures() override;

    void setLibrary(library::Library &library); ///< it must outlive this
    /// `tag` is handed on with kept().
    void keep(const QImage &picture, int tag);
    /// Returns when everything is kept, or could not be, and all that has been said.
    void finish();
    /// A picture of the store, no wider than that; null: it is not there.
    [[nodiscard]] QImage find(const QString &sha256, int width);

Q_SIGNALS:
    void kept(int tag, const QString &sha256);
    void failed(int tag, const QString &sentence);

private:
    struct Outcome
    {
        int tag = 0;
        Result<QString> kept;
    };
    void deliver();
    [[nodiscard]] QImage whole(const QString &sha256);

    library::Library *m_library = nullptr;
    QThreadPool m_pool;
    QCache<QString, QImage> m_found; ///< by name and width; cost: KB
    QString m_lastName;
    QImage m_last;
    std::mutex m_mutex; ///< guards what follows
    QList<Outcome> m_outcomes;
};

} // namespace yaodian::ui
