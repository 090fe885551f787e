#include "ui/commands/menus.h"

#include "ui/commands/keyedmenu.h"
#include "ui/commands/keysyntax.h"

#include <QGuiApplication>
#include <QPainter>

#include <memory>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

/// No letter of a text is a mnemonic: letters are keys.
QString plain(const QString &text)
{
    return QString(text).replace(u'&', u"&&"_s);
}

/// As QMenu writes what stands at the right.
QString withKeysBehind(const QString &text, const QString &keys)
{
    return keys.isEmpty() ? plain(text) : plain(text) + u'\t' + plain(keysText(keys));
}

/// The key of one choice: "h @" of the letter m is "h m".
QString keysFor(const QString &keys, const QString &wildcard, int count)
{
    const QString typed = wildcard == u"#" ? QString::number(count) : QString(QChar(count)).toLower();
    return keys.endsWith(wildcard) ? keys.chopped(wildcard.size()) + typed : QString();
}

QIcon dotOf(const QColor &colour)
{
    constexpr int edge = 16;
    const double sharp = qGuiApp->devicePixelRatio();
    QPixmap dot(QSize(edge, edge) * sharp);
    dot.setDevicePixelRatio(sharp);
    dot.fill(Qt::transparent);
    QPainter painter(&dot);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour.darker(130), 1));
    painter.setBrush(colour);
    painter.drawEllipse(QRectF(2.5, 2.5, edge - 5, edge - 5));
    return QIcon(dot);
}

/// Puts rows into menus.
class Writer
{
public:
    Writer(Commands &commands, const MenuSubject &subject) : m_commands(commands), m_subject(subject) {}

    void write(QMenu &menu, const MenuRow &row) const
    {
        const Command *command = commandById(QLatin1StringView(row.id));
        const QString id = QLatin1StringView(row.id);
        if (!command || !m_commands.isBound(id) || (m_subject.fits && !m_subject.fits(id)))
            return;
        const QString keys = m_commands.keysOf(*command).value(0);
        if (wildcardOf(*command).isEmpty())
            return add(menu, id, withKeysBehind(commandText(*command), keys), std::nullopt);
        const QList<MenuChoice> choices = m_subject.choices ? m_subject.choices(id) : QList<MenuChoice>();
        if (choices.isEmpty())
            return;
        QMenu *to = &menu;
        if (row.choices == MenuRow::Choices::Below) {
            to = new KeyedMenu(&menu);
            to->setTitle(plain(hintText(*command)));
            menu.addMenu(to);
        }
        for (const MenuChoice &choice : choices)
            add(*to, id, withKeysBehind(choice.text, keysFor(keys, wildcardOf(*command), choice.count)), choice.count,
                choice);
    }

private:
    void add(QMenu &menu, const QString &id, const QString &text, std::optional<int> count,
             const MenuChoice &choice = {}) const
    {
        QAction *action = menu.addAction(text);
        action->setObjectName(id);
        if (choice.colour.isValid())
            action->setIcon(dotOf(choice.colour));
        // Once the menu has gone: what is done may take away what it was opened on.
        QObject::connect(
            action, &QAction::triggered, &m_commands, [&commands = m_commands, id, count] { commands.run(id, count); },
            Qt::QueuedConnection);
    }

    Commands &m_commands;
    const MenuSubject &m_subject;
};

} // namespace

QMenu *makeMenu(Commands &commands, const MenuSubject &subject, QWidget *parent)
{
    auto menu = std::make_unique<KeyedMenu>(parent);
    menu->setObjectName(u"contextMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const Writer writer(commands, subject);
    for (const MenuGroup &group : menuOf(subject.place)) {
        menu->addSeparator(); // of several in a row, and at the ends, none is shown
        for (const MenuRow &row : group)
            writer.write(*menu, row);
    }
    const QList<QAction *> rows = menu->actions();
    const bool isEmpty = std::all_of(rows.cbegin(), rows.cend(), [](const QAction *row) { return row->isSeparator(); });
    return isEmpty ? nullptr : menu.release();
}

} // namespace yaodian::ui
