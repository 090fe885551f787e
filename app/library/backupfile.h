#pragma once

#include "library/connection.h"
#include "library/folder.h"

#include <memory>

namespace yaodian::library {

/// A backup that was found sound: what writeBackup() wrote, or a copy from before a schema step (without posts).
class BackupFile
{
public:
    /// Opens `file` read-only and checks it whole before anything relies on it: that it is one of ours, not of a newer
    /// version, with our tables and nothing else in it, undamaged, each post what its name says. Else a StoreFailure
    /// with one clear sentence.
    explicit BackupFile(const QString &file);

    [[nodiscard]] Connection &connection() { return *m_connection; }
    /// Puts the posts into the folder where they are missing or damaged; how many the backup holds.
    int givePosts(const Folder &folder);

private:
    void checkKind();
    void checkTables();
    void checkPages();
    void checkPosts();
    [[noreturn]] void failForeign() const;
    [[noreturn]] void failDamaged(const QString &why) const;

    QString m_file;
    std::unique_ptr<Connection> m_connection;
    bool m_withPosts = false;
};

} // namespace yaodian::library
