#include "digest/digest.h"

#include "digest/categories.h"
#include "digest/encoding.h"
#include "digest/feed.h"
#include "digest/recognise.h"
#include "digest/report.h"
#include "digest/sniff.h"

#include <QCoreApplication>

namespace yaodian::digest {

namespace {

Document documentOf(const QString &text, Form form)
{
    switch (form) {
    case Form::Html:
        return blocksFromHtml(text);
    case Form::Markdown:
        return blocksFromMarkdown(text);
    case Form::Feed:
    case Form::Text:
        break;
    }
    return blocksFromText(text);
}

} // namespace

Result<QList<Issue>> parse(QByteArrayView bytes, const Origin &origin)
{
    if (bytes.isEmpty())
        return Error::world(QCoreApplication::translate("digest", "The document is empty."));
    Result<Decoded> decoded = decode(bytes, origin);
    if (!decoded)
        return decoded.error();
    const Form form = formOf(decoded->text, origin);
    std::optional<QList<Issue>> fed;
    if (form == Form::Feed)
        fed = readFeed(decoded->text, origin);
    QList<Issue> issues = fed.value_or(QList<Issue>());
    if (!fed) {
        const Document document = documentOf(decoded->text, form);
        issues.append(recognise(document));
        issues.first().report.repairs = document.repairs;
    }
    for (Issue &issue : issues) {
        normaliseCategories(issue);
        issue.report.encoding = decoded->encoding;
        examine(issue);
        issue.report.repairs = decoded->repairs + issue.report.repairs;
    }
    return issues;
}

} // namespace yaodian::digest
