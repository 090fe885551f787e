#include "translations/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace yaodian {

QString languageFor(const QString &setting)
{
    const bool fixed =
        setting == QStringLiteral("zh_CN") || setting == QStringLiteral("zh") || setting == QStringLiteral("en");
    if (fixed)
        return setting == QStringLiteral("en") ? setting : QStringLiteral("zh_CN");
    return QLocale::system().language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

void installLanguage(QCoreApplication &app, const QString &language)
{
    const QString ours = QStringLiteral("translator");
    for (QTranslator *old : app.findChildren<QTranslator *>(ours)) {
        app.removeTranslator(old);
        delete old;
    }
    // Dates and numbers follow the language, in the desktop's own manner where that is of the same language.
    const QLocale system = QLocale::system();
    const bool chinese = language == QStringLiteral("zh_CN");
    const bool alike = (system.language() == QLocale::Chinese) == chinese;
    QLocale::setDefault(alike     ? system
                        : chinese ? QLocale(QLocale::Chinese, QLocale::China)
                                  : QLocale(QLocale::English));
    const auto install = [&](const QString &name, const QString &folder) {
        auto *translator = new QTranslator(&app);
        translator->setObjectName(ours);
        if (translator->load(name, folder))
            app.installTranslator(translator);
    };
    install(QStringLiteral("qtbase_") + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QStringLiteral("yaodian_") + language, QStringLiteral(":/i18n"));
}

} // namespace yaodian
