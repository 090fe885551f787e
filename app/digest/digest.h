#pragma once

#include "base/result.h"
#include "digest/values.h"

#include <QByteArrayView>
#include <QJsonObject>
#include <QStringView>

namespace yaodian::digest {

/// What is known of a document besides its bytes. Every field may be empty.
struct Origin
{
    QString fileName;  ///< its ending is a hint, never a proof
    QString mediaType; ///< Content-Type as received, with its charset
    QString link;      ///< where it came from; relative links resolve against it
};

/// What parse() and identify() make of a document. Raised with every change of their answers, so that posts kept by an
/// older version are parsed again (a test over the project's own posts sees to it).
inline constexpr int parserVersion = 6;

/// Largest document that is parsed, in bytes.
inline constexpr qint64 largestDocument = 64LL * 1024 * 1024;

/// Bytes → issues: one for a post, one per item for a feed. Pure and thread-safe. A post without papers is an issue
/// with 0 entries, its text and its report. Fails only for what is no text at all (empty, binary, over the limit).
Result<QList<Issue>> parse(QByteArrayView bytes, const Origin &origin);

/// The text of a document as parse() reads it, whatever its encoding; empty for what is no text.
[[nodiscard]] QString textOf(QByteArrayView bytes, const Origin &origin);

/// What a feed calls itself, in plain text; empty where it does not say, and for what is no feed.
[[nodiscard]] QString feedTitle(QByteArrayView bytes, const Origin &origin);

/// A link → the identifiers it names, strongest first; empty where it names nothing (a blog's home, a list page).
[[nodiscard]] QList<Identifier> identify(const QString &link);

/// The link of a paper that nothing names but a PDF of it: the same bytes, the same paper.
[[nodiscard]] QString documentLink(const QString &sha256);
[[nodiscard]] bool isDocumentLink(const QString &link);

/// The identifiers of an entry: those of its link, then its title key (where it has an author or no other).
[[nodiscard]] QList<Identifier> identify(const Entry &entry);

/// "arXiv:2302.03084", a DOI, or any link, typed by a person.
[[nodiscard]] std::optional<Identifier> identifierFromText(const QString &text);

/// "LG – 机器学习 CV – 计算机视觉": the codes and names a line consists of, each code once. Empty for any other line.
/// Such lines are a post's title, and the text of the pictures between its entries.
[[nodiscard]] QList<LegendItem> legendOf(QStringView line);

/// A category as printed → the code of its facet: "[CL]", "cs.CL", "cs.CL - 计算与语言" and "Computation and Language"
/// are all "CL". A name that nobody knows stays as it is.
[[nodiscard]] QString facetCode(const QString &printed);

/// How many entries of an issue have a field, by the field's name in the gold format.
struct FieldCount
{
    QString field;
    int entries = 0;
};
[[nodiscard]] QList<FieldCount> fieldsFound(const Issue &issue);

/// The gold format (one JSON object an issue), with `categories` where an entry has several.
[[nodiscard]] QJsonObject toGold(const Issue &issue);

} // namespace yaodian::digest
