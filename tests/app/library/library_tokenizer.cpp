#include "library/query.h"
#include "library/tokenizer.h"
#include "tests/support/testmain.h"

#include <QtTest>

namespace library_tokenizer {

using namespace yaodian::library;

class LibraryTokenizer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_isSplit_data();
    void text_isSplit();
    void offsets_areBytesOfTheText();
    void brokenUtf8_separatesWords();
    void giveMayStop();
    void queries_areTakenApart_data();
    void queries_areTakenApart();
};

/// "term" a position; what is at the same position after '+'.
QString split(const QByteArray &text, TokenUse use)
{
    QString out;
    splitTokens(text, use, [&](const Token &token) {
        if (!out.isEmpty())
            out += QLatin1Char(token.colocated ? '+' : ' ');
        out += QString::fromUtf8(token.term);
        return true;
    });
    return out;
}

void LibraryTokenizer::text_isSplit_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("document");
    QTest::addColumn<QString>("query");
    const auto row = [](const char *text, const char *document, const char *query) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(document) << QString::fromUtf8(query);
    };
    row("", "", "");
    row("Hello, World!", "hello world", "hello world");
    row("图", "图", "图");
    row("图像", "图+图像 像", "图像 像");
    row("扩散模型", "扩+扩散 散+散模 模+模型 型", "扩散 散模 模型 型");
    row("图，像", "图 像", "图 像");
    row("用GPT-4写", "用 gpt 4 写", "用 gpt 4 写");
    row("ResNet50", "resnet50", "resnet50");
    row("naïve Müller", "naive muller", "naive muller");
    row("nai\u0308ve", "naive", "naive");          // the mark of its own
    row("ﬁne oﬃce", "fine office", "fine office"); // ligatures
    row("ＧＰＴ４", "gpt4", "gpt4");               // full width
    row("ex\u00ad"
        "ample",
        "example", "example"); // soft hyphen
    row("zero\u200b"
        "width",
        "zerowidth", "zerowidth");
    row("Ελλάδα", "ελλαδα", "ελλαδα");
    row("カタカナ", "カ+カタ タ+タカ カ+カナ ナ", "カタ タカ カナ ナ");
    row("ｶﾞ", "ガ", "ガ"); // half-width kana with its mark
    row("한국", "한+한국 국", "한국 국");
    row("𠮷野", "𠮷+𠮷野 野", "𠮷野 野"); // beyond the first plane
    row("①", "1", "1");
    row("x²", "x2", "x2");
    row("😀 ok", "ok", "ok");
    row("a_b", "a b", "a b");
}

void LibraryTokenizer::text_isSplit()
{
    QFETCH(QString, text);
    QFETCH(QString, document);
    QFETCH(QString, query);
    QCOMPARE(split(text.toUtf8(), TokenUse::Document), document);
    QCOMPARE(split(text.toUtf8(), TokenUse::Query), query);
}

void LibraryTokenizer::offsets_areBytesOfTheText()
{
    const QByteArray text = QStringLiteral("—Müller 的扩散 oﬃce，ex\u00adam").toUtf8();
    QStringList pieces;
    int last = 0;
    splitTokens(text, TokenUse::Document, [&](const Token &token) {
        if (!token.colocated)
            pieces += QString::fromUtf8(text.mid(token.begin, token.end - token.begin));
        if (token.begin < last || token.end > text.size() || token.end <= token.begin)
            pieces += QStringLiteral("offsets out of order");
        last = token.begin;
        return true;
    });
    QCOMPARE(pieces.join(QLatin1Char('|')), QStringLiteral("Müller|的|扩|散|oﬃce|ex\u00adam"));
}

void LibraryTokenizer::brokenUtf8_separatesWords()
{
    QCOMPARE(split("ab\xff"
                   "cd",
                   TokenUse::Document),
             QStringLiteral("ab cd"));
    QCOMPARE(split("ab\xe6\x89", TokenUse::Document), QStringLiteral("ab"));
    QCOMPARE(split("\xc0\xaf x \xed\xa0\x80 y", TokenUse::Document), QStringLiteral("x y"));
    QCOMPARE(split(QByteArray("a\0b", 3), TokenUse::Document), QStringLiteral("a b"));
    for (int length = 0; length < 256; ++length) // any bytes at all end
        (void)split(QByteArray(length, char(length)), TokenUse::Document);
}

void LibraryTokenizer::giveMayStop()
{
    int given = 0;
    splitTokens("a b c d", TokenUse::Document, [&](const Token &) { return ++given < 2; });
    QCOMPARE(given, 2);
}

void LibraryTokenizer::queries_areTakenApart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("match");
    const auto row = [](const char *text, const char *match) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(match);
    };
    row("ones twos", R"(("ones" * AND "twos" *))");
    row("one two", R"(("one" AND "two"))"); // what begins with three letters is too much
    row("\"one two\"", R"(("one two"))");
    row("扩散 ab", R"(("扩散" AND "ab"))");
    row("one -two -\"three four\"", R"(("one") NOT "two" NOT "three four")");
    row("-one", "");
    row("http://a.b", R"(("http://a.b"))"); // an unknown key is a word
    row("v2", R"(("v2"))");
    row("cat:CL", "");
}

void LibraryTokenizer::queries_areTakenApart()
{
    QFETCH(QString, text);
    QFETCH(QString, match);
    QCOMPARE(matchExpression(parseQuery(text, 0).terms), match);
}

YAODIAN_TEST_GUILESS(LibraryTokenizer)

} // namespace library_tokenizer

#include "library_tokenizer.moc"
