// An invented digest printed in every habit of its kind and dressed as every kind of page: whatever it wears, the
// reader finds the fields that were put into it.
#include "digesttest.h"
#include "invented.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>

#include <functional>

namespace digest_generated {

using namespace yaodian::digest;
using namespace yaodian::digest::test;
using namespace Qt::StringLiterals;

using Habit = std::pair<const char *, std::function<void(Style &)>>;

/// Habits that do not exclude each other are in different groups; a style takes at most one of each.
const QList<QList<Habit>> &habits()
{
    static const QList<QList<Habit>> all = {
        {{"number 1.", [](Style &s) { s.number = u"%1. "_s; }},
         {"number 1)", [](Style &s) { s.number = u"%1) "_s; }},
         {"number (1)", [](Style &s) { s.number = u"(%1) "_s; }},
         {"number （1）", [](Style &s) { s.number = u"（%1）"_s; }},
         {"number １．", [](Style &s) { s.number = u"１．"_s; }},
         {"number 一、", [](Style &s) { s.number = u"一、"_s; }},
         {"number ①", [](Style &s) { s.number = u"① "_s; }},
         {"number in a keycap", [](Style &s) { s.number = u"emoji"_s; }}},
        {{"tag 【】", [](Style &s) { s.tag = u"【%1】"_s; }},
         {"tag ［］", [](Style &s) { s.tag = u"［%1］ "_s; }},
         {"tag of arXiv", [](Style &s) { s.tag = u"[cs.%1] "_s; }},
         {"tag in bold", [](Style &s) { s.tag = u"[%1]"_s; }},
         {"two codes in a tag", [](Style &s) { s.joint = u"/"_s; }},
         {"two codes with a comma", [](Style &s) { s.joint = u", "_s; }}},
        {{"Chinese title first", [](Style &s) { s.zhPlace = Style::ZhPlace::BeforeAuthors; }}},
        {{"authors labelled", [](Style &s) { s.authors = u"作者：%1"_s; }},
         {"authors labelled in English", [](Style &s) { s.authors = u"Authors: %1"_s; }}},
        {{"full-width commas", [](Style &s) { s.comma = u"，"_s; }},
         {"semicolons", [](Style &s) { s.comma = u"; "_s; }},
         {"Chinese commas", [](Style &s) { s.comma = u"、"_s; }}},
        {{"et al.", [](Style &s) { s.more = u" et al."_s; }},
         {"three dots", [](Style &s) { s.more = u"..."_s; }},
         {"等", [](Style &s) { s.more = u" 等"_s; }},
         {"comma and et al", [](Style &s) { s.more = u", et al"_s; }}},
        {{"places in ［］", [](Style &s) { s.places = u"［%1］"_s; }},
         {"places in 【】", [](Style &s) { s.places = u"【%1】"_s; }},
         {"places in ()", [](Style &s) { s.places = u"(%1)"_s; }},
         {"places in （）", [](Style &s) { s.places = u"（%1）"_s; }},
         {"places labelled", [](Style &s) { s.places = u"单位：%1"_s; }}},
        {{"ampersand without blanks on one side", [](Style &s) { s.ampersand = u"& "_s; }},
         {"full-width ampersand", [](Style &s) { s.ampersand = u"＆"_s; }}},
        {{"places on the authors' line", [](Style &s) { s.placesOnAuthorLine = true; }}},
        {{"year in full width", [](Style &s) { s.year = u"（%1）"_s; }}},
        {{"year behind the authors", [](Style &s) { s.yearBehindAuthors = true; }}},
        {{"要点：", [](Style &s) { s.points = u"要点："_s; }},
         {"【要点】", [](Style &s) { s.points = u"【要点】"_s; }},
         {"「要点」", [](Style &s) { s.points = u"「要点」"_s; }},
         {"Key points:", [](Style &s) { s.points = u"Key points:"_s; }},
         {"no label before the points", [](Style &s) { s.points = QString(); }}},
        {{"items 1、", [](Style &s) { s.item = u"  %1、"_s; }},
         {"items 1)", [](Style &s) { s.item = u"  %1) "_s; }},
         {"items （1）", [](Style &s) { s.item = u"（%1）"_s; }},
         {"items ①", [](Style &s) { s.item = u"① "_s; }},
         {"items -", [](Style &s) { s.item = u"- "_s; }},
         {"items •", [](Style &s) { s.item = u"• "_s; }}},
        {{"one line behind its label", [](Style &s) { s.oneLine = u"一句话总结：%1"_s; }},
         {"「一句话总结」", [](Style &s) { s.oneLine = u"「一句话总结」%1"_s; }},
         {"【一句话总结】", [](Style &s) { s.oneLine = u"【一句话总结】\n%1"_s; }},
         {"TL;DR", [](Style &s) { s.oneLine = u"TL;DR: %1"_s; }}},
        {{"abstract behind its label", [](Style &s) { s.abstractZh = u"摘要：%1"_s; }},
         {"【摘要】", [](Style &s) { s.abstractZh = u"【摘要】%1"_s; }}},
        {{"Abstract:", [](Style &s) { s.abstractEn = u"Abstract: %1"_s; }}},
        {{"论文地址：", [](Style &s) { s.link = u"论文地址：%1"_s; }},
         {"链接:", [](Style &s) { s.link = u"链接: %1"_s; }},
         {"原文：", [](Style &s) { s.link = u"原文：%1"_s; }},
         {"a pictogram", [](Style &s) { s.link = u"🔗 %1"_s; }},
         {"[论文]", [](Style &s) { s.link = u"[论文] %1"_s; }},
         {"PDF:", [](Style &s) { s.link = u"PDF: %1"_s; }},
         {"Link:", [](Style &s) { s.link = u"Link: %1"_s; }},
         {"论文链接 in brackets", [](Style &s) { s.link = u"【论文链接】%1"_s; }}},
        {{"no contents", [](Style &s) { s.contents = false; }}},
        {{"no pictures' texts", [](Style &s) { s.legendLines = false; }}},
        {{"another closing list", [](Style &s) { s.also = u"另外几篇值得关注的论文："_s; }},
         {"still more", [](Style &s) { s.also = u"【其他值得关注的论文】"_s; }}},
        {{"another frame",
          [](Style &s) {
              s.frameBefore = u"发布于 2023-01-01\n阅读 2,345"_s;
              s.frameAfter = u"内容中包含的图片若涉及版权问题，请及时与我们联系删除\n评论\n沙发等你来抢"_s;
          }}},
        {{"no tags", [](Style &s) { s.tag = QString(); }}},
        {{"aspects", [](Style &s) { s.aspects = true; }}},
        {{"renumbered", [](Style &s) { s.renumbered = true; }}},
        {{"link first", [](Style &s) { s.linkFirst = true; }}},
        {{"one line first", [](Style &s) { s.oneLineFirst = true; }}},
        {{"English first", [](Style &s) { s.englishFirst = true; }}},
        {{"no blank lines", [](Style &s) { s.blankLines = false; }}},
    };
    return all;
}

QString jsonOf(const Issue &issue)
{
    QJsonObject gold = toGold(issue);
    gold.remove("extra"_L1);
    return QString::fromUtf8(QJsonDocument(gold).toJson());
}

/// The first line in which two texts differ, for a message that can be read.
QString difference(const QString &found, const QString &wanted)
{
    const QStringList left = found.split(u'\n');
    const QStringList right = wanted.split(u'\n');
    for (qsizetype i = 0; i < qMax(left.size(), right.size()); ++i)
        if (left.value(i) != right.value(i))
            return u"\n  found  %1\n  wanted %2"_s.arg(left.value(i).trimmed(), right.value(i).trimmed());
    return {};
}

void compareWith(const Issue &invented, const QString &post, const char *name, const Style &style)
{
    const auto issues = parse(post.toUtf8(), {QLatin1String(name), {}, {}});
    QVERIFY(issues);
    QCOMPARE(issues->size(), 1);
    const QString found = jsonOf(issues->first());
    const QString wanted = jsonOf(asPrinted(invented, style));
    QVERIFY2(found == wanted, qPrintable(difference(found, wanted)));
}

void compare(const QString &post, const char *name, const Style &style)
{
    compareWith(inventedIssue(), post, name, style);
    const auto issues = parse(post.toUtf8(), {QLatin1String(name), {}, {}});
    QVERIFY2(issues->first().report.doubts.isEmpty(), qPrintable(issues->first().report.doubts.value(0).text));
}

/// At most one habit of each group.
Style randomStyle(QRandomGenerator &random, QStringList &taken)
{
    Style style;
    for (const QList<Habit> &group : habits()) {
        const int member = random.bounded(int(group.size()) * 3);
        if (member >= int(group.size()))
            continue;
        group[member].second(style);
        taken << QLatin1String(group[member].first);
    }
    return style;
}

/// Entries lose fields that a digest may leave out, and take other categories and titles.
Issue thinned(QRandomGenerator &random)
{
    static const QStringList codes = {u"IR"_s, u"SD"_s, u"HC"_s, u"NE"_s, u"MM"_s, u"GR"_s, u"RO"_s, u"AS"_s, u"AI"_s};
    static const QStringList ends = {u" (Extended)"_s, u"?"_s, u" - A Study in 3D"_s,
                                     u": Part 2"_s,    u"!"_s, u" for $k$-NN"_s};
    Issue issue = inventedIssue();
    const auto often = [&random](int share) { return random.bounded(100) < share; };
    for (Entry &entry : issue.entries) {
        if (often(30))
            entry.categories = {codes[random.bounded(int(codes.size()))]};
        if (often(40))
            entry.title += ends[random.bounded(int(ends.size()))];
        if (often(15))
            entry.titleZh.clear();
        if (often(15))
            entry.affiliations.clear();
        if (often(15) && entry.section == Section::Main)
            entry.url.clear();
        if (often(15))
            entry.oneLine.clear();
        if (often(15))
            entry.keyPoints.clear();
        if (often(15))
            entry.abstractEn.clear();
        if (often(30))
            entry.abstractZh.clear();
        if (often(20))
            entry.year = 2024;
    }
    return issue;
}

class GeneratedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyHabitAlone_data();
    void everyHabitAlone();
    void everyDress_data();
    void everyDress();
    void manyHabitsTogether_data();
    void manyHabitsTogether();
    void everyPrefixOfADressIsRead();
    void missingFields_data();
    void missingFields();
    void habitsOnOneLine_data();
    void habitsOnOneLine();
};

/// A row for every habit but those that are named.
void rowsOfHabits(const QStringList &without = {})
{
    QTest::addColumn<int>("group");
    QTest::addColumn<int>("member");
    for (int group = 0; group < int(habits().size()); ++group)
        for (int member = 0; member < int(habits()[group].size()); ++member)
            if (!without.contains(QLatin1StringView(habits()[group][member].first)))
                QTest::newRow(habits()[group][member].first) << group << member;
}

void GeneratedTest::everyHabitAlone_data()
{
    rowsOfHabits();
}

void GeneratedTest::everyHabitAlone()
{
    QFETCH(int, group);
    QFETCH(int, member);
    Style style;
    habits()[group][member].second(style);
    const QString text = printed(inventedIssue(), style);
    compare(text, "x.txt", style);
    compare(pageAround(paragraphs(text), inventedIssue().title), "x.html", style);
}

void GeneratedTest::everyDress_data()
{
    QTest::addColumn<QString>("post");
    QTest::addColumn<QString>("name");
    const QString text = printed(inventedIssue(), {});
    const QString title = inventedIssue().title;
    QTest::newRow("text") << text << u"x.txt"_s;
    QTest::newRow("Markdown") << markdownOf(text) << u"x.md"_s;
    QTest::newRow("one line") << onOneLine(text) << u"x.txt"_s;
    QTest::newRow("paragraph of one line") << pageAround(paragraphs(onOneLine(text)), title) << u"x.html"_s;
    using Dress = QString (*)(const QString &);
    for (const auto &[dress, name] : QList<std::pair<Dress, const char *>>{{paragraphs, "paragraphs"},
                                                                           {breaks, "breaks"},
                                                                           {sections, "sections"},
                                                                           {tableRows, "rows of a table"},
                                                                           {listItems, "lists"}}) {
        QTest::addRow("%s", name) << pageAround(dress(text), title) << u"x.html"_s;
        QTest::addRow("%s, a fragment", name) << dress(text) << u"x.html"_s;
        QTest::addRow("%s in a feed", name) << feedAround(dress(text), title) << u"x.xml"_s;
    }
}

void GeneratedTest::everyDress()
{
    QFETCH(QString, post);
    QFETCH(QString, name);
    compare(post, qPrintable(name), {});
}

void GeneratedTest::manyHabitsTogether_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 300; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

void GeneratedTest::manyHabitsTogether()
{
    QFETCH(int, seed);
    QRandomGenerator random{quint32(seed)};
    QStringList taken;
    const Style style = randomStyle(random, taken);
    const QString text = printed(inventedIssue(), style);
    qInfo("%s", qPrintable(taken.join(u"; "_s)));
    using Dress = QString (*)(const QString &);
    const Dress dresses[] = {paragraphs, breaks, sections, tableRows, listItems};
    const QString title = inventedIssue().title;
    if (seed % 4 == 0)
        compare(text, "x.txt", style);
    else if (seed % 4 == 1)
        compare(markdownOf(text), "x.md", style);
    else if (seed % 4 == 2)
        compare(feedAround(dresses[seed / 4 % 5](text), title), "x.xml", style);
    else
        compare(pageAround(dresses[seed / 4 % 5](text), title), "x.html", style);
}

void GeneratedTest::everyPrefixOfADressIsRead()
{
    const QString text = printed(inventedIssue(), {});
    const std::pair<QString, const char *> posts[] = {{markdownOf(text), "x.md"},
                                                      {onOneLine(text), "x.txt"},
                                                      {pageAround(tableRows(text), u"t"_s), "x.html"},
                                                      {pageAround(listItems(text), u"t"_s), "x.html"}};
    for (const auto &[post, name] : posts) {
        for (qsizetype size = 50; size < post.size(); size += 41) {
            const Issue issue = one(post.left(size).toUtf8(), name);
            QCOMPARE(issue.report.entriesMade, int(issue.entries.size()));
            for (const Entry &entry : issue.entries)
                QVERIFY2(!entry.title.isEmpty(), qPrintable(post.left(size).right(60)));
        }
    }
}

void GeneratedTest::missingFields_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 300; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

void GeneratedTest::missingFields()
{
    QFETCH(int, seed);
    QRandomGenerator random{quint32(seed)};
    const Issue issue = thinned(random);
    const QString text = printed(issue, {});
    if (seed % 2 == 0)
        compareWith(issue, text, "x.txt", {});
    else
        compareWith(issue, pageAround(listItems(text), issue.title), "x.html", {});
}

void GeneratedTest::habitsOnOneLine_data()
{
    // Without line breaks nothing tells where labelled places end, a list without its label begins, or a title without
    // a tag ends: these three habits are lost.
    rowsOfHabits({u"places labelled"_s, u"no label before the points"_s, u"no tags"_s});
}

void GeneratedTest::habitsOnOneLine()
{
    QFETCH(int, group);
    QFETCH(int, member);
    Style style;
    habits()[group][member].second(style);
    compareWith(inventedIssue(), onOneLine(printed(inventedIssue(), style)), "x.txt", style);
}

YAODIAN_TEST_APPLESS(GeneratedTest)

} // namespace digest_generated

#include "generated.moc"
