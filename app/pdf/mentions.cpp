#include "pdf/mentions.h"

#include "base/text.h"
#include "pdf/joinedtext.h"
#include "pdf/kinds.h"

#include <QRegularExpression>

#include <algorithm>

namespace yaodian::pdf {

namespace {

using Of = Mention::Of;

constexpr int mostText = 120'000; ///< of a page: more than this is no page that is read
constexpr int longestRange = 60;  ///< "[3–40]"

QRegularExpression patternOf(const QString &text)
{
    return QRegularExpression(text, QRegularExpression::UseUnicodePropertiesOption);
}

/// "3", "3a", "3(a)", "A.1", "IV".
const QString numberPattern =
    QStringLiteral("(?:(?:[A-Z]\\.?)?\\d{1,3}(?:\\.\\d{1,2})*(?:\\s?\\([a-h](?:\\s?[,–-]\\s?[a-h])?\\)|"
                   "[a-h](?![\\p{L}]))?|[IVX]{1,5}(?![\\p{L}]))");
const QString betweenPattern = QStringLiteral("\\s*(?:,\\s*(?:and|&)\\s|,|;|and\\s|&|to\\s|–|—|-|、|和|与|至|~)\\s*");

/// The numbers of "3, 5a–7": ranges of whole numbers are spelt out.
QStringList numbersOf(const QString &list)
{
    static const QRegularExpression item =
        patternOf(QStringLiteral("([A-Z]\\.?)?\\d{1,4}(?:\\.\\d{1,3})*|[IVX]{1,5}|[A-Z](?:\\.\\d+)*"));
    static const QRegularExpression to = patternOf(QStringLiteral("^\\)?\\s*[a-h]?\\s*(?:–|—|-|‐|to|至|~|−)\\s*\\(?$"));
    QStringList out;
    qsizetype end = 0;
    for (auto matches = item.globalMatch(list); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const int last = out.isEmpty() ? 0 : out.last().toInt();
        const int here = match.captured().toInt();
        if (last > 0 && here > last && here <= last + longestRange &&
            to.match(list.mid(end, match.capturedStart() - end)).hasMatch()) {
            for (int n = last + 1; n < here; ++n)
                out.append(QString::number(n));
        }
        out.append(match.captured());
        end = match.capturedEnd();
    }
    return out;
}

/// Collects what the patterns find in the joined text of a page.
class Finder
{
public:
    explicit Finder(const PageText &page)
        : m_page(page), m_text(joined(page, {0, qMin(int(page.text.size()), mostText)}, LineHyphens::Mended, false))
    {
    }

    QList<Mention> all()
    {
        labels();
        authors();
        things();
        equations();
        sections();
        std::stable_sort(m_out.begin(), m_out.end(),
                         [](const Mention &a, const Mention &b) { return a.range.from < b.range.from; });
        QList<Mention> apart;
        for (const Mention &mention : std::as_const(m_out)) {
            if (apart.isEmpty() || mention.range.from >= apart.last().range.to)
                apart.append(mention);
        }
        return apart;
    }

private:
    void add(Of of, qsizetype from, qsizetype to, const QStringList &numbers, const QStringList &names = {})
    {
        if (to <= from || numbers.isEmpty())
            return;
        m_out.append({of, {m_text.from[from], m_text.from[to - 1] + 1}, numbers, names});
    }
    void labels();
    void authors();
    void things();
    void equations();
    void sections();

    const PageText &m_page;
    JoinedText m_text;
    QList<Mention> m_out;
};

/// "[3]", "[3, 5–7]", "[3]–[5]", "[BMR+20, Dev18]", "[12, Sec. 3]".
void Finder::labels()
{
    static const QRegularExpression pair =
        patternOf(QStringLiteral("[\\[〔](\\d{1,4})[\\]〕]\\s?[–—‐−~-]\\s?[\\[〔](\\d{1,4})[\\]〕]"));
    static const QRegularExpression bracket = patternOf(QStringLiteral("[\\[［〔]([^\\[\\]［］〔〕]{1,150})[\\]］〕]"));
    static const QRegularExpression item =
        patternOf(QStringLiteral("^(?:\\d{1,4}(?:\\s?[–—‐−~-]\\s?\\d{1,4})?|\\p{Lu}[\\p{L}\\d+*]{1,11}\\d{2}[a-z]?)$"));
    static const QRegularExpression comma = patternOf(QStringLiteral("[,;，；、]"));
    for (auto matches = pair.globalMatch(m_text.text); matches.hasNext();) {
        const auto match = matches.next();
        add(Of::Label, match.capturedStart(), match.capturedEnd(),
            numbersOf(match.captured(1) + u'-' + match.captured(2)));
    }
    for (auto matches = bracket.globalMatch(m_text.text); matches.hasNext();) {
        const auto match = matches.next();
        QStringList numbers;
        for (const QString &each : match.captured(1).split(comma)) {
            const QString label = each.trimmed();
            if (!item.match(label).hasMatch()) {
                if (numbers.isEmpty())
                    break;
                continue; // "[12, Sec. 3]"
            }
            numbers += label[0].isDigit() ? numbersOf(label) : QStringList{label};
        }
        add(Of::Label, match.capturedStart(), match.capturedEnd(), numbers);
    }
}

/// "Smith et al., 2020", "Lee and Kim 2019a", "Smith et al. (2020, 2021)", "王某等（2020）".
void Finder::authors()
{
    static const QString name =
        // It begins where a word does and gives no letter back: a page made of one word is read in one go.
        QStringLiteral("(?<![\\p{L}\\p{M}'’´`-])"
                       "(?:(?:[Vv][ao]n|[Dd]e[rnl]?|[Ll][ae]|[Dd][aiu]|[Tt]e[rn]|[Aa]l|[Ee]l)\\s){0,2}"
                       "\\p{Lu}[\\p{L}\\p{M}'’´`-]++");
    static const QRegularExpression western = patternOf(
        QStringLiteral(
            "(?<names>%1(?:\\s?,\\s?%1){0,4}(?:\\s?,?\\s(?:and|&)\\s%1)?(?:\\s?,?\\s(?:et\\sal\\.?|and\\scolleagues))?)"
            "(?:['’]s)?\\s?,?\\s?[(\\[]?(?<years>(?:19|20)\\d\\d[a-z]?(?![\\d])(?:\\s?[,;]\\s?(?:(?:19|20)\\d\\d[a-z]?"
            "(?!\\d)|[a-z](?![\\p{L}])))*)")
            .arg(name));
    static const QRegularExpression chinese =
        patternOf(QString::fromUtf8("(?<names>\\p{Han}{2,4})\\s?(?:等|和\\p{Han}{2,4}|与\\p{Han}{2,4})?\\s?[,，]?\\s?[("
                                    "（]?(?<years>(?:19|20)\\d\\d[a-z]?)(?!\\d|\\s?年)"));
    static const QRegularExpression opening = patternOf(QStringLiteral("[(（\\[]"));
    static const QRegularExpression each = patternOf(name);
    static const QRegularExpression year = patternOf(QStringLiteral("(?:19|20)\\d\\d[a-z]?|\\b[a-z]\\b"));
    for (const QRegularExpression &pattern : {western, chinese}) {
        for (auto matches = pattern.globalMatch(m_text.text); matches.hasNext();) {
            const auto match = matches.next();
            QStringList years;
            for (auto found = year.globalMatch(match.captured(u"years")); found.hasNext();) {
                const QString one = found.next().captured();
                years.append(one.size() == 1 && !years.isEmpty() ? years.first().left(4) + one : one);
            }
            QStringList names;
            if (match.captured(u"names")[0].unicode() > 0x2fff) {
                names.append(match.captured(u"names"));
            } else {
                for (auto found = each.globalMatch(match.captured(u"names")); found.hasNext();)
                    names.append(found.next().captured().section(u' ', -1));
            }
            qsizetype end = match.capturedEnd(u"years");
            if (end < m_text.text.size() && QStringLiteral(")]）").contains(m_text.text[end]) &&
                match.captured().contains(opening))
                ++end;
            add(Of::Author, match.capturedStart(u"names"), end, years, names);
        }
    }
}

void Finder::things()
{
    static const QRegularExpression western =
        patternOf(QStringLiteral("(?<![\\p{L}\\d])(?<of>[Ff]igs?\\.|[Ff]igures?|FIGURES?|FIGS?\\.|Fig|[Tt]ables?|"
                                 "TABLES?|Tabs?\\.|Algorithms?|Alg\\.|"
                                 "Listings?|Schemes?)\\s?(?<list>%1(?:%2%1)*)(?![\\d])")
                      .arg(numberPattern, betweenPattern));
    static const QRegularExpression chinese =
        patternOf(QString::fromUtf8("(?<of>图|圖|表|算法)\\s?(?<list>%1(?:%2%1)*)").arg(numberPattern, betweenPattern));
    for (const QRegularExpression &pattern : {western, chinese}) {
        for (auto matches = pattern.globalMatch(m_text.text); matches.hasNext();) {
            const auto match = matches.next();
            const QString of = match.captured(u"of").toLower();
            const bool table = of.startsWith(u't') || of == QString::fromUtf8("表");
            const bool algorithm = of.startsWith(u'a') || of.startsWith(u'l') || of == QString::fromUtf8("算法");
            add(table       ? Of::Table
                : algorithm ? Of::Algorithm
                            : Of::Figure,
                match.capturedStart(), match.capturedEnd(), numbersOf(match.captured(u"list")));
        }
    }
}

void Finder::equations()
{
    static const QString each = QStringLiteral("\\(?(?:[A-Z]\\.?)?\\d{1,3}(?:\\.\\d{1,3})*[a-z]?\\)?");
    static const QRegularExpression pattern = patternOf(
        QString::fromUtf8(
            "(?:(?<![\\p{L}\\d])(?:Eqs?\\.|Eqns?\\.|[Ee]quations?|Eqs?|EQs?\\.?)|式|公式|方程)\\s?(?<list>%1(?:%2%1)*)")
            .arg(each, betweenPattern));
    static const QRegularExpression item = patternOf(QStringLiteral("(?:[A-Z]\\.?)?\\d{1,3}(?:\\.\\d{1,3})*[a-z]?"));
    for (auto matches = pattern.globalMatch(m_text.text); matches.hasNext();) {
        const auto match = matches.next();
        const QString list = match.captured(u"list");
        QStringList numbers = numbersOf(list);
        if (numbers.size() <= 1) { // "5b" may have a number of its own
            numbers.clear();
            numbers.append(item.match(list).captured());
        }
        add(Of::Equation, match.capturedStart(), match.capturedEnd(), numbers);
    }
}

void Finder::sections()
{
    static const QString each = QStringLiteral(
        "(?:\\d{1,2}(?:\\.\\d{1,2})*|[A-Z](?:\\.\\d{1,2})*(?![\\p{L}])|[IVX]{1,5}(?:-[A-Z]\\d?)?(?![\\p{L}]))");
    static const QRegularExpression western =
        patternOf(QStringLiteral("(?<![\\p{L}\\d])(?:[Ss]ections?|Sects?\\.|[Ss]ecs?\\.|Sec|Appendix|[Aa]ppendices|"
                                 "App\\.|Chapters?|§{1,2})\\s?(?<list>%1(?:%2%1)*)")
                      .arg(each, betweenPattern));
    static const QRegularExpression chinese =
        patternOf(QString::fromUtf8("第\\s?(?<list>\\d{1,2}(?:\\.\\d{1,2})*|[一二三四五六七八九十]{1,3})\\s?[节章]|"
                                    "附录\\s?(?<letter>[A-Z])|(?<![\\d.])(?<plain>\\d{1,2}(?:\\.\\d{1,2})+)\\s?节"));
    for (auto matches = western.globalMatch(m_text.text); matches.hasNext();) {
        const auto match = matches.next();
        add(Of::Section, match.capturedStart(), match.capturedEnd(), numbersOf(match.captured(u"list")));
    }
    for (auto matches = chinese.globalMatch(m_text.text); matches.hasNext();) {
        const auto match = matches.next();
        QString which = match.captured(u"list") + match.captured(u"letter") + match.captured(u"plain");
        if (const int chineseNumber = fromChinese(which); chineseNumber > 0)
            which = QString::number(chineseNumber);
        add(Of::Section, match.capturedStart(), match.capturedEnd(), {which});
    }
}

} // namespace

QList<Mention> mentionsOn(const PageText &page)
{
    return Finder(page).all();
}

} // namespace yaodian::pdf
