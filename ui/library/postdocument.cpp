#include "ui/library/postdocument.h"

#include "ui/library/sourcetitle.h"

#include <QCoreApplication>
#include <QUrl>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

QString sayInPost(const char *text)
{
    return QCoreApplication::translate("post", text);
}

/// "source · 2023-02-08 · author · via": what there is of it.
QString originOf(const PostData &data)
{
    QStringList parts{sourceTitle(data.row.source, data.row.sourceTitle)};
    if (data.issue.published.isValid())
        parts << data.issue.published.toLocalTime().date().toString(Qt::ISODate);
    parts << data.issue.author;
    if (!data.issue.via.isEmpty())
        parts << QCoreApplication::translate("post", "via %1").arg(data.issue.via);
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString entryName(const digest::Entry &entry)
{
    return (entry.title.isEmpty() ? entry.titleZh : entry.title).simplified();
}

} // namespace

std::optional<PostData> gatherPost(const library::Library &library, library::IssueId issue, library::EntryId current)
{
    const auto row = library.issueRow(issue);
    auto whole = library.issue(issue);
    if (!row || !whole)
        return std::nullopt;
    library::ListQuery query;
    query.issue = issue;
    query.withTour = true;
    query.order = library::ListQuery::Order::IssueOrder;
    return PostData{*row, std::move(*whole), library.entryIds(query), current};
}

QList<int> PostDocument::write(const PostData &data)
{
    begin();
    head(data);
    QList<int> heads;
    for (qsizetype i = 0; i < data.issue.entries.size(); ++i)
        heads << entry(data.issue.entries[i], data.entries.value(i));
    if (data.issue.entries.isEmpty())
        paragraph(data.issue.text, {14, 23.5, m_theme.colours().ink, QFont::Normal, 0, 8});
    tail(data.issue);
    return heads;
}

void PostDocument::head(const PostData &data)
{
    const Colours &c = m_theme.colours();
    paragraph(originOf(data), {13, 21.5, c.faint, QFont::Normal, 0, 2});
    paragraph(data.issue.title.simplified(), {21, 28.5, c.ink, QFont::DemiBold, 2, 6});
    const QString address = data.issue.link.isEmpty() ? data.issue.sourceUrl : data.issue.link;
    if (!address.isEmpty()) {
        block({13, 21.5, c.faint, QFont::Normal, 0, 4});
        text(address, c.accent, u"web:"_s + address);
    }
    doubts(data.issue);
    paragraph(data.issue.summary, {14.5, 24, c.ink, QFont::Normal, 10, 4});
    paragraph(data.issue.intro, {14, 23.5, c.soft, QFont::Normal, 6, 4});
}

void PostDocument::doubts(const digest::Issue &issue)
{
    const Style style{13, 21.5, m_theme.colours().accent, QFont::Normal, 2, 2};
    for (const QString &repair : issue.report.repairs)
        paragraph(repair, style);
    for (const digest::Doubt &doubt : issue.report.doubts) {
        const bool ofEntry = doubt.entry >= 0 && doubt.entry < issue.entries.size();
        const QString name = ofEntry ? entryName(issue.entries[doubt.entry]) : QString();
        paragraph(name.isEmpty() ? doubt.text : u"%1 · %2"_s.arg(name, doubt.text), style);
    }
}

int PostDocument::entry(const digest::Entry &entry, library::EntryId id)
{
    const Colours &c = m_theme.colours();
    block({16, 25, c.ink, QFont::DemiBold, 24, 2});
    const int head = m_cursor.position();
    if (entry.number)
        text(u"%1  "_s.arg(*entry.number), c.faint);
    tags(entry.categories);
    text(entryName(entry), c.ink, u"entry:"_s + id.toString());
    if (!entry.title.isEmpty())
        paragraph(entry.titleZh, {14.5, 24, c.soft, QFont::Medium, 0, 2});
    people(entry);
    int number = 0;
    for (const QString &point : entry.keyPoints)
        paragraph(u"%1  %2"_s.arg(++number).arg(point.simplified()), {14, 23, c.ink, QFont::Normal, 2, 2});
    paragraph(entry.oneLine.simplified(), {14, 23, c.ink, QFont::Medium, 6, 2});
    for (const QString &prose : {entry.body, entry.abstractZh, entry.abstractEn})
        paragraph(prose, {13.5, 22.5, c.soft, QFont::Normal, 6, 2});
    if (!entry.url.isEmpty()) {
        block({13, 21.5, c.faint, QFont::Normal, 2, 2});
        text(entry.url, c.accent, u"web:"_s + entry.url);
    }
    return head;
}

void PostDocument::people(const digest::Entry &entry)
{
    QStringList parts;
    if (!entry.authors.isEmpty())
        parts << entry.authors.join(u", "_s) + (entry.etAl ? u" …"_s : QString());
    if (!entry.affiliations.isEmpty())
        parts << entry.affiliations.join(u" & "_s);
    if (entry.year)
        parts << QString::number(*entry.year);
    paragraph(parts.join(u" · "_s), {13, 21.5, m_theme.colours().faint, QFont::Normal, 0, 4});
}

void PostDocument::tail(const digest::Issue &issue)
{
    const Colours &c = m_theme.colours();
    if (!issue.references.isEmpty()) {
        heading(sayInPost(QT_TRANSLATE_NOOP("post", "References")));
        for (const QString &reference : issue.references)
            paragraph(reference, {13, 21.5, c.soft, QFont::Normal, 0, 2});
    }
    if (!issue.report.unparsed.isEmpty()) {
        heading(sayInPost(QT_TRANSLATE_NOOP("post", "Not understood")));
        for (const digest::UnparsedSpan &span : issue.report.unparsed)
            paragraph(span.text, {13, 21.5, c.faint, QFont::Normal, 0, 4});
    }
}

} // namespace yaodian::ui
