#include "notes/anchoring.h"
#include "tests/support/testmain.h"

#include "notes/alignment.h"
#include "notes/notes.h"
#include "pdf/document.h"
#include "tests/support/versions.h"

#include <QTest>

namespace notes_anchoring {

using namespace yaodian;
using namespace yaodian::notes;
using State = library::Placement::State;
using tests::OtherVersion;

const QString papers = QStringLiteral(YAODIAN_CORPUS "/pdfs/papers/");

const QStringList First{
    QStringLiteral("A walrus sleeps on the ice for many hours of the day.\nIt wakes when the tide comes in, and looks "
                   "for mussels on the ground of the sea.\nNo other animal of the north digs for them with its lips."),
    QStringLiteral("The colony counts some four hundred animals in summer.\nIn winter most of them leave for open "
                   "water, which is far to the south of here.\nWhat they do there is hardly known to anybody."),
    QStringLiteral("\u6d77\u8c61\u5728\u51b0\u4e0a\u7761\u5f88\u957f\u65f6\u95f4\uff0c\u6da8\u6f6e\u65f6"
                   "\u9192\u6765\u3002\u5b83\u4eec\u7528\u5634\u5507\u5728\u6d77\u5e95\u6316\u8d1d"
                   "\u7c7b\u3002\u51ac\u5929\u5927\u591a\u6570\u6d77\u8c61\u79bb\u5f00\u8fd9\u91cc"
                   "\u3002")};

QList<pdf::PageText> pagesOf(const QStringList &texts)
{
    QList<pdf::PageText> pages;
    for (const QString &text : texts) {
        pdf::PageText page;
        page.text = text;
        page.boxes.resize(text.size(), Box{0.1, 0.1, 0.2, 0.2});
        page.blocks.append({{0, int(text.size())}, pdf::BlockKind::Body, 0, {}});
        pages << page;
    }
    return pages;
}

/// As it was stored when it was marked on the first version.
Anchor anchorOf(const QString &words, int page)
{
    const QList<pdf::PageText> pages = pagesOf(First);
    const auto range = findQuote(pages.at(page), words);
    if (!range)
        qFatal("%s is not there", qPrintable(words));
    const Passage passage = passageOf(pages.at(page), *range, page, {});
    return {passage.quote, passage.prefix, passage.suffix, page};
}

/// What is found, a page a line: "2: its words".
QString foundIn(const QStringList &texts, const Anchored &anchored)
{
    QStringList out;
    for (const Anchored::Stretch &stretch : anchored.where) {
        const QString words = texts.at(stretch.page).mid(stretch.range.from, stretch.range.to - stretch.range.from);
        out << QStringLiteral("%1: %2").arg(stretch.page + 1).arg(words.simplified());
    }
    return out.join(QLatin1Char('\n'));
}

class TestAnchoring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theStretchMostLike()
    {
        const Alignment exact = mostLike(u"sleeps", u"a walrus sleeps well");
        QCOMPARE(exact.from, 9);
        QCOMPARE(exact.to, 15);
        QCOMPARE(exact.edits, 0);
        const Alignment near = mostLike(u"walruses sleep", u"the walrus sleeps");
        QCOMPARE(near.from, 4);
        QCOMPARE(near.edits, 2);
        QCOMPARE(mostLike(u"abc", u"").edits, 3);
        QCOMPARE(likenessAtEnd(u"the tide", u"with the tide"), 1.0);
        QVERIFY(likenessAtEnd(u"the tide", u"the tide comes in") < 0.5);
        QCOMPARE(likenessAtStart(u"the tide", u"the tide comes in"), 1.0);
        QCOMPARE(likenessAtEnd(u"", u"any"), 0.0);
    }

    void thePlaceInAnotherVersion_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("page");
        QTest::addColumn<QStringList>("texts");
        QTest::addColumn<State>("state");
        QTest::addColumn<QString>("found");
        const QString sentence = QStringLiteral("It wakes when the tide comes in, and looks for mussels");
        const QString tide = QStringLiteral("1: It wakes when the tide comes in, and looks for mussels");
        QTest::newRow("the same text") << sentence << 0 << First << State::Same << tide;
        QStringList other = First;
        other.prepend(QStringLiteral("A page before it."));
        QTest::newRow("a page further on")
            << sentence << 0 << other << State::Same << QStringLiteral("2") + tide.mid(1);
        other = First;
        other[0].replace(QStringLiteral("when the tide comes in"), QStringLiteral("as soon as the flood comes"));
        QTest::newRow("words changed") << sentence << 0 << other << State::Changed
                                       << QStringLiteral(
                                              "1: It wakes as soon as the flood comes, and looks for mussels");
        other = First;
        other[0].replace(QStringLiteral("looks for mussels on"), QStringLiteral("hunts clams on"));
        QTest::newRow("its end changed") << sentence << 0 << other << State::Changed
                                         << QStringLiteral("1: It wakes when the tide comes in, and hunts clams");
        other = First;
        other[0].replace(
            QStringLiteral("It wakes when the tide comes in, and looks for mussels on the ground of the sea.\n"),
            QString());
        QTest::newRow("taken out") << sentence << 0 << other << State::Gone << QString();
        other = First;
        other[0].replace(QStringLiteral("looks for mussels on the ground of the sea"), QStringLiteral("sleeps again"));
        other[1] += QStringLiteral(" Divers say that it looks for mussels on the ground of rivers.");
        QTest::newRow("taken out, and its like elsewhere")
            << QStringLiteral("looks for mussels on the ground") << 0 << other << State::Review
            << QStringLiteral("2: looks for mussels on the ground");
        other = {First[0].left(90), First[0].mid(90), First[1]};
        QTest::newRow("over a page break")
            << sentence << 0 << other << State::Same
            << QStringLiteral("1: It wakes when the tide comes in, and\n2: looks for mussels");
        QTest::newRow("a term among its words")
            << QStringLiteral("lips") << 0 << First << State::Same << QStringLiteral("1: lips");
        other = {QStringLiteral("Many lips. Other lips."), First[1], QStringLiteral("No lips.")};
        QTest::newRow("a term among other words")
            << QStringLiteral("lips") << 0 << other << State::Review << QStringLiteral("1: lips");
        other = {First[0] + QLatin1Char('\n') + First[0], First[1]};
        QTest::newRow("twice, all around the same") << sentence << 0 << other << State::Review << tide;
        const QString chinese = QStringLiteral("\u5b83\u4eec\u7528\u5634\u5507\u5728\u6d77\u5e95\u6316\u8d1d\u7c7b");
        QTest::newRow("Chinese") << chinese << 2 << First << State::Same << QStringLiteral("3: ") + chinese;
        other = First;
        other[2].replace(QStringLiteral("\u5634\u5507\u5728"), QStringLiteral("\u80e1\u987b\u5728"));
        QTest::newRow("Chinese, changed")
            << chinese << 2 << other << State::Changed
            << QStringLiteral("3: ") +
                   QString(chinese).replace(QStringLiteral("\u5634\u5507"), QStringLiteral("\u80e1\u987b"));
        QTest::newRow("nothing at all") << sentence << 0 << QStringList() << State::Gone << QString();
        QTest::newRow("pages without text")
            << sentence << 0 << QStringList({QString(), QString()}) << State::Gone << QString();
    }

    void thePlaceInAnotherVersion()
    {
        QFETCH(QString, words);
        QFETCH(int, page);
        QFETCH(QStringList, texts);
        QFETCH(State, state);
        QFETCH(QString, found);
        const Anchored anchored = Anchoring(pagesOf(texts)).find(anchorOf(words, page));
        QCOMPARE(foundIn(texts, anchored), found);
        QCOMPARE(anchored.state, state);
    }

    void headsAndFeet_tearNoPassageApart_andAreFoundThemselves()
    {
        QStringList texts{First[0].left(90), QStringLiteral("Of walruses, volume 3\n\n") + First[0].mid(90)};
        QList<pdf::PageText> pages = pagesOf(texts);
        pages[1].blocks = {{{0, 21}, pdf::BlockKind::Header, 0, {}},
                           {{23, int(texts[1].size())}, pdf::BlockKind::Body, 0, {}}};
        const Anchoring anchoring(pages);
        const Anchored body = anchoring.find(anchorOf(QStringLiteral("It wakes when the tide comes in, and looks"), 0));
        QCOMPARE(body.state, State::Same);
        QCOMPARE(foundIn(texts, body), QStringLiteral("1: It wakes when the tide comes in, and\n2: looks"));
        const Anchored head = anchoring.find({QStringLiteral("Of walruses, volume 3"), {}, {}, 1});
        QCOMPARE(foundIn(texts, head), QStringLiteral("2: Of walruses, volume 3"));
    }

    void anEmptyQuote_isNowhere()
    {
        QCOMPARE(Anchoring(pagesOf(First)).find({}).state, State::Gone);
        QCOMPARE(Anchoring(pagesOf(First)).find({QStringLiteral(" - "), {}, {}, 0}).state, State::Gone);
    }

    void versionsOfRealPapers_data()
    {
        QTest::addColumn<bool>("heavy");
        for (const char *name : {"attention_clean", "tidydata_jss", "zh_vae_web"}) {
            QTest::newRow(qPrintable(QStringLiteral("%1 light").arg(QLatin1String(name)))) << false;
            QTest::newRow(qPrintable(QStringLiteral("%1 heavy").arg(QLatin1String(name)))) << true;
        }
    }

    /// Few of them wrong, most right, for the rest one is asked; the figures of all papers are in the benchmark.
    void versionsOfRealPapers()
    {
        QFETCH(bool, heavy);
        const QString name = QString::fromLatin1(QTest::currentDataTag()).section(QLatin1Char(' '), 0, 0);
        const auto pages = pdf::readText(papers + name + QStringLiteral(".pdf"));
        QVERIFY(pages);
        const OtherVersion other(*pages, heavy ? tests::HeavyEdits : tests::LightEdits, 7);
        const Anchoring anchoring(other.pages());
        int right = 0, wrong = 0, all = 0;
        for (const OtherVersion::Stretch &before : tests::passagesOf(*pages, 60, 11)) {
            const Passage passage = passageOf(pages->at(before.page), before.range, before.page, {});
            const Anchored found = anchoring.find({passage.quote, passage.prefix, passage.suffix, passage.page});
            QList<OtherVersion::Stretch> where;
            for (const Anchored::Stretch &stretch : found.where)
                where.append({stretch.page, stretch.range});
            const auto likeness = other.likeness(before, where);
            const bool isThere = likeness && *likeness >= 0.5;
            const bool isPlaced = found.state == State::Same || found.state == State::Changed;
            ++all;
            right += isPlaced ? isThere : found.state == State::Gone && !likeness ? 1 : 0;
            wrong += isPlaced ? !isThere : found.state == State::Gone && likeness ? 1 : 0;
        }
        QVERIFY2(all >= 40 && right * 100 >= all * (heavy ? 70 : 93) && wrong * 100 <= all * 4,
                 qPrintable(QStringLiteral("%1 right and %2 wrong of %3").arg(right).arg(wrong).arg(all)));
    }
};

YAODIAN_TEST_GUILESS(TestAnchoring)

} // namespace notes_anchoring

#include "notes_anchoring.moc"
