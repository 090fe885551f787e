#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace yaodian::pdf::worker {

/// An object of an incremental update as it is written, "7 0 obj … endobj"; free: a number that is not in use.
struct UpdatedObject
{
    qint64 number = 0;
    int generation = 0;
    qint64 nextFree = -1; ///< of a free one
    QByteArray text;
    [[nodiscard]] bool isFree() const { return nextFree >= 0; }
};

/// One incremental update in the form that poppler writes: objects, then a table of them or a stream with it. Read and
/// written again, it is the same but for where things stand.
class Increment
{
public:
    /// `bytes` follow `head` bytes of a file. nullopt: of another form.
    static std::optional<Increment> read(const QByteArray &bytes, qint64 head);
    [[nodiscard]] QByteArray write() const;

    [[nodiscard]] bool isEncrypted() const { return m_trailer.contains("/Encrypt "); }
    [[nodiscard]] QList<UpdatedObject> &objects() { return m_objects; }
    /// Takes the next free number for `body` and gives it back.
    qint64 append(const QByteArray &body);

private:
    bool readTable(const QByteArray &bytes, qsizetype at);
    bool readStream(const QByteArray &bytes, qsizetype at);
    bool readTrailer(const QByteArray &dictionary);
    bool take(const QByteArray &bytes, qint64 number, int type, qint64 second, qint64 third);
    bool cut(const QByteArray &bytes, qsizetype end);
    [[nodiscard]] QByteArray table(const QList<qint64> &offsets) const;
    [[nodiscard]] QByteArray stream(const QList<qint64> &offsets, qint64 own) const;

    qint64 m_head = 0;
    QByteArray m_before; ///< the first object
    QList<UpdatedObject> m_objects;
    QList<qint64> m_offsets; ///< of the objects, as read
    qint64 m_size = 0;       ///< numbers of objects in the whole file
    QByteArray m_trailer;    ///< its dictionary without its size and what tells of a stream
    qint64 m_stream = -1;    ///< number of the stream with the table; -1: a plain table
};

} // namespace yaodian::pdf::worker
