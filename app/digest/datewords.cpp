#include "digest/datewords.h"

#include <QString>

#include <algorithm>
#include <array>

namespace yaodian::digest {

namespace {

/// Without accents and in small letters, so that "Août" and "aout" are one word.
QString folded(QStringView word)
{
    QString plain;
    for (const QChar c : word.toString().normalized(QString::NormalizationForm_D).toLower())
        if (!c.isMark())
            plain += c;
    return plain;
}

constexpr qsizetype mostPieces = 32;

struct MonthWord
{
    QStringView begins; ///< folded
    int month;
};

/// German, French, Spanish, Italian, Portuguese, Dutch, Hungarian, Greek, Russian: as much of a name as tells it from
/// the others, longer ones first. What begins like the English name stands there.
constexpr MonthWord foreignMonths[] = {
    {u"juin", 6}, {u"juil", 7},  {u"junho", 6}, {u"junio", 6}, {u"juni", 6}, {u"juli", 7}, {u"julho", 7}, {u"julio", 7},
    {u"giu", 6},  {u"lug", 7},   {u"jan", 1},   {u"ene", 1},   {u"gen", 1},  {u"fev", 2},  {u"feb", 2},   {u"mar", 3},
    {u"maa", 3},  {u"mrt", 3},   {u"mai", 5},   {u"maj", 5},   {u"mei", 5},  {u"may", 5},  {u"mag", 5},   {u"avr", 4},
    {u"abr", 4},  {u"apr", 4},   {u"jun", 6},   {u"jul", 7},   {u"aou", 8},  {u"ago", 8},  {u"aug", 8},   {u"set", 9},
    {u"sep", 9},  {u"szept", 9}, {u"okt", 10},  {u"out", 10},  {u"ott", 10}, {u"oct", 10}, {u"nov", 11},  {u"dez", 12},
    {u"dic", 12}, {u"dec", 12},  {u"ιαν", 1},   {u"φεβ", 2},   {u"μαρ", 3},  {u"απρ", 4},  {u"μαι", 5},   {u"μαω", 5},
    {u"ιουν", 6}, {u"ιουλ", 7},  {u"αυγ", 8},   {u"σεπ", 9},   {u"οκτ", 10}, {u"νοε", 11}, {u"δεκ", 12},  {u"янв", 1},
    {u"фев", 2},  {u"мар", 3},   {u"апр", 4},   {u"мая", 5},   {u"маи", 5},  {u"июн", 6},  {u"июл", 7},   {u"авг", 8},
    {u"сен", 9},  {u"окт", 10},  {u"ноя", 11},  {u"дек", 12}};

} // namespace

QList<DatePiece> datePieces(QStringView text)
{
    QList<DatePiece> pieces;
    qsizetype at = 0;
    bool glued = false;
    while (at < text.size() && pieces.size() < mostPieces) {
        const QChar c = text[at];
        if (c.isSpace()) {
            glued = false;
            ++at;
            continue;
        }
        if (c == u'(') { // "(China Standard Time)" says again what the number says
            const qsizetype close = text.indexOf(u')', at);
            at = close < 0 ? text.size() : close + 1;
            continue;
        }
        qsizetype to = at + 1;
        DatePiece piece;
        piece.glued = glued;
        if (c.isDigit()) {
            while (to < text.size() && text[to].isDigit())
                ++to;
            piece.kind = DatePiece::Kind::Number;
            piece.number = text.mid(at, qMin<qsizetype>(to - at, 9)).toInt();
        } else if (c.isLetter()) {
            while (to < text.size() && text[to].isLetter())
                ++to;
            piece.kind = DatePiece::Kind::Word;
        }
        piece.text = text.mid(at, to - at);
        pieces.append(piece);
        glued = true;
        at = to;
    }
    return pieces;
}

int monthNamed(QStringView word)
{
    static constexpr std::array<QStringView, 12> months{u"january",   u"february", u"march",    u"april",
                                                        u"may",       u"june",     u"july",     u"august",
                                                        u"september", u"october",  u"november", u"december"};
    if (word.size() < 3)
        return 0;
    for (size_t i = 0; i < months.size(); ++i)
        if (months[i].startsWith(word, Qt::CaseInsensitive))
            return int(i) + 1;
    const bool isPlain = std::all_of(word.begin(), word.end(), [](QChar c) { return c.unicode() < 0x80; });
    const QString plain = isPlain ? QString() : folded(word);
    for (const MonthWord &known : foreignMonths)
        if ((isPlain ? word : QStringView(plain)).startsWith(known.begins, Qt::CaseInsensitive))
            return known.month;
    return 0;
}

std::optional<int> zoneNamed(QStringView word)
{
    struct Zone
    {
        QStringView name;
        int minutes;
    };
    static constexpr Zone zones[] = {
        {u"z", 0},       {u"gmt", 0},     {u"utc", 0},    {u"ut", 0},     {u"wet", 0},    {u"est", -300},
        {u"edt", -240},  {u"cst", -360},  {u"cdt", -300}, {u"mst", -420}, {u"mdt", -360}, {u"pst", -480},
        {u"pdt", -420},  {u"at", -240},   {u"et", -300},  {u"ct", -360},  {u"mt", -420},  {u"pt", -480},
        {u"met", 60},    {u"mest", 120},  {u"cet", 60},   {u"cest", 120}, {u"eet", 120},  {u"eest", 180},
        {u"bst", 60},    {u"west", 60},   {u"msk", 180},  {u"ist", 330},  {u"jst", 540},  {u"kst", 540},
        {u"hkt", 480},   {u"sgt", 480},   {u"aest", 600}, {u"aedt", 660}, {u"nzst", 720}, {u"nzdt", 780},
        {u"akst", -540}, {u"akdt", -480}, {u"hst", -600}, {u"ast", -240}, {u"adt", -180}, {u"awst", 480},
        {u"brt", -180},  {u"art", -180},  {u"clt", -240}, {u"sast", 120}, {u"pkt", 300},  {u"wib", 420}};
    for (const Zone &zone : zones)
        if (zone.name.compare(word, Qt::CaseInsensitive) == 0)
            return zone.minutes;
    return std::nullopt;
}

bool isAfternoon(QStringView word)
{
    return word.compare(u"pm", Qt::CaseInsensitive) == 0 || word == u"下午" || word == u"오후" || word == u"午後";
}

bool isMorning(QStringView word)
{
    return word.compare(u"am", Qt::CaseInsensitive) == 0 || word == u"上午" || word == u"오전" || word == u"午前";
}

} // namespace yaodian::digest
