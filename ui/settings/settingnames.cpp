#include "ui/settings/settingnames.h"

#include "ui/settings/settingsfield.h"

#include <QCoreApplication>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

SettingNames::SettingNames()
{
    static_cast<void>(m_chinese.load(u":/i18n/yaodian_zh_CN.qm"_s));
}

QString SettingNames::ofTexts(const QList<const char *> &texts) const
{
    QStringList names;
    for (const char *text : texts)
        names << QCoreApplication::translate("settings", text) << QString::fromUtf8(text)
              << m_chinese.translate("settings", text);
    return names.join(u'\n');
}

QString SettingNames::of(const SettingRow &row) const
{
    QList<const char *> texts{row.text, row.section};
    QStringList names;
    for (const QString &choice : row.choices) {
        names << choiceText(choice);
        if (const char *source = choiceSource(choice); qstrlen(source) > 0)
            texts << source;
    }
    return ofTexts(texts) + u'\n' + names.join(u'\n');
}

} // namespace yaodian::ui
