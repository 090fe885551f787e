#include "pdf/protocol/extras.h"

#include "pdf/protocol/limits.h"
#include "pdf/protocol/wire.h"

namespace yaodian::pdf::protocol {

QByteArray ArtReply::encode() const
{
    Writer out;
    out.putBox(content);
    out.put<qint32>(qint32(pictures.size()));
    for (const Box &picture : pictures)
        out.putBox(picture);
    return out.bytes();
}

std::optional<ArtReply> ArtReply::decode(QByteArrayView bytes)
{
    Reader in(bytes);
    ArtReply reply;
    reply.content = in.box(1, 1);
    const int count = in.count(mostPictures);
    for (int i = 0; i < count && in.ok(); ++i)
        reply.pictures.append(in.box(1, 1));
    return in.done() ? std::optional(std::move(reply)) : std::nullopt;
}

QByteArray ExtrasReply::encode() const
{
    Writer out;
    out.put<qint32>(qint32(attachments.size()));
    for (const AttachmentRow &row : attachments) {
        out.putText(row.name, longestTitle);
        out.put<qint64>(row.bytes);
        out.putText(row.description, longestTitle);
    }
    out.put<qint32>(qint32(refused.size()));
    for (const QString &what : refused)
        out.putText(what, longestUri);
    return out.bytes();
}

std::optional<ExtrasReply> ExtrasReply::decode(QByteArrayView bytes)
{
    Reader in(bytes);
    ExtrasReply reply;
    const int attachments = in.count(mostAttachments);
    for (int i = 0; i < attachments && in.ok(); ++i) {
        AttachmentRow row;
        row.name = in.text(longestTitle);
        row.bytes = qMax<qint64>(-1, in.get<qint64>());
        row.description = in.text(longestTitle);
        reply.attachments.append(std::move(row));
    }
    const int refused = in.count(mostRefusals);
    for (int i = 0; i < refused && in.ok(); ++i)
        reply.refused.append(in.text(longestUri));
    return in.done() ? std::optional(std::move(reply)) : std::nullopt;
}

} // namespace yaodian::pdf::protocol
