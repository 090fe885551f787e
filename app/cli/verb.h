#pragma once

#include "cli/cli.h"

#include <QHash>

#include <functional>
#include <optional>

namespace yaodian::cli {

struct Context;

/// What was typed after a verb, sorted into words and options.
struct Arguments
{
    QStringList words;              ///< in the order typed
    QHash<QString, QString> values; ///< options with a value, and flags with an empty one

    [[nodiscard]] bool has(const char *option) const { return values.contains(QLatin1String(option)); }
    [[nodiscard]] QString value(const char *option) const { return values.value(QLatin1String(option)); }
    /// The option's value as a whole number of at least `least`; nullopt where it is none.
    [[nodiscard]] std::optional<int> number(const char *option, int least) const;
};

struct Option
{
    const char *name;  ///< "--page"
    const char *value; ///< what stands for its value in the help ("N"); null: a flag
    const char *text;  ///< English source text, context "cli"
};

/// What a verb asks of the library. `Window` is a display.
enum class Need { Nothing, Read, Write, Window };

using Done = std::function<void(int exit)>;

/// One row of the table of verbs: help, checking and running are made from it.
struct Verb
{
    const char *name;
    const char *usage;   ///< what follows the name
    const char *summary; ///< English source text, context "cli"
    QList<Option> options;
    int fewest = 0; ///< words
    int most = 0;   ///< words; -1: any number
    Need need = Need::Nothing;
    /// Calls `done` exactly once, now or later; after it nothing of the Context may be touched.
    void (*run)(Context &context, const Arguments &arguments, Done done) = nullptr;
    /// What is wrong with the arguments beyond their number, as one sentence; empty: nothing.
    QString (*misuse)(const Arguments &arguments) = nullptr;
    /// True where this use of a writing verb only reads.
    bool (*onlyReads)(const Arguments &arguments) = nullptr;
    bool worksReadOnly = false; ///< where the library of a newer program cannot be written, it does what it can
};

[[nodiscard]] const QList<Verb> &verbTable();
[[nodiscard]] const QList<Option> &globalOptions(); ///< of every verb
/// Null where there is no such verb.
[[nodiscard]] const Verb *findVerb(const QString &name);
[[nodiscard]] Need needOf(const Verb &verb, const Arguments &arguments);

/// Sorts `typed`; where it does not fit the verb, `error` becomes one sentence.
[[nodiscard]] Arguments sortArguments(const Verb &verb, const QStringList &typed, QString *error);
/// True where `word` is written like an option: two dashes and a letter. A lone dash is standard input, and a word
/// such as "-not" or "- an item" is text.
[[nodiscard]] bool looksLikeOption(const QString &word);

// The rows, one function a file of verbs.
[[nodiscard]] QList<Verb> readingVerbs();  // parse list search
[[nodiscard]] QList<Verb> fetchingVerbs(); // import reparse fetch metadata
[[nodiscard]] QList<Verb> sourcesVerbs();
[[nodiscard]] QList<Verb> syncVerbs();
[[nodiscard]] QList<Verb> markingVerbs(); // highlight point tie note
[[nodiscard]] QList<Verb> stateVerbs();   // mark merge apart undo redo
[[nodiscard]] QList<Verb> sessionVerbs();
[[nodiscard]] QList<Verb> exportVerbs();
[[nodiscard]] QList<Verb> pdfVerbs();    // page text
[[nodiscard]] QList<Verb> safetyVerbs(); // doctor backup restore

} // namespace yaodian::cli
