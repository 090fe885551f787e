#include "library/identity.h"

#include "base/files.h"
#include "base/text.h"
#include "digest/digest.h"
#include "library/codec.h"

#include <QHash>
#include <QUrl>

namespace yaodian::library {

SourceId sourceIdFor(Source::Kind kind, const QString &url)
{
    if (kind == Source::Kind::Tour || kind == Source::Kind::Files)
        return SourceId(nameBasedUuid(u"source", kind == Source::Kind::Tour ? u"tour" : u"files"));
    QUrl address = QUrl(url.trimmed()).adjusted(QUrl::NormalizePathSegments | QUrl::RemoveFragment);
    if (!address.isValid() || address.host().isEmpty())
        return SourceId(nameBasedUuid(u"source", url.trimmed()));
    if (address.port() == (address.scheme() == QLatin1String("https") ? 443 : 80))
        address.setPort(-1);
    if (address.path().isEmpty())
        address.setPath(QStringLiteral("/"));
    return SourceId(nameBasedUuid(u"source", QString::fromUtf8(address.toEncoded())));
}

QString issueKey(const digest::Issue &issue)
{
    if (!issue.guid.isEmpty())
        return QStringLiteral("guid:") + issue.guid;
    if (!issue.link.isEmpty())
        return QStringLiteral("link:") + issue.link;
    const QString title = folded(issue.title);
    if (title.isEmpty())
        return QStringLiteral("text:") + issueDigest(issue);
    const QString date = issue.published.isValid() ? issue.published.toUTC().date().toString(Qt::ISODate) : QString();
    return QStringLiteral("title:%1|%2").arg(title, date);
}

IssueId issueIdFor(SourceId source, const QString &key)
{
    return IssueId(nameBasedUuid(u"issue", source.toString() + QLatin1Char('|') + key));
}

bool isWeakIssueKey(const digest::Issue &issue)
{
    return issue.guid.isEmpty() && issue.link.isEmpty() && !issue.published.isValid();
}

QList<EntryId> entryIdsFor(IssueId issue, const QList<digest::Entry> &entries,
                           const QList<QList<digest::Identifier>> &identifiers)
{
    QList<EntryId> out;
    QHash<QString, int> seen;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const auto &known = identifiers[i];
        QString key =
            known.isEmpty() ? QStringLiteral("place:%1|%2").arg(i).arg(folded(entries[i].title)) : known.first().key();
        if (const int before = seen[key]++; before > 0)
            key += QStringLiteral("#%1").arg(before + 1);
        out += EntryId(nameBasedUuid(u"entry", issue.toString() + QLatin1Char('|') + key));
    }
    return out;
}

PointId pointIdFor(EntryId entry, const QString &text)
{
    return PointId(nameBasedUuid(u"point", entry.toString() + QLatin1Char('|') + normalised(text)));
}

QString facet(const QString &code)
{
    return digest::facetCode(normalised(code));
}

QString issueDigest(const digest::Issue &issue)
{
    digest::Issue said = issue;
    said.report = {}; // the parser's words, in the language of the moment
    QByteArray all = issueHeadToJson(said) + issue.title.toUtf8() + '\x1e' +
                     QByteArray::number(issue.published.isValid() ? issue.published.toMSecsSinceEpoch() : -1);
    for (const digest::Entry &entry : issue.entries)
        all += entryToText(entry);
    return sha256Hex(all);
}

} // namespace yaodian::library
