#include "ui/shell/palette.h"

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

/// Every word typed stands in the names; the fewer letters before it, the better. -1: no match.
int rank(const QString &names, const QString &typed)
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

} // namespace

Palette::Palette(Commands &commands, const Theme &theme, QWidget *window) : Overlay(theme, window), m_commands(commands)
{
    setObjectName(u"palette"_s);
    static_cast<void>(m_chinese.load(u":/i18n/yaodian_zh_CN.qm"_s));
    connect(this, &Overlay::typedChanged, this, &Palette::fill);
    connect(this, &Overlay::taken, this, &Palette::chosen);
}

void Palette::start()
{
    type({});
    open(tr("Find a command in Chinese or English"));
}

QString Palette::namesOf(const Command &command) const
{
    const QStringList names{commandText(command), QLatin1StringView(command.text),
                            m_chinese.translate("commands", command.text), command.keys.join(u' ')};
    return names.join(u'\n');
}

void Palette::fill(const QString &typed)
{
    QList<std::pair<int, OverlayRow>> found;
    for (const Command &command : commandTable()) {
        const QString id = QLatin1StringView(command.id);
        if (!m_commands.isBound(id) || id == "app.palette"_L1)
            continue;
        if (const int at = rank(namesOf(command), typed); at >= 0)
            found.append({at, {id, commandText(command), {}, keysText(command.keys.first()), true}});
    }
    if (!typed.isEmpty())
        std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QList<OverlayRow> rows;
    for (const auto &[at, row] : std::as_const(found))
        rows << row;
    setRows(rows, tr("No command is called “%1”.").arg(typed));
}

} // namespace yaodian::ui
