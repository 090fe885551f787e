#include "process.h"
#include "tests/support/testmain.h"

#include "base/files.h"
#include "tests/app/papers/arxivanswer.h"
#include "tests/support/webserver.h"

#include <QFileInfo>
#include <QImage>
#include <QTest>

namespace cli_network {

using namespace yaodian;
using namespace yaodian::tests;
using namespace Qt::StringLiterals;

/// An evening on the command line: a feed on a loopback server, its PDF, marks, Markdown.
class NetworkTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aSource_isAddedSyncedAndRemoved();
    void aSourceThatFails_isSaidAndTheVerbFails();
    void aPdf_isFetchedMarkedAndExported();
    void aPdfThatIsAPage_isNotStored();
    void aPaperWithoutALink_isSearchedForByItsTitle();
    void anotherTitle_isTakenOnlyByHand();
    void page_andText_readAFile();

private:
    [[nodiscard]] static QByteArray postWithoutLink()
    {
        return QStringLiteral(
                   "LG - 机器学习\n\n1、[LG] A Paper Nobody Linked To\n\nA Author, B Other\n[Lab of Names]\n\n"
                   "虚构的中文题目\n\n要点：\n第一点；\n第二点。\n\n一句话总结：\n虚构的一句。\n")
            .toUtf8();
    }
    [[nodiscard]] static QString tourPdf() { return u"" YAODIAN_TOUR ""_s; }

    std::unique_ptr<WebServer> m_server;
};

void NetworkTest::init()
{
    m_server = std::make_unique<WebServer>();
    Answer feed = Answer::of("application/rss+xml", *readFile(Program::fixture(u"feed.xml"_s), 1 << 20));
    feed.etag = "\"one\"";
    m_server->route(u"/feed"_s, feed);
}

void NetworkTest::aSource_isAddedSyncedAndRemoved()
{
    const Program program;
    const Ran added = program.run({u"sources"_s, u"add"_s, m_server->url(u"/feed"_s).toString(), u"--json"_s});
    COMPARE_EXIT(added, 0);
    const QString id = added.object()[u"id"_s].toString();
    QVERIFY(!id.isEmpty());
    const Ran synced = program.run({u"sync"_s, u"--json"_s});
    COMPARE_EXIT(synced, 0);
    QCOMPARE(synced.object().keys(), (QStringList{u"failed"_s, u"new"_s, u"unchanged"_s, u"updated"_s}));
    QCOMPARE(program.run({u"list"_s, u"--json"_s}).array().size(), 1);
    const Ran again = program.run({u"sync"_s, u"--json"_s});
    COMPARE_EXIT(again, 0);
    QCOMPARE(again.object()[u"new"_s].toInt(), 0);
    COMPARE_EXIT(program.run({u"sync"_s, id.left(8)}), 0);
    m_server->forget();
    COMPARE_EXIT(program.run({u"sync"_s, u"--due"_s}), 0);
    QVERIFY2(m_server->seen().isEmpty(), "its time has not come");
    COMPARE_EXIT(program.run({u"sources"_s, u"remove"_s, id}), 0);
    QVERIFY(program.run({u"sources"_s, u"--json"_s}).object()[u"sources"_s].toArray().isEmpty());
    QCOMPARE(program.run({u"list"_s, u"--json"_s}).array().size(), 1);
}

void NetworkTest::aSourceThatFails_isSaidAndTheVerbFails()
{
    const Program program;
    COMPARE_EXIT(program.run({u"sources"_s, u"add"_s, m_server->url(u"/feed"_s).toString()}), 0);
    Answer broken;
    broken.status = 500;
    m_server->route(u"/feed"_s, broken);
    const Ran ran = program.run({u"sync"_s, u"--json"_s});
    COMPARE_EXIT(ran, 1);
    QVERIFY2(ran.errorLines() == 1, ran.all().constData());
    QCOMPARE(ran.object()[u"failed"_s].toArray().size(), 1);
}

void NetworkTest::aPdf_isFetchedMarkedAndExported()
{
    const auto pdf = readFile(tourPdf(), 1 << 24);
    QVERIFY(pdf);
    const Answer answer = Answer::of("application/pdf", *pdf);
    m_server->route(u"/pdf/2302.13971"_s, answer);
    const Program program;
    COMPARE_EXIT(program.run({u"import"_s, Program::fixture(u"daily.txt"_s)}), 0);
    const QString id = u"arXiv:2302.13971"_s;
    const QStringList mirror{u"--mirror"_s, m_server->mirrorFor(u"arxiv.org"_s)};
    const Ran early = program.run({u"highlight"_s, id, u"--page"_s, u"1"_s, u"--text"_s, u"anything"_s});
    COMPARE_EXIT(early, 1);
    const Ran fetched = program.run(QStringList{u"fetch"_s, id, u"--json"_s} + mirror);
    COMPARE_EXIT(fetched, 0);
    QCOMPARE(fetched.object()[u"new"_s].toInt(), 1);
    const Ran again = program.run(QStringList{u"fetch"_s, id, u"--json"_s} + mirror);
    QCOMPARE(again.object()[u"unchanged"_s].toInt(), 1);

    const QJsonArray rows = program.run({u"list"_s, u"--json"_s, u"--category"_s, u"CL"_s}).array();
    const QJsonValue document = rows.at(0)[u"documents"_s].toArray().at(0);
    QCOMPARE(document[u"sha256"_s].toString(), sha256Hex(*pdf));
    const QString path = document[u"path"_s].toString();
    QVERIFY(QFileInfo::exists(path));

    const QString text = program.run({u"text"_s, path, u"--page"_s, u"1"_s, u"--json"_s})
                             .object()[u"pages"_s]
                             .toArray()
                             .at(0)[u"text"_s]
                             .toString();
    const QString quote = text.simplified().mid(0, 30).trimmed();
    QVERIFY(quote.size() > 10);
    const Ran highlight = program.run({u"highlight"_s, id, u"--page"_s, u"1"_s, u"--text"_s, quote, u"--kind"_s,
                                       u"method"_s, u"--comment"_s, u"look here"_s, u"--json"_s});
    COMPARE_EXIT(highlight, 0);
    const Ran absent = program.run({u"highlight"_s, id, u"--page"_s, u"1"_s, u"--text"_s, u"no page says this"_s});
    COMPARE_EXIT(absent, 1);
    QCOMPARE(absent.errorLines(), 1);
    COMPARE_EXIT(program.run({u"highlight"_s, id, u"--page"_s, u"99"_s, u"--text"_s, quote}), 1);
    COMPARE_EXIT(program.run({u"highlight"_s, id, u"--page"_s, u"1"_s, u"--text"_s, quote, u"--kind"_s, u"zz"_s}), 1);

    const Ran point = program.run({u"point"_s, id, u"what I think"_s, u"--json"_s});
    COMPARE_EXIT(program.run({u"tie"_s, point.object()[u"id"_s].toString(), highlight.object()[u"id"_s].toString()}),
                 0);
    const Ran markdown = program.run({u"export"_s, id});
    COMPARE_EXIT(markdown, 0);
    QVERIFY2(markdown.out.contains("what I think ^pt-") && markdown.out.contains("^hl-"), markdown.out.constData());
}

void NetworkTest::aPdfThatIsAPage_isNotStored()
{
    m_server->route(u"/pdf/2302.13971"_s,
                    Answer::of("application/pdf", *readFile(Program::fixture(u"login.pdf"_s), 1 << 20)));
    const Program program;
    COMPARE_EXIT(program.run({u"import"_s, Program::fixture(u"daily.txt"_s)}), 0);
    const Ran ran = program.run(
        {u"fetch"_s, u"arXiv:2302.13971"_s, u"--json"_s, u"--mirror"_s, m_server->mirrorFor(u"arxiv.org"_s)});
    COMPARE_EXIT(ran, 1);
    QVERIFY2(ran.errorLines() == 1, ran.all().constData());
    QCOMPARE(ran.object()[u"failed"_s].toArray().size(), 1);
    const QJsonArray rows = program.run({u"list"_s, u"--json"_s, u"--category"_s, u"CL"_s}).array();
    QVERIFY(rows.at(0)[u"documents"_s].toArray().isEmpty());
}

void NetworkTest::aPaperWithoutALink_isSearchedForByItsTitle()
{
    const Program program;
    program.write(u"post.txt"_s, postWithoutLink());
    COMPARE_EXIT(program.run({u"import"_s, program.file(u"post.txt"_s)}), 0);
    const QString id = program.run({u"list"_s, u"--json"_s}).array()[0].toObject()[u"paper"_s].toString();
    m_server->route(u"/api/query"_s,
                    Answer::of("application/atom+xml",
                               arxivAnswer({{"2101.00003v2", "A paper nobody linked to", {"A. Author", "B. Other"}}})));
    m_server->route(u"/pdf/2101.00003v2"_s, Answer::of("application/pdf", *readFile(tourPdf(), 1 << 20)));
    const QStringList mirrors{u"--mirror"_s, m_server->mirrorFor(u"arxiv.org"_s), u"--mirror"_s,
                              m_server->mirrorFor(u"export.arxiv.org"_s)};
    const Ran fetched = program.run(QStringList{u"fetch"_s, id, u"--json"_s} + mirrors);
    COMPARE_EXIT(fetched, 0);
    QCOMPARE(fetched.object()[u"new"_s].toInt(), 1);
}

void NetworkTest::anotherTitle_isTakenOnlyByHand()
{
    const Program program;
    program.write(u"post.txt"_s, postWithoutLink());
    COMPARE_EXIT(program.run({u"import"_s, program.file(u"post.txt"_s)}), 0);
    const QString id = program.run({u"list"_s, u"--json"_s}).array()[0].toObject()[u"paper"_s].toString();
    m_server->route(u"/api/query"_s,
                    Answer::of("application/atom+xml",
                               arxivAnswer({{"2101.00004v1", "A Paper Nobody Linked To, Revised", {"A. Author"}}})));
    m_server->route(u"/pdf/2101.00004"_s, Answer::of("application/pdf", *readFile(tourPdf(), 1 << 20)));
    const QStringList mirrors{u"--mirror"_s, m_server->mirrorFor(u"arxiv.org"_s), u"--mirror"_s,
                              m_server->mirrorFor(u"export.arxiv.org"_s)};
    const Ran refused = program.run(QStringList{u"fetch"_s, id} + mirrors);
    COMPARE_EXIT(refused, 1);
    QVERIFY2(refused.err.contains("--as takes one of them: arXiv:2101.00004"), refused.all().constData());
    COMPARE_EXIT(program.run({u"fetch"_s, id, u"--as"_s, u"nothing"_s}), 1);
    COMPARE_EXIT(program.run({u"fetch"_s, id, id, u"--as"_s, u"arXiv:2101.00004"_s}), 2);
    COMPARE_EXIT(program.run(QStringList{u"fetch"_s, id, u"--as"_s, u"arXiv:2101.00004"_s} + mirrors), 0);
}

void NetworkTest::page_andText_readAFile()
{
    const Program program;
    const Ran page = program.run(
        {u"page"_s, tourPdf(), u"--page"_s, u"1"_s, u"--dpi"_s, u"72"_s, u"--to"_s, u"one.png"_s, u"--json"_s});
    COMPARE_EXIT(page, 0);
    const QImage image(program.file(u"one.png"_s));
    QCOMPARE(image.width(), page.object()[u"width"_s].toInt());
    QVERIFY(image.width() > 100);
    COMPARE_EXIT(program.run({u"page"_s, tourPdf(), u"--page"_s, u"99"_s, u"--to"_s, u"none.png"_s}), 1);
    const Ran text = program.run({u"text"_s, tourPdf()});
    COMPARE_EXIT(text, 0);
    QVERIFY(text.out.contains('\f'));
}

YAODIAN_TEST_GUILESS(NetworkTest)

} // namespace cli_network

#include "network.moc"
