// Every encoding that pages come in, under its own name, a wrong one and none, whole and cut off.
#include "digest/encoding.h"
#include "digest/plausible.h"
#include "tests/support/testmain.h"

#include <iconv.h>
#include <QtTest>

namespace digest_encodings {

using namespace yaodian::digest;
using namespace Qt::StringLiterals;

QByteArray encoded(const QString &text, const char *encoding)
{
    QByteArray in = text.toUtf8();
    QByteArray out(in.size() * 4 + 64, '\0');
    iconv_t handle = iconv_open(encoding, "UTF-8");
    if (handle == iconv_t(-1))
        qFatal("no encoding %s", encoding);
    char *from = in.data();
    char *to = out.data();
    size_t left = size_t(in.size());
    size_t room = size_t(out.size());
    const size_t lost = iconv(handle, &from, &left, &to, &room);
    iconv(handle, nullptr, nullptr, &to, &room); // back to ASCII
    iconv_close(handle);
    if (lost != 0)
        qFatal("%s cannot write the text", encoding);
    out.truncate(to - out.constData());
    return out;
}

const QString simplified = u"今天的论文有三篇，都与语言模型有关。第一篇研究怎样用更少的数据训练，第二篇讨论模型的记忆，"
                           u"第三篇提出新的评价方法。"
                           "我们逐一介绍它们的动机、方法和结果。"_s;
const QString traditional = u"今天的論文有三篇，都與語言模型有關。第一篇研究怎樣用更少的資料訓練，第二篇討論模型的記憶"
                            u"，第三篇提出新的評價方法。"
                            "我們逐一介紹它們的動機、方法和結果。"_s;
const QString japanese =
    u"今日の論文は三つあります。すべて言語モデルに関するものです。最初の論文は少ないデータでの学習について述べています。"_s;
const QString korean =
    u"오늘의 논문은 세 편입니다. 모두 언어 모델에 관한 것입니다. 첫 번째 논문은 적은 데이터로 학습하는 방법을 다룹니다."_s;
const QString russian =
    u"Сегодня три статьи, все о языковых моделях. Первая изучает обучение на малых данных, вторая обсуждает память моделей."_s;
const QString french =
    u"Aujourd’hui : trois articles sur les modèles de langue. Le premier étudie l’apprentissage à partir de peu de données — à lire."_s;
const QString german =
    u"Heute drei Aufsätze über große Sprachmodelle. Der erste prüft, wie man mit weniger Daten übt; schön."_s;
const QString czech =
    u"Dnes tři články o jazykových modelech. První zkoumá, jak se učit z menšího množství dat, druhý řeší paměť."_s;
const QString greek =
    u"Σήμερα τρία άρθρα για γλωσσικά μοντέλα. Το πρώτο μελετά τη μάθηση από λίγα δεδομένα, το δεύτερο τη μνήμη."_s;
const QString turkish =
    u"Bugün dil modelleri üzerine üç makale var. İlki az veriyle öğrenmeyi, ikincisi modelin belleğini tartışıyor; şöyle."_s;

QByteArray labelled(const QByteArray &encoding, const QByteArray &text)
{
    return "<html><head><meta charset=\"" + encoding + "\"></head><body><p>" + text + "</p></body></html>";
}

QString read(const QByteArray &bytes, const QString &mediaType = {})
{
    const auto decoded = decode(bytes, {{}, mediaType, {}});
    return decoded ? decoded->text : u"refused: "_s + decoded.error().message;
}

class EncodingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRead_data();
    void isRead();
    void wrongLabelsAreNotBelieved_data();
    void wrongLabelsAreNotBelieved();
    void withoutALabel_data();
    void withoutALabel();
    void marksDecide_data();
    void marksDecide();
    void cutAnywhereGivesNoMojibake_data();
    void cutAnywhereGivesNoMojibake();
    void fewDamagedBytesCostFewCharacters_data();
    void fewDamagedBytesCostFewCharacters();
    void controlsOfWindowsAreItsQuotes();
    void rareCharactersOfLargerSetsAreRead();
    void fewCharactersAreReadAsDeclared_data();
    void fewCharactersAreReadAsDeclared();
    void mainframesAreRead_data();
    void mainframesAreRead();
    void shortTexts_data();
    void shortTexts();
    void plausibleTextIsToldFromMojibake();
    void longRunsAreToldFromAccents();
};

void EncodingsTest::isRead_data()
{
    QTest::addColumn<QByteArray>("label");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *label, const char *encoding, const QString &text) {
        QTest::addRow("%s as %s", encoding, label) << QByteArray(label) << encoded(text, encoding) << text;
    };
    for (const char *label : {"gb2312", "GBK", "gb18030", "x-gbk", "cp936"})
        row(label, "GB18030", simplified);
    row("gb2312", "GB18030", traditional); // characters beyond GB2312 under its name
    for (const char *label : {"big5", "Big5-HKSCS", "x-x-big5"})
        row(label, "BIG5", traditional);
    row("shift_jis", "CP932", japanese);
    row("x-sjis", "CP932", japanese);
    row("euc-jp", "EUC-JP", japanese);
    row("iso-2022-jp", "ISO-2022-JP", japanese);
    row("euc-kr", "UHC", korean);
    row("ks_c_5601-1987", "UHC", korean);
    row("windows-1251", "WINDOWS-1251", russian);
    row("koi8-r", "KOI8-R", russian);
    row("iso-8859-5", "ISO-8859-5", russian);
    row("iso-8859-1", "WINDOWS-1252", french); // with the quotes and dashes of windows-1252
    row("windows-1252", "WINDOWS-1252", french);
    row("us-ascii", "WINDOWS-1252", german);
    row("iso-8859-15", "ISO-8859-15", german);
    row("windows-1250", "WINDOWS-1250", czech);
    row("iso-8859-2", "ISO-8859-2", czech);
    row("windows-1253", "WINDOWS-1253", greek);
    row("iso-8859-7", "ISO-8859-7", greek);
    row("windows-1254", "WINDOWS-1254", turkish);
    row("iso-8859-9", "WINDOWS-1254", turkish);
    row("utf-8", "UTF-8", simplified);
    row("utf8", "UTF-8", russian);
}

void EncodingsTest::isRead()
{
    QFETCH(QByteArray, label);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QCOMPARE(read(labelled(label, bytes)).section(u"<p>"_s, 1).section(u"</p>"_s, 0, 0), text);
    const QByteArray xml = "<?xml version='1.0' encoding='" + label + "'?><rss><p>" + bytes + "</p></rss>";
    QVERIFY(read(xml).contains(text));
    QVERIFY(read("<p>" + bytes + "</p>", u"text/html; charset="_s + QString::fromLatin1(label)).contains(text));
}

void EncodingsTest::wrongLabelsAreNotBelieved_data()
{
    QTest::addColumn<QByteArray>("label");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *label, const char *encoding, const QString &text) {
        QTest::addRow("%s called %s", encoding, label) << QByteArray(label) << encoded(text, encoding) << text;
    };
    for (const char *label :
         {"gb2312", "big5", "iso-8859-1", "windows-1251", "shift_jis", "euc-kr", "utf-16", "x-unheard-of"})
        row(label, "UTF-8", simplified);
    for (const char *label :
         {"utf-8", "iso-8859-1", "us-ascii", "windows-1252", "big5", "euc-kr", "utf-16", "x-unheard-of"})
        row(label, "GB18030", simplified);
    for (const char *label : {"utf-8", "iso-8859-1", "gb2312", "gbk"})
        row(label, "BIG5", traditional);
    for (const char *label : {"utf-8", "iso-8859-1"}) {
        row(label, "CP932", japanese);
        row(label, "EUC-JP", japanese);
        row(label, "UHC", korean);
        row(label, "WINDOWS-1251", russian);
    }
    row("utf-8", "WINDOWS-1252", french);
    row("utf-8", "WINDOWS-1252", german);
}

void EncodingsTest::wrongLabelsAreNotBelieved()
{
    QFETCH(QByteArray, label);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QCOMPARE(read(labelled(label, bytes)).section(u"<p>"_s, 1).section(u"</p>"_s, 0, 0), text);
}

void EncodingsTest::withoutALabel_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *encoding, const QString &text) {
        QTest::newRow(encoding) << encoded(text, encoding) << text;
    };
    row("UTF-8", simplified);
    row("GB18030", simplified);
    row("BIG5", traditional);
    row("CP932", japanese);
    row("EUC-JP", japanese);
    row("ISO-2022-JP", japanese);
    row("UHC", korean);
    row("WINDOWS-1251", russian);
    row("KOI8-R", russian);
    row("WINDOWS-1252", french);
    row("WINDOWS-1252", german);
    row("UTF-16LE", simplified.repeated(2) + u" some words that are ASCII and make the zeros frequent"_s);
    row("UTF-16BE", french);
    row("UTF-32LE", french);
    row("UTF-32BE", simplified);
}

void EncodingsTest::withoutALabel()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QCOMPARE(read(bytes), text);
}

void EncodingsTest::marksDecide_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("UTF-8") << "\xEF\xBB\xBF" + simplified.toUtf8();
    QTest::newRow("UTF-16LE") << "\xFF\xFE" + encoded(simplified, "UTF-16LE");
    QTest::newRow("UTF-16BE") << "\xFE\xFF" + encoded(simplified, "UTF-16BE");
    QTest::newRow("UTF-32LE") << QByteArray("\xFF\xFE\0\0", 4) + encoded(simplified, "UTF-32LE");
    QTest::newRow("UTF-32BE") << QByteArray("\0\0\xFE\xFF", 4) + encoded(simplified, "UTF-32BE");
    QTest::newRow("GB18030") << "\x84\x31\x95\x33" + encoded(simplified, "GB18030");
}

void EncodingsTest::marksDecide()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(read(bytes, u"text/html; charset=iso-8859-1"_s), simplified);
}

void EncodingsTest::cutAnywhereGivesNoMojibake_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    for (const char *encoding : {"UTF-8", "GB18030"})
        QTest::newRow(encoding) << labelled(encoding, encoded(simplified, encoding))
                                << QString::fromUtf8(labelled(encoding, simplified.toUtf8()));
    QTest::newRow("BIG5") << labelled("big5", encoded(traditional, "BIG5"))
                          << QString::fromUtf8(labelled("big5", traditional.toUtf8()));
}

void EncodingsTest::cutAnywhereGivesNoMojibake()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    for (qsizetype size = 1; size < bytes.size(); ++size) {
        const QString found = read(bytes.left(size));
        QVERIFY2(text.startsWith(found), qPrintable(u"%1 bytes: %2"_s.arg(size).arg(found)));
    }
}

void EncodingsTest::fewDamagedBytesCostFewCharacters_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("UTF-8") << labelled("utf-8", simplified.toUtf8()) << simplified;
    QTest::newRow("UTF-8 called GB2312") << labelled("gb2312", simplified.toUtf8()) << simplified;
    QTest::newRow("GB18030") << labelled("gb2312", encoded(simplified, "GB18030")) << simplified;
}

void EncodingsTest::fewDamagedBytesCostFewCharacters()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QByteArray damaged = bytes;
    damaged[damaged.indexOf("<p>") + 45] = '\xFF';
    const QString found = read(damaged);
    QVERIFY(found.contains(text.left(12)));
    QVERIFY(found.contains(text.right(30)));
    QVERIFY(decode(damaged, {})->repairs.size() >= 1);
}

void EncodingsTest::controlsOfWindowsAreItsQuotes()
{
    QCOMPARE(read(u"don\u0092t \u0096 \u0085"_s.toUtf8()), u"don’t – …"_s);
}

void EncodingsTest::rareCharactersOfLargerSetsAreRead()
{
    const QString rare = u"朱镕基与𠮷野家，张旻旼，囧，"_s + simplified;
    QCOMPARE(read(labelled("gb2312", encoded(rare, "GB18030"))).section(u"<p>"_s, 1).section(u"</p>"_s, 0, 0), rare);
}

void EncodingsTest::fewCharactersAreReadAsDeclared_data()
{
    QTest::addColumn<QByteArray>("label");
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QString>("character");
    QTest::newRow("a line of KOI8") << QByteArray("KOI8-R") << QByteArray("KOI8-R") << u"─"_s;
    QTest::newRow("its short name") << QByteArray("csKOI8R") << QByteArray("KOI8-R") << u"─"_s;
    QTest::newRow("Macintosh") << QByteArray("x-mac-roman") << QByteArray("MACINTOSH") << u"Ä"_s;
    QTest::newRow("Macintosh, Central Europe")
        << QByteArray("MacCentralEurope") << QByteArray("MAC-CENTRALEUROPE") << u"č"_s;
    QTest::newRow("an underscore") << QByteArray("windows_1251") << QByteArray("WINDOWS-1251") << u"Ђ"_s;
    QTest::newRow("Iceland") << QByteArray("cp_is") << QByteArray("IBM861") << u"Þ"_s;
}

void EncodingsTest::fewCharactersAreReadAsDeclared()
{
    QFETCH(QByteArray, label);
    QFETCH(QByteArray, encoding);
    QFETCH(QString, character);
    const QString text = u"<?xml version='1.0' encoding='%1'?><feed><title>%2</title></feed>"_s.arg(
        QString::fromLatin1(label), character);
    QCOMPARE(read(encoded(text, encoding.constData())), text);
}

void EncodingsTest::mainframesAreRead_data()
{
    QTest::addColumn<QByteArray>("label");
    QTest::addColumn<QByteArray>("encoding");
    QTest::newRow("usual") << QByteArray("cp037") << QByteArray("CP037");
    QTest::newRow("by an old name") << QByteArray("IBM039") << QByteArray("CP037");
    QTest::newRow("of another country") << QByteArray("EBCDIC_CP_BE") << QByteArray("EBCDIC-CP-BE");
    QTest::newRow("under a name that nobody knows") << QByteArray("x-mine") << QByteArray("CP037");
}

void EncodingsTest::mainframesAreRead()
{
    QFETCH(QByteArray, label);
    QFETCH(QByteArray, encoding);
    const QString text = u"<?xml version='1.0' encoding='%1'?><feed><title>Ein schöner Satz</title></feed>"_s.arg(
        QString::fromLatin1(label));
    QCOMPARE(read(encoded(text, encoding.constData())), text);
}

void EncodingsTest::shortTexts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("one character of UTF-8") << u"a 论"_s.toUtf8() << u"a 论"_s;
    QTest::newRow("a few of GB2312") << encoded(u"论文要点"_s, "GB18030") << u"论文要点"_s;
    QTest::newRow("a few of Big5") << labelled("big5", encoded(u"論文要點"_s, "BIG5"))
                                   << QString::fromUtf8(labelled("big5", u"論文要點"_s.toUtf8()));
    QTest::newRow("UTF-8 with one bad byte")
        << QByteArray("\xE8\xAE\xBA\xE6\x96\x87\xE7\x9A\x84 \xE8 x") << u"论文的 \uFFFD x"_s;
    QTest::newRow("an accent") << QByteArray("caf\xE9 noir") << u"café noir"_s;
    QTest::newRow("quotes of windows") << QByteArray("\x93quoted\x94 words") << u"“quoted” words"_s;
}

void EncodingsTest::shortTexts()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QCOMPARE(read(bytes), text);
}

void EncodingsTest::plausibleTextIsToldFromMojibake()
{
    for (const QString &text : {simplified, traditional, japanese, korean, russian, french, u"ASCII alone"_s})
        QVERIFY2(plausibility(text) > 0.92, qPrintable(text));
    for (const QString &wrong : {u"浠婂ぉ鐨勮鏂囨湁涓夌瘒"_s, u"ヘ､ﾎﾄﾓﾐﾈ､"_s, u"锟斤拷锟斤拷"_s})
        QVERIFY2(plausibility(wrong) < 0.92, qPrintable(u"%1 %2"_s.arg(wrong).arg(plausibility(wrong))));
}

void EncodingsTest::longRunsAreToldFromAccents()
{
    QVERIFY(hasLongRuns(encoded(simplified, "GB18030")));
    QVERIFY(hasLongRuns(encoded(russian, "WINDOWS-1251")));
    QVERIFY(!hasLongRuns(encoded(french, "WINDOWS-1252")));
    QVERIFY(!hasLongRuns("ASCII"));
}

YAODIAN_TEST_APPLESS(EncodingsTest)

} // namespace digest_encodings

#include "encodings.moc"
