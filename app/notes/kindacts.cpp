#include "base/text.h"
#include "notes/notes.h"

#include <QCoreApplication>

#include <algorithm>

// What the reader does with kinds. They are few, so that each act reads them anew.
namespace yaodian::notes {

namespace {

Error noKind(const QString &key)
{
    return Error::world(QCoreApplication::translate("notes", "There is no kind “%1”.").arg(key));
}

qsizetype placeOf(const QList<library::Kind> &kinds, const QString &key)
{
    const auto it = std::find_if(kinds.begin(), kinds.end(), [&](const library::Kind &k) { return k.key == key; });
    return it == kinds.end() ? -1 : it - kinds.begin();
}

/// The name in letters, digits and hyphens, with a number where it was ever taken: an old highlight must not become of
/// a new kind.
QString newKindKey(const library::Kind &kind, const QStringList &taken)
{
    QString base;
    for (const QChar c : folded(kind.nameEn)) {
        if (c.isLetterOrNumber() || c.isSurrogate())
            base += c;
        else if (!base.isEmpty() && !base.endsWith(QLatin1Char('-')))
            base += QLatin1Char('-');
    }
    while (base.endsWith(QLatin1Char('-')))
        base.chop(1);
    if (base.isEmpty())
        base = QStringLiteral("kind");
    QString key = base;
    for (int number = 2; taken.contains(key); ++number)
        key = QStringLiteral("%1-%2").arg(base).arg(number);
    return key;
}

Result<void> asDone(const Result<library::OperationId> &done)
{
    return done.ok() ? Result<void>() : Result<void>(done.error());
}

} // namespace

Result<QString> Notes::addKind(const library::Kind &kind)
{
    library::Kind fresh = kind;
    fresh.key.clear(); // it is none of those that are there
    const auto checked = checkedKind(m_library.kinds(), fresh);
    if (!checked)
        return checked.error();
    fresh = *checked;
    fresh.key = newKindKey(fresh, m_library.kindKeys());
    const auto done = m_library.act(QStringLiteral("kind.add"), QCoreApplication::translate("notes", "New kind"),
                                    [&](library::Acts &acts) { return acts.putKind(fresh); });
    return done.ok() ? Result<QString>(fresh.key) : Result<QString>(done.error());
}

Result<void> Notes::putKind(const library::Kind &kind)
{
    const QList<library::Kind> kinds = m_library.kinds();
    if (placeOf(kinds, kind.key) < 0)
        return noKind(kind.key);
    const auto checked = checkedKind(kinds, kind);
    if (!checked)
        return checked.error();
    return asDone(m_library.act(QStringLiteral("kind.edit"), QCoreApplication::translate("notes", "Edit a kind"),
                                [&](library::Acts &acts) { return acts.putKind(*checked); }));
}

Result<void> Notes::removeKind(const QString &key, const QString &into)
{
    const QList<library::Kind> kinds = m_library.kinds();
    const qsizetype at = placeOf(kinds, key);
    if (at < 0)
        return noKind(key);
    if (kinds.size() == 1)
        return Error::world(QCoreApplication::translate("notes", "One kind has to stay."));
    if (!into.isEmpty() && (into == key || placeOf(kinds, into) < 0))
        return noKind(into);
    const int uses = m_library.kindUses().value(key);
    if (uses > 0 && into.isEmpty())
        return Error::world(QCoreApplication::translate(
            "notes", "%n highlight(s) are of this kind; say which kind they become.", nullptr, uses));
    return asDone(m_library.act(QStringLiteral("kind.remove"), QCoreApplication::translate("notes", "Remove a kind"),
                                [&](library::Acts &acts) {
                                    if (!into.isEmpty())
                                        if (const auto given = acts.giveKind(key, into); !given)
                                            return given;
                                    return acts.removeKind(key);
                                }));
}

Result<void> Notes::moveKind(const QString &key, int places)
{
    const QList<library::Kind> kinds = m_library.kinds();
    const qsizetype at = placeOf(kinds, key);
    if (at < 0)
        return noKind(key);
    QStringList keys;
    for (const library::Kind &kind : kinds)
        keys << kind.key;
    keys.move(at, std::clamp<qsizetype>(at + places, 0, keys.size() - 1));
    return asDone(m_library.act(QStringLiteral("kind.move"), QCoreApplication::translate("notes", "Order of the kinds"),
                                [&](library::Acts &acts) { return acts.orderKinds(keys); }));
}

} // namespace yaodian::notes
