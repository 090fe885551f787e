#pragma once

#include <QString>
#include <QStringList>

// The verbs of the command line. Each verb is a table row (name, what it does, options) and one function; the same
// function runs in this process or, handed over the socket, in the window that holds the library.
namespace yaodian::cli {

/// How a run ends.
inline constexpr int exitDone = 0;
inline constexpr int exitFailed = 1; ///< refused or failed: one clear line on stderr
inline constexpr int exitUsage = 2;

/// Options that hold for every verb and for the window.
struct Globals
{
    QString library;  ///< --library, YAODIAN_LIBRARY, else the desktop's data folder; absolute
    QString language; ///< --lang; empty: the setting
    QString theme;    ///< --theme; empty: the setting
    bool offline = false;
    bool json = false;
    QStringList mirrors; ///< --mirror HOST=BASE, as often as wanted
};

struct Invocation
{
    Globals globals;
    QString verb;          ///< empty: the window
    QStringList arguments; ///< of the verb, global options taken out
    QString usageError;    ///< not empty: exit 2 with it
    bool help = false;
    bool version = false;
};

/// `arguments` without the program's own name. Never fails: what is wrong stands in `usageError`.
[[nodiscard]] Invocation parseArguments(const QStringList &arguments);
/// True where the verb needs a display: the window itself and `open`.
[[nodiscard]] bool needsWindow(const Invocation &invocation);
/// What --help prints: the table of verbs, or the one verb's usage and options; with --json for programs.
[[nodiscard]] QString helpText(const Invocation &invocation);

} // namespace yaodian::cli
