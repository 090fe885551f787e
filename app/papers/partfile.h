#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QUrl>

namespace yaodian::papers {

/// What has come so far of a file at an address. It lies on disk, so that a download that was broken off (the network,
/// Esc, a crash) is gone on with where it was. Two files: the bytes, and beside them what the server called this
/// version of its file, written first. Two at one time for one address do not meet: the second has a file of its own
/// and nothing to go on from. For one thread.
class PartFile
{
public:
    /// The part of `address` in `folder`, as an earlier attempt left it.
    PartFile(const QString &folder, const QUrl &address);
    ~PartFile();
    Q_DISABLE_COPY_MOVE(PartFile)

    /// How many bytes there are to go on from; 0: none, or none that can be trusted. A server must know its version of
    /// the file for that, and the system must not have been started anew since: what was written last may not have
    /// reached the disk.
    [[nodiscard]] qint64 size() const { return m_size; }
    /// For If-Range: the version of the bytes that are there.
    [[nodiscard]] QByteArray validator() const { return m_validator; }
    [[nodiscard]] QString path() const { return m_bytes.fileName(); }

    /// Forgets what was there. `validator`: a strong ETag or a Last-Modified; null: it cannot be gone on with later.
    Result<void> begin(const QByteArray &validator);
    /// Fails where the file is not as long as it is known to be.
    Result<void> append(const QByteArray &bytes);
    /// The whole file is there; it gets a name of its own and is the caller's. Fails where it is not what was written.
    Result<QString> finish();
    void discard();

    /// Removes parts that nobody has gone on with for a month.
    static void tidy(const QString &folder);

private:
    [[nodiscard]] QString notesPath() const;
    [[nodiscard]] Error failure() const;

    QUrl m_address;
    QString m_claim; ///< the name that no other may have meanwhile
    QFile m_bytes;
    QByteArray m_validator;
    qint64 m_size = 0;
};

} // namespace yaodian::papers
