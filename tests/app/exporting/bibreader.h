#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

// BibTeX as BibTeX itself reads it: braces are counted whatever stands before them. Strict: what is no entry is an
// error.
namespace yaodian::tests {

struct BibEntry
{
    QString type;
    QString key;
    QHash<QString, QString> fields; ///< values without their outer braces
};

/// nullopt where anything is not as it must be.
[[nodiscard]] std::optional<QList<BibEntry>> readBib(const QByteArray &file);

/// What LaTeX would print of a value made of text, our commands and braces; nullopt where there is another command, or
/// a character that would do something else than print itself.
[[nodiscard]] std::optional<QString> printed(const QString &latex);

/// The names of an author field, cut at "and" outside of braces.
[[nodiscard]] QStringList bibNames(const QString &value);

} // namespace yaodian::tests
