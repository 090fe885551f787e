#pragma once

#include "library/recorder.h"

namespace yaodian::library {

/// The paper that stands for `id` now: merged papers are followed, others are themselves.
[[nodiscard]] PaperId resolvePaper(Connection &connection, PaperId id);
[[nodiscard]] std::optional<Paper> readPaper(Connection &connection, PaperId id);
[[nodiscard]] QList<digest::Identifier> identifiersOf(Connection &connection, PaperId id); ///< strongest first
/// Whether the paper has another strong identifier of a scheme that is in `identifiers`.
[[nodiscard]] bool hasConflict(Connection &connection, PaperId id, const QList<digest::Identifier> &identifiers);

/// What is known of a paper that an entry tells of.
struct PaperSeen
{
    QList<digest::Identifier> identifiers; ///< strongest first
    QString title;
    QString titleZh;
    QStringList authors;
    QStringList categories;
    QString fallbackKey; ///< makes the id where there is no identifier
    qint64 seenMs = 0;
};

/// Papers that one and the same thing was found to be: the others go into the first.
struct PaperFound
{
    PaperId paper;
    QList<PaperId> merge;
};

/// Finds the paper by any shared strong identifier, else by an equal link, else by its title key without a
/// conflicting strong identifier; else makes it. New identifiers are added to it.
PaperFound findOrMakePaper(Connection &connection, const QString &stamp, const PaperSeen &seen);

/// Other papers that have one of the strong identifiers and none that conflicts with `paper`'s.
[[nodiscard]] QList<PaperId> papersSharing(Connection &connection, PaperId paper,
                                           const QList<digest::Identifier> &identifiers);
/// Leaves out those that another paper holds.
void addIdentifiers(Connection &connection, PaperId paper, const QList<digest::Identifier> &identifiers,
                    const QString &stamp);

/// Moves everything that hangs on `gone` to `kept`; `gone` stays as an alias for ever.
void mergePapers(Recorder &recorder, PaperId kept, PaperId gone);
/// Sets an entry apart as a mention of a paper of its own, which is made; the reader's points on it go along, all else
/// stays. Gives back that paper. The entry must be there.
PaperId setEntryApart(Recorder &recorder, EntryId entry, qint64 nowMs);
/// Makes the entries follow the aliases and what was set apart. Idempotent; after merges, their undo, and at the start.
void followAliases(Connection &connection);

} // namespace yaodian::library
