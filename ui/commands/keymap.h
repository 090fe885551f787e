#pragma once

#include "base/result.h"

#include <QHash>
#include <QStringList>

#include <functional>

namespace yaodian::ui {

struct Command;

/// A command that has these keys, where they are spoken of.
struct KeyOwner
{
    const Command *command;
    QString keys;
};

/// Which keys each command has: those that the reader chose, else the table's; none is a choice too. What the reader
/// chose goes before the table: a table's key that meets it in the same place (keysMeet()) is not counted, so that a
/// key which a later version gives to something never takes away a chosen one. Getting out, the palette and the key
/// help always keep a key.
class KeyMap final
{
public:
    struct Read;

    [[nodiscard]] QStringList keysOf(const Command &command) const;
    /// Not as in the table: chosen, or lost to another that was.
    [[nodiscard]] bool isChanged(const Command &command) const;
    [[nodiscard]] int choices() const { return int(m_chosen.size()); }
    /// Chosen keys that do not count, because a command before it in the table was given them as well.
    [[nodiscard]] int doubled() const { return m_doubled; }

    /// Who has one of the keys, or begins or goes on with it, where `command` is at home.
    [[nodiscard]] QList<KeyOwner> takenBy(const Command &command, const QStringList &sequences) const;
    /// Who goes before `command` in a more special place, and who stands back behind it there.
    [[nodiscard]] QList<KeyOwner> before(const Command &command) const;
    [[nodiscard]] QList<KeyOwner> behind(const Command &command) const;

    /// Gives a command just these keys, as checkedKeys() has them; whoever had them loses them. One sentence, and
    /// nothing has changed, where that cannot be.
    Result<void> choose(const Command &command, const QStringList &sequences);
    void forget(const Command &command); ///< the table's keys again
    void forgetAll();

    /// The text of keys.txt: a line "list.next = j, Down" for each choice. Lines that were read and are of no known
    /// command, or could not be used, stand in it as they were, until their command is given other keys.
    [[nodiscard]] QString text() const;
    [[nodiscard]] static Read read(const QString &text);

private:
    struct Line
    {
        QString raw;
        QString id; ///< of a known command; empty: of none
        bool isUsed = false;
        QStringList keys; ///< as read, so that a line stays as it was written while it says the same
    };
    /// In the table's spelling, no two in each other's way, and not none where one is always kept.
    [[nodiscard]] static Result<QStringList> checked(const Command &command, const QStringList &typed);
    void readLine(const QString &raw, Read &read);
    void settle();
    void share(const QHash<QString, QString> &kept);
    [[nodiscard]] QList<KeyOwner> owners(const QStringList &sequences, const Command &except,
                                         const std::function<bool(const Command &)> &isAsked) const;

    QHash<QString, QStringList> m_chosen;
    QHash<QString, QStringList> m_keys; ///< where they are not the table's
    QList<Line> m_lines;
    int m_doubled = 0;
};

/// What a text of keys was found to be.
struct KeyMap::Read
{
    KeyMap map;
    int unknown = 0;    ///< lines about commands that this version does not know
    QStringList broken; ///< what is wrong with lines that are not used, with their numbers

    /// One sentence, or nothing where all is well.
    [[nodiscard]] QString complaint() const;
};

} // namespace yaodian::ui
