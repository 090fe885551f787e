#include "digest/digest.h"

#include "digest/categories.h"
#include "digest/encoding.h"
#include "digest/feed.h"
#include "digest/feedxml.h"
#include "digest/json.h"
#include "digest/mail.h"
#include "digest/page.h"
#include "digest/recognise.h"
#include "digest/report.h"
#include "digest/sniff.h"

#include <QCoreApplication>

namespace yaodian::digest {

namespace {

/// A name or a media type says that the document is JSON: it is then never read as text.
bool isNamedJson(const Origin &origin)
{
    const QString name = origin.fileName.toLower();
    return name.endsWith(QLatin1String(".json")) || name.endsWith(QLatin1String(".jsonl")) ||
           name.endsWith(QLatin1String(".ndjson")) || origin.mediaType.contains(QLatin1String("json"));
}

Issue postOf(const QString &text, Form form, const Subject &subject)
{
    if (form == Form::Html)
        return readPage(text, subject);
    Document document = form == Form::Markdown ? blocksFromMarkdown(text) : blocksFromText(text);
    if (!subject.title.isEmpty()) {
        document.title = subject.title;
        document.titleIsSure = subject.isSure;
    }
    const QStringList repairs = document.repairs;
    Issue issue = recognise(std::move(document));
    issue.report.repairs = repairs;
    return issue;
}

Result<QList<Issue>> issuesIn(const QString &text, const Origin &origin, const Subject &subject)
{
    const Form form = formOf(text, origin);
    if (form == Form::Feed) {
        if (auto fed = readFeed(text, origin))
            return std::move(*fed);
    } else if (form == Form::Json || isNamedJson(origin)) {
        auto read = readJson(text, origin);
        if (read || isNamedJson(origin))
            return read;
    }
    return QList<Issue>{postOf(text, form, subject)};
}

Result<QList<Issue>> parseText(QByteArrayView bytes, const Origin &origin, const Subject &subject = {})
{
    const Result<Decoded> decoded = decode(bytes, origin);
    if (!decoded)
        return decoded.error();
    Result<QList<Issue>> issues = issuesIn(decoded->text, origin, subject);
    if (!issues)
        return issues;
    for (Issue &issue : *issues) {
        normaliseCategories(issue);
        issue.report.encoding = decoded->encoding;
        examine(issue);
        issue.report.repairs = decoded->repairs + issue.report.repairs;
    }
    return issues;
}

/// What the headers of a message say of the post in it.
Result<QList<Issue>> parseMail(QByteArrayView bytes, const Origin &origin)
{
    Result<Mail> mail = readMail(bytes);
    if (!mail)
        return mail.error();
    if (mail->origin.link.isEmpty())
        mail->origin.link = origin.link;
    Result<QList<Issue>> issues = parseText(
        mail->body, mail->origin, {mail->subject, !mail->isPage, mail->isPage ? mail->origin.link : QString()});
    if (!issues)
        return issues;
    for (Issue &issue : *issues) {
        if (issue.title.isEmpty())
            issue.title = mail->subject;
        if (issue.author.isEmpty())
            issue.author = mail->author;
        if (!issue.published.isValid())
            issue.published = mail->date;
        if (issue.guid.isEmpty() && issues->size() == 1)
            issue.guid = mail->id;
        issue.report.repairs = mail->repairs + issue.report.repairs;
    }
    return issues;
}

} // namespace

Result<QList<Issue>> parse(QByteArrayView bytes, const Origin &origin)
{
    if (bytes.isEmpty())
        return Error::world(QCoreApplication::translate("digest", "The document is empty."));
    if (bytes.size() <= largestDocument && looksLikeMail(bytes, origin))
        return parseMail(bytes, origin);
    return parseText(bytes, origin);
}

QString textOf(QByteArrayView bytes, const Origin &origin)
{
    const Result<Decoded> decoded = decode(bytes, origin);
    return decoded ? decoded->text : QString();
}

QString feedTitle(QByteArrayView bytes, const Origin &origin)
{
    const QString text = textOf(bytes, origin);
    switch (formOf(text, origin)) {
    case Form::Feed:
        return readFeedXml(text, origin.link).title;
    case Form::Json:
        return jsonFeedTitle(text);
    default:
        return {};
    }
}

} // namespace yaodian::digest
