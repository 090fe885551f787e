#include "sync/kinds.h"

#include "sync/say.h"

namespace yaodian::sync {

namespace {

using Kind = library::Source::Kind;

struct KindRow
{
    Kind kind;
    QLatin1String word;
    const char *name;
};
constexpr KindRow kinds[] = {
    {Kind::Feed, QLatin1String("feed"), QT_TRANSLATE_NOOP("sync", "feed")},
    {Kind::WordPress, QLatin1String("wordpress"), QT_TRANSLATE_NOOP("sync", "WordPress posts")},
    {Kind::DailyPapers, QLatin1String("dailypapers"), QT_TRANSLATE_NOOP("sync", "daily papers, a list a day")},
    {Kind::DatedFiles, QLatin1String("datedfiles"), QT_TRANSLATE_NOOP("sync", "dated files of a repository")},
    {Kind::Document, QLatin1String("document"), QT_TRANSLATE_NOOP("sync", "document that grows")},
    {Kind::Page, QLatin1String("page"), QT_TRANSLATE_NOOP("sync", "page whose linked posts are the issues")},
    {Kind::Folder, QLatin1String("folder"), QT_TRANSLATE_NOOP("sync", "watched folder")},
    {Kind::Files, QLatin1String("files"), QT_TRANSLATE_NOOP("sync", "imported files")},
    {Kind::Tour, QLatin1String("tour"), QT_TRANSLATE_NOOP("sync", "tour")},
};

} // namespace

QString kindWord(Kind kind)
{
    for (const KindRow &row : kinds) {
        if (row.kind == kind)
            return row.word;
    }
    return {};
}

std::optional<Kind> kindFromWord(const QString &word)
{
    for (const KindRow &row : kinds) {
        if (word == row.word)
            return row.kind;
    }
    return std::nullopt;
}

QString kindName(Kind kind)
{
    for (const KindRow &row : kinds) {
        if (row.kind == kind)
            return Say::tr(row.name);
    }
    return {};
}

} // namespace yaodian::sync
