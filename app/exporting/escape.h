#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

// What other people wrote, on its way into Markdown and YAML.
namespace yaodian::exporting {

/// Plain text as Markdown that reads back as the same text, on one line: nothing in it is markup, HTML, a link, a tag
/// or a command of a note program. White space is simplified, control characters go.
[[nodiscard]] QString inlineText(const QString &plain);

/// What inlineText() made, or somebody changed of it, as plain text again.
[[nodiscard]] QString plainText(const QString &inlined);

/// The lines of a plain text that are not blank, each as inlineText().
[[nodiscard]] QStringList paragraphs(const QString &plain);

/// A double-quoted YAML scalar (also a JSON string).
[[nodiscard]] QString yamlString(const QString &text);
/// A one-line YAML list of double-quoted scalars.
[[nodiscard]] QString yamlList(const QStringList &texts);

/// An http or https address as a link's target: encoded, without user information; empty for anything else.
[[nodiscard]] QString linkTarget(const QString &address);

/// Markdown that the reader typed, as typed, except for what could run or spill: raw HTML and `javascript:`, `data:`
/// and `vbscript:` links are escaped until none is left, a code fence left open is closed, and lines that look like
/// our own markers lose a blank. Line ends become '\n'; blank lines at both ends go.
[[nodiscard]] QString readersMarkdown(const QString &typed);

/// `text` with every line after the first (blank ones excepted) moved right by `columns`: one list item.
[[nodiscard]] QString hanging(const QString &text, int columns);
/// The way back: up to so many blanks fewer before every line after the first.
[[nodiscard]] QString unhung(const QString &text, int columns);

} // namespace yaodian::exporting
