#include "app/exporting/report.h"
#include "hostile.h"
#include "htmlreader.h"
#include "sitting.h"
#include "tests/support/testmain.h"

#include <QLocale>
#include <QtTest>

#include <ctime>

namespace exporting_report {

using namespace Qt::StringLiterals;
using namespace yaodian;
using namespace yaodian::library;

tests::HtmlRead read(const tests::Desk &desk, const Session &session)
{
    return tests::readHtml(QString::fromUtf8(exporting::reportOf(*desk.shelf.library, session)));
}

class ExportingReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "UTC");
        tzset();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void report_tellsWhatWasReadAndThought()
    {
        const tests::Sitting desk;
        const tests::HtmlRead page = read(desk, desk.session);
        QVERIFY2(page.wrong.isEmpty(), qPrintable(page.wrong));
        for (const char *words : {"November 14, 2023",
                                  "22:13 – 22:38",
                                  "25minutes",
                                  "3papers",
                                  "1kept",
                                  "1dropped",
                                  "2new points",
                                  "3new highlights",
                                  "Maps: \"Pictures\" & Words",
                                  "题目：Second Paper",
                                  "一句话说完Third Paper",
                                  "Kept",
                                  "Dropped",
                                  "Not reached",
                                  "“a picture becomes one word”",
                                  "method · p. 4",
                                  "Works without triplets",
                                  "“it fails on <crowded> scenes”",
                                  "why?",
                                  "ask them",
                                  "the figure",
                                  "Thoughts",
                                  "Try it on <b>.",
                                  "<script>no</script>"})
            QVERIFY2(page.text.contains(QString::fromUtf8(words)), words);
        QVERIFY(!page.text.contains(u"0read closely"));
        QCOMPARE(page.elements.count(u"article"_s), 3);
        QCOMPARE(page.elements.count(u"h1"_s), 1);
        const QString link = u"yaodian://paper/"_s + desk.papers[0].toString();
        QVERIFY(page.links.contains(link));
        QVERIFY(page.links.contains(link + u"?highlight="_s + desk.marks[0].toString()));
        QVERIFY(page.links.contains(u"https://arxiv.org/pdf/2302.03084v1#page=4"_s));
    }

    void passageThatBacksAPoint_standsOnce_andTheOthersAfterThePoints()
    {
        const tests::Sitting desk;
        const QString text = read(desk, desk.session).text;
        QCOMPARE(text.count(u"a picture becomes one word"_s), 1);
        QVERIFY(text.indexOf(u"a picture becomes"_s) < text.indexOf(u"Two parts"_s));
        QVERIFY(text.indexOf(u"Two parts"_s) < text.indexOf(u"it fails on"_s));
    }

    void page_needsNothingBesidesIt()
    {
        const tests::Sitting desk;
        const QString html = QString::fromUtf8(exporting::reportOf(*desk.shelf.library, desk.session));
        for (const char *outside : {"<link", "<script", "<img", "@import", "url(", "src="})
            QVERIFY2(!html.contains(QLatin1String(outside)), outside);
        QVERIFY(html.contains(u"default-src 'none'"_s));
        QVERIFY(html.contains(u"prefers-color-scheme:dark"_s));
        QVERIFY(html.contains(u"@media print"_s));
    }

    void openSession_hasNoEndYet()
    {
        tests::Desk desk;
        reading::Reading reading(*desk.shelf.library, desk.notes, desk.shelf.clock, desk.shelf.ids);
        const auto session = reading.start({desk.papers[0]});
        const tests::HtmlRead page = read(desk, *session);
        QVERIFY2(page.wrong.isEmpty(), qPrintable(page.wrong));
        QVERIFY(page.text.contains(u"still open"));
        QVERIFY(!page.text.contains(u"minutes"));
        QVERIFY(!page.text.contains(u"Points") && !page.text.contains(u"Highlights") && !page.text.contains(u"Note"));
    }

    void chineseInterface_hasChineseNames()
    {
        const tests::Sitting desk;
        QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
        const tests::HtmlRead page = read(desk, desk.session);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QVERIFY(page.text.contains(u"2023年11月14日"));
        QVERIFY(page.text.contains(u"方法 · p. 4"));
    }

    void anyWords_areTextAndNothingElse()
    {
        const tests::Sitting usual;
        const QStringList known = read(usual, usual.session).attributes;
        for (quint32 seed = 20; seed < 40; ++seed) {
            tests::Hostile hostile(seed);
            digest::Issue issue = tests::Sitting::evening();
            for (digest::Entry &entry : issue.entries) {
                entry.title = u"T "_s + hostile.text();
                entry.titleZh = hostile.text();
                entry.authors = hostile.texts(2);
                entry.categories = {u"x\" onclick=\"y"_s};
                entry.oneLine = hostile.text();
            }
            const tests::Sitting desk(issue, hostile.texts(7));
            const tests::HtmlRead page = read(desk, desk.session);
            QVERIFY2(page.wrong.isEmpty(), qPrintable(page.wrong));
            for (const QString &attribute : page.attributes)
                QVERIFY2(known.contains(attribute), qPrintable(attribute));
            QCOMPARE(page.elements.count(u"article"_s), 3);
            QCOMPARE(page.elements.count(u"style"_s), 1);
            QCOMPARE(page.elements.count(u"meta"_s), 5);
            QVERIFY(!page.elements.contains(u"script"_s));
            for (const QString &link : page.links)
                QVERIFY2(link.startsWith(u"https://") || link.startsWith(u"yaodian://paper/"), qPrintable(link));
        }
    }
};

YAODIAN_TEST_GUILESS(ExportingReport)

} // namespace exporting_report

#include "exporting_report.moc"
