#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace yaodian {

/// A file that takes the place of another one whole, or not at all: its bytes lie beside it, under a name that tells
/// whose it is, until commit(). What a killed process left of that is removed by the next one that writes into the
/// folder; QSaveFile would leave it there for ever, among the reader's own files.
class SaveFile
{
public:
    explicit SaveFile(const QString &path); ///< where a link stands there, what it leads to is meant
    ~SaveFile();                            ///< what was not committed is as if it had never been written
    Q_DISABLE_COPY_MOVE(SaveFile)

    // Each gives false where it fails, and errorString() says why.
    bool open(); ///< fails where something that is not to be written stands there
    bool write(const QByteArray &bytes);
    bool sync();   ///< waits until the bytes are on the disk
    bool place();  ///< puts it in its place; for bytes that are on the disk
    bool commit(); ///< sync() and place()
    [[nodiscard]] int handle() const { return m_descriptor; }
    [[nodiscard]] QString fileName() const { return m_path; } ///< as it was given
    [[nodiscard]] QString errorString() const { return m_error; }

private:
    bool fail(const QString &why = {}); ///< nothing given: what the system said last
    void giveUp();

    QString m_path;
    QString m_target; ///< the path with links followed
    QByteArray m_draft;
    int m_descriptor = -1;
    QString m_error;
};

/// Replaces `path` by `bytes` as writeFileAtomically() does, by way of `draft`, a file on the same disk, whose folder
/// is made if absent: where it is known what a killed process can have left, somebody can remove it.
Result<void> writeFileByWayOf(const QString &draft, const QString &path, const QByteArray &bytes);

/// Removes what killed processes left of files on their way into `folder`; those that somebody is writing stay.
void sweepDrafts(const QString &folder);

} // namespace yaodian
