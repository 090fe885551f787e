#pragma once

#include <QHash>
#include <QObject>
#include <QStringList>

#include <functional>
#include <optional>

class QKeyEvent;
class QWidget;

namespace yaodian::ui {

/// Where a key counts. The most special place that knows a key wins: Selection before Reader before Everywhere.
enum class Place { Everywhere, List, Sidebar, Card, Reader, Selection };

/// One row of the one table of commands: menus, palette, key help, status hints and the handbook's key list are made
/// from it. Keys are written as typed, blanks between the keys of a sequence: "g g", "Ctrl+F", "h m", "Z 1".
struct Command
{
    const char *id;      ///< for ever: "list.next"
    const char *text;    ///< English source text, context "commands"; translated by commandText()
    QStringList keys;
    Place place;
    bool takesCount = false; ///< a number typed before it is handed on ("12 G")
    bool inHints = false;    ///< shown in the status line of its place
};

[[nodiscard]] const QList<Command> &commandTable();
[[nodiscard]] QString commandText(const Command &command);

/// Turns keys into commands. A widget of a place hands its key events here; a command that no one has bound for the
/// moment is not run. Full-width `：？／` act as `: ? /`. An unfinished sequence is dropped by Esc or after 2 s and is
/// shown through pending().
class Commands final : public QObject
{
    Q_OBJECT

public:
    explicit Commands(QObject *parent = nullptr);

    /// `run` gets the typed count (nullopt: none). Bindings die with `owner`.
    void bind(const char *id, QObject *owner, std::function<void(std::optional<int> count)> run);
    /// True where the event was used, also as part of a sequence.
    bool handle(QKeyEvent *event, Place place);
    /// Runs a command by its id, from the palette or a menu. False where nobody bound it.
    bool run(const QString &id, std::optional<int> count = std::nullopt);
    [[nodiscard]] bool isBound(const QString &id) const;
    [[nodiscard]] QString pending() const;

Q_SIGNALS:
    void pendingChanged(const QString &keys);

private:
    struct Binding;
    QHash<QString, QList<Binding>> m_bindings;
    QStringList m_pending;
    QString m_count;
};

} // namespace yaodian::ui
