#include "digest/people.h"

#include "digest/names.h"
#include "digest/scan.h"

#include <algorithm>

namespace yaodian::digest {

namespace {

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

/// The full stop after a list of names, not the one of an initial at its end ("Smith J.").
QStringView withoutFullStop(QStringView text)
{
    text = text.trimmed();
    if ((text.endsWith(u'.') || text.endsWith(u'。')) && text.size() > 2 && !text[text.size() - 3].isSpace())
        text = text.chopped(1).trimmed();
    return text;
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
    for (const QStringView word :
         {QStringView(u"Universit"), QStringView(u"Institut"), QStringView(u"Lab"), QStringView(u"Research"),
          QStringView(u"College"), QStringView(u"School"), QStringView(u"Academy"), QStringView(u" & ")})
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
    if (isChinese(inside) && std::any_of(inside.begin(), inside.end(), isColon))
        return false; // "（BERT: 中文标题）"
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
        while (close < text.size() &&
               !(round ? text[close] == u')' || text[close] == u'）' : closesBracket(text[close])))
            ++close;
        if (text.mid(at, close - at).contains(u'。')) // a sentence or more, no place
            return;
        line.affiliations = splitAffiliations(text.mid(at + 1, close - at - 1));
        at = qMin(close + 1, text.size());
    }
}

/// First bracket, year or "单位：": the names end there.
qsizetype tailBegin(QStringView text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        std::optional<int> year;
        if (opensBracket(text[at]) || yearAt(text, at, year) > 0 || isRoundPlace(text, at) ||
            placeLabelAt(text, at) > 0)
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
        const bool wide = c == u'＆' || c == u'、' || c == u'；' ||
                          (c == u';' && at + 1 < content.size() && content[at + 1].isSpace());
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

namespace {

/// "A Name (Place), B Name (Place)": every name with its place behind it. nullopt for other lists.
std::optional<AuthorLine> placedNames(QStringView text)
{
    AuthorLine line;
    int depth = 0;
    qsizetype from = 0;
    for (qsizetype at = 0; at <= text.size(); ++at) {
        const QChar c = at < text.size() ? text[at] : QChar(u',');
        depth += c == u'(' || c == u'（' ? 1 : c == u')' || c == u'）' ? -1 : 0;
        if (depth != 0 || (c != u',' && c != u'，' && c != u';' && c != u'；' && c != u'、'))
            continue;
        const QStringView part = text.mid(from, at - from).trimmed();
        from = at + 1;
        qsizetype open = part.indexOf(u'(');
        open = open < 0 ? part.indexOf(u'（') : open;
        if (open < 2 || (part.back() != u')' && part.back() != u'）') || !isName(part.left(open)))
            return {};
        const QString place = part.mid(open + 1).chopped(1).trimmed().toString();
        line.authors.append(part.left(open).trimmed().toString());
        if (!place.isEmpty() && !line.affiliations.contains(place))
            line.affiliations.append(place);
    }
    if (line.authors.size() < 2)
        return {};
    line.length = text.size();
    return line;
}

} // namespace

AuthorLine namesOf(QStringView text)
{
    if (auto placed = placedNames(text))
        return *placed;
    AuthorLine line;
    if (text.startsWith(u"By ", Qt::CaseInsensitive)) {
        line = namesOf(text.mid(3).trimmed());
        line.length += text.size() - text.mid(3).trimmed().size();
        return line;
    }
    const qsizetype tail = tailBegin(text);
    QStringView names = withoutFullStop(withoutEtAl(text.left(tail), line.etAl));
    names = withoutEtAl(names, line.etAl);
    for (const QStringView name : splitNames(names)) {
        bool had = false;
        const QStringView bare = withoutFootnotes(withoutEtAl(name, had));
        line.etAl = line.etAl || had;
        const bool onlyMark = std::all_of(bare.begin(), bare.end(), isDigit); // of "A Name1,2, B Name"
        const bool word = std::any_of(bare.begin(), bare.end(), [](QChar c) { return c.isLetterOrNumber(); });
        if (word && !onlyMark)
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
    // A short Chinese title may begin with a family name: one alone is a name only where places follow on its line.
    const bool several = line.authors.size() > 1 || !line.affiliations.isEmpty();
    for (const QString &name : std::as_const(line.authors)) {
        const bool chinese = several && isChineseName(name);
        const bool fine = chinese || isName(name);
        good += fine ? 1 : 0;
        someFull = someFull || chinese || (fine && wordCount(name) >= 2);
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

namespace {

/// A digit, raised or not.
bool isPlaceMark(QChar c)
{
    const char16_t u = c.unicode();
    return c.isDigit() || u == 0xB9 || u == 0xB2 || u == 0xB3 || u == 0x2070 || (u >= 0x2074 && u <= 0x2079);
}

/// A mark at `at` opens a place: a capital or an ideograph follows it.
bool opensPlace(QStringView text, qsizetype at)
{
    return isPlaceMark(text[at]) &&
           (at == 0 || text[at - 1].isSpace() || text[at - 1] == u',' || text[at - 1] == u';') &&
           at + 1 < text.size() && (text[at + 1].isUpper() || isHan(text[at + 1]));
}

/// "¹UC Berkeley, ²Google Research": the places that marks behind the names lead to.
QStringList markedPlaces(QStringView text)
{
    QStringList places;
    if (text.size() < 4 || text.size() > 1000 || !opensPlace(text, 0) ||
        (text[0].unicode() < 0x80 && !namesPlace(text)))
        return places;
    for (qsizetype from = 1; from > 0;) {
        qsizetype to = from;
        while (to < text.size() && !opensPlace(text, to))
            ++to;
        QStringView place = text.mid(from, to - from).trimmed();
        while (place.endsWith(u',') || place.endsWith(u';'))
            place = place.chopped(1).trimmed();
        places.append(place.toString());
        from = to < text.size() ? to + 1 : 0;
    }
    return places;
}

} // namespace

bool isGroup(QStringView text)
{
    static constexpr QStringView names[] = {
        u"OpenAI",    u"DeepMind",  u"Google DeepMind", u"Google",   u"Meta AI",    u"Meta",   u"Anthropic",
        u"Microsoft", u"NVIDIA",    u"DeepSeek-AI",     u"DeepSeek", u"Mistral AI", u"Cohere", u"Qwen Team",
        u"Apple",     u"Kimi Team", u"Baidu",           u"Tencent",  u"ByteDance",  u"Huawei", u"Stability AI"};
    text = withoutFullStop(text);
    if (text.size() > 48 || hasHan(text))
        return false;
    return std::find(std::begin(names), std::end(names), text) != std::end(names) || text.endsWith(u" Team") ||
           text.endsWith(u" Collaboration");
}

bool arePlaces(const QStringList &names)
{
    const auto saysPlace = [](const QString &name) {
        if (isGroup(name) || (name.size() <= 6 && std::all_of(name.begin(), name.end(), isCapital)))
            return true;
        for (const QStringView word : {QStringView(u"大学"), QStringView(u"学院"), QStringView(u"研究院"),
                                       QStringView(u"研究所"), QStringView(u"实验室"), QStringView(u"公司")})
            if (name.contains(word))
                return true;
        return namesPlace(name) && !name.contains(u" & ");
    };
    const bool named = std::any_of(names.begin(), names.end(), [](const QString &name) {
        return namesPlace(name) || name.contains(u"大学") || name.contains(u"学院") || name.contains(u"研究");
    });
    return named && std::count_if(names.begin(), names.end(), saysPlace) * 2 >= names.size();
}

bool isPlainPlace(QStringView text)
{
    constexpr qsizetype longestPlaces = 300;
    if (text.size() < 2 || text.size() > longestPlaces || !isLatin(text) || text.endsWith(u'.') || labelOf(text) ||
        findUrl(text) >= 0 || !text[0].isUpper())
        return false;
    const QStringList places = splitAffiliations(text);
    return std::all_of(places.begin(), places.end(),
                       [](const QString &place) {
                           return place.size() < 80 && place[0].isUpper() && (place.count(u' ') < 8) &&
                                  !place.contains(u':');
                       }) &&
           (places.size() > 1 || namesPlace(text) || isGroup(text));
}

std::optional<AuthorLine> affiliationLine(QStringView text)
{
    if (const QStringList places = markedPlaces(text); !places.isEmpty()) {
        AuthorLine line;
        line.affiliations = places;
        line.length = text.size();
        return line;
    }
    if (text.isEmpty() || !(opensBracket(text[0]) || isRoundPlace(text, 0)))
        return {};
    AuthorLine line;
    readTail(text, 0, line);
    if (line.affiliations.isEmpty() && line.length == 0 && text.contains(u'。'))
        return {};
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
            text[at] != u'人' && text[at] != u'位' && isLatin(text.left(at)))
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

} // namespace yaodian::digest
