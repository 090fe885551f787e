#pragma once

#include "library/connection.h"
#include "library/values.h"

#include <QJsonObject>

namespace yaodian::library {

// Reads of what the reader made. Every `paper` is a resolved one.
[[nodiscard]] PaperState readState(Connection &connection, PaperId paper);
[[nodiscard]] QJsonObject stateRow(const PaperState &state);
[[nodiscard]] QList<Highlight> readHighlights(Connection &connection, PaperId paper);
[[nodiscard]] std::optional<Highlight> readHighlight(Connection &connection, HighlightId id);
[[nodiscard]] QJsonObject highlightRow(const Highlight &highlight);
[[nodiscard]] Highlight highlightOf(HighlightId id, const QJsonObject &row); ///< the same the other way
/// As they were when they were removed, the last first.
[[nodiscard]] QList<Highlight> readRemovedHighlights(Connection &connection, PaperId paper, int most);
[[nodiscard]] QStringList readHighlightTags(Connection &connection);
[[nodiscard]] Note readNote(Connection &connection, PaperId paper);
[[nodiscard]] QString readNoteStamp(Connection &connection, PaperId paper); ///< Note::stamp
/// Papers with a highlight, an own point, evidence or a note, as a subquery that gives one column of papers: what has
/// only been given a verdict has no notes.
[[nodiscard]] QByteArray papersWithNotesSql();
/// Those and the ones with a verdict: what an export of everything writes.
[[nodiscard]] QList<PaperId> readPapersWithNotes(Connection &connection);
/// Whether something of the reader's hangs on the paper, beyond having read it.
[[nodiscard]] bool hasMarks(Connection &connection, PaperId paper);
[[nodiscard]] QList<Session> readSessions(Connection &connection, bool onlyOpen);
[[nodiscard]] QJsonObject sessionRow(const Session &session);

} // namespace yaodian::library
