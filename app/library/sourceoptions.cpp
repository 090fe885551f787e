#include "library/sourceoptions.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace yaodian::library {

namespace {

struct TextOption
{
    const char *key;
    QString SourceOptions::*field;
};
constexpr TextOption textOptions[] = {
    {"address", &SourceOptions::address},   {"mirror", &SourceOptions::mirror},
    {"proxy", &SourceOptions::proxy},       {"user", &SourceOptions::user},
    {"language", &SourceOptions::language}, {"fallback", &SourceOptions::fallback},
};

} // namespace

QString optionsToText(const SourceOptions &options)
{
    QJsonObject object;
    if (options.intervalMinutes > 0)
        object.insert(QLatin1String("interval"), options.intervalMinutes);
    if (options.ignoresMaxAge)
        object.insert(QLatin1String("ignoresMaxAge"), true);
    for (const TextOption &option : textOptions) {
        if (const QString &text = options.*option.field; !text.isEmpty())
            object.insert(QLatin1String(option.key), text);
    }
    QJsonArray headers;
    for (const auto &[name, value] : options.headers)
        headers.append(QJsonArray{name, value});
    if (!headers.isEmpty())
        object.insert(QLatin1String("headers"), headers);
    return object.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

SourceOptions optionsFromText(const QString &text)
{
    SourceOptions options;
    if (text.isEmpty())
        return options;
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    options.intervalMinutes = qMax(0, object.value(QLatin1String("interval")).toInt());
    options.ignoresMaxAge = object.value(QLatin1String("ignoresMaxAge")).toBool();
    for (const TextOption &option : textOptions)
        options.*option.field = object.value(QLatin1String(option.key)).toString();
    const QJsonArray headers = object.value(QLatin1String("headers")).toArray();
    for (const QJsonValue &header : headers)
        options.headers.append({header.toArray().at(0).toString(), header.toArray().at(1).toString()});
    return options;
}

} // namespace yaodian::library
