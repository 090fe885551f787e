#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QUrl>

namespace yaodian::papers {

/// What has come so far of a file at an address. It lies on disk, so that a download that was broken off (the network,
/// Esc, a crash) is gone on with where it was. Two files: the bytes, and beside them what the server called this
/// version of its file, written first.
class PartFile
{
public:
    /// The part of `address` in `folder`, as an earlier attempt left it.
    PartFile(const QString &folder, const QUrl &address);

    /// How many bytes there are to go on from; 0: none, or none that can be trusted. A server must know its version of
    /// the file for that, and the system must not have been started anew since: what was written last may not have
    /// reached the disk.
    [[nodiscard]] qint64 size() const { return m_size; }
    /// For If-Range: the version of the bytes that are there.
    [[nodiscard]] QByteArray validator() const { return m_validator; }
    [[nodiscard]] QString path() const { return m_bytes.fileName(); }

    /// Forgets what was there. `validator`: a strong ETag or a Last-Modified; null: it cannot be gone on with later.
    Result<void> begin(const QByteArray &validator);
    Result<void> append(const QByteArray &bytes);
    /// The whole file is there; it is closed and its path given back. Its notes go; the file is the caller's.
    QString finish();
    void discard();

    /// Removes parts that nobody has gone on with for a month.
    static void tidy(const QString &folder);

private:
    [[nodiscard]] QString notesPath() const;
    [[nodiscard]] Error failure() const;

    QUrl m_address;
    QFile m_bytes;
    QByteArray m_validator;
    qint64 m_size = 0;
};

} // namespace yaodian::papers
