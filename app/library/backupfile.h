#pragma once

#include "base/cancel.h"
#include "base/clock.h"
#include "library/connection.h"
#include "library/folder.h"

#include <memory>

namespace yaodian::library {

/// A backup that was found sound: what writeBackup() wrote, or a copy from before a schema step (without posts).
class BackupFile
{
public:
    /// Opens `file` read-only and checks it whole before anything relies on it: that it is one of ours, not of a newer
    /// version, with our tables and nothing else in it, undamaged, each post and picture what its name says. Else a
    /// StoreFailure with one clear sentence.
    /// Ends with SQLITE_INTERRUPT as soon as `token` asks for it.
    explicit BackupFile(const QString &file, const CancelToken &token = {});

    [[nodiscard]] Connection &connection() { return *m_connection; }
    /// Puts the posts into the folder where they are missing or damaged; how many the backup holds.
    int givePosts(const Folder &folder);
    int giveImages(const Folder &folder, const Clock &clock); ///< the same of pictures
    /// Keys and templates, each in its place: see placeOwnFile(). One that cannot be placed does not keep the others
    /// back; the failure of the first is thrown at the end.
    int giveOwnFiles(const Folder &folder);

private:
    void checkKind();
    void checkTables();
    void checkPages();
    void checkPosts();
    void checkImages();
    void checkOwnFiles();
    [[noreturn]] void failForeign() const;
    [[noreturn]] void failDamaged(const QString &why) const;

    QString m_file;
    CancelToken m_token;
    std::unique_ptr<Connection> m_connection;
    bool m_withPosts = false;
    bool m_withImages = false; ///< one from before there were pictures has none
    bool m_withFiles = false;  ///< likewise
};

} // namespace yaodian::library
