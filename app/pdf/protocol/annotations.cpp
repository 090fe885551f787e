#include "pdf/protocol/annotations.h"

#include "pdf/protocol/limits.h"
#include "pdf/protocol/wire.h"

namespace yaodian::pdf::protocol {

namespace {

/// What one message holds of boxes and words together; see limits.h.
struct Room
{
    qsizetype boxes = mostAnnotationBoxes;
    qsizetype chars = mostAnnotationChars;
};

void putAnnotation(Writer &out, const AnnotationRow &row)
{
    out.put<quint8>(quint8(row.kind));
    out.put<qint32>(qint32(row.boxes.size()));
    for (const Box &box : row.boxes)
        out.putBox(box);
    out.putText(row.contents, longestComment);
    out.putText(row.author, longestTitle);
    out.putText(row.name, longestTitle);
    out.put<qint32>(row.colour);
    out.put<qint64>(row.modified);
}

AnnotationRow getAnnotation(Reader &in, Room &room)
{
    AnnotationRow row;
    const quint8 kind = in.get<quint8>();
    if (kind > quint8(lastAnnotationKind))
        in.fail();
    row.kind = AnnotationKind(kind);
    const int boxes = in.count(int(room.boxes));
    for (int i = 0; i < boxes && in.ok(); ++i)
        row.boxes.append(in.box(1, 1));
    room.boxes -= boxes;
    row.contents = in.text(longestComment);
    row.author = in.text(longestTitle);
    row.name = in.text(longestTitle);
    room.chars -= row.contents.size() + row.author.size() + row.name.size();
    row.colour = in.get<qint32>();
    row.modified = in.get<qint64>();
    if (room.chars < 0 || row.colour < -1 || row.colour > 0xffffff || row.modified < 0 || row.modified > latestTime)
        in.fail();
    return row;
}

} // namespace

QByteArray AnnotationsReply::encode() const
{
    Writer out;
    out.put<qint32>(qint32(annotations.size()));
    for (const AnnotationRow &row : annotations)
        putAnnotation(out, row);
    return out.bytes();
}

std::optional<AnnotationsReply> AnnotationsReply::decode(QByteArrayView bytes)
{
    Reader in(bytes);
    Room room;
    AnnotationsReply reply;
    const int count = in.count(mostAnnotations);
    for (int i = 0; i < count && in.ok(); ++i)
        reply.annotations.append(getAnnotation(in, room));
    return in.done() ? std::optional(std::move(reply)) : std::nullopt;
}

QByteArray AnnotateRequest::encode() const
{
    Writer out;
    out.put<qint32>(qint32(added.size()));
    for (const AddedRow &row : added) {
        out.put<qint32>(row.page);
        putAnnotation(out, row.annotation);
        out.putText(row.subject, longestTitle);
    }
    return out.bytes();
}

std::optional<AnnotateRequest> AnnotateRequest::decode(QByteArrayView bytes)
{
    Reader in(bytes);
    Room room;
    AnnotateRequest request;
    const int count = in.count(mostAnnotations);
    for (int i = 0; i < count && in.ok(); ++i) {
        AddedRow row;
        row.page = in.count(mostPages);
        row.annotation = getAnnotation(in, room);
        row.subject = in.text(longestTitle);
        request.added.append(std::move(row));
    }
    return in.done() ? std::optional(std::move(request)) : std::nullopt;
}

QByteArray AnnotateReply::encode() const
{
    Writer out;
    out.putBytes(tail, largestTail);
    return out.bytes();
}

std::optional<AnnotateReply> AnnotateReply::decode(QByteArrayView bytes)
{
    Reader in(bytes);
    AnnotateReply reply{in.bytes(largestTail)};
    return in.done() && !reply.tail.isEmpty() ? std::optional(std::move(reply)) : std::nullopt;
}

} // namespace yaodian::pdf::protocol
