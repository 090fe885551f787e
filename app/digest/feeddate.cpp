#include "digest/feeddate.h"

#include "digest/datewords.h"

#include <QString>

namespace yaodian::digest {

namespace {

int fullYear(const DatePiece &piece)
{
    if (piece.text.size() > 2)
        return piece.number;
    return piece.number + (piece.number < 70 ? 2000 : 1900);
}

/// Reads pieces one after the other.
class DateReader
{
public:
    explicit DateReader(QStringView text) : m_pieces(datePieces(text)) {}

    QDateTime read();

private:
    [[nodiscard]] bool is(qsizetype at, DatePiece::Kind kind) const
    {
        return at >= 0 && at < m_pieces.size() && m_pieces[at].kind == kind;
    }
    [[nodiscard]] bool isMark(qsizetype at, QStringView marks) const
    {
        return is(at, DatePiece::Kind::Mark) && marks.contains(m_pieces[at].text);
    }
    [[nodiscard]] bool isNumber(qsizetype at) const { return is(at, DatePiece::Kind::Number); }
    [[nodiscard]] int monthAt(qsizetype at) const
    {
        return is(at, DatePiece::Kind::Word) ? monthNamed(m_pieces[at].text) : 0;
    }
    [[nodiscard]] bool isBetween(qsizetype at) const;
    [[nodiscard]] qsizetype findMonth() const;
    bool readIsoDate();
    bool readWeekDate();
    bool readCompactDate();
    bool readNamedDate();
    bool readClock();
    bool readZone();
    bool readAfter(qsizetype from);
    bool readOffset();
    [[nodiscard]] int localOffset() const;
    [[nodiscard]] QDateTime moment() const;

    QList<DatePiece> m_pieces;
    qsizetype m_at = 0;
    int m_year = 0;
    int m_month = 1;
    int m_day = 1;
    int m_hour = 0;
    int m_minute = 0;
    int m_second = 0;
    int m_offset = 0;
    bool m_hasClock = false;
    bool m_hasZone = false;
    bool m_afternoon = false;
    bool m_morning = false;
};

/// "2003-12-31", "2003/12", "2023年2月8日", "03-12-31": a year, then numbers between the same marks.
bool DateReader::readIsoDate()
{
    if (isMark(m_at, u"-") && isNumber(m_at + 1) && m_pieces[m_at + 1].text.size() == 2) // "-03-12"
        ++m_at;
    if (!isNumber(m_at) || (m_pieces[m_at].text.size() != 4 && m_pieces[m_at].text.size() != 2))
        return false;
    const auto parts = [this](qsizetype at) {
        return isMark(at, u"-/.") ||
               (is(at, DatePiece::Kind::Word) && QStringView(u"年月년월").contains(m_pieces[at].text));
    };
    const bool longYear = m_pieces[m_at].text.size() == 4;
    const qsizetype day = m_at + (parts(m_at + 3) ? 4 : 3);
    if (longYear && parts(m_at + 1) && monthAt(m_at + 2) > 0 && isNumber(day)) { // "2023-február-8"
        m_year = m_pieces[m_at].number;
        m_month = monthAt(m_at + 2);
        m_day = m_pieces[day].number;
        m_at = day + 1;
        return true;
    }
    if (!parts(m_at + 1) || !isNumber(m_at + 2))
        return longYear && m_pieces.size() == 1 && ((m_year = m_pieces[m_at++].number) > 0);
    m_year = fullYear(m_pieces[m_at]);
    const DatePiece &second = m_pieces[m_at + 2];
    m_at += 3;
    if (second.text.size() == 3 && !isMark(m_at, u"-")) { // the day of the year
        const QDate date = QDate(m_year, 1, 1).addDays(second.number - 1);
        m_month = date.month();
        m_day = date.day();
        return second.number <= 366;
    }
    m_month = second.number;
    if (parts(m_at) && isNumber(m_at + 1)) {
        m_day = m_pieces[m_at + 1].number;
        m_at += 2;
    }
    const bool american = !longYear && m_day > 31 && isMark(m_at - 2, u"/"); // "02/08/2023"
    if (american) {
        const int first = m_pieces[m_at - 5].number;
        m_year = m_day;
        m_day = first > 12 ? first : m_month;
        m_month = first > 12 ? m_month : first;
    }
    return true;
}

/// "2023-W06-3", "2023W063", "2023-W06": a year, a week of it and a day of the week.
bool DateReader::readWeekDate()
{
    const qsizetype letter = m_at + (isMark(m_at + 1, u"-") ? 2 : 1);
    if (!isNumber(m_at) || m_pieces[m_at].text.size() != 4 || !is(letter, DatePiece::Kind::Word) ||
        m_pieces[letter].text.compare(u"w", Qt::CaseInsensitive) != 0 || !isNumber(letter + 1))
        return false;
    const DatePiece &digits = m_pieces[letter + 1];
    int week = digits.number;
    int day = 1;
    qsizetype next = letter + 2;
    if (digits.text.size() == 3) {
        week = digits.number / 10;
        day = digits.number % 10;
    } else if (isMark(next, u"-") && isNumber(next + 1)) {
        day = m_pieces[next + 1].number;
        next += 2;
    }
    if (week < 1 || week > 53 || day < 1 || day > 7)
        return false;
    const QDate fourth(m_pieces[m_at].number, 1, 4); // it is always in the first week
    const QDate date = fourth.addDays(7 * (week - 1) + day - fourth.dayOfWeek());
    m_year = date.year();
    m_month = date.month();
    m_day = date.day();
    m_at = next;
    return date.isValid();
}

/// "20031231", "031231", "2003335", "03335", "-0312".
bool DateReader::readCompactDate()
{
    const bool dashed = isMark(m_at, u"-");
    const qsizetype at = m_at + (dashed ? 1 : 0);
    if (!isNumber(at))
        return false;
    const QStringView digits = m_pieces[at].text;
    const auto part = [digits](qsizetype from, qsizetype size) { return digits.mid(from, size).toInt(); };
    if (digits.size() == 8) {
        m_year = part(0, 4);
        m_month = part(4, 2);
        m_day = part(6, 2);
    } else if (digits.size() == 6 || (dashed && digits.size() == 4)) {
        m_year = fullYear({DatePiece::Kind::Number, digits.left(2), part(0, 2)});
        m_month = part(2, 2);
        m_day = digits.size() == 6 ? part(4, 2) : 1;
    } else if ((digits.size() == 5 && digits.startsWith(u'0')) || digits.size() == 7) {
        const qsizetype year = digits.size() - 3;
        m_year = year == 4 ? part(0, 4) : fullYear({DatePiece::Kind::Number, digits.left(2), part(0, 2)});
        const QDate date = QDate(m_year, 1, 1).addDays(part(year, 3) - 1);
        m_month = date.month();
        m_day = date.day();
    } else {
        return false;
    }
    m_at = at + 1;
    return true;
}

/// Where the name of the month stands: the last one before the clock, as "mar. 8 févr." begins with a weekday.
qsizetype DateReader::findMonth() const
{
    qsizetype found = m_pieces.size();
    for (qsizetype at = 0; at < m_pieces.size(); ++at) {
        if (isMark(at, u":") && found < at)
            break;
        if (monthAt(at) > 0)
            found = at;
    }
    return found;
}

/// Stands between the day, the month and the year: "8th of February", "8 de febrero de 2023", "08-Feb-2023".
bool DateReader::isBetween(qsizetype at) const
{
    if (is(at, DatePiece::Kind::Mark))
        return true;
    return is(at, DatePiece::Kind::Word) &&
           (m_pieces[at].text == u"de" || m_pieces[at].text == u"of" || (m_pieces[at].glued && isNumber(at - 1)));
}

/// "Wed, 08 Feb 2023", "Wed Feb  8 08:30:00 2023", "February 8, 2023": the name of a month, a day and a year near it.
bool DateReader::readNamedDate()
{
    const qsizetype month = findMonth();
    if (month >= m_pieces.size())
        return false;
    m_month = monthAt(month);
    qsizetype before = month - 1;
    while (isBetween(before))
        --before;
    qsizetype next = month + 1;
    const auto skipMarks = [this, &next] {
        while (isMark(next, u",-./") || (is(next, DatePiece::Kind::Word) && isBetween(next)))
            ++next;
    };
    skipMarks();
    if (isNumber(before)) {
        m_day = m_pieces[before].number;
    } else if (isNumber(next)) {
        ++next;
        m_day = m_pieces[next - 1].number;
        skipMarks(); // "8th"
    } else {
        return false;
    }
    m_at = next;
    if (isNumber(next) && !isMark(next + 1, u":")) {
        m_year = fullYear(m_pieces[next]);
        m_at = next + 1;
        return true;
    }
    // asctime's: the year is the last number of four digits.
    for (qsizetype at = m_pieces.size() - 1; at > next; --at) {
        if (isNumber(at) && m_pieces[at].text.size() == 4 && !isMark(at - 1, u"+-")) {
            m_year = m_pieces[at].number;
            m_pieces.removeAt(at);
            return true;
        }
    }
    return false;
}

bool DateReader::readClock()
{
    while (isMark(m_at, u",.") || is(m_at, DatePiece::Kind::Word)) { // "T", "上午", "日星期三"
        m_afternoon = m_afternoon || isAfternoon(m_pieces[m_at].text);
        m_morning = m_morning || isMorning(m_pieces[m_at].text);
        ++m_at;
    }
    if (!isNumber(m_at))
        return true; // a date alone
    m_hasClock = true;
    if (!isMark(m_at + 1, u":")) { // "T101455", "T1014"
        const QStringView digits = m_pieces[m_at].text;
        if (digits.size() != 4 && digits.size() != 6)
            return false;
        m_hour = digits.left(2).toInt();
        m_minute = digits.mid(2, 2).toInt();
        m_second = digits.mid(4).toInt();
        ++m_at;
        return true;
    }
    m_hour = m_pieces[m_at].number;
    if (!isNumber(m_at + 2))
        return false;
    m_minute = m_pieces[m_at + 2].number;
    m_at += 3;
    if (isMark(m_at, u":")) {
        if (!isNumber(m_at + 1))
            return false;
        m_second = m_pieces[m_at + 1].number;
        m_at += 2;
    }
    if (isMark(m_at, u".,") && isNumber(m_at + 1)) // fractions of a second
        m_at += 2;
    return !isMark(m_at, u":");
}

/// "+0800", "-08:00", "+8", "GMT-01:01".
bool DateReader::readOffset()
{
    const int sign = m_pieces[m_at].text == u"-" || m_pieces[m_at].text == u"−" ? -1 : 1;
    if (!isNumber(m_at + 1))
        return false;
    const DatePiece &digits = m_pieces[m_at + 1];
    m_at += 2;
    int hours = digits.number;
    int minutes = 0;
    if (digits.text.size() > 2) {
        hours = digits.number / 100;
        minutes = digits.number % 100;
    } else if (isMark(m_at, u":")) {
        if (!isNumber(m_at + 1))
            return false;
        minutes = m_pieces[m_at + 1].number;
        m_at += 2;
    }
    if (hours > 15 || minutes > 59)
        return false;
    m_hasZone = true;
    m_offset = sign * (hours * 60 + minutes);
    return m_at >= m_pieces.size() || !m_pieces[m_at].glued;
}

bool DateReader::readZone()
{
    while (m_at < m_pieces.size()) {
        const DatePiece &piece = m_pieces[m_at];
        if (isMark(m_at, u"+-−"))
            return readOffset() && (m_hasClock || isMark(m_at - 2, u":")); // no "2013-01-27-01"
        if (piece.kind == DatePiece::Kind::Number)
            return false;
        if (piece.kind == DatePiece::Kind::Word) {
            m_afternoon = m_afternoon || isAfternoon(piece.text);
            m_morning = m_morning || isMorning(piece.text);
            if (const auto zone = zoneNamed(piece.text)) {
                m_hasZone = true;
                m_offset = *zone;
            } else if (piece.glued && piece.text.size() > 3) {
                return isMark(m_at - 1, u"/"); // "Etc/GMT" and its like; "06:00Textra" is nothing
            }
        }
        ++m_at;
    }
    return true;
}

/// A clock without a zone in Chinese or Korean words is the clock of Beijing or Seoul.
int DateReader::localOffset() const
{
    for (const DatePiece &piece : m_pieces) {
        const bool korean = piece.kind == DatePiece::Kind::Word && piece.text[0].unicode() >= 0xAC00;
        const bool chinese = piece.text == u"年" || piece.text == u"上午" || piece.text == u"下午";
        if (korean || chinese)
            return korean ? 9 * 60 : 8 * 60;
    }
    return 0;
}

QDateTime DateReader::moment() const
{
    int hour = m_hour;
    if (m_afternoon && hour < 12)
        hour += 12;
    else if (m_morning && hour == 12)
        hour = 0;
    const bool midnight = hour == 24 && m_minute == 0 && m_second == 0;
    const QTime time(midnight ? 0 : hour, m_minute, m_second == 60 ? 59 : m_second);
    const QDate date(m_year, m_month, m_day);
    if (!date.isValid() || !time.isValid())
        return {};
    const int offset = m_hasZone || !m_hasClock ? m_offset : localOffset();
    const QDateTime moment = QDateTime(date, time, Qt::UTC).addDays(midnight ? 1 : 0).addSecs(-60 * offset);
    return moment.date().year() > 9999 ? QDateTime() : moment;
}

QDateTime DateReader::read()
{
    if (m_pieces.size() == 1 && isNumber(0) && (m_pieces[0].text.size() == 10 || m_pieces[0].text.size() == 13)) {
        const qint64 since = m_pieces[0].text.toLongLong();
        return m_pieces[0].text.size() == 13 ? QDateTime::fromMSecsSinceEpoch(since, Qt::UTC)
                                             : QDateTime::fromSecsSinceEpoch(since, Qt::UTC);
    }
    if (is(0, DatePiece::Kind::Word) && isMark(1, u",") && isNumber(2) &&
        isMark(3, u"/")) // "Fri, 2006/09/15 08:19:53 EDT"
        m_at = 2;
    if (!readWeekDate() && !readIsoDate() && !readCompactDate() && !readNamedDate())
        return {};
    if (!readClock() || !readZone())
        return {};
    return moment();
}

} // namespace

QDateTime feedDate(QStringView text)
{
    return DateReader(text.trimmed().left(200)).read();
}

} // namespace yaodian::digest
