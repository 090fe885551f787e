#include "ui/shell/palette.h"

namespace yaodian::ui {

using namespace Qt::StringLiterals;

Palette::Palette(Commands &commands, const Theme &theme, QWidget *window) : Overlay(theme, window), m_commands(commands)
{
    setObjectName(u"palette"_s);
    connect(this, &Overlay::typedChanged, this, &Palette::fill);
    connect(this, &Overlay::taken, this, &Palette::chosen);
}

void Palette::start()
{
    type({});
    open(tr("Find a command by its Chinese or English name, or by the initials of its pinyin"));
}

void Palette::fill(const QString &typed)
{
    QHash<QString, int> called; // commands of several places may have one name
    const auto isOffered = [this](const Command &command) {
        const QString id = QLatin1StringView(command.id);
        return m_commands.isBound(id) && id != "app.palette"_L1;
    };
    for (const Command &command : commandTable())
        if (isOffered(command))
            ++called[commandText(command)];
    QList<std::pair<int, OverlayRow>> found;
    for (const Command &command : commandTable()) {
        if (!isOffered(command))
            continue;
        const QStringList keys = m_commands.keysOf(command);
        const int at = nameRank(m_names.of(command, keys), typed);
        if (at < 0)
            continue;
        QString text = commandText(command);
        if (called.value(text) > 1)
            text += u" · "_s + placeText(command.place);
        found.append({at, {QLatin1StringView(command.id), text, {}, keysText(keys.value(0)), !keys.isEmpty()}});
    }
    if (!typed.isEmpty())
        std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QList<OverlayRow> rows;
    for (const auto &[at, row] : std::as_const(found))
        rows << row;
    setRows(rows, tr("No command is called “%1”.").arg(typed));
}

} // namespace yaodian::ui
