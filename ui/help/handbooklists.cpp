#include "ui/help/handbooklists.h"

#include "base/settings.h"
#include "cli/verb.h"
#include "ui/commands/commands.h"
#include "ui/settings/settingsfield.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

struct HelpSay
{
    Q_DECLARE_TR_FUNCTIONS(handbook)
};

QString cell(QString text)
{
    return text.replace(u'|', u"\\|"_s);
}

// --- keys -----------------------------------------------------------------------------------------------------------

QString keysCell(const QStringList &sequences)
{
    QStringList keys;
    for (const QString &sequence : sequences)
        keys << u'`' + cell(keysText(sequence)) + u'`';
    return keys.isEmpty() ? u"–"_s : keys.join(u' ');
}

/// A table for each place, in the order in which the table of commands comes to it.
QString keyTables(const KeysOf &keysOf)
{
    QList<Place> places;
    for (const Command &command : commandTable())
        if (!places.contains(command.place))
            places << command.place;
    QString text;
    for (const Place place : std::as_const(places)) {
        text += u"\n## %1\n\n| %2 | %3 |\n|---|---|\n"_s.arg(placeText(place), HelpSay::tr("Key"),
                                                             HelpSay::tr("What it does"));
        for (const Command &command : commandTable())
            if (command.place == place)
                text += u"| %1 | %2 |\n"_s.arg(keysCell(keysOf(command)), cell(commandText(command)));
    }
    return text;
}

// --- command line ---------------------------------------------------------------------------------------------------

QString options(const QList<cli::Option> &options)
{
    QString text;
    for (const cli::Option &option : options) {
        const QString value = option.value ? u' ' + QString::fromUtf8(option.value) : QString();
        text += u"- `%1%2` – %3\n"_s.arg(QLatin1StringView(option.name), value,
                                         QCoreApplication::translate("cli", option.text));
    }
    return text.isEmpty() ? text : u'\n' + text;
}

QString verbs()
{
    QString text;
    for (const cli::Verb &verb : cli::verbTable())
        text += u"\n### yaodian %1\n\n`yaodian %2`\n\n%3\n%4"_s.arg(
            QLatin1StringView(verb.name),
            (QLatin1StringView(verb.name) + u' ' + QString::fromUtf8(verb.usage)).trimmed(),
            QCoreApplication::translate("cli", verb.summary), options(verb.options));
    return text + u"\n## "_s + HelpSay::tr("Options of every verb") + u'\n' + options(cli::globalOptions());
}

// --- settings -------------------------------------------------------------------------------------------------------

QString valueText(const SettingRow &row)
{
    const QVariant &value = row.fallback;
    if (value.metaType().id() == QMetaType::Bool)
        return value.toBool() ? HelpSay::tr("on") : HelpSay::tr("off");
    if (value.metaType().id() == QMetaType::Int)
        return numberText(row, value.toInt());
    if (!row.choices.isEmpty())
        return choiceText(value.toString());
    const QString said = value.toStringList().join(u' ');
    return !said.isEmpty() ? said
           : row.unset     ? QCoreApplication::translate("settings", row.unset)
                           : HelpSay::tr("empty");
}

/// A table for each section, in the order of the page.
QString settings()
{
    const QString columns = u"| %1 | %2 |\n|---|---|\n"_s.arg(HelpSay::tr("Setting"), HelpSay::tr("At first"));
    QString text;
    const char *section = "";
    for (const SettingRow &row : settingRows()) {
        if (qstrcmp(section, row.section) != 0) {
            section = row.section;
            text += u"\n### %1\n\n"_s.arg(QCoreApplication::translate("settings", section)) + columns;
        }
        text += u"| %1 | %2 |\n"_s.arg(cell(QCoreApplication::translate("settings", row.text)), cell(valueText(row)));
    }
    return text;
}

} // namespace

QString withLists(const QString &text, const KeysOf &keysOf)
{
    static const QRegularExpression part(u"<!-- list: (\\w+) -->\n(.*?)<!-- end -->"_s,
                                         QRegularExpression::DotMatchesEverythingOption);
    QString made;
    qsizetype at = 0;
    for (auto found = part.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const QString name = match.captured(1);
        made += QStringView(text).sliced(at, match.capturedStart(2) - at);
        made += name == "keys"_L1       ? keyTables(keysOf) + u'\n'
                : name == "verbs"_L1    ? verbs() + u'\n'
                : name == "settings"_L1 ? settings() + u'\n'
                                        : match.captured(2);
        at = match.capturedEnd(2);
    }
    return made.append(QStringView(text).sliced(at));
}

QString withLists(const QString &text)
{
    return withLists(text, [](const Command &command) { return command.keys; });
}

} // namespace yaodian::ui
