#include "ui/commands/commandnames.h"

#include "ui/commands/pinyin.h"

#include <algorithm>
#include <optional>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

/// The ways to fit, the best first; one worth so many letters that a name has before what fits.
enum class Found { Whole, Beginning, Initials, Word, InitialsWithin, Within };
constexpr int step = 1000;

int worth(Found fit, qsizetype before)
{
    return int(fit) * step + int(std::min<qsizetype>(before, step - 1));
}

/// What stands for a letter in the initials of a name: a Chinese character, or the first letter of a word.
struct Sound
{
    QString letters;
    bool isChinese = false;
};

QList<Sound> soundsOf(QStringView name)
{
    QList<Sound> sounds;
    bool inWord = false;
    for (const QChar c : name) {
        const QString letters = pinyinInitials(c);
        const bool isLetter = letters.isEmpty() && c.isLetterOrNumber();
        if (!letters.isEmpty() || (isLetter && !inWord))
            sounds += {letters.isEmpty() ? QString(c.toLower()) : letters, !letters.isEmpty()};
        inWord = isLetter;
    }
    return sounds;
}

/// How many sounds stand before those that begin with the letters typed, one each; of words alone it is no pinyin.
std::optional<qsizetype> initialsAt(QStringView name, const QString &typed)
{
    if (!std::all_of(typed.begin(), typed.end(), [](QChar c) { return c.unicode() < 0x80 && c.isLetter(); }))
        return std::nullopt;
    const QList<Sound> sounds = soundsOf(name);
    for (qsizetype at = 0; at + typed.size() <= sounds.size(); ++at) {
        bool fits = true, isChinese = false;
        for (qsizetype i = 0; i < typed.size() && fits; ++i) {
            fits = sounds[at + i].letters.contains(typed[i].toLower());
            isChinese = isChinese || sounds[at + i].isChinese;
        }
        if (fits && isChinese)
            return at;
    }
    return std::nullopt;
}

int fitOf(QStringView name, const QString &typed)
{
    if (name == typed)
        return worth(Found::Whole, 0);
    const qsizetype at = name.indexOf(typed, 0, Qt::CaseInsensitive);
    if (at == 0)
        return name.size() == typed.size() ? worth(Found::Whole, 1) : worth(Found::Beginning, name.size());
    const auto initials = initialsAt(name, typed);
    if (initials && *initials == 0)
        return worth(Found::Initials, name.size());
    if (at > 0 && name[at - 1].isSpace())
        return worth(Found::Word, at);
    if (initials)
        return worth(Found::InitialsWithin, *initials);
    return at < 0 ? -1 : worth(Found::Within, at);
}

int bestFit(const QString &names, const QString &typed)
{
    int best = -1;
    for (const QStringView name : QStringView(names).split(u'\n', Qt::SkipEmptyParts))
        if (const int fit = fitOf(name, typed); fit >= 0 && (best < 0 || fit < best))
            best = fit;
    return best;
}

} // namespace

CommandNames::CommandNames()
{
    static_cast<void>(m_chinese.load(u":/i18n/yaodian_zh_CN.qm"_s));
}

QString CommandNames::of(const Command &command, const QStringList &keys) const
{
    QStringList names{commandText(command), QLatin1StringView(command.text),
                      m_chinese.translate("commands", command.text), keys.join(u' ')};
    for (const QString &sequence : keys)
        names << keysText(sequence);
    return names.join(u'\n');
}

int nameRank(const QString &names, const QString &typed)
{
    const QString wanted = typed.simplified();
    if (const int whole = wanted.isEmpty() ? 0 : bestFit(names, wanted); whole >= 0)
        return whole;
    int worst = -1;
    for (const QString &word : wanted.split(u' ')) {
        const int fit = bestFit(names, word);
        if (fit < 0)
            return -1;
        worst = std::max(worst, fit);
    }
    return worst;
}

} // namespace yaodian::ui
