#include "cli/start.h"

#include <QFileInfo>
#include <QUrl>

namespace yaodian::cli {

QStringList windowArguments(const Invocation &invocation)
{
    QStringList arguments;
    for (const QString &word : invocation.arguments) {
        if (word == QLatin1String("--"))
            continue;
        const QUrl url(word, QUrl::StrictMode);
        const QFileInfo file(url.isLocalFile() ? url.toLocalFile() : word);
        const bool isFile =
            url.isLocalFile() || file.exists() || word.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive);
        arguments += isFile ? file.absoluteFilePath() : word;
    }
    return arguments;
}

} // namespace yaodian::cli
