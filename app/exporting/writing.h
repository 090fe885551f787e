#pragma once

#include "exporting/folder.h"

namespace yaodian::exporting {

/// Where what was written is kept: the library's cache. Empty for one that is read-only: nothing can be taken in there,
/// and what was edited stays as it is.
[[nodiscard]] Memory memoryOf(library::Library &library);

/// Writes things into a folder, and takes in what was edited in their files first, so that what is written has it.
class Writing
{
public:
    /// `canonical`: see Folder::open().
    static Result<Writing> open(library::Library &library, const QString &path,
                                const std::function<QString(const QString &)> &canonical);

    /// A row of sheets. `again` prints one anew, after words of its file were taken in.
    Result<void> write(const QList<Sheet> &sheets, const std::function<Result<Sheet>(const Sheet &)> &again);
    /// All is on the disk. What was written before a failure stays.
    Result<Written> finish(const Result<void> &done = {});
    [[nodiscard]] QHash<QString, QString> files() const { return m_folder.files(); }

private:
    Writing(library::Library &library, Folder folder) : m_library(library), m_folder(std::move(folder)) {}
    Result<void> keep(const QList<Sheet> &sheets);
    Result<void> writeOne(Sheet sheet, const std::function<Result<Sheet>(const Sheet &)> &again);
    /// What was edited in the file of a sheet goes into the library; then the sheet is printed again.
    Result<void> takeInOf(Sheet &sheet, const Folder::Present &present,
                          const std::function<Result<Sheet>(const Sheet &)> &again);
    Result<void> keepSettled();

    library::Library &m_library;
    Folder m_folder;
    Written m_written;
    QHash<QString, QByteArray> m_settled; ///< keys of files that will hold all that there is to say; see Settled
};

} // namespace yaodian::exporting
