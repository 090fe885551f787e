#pragma once

#include "tests/support/webserver.h"

namespace yaodian::tests {

/// What a server with ranges answers to `seen`. `cutAt`: it breaks off when that many bytes of the file are out.
inline Answer ranged(const Seen &seen, const QByteArray &file, const QByteArray &etag, qint64 cutAt = -1)
{
    Answer answer = Answer::of("application/pdf", file);
    answer.headers = {{"ETag", etag}, {"Accept-Ranges", "bytes"}};
    qint64 from = 0;
    const QByteArray range = seen.header("Range");
    if (range.startsWith("bytes=") && seen.header("If-Range") == etag) {
        from = range.mid(6).chopped(1).toLongLong();
        if (from >= file.size()) {
            answer.status = 416;
            answer.body.clear();
            return answer;
        }
        answer.status = 206;
        answer.body = file.mid(from);
        answer.headers.append({"Content-Range", "bytes " + QByteArray::number(from) + '-' +
                                                    QByteArray::number(file.size() - 1) + '/' +
                                                    QByteArray::number(file.size())});
    }
    if (cutAt >= 0)
        answer.truncateAt = qMax<qint64>(0, cutAt - from);
    return answer;
}

} // namespace yaodian::tests
