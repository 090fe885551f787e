#include "sync/datedfiles.h"

#include <QMap>
#include <QRegularExpression>

#include <algorithm>

namespace yaodian::sync {

namespace {

constexpr qsizetype filesAtFirst = 3;
constexpr qsizetype mostFiles = 14;
constexpr qsizetype mostNames = 20'000;

bool isDocument(const QString &name)
{
    static const QRegularExpression ending(QStringLiteral("\\.(jsonl|ndjson|json|md|markdown|txt|html?)$"),
                                           QRegularExpression::CaseInsensitiveOption);
    return ending.match(name).hasMatch();
}

/// How well a name fits; the largest is taken.
int fitness(const QString &name, const QString &language)
{
    const bool english = language.startsWith(QLatin1String("en"), Qt::CaseInsensitive);
    const QString wanted = english ? QStringLiteral("english") : QStringLiteral("chinese");
    const QString lower = name.toLower();
    if (lower.contains(wanted))
        return 3;
    return lower.contains(QLatin1String("enhanced")) ? 2 : 1;
}

QUrl folderOf(const QUrl &list)
{
    const bool inAssets = list.path().endsWith(QLatin1String("/assets/file-list.txt"));
    return list.resolved(QUrl(inAssets ? QStringLiteral("../data/") : QStringLiteral("./")));
}

} // namespace

QDate dateIn(const QString &fileName)
{
    static const QRegularExpression date(QStringLiteral("(?<!\\d)(20\\d\\d)[-_.]?(\\d\\d)[-_.]?(\\d\\d)(?!\\d)"));
    const auto match = date.match(fileName);
    return QDate(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
}

QList<DatedFile> datedFiles(const QByteArray &list, const QUrl &at, const QString &language)
{
    struct Best
    {
        QString name;
        int fitness = 0;
    };
    QMap<QDate, Best> days;
    const QList<QByteArray> lines = list.split('\n').mid(0, mostNames);
    for (const QByteArray &line : lines) {
        const QString name = QString::fromUtf8(line).trimmed();
        const QDate date = dateIn(name.section(QLatin1Char('/'), -1));
        if (!date.isValid() || !isDocument(name))
            continue;
        Best &best = days[date];
        if (const int fit = fitness(name, language); fit > best.fitness)
            best = {name, fit};
    }
    QList<DatedFile> files;
    const QUrl folder = folderOf(at);
    for (auto day = days.cbegin(); day != days.cend(); ++day) {
        QUrl name;
        name.setPath(day->name.startsWith(QLatin1String("data/")) ? day->name.mid(5) : day->name);
        const QUrl url = folder.resolved(name);
        // A list is other people's text: it names files of its own server only.
        if (url.host() == at.host() && url.scheme() == at.scheme())
            files.append({day.key(), url});
    }
    return files;
}

QList<DatedFile> newFiles(const QList<DatedFile> &files, const QString &cursor)
{
    const QDate had = QDate::fromString(cursor, Qt::ISODate);
    if (!had.isValid())
        return files.mid(qMax(qsizetype(0), files.size() - filesAtFirst));
    QList<DatedFile> out;
    std::copy_if(files.cbegin(), files.cend(), std::back_inserter(out),
                 [had](const DatedFile &file) { return file.date >= had; });
    return out.mid(qMax(qsizetype(0), out.size() - mostFiles));
}

QList<DatedFile> filesOf(const QList<DatedFile> &files, const QList<QDate> &days)
{
    QList<DatedFile> out;
    std::copy_if(files.crbegin(), files.crend(), std::back_inserter(out),
                 [&days](const DatedFile &file) { return days.contains(file.date); });
    return out;
}

QList<DatedFile> olderFiles(const QList<DatedFile> &files, const QString &mark, int most)
{
    const QDate before = QDate::fromString(mark, Qt::ISODate);
    QList<DatedFile> out;
    for (qsizetype at = files.size() - 1; at >= 0 && out.size() < most; --at) {
        const bool older = before.isValid() ? files.at(at).date < before : at < files.size() - filesAtFirst;
        if (older)
            out.append(files.at(at));
    }
    return out;
}

} // namespace yaodian::sync
