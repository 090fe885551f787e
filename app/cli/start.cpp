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
        // A link comes from any page: whatever it ends with and however many ".." it holds, it is no path.
        if (word.startsWith(QLatin1String("yaodian:"), Qt::CaseInsensitive)) {
            arguments += word;
            continue;
        }
        const QUrl url(word, QUrl::StrictMode);
        const QFileInfo file(url.isLocalFile() ? url.toLocalFile() : word);
        const bool isFile =
            url.isLocalFile() || file.exists() || word.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive);
        arguments += isFile ? file.absoluteFilePath() : word;
    }
    return arguments;
}

} // namespace yaodian::cli
