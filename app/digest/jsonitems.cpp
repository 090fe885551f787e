#include "digest/jsonitems.h"

#include <QJsonDocument>

namespace yaodian::digest {

namespace {

/// Members that hold the list, likeliest first.
constexpr const char *listNames[] = {"items",      "papers",  "data",    "results", "recommendedPapers",
                                     "collection", "posts",   "entries", "list",    "records",
                                     "feed",       "articles"};

bool isJsonBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

void appendObjects(JsonItems &out, const QJsonArray &array)
{
    for (const QJsonValue &value : array)
        if (value.isObject())
            out.items.append(value);
        else
            ++out.damaged;
}

/// {"code": 0, "data": {…}}: what is asked for in the envelope of an interface; the object itself where there is none.
QJsonObject withoutEnvelope(const QJsonObject &object)
{
    if (object.contains(QLatin1String("title")) || object.size() > 8)
        return object;
    for (const char *name : {"data", "result", "post", "article"})
        if (const QJsonObject inner = object.value(QLatin1String(name)).toObject(); inner.size() > 1)
            return inner;
    return object;
}

void takeObject(JsonItems &out, QJsonObject object)
{
    for (const char *name : listNames) {
        const QJsonValue list = object.value(QLatin1String(name));
        if (!list.isArray())
            continue;
        const QJsonArray array = list.toArray();
        if (!array.isEmpty() && !array.first().isObject())
            continue;
        appendObjects(out, array);
        object.remove(QLatin1String(name));
        out.around = object;
        return;
    }
    out.isSingle = true;
    out.items.append(object);
}

/// Where the object or array that begins at `at` ends (behind its bracket); -1: it does not.
qsizetype endOf(QByteArrayView text, qsizetype at)
{
    int depth = 0;
    bool inString = false;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (inString) {
            if (c == '\\')
                ++at;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if ((c == '}' || c == ']') && --depth == 0) {
            return at + 1;
        }
    }
    return -1;
}

/// Where the items of a damaged document begin: behind the '[' of the outer array, or of the list in the outer object.
qsizetype listBegin(QByteArrayView text)
{
    qsizetype at = 0;
    while (at < text.size() && isJsonBlank(text[at]))
        ++at;
    if (at < text.size() && text[at] == '[')
        return at + 1;
    for (const char *name : listNames) {
        const QByteArray quoted = '"' + QByteArray(name) + '"';
        const qsizetype found = text.indexOf(quoted);
        if (found < 0)
            continue;
        qsizetype open = found + quoted.size();
        while (open < text.size() && (isJsonBlank(text[open]) || text[open] == ':'))
            ++open;
        if (open < text.size() && text[open] == '[')
            return open + 1;
    }
    return -1;
}

/// The whole objects of a list that is cut off or damaged.
void salvage(JsonItems &out, const QByteArray &text)
{
    out.isCut = true;
    qsizetype at = listBegin(text);
    while (at >= 0 && at < text.size()) {
        if (text[at] == ']')
            return;
        if (text[at] != '{') {
            ++at;
            continue;
        }
        const qsizetype end = endOf(text, at);
        if (end < 0)
            return;
        const QJsonDocument one = QJsonDocument::fromJson(text.mid(at, end - at));
        if (one.isObject())
            out.items.append(one.object());
        else
            ++out.damaged;
        at = end;
    }
}

/// Lines, read one by one: such files are as long as a day's papers.
void takeLines(JsonItems &out, const QByteArray &text)
{
    out.isLines = true;
    for (qsizetype from = 0; from < text.size();) {
        qsizetype to = text.indexOf('\n', from);
        to = to < 0 ? text.size() : to;
        const QByteArray line = QByteArray::fromRawData(text.constData() + from, to - from).trimmed();
        if (!line.isEmpty()) {
            const QJsonDocument one = QJsonDocument::fromJson(line);
            if (one.isObject())
                out.items.append(one.object());
            else
                ++out.damaged;
        }
        from = to + 1;
    }
    out.isJson = !out.items.isEmpty();
}

/// A second object begins on a line of its own.
bool isLines(const QByteArray &text)
{
    const qsizetype end = text.indexOf('\n');
    if (!text.startsWith('{') || end < 0)
        return false;
    return QJsonDocument::fromJson(text.left(end)).isObject() || text.indexOf("}\n{") > 0;
}

} // namespace

JsonItems jsonItems(const QByteArray &utf8)
{
    JsonItems out;
    const QByteArray text = utf8.trimmed();
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (document.isArray()) {
        out.isJson = true;
        appendObjects(out, document.array());
    } else if (document.isObject()) {
        out.isJson = true;
        takeObject(out, withoutEnvelope(document.object()));
    } else if (isLines(text)) {
        takeLines(out, text);
    } else {
        salvage(out, text);
        out.isJson = !out.items.isEmpty();
    }
    return out;
}

} // namespace yaodian::digest
