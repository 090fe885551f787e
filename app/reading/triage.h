#pragma once

#include "library/library.h"

namespace yaodian::reading {

/// Papers of a list, one after the other, each of which is given a verdict or passed. Verdicts are kept in the library
/// as they are given, so leaving at any time loses nothing; each step can be taken back, to the first. What was decided
/// before is counted, and does not come up.
class Triage
{
public:
    /// `papers`: once or more each; what comes after `most` without a verdict waits for the next time.
    Triage(library::Library &library, const QList<library::PaperId> &papers, int most = 500);

    /// nullopt: all were looked at.
    [[nodiscard]] std::optional<library::PaperId> current() const;
    /// Gives the current paper a verdict, as an act of its own, and goes on.
    Result<void> decide(library::Verdict verdict);
    void pass();    ///< goes on to the next without a verdict
    void goBack();  ///< to the one before; its verdict stays
    bool goAgain(); ///< to the first that was passed; false: none was
    /// Takes the last act back, a verdict or what else was done to a paper meanwhile, and shows its paper. A null id:
    /// all that was done since the start was taken back.
    Result<library::Operation> undo();
    Result<library::Operation> redo();

    struct Progress
    {
        int all = 0;                      ///< papers of the list
        int decided = 0;                  ///< of them, that have a verdict
        int passed = 0;                   ///< that were looked at and have none
        int read = 0, keep = 0, drop = 0; ///< given since the start
        int position = 0;                 ///< of the current paper among those that came up, from 1
        int queue = 0;                    ///< how many came up or will
    };
    [[nodiscard]] Progress progress() const;
    /// Those of them that are to be read closely, in order: the queue of a session.
    [[nodiscard]] QList<library::PaperId> toRead() const;

private:
    struct Decision
    {
        library::OperationId operation;
        library::PaperId paper;
    };
    [[nodiscard]] library::OperationId newest() const;
    [[nodiscard]] bool isAfterStart() const;
    void showPaperOf(library::OperationId operation);

    library::Library &m_library;
    QList<library::PaperId> m_queue;
    int m_all = 0, m_before = 0;  ///< of the list; decided before the start
    int m_at = 0, m_seen = 0;     ///< the current one; how many were looked at
    QList<Decision> m_decisions;  ///< also of verdicts that were taken back: they may be given again
    library::OperationId m_start; ///< what was newest in the journal then
};

} // namespace yaodian::reading
