#include "cli/wire.h"

#include <QDataStream>
#include <QIODevice>
#include <QtEndian>

namespace yaodian::cli {

namespace {

constexpr quint32 magic = 0x59414f31;              // "YAO1": the version of the messages
constexpr quint32 largestFrame = 80 * 1024 * 1024; // a document at its limit and what goes with it

template <class Write> QByteArray frame(Write write)
{
    QByteArray payload;
    QDataStream stream(&payload, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << magic;
    write(stream);
    QByteArray length(4, '\0');
    qToBigEndian(quint32(payload.size()), length.data());
    return length + payload;
}

/// Reads the head; leaves the stream in an error state where it is not ours.
void readHead(QDataStream &stream)
{
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 found = 0;
    stream >> found;
    if (found != magic)
        stream.setStatus(QDataStream::ReadCorruptData);
}

} // namespace

QByteArray frameOf(const Request &request)
{
    return frame([&](QDataStream &stream) {
        stream << request.activate << request.arguments << request.folder << request.input << request.terminal;
    });
}

QByteArray frameOf(const Answer &answer)
{
    return frame([&](QDataStream &stream) { stream << quint8(answer.stream) << answer.bytes; });
}

std::optional<Request> requestFrom(const QByteArray &payload)
{
    QDataStream stream(payload);
    readHead(stream);
    Request request;
    stream >> request.activate >> request.arguments >> request.folder >> request.input >> request.terminal;
    return stream.status() == QDataStream::Ok ? std::optional(request) : std::nullopt;
}

std::optional<Answer> answerFrom(const QByteArray &payload)
{
    QDataStream stream(payload);
    readHead(stream);
    quint8 kind = 0;
    Answer answer;
    stream >> kind >> answer.bytes;
    if (stream.status() != QDataStream::Ok || kind < quint8(Stream::Out) || kind > quint8(Stream::Exit))
        return std::nullopt;
    answer.stream = Stream(kind);
    return answer;
}

std::optional<QByteArray> Frames::next()
{
    if (m_broken || m_bytes.size() < 4)
        return std::nullopt;
    const auto length = qFromBigEndian<quint32>(m_bytes.constData());
    m_broken = length > largestFrame;
    if (m_broken || quint32(m_bytes.size() - 4) < length)
        return std::nullopt;
    QByteArray payload = m_bytes.mid(4, length);
    m_bytes.remove(0, 4 + qsizetype(length));
    return payload;
}

} // namespace yaodian::cli
