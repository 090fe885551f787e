#include "sync/walking.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace yaodian::sync {

namespace {

bool canBeImported(const QString &path)
{
    static const QSet<QString> endings{QStringLiteral("html"),     QStringLiteral("htm"),  QStringLiteral("xhtml"),
                                       QStringLiteral("txt"),      QStringLiteral("text"), QStringLiteral("md"),
                                       QStringLiteral("markdown"), QStringLiteral("xml"),  QStringLiteral("rss"),
                                       QStringLiteral("atom"),     QStringLiteral("json"), QStringLiteral("jsonl"),
                                       QStringLiteral("ndjson"),   QStringLiteral("eml"),  QStringLiteral("mht"),
                                       QStringLiteral("mhtml"),    QStringLiteral("pdf")};
    return endings.contains(QFileInfo(path).suffix().toLower());
}

QStringList below(const QString &folder, const CancelToken &token)
{
    QStringList out;
    // Neither QDir::Hidden nor FollowSymlinks: a loop of links would never end.
    QDirIterator walk(folder, QDir::Files | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (walk.hasNext() && !token.stop_requested()) {
        const QString path = walk.next();
        if (canBeImported(path))
            out.append(path);
    }
    std::sort(out.begin(), out.end());
    return out;
}

} // namespace

Walked walk(const QStringList &paths, const CancelToken &token)
{
    Walked walked;
    QSet<QString> known;
    const auto add = [&walked, &known](const QString &path) {
        const QString canonical = path == QLatin1String("-") ? path : QFileInfo(path).canonicalFilePath();
        if (!known.contains(canonical)) {
            known.insert(canonical);
            walked.files.append(path);
        }
    };
    for (const QString &path : paths) {
        const QFileInfo info(path);
        if (path == QLatin1String("-") || (info.exists() && !info.isDir())) {
            add(path);
        } else if (!info.exists()) {
            walked.failed.append(QCoreApplication::translate("sync", "%1 does not exist.").arg(path));
        } else {
            const QStringList files = below(path, token);
            if (files.isEmpty())
                walked.failed.append(
                    QCoreApplication::translate("sync", "%1 holds no file that can be imported.").arg(path));
            std::for_each(files.cbegin(), files.cend(), add);
        }
    }
    return walked;
}

} // namespace yaodian::sync
