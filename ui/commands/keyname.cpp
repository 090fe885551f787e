#include "ui/commands/commands.h"

#include <QHash>
#include <QKeyEvent>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

/// Keys without a character of their own.
QString namedKey(int key)
{
    static const QHash<int, QString> names{
        {Qt::Key_Return, u"Enter"_s},
        {Qt::Key_Enter, u"Enter"_s},
        {Qt::Key_Escape, u"Esc"_s},
        {Qt::Key_Tab, u"Tab"_s},
        {Qt::Key_Backtab, u"Tab"_s},
        {Qt::Key_Space, u"Space"_s},
        {Qt::Key_Backspace, u"Backspace"_s},
        {Qt::Key_Delete, u"Del"_s},
        {Qt::Key_Insert, u"Ins"_s},
        {Qt::Key_Left, u"Left"_s},
        {Qt::Key_Right, u"Right"_s},
        {Qt::Key_Up, u"Up"_s},
        {Qt::Key_Down, u"Down"_s},
        {Qt::Key_Home, u"Home"_s},
        {Qt::Key_End, u"End"_s},
        {Qt::Key_PageUp, u"PgUp"_s},
        {Qt::Key_PageDown, u"PgDown"_s},
    };
    if (key >= Qt::Key_F1 && key <= Qt::Key_F35)
        return u"F%1"_s.arg(key - Qt::Key_F1 + 1);
    return names.value(key);
}

/// Full-width forms are the ASCII ones 0xFEE0 further on; a Chinese layout also types `、` on the key of `/`.
QChar folded(QChar c)
{
    if (c.unicode() >= 0xFF01 && c.unicode() <= 0xFF5E)
        return QChar(char16_t(c.unicode() - 0xFEE0));
    if (c == QChar(u'　'))
        return QChar(u' ');
    return c == QChar(u'、') ? QChar(u'/') : c;
}

QString modifiersBefore(Qt::KeyboardModifiers modifiers, bool withShift)
{
    QString text;
    if (modifiers & Qt::ControlModifier)
        text += u"Ctrl+"_s;
    if (modifiers & Qt::AltModifier)
        text += u"Alt+"_s;
    if (modifiers & Qt::MetaModifier)
        text += u"Meta+"_s;
    if (withShift && (modifiers & Qt::ShiftModifier))
        text += u"Shift+"_s;
    return text;
}

} // namespace

QString keyName(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers();
    const bool chord = modifiers & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    const QString text = event.text();
    if (!chord && text.size() == 1 && folded(text[0]) == u' ')
        return modifiersBefore(modifiers, true) + u"Space"_s;
    if (!chord && text.size() == 1 && text[0].isPrint())
        return QString(folded(text[0])); // Shift is in the character
    if (const QString name = namedKey(event.key()); !name.isEmpty())
        return modifiersBefore(modifiers, true) + name;
    const int key = event.key();
    if (chord && key > Qt::Key_Space && key <= Qt::Key_AsciiTilde)
        return modifiersBefore(modifiers, QChar(key).isLetter()) + QChar(key);
    return {};
}

} // namespace yaodian::ui
