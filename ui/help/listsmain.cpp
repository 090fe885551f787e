// Makes the generated parts of the handbook's chapters anew: DIR holds zh/ and en/.
#include "translations/translations.h"
#include "ui/help/handbook.h"
#include "ui/help/handbooklists.h"

#include "base/files.h"

#include <QCoreApplication>

#include <cstdio>

using namespace yaodian;

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QString folder = QCoreApplication::arguments().value(1);
    for (const auto &[name, language] : {std::pair("zh", "zh_CN"), std::pair("en", "en")}) {
        installLanguage(app, QString::fromLatin1(language));
        const ui::Handbook book = ui::Handbook::from(folder + QLatin1Char('/') + QString::fromLatin1(name));
        for (const ui::Chapter &chapter : book.chapters()) {
            const QString text = QStringLiteral("# %1\n").arg(chapter.title) + chapter.text;
            const QString made = ui::withLists(text);
            if (made == text)
                continue;
            const QString path = book.folder() + QLatin1Char('/') + chapter.file;
            if (const auto written = writeFileAtomically(path, made.toUtf8()); !written) {
                std::fprintf(stderr, "%s\n", qPrintable(written.error().message));
                return 1;
            }
            std::printf("%s\n", qPrintable(path));
        }
    }
    return 0;
}
