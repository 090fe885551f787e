#include "pdf/searching.h"
#include "tests/support/testmain.h"

#include "tests/app/pdf/grid.h"

namespace pdf_searching {

using namespace yaodian;
using namespace yaodian::pdf;

Matcher matcherOf(const SearchQuery &query)
{
    auto matcher = Matcher::of(query);
    if (!matcher)
        qFatal("%s", qPrintable(matcher.error().message));
    return std::move(matcher).value();
}

QStringList found(const QString &text, const SearchQuery &query)
{
    const PageText page = set(text);
    const auto ranges = matcherOf(query).in(page);
    if (!ranges)
        return {ranges.error().message};
    QStringList out;
    for (const TextRange &range : *ranges)
        out.append(part(page, range));
    return out;
}

SearchQuery regex(const QString &pattern)
{
    return {pattern, true};
}

/// A page of blocks, each a kind and its text.
PageText pageOf(const QList<std::pair<BlockKind, QString>> &blocks)
{
    QString text;
    QList<TextBlock> kinds;
    for (const auto &[kind, words] : blocks) {
        text += text.isEmpty() ? QString() : QStringLiteral("\n\n");
        TextBlock block;
        block.kind = kind;
        block.range = {int(text.size()), int(text.size() + words.size())};
        kinds.append(block);
        text += words;
    }
    PageText page = set(text);
    page.blocks = kinds;
    return page;
}

class TestSearching : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void caseCountsWhereItIsAskedFor()
    {
        const QString text = QStringLiteral("GAN gan Gan e\ufb03cient");
        QCOMPARE(found(text, {QStringLiteral("GAN")}).size(), 3);
        QCOMPARE(found(text, {QStringLiteral("GAN"), false, false, true}), QStringList{QStringLiteral("GAN")});
        QCOMPARE(found(text, {QStringLiteral("efficient"), false, false, true}),
                 QStringList{QStringLiteral("e\ufb03cient")});
    }

    void wholeWordsEndWhereWordsEnd_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("needle");
        QTest::addColumn<int>("hits");
        QTest::newRow("within a word") << QStringLiteral("an organ and a gang") << QStringLiteral("gan") << 0;
        QTest::newRow("beside marks") << QStringLiteral("(GAN), a gan.") << QStringLiteral("gan") << 2;
        QTest::newRow("chinese beside latin") << QStringLiteral("我们用GAN训练") << QStringLiteral("gan") << 1;
        QTest::newRow("chinese among chinese") << QStringLiteral("扩散模型推导") << QStringLiteral("模型") << 1;
        QTest::newRow("over a hyphen") << QStringLiteral("compi-\nlation") << QStringLiteral("compilation") << 1;
        QTest::newRow("half of a broken word") << QStringLiteral("accept-\nable") << QStringLiteral("able") << 0;
        QTest::newRow("own hyphen") << QStringLiteral("state-of-the-\nart") << QStringLiteral("the-art") << 1;
        QTest::newRow("underscore") << QStringLiteral("a_gan") << QStringLiteral("gan") << 0;
    }

    void wholeWordsEndWhereWordsEnd()
    {
        QFETCH(QString, text);
        QFETCH(QString, needle);
        QFETCH(int, hits);
        QCOMPARE(found(text, {needle, false, true}).size(), hits);
    }

    void expressionsRunOverLineEnds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QStringList>("hits");
        const auto row = [](const char *name, const char16_t *text, const char16_t *pattern, const QStringList &hits) {
            QTest::newRow(name) << QString::fromUtf16(text) << QString::fromUtf16(pattern) << hits;
        };
        row("lines", u"two\nwords here", u"two\\s\\w+", {QStringLiteral("two\nwords")});
        row("a mended hyphen", u"the compi-\nlation", u"\\w+tion", {QStringLiteral("compi-\nlation")});
        row("a hyphen of its own", u"self-\nattention", u"self-\\w+", {QStringLiteral("self-\nattention")});
        row("case", u"BERT bert", u"bert", {QStringLiteral("BERT"), QStringLiteral("bert")});
        row("chinese", u"扩散模\n型", u"扩散.型", {QStringLiteral("扩散模\n型")});
        row("starts of paragraphs", u"Figure 1\nFigure 2\n\nFigure 3", u"^Figure \\d",
            {QStringLiteral("Figure 1"), QStringLiteral("Figure 3")});
        row("nothing at all", u"abc", u"x*", {});
        row("letters of any script", u"naïve", u"\\bna\\w+e\\b", {QStringLiteral("naïve")});
    }

    void expressionsRunOverLineEnds()
    {
        QFETCH(QString, text);
        QFETCH(QString, pattern);
        QFETCH(QStringList, hits);
        QCOMPARE(found(text, regex(pattern)), hits);
    }

    void whatIsNoExpressionIsSaidInOneSentence()
    {
        const auto bad = Matcher::of(regex(QStringLiteral("a(b")));
        QVERIFY(!bad);
        QVERIFY2(bad.error().message.startsWith(QStringLiteral("This is no regular expression: ")),
                 qPrintable(bad.error().message));
        QVERIFY(bad.error().message.endsWith(QStringLiteral("(at character 4).")));
        const auto endless = Matcher::of(regex(QString(5000, u'a')));
        QVERIFY(!endless);
    }

    void anExpressionThatTriesTooManyWaysEndsWithASentence()
    {
        const QString text = QString(60, u'a') + QStringLiteral("!");
        QCOMPARE(found(text, regex(QStringLiteral("^(a+)+$"))),
                 QStringList{QStringLiteral("This regular expression takes too long; a simpler one may do.")});
    }

    void aLongSearchCanBeStopped()
    {
        int asked = 0;
        const auto stopped = matcherOf(regex(QStringLiteral("a"))).in(set(QStringLiteral("a\n\na\n\na\n\na")), [&] {
            return ++asked == 3;
        });
        QVERIFY(!stopped);
        QVERIFY(stopped.error().isCancelled());
        QCOMPARE(asked, 3);
    }

    void aLetterThatIsEverywhereIsFoundABoundedNumberOfTimes()
    {
        QCOMPARE(found(QString(100'000, u'a'), {QStringLiteral("a")}).size(), 2000);
        QCOMPARE(found(QString(100'000, u'a'), regex(QStringLiteral("."))).size(), 2000);
    }

    void theWordsAroundStandAsTheyDoOnThePage()
    {
        const auto shown = [](const QString &text, const QString &word) {
            const auto hits = matcherOf({word}).hits(0, set(text), nullptr);
            return hits && hits->size() == 1
                       ? hits->first().before + u'|' + hits->first().match + u'|' + hits->first().after
                       : QString();
        };
        QCOMPARE(shown(u"Two walruses swim"_qs, u"walrus"_qs), u"Two |walrus|es swim"_qs);
        QCOMPARE(shown(u"the end\nof a line"_qs, u"end"_qs), u"the |end| of a line"_qs);
        QCOMPARE(shown(u"模型从图像\n学到文字"_qs, u"图像"_qs), u"模型从|图像|学到文字"_qs);
    }

    void aWordThatGoesOnOnTheNextPageIsAHitOfTheFirst()
    {
        const PageText page = pageOf({{BlockKind::Header, QStringLiteral("Running title")},
                                      {BlockKind::Body, QStringLiteral("Here the text ends with compi-")},
                                      {BlockKind::Footnote, QStringLiteral("1 a footnote")},
                                      {BlockKind::Footer, QStringLiteral("7")}});
        const PageText next = pageOf({{BlockKind::Header, QStringLiteral("The other title")},
                                      {BlockKind::Body, QStringLiteral("lation of the traces and more")}});
        const auto hits = matcherOf({QStringLiteral("compilation of")}).hits(3, page, &next);
        QVERIFY(hits);
        QCOMPARE(hits->size(), 1);
        const SearchHit &hit = hits->first();
        QVERIFY(hit.goesOn);
        QCOMPARE(hit.page, 3);
        QCOMPARE(part(page, hit.range), QStringLiteral("compi-"));
        QCOMPARE(hit.boxes.size(), 1);
        QCOMPARE(hit.match, QStringLiteral("compilation of"));
        QCOMPARE(hit.after, QStringLiteral(" the traces and more"));
        QCOMPARE(hit.before, QStringLiteral("Running title Here the text ends with "));
        // What lies within one page is that page's alone.
        QVERIFY(matcherOf({QStringLiteral("traces")}).hits(3, page, &next)->isEmpty());
        QCOMPARE(matcherOf({QStringLiteral("ends with")}).hits(3, page, &next)->size(), 1);
        QCOMPARE(matcherOf(regex(QStringLiteral("compi\\w+ of"))).hits(3, page, &next)->size(), 1);
        QVERIFY(matcherOf({QStringLiteral("compilation of")}).hits(3, page, nullptr)->isEmpty());
    }
};

YAODIAN_TEST_GUILESS(TestSearching)

} // namespace pdf_searching

#include "searching.moc"
