#include "tests/support/testmain.h"
#include "ui/reader/worddiff.h"

#include <QTest>

namespace reader_worddiff_test {

using namespace yaodian::ui;
using namespace Qt::StringLiterals;

/// What only one has in brackets.
QString shown(const QList<DiffPiece> &pieces)
{
    QString out;
    for (const DiffPiece &piece : pieces)
        out += piece.isOnlyHere ? u"[%1]"_s.arg(piece.text) : piece.text;
    return out;
}

class WordDiffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatOnlyOneHas_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("inBefore");
        QTest::addColumn<QString>("inAfter");
        QTest::newRow("the same") << u"a walrus sleeps"_s << u"a walrus sleeps"_s << u"a walrus sleeps"_s
                                  << u"a walrus sleeps"_s;
        QTest::newRow("a word changed") << u"a walrus sleeps"_s << u"a walrus swims"_s << u"a walrus [sleeps]"_s
                                        << u"a walrus [swims]"_s;
        QTest::newRow("a word more") << u"a walrus sleeps"_s << u"a large walrus sleeps"_s << u"a walrus sleeps"_s
                                     << u"a [large ]walrus sleeps"_s;
        QTest::newRow("nothing left") << u"a walrus"_s << QString() << u"[a walrus]"_s << QString();
        QTest::newRow("nothing before") << QString() << u"two seals"_s << QString() << u"[two seals]"_s;
        QTest::newRow("other blanks are no difference")
            << u"a  walrus"_s << u"a walrus"_s << u"a  walrus"_s << u"a walrus"_s;
        QTest::newRow("Chinese") << u"\u6d77\u8c61\u7761\u89c9"_s << u"\u6d77\u8c61\u6e38\u6cf3"_s
                                 << u"\u6d77\u8c61[\u7761\u89c9]"_s << u"\u6d77\u8c61[\u6e38\u6cf3]"_s;
        QTest::newRow("Chinese with English") << u"\u6d77\u8c61 walrus \u7761"_s << u"\u6d77\u8c61 seal \u7761"_s
                                              << u"\u6d77\u8c61 [walrus ]\u7761"_s << u"\u6d77\u8c61 [seal ]\u7761"_s;
    }

    void whatOnlyOneHas()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        const WordDiff diff = wordDiff(before, after);
        QTEST(shown(diff.before), "inBefore");
        QTEST(shown(diff.after), "inAfter");
    }

    void nothingOfALongTextIsLost()
    {
        QString before, after;
        for (int i = 0; i < 2000; ++i) {
            before += u"word%1 "_s.arg(i);
            after += u"word%1 "_s.arg(i % 7 == 0 ? -i : i);
        }
        const WordDiff diff = wordDiff(before, after);
        QString again;
        for (const DiffPiece &piece : diff.after)
            again += piece.text;
        QCOMPARE(again, after);
    }
};

YAODIAN_TEST_GUILESS(WordDiffTest)

} // namespace reader_worddiff_test

#include "worddiff_test.moc"
