#pragma once

#include "tests/app/library/dailyposts.h"
#include "tests/support/faults/loop.h"

// A folder as the fault loops find it, and what is done in it.
namespace yaodian::tests {

/// A library with posts, a note, highlights, evidence, a PDF, something to redo; beside it a backup, files that were
/// exported once, a PDF and a picture that nobody has taken in yet.
void furnish(const QString &folder);

/// What a reader sees of a library: no ids of what was made just now, no times.
[[nodiscard]] QByteArray seenOf(const library::Library &library);

/// A library in `library/` below the folder, open for writing, and something done with it.
class LibraryTrial : public Trial
{
public:
    using Work = std::function<Result<void>(LibraryTrial &)>;
    /// Not `opened`: the work is to open it.
    LibraryTrial(const QString &folder, Work work, bool opened);

    Result<void> run() override { return m_work(*this); }
    [[nodiscard]] QByteArray state() override;
    [[nodiscard]] QString damage() override;

    /// Opens it, for the work; or says why not.
    Result<void> open(const QString &name = QStringLiteral("library"));
    [[nodiscard]] QString path(const QString &name) const { return m_folder + QLatin1Char('/') + name; }
    // Looked up while the disk was healthy:
    QList<PaperId> papers; ///< of the entries, in the order of the list
    QList<PaperId> marked;
    PointId point;
    HighlightId highlight;

    FixedClock clock{noon + 3'600'000};
    IdSource ids{clock};
    std::unique_ptr<Library> library;
    std::function<QByteArray()> more; ///< of the state

private:
    const QString m_folder;
    const Work m_work;
};

[[nodiscard]] QList<Undertaking> libraryOperations(); ///< within the library
[[nodiscard]] QList<Undertaking> fileOperations();    ///< copies of it, and files beside it
[[nodiscard]] QList<Undertaking> backupOperations();  ///< copies that make themselves, and what they are for

/// Runs the loops over those operations whose names are given (none: all).
[[nodiscard]] QStringList loopsOver(const QList<Undertaking> &operations, int most, const QList<QByteArray> &only = {});

template <class Value> Result<void> withoutValue(const Result<Value> &done)
{
    return done ? Result<void>() : Result<void>(done.error());
}

} // namespace yaodian::tests
