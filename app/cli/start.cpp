#include "cli/start.h"

#include <QFileInfo>

namespace yaodian::cli {

QStringList windowArguments(const Invocation &invocation)
{
    QStringList arguments;
    for (const QString &word : invocation.arguments) {
        if (word == QLatin1String("--"))
            continue;
        const QFileInfo file(word);
        arguments +=
            file.exists() || word.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive) ? file.absoluteFilePath() : word;
    }
    return arguments;
}

} // namespace yaodian::cli
