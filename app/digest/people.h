#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>

namespace yaodian::digest {

/// The line below a title: names, and what may follow them.
struct AuthorLine
{
    QStringList authors;
    bool etAl = false;
    QStringList affiliations;
    std::optional<int> year;
    qsizetype length = 0; ///< how much of the line was read; the rest is somebody else's
};

/// Reads "O Press, NA Smith… [University of X & Y] (2023)". nullopt where the line is no list of names.
[[nodiscard]] std::optional<AuthorLine> authorLine(QStringView text);
/// Reads a list of names without asking whether it is one ("作者：…"): any split at commas.
[[nodiscard]] AuthorLine namesOf(QStringView text);
/// The content of "[A & B] (2023)"; nullopt where the line does not begin with a bracket.
[[nodiscard]] std::optional<AuthorLine> affiliationLine(QStringView text);

/// "(Google & MIT)" at `at`: places in round brackets, known by what stands in them or by the end of the line.
[[nodiscard]] bool isRoundPlace(QStringView text, qsizetype at);

/// Reads "单位：A & B (2023)" without its label: places and the year.
[[nodiscard]] AuthorLine placesOf(QStringView text);

/// "University of X & Google& Y": split at semicolons, and where '&' has white space on at least one side;
/// never at commas.
[[nodiscard]] QStringList splitAffiliations(QStringView content);

/// "OpenAI", "The A Team": authors that are no persons.
[[nodiscard]] bool isGroup(QStringView text);
/// "Google Research & MIT", "Stanford University", "OpenAI": a line of places without brackets.
[[nodiscard]] bool isPlainPlace(QStringView text);

/// What stands behind "Author：" are places: at least half say so.
[[nodiscard]] bool arePlaces(const QStringList &names);

/// Words in the shape of a person's name: one to five, capitalised or particles, no digits. `strict`: no word has a
/// capital inside ("ModelsEmiel"), as only a glued line has.
[[nodiscard]] bool isName(QStringView text, bool strict = false);

/// Where the authors begin in "Autoregressive Diffusion ModelsEmiel Hoogeboom, Alexey A. Gritsenko"; -1 where no list
/// of names is found. `text` ends where the list ends. `certain`: what follows it (a bracket, a year) says that names
/// end there, so that one name behind a blank is enough ("Machine Love J Lehman").
[[nodiscard]] qsizetype authorsInGlued(QStringView text, bool certain = false);
/// Where Latin names in a labelled line end: before a Chinese text behind a blank ("A Name, B Name 中文标题").
[[nodiscard]] qsizetype latinNamesEnd(QStringView text);
/// Where a list of names that begins somewhere in `text` ends: before a bracket, the first sentence end or an
/// ideograph.
[[nodiscard]] qsizetype namesEnd(QStringView text);

} // namespace yaodian::digest
