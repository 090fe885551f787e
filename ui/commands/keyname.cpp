#include "ui/commands/keysyntax.h"

#include <QHash>
#include <QKeyEvent>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

/// Keys without a character of their own.
const QHash<int, QString> &namedKeys()
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
    return names;
}

QString namedKey(int key)
{
    if (key >= Qt::Key_F1 && key <= Qt::Key_F35)
        return u"F%1"_s.arg(key - Qt::Key_F1 + 1);
    return namedKeys().value(key);
}

/// The name as people may write it in the table's spelling; empty: there is none.
QString spelledName(const QString &typed)
{
    static const QHash<QString, QString> also{
        {u"return"_s, u"Enter"_s}, {u"escape"_s, u"Esc"_s},  {u"delete"_s, u"Del"_s},
        {u"insert"_s, u"Ins"_s},   {u"pageup"_s, u"PgUp"_s}, {u"pagedown"_s, u"PgDown"_s},
    };
    const QString lower = typed.toLower();
    if (const QString name = also.value(lower); !name.isEmpty())
        return name;
    for (const QString &name : namedKeys())
        if (name.toLower() == lower)
            return name;
    bool isNumber = false;
    const int number = lower.startsWith(u'f') ? lower.mid(1).toInt(&isNumber) : 0;
    return isNumber && number >= 1 && number <= 35 ? u"F%1"_s.arg(number) : QString();
}

/// Characters that no key gives while the input method is off.
bool needsInputMethod(QChar c)
{
    return c.unicode() >= 0x2E80;
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

/// Cuts the modifiers off the front of `key`.
Qt::KeyboardModifiers takeModifiers(QString &key)
{
    static const QList<std::pair<QString, Qt::KeyboardModifier>> names{
        {u"ctrl+"_s, Qt::ControlModifier},
        {u"alt+"_s, Qt::AltModifier},
        {u"meta+"_s, Qt::MetaModifier},
        {u"shift+"_s, Qt::ShiftModifier},
    };
    Qt::KeyboardModifiers modifiers;
    for (bool found = true; found;) {
        found = false;
        for (const auto &[name, modifier] : names)
            if (key.size() > name.size() && key.startsWith(name, Qt::CaseInsensitive)) {
                key.remove(0, name.size());
                modifiers |= modifier;
                found = true;
            }
    }
    return modifiers;
}

} // namespace

QString spelledKey(const QString &typed)
{
    QString key;
    for (const QChar c : typed)
        key += folded(c);
    const Qt::KeyboardModifiers modifiers = takeModifiers(key);
    const bool chord = modifiers & ~Qt::KeyboardModifiers(Qt::ShiftModifier);
    const bool shift = modifiers & Qt::ShiftModifier;
    if (key.size() != 1) {
        const QString name = spelledName(key);
        return name.isEmpty() ? QString() : modifiersBefore(modifiers, true) + name;
    }
    const QChar c = key[0];
    if (shift && !c.isLetter())
        return {}; // written as the character that it gives
    if (!chord)
        return c.isPrint() && !c.isSpace() && !needsInputMethod(c) ? QString(shift ? c.toUpper() : c) : QString();
    if (c.unicode() <= Qt::Key_Space || c.unicode() > Qt::Key_AsciiTilde || c == u'@')
        return {};
    return modifiersBefore(modifiers, true) + c.toUpper();
}

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
