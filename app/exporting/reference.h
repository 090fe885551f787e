#pragma once

#include "library/library.h"

#include <optional>

// A paper as bibliographies speak of it.
namespace yaodian::exporting {

/// An author. A team, a name of one word and a name in ideographs (of which nothing tells where the family name ends)
/// stand whole in `family`, and `isWhole`.
struct Person
{
    QString family; ///< with its particles: "van den Oord"
    QString given;
    QString suffix; ///< "Jr."
    bool isWhole = false;
    friend bool operator==(const Person &, const Person &) = default;
};

/// What the library knows of a paper and nothing else: it has no venue, no pages and no publisher, so none is written.
struct Reference
{
    library::PaperId paper;
    QString title;
    QList<Person> authors;
    bool others = false; ///< the digest named only some authors
    std::optional<int> year;
    QString arxiv;
    QString doi;
    QString url;
    QStringList keywords;
    QList<digest::Identifier> identifiers = {};
};

/// A printed name taken apart at its last word.
[[nodiscard]] Person personOf(const QString &name);

/// The year that the first identifier with a year in it tells: arXiv's number, ACL's, PMLR's or CVF's key, a DOI of a
/// known make. nullopt: none tells one.
[[nodiscard]] std::optional<int> yearOf(const QList<digest::Identifier> &identifiers);

[[nodiscard]] Reference referenceOf(const library::Library &library, const library::Paper &paper);

/// "saito2023pic2word-5f0c": family name, year and first telling word of the title, in ASCII, and the first `digits`
/// of the paper's id. It is made of this paper alone: which others are exported with it, or come later, changes
/// nothing. (Letters a, b, c behind equal keys would be given anew with every other paper; "wang2023large" is shared by
/// dozens.) The digits also name the paper on the command line. A first author whose name ASCII cannot write gives way
/// to the identifier: "arxiv2302.03084-5f0c".
[[nodiscard]] QString citationKey(const Reference &reference, int digits = 4);

} // namespace yaodian::exporting
