#include "base/text.h"
#include "notes/notes.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

// Kinds of highlights: how one is found, and what one may be.
namespace yaodian::notes {

namespace {

constexpr int longestKindName = 40; ///< in characters: it stands in lists and in files

QString shownName(const library::Kind &kind)
{
    return QLocale().language() == QLocale::Chinese ? kind.nameZh : kind.nameEn;
}

Result<void> checkName(const QList<library::Kind> &kinds, const library::Kind &kind, const QString &name)
{
    if (name.size() > longestKindName)
        return Error::world(
            QCoreApplication::translate("notes", "A name of a kind has at most %1 characters.").arg(longestKindName));
    for (const library::Kind &other : kinds)
        if (other.key != kind.key && (folded(other.nameZh) == folded(name) || folded(other.nameEn) == folded(name)))
            return Error::world(
                QCoreApplication::translate("notes", "There is a kind “%1” already.").arg(shownName(other)));
    return {};
}

Result<void> checkLetter(const QList<library::Kind> &kinds, const library::Kind &kind)
{
    if (kind.letter.size() != 1 || !kind.letter.front().isLetter())
        return Error::world(
            QCoreApplication::translate("notes", "A kind needs one letter: the one that is pressed after h."));
    for (const library::Kind &other : kinds)
        if (other.key != kind.key && folded(other.letter) == kind.letter)
            return Error::world(QCoreApplication::translate("notes", "The letter %1 is that of “%2”.")
                                    .arg(kind.letter, shownName(other)));
    return {};
}

} // namespace

std::optional<library::Kind> kindNamed(const QList<library::Kind> &kinds, const QString &name)
{
    const QString wanted = folded(name);
    if (wanted.isEmpty())
        return std::nullopt;
    for (const library::Kind &kind : kinds) {
        for (const QString &known : {kind.key, kind.letter, kind.nameZh, kind.nameEn}) {
            if (folded(known) == wanted)
                return kind;
        }
    }
    return std::nullopt;
}

QStringList kindPatterns()
{
    return {QStringLiteral("plain"),  QStringLiteral("line"), QStringLiteral("dash"), QStringLiteral("dots"),
            QStringLiteral("double"), QStringLiteral("wave"), QStringLiteral("box")};
}

Result<library::Kind> checkedKind(const QList<library::Kind> &kinds, const library::Kind &kind)
{
    library::Kind out = kind;
    out.nameZh = kind.nameZh.simplified();
    out.nameEn = kind.nameEn.simplified();
    if (out.nameZh.isEmpty())
        out.nameZh = out.nameEn;
    if (out.nameEn.isEmpty())
        out.nameEn = out.nameZh;
    if (out.nameZh.isEmpty())
        return Error::world(QCoreApplication::translate("notes", "A kind needs a name."));
    out.letter = folded(kind.letter);
    out.colour = kind.colour.trimmed().toLower();
    for (const QString &name : {out.nameZh, out.nameEn})
        if (const auto fine = checkName(kinds, out, name); !fine)
            return fine.error();
    if (const auto fine = checkLetter(kinds, out); !fine)
        return fine.error();
    static const QRegularExpression colour(QStringLiteral("^#[0-9a-f]{6}$"));
    if (!colour.match(out.colour).hasMatch())
        return Error::world(
            QCoreApplication::translate("notes", "“%1” is no colour; one is written like #3b7dd8.").arg(kind.colour));
    if (!kindPatterns().contains(out.pattern))
        return Error::world(QCoreApplication::translate("notes", "There is no pattern “%1”.").arg(kind.pattern));
    return out;
}

} // namespace yaodian::notes
