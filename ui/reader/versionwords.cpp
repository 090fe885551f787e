#include "ui/reader/versionwords.h"

#include "ui/notes/kindname.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace yaodian::ui {

using namespace Qt::StringLiterals;
using library::Highlight;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HighlightVersions)
};

QString kindWord(const QString &key, const QList<library::Kind> &kinds)
{
    const auto it = std::find_if(kinds.begin(), kinds.end(), [&](const library::Kind &k) { return k.key == key; });
    return it == kinds.end() ? key : kindName(*it);
}

QString orNone(const QString &text)
{
    return text.isEmpty() ? Words::tr("none") : text.simplified();
}

QString tagWords(const QStringList &tags)
{
    return tags.isEmpty() ? QString() : u'#' + tags.join(u" #"_s);
}

QString becomes(const QString &before, const QString &now)
{
    return Words::tr("%1 → %2", "what it was, what it became").arg(orNone(before), orNone(now));
}

QString placeWords(const Highlight &before, const Highlight &now)
{
    if (before.page != now.page)
        return Words::tr("Place: %1").arg(becomes(QString::number(before.page + 1), QString::number(now.page + 1)));
    return before.quote == now.quote ? Words::tr("Place on the page")
                                     : Words::tr("Passage: %1").arg(becomes(before.quote, now.quote));
}

} // namespace

QStringList changedWords(const std::optional<library::HighlightVersion> &older, const library::HighlightVersion &newer,
                         const QList<library::Kind> &kinds)
{
    if (newer.removed)
        return {Words::tr("Removed")};
    if (!older)
        return {Words::tr("Made")};
    QStringList words;
    if (older->removed)
        words << Words::tr("Brought back");
    const Highlight &a = older->highlight, &b = newer.highlight;
    if (a.kind != b.kind)
        words << Words::tr("Kind: %1").arg(becomes(kindWord(a.kind, kinds), kindWord(b.kind, kinds)));
    if (a.comment != b.comment)
        words << Words::tr("Comment: %1").arg(becomes(a.comment, b.comment));
    if (a.tags != b.tags)
        words << Words::tr("Tags: %1").arg(becomes(tagWords(a.tags), tagWords(b.tags)));
    if (a.page != b.page || a.quote != b.quote || a.boxes != b.boxes || a.document != b.document)
        words << placeWords(a, b);
    if (a.style != b.style)
        words << Words::tr("How it is drawn");
    if (a.paper != b.paper)
        words << Words::tr("Its paper became one with another");
    if (words.isEmpty())
        words << Words::tr("The picture of its place");
    return words;
}

QString stateWords(const Highlight &highlight, const QList<library::Kind> &kinds)
{
    QStringList lines{Words::tr("%1, page %2").arg(kindWord(highlight.kind, kinds)).arg(highlight.page + 1)};
    if (!highlight.quote.isEmpty())
        lines << u"“%1”"_s.arg(highlight.quote);
    lines << highlight.comment << tagWords(highlight.tags);
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString shortWhen(const QDateTime &at)
{
    const QDateTime local = at.toLocalTime();
    return local.date() == QDate::currentDate() ? QLocale().toString(local.time(), QLocale::ShortFormat)
                                                : QLocale().toString(local.date(), QLocale::ShortFormat);
}

} // namespace yaodian::ui
