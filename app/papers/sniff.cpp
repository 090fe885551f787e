#include "papers/sniff.h"

#include "net/headtags.h"

namespace yaodian::papers {

Looks looksLike(const QByteArray &bytes, const QByteArray &contentType)
{
    if (bytes.isEmpty())
        return Looks::Nothing;
    const QByteArray head = bytes.left(1024);
    if (head.contains("%PDF-"))
        return Looks::Pdf;
    const QByteArray lower = head.trimmed().toLower();
    const bool page = lower.startsWith("<!doctype html") || lower.startsWith("<html") || lower.contains("<head") ||
                      contentType.toLower().startsWith("text/html") ||
                      contentType.toLower().startsWith("application/xhtml");
    return page ? Looks::WebPage : Looks::Other;
}

bool lacksEnd(const QByteArray &pdf)
{
    return !pdf.last(qMin(pdf.size(), qsizetype(4096))).contains("%%EOF");
}

QList<QUrl> pdfsNamedBy(const QByteArray &html, const QUrl &page)
{
    QList<QUrl> out;
    const auto add = [&out, &page](const QString &address) {
        const QUrl url = page.resolved(QUrl(address, QUrl::TolerantMode));
        if (!address.isEmpty() && url.isValid() && !out.contains(url))
            out.append(url);
    };
    for (const auto &meta : net::headTags(html, QLatin1String("meta"))) {
        const QString name = meta.value(QStringLiteral("name"), meta.value(QStringLiteral("property")));
        if (name.compare(QLatin1String("citation_pdf_url"), Qt::CaseInsensitive) == 0)
            add(meta.value(QStringLiteral("content")));
    }
    for (const auto &link : net::headTags(html, QLatin1String("link"))) {
        if (link.value(QStringLiteral("type")) == QLatin1String("application/pdf"))
            add(link.value(QStringLiteral("href")));
    }
    return out;
}

} // namespace yaodian::papers
