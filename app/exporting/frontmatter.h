#pragma once

#include <QByteArray>
#include <QString>

// The block between two `---` lines at the head of a Markdown file.
namespace yaodian::exporting {

/// Length in bytes of the front matter with both its `---` lines and the last line end (and a byte order mark before
/// it); 0: there is none.
[[nodiscard]] qsizetype frontLength(const QByteArray &file);

/// The whole id under `yaodian`, in lower case, however it is quoted (other programs rewrite front matter); empty:
/// none.
[[nodiscard]] QString frontId(const QByteArray &file);

/// `old` with those values brought up to date that only the program can have written: the verdict and numbers; lists
/// that the program wrote and that only grew (of tags and categories also those the reader added to); values that were
/// empty. Any other line is kept as it is, order and unknown keys included.
[[nodiscard]] QByteArray refreshedFront(const QByteArray &old, const QByteArray &fresh);

/// `front` with the id in it: needed where a template of the reader's own does not write it.
[[nodiscard]] QByteArray frontWithId(const QByteArray &front, const QString &id);

} // namespace yaodian::exporting
