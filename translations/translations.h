#pragma once

#include <QString>

class QCoreApplication;

namespace yaodian {

/// "zh_CN" or "en" for a setting of "system" (or nothing), "zh_CN", "zh" or "en".
[[nodiscard]] QString languageFor(const QString &setting);

/// Installs the program's texts and Qt's own for `language` in place of those installed before; open windows get a
/// LanguageChange event.
void installLanguage(QCoreApplication &app, const QString &language);

} // namespace yaodian
