#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

// A look at the library's files behind its back: with SQLite alone, without the code that wrote them.
namespace yaodian::tests {

/// Runs one statement on a file, as another program would.
void tamper(const QString &file, const char *sql);
/// The first column of the first row; empty: there is none.
[[nodiscard]] QByteArray cell(const QString &file, const char *sql);

/// All rows of all tables, as text, in a fixed order; a line a row. `without`: beginnings of tables to leave out.
[[nodiscard]] QByteArray dumpRows(const QString &file, const QStringList &without = {});
/// What the rows of notes.sqlite say: without stamps, row numbers, tombstones, the journal and meta. Two libraries with
/// the same dump look the same to the reader.
[[nodiscard]] QByteArray dumpNotes(const QString &file);
/// The names and bytes of all files below a folder (the lock, the reserve and what SQLite puts beside a file left out),
/// as one hash a line.
[[nodiscard]] QByteArray dumpFolder(const QString &folder);

} // namespace yaodian::tests
