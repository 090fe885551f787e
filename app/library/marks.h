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
[[nodiscard]] QList<PaperId> readPapersWithNotes(Connection &connection);
/// The same papers as a subquery that gives one column of papers.
[[nodiscard]] QString readNoteStamp(Connection &connection, PaperId paper); ///< Note::stamp
[[nodiscard]] QByteArray papersWithNotesSql();
/// Whether something of the reader's hangs on the paper, beyond having read it.
[[nodiscard]] bool hasMarks(Connection &connection, PaperId paper);
[[nodiscard]] QList<Session> readSessions(Connection &connection, bool onlyOpen);
[[nodiscard]] QJsonObject sessionRow(const Session &session);

} // namespace yaodian::library
