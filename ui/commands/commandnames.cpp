#include "ui/commands/commandnames.h"

namespace yaodian::ui {

using namespace Qt::StringLiterals;

CommandNames::CommandNames()
{
    static_cast<void>(m_chinese.load(u":/i18n/yaodian_zh_CN.qm"_s));
}

QString CommandNames::of(const Command &command, const QStringList &keys) const
{
    QStringList names{commandText(command), QLatin1StringView(command.text),
                      m_chinese.translate("commands", command.text), keys.join(u' ')};
    for (const QString &sequence : keys)
        names << keysText(sequence);
    return names.join(u'\n');
}

int nameRank(const QString &names, const QString &typed)
{
    int sum = 0;
    for (const QString &word : typed.split(u' ', Qt::SkipEmptyParts)) {
        const qsizetype at = names.indexOf(word, 0, Qt::CaseInsensitive);
        if (at < 0)
            return -1;
        sum += int(at);
    }
    return sum;
}

} // namespace yaodian::ui
