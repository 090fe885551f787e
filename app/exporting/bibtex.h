#pragma once

#include "exporting/reference.h"

#include <QByteArray>
#include <QList>

#include <optional>

// BibTeX in UTF-8: what biber and bibtex8 read, and what every program for references imports.
namespace yaodian::exporting {

/// Plain text as LaTeX that prints as the same text. Braces come in pairs whatever the text holds: BibTeX counts them
/// also behind a backslash, so that "\{" would swallow the rest of a file.
[[nodiscard]] QString latexText(const QString &plain);
/// The same with the capitals in braces that a style must not make small: within words ("BERT", "Pic2Word"), and at the
/// beginning of words where the title writes others small ("Gaussian").
[[nodiscard]] QString latexTitle(const QString &plain);

/// One entry, without a line end after it. Its last field holds the paper's id and a stamp of all before it but the
/// key.
[[nodiscard]] QByteArray bibtexEntry(const Reference &reference, const QString &key);

/// A stretch of a .bib file: an entry, or what stands between two.
struct BibPart
{
    QByteArray text;
    QString key;              ///< empty: no entry (a comment, a string, blank lines)
    QString paper;            ///< id in an entry that the program wrote
    QByteArray stamp = {};    ///< of what the program wrote
    bool isAsWritten = false; ///< its stamp fits
};
/// nullopt where the braces do not come in pairs.
[[nodiscard]] std::optional<QList<BibPart>> bibParts(const QByteArray &file);

} // namespace yaodian::exporting
