#pragma once

#include "base/result.h"
#include "cli/cli.h"
#include "cli/verb.h"
#include "library/library.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QObject>

#include <functional>
#include <optional>

namespace yaodian::cli {

struct Services;

/// What a verb sees of the world: the same whether it runs in its own process or in the window's.
struct Context
{
    Globals globals;
    QString folder;               ///< the working folder of who typed the verb
    QByteArray input;             ///< standard input, read where a word is "-", and for --password
    bool terminal = false;        ///< progress is shown only to people, never to a file or pipe
    Services *services = nullptr; ///< null for verbs that need no library
    std::function<void(const QByteArray &)> out;
    std::function<void(const QByteArray &)> err;
    QObject life; ///< answers that come later come only while the verb lives

    void print(const QString &text) const; ///< a line on stdout
    void printJson(const QJsonObject &object) const;
    void printJson(const QJsonArray &array) const;
    void progress(const QString &line) const;
    /// Says the one line and gives back exitFailed.
    int fail(const QString &sentence) const;
    int fail(const Error &error) const { return error.isCancelled() ? exitFailed : fail(error.message); }
    /// `typed` as seen from the working folder.
    [[nodiscard]] QString path(const QString &typed) const;

    /// The text of the words from `from` on, joined by blanks; a lone "-" is standard input.
    [[nodiscard]] QString textOf(const Arguments &arguments, qsizetype from) const;
};

using What = library::Library::Named::What;

/// The one thing that `text` names among `among`, else one sentence (with the candidates where there are several).
Result<library::Library::Named> resolve(const Context &context, const QString &text, const QList<What> &among);
/// The paper that an entry's, paper's or outside identifier names.
Result<library::PaperId> resolvePaper(const Context &context, const QString &text);
Result<QList<library::PaperId>> resolvePapers(const Context &context, const QStringList &texts);
/// True where only the tour speaks of the paper.
[[nodiscard]] bool isTourOnly(const Context &context, library::PaperId paper);

/// "read", "keep", "drop"; null for none.
[[nodiscard]] QJsonValue verdictJson(library::Verdict verdict);
/// Also knows "none"; nullopt for anything else.
[[nodiscard]] std::optional<library::Verdict> verdictNamed(const QString &name);
/// An optional text as JSON: null where it is empty.
[[nodiscard]] QJsonValue orNull(const QString &text);

} // namespace yaodian::cli
