#include "digest/legend.h"

#include "digest/scan.h"

#include <algorithm>

namespace yaodian::digest {

namespace {

/// How names of categories are written in a legend, and what makes a line one.
struct Language
{
    bool isEnglish = false;
    qsizetype longest = 24;    ///< characters of a name
    qsizetype fewestItems = 1; ///< prose has a code and a dash too

    [[nodiscard]] bool begins(QChar c) const { return isEnglish ? isCapital(c) : isHan(c); }
    [[nodiscard]] bool isName(QStringView name) const
    {
        return isEnglish ? std::all_of(name.begin(), name.end(),
                                       [](QChar c) { return c.isLetter() || c == u' ' || c == u'&' || c == u'-'; })
                         : hasHan(name) && !name.contains(u"转自");
    }
};
constexpr Language chinese{};
constexpr Language english{true, 48, 3};

/// "LG – " at `at`: where the name after it begins; -1 where there is no code. The code goes to `code`.
qsizetype codeAt(QStringView line, qsizetype at, const Language &language, QStringView &code)
{
    qsizetype to = at;
    while (to < line.size() && to - at < 5 && isCapital(line[to]))
        ++to;
    if (to - at < 2 || to - at > 4)
        return -1;
    code = line.mid(at, to - at);
    to = skipBlanks(line, to);
    const auto isBetween = [&language](QChar c) { return isDash(c) || (!language.isEnglish && isColon(c)); };
    if (to >= line.size() || !isBetween(line[to]))
        return -1;
    while (to < line.size() && isBetween(line[to]))
        ++to;
    to = skipBlanks(line, to);
    return to < line.size() && language.begins(line[to]) ? to : -1;
}

QList<LegendItem> legendIn(QStringView line, const Language &language)
{
    QList<LegendItem> items;
    QStringView code;
    qsizetype at = codeAt(line, 0, language, code);
    while (at >= 0) {
        qsizetype to = at;
        QStringView nextCode;
        qsizetype next = -1;
        while (to < line.size() && to - at < language.longest) {
            if (to > at && isCapital(line[to]) && !isCapital(line[to - 1]) &&
                (next = codeAt(line, to, language, nextCode)) >= 0)
                break;
            ++to;
        }
        QStringView name = line.mid(at, to - at).trimmed();
        for (const QStringView star : {QStringView(u"(*"), QStringView(u"（*")}) // "(*表示值得重点关注)"
            if (const qsizetype note = name.indexOf(star); next < 0 && note > 0)
                name = name.left(note).trimmed();
        while (!name.isEmpty() && (name.back().isPunct() || name.back() == u'|') && name.back() != u')' &&
               name.back() != u'）')
            name = name.chopped(1).trimmed();
        if (!language.isName(name) || (next < 0 && to < line.size()))
            return {};
        const bool known =
            std::any_of(items.begin(), items.end(), [&](const LegendItem &item) { return item.code == code; });
        if (!known)
            items.append({code.toString(), name.toString()});
        at = next;
        code = nextCode;
    }
    return items.size() < language.fewestItems ? QList<LegendItem>() : items;
}

} // namespace

QList<LegendItem> legendOf(QStringView line)
{
    if (line.size() < 5 || line.size() > 2000 || !isCapital(line[0]))
        return {};
    if (const QList<LegendItem> items = legendIn(line, english); !items.isEmpty())
        return items;
    const QList<LegendItem> items = legendIn(line, chinese);
    // One pair alone may be a title ("SSRL: 自搜索强化学习"): a legend's has a dash between blanks and a short name.
    if (items.size() == 1 &&
        !(items[0].code.size() == 2 && items[0].name.size() <= 8 && line.mid(2, 1) == u" " && isDash(line[3])))
        return {};
    return items;
}

/// "cs", "stat": what arXiv's codes begin with ("arxiv.org" is none of them).
static bool isArchive(QStringView name)
{
    static constexpr QStringView archives[] = {u"cs",    u"stat", u"eess", u"math",     u"physics", u"q-bio",
                                               u"q-fin", u"econ", u"nlin", u"cond-mat", u"astro-ph"};
    return std::any_of(std::begin(archives), std::end(archives),
                       [name](QStringView known) { return name.compare(known, Qt::CaseInsensitive) == 0; });
}

bool isCategory(QStringView code, const QList<LegendItem> &legend)
{
    if (code.size() == 2 && isCapital(code[0]) && isCapital(code[1]))
        return true;
    for (const LegendItem &item : legend)
        if (code.compare(item.code, Qt::CaseInsensitive) == 0)
            return true;
    // arXiv's own: "cs.CL", "stat.ML", "eess.AS", "physics.bio-ph"
    const qsizetype dot = code.indexOf(u'.');
    if (dot < 2 || dot > 8 || !isArchive(code.left(qMax<qsizetype>(dot, 0))) || code.size() - dot < 3 ||
        code.size() - dot > 8)
        return false;
    return std::all_of(code.begin(), code.end(),
                       [](QChar c) { return c == u'.' || c == u'-' || (c.unicode() < 128 && c.isLetter()); });
}

} // namespace yaodian::digest
