#pragma once

#include "ui/commands/keymap.h"

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <optional>

class QKeyEvent;
class QWidget;

namespace yaodian::ui {

/// Where a key counts. The most special place that knows a key wins: Selection before Reader before Everywhere.
/// Highlight: one of them is the current one in the reader.
enum class Place {
    Everywhere,
    List,
    Sidebar,
    Card,
    Reader,
    Selection,
    Highlight,
    Triage,
    History,
    Activity,
    Kinds,
    Highlights,
    Points,
    PointField,
    Note,
    Versions,
    Templates,
    TemplateText,
    Keys,
    Settings,
    Handbook
};

/// One row of the one table of commands: menus, palette, key help, status hints and the handbook's key list are made
/// from it. Keys are written as typed, blanks between the keys of a sequence: "g g", "Ctrl+F", "Z 1". Two wildcards:
/// `#` is a digit 1–9, handed on as the count ("e #", "Ctrl+#"); `@` is a letter, handed on as the count in its code
/// point ("h @", "m @").
struct Command
{
    const char *id;   ///< for ever: "list.next"
    const char *text; ///< English source text, context "commands"; translated by commandText()
    QStringList keys;
    Place place;
    bool takesCount = false;    ///< a number typed before it is handed on ("12 G")
    bool inHints = false;       ///< shown in the status line of its place
    const char *hint = nullptr; ///< shorter text for there; neighbours with the same one share it ("j k Move")
    bool once = false;          ///< a key that is held does it once
};

[[nodiscard]] const QList<Command> &commandTable();
[[nodiscard]] const Command *commandById(const QString &id); ///< nullptr: no such row
[[nodiscard]] QString commandText(const Command &command);
[[nodiscard]] QString hintText(const Command &command);
[[nodiscard]] QString placeText(Place place);
/// The places whose keys count in `place`, the most special first.
[[nodiscard]] QList<Place> placeChain(Place place);
/// Keys as people read them: "g g" is "gg", "e #" is "e1…9".
[[nodiscard]] QString keysText(const QString &keys);
/// The key of an event in the table's spelling ("j", "Ctrl+Shift+Z", "Space"), full-width ones folded; empty for
/// modifiers alone and keys that have no name.
[[nodiscard]] QString keyName(const QKeyEvent &event);

/// Turns keys into commands. A widget of a place hands its key events here; a command that no one has bound for the
/// moment is not run. Full-width `：？／` act as `: ? /`. An unfinished sequence is dropped by Esc or after 2 s and is
/// shown through pending().
class Commands final : public QObject
{
    Q_OBJECT

public:
    explicit Commands(QObject *parent = nullptr);
    ~Commands() override;

    /// `run` gets the typed count (nullopt: none). Bindings die with `owner`.
    void bind(const char *id, QObject *owner, std::function<void(std::optional<int> count)> run);
    /// True where the event was used, also as part of a sequence.
    bool handle(QKeyEvent *event, Place place);
    /// Runs a command by its id, from the palette or a menu. False where nobody bound it.
    bool run(const QString &id, std::optional<int> count = std::nullopt);
    [[nodiscard]] bool isBound(const QString &id) const;
    [[nodiscard]] QString pending() const;
    /// The keys that count, in place of those of the table: whoever shows or matches keys asks for them here.
    [[nodiscard]] QStringList keysOf(const Command &command) const { return m_keyMap.keysOf(command); }
    [[nodiscard]] const KeyMap &keyMap() const { return m_keyMap; }
    void setKeyMap(const KeyMap &map);
    /// Hands the key presses of `widget` to handle() and keeps its input method off: for widgets that take no text.
    void listenTo(QWidget *widget, Place place);

Q_SIGNALS:
    void pendingChanged(const QString &keys);
    /// The window then tells all in it, as of another language: sentences that name keys are made anew.
    void keysChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Binding;
    struct Match;
    [[nodiscard]] const Binding *bindingOf(const QString &id) const;
    [[nodiscard]] Match match(const QStringList &typed, Place place) const;
    bool takeCountDigit(const QString &key, Place place);
    void setPending(const QStringList &keys, const QString &count);
    void forget();

    KeyMap m_keyMap;
    QHash<QString, QList<Binding>> m_bindings;
    QHash<QObject *, Place> m_listened;
    QStringList m_pending;
    QString m_count;
    QTimer m_patience;
};

} // namespace yaodian::ui
