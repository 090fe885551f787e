#include "digest/mail.h"

#include "digest/feeddate.h"
#include "digest/feedtext.h"
#include "digest/mailheaders.h"

#include <QCoreApplication>

namespace yaodian::digest {

namespace {

constexpr int deepestPart = 12;
constexpr int mostParts = 2000;

struct Part
{
    MailHeaders headers;
    QByteArray type;
    QByteArrayView body; // still encoded
};

/// Collects the parts of a message that are text, in its order.
class PartReader
{
public:
    void read(QByteArrayView bytes, int depth);

    QList<Part> texts;
    bool cut = false; // a part has no end

private:
    void readParts(QByteArrayView body, const QByteArray &boundary, int depth);

    int m_parts = 0;
};

void PartReader::read(QByteArrayView bytes, int depth)
{
    if (depth > deepestPart || ++m_parts > mostParts)
        return;
    Part part;
    part.headers = mailHeaders(bytes);
    part.type = part.headers.token("content-type");
    part.body = bytes.sliced(part.headers.length);
    const QByteArray boundary = part.headers.parameter("content-type", "boundary");
    if (part.type.startsWith("multipart/") && !boundary.isEmpty())
        return readParts(part.body, boundary, depth);
    if (part.type == "message/rfc822")
        return read(part.body, depth + 1);
    const bool attached = part.headers.token("content-disposition") == "attachment";
    if (part.type.isEmpty())
        part.type = "text/plain";
    if ((part.type == "text/html" || part.type == "text/plain" || part.type == "application/xhtml+xml" ||
         part.type == "text/markdown") &&
        !attached)
        texts.append(std::move(part));
}

void PartReader::readParts(QByteArrayView body, const QByteArray &boundary, int depth)
{
    const QByteArray line = "--" + boundary;
    qsizetype from = -1; // of the part that is open
    for (qsizetype at = body.indexOf(line); at >= 0; at = body.indexOf(line, at + line.size())) {
        if (at > 0 && body[at - 1] != '\n')
            continue;
        if (from >= 0)
            read(body.sliced(from, qMax(from, at) - from), depth + 1);
        if (body.sliced(at + line.size()).startsWith("--"))
            return;
        const qsizetype end = body.indexOf('\n', at);
        from = end < 0 ? body.size() : end + 1;
    }
    cut = true;
    if (from >= 0)
        read(body.sliced(from), depth + 1);
}

QByteArray decodedBody(const Part &part)
{
    const QByteArray encoding = part.headers.token("content-transfer-encoding");
    if (encoding == "quoted-printable")
        return fromQuotedPrintable(part.body);
    if (encoding == "base64")
        return QByteArray::fromBase64(part.body.toByteArray());
    return part.body.toByteArray();
}

/// The part that is the post: the first HTML that has something in it (frames and advertisements follow), else text.
const Part *postOf(const QList<Part> &texts)
{
    for (const Part &part : texts)
        if (part.type.contains("html") && part.body.trimmed().size() > 20)
            return &part;
    for (const Part &part : texts)
        if (!part.body.trimmed().isEmpty())
            return &part;
    return nullptr;
}

/// "Fwd: Re: 转发：Subject" → "Subject".
QString withoutPrefixes(QString subject)
{
    for (bool found = true; found;) {
        found = false;
        for (const QStringView prefix : {u"fwd", u"fw", u"re", u"转发", u"轉發", u"回复", u"回覆", u"答复"}) {
            const QStringView rest = QStringView(subject).mid(prefix.size());
            if (subject.startsWith(prefix, Qt::CaseInsensitive) && (rest.startsWith(u':') || rest.startsWith(u'：'))) {
                subject = rest.mid(1).trimmed().toString();
                found = true;
            }
        }
    }
    return subject;
}

QString pageAddress(const QString &text)
{
    return text.startsWith(u"http://") || text.startsWith(u"https://") ? text : QString();
}

} // namespace

bool looksLikeMail(QByteArrayView bytes, const Origin &origin)
{
    const MailHeaders headers = mailHeaders(bytes.first(qMin<qsizetype>(bytes.size(), 64 * 1024)));
    const auto has = [&headers](const char *name) { return headers.fields.contains(name); };
    const QString name = origin.fileName.toLower();
    const bool named = name.endsWith(u".eml") || name.endsWith(u".mht") || name.endsWith(u".mhtml") ||
                       origin.mediaType.startsWith(u"message/rfc822") ||
                       origin.mediaType.startsWith(u"multipart/related");
    const int known = int(has("subject")) + int(has("from")) + int(has("date")) + int(has("to")) +
                      int(has("message-id")) + int(has("received")) + int(has("snapshot-content-location"));
    const bool typed = has("mime-version") || has("content-type");
    return named ? known > 0 || typed : typed && known >= 2;
}

Result<Mail> readMail(QByteArrayView bytes)
{
    const MailHeaders headers = mailHeaders(bytes);
    PartReader reader;
    reader.read(bytes, 0);
    const Part *post = postOf(reader.texts);
    if (!post)
        return Error::world(
            QCoreApplication::translate("digest", "The message holds no text; nothing was taken from it."));
    Mail mail;
    mail.body = decodedBody(*post);
    const bool isHtml = post->type.contains("html");
    mail.origin.fileName = isHtml ? QStringLiteral("post.html") : QStringLiteral("post.txt");
    const QByteArray charset = post->headers.parameter("content-type", "charset");
    mail.origin.mediaType = QString::fromLatin1(charset.isEmpty() ? post->type : post->type + "; charset=" + charset);
    QString link = pageAddress(headers.text("snapshot-content-location"));
    if (link.isEmpty())
        link = pageAddress(post->headers.text("content-location"));
    mail.origin.link = link;
    mail.subject = withoutPrefixes(headers.text("subject"));
    mail.author = personOf(headers.text("from")).remove(u'"').trimmed();
    mail.date = feedDate(headers.text("date"));
    mail.isPage = !link.isEmpty();
    if (mail.isPage)
        mail.author.clear(); // "<Saved by Blink>"
    else
        mail.id = headers.text("message-id").remove(u'<').remove(u'>').trimmed();
    if (reader.cut)
        mail.repairs.append(
            QCoreApplication::translate("digest", "The message is cut off; what came before that place was read."));
    return mail;
}

} // namespace yaodian::digest
