#include "sync/jsonposts.h"

#include <QByteArrayView>

namespace yaodian::sync {

namespace {

/// The objects of the array that begins at `at` ('['), as they stand in the bytes; empty where it is damaged.
QList<QByteArray> objectsAt(const QByteArray &bytes, qsizetype at)
{
    QList<QByteArray> out;
    int depth = 0;
    qsizetype begin = -1;
    for (; at < bytes.size(); ++at) {
        const char c = bytes.at(at);
        if (c == '"') {
            for (++at; at < bytes.size() && bytes.at(at) != '"'; ++at)
                at += bytes.at(at) == '\\' ? 1 : 0;
        } else if (c == '{' || c == '[') {
            if (++depth == 2 && c == '{')
                begin = at;
        } else if (c == '}' || c == ']') {
            if (depth-- == 2 && c == '}' && begin >= 0)
                out.append(bytes.mid(begin, at + 1 - begin));
            if (depth == 0)
                return out;
        }
    }
    return {};
}

bool isWordPressPost(const QByteArray &object)
{
    return object.contains("\"rendered\"") && (object.contains("\"content\"") || object.contains("\"excerpt\""));
}

} // namespace

QList<QByteArray> jsonPosts(const QByteArray &bytes)
{
    const QByteArray head = bytes.left(4096).trimmed();
    QList<QByteArray> posts;
    if (head.startsWith('[')) {
        posts = objectsAt(bytes, bytes.indexOf('['));
        if (posts.isEmpty() || !isWordPressPost(posts.first()))
            return {};
        for (QByteArray &post : posts)
            post = '[' + post + ']';
        return posts;
    }
    const qsizetype version = head.indexOf("jsonfeed.org/version/");
    const qsizetype items = bytes.indexOf("\"items\"");
    const qsizetype list = items < 0 ? -1 : bytes.indexOf('[', items);
    if (version < 0 || list < 0)
        return {};
    posts = objectsAt(bytes, list);
    for (QByteArray &post : posts)
        post = "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[" + post + "]}";
    return posts;
}

} // namespace yaodian::sync
