#include "desk.h"
#include "tests/support/testmain.h"

#include "app/pdf/pagetext.h"

#include <QRandomGenerator>
#include <QtTest>

namespace notes_findquote {

using namespace Qt::StringLiterals;
using namespace yaodian;
using namespace yaodian::notes;
using tests::pageOf;

class NotesFindQuote : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quote_isFoundWhereItStands_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("quote");
        QTest::addColumn<QString>("found"); ///< empty: not there
        QTest::newRow("plain") << u"We map pictures to words."_s << u"pictures to words"_s << u"pictures to words"_s;
        QTest::newRow("case") << u"We map Pictures"_s << u"we MAP pictures"_s << u"We map Pictures"_s;
        QTest::newRow("line end") << u"we map\npictures"_s << u"map pictures"_s << u"map\npictures"_s;
        QTest::newRow("block end") << u"we map\n\npictures"_s << u"map pictures"_s << u"map\n\npictures"_s;
        QTest::newRow("hyphen at a line end")
            << u"zero-shot com-\nposed image"_s << u"composed image"_s << u"com-\nposed image"_s;
        QTest::newRow("hyphen that belongs")
            << u"state-of-\nthe-art"_s << u"state-of-the-art"_s << u"state-of-\nthe-art"_s;
        QTest::newRow("soft hyphen") << u"com\u00adposed"_s << u"composed"_s << u"com\u00adposed"_s;
        QTest::newRow("ligature") << u"an e\ufb03cient model"_s << u"efficient"_s << u"e\ufb03cient"_s;
        QTest::newRow("width") << u"ＧＰＴ－４ 很强"_s << u"GPT-4 很强"_s << u"ＧＰＴ－４ 很强"_s;
        QTest::newRow("Chinese lines") << u"把图像映射\n为词元"_s << u"图像映射为词元"_s << u"图像映射\n为词元"_s;
        QTest::newRow("accents") << u"Poincare\u0301 maps"_s << u"Poincar\u00e9"_s << u"Poincare\u0301"_s.left(8);
        QTest::newRow("quotation marks") << u"the \u201cbest\u201d one\u2019s"_s << u"the \"best\" one's"_s
                                         << u"the \u201cbest\u201d one\u2019s"_s;
        QTest::newRow("dashes") << u"a \u2013 b"_s << u"a - b"_s << u"a \u2013 b"_s;
        QTest::newRow("beyond the first plane") << u"a 𝒳 b"_s << u"a 𝒳 b"_s << u"a 𝒳 b"_s;
        QTest::newRow("ends beyond it") << u"map 𝒳, b"_s << u"map x"_s << u"map 𝒳"_s;
        QTest::newRow("whole word first") << u"the part, the art"_s << u"art"_s << u"art"_s;
        QTest::newRow("not there") << u"we map pictures"_s << u"we map words"_s << QString();
        QTest::newRow("nothing") << u"we map"_s << u" - "_s << QString();
        QTest::newRow("empty page") << QString() << u"a"_s << QString();
    }
    void quote_isFoundWhereItStands()
    {
        QFETCH(QString, text);
        QFETCH(QString, quote);
        QFETCH(QString, found);
        const auto range = findQuote(pageOf(text), quote);
        QCOMPARE(range.has_value(), !found.isEmpty());
        if (range)
            QCOMPARE(text.mid(range->from, range->to - range->from), found);
    }

    void ofSeveralPlaces_theContextDecides_elseTheFirst()
    {
        const QString text = u"first our model wins\nthen our model fails\nnow our model rests"_s;
        const auto at = [&](const QString &before, const QString &after) {
            return findQuote(pageOf(text), u"our model"_s, before, after)->from;
        };
        QCOMPARE(at({}, {}), int(text.indexOf(u"our")));
        QCOMPARE(at(u"then "_s, {}), int(text.indexOf(u"our model f")));
        QCOMPARE(at({}, u" rests"_s), int(text.indexOf(u"our model r")));
        QCOMPARE(at(u"wins THEN"_s, u"fails now"_s), int(text.indexOf(u"our model f")));
    }

    void wholeWord_isPreferred() { QCOMPARE(findQuote(pageOf(u"the part of art"_s), u"art"_s)->from, 12); }

    void everyPassage_isFoundAgainByItsQuote()
    {
        const QString text =
            u"Pictures are com-\nposed with words, and words with pic-\ntures; an e\ufb03cient model.\n\n"
            u"本文提出一种方法，\n把图像映射为词元。 Composed retrieval needs no labels - none.\n"_s;
        const pdf::PageText page = pageOf(text);
        QRandomGenerator random(5);
        for (int round = 0; round < 500; ++round) {
            int from = random.bounded(int(text.size()) - 8);
            int to = from + random.bounded(6, int(text.size()) - from);
            while (from < to && !text[from].isLetter())
                ++from;
            while (to > from && !text[to - 1].isLetter())
                --to;
            if (from == to)
                continue;
            const Passage passage = passageOf(page, {from, to}, 0, u"d"_s);
            const auto found = findQuote(page, passage.quote, passage.prefix, passage.suffix);
            QVERIFY2(found.has_value(), qPrintable(passage.quote));
            QCOMPARE(*found, (pdf::TextRange{from, to}));
        }
    }

    void passage_hasOneBoxALineAndItsContext()
    {
        const pdf::PageText page = pageOf(u"we map com-\nposed pictures to words"_s);
        const Passage passage = passageOf(page, {7, 26}, 4, u"d"_s);
        QCOMPARE(passage.quote, u"composed pictures"_s);
        QCOMPARE(passage.boxes.size(), 2);
        QCOMPARE(passage.page, 4);
        QCOMPARE(passage.document, u"d"_s);
        QCOMPARE(passage.prefix, u"we map"_s);
        QVERIFY(passage.suffix.endsWith(u"words"));
    }

    void kind_isFoundByAnyOfItsNames()
    {
        const QList<library::Kind> kinds{{u"method"_s, u"m"_s, u"方法"_s, u"Method"_s, {}, {}},
                                         {u"limit"_s, u"l"_s, u"局限"_s, u"Limit"_s, {}, {}}};
        for (const QString &name : {u"limit"_s, u"l"_s, u"局限"_s, u"LIMIT"_s, u" Limit "_s})
            QCOMPARE(kindNamed(kinds, name)->key, u"limit"_s);
        QVERIFY(!kindNamed(kinds, u"other"_s));
        QVERIFY(!kindNamed(kinds, u""_s));
    }
};

YAODIAN_TEST_GUILESS(NotesFindQuote)

} // namespace notes_findquote

#include "notes_findquote.moc"
