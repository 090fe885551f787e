// Bytes to text: marks, declarations, guesses, damage.
#include "digest/encoding.h"
#include "digesttest.h"
#include "tests/support/testmain.h"

#include <iconv.h>

namespace digest_encoding {

using namespace yaodian::digest;
using namespace yaodian::digest::test;
using namespace Qt::StringLiterals;

QByteArray encoded(const QString &text, const char *encoding)
{
    iconv_t handle = iconv_open(encoding, "UTF-8");
    QByteArray from = text.toUtf8();
    QByteArray to(from.size() * 4 + 16, 0);
    char *in = from.data();
    char *out = to.data();
    size_t left = size_t(from.size());
    size_t room = size_t(to.size());
    iconv(handle, &in, &left, &out, &room);
    iconv_close(handle);
    to.truncate(out - to.constData());
    return to;
}

const QString sentence = u"要点:大型语言模型的能力与参数的数量有关,这里再写一些汉字让猜测有所依据。"_s;

Decoded decoded(const QByteArray &bytes, const QString &mediaType = {})
{
    auto result = decode(bytes, {{}, mediaType, {}});
    return result ? *result : Decoded{};
}

class EncodingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsDeclared_data();
    void readsWhatIsDeclared();
    void validUtf8WinsOverADeclaration();
    void gb2312IsReadAsItsSuperset();
    void undeclaredChineseIsGuessed();
    void latinDefaultOfAServerLosesToChinese();
    void marksDecide_data();
    void marksDecide();
    void utf16WithoutAMark();
    void cutCharacterIsDroppedAndTold_data();
    void cutCharacterIsDroppedAndTold();
    void fewDamagedCharactersStayUtf8();
    void lineEndsBecomeOne();
    void nulsAreRemovedAndTold();
    void metaIsFoundBehindTheFirstKilobyte();
};

void EncodingTest::readsWhatIsDeclared_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("mediaType");
    QTest::addColumn<QString>("encoding");
    QTest::newRow("meta charset") << QByteArray("<html><meta charset=\"gbk\"><p>") + encoded(sentence, "GBK")
                                  << QString() << u"GB18030"_s;
    QTest::newRow("http-equiv") << QByteArray(
                                       "<html><meta http-equiv=Content-Type content='text/html; charset=big5'><p>") +
                                       encoded(u"論文摘要與方法"_s, "BIG5")
                                << QString() << u"BIG5"_s;
    QTest::newRow("XML declaration") << QByteArray("<?xml version='1.0' encoding='gb2312'?><p>") +
                                            encoded(sentence, "GBK")
                                     << QString() << u"GB18030"_s;
    QTest::newRow("media type") << encoded(sentence, "GBK") << u"text/html; charset=GB2312"_s << u"GB18030"_s;
    QTest::newRow("windows-1251") << QByteArray("<meta charset=windows-1251>") +
                                         encoded(u"Привет, мир и статьи"_s, "CP1251")
                                  << QString() << u"WINDOWS-1251"_s;
}

void EncodingTest::readsWhatIsDeclared()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, mediaType);
    QFETCH(QString, encoding);
    const Decoded result = decoded(bytes, mediaType);
    QCOMPARE(result.encoding, encoding);
    QVERIFY(!result.text.contains(QChar(QChar::ReplacementCharacter)));
    QVERIFY(result.text.contains(u"参数"_s) || result.text.contains(u"論文"_s) || result.text.contains(u"статьи"_s));
    QVERIFY(result.repairs.isEmpty());
}

void EncodingTest::validUtf8WinsOverADeclaration()
{
    const Decoded result = decoded("<meta charset=gb2312>" + sentence.toUtf8());
    QCOMPARE(result.encoding, u"UTF-8"_s);
    QVERIFY(result.text.endsWith(sentence));
    QCOMPARE(result.repairs.size(), 1);
    QVERIFY(result.repairs[0].contains(u"gb2312"_s));
}

void EncodingTest::gb2312IsReadAsItsSuperset()
{
    // These characters are in GB18030 and GBK, but not in GB2312.
    const QString rare = u"镕喆堃㐂 — "_s + sentence;
    const Decoded result = decoded("<meta charset=gb2312>" + encoded(rare, "GB18030"));
    QVERIFY(result.text.endsWith(rare));
}

void EncodingTest::undeclaredChineseIsGuessed()
{
    const Decoded result = decoded(encoded(sentence, "GB18030"));
    QCOMPARE(result.encoding, u"GB18030"_s);
    QCOMPARE(result.text, sentence);
}

void EncodingTest::latinDefaultOfAServerLosesToChinese()
{
    const Decoded result = decoded(encoded(sentence.repeated(4), "GB18030"), u"text/html; charset=ISO-8859-1"_s);
    QCOMPARE(result.encoding, u"GB18030"_s);
    QVERIFY(result.text.startsWith(sentence));
    QCOMPARE(result.repairs.size(), 1);
}

void EncodingTest::marksDecide_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    QTest::newRow("UTF-8") << QByteArray("\xEF\xBB\xBF") + sentence.toUtf8() << u"UTF-8"_s;
    QTest::newRow("UTF-16LE") << QByteArray("\xFF\xFE") + encoded(sentence, "UTF-16LE") << u"UTF-16LE"_s;
    QTest::newRow("UTF-16BE") << QByteArray("\xFE\xFF") + encoded(sentence, "UTF-16BE") << u"UTF-16BE"_s;
}

void EncodingTest::marksDecide()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, encoding);
    QCOMPARE(decoded(bytes).encoding, encoding);
    QCOMPARE(decoded(bytes).text, sentence);
}

void EncodingTest::utf16WithoutAMark()
{
    const QString text = u"1. [CL] An English title 和几个汉字, and more English words."_s;
    QCOMPARE(decoded(encoded(text, "UTF-16LE")).text, text);
    QCOMPARE(decoded(encoded(text, "UTF-16BE")).text, text);
}

void EncodingTest::cutCharacterIsDroppedAndTold_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("UTF-8, one byte less") << sentence.toUtf8().chopped(1);
    QTest::newRow("UTF-8, two bytes less") << sentence.toUtf8().chopped(2);
    QTest::newRow("GB18030") << encoded(sentence, "GB18030").chopped(1);
}

void EncodingTest::cutCharacterIsDroppedAndTold()
{
    QFETCH(QByteArray, bytes);
    const Decoded result = decoded(bytes);
    QCOMPARE(result.text, sentence.chopped(1));
    QCOMPARE(result.repairs.size(), 1);
    QVERIFY(result.repairs[0].contains(u"cut off"_s));
}

void EncodingTest::fewDamagedCharactersStayUtf8()
{
    QByteArray bytes = sentence.repeated(5).toUtf8();
    bytes[7] = '\xFF';
    const Decoded result = decoded(bytes);
    QCOMPARE(result.encoding, u"UTF-8"_s);
    QVERIFY(result.text.endsWith(sentence));
    QVERIFY(!result.repairs.isEmpty());
}

void EncodingTest::lineEndsBecomeOne()
{
    QCOMPARE(decoded("a\r\nb\rc\n").text, u"a\nb\nc\n"_s);
}

void EncodingTest::nulsAreRemovedAndTold()
{
    const Decoded result =
        decoded(QByteArray("one ordinary line of text that is long enough for one bad sign ") + '\0' + "and its end");
    QVERIFY(result.text.endsWith(u"sign and its end"_s));
    QCOMPARE(result.repairs.size(), 1);
}

void EncodingTest::metaIsFoundBehindTheFirstKilobyte()
{
    const QByteArray bytes = "<html><!--" + QByteArray("x").repeated(4000) + "--><meta charset='big5'>" +
                             encoded(u"論文摘要與方法"_s, "BIG5");
    QVERIFY(decoded(bytes).text.endsWith(u"論文摘要與方法"_s));
}

YAODIAN_TEST_APPLESS(EncodingTest)

} // namespace digest_encoding

#include "encoding.moc"
