#include "exporting/reference.h"

#include "base/text.h"
#include "exporting/plain.h"
#include "exporting/view.h"

#include <QRegularExpression>

namespace yaodian::exporting {

namespace {

using Scheme = digest::Identifier::Scheme;

bool isNameSuffix(const QString &word)
{
    static const QStringList known{QStringLiteral("jr"), QStringLiteral("sr"), QStringLiteral("ii"),
                                   QStringLiteral("iii"), QStringLiteral("iv")};
    return known.contains(asciiFolded(word));
}

bool isNameParticle(const QString &word)
{
    static const QStringList known{
        QStringLiteral("van"), QStringLiteral("von"), QStringLiteral("de"),  QStringLiteral("den"),
        QStringLiteral("der"), QStringLiteral("del"), QStringLiteral("di"),  QStringLiteral("da"),
        QStringLiteral("dos"), QStringLiteral("das"), QStringLiteral("du"),  QStringLiteral("la"),
        QStringLiteral("le"),  QStringLiteral("ter"), QStringLiteral("ten"), QStringLiteral("zu"),
        QStringLiteral("bin"), QStringLiteral("ibn"), QStringLiteral("al"),  QStringLiteral("el")};
    return known.contains(word); // as printed: "Van" and "Le" are names
}

bool isTeam(const QStringList &words)
{
    static const QStringList known{QStringLiteral("team"),          QStringLiteral("group"),
                                   QStringLiteral("consortium"),    QStringLiteral("lab"),
                                   QStringLiteral("collaboration"), QStringLiteral("labs"),
                                   QStringLiteral("inc"),           QStringLiteral("community")};
    for (const QString &word : words) {
        if (known.contains(word.toLower()) || word == QLatin1String("AI")) // "Ai" is a name
            return true;
    }
    return false;
}

bool hasIdeograph(const QString &text)
{
    for (const char32_t point : text.toUcs4()) {
        if (isCjk(point))
            return true;
    }
    return false;
}

std::optional<int> sensible(int year)
{
    return year >= 1950 && year < 2100 ? std::optional(year) : std::nullopt;
}

std::optional<int> captured(const QString &pattern, const QString &text, int century = 0)
{
    const auto match = QRegularExpression(pattern).match(text);
    return match.hasMatch() ? sensible(century + match.captured(1).toInt()) : std::nullopt;
}

/// Two digits of a year, of a collection that began in 19`first`.
std::optional<int> fullYear(const QString &twoDigits, int first)
{
    const int year = twoDigits.toInt();
    return sensible((year >= first ? 1900 : 2000) + year);
}

std::optional<int> arxivYear(const QString &value)
{
    static const QRegularExpression number(QStringLiteral("^(?:[a-z.-]+/)?(\\d\\d)\\d\\d"));
    const auto match = number.match(value);
    return match.hasMatch() ? fullYear(match.captured(1), 91) : std::nullopt;
}

std::optional<int> aclYear(const QString &value)
{
    static const QRegularExpression old(QStringLiteral("^[a-z](\\d\\d)-\\d{4}$"));
    if (const auto match = old.match(value); match.hasMatch())
        return fullYear(match.captured(1), 60);
    return captured(QStringLiteral("^(\\d{4})\\."), value);
}

std::optional<int> doiYear(const QString &value)
{
    if (value.startsWith(QLatin1String("10.18653/v1/")))
        return aclYear(value.mid(12));
    static const QStringList known{
        QStringLiteral(
            "^10\\.1109/[a-z0-9-]+\\.(\\d{4})\\.\\d{1,5}$"),        // IEEE's conferences; journals have longer numbers
        QStringLiteral("^10\\.1101/(\\d{4})\\.\\d\\d\\.\\d\\d\\."), // bioRxiv, medRxiv
        QStringLiteral("^10\\.24963/[a-z]+\\.(\\d{4})/"),           // IJCAI, KR
        QStringLiteral("^10\\.21437/[a-z]+\\.(\\d{4})-")};          // Interspeech
    for (const QString &pattern : known) {
        if (const auto year = captured(pattern, value))
            return year;
    }
    return captured(QStringLiteral("^10\\.1038/s\\d{5}-0(\\d\\d)-"), value, 2000); // Nature's
}

QString valueOf(const QList<digest::Identifier> &identifiers, Scheme scheme)
{
    for (const digest::Identifier &identifier : identifiers) {
        if (identifier.scheme == scheme)
            return identifier.value;
    }
    return {};
}

/// The first word of a title that tells something; hyphens join ("zeroshot").
QString tellingWord(const QString &title)
{
    static const QStringList dull{
        QStringLiteral("a"),    QStringLiteral("an"),    QStringLiteral("the"),    QStringLiteral("on"),
        QStringLiteral("of"),   QStringLiteral("for"),   QStringLiteral("in"),     QStringLiteral("to"),
        QStringLiteral("with"), QStringLiteral("and"),   QStringLiteral("from"),   QStringLiteral("by"),
        QStringLiteral("is"),   QStringLiteral("are"),   QStringLiteral("at"),     QStringLiteral("via"),
        QStringLiteral("how"),  QStringLiteral("what"),  QStringLiteral("why"),    QStringLiteral("when"),
        QStringLiteral("can"),  QStringLiteral("do"),    QStringLiteral("does"),   QStringLiteral("your"),
        QStringLiteral("you"),  QStringLiteral("we"),    QStringLiteral("it"),     QStringLiteral("its"),
        QStringLiteral("not"),  QStringLiteral("using"), QStringLiteral("toward"), QStringLiteral("towards"),
        QStringLiteral("into"), QStringLiteral("as")};
    QString spare;
    const QStringList words = title.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const QString folded = asciiFolded(word).left(24);
        static const QRegularExpression letter(QStringLiteral("[a-z]"));
        if (!folded.contains(letter))
            continue;
        if (!dull.contains(folded))
            return folded;
        if (spare.isEmpty())
            spare = folded;
    }
    return spare;
}

/// "arxiv2302.03084": for whoever has no name in ASCII.
QString keyOfIdentifier(const Reference &reference)
{
    for (const digest::Identifier &identifier : reference.identifiers) {
        if (!identifier.isStrong())
            continue;
        QString out;
        const QString key = identifier.key().remove(QLatin1Char(':'));
        for (const QChar c : key) {
            if (c.unicode() < 128 && (c.isLetterOrNumber() || c == QLatin1Char('.')))
                out += c;
            else if (!out.endsWith(QLatin1Char('-')))
                out += QLatin1Char('-');
        }
        return out.left(60);
    }
    return {};
}

/// Whether every post that named the authors as they are known broke off after them.
bool isCutOff(const library::Library &library, const library::Paper &paper)
{
    const QList<library::ListRow> mentions = library.mentions(paper.id);
    for (const library::ListRow &row : mentions) {
        const auto content = library.content(row.id);
        if (content && content->authors == paper.authors)
            return content->etAl;
    }
    return false;
}

} // namespace

Person personOf(const QString &name)
{
    const QString line = plainLine(name);
    QStringList words =
        QString(line).replace(QLatin1Char(','), QLatin1Char(' ')).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.size() < 2 || hasIdeograph(line) || isTeam(words))
        return {line, {}, {}, true};
    Person person;
    if (isNameSuffix(words.last()) && words.size() > 2)
        person.suffix = words.takeLast();
    qsizetype first = words.size() - 1;
    while (first > 1 && isNameParticle(words[first - 1]))
        --first;
    person.family = words.mid(first).join(QLatin1Char(' '));
    person.given = words.mid(0, first).join(QLatin1Char(' '));
    return person;
}

std::optional<int> yearOf(const QList<digest::Identifier> &identifiers)
{
    for (const digest::Identifier &identifier : identifiers) {
        std::optional<int> year;
        if (identifier.scheme == Scheme::Arxiv)
            year = arxivYear(identifier.value);
        else if (identifier.scheme == Scheme::Doi)
            year = doiYear(identifier.value);
        else if (identifier.scheme == Scheme::Acl)
            year = aclYear(identifier.value);
        else if (identifier.scheme == Scheme::Cvf)
            year = captured(QStringLiteral("_(\\d{4})$"), identifier.value);
        else if (identifier.scheme == Scheme::Pmlr)
            year = captured(QStringLiteral("/[a-z-]+(\\d\\d)[a-z]{0,2}$"), identifier.value, 2000);
        if (year)
            return year;
    }
    return std::nullopt;
}

Reference referenceOf(const library::Library &library, const library::Paper &paper)
{
    Reference reference{paper.id,
                        plainLine(paper.title.isEmpty() ? paper.titleZh : paper.title),
                        {},
                        false,
                        yearOf(paper.identifiers),
                        plainLine(valueOf(paper.identifiers, Scheme::Arxiv)),
                        plainLine(valueOf(paper.identifiers, Scheme::Doi)),
                        webAddress(paper),
                        {},
                        paper.identifiers};
    for (const QString &author : paper.authors) {
        if (const Person person = personOf(author); !person.family.isEmpty())
            reference.authors << person;
    }
    reference.others = !reference.authors.isEmpty() && isCutOff(library, paper);
    const QStringList words = paper.categories + paper.state.tags;
    for (const QString &word : words) {
        const QString plain = plainLine(word).remove(QLatin1Char(','));
        if (!plain.isEmpty() && !reference.keywords.contains(plain))
            reference.keywords << plain;
    }
    return reference;
}

QString citationKey(const Reference &reference, int digits)
{
    const QString family = reference.authors.isEmpty() ? QString() : asciiFolded(reference.authors.first().family);
    QString key = family.left(32);
    if (key.isEmpty() || !key[0].isLetter())
        key = keyOfIdentifier(reference);
    else
        key += (reference.year ? QString::number(*reference.year) : QString()) + tellingWord(reference.title);
    if (key.isEmpty())
        key = QStringLiteral("paper") + tellingWord(reference.title);
    const QString id = reference.paper.toString().remove(QLatin1Char('-'));
    return key + QLatin1Char('-') + id.left(digits);
}

} // namespace yaodian::exporting
