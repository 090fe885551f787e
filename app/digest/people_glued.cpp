#include "digest/names.h"
#include "digest/people.h"

namespace yaodian::digest {

namespace {

/// Share of names among the parts from the `from`th on, as "at least 4 of 5".
bool mostlyNames(const QList<QStringView> &parts, qsizetype from)
{
    qsizetype good = 0;
    for (qsizetype i = from; i < parts.size(); ++i) {
        bool etAl = false;
        good += isName(withoutEtAl(parts[i], etAl), true) ? 1 : 0;
    }
    return good * 5 >= (parts.size() - from) * 4;
}

/// "J Lehman", "SM Muru Zhang".
bool startsWithInitial(QStringView name)
{
    name = name.trimmed();
    const qsizetype blank = name.indexOf(u' ');
    return blank == 1 || (blank == 2 && name[1].isUpper());
}

/// This list prints first names as initials, so that a part with a whole first word is no name of it.
bool mostlyInitials(const QList<QStringView> &parts)
{
    qsizetype initials = 0;
    for (const QStringView part : parts)
        initials += startsWithInitial(part) ? 1 : 0;
    return parts.size() > 2 && initials * 2 >= parts.size();
}

/// Position inside `part` where "…ModelsEmiel Hoogeboom" turns into the name; -1.
qsizetype jointIn(QStringView part)
{
    for (qsizetype i = 1; i < part.size(); ++i) {
        const QChar before = part[i - 1];
        if (!part[i].isUpper() || before.isSpace() || before == u'-' || before == u'.' || before == u'\'' ||
            before == u'’')
            continue;
        const bool afterCapital = before.isUpper();
        // In a run of capitals only its last one can begin a name: "CLIPNicholas", but also "LLMsA Zeng".
        if (afterCapital && (i + 1 >= part.size() || !part[i + 1].isLower()))
            continue;
        bool etAl = false;
        const QStringView name = withoutEtAl(part.mid(i), etAl);
        const bool acronym = name.size() > 3 && name[1].isUpper() && name[2].isUpper(); // "Chat|GPT Failures"
        if (!acronym && isName(name, true) && wordCount(name) >= 2 && wordCount(name) <= 4)
            return i;
    }
    return -1;
}

/// Several initials in a row ("K M Choromanski") begin at the first of them.
qsizetype firstInitial(QStringView part, qsizetype at)
{
    while (at >= 2 && part[at - 1].isSpace() && part[at - 2].isUpper() && (at == 2 || part[at - 3].isSpace()))
        at -= 2;
    return at;
}

/// Begin of the name at the end of a part that has no joint: its last word, and before it initials, particles and the
/// first name.
qsizetype lastNameIn(QStringView part)
{
    qsizetype at = part.size();
    int words = 0;
    while (at > 0) {
        qsizetype from = at;
        while (from > 0 && !part[from - 1].isSpace())
            --from;
        const QStringView word = part.mid(from, at - from);
        ++words;
        const bool small = isParticle(word) || (word.size() <= 2 && word.endsWith(u'.')) || word.size() == 1;
        qsizetype before = from;
        while (before > 0 && part[before - 1].isSpace())
            --before;
        // The first name is the second word from the end that is neither a particle nor a middle initial.
        if (words >= 2 && (!small || (word.size() == 1 && word[0].isUpper())))
            return word.size() == 1 ? firstInitial(part, from) : from;
        if (before == 0 || words >= 5)
            return words >= 2 ? from : -1;
        at = before;
    }
    return -1;
}

} // namespace

qsizetype authorsInGlued(QStringView text, bool certain)
{
    bool etAl = false;
    const QList<QStringView> parts = splitNames(withoutEtAl(text, etAl));
    const auto offset = [&](QStringView part, qsizetype inside) { return part.data() - text.data() + inside; };
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const qsizetype joint = jointIn(parts[i]);
        if (joint > 0 && mostlyNames(parts, i + 1))
            return offset(parts[i], joint);
    }
    // No joint: title and names are parted by a blank. The last part that is no name holds the end of the title.
    const bool initials = mostlyInitials(parts);
    for (qsizetype i = parts.size() - 1; i >= 0; --i) {
        if (i > 0 && isName(parts[i], true) && (!initials || startsWithInitial(parts[i])))
            continue;
        const qsizetype begin = lastNameIn(parts[i]);
        const bool one = certain && begin > 0 && startsWithInitial(parts[i].mid(begin));
        return begin > 0 && (parts.size() > 1 || etAl || one) ? offset(parts[i], begin) : -1;
    }
    return -1;
}

} // namespace yaodian::digest
