// Posts and papers in JSON: the lists that sites offer, written here from their documented fields.
#include "digesttest.h"
#include "tests/support/testmain.h"

namespace digest_json {

using namespace yaodian::digest;
using namespace yaodian::digest::test;
using namespace Qt::StringLiterals;

QByteArray dailyPaper(const QByteArray &id, const QByteArray &more = {})
{
    return "{\"paper\":{\"id\":\"" + id +
           "\",\"title\":\"A Paper\\n  of Two Lines\",\"summary\":\"An invented\\nabstract with x < y.\",\"authors\":["
           "{\"name\":\"Ann Li\",\"hidden\":false},{\"name\":\"Bo Wu\",\"hidden\":false},{\"name\":\"No "
           "Body\",\"hidden\":true}],"
           "\"publishedAt\":\"2026-08-10T00:00:00.000Z\",\"submittedOnDailyAt\":\"2026-08-13T00:00:00.000Z\","
           "\"upvotes\":84,"
           "\"ai_summary\":\"One invented sentence.\",\"ai_keywords\":[\"diffusion\",\"agents\"]" +
           more +
           "},\"publishedAt\":\"2026-08-10T00:00:00.000Z\",\"title\":\"A Paper of Two Lines\",\"numComments\":3,"
           "\"submittedBy\":{\"name\":\"somebody\"}}";
}

const QByteArray line1 =
    "{\"id\":\"2607.00001\",\"categories\":[\"cs.CL\",\"cs.AI\"],\"pdf\":\"https://arxiv.org/pdf/2607.00001\","
    "\"abs\":\"https://arxiv.org/abs/2607.00001\",\"authors\":[\"Ann Li\",\"Bo Wu\"],\"title\":\"First Paper\","
    "\"comment\":\"12 pages\",\"summary\":\"An invented "
    "abstract.\",\"AI\":{\"tldr\":\"一句话。\",\"motivation\":\"为什么做。\","
    "\"method\":\"怎么做。\",\"result\":\"得到什么。\",\"conclusion\":\"说明什么。\"}}";
const QByteArray line2 = "{\"id\":\"2607.00002\",\"categories\":[\"cs.LG\"],\"abs\":\"https://arxiv.org/abs/"
                         "2607.00002\",\"authors\":[\"C D\"],"
                         "\"title\":\"Second Paper\",\"comment\":null,\"summary\":\"Another "
                         "one.\",\"AI\":{\"tldr\":\"Short.\",\"motivation\":\"Why.\"}}";

const QByteArray feedHead = "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"某某博客\","
                            "\"home_page_url\":\"https://b.example/\",\"feed_url\":\"https://b.example/feed.json\",";

Issue listed(const QByteArray &json, const char *name = "list.json")
{
    return one(json, name);
}

class JsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dailyPapersAreOneIssue();
    void dailyPapersOfTomorrowAreAnotherIssue();
    void linesAreOneIssue();
    void pointsSayWhichAspectTheyAre();
    void jsonFeedOfPosts();
    void jsonFeedOfPapers();
    void wordPressPosts();
    void wordPressWithoutContentHasItsExcerpt();
    void otherListsOfPapers_data();
    void otherListsOfPapers();
    void damageKeepsWhatIsWhole_data();
    void damageKeepsWhatIsWhole();
    void emptyListsAreQuietDays_data();
    void emptyListsAreQuietDays();
    void refusalsAreOneSentence_data();
    void refusalsAreOneSentence();
    void isKnownByItsText_data();
    void isKnownByItsText();
    void textThatOnlyLooksLikeJsonIsText();
    void everyPrefixIsRead();
};

void JsonTest::dailyPapersAreOneIssue()
{
    const Issue issue = listed('[' + dailyPaper("2608.01234") + ',' + dailyPaper("2608.05678", ",\"upvotes\":0") + ']');
    QCOMPARE(issue.entries.size(), 2);
    QCOMPARE(issue.title, u"Hugging Face Daily Papers 2026-08-13"_s); // when it was listed, not when it was published
    QCOMPARE(issue.published, QDateTime({2026, 8, 13}, {0, 0}, Qt::UTC));
    const Entry &entry = issue.entries[0];
    QCOMPARE(entry.title, u"A Paper of Two Lines"_s);
    QCOMPARE(entry.authors, QStringList({u"Ann Li"_s, u"Bo Wu"_s}));
    QCOMPARE(entry.abstractEn, u"An invented abstract with x < y."_s);
    QCOMPARE(entry.oneLine, u"One invented sentence."_s);
    QCOMPARE(entry.url, u"https://arxiv.org/abs/2608.01234"_s);
    QVERIFY(entry.body.contains(u"84"_s));
    QVERIFY(entry.body.contains(u"diffusion, agents"_s));
    QCOMPARE(identify(entry).first().key(), u"arxiv:2608.01234"_s);
    QCOMPARE(issue.report.headsSeen, 2);
}

void JsonTest::dailyPapersOfTomorrowAreAnotherIssue()
{
    const QByteArray today = '[' + dailyPaper("2608.01234") + ']';
    const QByteArray tomorrow = QByteArray(today).replace("2026-08-13", "2026-08-14");
    QVERIFY(listed(today).guid != listed(tomorrow).guid);
    // The list grows during the day and stays the same issue.
    QCOMPARE(listed(today).guid, listed('[' + dailyPaper("2608.01234") + ',' + dailyPaper("2608.09999") + ']').guid);
}

void JsonTest::linesAreOneIssue()
{
    const Issue issue = listed(line1 + '\n' + line2 + '\n', "2026-07-01_AI_enhanced_Chinese.jsonl");
    QCOMPARE(titles(issue), QStringList({u"First Paper"_s, u"Second Paper"_s}));
    QCOMPARE(issue.published.date(), QDate(2026, 7, 1));
    QVERIFY(issue.title.contains(u"2026-07-01"_s));
    QCOMPARE(issue.entries[0].categories, QStringList({u"CL"_s, u"AI"_s}));
    QCOMPARE(issue.entries[0].abstractEn, u"An invented abstract."_s);
    QCOMPARE(issue.entries[0].url, u"https://arxiv.org/abs/2607.00001"_s);
    QCOMPARE(issue.entries[0].oneLine, u"一句话。"_s);
    QVERIFY(issue.entries[0].body.contains(u"12 pages"_s));
}

void JsonTest::pointsSayWhichAspectTheyAre()
{
    const Issue issue = listed(line1 + '\n' + line2);
    QCOMPARE(issue.entries[0].keyPoints,
             QStringList({u"动机：为什么做。"_s, u"方法：怎么做。"_s, u"结果：得到什么。"_s, u"结论：说明什么。"_s}));
    QCOMPARE(issue.entries[1].keyPoints, QStringList({u"Motivation: Why."_s}));
}

void JsonTest::jsonFeedOfPosts()
{
    const QByteArray article = QJsonDocument(QJsonObject{{u"h"_s, QString::fromUtf8(fixture("post.html"))}}).toJson();
    const QByteArray html = article.mid(article.indexOf(':') + 2, article.lastIndexOf('"') - article.indexOf(':') - 1);
    const QList<Issue> issues =
        parsed(feedHead +
               "\"items\":[{\"id\":\"7\",\"url\":\"/p/7\",\"title\":\"一期 &amp; "
               "二期\",\"date_published\":\"2023-02-08T08:30:00+08:00\","
               "\"authors\":[{\"name\":\"某人\"}],\"content_html\":" +
               html +
               "},{\"id\":8,\"url\":\"https://b.example/p/"
               "8\",\"content_text\":\"今天没有论文。\",\"external_url\":\"https://c.example/\"}]}");
    QCOMPARE(issues.size(), 2);
    QCOMPARE(issues[0].title, u"一期 & 二期"_s);
    QCOMPARE(issues[0].guid, u"7"_s);
    QCOMPARE(issues[0].link, u"https://b.example/p/7"_s);
    QCOMPARE(issues[0].author, u"某人"_s);
    QCOMPARE(issues[0].published, QDateTime({2023, 2, 8}, {0, 30}, Qt::UTC));
    QCOMPARE(titles(issues[0]), titles(post("post.html")));
    QCOMPARE(issues[1].guid, u"8"_s); // a number
    QCOMPARE(issues[1].link, u"https://b.example/p/8"_s);
    QCOMPARE(issues[1].text, u"今天没有论文。"_s);
    QCOMPARE(issues[1].title, u"今天没有论文。"_s); // a post without a title is known by its first words
}

void JsonTest::jsonFeedOfPapers()
{
    const Issue issue =
        one(feedHead +
            "\"items\":[{\"id\":\"a\",\"url\":\"https://b.example/a\",\"external_url\":\"https://arxiv.org/abs/"
            "1706.03762v5\","
            "\"title\":\"Attention Is All You Need\",\"summary\":\"An invented abstract.\",\"author\":{\"name\":\"A "
            "Vaswani\"},"
            "\"date_published\":\"2023-02-08T00:00:00Z\"},"
            "{\"id\":\"b\",\"url\":\"https://arxiv.org/abs/1412.6980\",\"title\":\"Adam\",\"tags\":[\"cs.LG\"]}]}");
    QCOMPARE(titles(issue), QStringList({u"Attention Is All You Need"_s, u"Adam"_s}));
    QCOMPARE(issue.entries[0].url, u"https://arxiv.org/abs/1706.03762v5"_s);
    QCOMPARE(issue.entries[0].abstractEn, u"An invented abstract."_s);
    QCOMPARE(issue.entries[1].categories, QStringList{u"LG"_s});
    QVERIFY(issue.guid.endsWith(u"@2023-02-08"_s));
}

void JsonTest::wordPressPosts()
{
    const QList<Issue> issues =
        parsed("[{\"id\":7,\"date\":\"2023-02-08T08:30:00\",\"date_gmt\":\"2023-02-08T00:30:00\",\"guid\":{"
               "\"rendered\":\"https://b.example/?p=7\"},"
               "\"link\":\"https://b.example/p/7\",\"title\":{\"rendered\":\"\\u8bba\\u6587 &#8211; "
               "<em>\\u4e00</em>\\u671f\"},"
               "\"content\":{\"rendered\":\"<p>1、[CL] A Title<\\/p><p>J Doe<\\/p><p><a "
               "href=\\\"https://arxiv.org/abs/1706.03762\\\">x<\\/a><\\/p>\"},"
               "\"excerpt\":{\"rendered\":\"<p>short</"
               "p>\"}},{\"id\":6,\"title\":{\"rendered\":\"Six\"},\"link\":\"https://b.example/p/6\","
               "\"date\":\"2023-02-07T00:00:00\",\"content\":{\"rendered\":\"<p>Nothing today.</p>\"}}]");
    QCOMPARE(issues.size(), 2);
    QCOMPARE(issues[0].title, u"论文 – 一期"_s);
    QCOMPARE(issues[0].guid, u"https://b.example/?p=7"_s);
    QCOMPARE(issues[0].link, u"https://b.example/p/7"_s);
    QCOMPARE(issues[0].published, QDateTime({2023, 2, 8}, {0, 30}, Qt::UTC));
    QCOMPARE(titles(issues[0]), QStringList{u"A Title"_s});
    QCOMPARE(issues[1].guid, u"https://b.example/p/6"_s);
    QCOMPARE(issues[1].text, u"Nothing today."_s);
}

void JsonTest::wordPressWithoutContentHasItsExcerpt()
{
    const Issue issue = one("[{\"link\":\"https://b.example/p/6\",\"title\":{\"rendered\":\"Six\"},"
                            "\"excerpt\":{\"rendered\":\"<p>Only the beginning.</p>\"}}]");
    QCOMPARE(issue.text, u"Only the beginning."_s);
}

void JsonTest::otherListsOfPapers_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("oneLine");
    QTest::newRow("Semantic Scholar")
        << QByteArray("{\"recommendedPapers\":[{\"paperId\":\"ff\",\"title\":\"A Paper\",\"abstract\":\"An "
                      "abstract.\",\"year\":2023,"
                      "\"authors\":[{\"authorId\":\"1\",\"name\":\"Ann "
                      "Li\"}],\"externalIds\":{\"ArXiv\":\"2302.03084\",\"DOI\":\"10.1/x\"},"
                      "\"tldr\":{\"text\":\"Short.\"},\"url\":\"https://www.semanticscholar.org/paper/ff\"}]}")
        << u"https://arxiv.org/abs/2302.03084"_s << u"Short."_s;
    QTest::newRow("bioRxiv")
        << QByteArray("{\"messages\":[{\"status\":\"ok\"}],\"collection\":[{\"doi\":\"10.1101/2023.02.08.527001\","
                      "\"title\":\"A Paper\",\"authors\":\"Li, A.; Wu, B.\",\"date\":\"2023-02-08\",\"version\":\"1\","
                      "\"category\":\"bioinformatics\",\"abstract\":\"An abstract.\"}]}")
        << u"https://doi.org/10.1101/2023.02.08.527001"_s << QString();
    QTest::newRow("OpenAlex")
        << QByteArray(
               "{\"meta\":{\"count\":1},\"results\":[{\"id\":\"https://openalex.org/W1\",\"display_name\":\"A Paper\","
               "\"doi\":\"https://doi.org/10.5555/3295222\",\"authorships\":[{\"author\":{\"display_name\":\"Ann "
               "Li\"}}]}]}")
        << u"https://doi.org/10.5555/3295222"_s << QString();
    QTest::newRow("a plain array")
        << QByteArray("[{\"title\":\"A Paper\",\"link\":\"https://openreview.net/forum?id=abc123\"}]")
        << u"https://openreview.net/forum?id=abc123"_s << QString();
    QTest::newRow("an id with its version") << QByteArray("[{\"title\":\"A Paper\",\"arxiv_id\":\"2302.03084v2\"}]")
                                            << u"https://arxiv.org/abs/2302.03084v2"_s << QString();
    QTest::newRow("an old id") << QByteArray("{\"papers\":[{\"title\":\"A Paper\",\"id\":\"hep-th/9901001\"}]}")
                               << u"https://arxiv.org/abs/hep-th/9901001"_s << QString();
}

void JsonTest::otherListsOfPapers()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, url);
    QFETCH(QString, oneLine);
    const Issue issue = listed(json);
    QCOMPARE(titles(issue), QStringList{u"A Paper"_s});
    QCOMPARE(issue.entries[0].url, url);
    QCOMPARE(issue.entries[0].oneLine, oneLine);
    QVERIFY(identify(issue.entries[0]).first().isStrong());
}

void JsonTest::damageKeepsWhatIsWhole_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("entries");
    const QByteArray both = '[' + dailyPaper("2608.01234") + ',' + dailyPaper("2608.05678") + ']';
    QTest::newRow("cut in the second") << both.left(both.size() - 40) << 1;
    QTest::newRow("cut at the end") << both.left(both.size() - 1) << 2;
    QTest::newRow("a comma too many") << both.left(both.size() - 1) + ",]" << 2;
    QTest::newRow("junk behind it") << both + "\n<!-- cached -->" << 2;
    QTest::newRow("brackets in texts") << QByteArray(both).replace("of Two", "]} \\\"{[ of").left(both.size() - 20)
                                       << 1;
    QTest::newRow("inside an object") << "{\"count\":2,\"papers\":" + both.left(both.size() - 40) << 1;
    QTest::newRow("a bad line") << line1 + "\n{\"id\": 12,,}\n" + line2 + '\n' << 2;
    QTest::newRow("a cut line") << line1 + '\n' + line2.left(60) << 1;
}

void JsonTest::damageKeepsWhatIsWhole()
{
    QFETCH(QByteArray, json);
    QFETCH(int, entries);
    const Issue issue = listed(json);
    QCOMPARE(issue.entries.size(), entries);
    QCOMPARE(issue.report.repairs.size(), 1);
    QVERIFY(issue.report.repairs.first().endsWith(u'.'));
}

void JsonTest::emptyListsAreQuietDays_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("feed") << feedHead + "\"items\":[]}";
    QTest::newRow("object") << QByteArray("{\"papers\":[]}");
}

void JsonTest::emptyListsAreQuietDays()
{
    QFETCH(QByteArray, json);
    QCOMPARE(parsed(json, "list.json").size(), 0);
}

void JsonTest::refusalsAreOneSentence_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("word");
    QTest::newRow("an error") << QByteArray("{\"error\":\"Invalid date\"}") << u"Invalid date"_s;
    QTest::newRow("WordPress says no")
        << QByteArray("{\"code\":\"rest_disabled\",\"message\":\"Not here\",\"data\":{\"status\":401}}")
        << u"Not here"_s;
    QTest::newRow("something else") << QByteArray("{\"name\":\"settings\",\"values\":[1,2,3]}") << u"neither"_s;
    QTest::newRow("numbers") << QByteArray("[{\"x\":1},{\"x\":2}]") << u"neither"_s;
    QTest::newRow("broken") << QByteArray("{\"title\": ") << u"damaged"_s;
    QTest::newRow("too deep") << QByteArray(100000, '[') << u"damaged"_s;
}

void JsonTest::refusalsAreOneSentence()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, word);
    const auto issues = parse(json, named("list.json"));
    QVERIFY(!issues);
    QVERIFY2(issues.error().message.contains(word), qPrintable(issues.error().message));
    QVERIFY(!issues.error().message.contains(u'\n'));
}

void JsonTest::isKnownByItsText_data()
{
    QTest::addColumn<QByteArray>("json");
    const QByteArray list = '[' + dailyPaper("2608.01234") + ']';
    QTest::newRow("as it is") << list;
    QTest::newRow("blanks before it") << "\n\n  " + list;
    QTest::newRow("a byte order mark") << "\xEF\xBB\xBF" + list;
    QTest::newRow("lines") << line1 + '\n' + line2;
    QTest::newRow("pretty") << QJsonDocument::fromJson(list).toJson(QJsonDocument::Indented);
}

void JsonTest::isKnownByItsText()
{
    QFETCH(QByteArray, json);
    QCOMPARE(one(json).report.family, u"listing"_s);
}

void JsonTest::textThatOnlyLooksLikeJsonIsText()
{
    const QByteArray note = "{\"quoted\" words in a bracket} begin this note.\n\nNo papers today.\n";
    QCOMPARE(one(note, "note.txt").report.family, u"text"_s);
    QCOMPARE(one("[sic] stands at the beginning.\n\nNo papers today.\n", "note.txt").report.family, u"text"_s);
}

void JsonTest::everyPrefixIsRead()
{
    for (const QByteArray &whole :
         {'[' + dailyPaper("2608.01234") + ',' + dailyPaper("2608.05678") + ']', line1 + '\n' + line2,
          feedHead + "\"items\":[{\"id\":\"a\",\"content_text\":\"x\"}]}"}) {
        for (qsizetype size = 1; size < whole.size(); size += 7) {
            const auto issues = parse(whole.left(size), named("list.json"));
            QVERIFY(issues ? issues->size() <= 1 : !issues.error().message.isEmpty());
        }
    }
}

YAODIAN_TEST_APPLESS(JsonTest)

} // namespace digest_json

#include "json.moc"
