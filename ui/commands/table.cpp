#include "ui/commands/tables.h"

namespace yaodian::ui {

using namespace Qt::StringLiterals;

const QList<Command> &commandTable()
{
    using namespace tables;
    static const QList<Command> table = everywhere() + list() + sidebarAndCard() + triage() + history() +
                                        readerMoves() + readerLooks() + readerMarks() + selection() + highlight() +
                                        activity() + kinds() + highlights() + points() + pointField() + note() +
                                        templates() + keys() + settings() + handbook();
    return table;
}

const Command *commandById(const QString &id)
{
    for (const Command &command : commandTable())
        if (id == QLatin1StringView(command.id))
            return &command;
    return nullptr;
}

QString commandText(const Command &command)
{
    return QCoreApplication::translate("commands", command.text);
}

QString hintText(const Command &command)
{
    return QCoreApplication::translate("commands", command.hint ? command.hint : command.text);
}

QString placeText(Place place)
{
    switch (place) {
    case Place::Everywhere:
        return QCoreApplication::translate("commands", "Everywhere");
    case Place::List:
        return QCoreApplication::translate("commands", "List");
    case Place::Sidebar:
        return QCoreApplication::translate("commands", "Sidebar");
    case Place::Card:
        return QCoreApplication::translate("commands", "Card");
    case Place::Reader:
        return QCoreApplication::translate("commands", "Reader");
    case Place::Selection:
        return QCoreApplication::translate("commands", "Selection");
    case Place::Highlight:
        return QCoreApplication::translate("commands", "Highlight");
    case Place::Triage:
        return QCoreApplication::translate("commands", "Five-minute triage");
    case Place::History:
        return QCoreApplication::translate("commands", "Reading history");
    case Place::Activity:
        return QCoreApplication::translate("commands", "Sync activity");
    case Place::Kinds:
        return QCoreApplication::translate("commands", "Kinds of highlights");
    case Place::Highlights:
        return QCoreApplication::translate("commands", "All highlights");
    case Place::Points:
        return QCoreApplication::translate("commands", "Points");
    case Place::PointField:
        return QCoreApplication::translate("commands", "Writing a point");
    case Place::Note:
        return QCoreApplication::translate("commands", "Note");
    case Place::Versions:
        return QCoreApplication::translate("commands", "Earlier versions");
    case Place::Templates:
        return QCoreApplication::translate("commands", "Templates");
    case Place::TemplateText:
        return QCoreApplication::translate("commands", "Writing a template");
    case Place::Keys:
        return QCoreApplication::translate("commands", "Keys of all commands");
    case Place::Settings:
        return QCoreApplication::translate("commands", "Settings");
    case Place::Handbook:
        return QCoreApplication::translate("commands", "Handbook");
    }
    return {};
}

QList<Place> placeChain(Place place)
{
    switch (place) {
    case Place::Everywhere:
        return {Place::Everywhere};
    case Place::List:
    case Place::Sidebar:
    case Place::Reader:
    case Place::Triage:
    case Place::History:
    case Place::Activity:
    case Place::Kinds:
    case Place::Highlights:
    case Place::Points:
    case Place::Versions:
    case Place::Templates:
    case Place::Keys:
    case Place::Settings:
    case Place::Handbook:
        return {place, Place::Everywhere};
    case Place::PointField: // what these do not know is typed
    case Place::Note:
    case Place::TemplateText:
        return {place};
    case Place::Card:
        return {Place::Card, Place::List, Place::Everywhere};
    case Place::Selection:
        return {Place::Selection, Place::Reader, Place::Everywhere};
    case Place::Highlight:
        return {Place::Highlight, Place::Reader, Place::Everywhere};
    }
    return {};
}

namespace {

QString keyText(const QString &key)
{
    if (key == u"@"_s)
        return u"a…z"_s;
    return key.endsWith(u'#') ? key.chopped(1) + u"1…9"_s : key;
}

} // namespace

QString keysText(const QString &keys)
{
    QString shown;
    for (const QString &key : keys.split(u' ', Qt::SkipEmptyParts)) {
        // Single characters are written together, as typed; names ("Ctrl+F") stand apart.
        if (!shown.isEmpty() && key.size() > 1)
            shown += u' ';
        shown += keyText(key);
    }
    return shown;
}

} // namespace yaodian::ui
