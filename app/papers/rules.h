#pragma once

#include <QList>
#include <QString>
#include <QUrl>

namespace yaodian::papers {

/// One row of the link → PDF table. Patterns are anchored regular expressions; `path` is matched against the encoded
/// path with its query. In `address`, \1 … \9 are the groups of `path`, {host} is the link's host, {self} the link
/// and {email} the reader's address, without which the row is left out.
struct Rule
{
    const char *name;
    const char *host;
    const char *path;
    const char *address; ///< of the PDF; with `reads` of an answer that names it
    /// What to read there, the first that is there: "place -> PDF", several apart by " | ". A place is a path into JSON
    /// ("a.b", "a[].b" for each, "a[-1].b" for the last) or a /regular expression/ over the answer; {} is what it
    /// found.
    const char *reads = nullptr;
    bool landing = true; ///< the link's own page may name the PDF, should this address fail
    bool last = false;   ///< only where no other row fits
};

/// The table, in the order in which its rows are tried.
[[nodiscard]] const QList<Rule> &rules();

/// A place in an answer and what to make of what stands there.
struct Reading
{
    QString place;
    QString pdf; ///< with {}
};

/// An address that a row gives for a link.
struct RuleHit
{
    QUrl url;
    const Rule *rule = nullptr;
    QList<Reading> reads; ///< empty: `url` is the PDF
};

/// What the table says of a link: one hit for each row that fits, in order, no address twice. `email`: for {email}.
[[nodiscard]] QList<RuleHit> addressesFor(const QUrl &link, const QString &email = {});

/// The PDFs that an answer from `from` names, in order, at most `most`: some lists hold hundreds by mistake.
[[nodiscard]] QList<QUrl> pdfsReadFrom(const QByteArray &answer, const QUrl &from, const QList<Reading> &reads,
                                       int most = 6);

/// The address inside a wrapper ("link.zhihu.com/?target=…"), tracking parameters and fragment dropped.
[[nodiscard]] QUrl unwrapped(const QUrl &link);

} // namespace yaodian::papers
