#include "base/ids.h"
#include "base/text.h"
#include "tests/support/testmain.h"

#include <QSet>
#include <QThread>
#include <QtTest>

namespace base_values {

using namespace yaodian;

class BaseValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idFromString_takesOnlyWholeIds_data();
    void idFromString_takesOnlyWholeIds();
    void id_survivesItsForms();
    void nameBasedIds_neverChange();
    void newIds_sortInTheOrderOfMaking();
    void newIds_carryTheTimeAndVersion();
    void newIds_areUniqueAcrossThreads();
    void clockSetBack_keepsTheOrder();
    void text_isNormalised_data();
    void text_isNormalised();
    void titleKeys_lookPastDress_data();
    void titleKeys_lookPastDress();
    void lines_areJoined_data();
    void lines_areJoined();
    void cjk_isKnown();
};

using TestId = Id<struct TestTag>;

void BaseValues::idFromString_takesOnlyWholeIds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    QTest::newRow("lower") << QStringLiteral("5f0c2a1e-7d41-5c3b-9a52-1e6f0b8c4d27") << true;
    QTest::newRow("upper") << QStringLiteral("5F0C2A1E-7D41-5C3B-9A52-1E6F0B8C4D27") << true;
    QTest::newRow("braces") << QStringLiteral("{5f0c2a1e-7d41-5c3b-9a52-1e6f0b8c4d27}") << false;
    QTest::newRow("short") << QStringLiteral("5f0c2a1e-7d41-5c3b-9a52-1e6f0b8c4d2") << false;
    QTest::newRow("other letters") << QStringLiteral("5f0c2a1e-7d41-5c3b-9a52-1e6f0b8c4dzz") << false;
    QTest::newRow("null") << QStringLiteral("00000000-0000-0000-0000-000000000000") << false;
    QTest::newRow("empty") << QString() << false;
}

void BaseValues::idFromString_takesOnlyWholeIds()
{
    QFETCH(QString, text);
    QFETCH(bool, good);
    const auto id = TestId::fromString(text);
    QCOMPARE(id.has_value(), good);
    if (id)
        QCOMPARE(id->toString(), text.toLower());
}

void BaseValues::id_survivesItsForms()
{
    const TestId id(nameBasedUuid(u"test", u"x"));
    QCOMPARE(TestId::fromBytes(id.toBytes()), id);
    QCOMPARE(id.toBytes().size(), 16);
    QCOMPARE(TestId::fromString(id.toString()), std::optional(id));
    QVERIFY(TestId().isNull() && !id.isNull());
    QCOMPARE((QSet<TestId>{id, id, TestId()}).size(), 2);
}

void BaseValues::nameBasedIds_neverChange()
{
    // Every library in the world hangs on these: a change here is a bug, not a new expectation.
    QCOMPARE(nameBasedUuid(u"paper", u"arxiv:2302.03084").toString(QUuid::WithoutBraces),
             QStringLiteral("84e00671-573d-58bb-b872-aa0ace2abbb2"));
    QCOMPARE(nameBasedUuid(u"paper", u"arxiv:2302.03084").version(), QUuid::Sha1);
    QVERIFY(nameBasedUuid(u"paper", u"x") != nameBasedUuid(u"entry", u"x"));
    QCOMPARE(nameBasedUuid(u"source", u"要点"), nameBasedUuid(u"source", u"要点"));
}

void BaseValues::newIds_sortInTheOrderOfMaking()
{
    const FixedClock clock(1'700'000'000'000);
    IdSource ids(clock);
    QByteArray last;
    for (int i = 0; i < 10'000; ++i) { // more than the counter holds within one millisecond
        const QByteArray next = ids.make<struct TestTag>().toBytes();
        QVERIFY(last < next);
        last = next;
    }
}

void BaseValues::newIds_carryTheTimeAndVersion()
{
    const FixedClock clock(0x018f2d40'1234);
    IdSource ids(clock);
    const QByteArray bytes = ids.next().toRfc4122();
    QCOMPARE(bytes.left(6).toHex(), QByteArray("018f2d401234"));
    QCOMPARE(bytes.at(6) & 0xf0, 0x70);
    QCOMPARE(bytes.at(8) & 0xc0, 0x80);
}

void BaseValues::newIds_areUniqueAcrossThreads()
{
    const SystemClock clock;
    IdSource ids(clock);
    QList<QList<QUuid>> made(4);
    QList<QThread *> threads;
    for (auto &list : made) {
        threads += QThread::create([&list, &ids] {
            for (int i = 0; i < 2000; ++i)
                list += ids.next();
        });
        threads.last()->start();
    }
    QSet<QUuid> all;
    for (int i = 0; i < 4; ++i) {
        QVERIFY(threads[i]->wait());
        delete threads[i];
        all += QSet<QUuid>(made[i].begin(), made[i].end());
    }
    QCOMPARE(all.size(), 8000);
}

void BaseValues::clockSetBack_keepsTheOrder()
{
    FixedClock clock(1'700'000'000'000);
    IdSource ids(clock);
    const QByteArray first = ids.next().toRfc4122();
    clock.advance(-3'600'000);
    QVERIFY(first < ids.next().toRfc4122());
}

void BaseValues::text_isNormalised_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("plain");
    QTest::addColumn<QString>("small");
    const auto row = [](const char *text, const char *plain, const char *small) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(plain) << QString::fromUtf8(small);
    };
    row("", "", "");
    row("  A \t  b ", "A b", "a b");
    row("oﬃce", "office", "office");
    row("ＡＢ１", "AB1", "ab1");
    row("soft\u00adhyphen zero\u200bwidth\ufeff", "softhyphen zerowidth", "softhyphen zerowidth");
    row("no\u00a0break\u3000wide", "no break wide", "no break wide");
    row("e\u0301", "é", "é");
    row("要点 ：好", "要点 :好", "要点 :好");
    row("\u200b ", "", "");
}

void BaseValues::text_isNormalised()
{
    QFETCH(QString, text);
    QFETCH(QString, plain);
    QFETCH(QString, small);
    QCOMPARE(normalised(text), plain);
    QCOMPARE(normalised(plain), plain);
    QCOMPARE(folded(text), small);
}

void BaseValues::titleKeys_lookPastDress_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<bool>("same");
    QTest::newRow("case and marks") << QStringLiteral("Pic2Word: Mapping, pictures!")
                                    << QStringLiteral("pic2word — MAPPING Pictures") << true;
    QTest::newRow("another word") << QStringLiteral("Pic2Word") << QStringLiteral("Pic2Words") << false;
    QTest::newRow("Chinese") << QStringLiteral("扩散：模型") << QStringLiteral("扩散模型") << true;
    QTest::newRow("beyond the first plane") << QStringLiteral("𠮷") << QStringLiteral("𠮸") << false;
    QTest::newRow("nothing") << QStringLiteral("!?…") << QString() << true;
}

void BaseValues::titleKeys_lookPastDress()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(bool, same);
    QCOMPARE(titleKey(a) == titleKey(b), same);
}

void BaseValues::lines_areJoined_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QStringList &lines, const QString &text) {
        QTest::newRow(name) << lines << text;
    };
    row("words", {QStringLiteral("one "), QStringLiteral(" two")}, QStringLiteral("one two"));
    row("hyphen", {QStringLiteral("infor-"), QStringLiteral("mation")}, QStringLiteral("information"));
    row("hyphen before a name", {QStringLiteral("Pre-"), QStringLiteral("Trained")}, QStringLiteral("Pre- Trained"));
    row("Chinese", {QStringLiteral("扩散"), QStringLiteral("模型")}, QStringLiteral("扩散模型"));
    row("Chinese and words", {QStringLiteral("扩散"), QStringLiteral("model")}, QStringLiteral("扩散 model"));
    row("empty lines", {QString(), QStringLiteral("a"), QStringLiteral("  "), QStringLiteral("b")},
        QStringLiteral("a b"));
    row("nothing", {}, QString());
}

void BaseValues::lines_areJoined()
{
    QFETCH(QStringList, lines);
    QFETCH(QString, text);
    QCOMPARE(joinLines(lines), text);
}

void BaseValues::cjk_isKnown()
{
    for (const char32_t yes : {U'图', U'か', U'ガ', U'한', U'𠮷', U'㐀'})
        QVERIFY(isCjk(yes));
    for (const char32_t no : {U'a', U'é', U'Ω', U'，', U'：', U'1', U'😀'})
        QVERIFY(!isCjk(no));
}

YAODIAN_TEST_GUILESS(BaseValues)

} // namespace base_values

#include "base_values.moc"
