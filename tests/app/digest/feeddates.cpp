// Moments as feeds write them, right and wrong.
#include "digest/feeddate.h"
#include "tests/support/testmain.h"

#include <QtTest>

namespace digest_feeddates {

using namespace yaodian::digest;
using namespace Qt::StringLiterals;

class FeedDatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRead_data();
    void isRead();
    void isNoDate_data();
    void isNoDate();
};

void FeedDatesTest::isRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("moment"); // ISO, UTC
    const auto row = [](const char *name, const QString &text, const char *moment) {
        QTest::newRow(name) << text << QString::fromLatin1(moment);
    };
    const char *usual = "2023-02-08T00:30:00Z";
    row("RFC 822", u"Wed, 08 Feb 2023 00:30:00 +0000"_s, usual);
    row("RFC 822, zone by name", u"Wed, 08 Feb 2023 00:30:00 GMT"_s, usual);
    row("RFC 822, American zone", u"Tue, 07 Feb 2023 19:30:00 EST"_s, usual);
    row("RFC 822, a zone of two letters", u"Tue, 07 Feb 2023 16:30:00 PT"_s, usual);
    row("RFC 822, colon in the zone", u"Wed, 08 Feb 2023 08:30:00 +08:00"_s, usual);
    row("RFC 822, zone behind GMT", u"Wed, 08 Feb 2023 08:30:00 GMT+0800 (China Standard Time)"_s, usual);
    row("RFC 822, zone of a database", u"Wed, 08 Feb 2023 00:30:00 Etc/GMT"_s, usual);
    row("RFC 822, a zone that nobody knows", u"Wed, 08 Feb 2023 00:30:00 XYZ"_s, usual);
    row("RFC 822, no zone", u"Wed, 08 Feb 2023 00:30:00"_s, usual);
    row("RFC 822, no seconds", u"Wed, 08 Feb 2023 00:30 GMT"_s, usual);
    row("RFC 822, no weekday", u"8 Feb 2023 00:30:00 GMT"_s, usual);
    row("RFC 822, year of two digits", u"Wed, 08 Feb 23 00:30:00 GMT"_s, usual);
    row("RFC 822, long names", u"Wednesday, 8 February 2023 00:30:00 GMT"_s, usual);
    row("RFC 822, comma behind the month", u"Wed, 08 Feb, 2023 00:30:00 GMT"_s, usual);
    row("RFC 822, no blank behind the comma", u"Wed,08 Feb 2023 00:30:00 GMT"_s, usual);
    row("RFC 822, dashes", u"Wed, 08-Feb-2023 00:30:00 GMT"_s, usual);
    row("RFC 822, month first", u"Wed, Feb 08 2023 00:30:00 GMT"_s, usual);
    row("RFC 822, wrong weekday", u"Sun, 08 Feb 2023 00:30:00 GMT"_s, usual);
    row("RFC 822, no clock", u"Wed, 08 Feb 2023"_s, "2023-02-08T00:00:00Z");
    row("American", u"February 8, 2023 12:30 AM"_s, usual);
    row("American, afternoon", u"Feb 8th, 2023 1:05 pm"_s, "2023-02-08T13:05:00Z");
    row("numbers, American", u"02/08/2023"_s, "2023-02-08T00:00:00Z");
    row("numbers, day first", u"28/02/2023"_s, "2023-02-28T00:00:00Z");
    row("asctime", u"Wed Feb  8 00:30:00 2023"_s, usual);
    row("date(1)", u"Wed Feb  8 00:30:00 UTC 2023"_s, usual);
    row("asctime with a zone", u"Wed Feb 8 08:30:00 +0800 2023"_s, usual);
    row("JavaScript", u"Wed Feb 08 2023 08:30:00 GMT+0800 (中国标准时间)"_s, usual);
    row("ISO", u"2023-02-08T00:30:00Z"_s, usual);
    row("ISO, small letters", u"2023-02-08t00:30:00z"_s, usual);
    row("ISO, zone", u"2023-02-08T08:30:00+08:00"_s, usual);
    row("ISO, zone west", u"2023-02-07T16:30:00-08:00"_s, usual);
    row("ISO, zone without a colon", u"2023-02-08T08:30:00+0800"_s, usual);
    row("ISO, zone of an hour", u"2023-02-08T08:30:00+08"_s, usual);
    row("ISO, fractions", u" 2023-02-08T00:30:00.000Z "_s, usual);
    row("ISO, long fractions", u"2023-02-08T00:30:00.123456789+00:00"_s, usual);
    row("ISO, no seconds", u"2023-02-08T00:30Z"_s, usual);
    row("ISO, no zone", u"2023-02-08T00:30:00"_s, usual);
    row("ISO, a blank", u"2023-02-08 00:30:00"_s, usual);
    row("ISO, blanks and a zone", u"2023-02-08 08:30:00 +08:00"_s, usual);
    row("ISO, no marks", u"20230208T003000Z"_s, usual);
    row("ISO, a zero too many", u"2023-002-08T00:30:00Z"_s, usual);
    row("ISO, slashes", u"2023/2/8 00:30"_s, usual);
    row("ISO, day", u"2023-02-08"_s, "2023-02-08T00:00:00Z");
    row("ISO, month", u"2023-02"_s, "2023-02-01T00:00:00Z");
    row("ISO, year", u"2023"_s, "2023-01-01T00:00:00Z");
    row("ISO, day of the year", u"2023-039"_s, "2023-02-08T00:00:00Z");
    row("ISO, two digits", u"23-02-08"_s, "2023-02-08T00:00:00Z");
    row("ISO, eight digits", u"20230208"_s, "2023-02-08T00:00:00Z");
    row("ISO, six digits", u"230208"_s, "2023-02-08T00:00:00Z");
    row("over the end of February", u"2023-02-28T18:00:00-08:00"_s, "2023-03-01T02:00:00Z");
    row("over the end of February, leap year", u"2024-02-28T18:00:00-08:00"_s, "2024-02-29T02:00:00Z");
    row("midnight as 24", u"2023-02-07T24:00:00Z"_s, "2023-02-08T00:00:00Z");
    row("leap second", u"2016-12-31T23:59:60Z"_s, "2016-12-31T23:59:59Z");
    row("Chinese", u"2023年2月8日 08:30"_s, usual);
    row("Chinese, weekday", u"2023年02月08日星期三 08:30:00"_s, usual);
    row("Chinese, afternoon", u"2023-02-08 下午 11:30"_s, "2023-02-08T15:30:00Z");
    row("Chinese, day", u"2023年2月8日"_s, "2023-02-08T00:00:00Z");
    row("Korean", u"2023년 02월 08일 09:30:00"_s, usual);
    row("ISO, day of a week", u"2023-W06-3"_s, "2023-02-08T00:00:00Z");
    row("ISO, day of a week without marks", u"2023W063T003000Z"_s, usual);
    row("ISO, week", u"2023-W06"_s, "2023-02-06T00:00:00Z");
    row("ISO, the first week begins in the year before", u"2020-W01-1"_s, "2019-12-30T00:00:00Z");
    row("ISO, day and zone", u"2023-02-08+08:00"_s, "2023-02-07T16:00:00Z");
    row("day in words", u"8th of February 2023 00:30 GMT"_s, usual);
    row("German", u"Mi., 8. Februar 2023 00:30:00 +0000"_s, usual);
    row("German, March", u"8. März 2023"_s, "2023-03-08T00:00:00Z");
    row("French, a weekday like a month", u"mar. 7 févr. 2023 00:30:00"_s, "2023-02-07T00:30:00Z");
    row("French, the first", u"1er août 2023"_s, "2023-08-01T00:00:00Z");
    row("French, June", u"8 juin 2023"_s, "2023-06-08T00:00:00Z");
    row("Spanish", u"miércoles, 8 de febrero de 2023 00:30"_s, usual);
    row("Italian", u"mer, 08 mag 2023 00:30:00 +0000"_s, "2023-05-08T00:30:00Z");
    row("Portuguese", u"Qua, 08 Dez 2023"_s, "2023-12-08T00:00:00Z");
    row("Dutch", u"maandag 6 maart 2023"_s, "2023-03-06T00:00:00Z");
    row("Greek", u"Τετ, 08 Φεβ 2023 00:30:00 GMT"_s, usual);
    row("Greek, June", u"Πεμ, 08 Ιούν 2023 00:30:00 GMT"_s, "2023-06-08T00:30:00Z");
    row("Hungarian", u"2023-február-8T0:30+00:00"_s, usual);
    row("Hungarian, with dots", u"2023. május 8. 00:30"_s, "2023-05-08T00:30:00Z");
    row("Russian", u"Ср, 08 февраля 2023 00:30:00 +0000"_s, usual);
    row("Russian, May", u"8 мая 2023"_s, "2023-05-08T00:00:00Z");
    row("seconds", u"1675816200"_s, usual);
    row("milliseconds", u"1675816200000"_s, usual);
}

void FeedDatesTest::isRead()
{
    QFETCH(QString, text);
    QFETCH(QString, moment);
    const QDateTime read = feedDate(text);
    QVERIFY(read.isValid());
    QCOMPARE(read.toString(u"yyyy-MM-ddTHH:mm:ss"_s) + u'Z', moment);
    QCOMPARE(read.timeSpec(), Qt::UTC);
}

void FeedDatesTest::isNoDate_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"",
                             "   ",
                             "yesterday",
                             "n/a",
                             "0",
                             "12",
                             "22013",
                             "2023-xx-08",
                             "2023-13-01",
                             "2023-02-08-01",
                             "2023-W54-1",
                             "2023-W06-9",
                             "2023-foo-08",
                             "2023-02-30",
                             "2023-02-08T25:30:00Z",
                             "2023-02-08T10:61:00Z",
                             "2023-02-08T10:xx:00Z",
                             "2023-02-08T00:30:00-06:00Textra",
                             "Wed, 99 Feb 2023 00:30:00 GMT",
                             "Wed, 08 Foo 2023 00:30:00 GMT",
                             "Wed, 08 Feb zz 00:30:00 GMT",
                             "Wed, 08 Feb 2023 1:2:3:4 GMT",
                             "Wed, 08 Feb 2023 00:30:00 +zz:00",
                             "9999-12-31T23:59:59-99:99",
                             "-",
                             "--",
                             "T",
                             "May",
                             "::::",
                             "+08:00",
                             "0000-00-00 00:00:00"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void FeedDatesTest::isNoDate()
{
    QFETCH(QString, text);
    QVERIFY2(!feedDate(text).isValid(), qPrintable(feedDate(text).toString(Qt::ISODate)));
}

YAODIAN_TEST_APPLESS(FeedDatesTest)

} // namespace digest_feeddates

#include "feeddates.moc"
