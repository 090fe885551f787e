#pragma once

#include <QList>
#include <QString>
#include <QUrl>

namespace yaodian::papers {

/// One row of the link → PDF table. Patterns are anchored regular expressions; `path` is matched against the encoded
/// path with its query. In `pdf`, \1 … \9 are the groups of `path` and {host} is the link's host.
struct Rule
{
    const char *name;
    const char *host;
    const char *path;
    const char *pdf;
    bool landing = true; ///< the link's own page may name the PDF, should this address fail
    bool last = false;   ///< only where no other row fits
};

/// The table, in the order in which its rows are tried.
[[nodiscard]] const QList<Rule> &rules();

/// An address at which the PDF should be, and the row that says so.
struct RuleHit
{
    QUrl pdf;
    const Rule *rule = nullptr;
};

/// What the table says of a link: one hit for each row that fits, in order, no address twice.
[[nodiscard]] QList<RuleHit> pdfAddresses(const QUrl &link);

/// The address inside a wrapper ("link.zhihu.com/?target=…"), tracking parameters and fragment dropped.
[[nodiscard]] QUrl unwrapped(const QUrl &link);

} // namespace yaodian::papers
