#include "digest/people.h"

#include "digest/scan.h"

#include <array>

namespace yaodian::digest {

namespace {

constexpr std::array particles = {u"van", u"von", u"den", u"der", u"de",  u"del", u"della", u"di", u"da",
                                  u"dos", u"du",  u"la",  u"le",  u"bin", u"ibn", u"al",    u"el", u"ter",
                                  u"ten", u"te",  u"y",   u"i",   u"e",   u"zu",  u"af"};

bool isParticle(QStringView word)
{
    if (word.size() == 1 && word[0].isLower())
        return true; // "M d L Gorce"
    for (const char16_t *particle : particles)
        if (word.compare(QStringView(particle)) == 0)
            return true;
    return word.startsWith(u"d'") || word.startsWith(u"d’") || word.startsWith(u"al-") || word.startsWith(u"el-");
}

/// A capital inside a word that no ordinary name has: "ModelsEmiel", not "McAllister", "O'Neil", "Key-Value", "SM".
bool hasJoint(QStringView word)
{
    for (qsizetype i = 1; i < word.size(); ++i) {
        if (!word[i].isUpper() || !word[i - 1].isLower())
            continue;
        const QStringView before = word.left(i);
        if (before == u"Mc" || before == u"Mac" || before == u"De" || before == u"Di" || before == u"Du" ||
            before == u"La" || before == u"Le" || before == u"Van" || before == u"Von" || before == u"Fitz" ||
            before == u"St" || before == u"Al" || before == u"El" || before == u"Ben" || before.endsWith(u"'") ||
            before.endsWith(u"-"))
            continue;
        return true;
    }
    return false;
}

bool isNameWord(QStringView word)
{
    if (word.isEmpty() || word.size() > 24)
        return false;
    if (!word[0].isUpper() && word[0] != u'\'' && word[0] != u'’')
        return isParticle(word);
    for (const QChar c : word)
        if (!c.isLetter() && !c.isMark() && c != u'-' && c != u'‐' && c != u'‑' && c != u'\'' && c != u'’' &&
            c != u'.' && c != u'`')
            return false;
    return true;
}

QStringView withoutTrailing(QStringView text, QStringView end, bool &had)
{
    if (!text.endsWith(end, Qt::CaseInsensitive))
        return text;
    had = true;
    return text.chopped(end.size()).trimmed();
}

/// "等5人", "等 12 位作者" at the end: how many there are.
QStringView withoutCount(QStringView text, bool &etAl)
{
    const qsizetype at = text.lastIndexOf(u'等');
    if (at <= 0 || text.size() - at > 8 || at + 1 >= text.size())
        return text;
    const QStringView count = text.mid(at + 1).trimmed();
    if (count.isEmpty() || !isDigit(count[0]) || !(count.endsWith(u'人') || count.endsWith(u'位') ||
                                                   count.endsWith(u'者')))
        return text;
    etAl = true;
    return text.left(at).trimmed();
}

/// Removes "…", "et al." and their kin from the end.
QStringView withoutEtAl(QStringView text, bool &etAl)
{
    text = withoutCount(text.trimmed(), etAl);
    for (bool again = true; again;) {
        again = false;
        for (const QStringView mark :
             {QStringView(u"…"), QStringView(u"..."), QStringView(u"et al."), QStringView(u"et al"),
              QStringView(u"et. al."), QStringView(u"等人"), QStringView(u"等")}) {
            bool had = false;
            text = withoutTrailing(text, mark, had);
            again = again || had;
            etAl = etAl || had;
        }
        while (again && !text.isEmpty() && (text.back() == u',' || text.back() == u'，' || text.back() == u'、'))
            text = text.chopped(1).trimmed();
    }
    return text;
}

/// The full stop after a list of names, not the one of an initial at its end ("Smith J.").
QStringView withoutFullStop(QStringView text)
{
    text = text.trimmed();
    if ((text.endsWith(u'.') || text.endsWith(u'。')) && text.size() > 2 && !text[text.size() - 3].isSpace())
        text = text.chopped(1).trimmed();
    return text;
}

bool separates(QStringView text, qsizetype at, qsizetype &length)
{
    const QChar c = text[at];
    length = 1;
    if (c == u',' || c == u'，' || c == u'、' || c == u';' || c == u'；' || c == u'＆' || c == u'&')
        return true;
    if (c == u'a' && at > 0 && text[at - 1].isSpace() && text.mid(at, 4) == u"and ") {
        length = 4;
        return true;
    }
    return false;
}

QList<QStringView> splitNames(QStringView text)
{
    QList<QStringView> parts;
    qsizetype from = 0;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype length = 1;
        if (!separates(text, at, length)) {
            ++at;
            continue;
        }
        const QStringView part = text.mid(from, at - from).trimmed();
        if (!part.isEmpty())
            parts.append(part);
        at += length;
        from = at;
    }
    const QStringView last = text.mid(from).trimmed();
    if (!last.isEmpty())
        parts.append(last);
    return parts;
}

qsizetype wordCount(QStringView text)
{
    qsizetype words = 0;
    bool inWord = false;
    for (const QChar c : text) {
        words += !c.isSpace() && !inWord ? 1 : 0;
        inWord = !c.isSpace();
    }
    return words;
}

/// "(2023)" or "（2023）" at `at`; its length, 0 where there is none.
qsizetype yearAt(QStringView text, qsizetype at, std::optional<int> &year)
{
    if (at + 6 > text.size() || (text[at] != u'(' && text[at] != u'（') ||
        (text[at + 5] != u')' && text[at + 5] != u'）'))
        return 0;
    int value = 0;
    for (qsizetype i = at + 1; i < at + 5; ++i) {
        if (!isDigit(text[i]))
            return 0;
        value = value * 10 + (text[i].unicode() & 0xF);
    }
    if (value < 1900 || value > 2100)
        return 0;
    year = value;
    return 6;
}

qsizetype skipBlanks(QStringView text, qsizetype at)
{
    while (at < text.size() && text[at].isSpace())
        ++at;
    return at;
}

/// "单位：" at `at`: its length; 0 where there is none.
qsizetype placeLabelAt(QStringView text, qsizetype at)
{
    if (text[at] != u'单' && text[at] != u'机')
        return 0;
    const auto label = labelOf(text.mid(at, 8));
    return label && label->label == Label::Affiliations ? label->textFrom : 0;
}

/// "University of X & Y", "Some Lab": words of places.
bool namesPlace(QStringView text)
{
    for (const QStringView word : {QStringView(u"Universit"), QStringView(u"Institut"), QStringView(u"Lab"),
                                   QStringView(u"Research"), QStringView(u"College"), QStringView(u"School"),
                                   QStringView(u"Academy"), QStringView(u" & ")})
        if (text.contains(word))
            return true;
    return false;
}

} // namespace

bool isRoundPlace(QStringView text, qsizetype at)
{
    if (text[at] != u'(' && text[at] != u'（')
        return false;
    qsizetype close = at + 1;
    while (close < text.size() && text[close] != u')' && text[close] != u'）')
        ++close;
    const QStringView inside = text.mid(at + 1, close - at - 1);
    const QStringView after = text.mid(qMin(close + 1, text.size())).trimmed();
    std::optional<int> year;
    return close < text.size() && inside.size() >= 3 && inside.size() < 300 && inside[0].isUpper() &&
           (after.isEmpty() || yearAt(after, 0, year) == after.size() || namesPlace(inside));
}

namespace {

/// What may follow the names: year and brackets, in any order.
void readTail(QStringView text, qsizetype at, AuthorLine &line)
{
    while (true) {
        at = skipBlanks(text, at);
        line.length = at;
        if (at >= text.size())
            return;
        if (const qsizetype length = yearAt(text, at, line.year)) {
            at += length;
            continue;
        }
        if (const qsizetype label = placeLabelAt(text, at); label > 0 && line.affiliations.isEmpty()) {
            const AuthorLine places = placesOf(text.mid(at + label));
            line.affiliations = places.affiliations;
            line.year = places.year ? places.year : line.year;
            line.length = text.size();
            return;
        }
        const bool round = isRoundPlace(text, at);
        if (!(opensBracket(text[at]) || round) || !line.affiliations.isEmpty())
            return;
        qsizetype close = at + 1;
        while (close < text.size() && !(round ? text[close] == u')' || text[close] == u'）' : closesBracket(text[close])))
            ++close;
        line.affiliations = splitAffiliations(text.mid(at + 1, close - at - 1));
        at = qMin(close + 1, text.size());
    }
}

/// First bracket, year or "单位：": the names end there.
qsizetype tailBegin(QStringView text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        std::optional<int> year;
        if (opensBracket(text[at]) || yearAt(text, at, year) > 0 || isRoundPlace(text, at) || placeLabelAt(text, at) > 0)
            return at;
    }
    return text.size();
}

} // namespace

QStringList splitAffiliations(QStringView content)
{
    QStringList parts;
    qsizetype from = 0;
    const auto add = [&](qsizetype to) {
        const QString part = content.mid(from, to - from).trimmed().toString();
        if (!part.isEmpty())
            parts.append(part);
    };
    for (qsizetype at = 0; at < content.size(); ++at) {
        const QChar c = content[at];
        const bool wide = c == u'＆' || c == u'、' || c == u'；';
        const bool narrow = c == u'&' && ((at > 0 && content[at - 1].isSpace()) ||
                                          (at + 1 < content.size() && content[at + 1].isSpace()));
        if (!wide && !narrow)
            continue;
        add(at);
        from = at + 1;
    }
    add(content.size());
    return parts;
}

bool isName(QStringView text, bool strict)
{
    text = text.trimmed();
    if (text.size() < 2 || text.size() > 48)
        return false;
    int words = 0;
    int capitals = 0;
    int whole = 0; // neither initials nor particles
    for (qsizetype from = 0; from < text.size();) {
        qsizetype to = from;
        while (to < text.size() && !text[to].isSpace())
            ++to;
        const QStringView word = text.mid(from, to - from);
        if (!word.isEmpty()) {
            if (!isNameWord(word) || (strict && hasJoint(word)))
                return false;
            ++words;
            capitals += word[0].isUpper() ? 1 : 0;
            whole += word.size() > 2 && !isParticle(word) ? 1 : 0;
        }
        from = to + 1;
    }
    if (strict && whole > 3)
        return false; // "Efficient Foundation Language Models H Touvron"
    return words >= 1 && words <= 6 && capitals >= 1 && (words == 1 || capitals >= 2 || words <= 3);
}

AuthorLine namesOf(QStringView text)
{
    AuthorLine line;
    const qsizetype tail = tailBegin(text);
    QStringView names = withoutFullStop(withoutEtAl(text.left(tail), line.etAl));
    names = withoutEtAl(names, line.etAl);
    for (const QStringView name : splitNames(names)) {
        bool had = false;
        const QStringView bare = withoutEtAl(name, had);
        line.etAl = line.etAl || had;
        if (!bare.isEmpty())
            line.authors.append(bare.toString());
    }
    readTail(text, tail, line);
    return line;
}

std::optional<AuthorLine> authorLine(QStringView text)
{
    if (text.size() > 4000 || text.size() < 3)
        return {};
    AuthorLine line = namesOf(text);
    if (line.authors.isEmpty() || line.authors.size() > 400)
        return {};
    qsizetype good = 0;
    bool someFull = false;
    for (const QString &name : std::as_const(line.authors)) {
        const bool fine = isName(name);
        good += fine ? 1 : 0;
        someFull = someFull || (fine && wordCount(name) >= 2);
    }
    if (good * 5 < line.authors.size() * 4)
        return {};
    // One word alone ("Abstract", "Introduction") is a name only with something that follows names.
    if (!someFull && !line.etAl && line.affiliations.isEmpty() && line.authors.size() < 3)
        return {};
    if (line.authors.size() == 1 && good == 0)
        return {};
    return line;
}

std::optional<AuthorLine> affiliationLine(QStringView text)
{
    if (text.isEmpty() || !(opensBracket(text[0]) || isRoundPlace(text, 0)))
        return {};
    AuthorLine line;
    readTail(text, 0, line);
    return line;
}

AuthorLine placesOf(QStringView text)
{
    AuthorLine line;
    text = text.trimmed();
    if (!text.isEmpty() && opensBracket(text[0])) {
        readTail(text, 0, line);
        return line;
    }
    if (text.size() > 6 && yearAt(text, text.size() - 6, line.year) > 0)
        text.chop(6);
    line.affiliations = splitAffiliations(text);
    line.length = text.size();
    return line;
}

qsizetype latinNamesEnd(QStringView text)
{
    for (qsizetype at = 1; at < text.size(); ++at)
        if (text[at - 1].isSpace() && isHan(text[at]) && text[at] != u'等' && text[at] != u'和' && text[at] != u'与' &&
            isLatin(text.left(at)))
            return placeLabelAt(text, at) > 0 ? text.size() : at;
    return text.size();
}

qsizetype namesEnd(QStringView text)
{
    qsizetype wordFrom = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        if (c == u'等' && at > 0 && (text[at - 1].isSpace() || text[at - 1] == u'…'))
            return skipBlanks(text, at + 1); // "A Name, B Name 等"
        if (isHan(c) || opensBracket(c) || c == u'。' || c == u'…')
            return at;
        if (c.isSpace()) {
            wordFrom = at + 1;
            continue;
        }
        const bool last = at + 1 >= text.size();
        if (c == u'.' && (last || text[at + 1].isSpace() || isHan(text[at + 1]) || text[at + 1] == u'.')) {
            const QStringView word = text.mid(wordFrom, at - wordFrom);
            // An initial ("Ari S.") and "Jr." go on.
            if (word.size() > 1 && word != u"Jr" && word != u"al" && word != u"vs" && word != u"Dr" &&
                !word.endsWith(u'-'))
                return at;
            if (word == u"al")
                return at + 1;
        }
    }
    return text.size();
}

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
