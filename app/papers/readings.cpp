// What an answer says of where the PDF lies: places in JSON, or a pattern over the text.
#include "papers/rules.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace yaodian::papers {

namespace {

/// The values at "name", "name[]" (each of them) or "name[-1]" (the last) of all of `among`.
QList<QJsonValue> stepInto(const QList<QJsonValue> &among, const QString &step)
{
    const qsizetype bracket = step.indexOf(QLatin1Char('['));
    const QString name = bracket < 0 ? step : step.left(bracket);
    QList<QJsonValue> out;
    for (const QJsonValue &value : among) {
        const QJsonValue inner = value.toObject().value(name);
        const QJsonArray list = inner.toArray();
        if (bracket < 0)
            out.append(inner);
        else if (step.endsWith(QLatin1String("[-1]")))
            out.append(list.isEmpty() ? QJsonValue() : list.last());
        else
            std::copy(list.begin(), list.end(), std::back_inserter(out));
    }
    return out;
}

QStringList foundInJson(const QByteArray &answer, const QString &place)
{
    QList<QJsonValue> values{QJsonDocument::fromJson(answer).object()};
    const QStringList steps = place.split(QLatin1Char('.'));
    for (const QString &step : steps)
        values = stepInto(values, step);
    QStringList out;
    for (const QJsonValue &value : std::as_const(values)) {
        if (const QString text = value.toVariant().toString(); !text.isEmpty())
            out.append(text);
    }
    return out;
}

QStringList foundInText(const QByteArray &answer, const QString &pattern)
{
    const auto match = QRegularExpression(pattern).match(QString::fromUtf8(answer));
    return match.hasMatch() ? QStringList{match.captured(1)} : QStringList();
}

} // namespace

QList<QUrl> pdfsReadFrom(const QByteArray &answer, const QUrl &from, const QList<Reading> &reads, int most)
{
    QList<QUrl> out;
    for (const Reading &reading : reads) {
        const bool isPattern = reading.place.startsWith(QLatin1Char('/')) && reading.place.endsWith(QLatin1Char('/'));
        const QStringList found =
            isPattern ? foundInText(answer, reading.place.mid(1).chopped(1)) : foundInJson(answer, reading.place);
        for (const QString &one : found) {
            const QUrl url = from.resolved(QUrl(QString(reading.pdf).replace(QLatin1String("{}"), one)));
            if (url.isValid() && !out.contains(url) && out.size() < most)
                out.append(url);
        }
    }
    return out;
}

} // namespace yaodian::papers
