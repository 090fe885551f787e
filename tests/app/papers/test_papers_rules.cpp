#include "papers/rules.h"
#include "papers/sniff.h"
#include "tests/app/papers/linkrows.h"
#include "tests/support/testmain.h"

#include <QSet>
#include <QTest>

namespace test_papers_rules {

using namespace yaodian;
using namespace yaodian::papers;
using namespace yaodian::tests;

class TestPapersRules : public QObject
{
    Q_OBJECT

    static QStringList addresses(const QString &link)
    {
        QStringList out;
        for (const RuleHit &hit : addressesFor(QUrl(link)))
            out.append(hit.url.toString(QUrl::FullyEncoded));
        return out;
    }

private Q_SLOTS:
    void everyRow_findsItsPdf_data()
    {
        QTest::addColumn<int>("at");
        for (int at = 0; at < linkRows().size(); ++at)
            QTest::addRow("%s: %s", linkRows().at(at).rule, linkRows().at(at).link) << at;
    }
    void everyRow_findsItsPdf()
    {
        QFETCH(int, at);
        const LinkRow &row = linkRows().at(at);
        const QUrl wanted(QString::fromLatin1(row.asked ? row.asked : row.pdf));
        bool found = false;
        const auto hits = addressesFor(QUrl(QString::fromLatin1(row.link)), QString::fromLatin1(linkRowsEmail));
        for (const RuleHit &hit : hits) {
            if (hit.url != wanted || qstrcmp(hit.rule->name, row.rule) != 0)
                continue;
            found = true;
            QCOMPARE(hit.reads.isEmpty(), row.asked == nullptr);
            if (row.asked)
                QCOMPARE(pdfsReadFrom(row.answer, hit.url, hit.reads), QList<QUrl>{QUrl(QString::fromLatin1(row.pdf))});
        }
        QVERIFY2(found, qPrintable(addresses(QString::fromLatin1(row.link)).join(u' ')));
        m_tested.insert(QString::fromLatin1(row.rule));
    }

    // Runs after the rows above: a row of the table without a row here is a rule nobody has seen work.
    void everyRowOfTheTable_wasTested()
    {
        if (m_tested.size() < 5)
            return; // one row was asked for by name
        for (const Rule &rule : rules())
            QVERIFY2(m_tested.contains(QString::fromLatin1(rule.name)), rule.name);
    }

    void otherLinks_haveNoRule_data()
    {
        QTest::addColumn<QString>("link");
        for (const char *link :
             {"https://arxiv.org/list/cs.LG/new", "https://arxiv.org/", "https://huggingface.co/papers/date/2023-02-08",
              "https://openreview.net/group?id=ICLR.cc/2023", "https://aclanthology.org/venues/acl/",
              "https://notarxiv.org/abs/2302.03084", "https://arxiv.org.evil.example/abs/2302.03084",
              "https://github.com/owner/repo", "https://blog.example/2302.03084", ""})
            QTest::newRow(link) << QString::fromLatin1(link);
    }
    void otherLinks_haveNoRule()
    {
        QFETCH(QString, link);
        QCOMPARE(addresses(link), QStringList());
    }

    void noAddress_comesTwice_andThePlainRuleComesLast()
    {
        QCOMPARE(addresses(u"https://arxiv.org/pdf/2302.03084.pdf"_qs),
                 QStringList({u"https://arxiv.org/pdf/2302.03084"_qs, u"https://export.arxiv.org/pdf/2302.03084"_qs}));
        QCOMPARE(addresses(u"https://aclanthology.org/P19-1001.pdf"_qs),
                 QStringList{u"https://aclanthology.org/P19-1001.pdf"_qs});
    }

    void wrappersAndTracking_areTakenOff_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("expected");
        QTest::newRow("zhihu") << "https://link.zhihu.com/?target=https%3A//arxiv.org/abs/2302.03084"
                               << "https://arxiv.org/abs/2302.03084";
        QTest::newRow("to a script") << "https://link.zhihu.com/?target=javascript%3Aalert(1)"
                                     << "https://link.zhihu.com/?target=javascript%3Aalert(1)";
        QTest::newRow("tracking") << "https://a.org/x?utm_source=b&id=1&fbclid=c#top"
                                  << "https://a.org/x?id=1";
        QTest::newRow("only tracking") << "https://a.org/x?utm_source=b"
                                       << "https://a.org/x";
        QTest::newRow("untouched") << "https://a.org/x?a=%2F&b=%20"
                                   << "https://a.org/x?a=%2F&b=%20";
    }
    void wrappersAndTracking_areTakenOff()
    {
        QFETCH(QString, link);
        QTEST(unwrapped(QUrl(link)).toString(QUrl::FullyEncoded), "expected");
    }

    void aRuleThatNeedsAnAddress_isLeftOutWithoutOne()
    {
        const QUrl link(u"https://doi.org/10.1145/1.2"_qs);
        QVERIFY(addressesFor(link).isEmpty());
        QCOMPARE(addressesFor(link, u"a+b@c.example"_qs).value(0).url.toString(QUrl::FullyEncoded),
                 u"https://api.unpaywall.org/v2/10.1145/1.2?email=a%2Bb%40c.example"_qs);
    }

    void ofManyPlaces_onlySoManyAreTaken_andDamageReadsAsNothing()
    {
        QByteArray many = "{\"list\":[";
        for (int i = 0; i < 50; ++i)
            many += (i ? "," : "") + QByteArray("{\"u\":\"https://a.example/") + QByteArray::number(i / 2) + "\"}";
        const QList<Reading> reads{{u"list[].u"_qs, u"{}"_qs}};
        const auto read = pdfsReadFrom(many + "]}", QUrl(u"https://a.example/"_qs), reads);
        QCOMPARE(read.size(), 6);
        QCOMPARE(read.last(), QUrl(u"https://a.example/5"_qs));
        QVERIFY(pdfsReadFrom(many, {}, reads).isEmpty());
        QVERIFY(pdfsReadFrom("[1]", {}, {{u"a[-1].b"_qs, u"{}"_qs}}).isEmpty());
        QVERIFY(pdfsReadFrom("{\"a\":[]}", {}, {{u"a[-1].b"_qs, u"https://x.example/{}"_qs}}).isEmpty());
    }

    void aWall_isToldByItsWords()
    {
        net::Response plain;
        plain.status = 200;
        QCOMPARE(wallOf(plain, "<title>A page about a paper</title>"), Wall::None);
        QCOMPARE(wallOf(plain, "<title>Just a moment...</title>"), Wall::Captcha);
        QCOMPARE(wallOf(plain, "<form><input name=p type=\"password\">"), Wall::Login);
        net::Response challenged = plain;
        challenged.status = 403;
        challenged.headers = {{"CF-Mitigated", "challenge"}};
        QCOMPARE(wallOf(challenged, {}), Wall::Captcha);
        net::Response led = plain;
        led.finalUrl = QUrl(u"https://venue.example/Login?next=/paper"_qs);
        QCOMPARE(wallOf(led, "<html>"), Wall::Login);
    }

    void aProjectPage_isAboutThePaperThatAllItsLinksName()
    {
        const QUrl lab(u"https://lab.example/project"_qs);
        const QString title = u"A Paper of Ours"_qs;
        const QByteArray one = "<h1>A Paper of Ours</h1><a href='https://arxiv.org/abs/2302.03084v2'>Paper</a> "
                               "<a href=\"https://arxiv.org/pdf/2302.03084\">PDF</a>";
        QCOMPARE(paperLinkedBy(one, lab, title), QUrl(u"https://arxiv.org/abs/2302.03084v2"_qs));
        const QByteArray both = one + "<a href='https://openreview.net/forum?id=aB-c'>review</a>";
        QCOMPARE(paperLinkedBy(both, lab, title), QUrl(u"https://arxiv.org/abs/2302.03084v2"_qs));
        const QByteArray two = one + "<a href='https://arxiv.org/abs/2101.00001'>related</a>";
        QVERIFY(!paperLinkedBy(two, lab, title).isValid());
        QCOMPARE(paperLinkedBy(two, QUrl(u"https://someone.github.io/thing/"_qs), title),
                 QUrl(u"https://arxiv.org/abs/2302.03084v2"_qs));
        QVERIFY(!paperLinkedBy(one, lab, u"Another Paper Altogether"_qs).isValid());
        QVERIFY(!paperLinkedBy("<meta name=citation_title content='A Paper of Ours'>" + one, lab, title).isValid());
        QVERIFY(!paperLinkedBy("<p>A Paper of Ours</p>", lab, title).isValid());
    }

    void bytes_areRecognised()
    {
        QCOMPARE(looksLike("%PDF-1.7\n"), Looks::Pdf);
        QCOMPARE(looksLike(QByteArray(1000, ' ') + "%PDF-1.7"), Looks::Pdf);
        QCOMPARE(looksLike(QByteArray(1020, ' ') + "%PDF-1.7"), Looks::Other);
        QCOMPARE(looksLike("\n <!DOCTYPE html><html>"), Looks::WebPage);
        QCOMPARE(looksLike("{}", "text/html; charset=utf-8"), Looks::WebPage);
        QCOMPARE(looksLike("{}", "application/pdf"), Looks::Other);
        QCOMPARE(looksLike("", "application/pdf"), Looks::Nothing);
    }

    void theEndOfAPdf_isLookedFor()
    {
        QVERIFY(!lacksEnd("%PDF-1.4 x %%EOF" + QByteArray(4000, ' ')));
        QVERIFY(lacksEnd("%PDF-1.4 %%EOF" + QByteArray(5000, 'x')));
        QVERIFY(lacksEnd({}));
    }

    void aLandingPage_namesItsPdf()
    {
        const QUrl page(u"https://venue.example/papers/1"_qs);
        const auto named = pdfsNamedBy("<head><meta name=\"citation_pdf_url\" content=\"/files/1.pdf?a=1&amp;b=2\">"
                                       "<link rel=alternate type='application/pdf' href='2.pdf'>"
                                       "<meta name=citation_title content=x></head>",
                                       page);
        QCOMPARE(named, QList<QUrl>({QUrl(u"https://venue.example/files/1.pdf?a=1&b=2"_qs),
                                     QUrl(u"https://venue.example/papers/2.pdf"_qs)}));
        QVERIFY(pdfsNamedBy("<html>nothing</html>", page).isEmpty());
    }

private:
    QSet<QString> m_tested;
};

YAODIAN_TEST_GUILESS(TestPapersRules)

} // namespace test_papers_rules

#include "test_papers_rules.moc"
