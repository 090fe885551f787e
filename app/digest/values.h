#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace yaodian::digest {

/// Where in the post an entry stands: numbered with its own text, or in the closing list ("另外几篇值得关注的论文").
enum class Section { Main, Also };

/// What one post says of one paper. Text is the post's own, verbatim, list numbers stripped, ends trimmed; a text the
/// post does not have is empty. Meaning field by field: the gold format's schema.
struct Entry
{
    std::optional<int> number; ///< the number the post printed
    QStringList categories;    ///< facet codes ("CL", never "cs.CL"), in the order printed; empty: 未分类
    QString title;
    QString titleZh;
    QStringList authors;
    bool etAl = false; ///< the list of authors ended in "…" or "et al."
    QStringList affiliations;
    std::optional<int> year;
    QStringList keyPoints; ///< 要点, one statement each
    QString oneLine;       ///< 一句话总结
    QString abstractZh;
    QString abstractEn;
    QString body; ///< prose; paragraphs joined by a blank line
    QString url;  ///< the link that stands for the paper; empty: none
    Section section = Section::Main;
};

/// A category code and the name the post's own legend gives it, in the post's order.
struct LegendItem
{
    QString code;
    QString name;
};

/// A line of the post that went into no field, though it is more than the frame around a post.
struct UnparsedSpan
{
    QString text;
    int line = 0; ///< its place among the lines of the post, from 1; 0: unknown
};

/// Something that a person should look at, and why.
struct Doubt
{
    int entry = -1; ///< index among the issue's entries; -1: the issue as a whole
    QString text;   ///< one translated sentence
};

/// What the parser saw and did: the basis of "check this issue".
struct Report
{
    QString family;    ///< recogniser that read the post ("daily", "recommendations", "glued", "feed", "text" …)
    QString encoding;  ///< how the bytes were read ("UTF-8", "GB18030" …)
    int headsSeen = 0; ///< places that look like the head of an entry
    int entriesMade = 0;
    QList<UnparsedSpan> unparsed;
    QList<Doubt> doubts; ///< empty for a post that was read as a whole: "check this issue" means there are some
    QStringList repairs; ///< translated sentences: what was repaired ("cut off in the middle of …")
};

/// One post. `guid`, `link` and `published` come from the feed that carried it, where one did.
struct Issue
{
    QString title;
    QList<LegendItem> legend;
    QString summary;
    QString intro;
    QString via;       ///< 转自
    QString author;    ///< of the post
    QString sourceUrl; ///< the post's own original address, as printed in it
    QStringList references;
    QList<Entry> entries; ///< in the post's order
    QString text;         ///< the whole post as plain paragraphs, kept where there are no entries
    QString guid;
    QString link;
    QDateTime published; ///< invalid: unknown
    Report report;

    /// The whole document is this one issue, each of its items an entry (arXiv's feeds, lists in JSON).
    [[nodiscard]] bool isListing() const { return report.family == QLatin1String("listing"); }
};

/// One identifier of a paper. `value` is canonical (arXiv without version, DOI in lower case …).
struct Identifier
{
    /// Strong schemes first; Link is an equal canonical link; Title is titleKey(title) + '|' + family name of the first
    /// author.
    enum class Scheme { Arxiv, Doi, OpenReview, Acl, Pmlr, Cvf, Link, Title };

    Scheme scheme = Scheme::Link;
    QString value;
    QString version; ///< "v2" where the link named one; no part of the identity

    [[nodiscard]] bool isStrong() const { return scheme < Scheme::Link; }
    /// "arxiv:2302.03084": the canonical key under which paper ids are made and aliases stored.
    [[nodiscard]] QString key() const;
    friend bool operator==(const Identifier &a, const Identifier &b)
    {
        return a.scheme == b.scheme && a.value == b.value;
    }
};

} // namespace yaodian::digest
