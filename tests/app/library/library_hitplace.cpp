// Where the words of a hit stand in the text it was found in.
#include "library/hitplace.h"
#include "library/snippet.h"
#include "tests/support/testmain.h"

#include <QtTest>

namespace library_hitplace {

using namespace yaodian;
using namespace yaodian::library;
using namespace Qt::StringLiterals;

Hit hitOf(const QString &text, const QString &query)
{
    Hit hit;
    hit.snippet = snippetOf({text}, parseQuery(query, 0).terms);
    return hit;
}

QString placeIn(const QString &text, const Hit &hit)
{
    const auto place = placeOf(hit, text);
    return place ? QStringLiteral("%1 %2").arg(place->from).arg(text.mid(place->from, place->size))
                 : QStringLiteral("nowhere");
}

class LibraryHitPlace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stands_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &text, const QString &query, const QString &expected) {
            QTest::newRow(name) << text << query << expected;
        };
        const QString filler = u"and so on "_s.repeated(60);
        row("alone", u"zebra"_s, u"zebra"_s, u"0 zebra"_s);
        row("first of two", u"a zebra, a zebra"_s, u"zebra"_s, u"2 zebra"_s);
        row("lines", u"one\n\n  two\tzebras  \nthree"_s, u"zebra"_s, u"11 zebras"_s);
        row("Chinese", u"一个方法，另一个方法"_s, u"方法"_s, u"2 方法"_s);
        row("far down", filler + u"a zebra"_s, u"zebra"_s, u"602 zebra"_s);
        row("where both stand, not where one does", u"zebra "_s + filler.left(300) + u"the okapi\nand the zebra"_s,
            u"okapi zebra"_s, u"310 okapi"_s);
        row("over a line end", u"see the big\nzebra"_s, u"\"big zebra\""_s, u"8 big\nzebra"_s);
        row("not there", u"an okapi"_s, u"zebra"_s, u"nowhere"_s);
        row("nothing wanted", u"an okapi"_s, u"-zebra"_s, u"nowhere"_s);
    }

    void stands()
    {
        QFETCH(QString, text);
        QFETCH(QString, query);
        QFETCH(QString, expected);
        QCOMPARE(placeIn(text, hitOf(text, query)), expected);
    }

    void ofATextThatChanged_theWordsWhereTheyComeFirst()
    {
        const Hit hit = hitOf(QStringLiteral("here lives a zebra"), QStringLiteral("zebra"));
        QCOMPARE(placeIn(QStringLiteral("there was a zebra once, and a zebra"), hit), QStringLiteral("12 zebra"));
        QCOMPARE(placeIn(QStringLiteral("it is gone"), hit), QStringLiteral("nowhere"));
        QCOMPARE(placeIn(QString(), hit), QStringLiteral("nowhere"));
        QCOMPARE(wordsOf(hit), QStringLiteral("zebra"));
    }
};

YAODIAN_TEST_GUILESS(LibraryHitPlace)

} // namespace library_hitplace

#include "library_hitplace.moc"
