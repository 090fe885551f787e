#include "tests/app/sync/household.h"
#include "tests/support/testmain.h"

namespace test_sync_forms {

using namespace yaodian;
using namespace yaodian::tests;

const QByteArray start = "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>";
const QByteArray finish = "</channel></rss>";
const QByteArray points = "\xC2\xDB\xCE\xC4\xB5\xC4\xD2\xAA\xB5\xE3"; // 论文的要点 in GB2312

QByteArray item(const QByteArray &title, const QByteArray &more = {})
{
    return "<item><title>" + title + "</title><link>/posts/1</link>" + more + "</item>";
}

QByteArray digestOf(const QByteArray &link)
{
    return "<p>1、[LG] An Invented Paper of Many Forms</p><p>A Author, B Writer</p><p><a href=\"" + link +
           "\">paper</a></p>";
}

QByteArray escaped(QByteArray text)
{
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
}

/// What servers call a feed, from the wire to the list: its letters, its damage, its addresses.
class TestSyncForms : public QObject
{
    Q_OBJECT

    WebServer m_server;

    library::Library &asked(Household &house, const QByteArray &body, const QByteArray &type)
    {
        m_server.route(u"/blog/feed"_qs, Answer::of(type, body));
        house.put(m_server.url(u"/blog/feed"_qs));
        house.all();
        return *house.library;
    }

private Q_SLOTS:
    void titles_areRead_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("title");
        const QString chinese = u"论文的要点"_qs;
        const auto row = [](const char *name, const QByteArray &type, const QByteArray &body, const QString &title) {
            QTest::newRow(name) << type << body << title;
        };
        const QByteArray xml = "text/xml";
        row("GB2312 by the header", "text/xml; charset=gb2312", start + item(points) + finish, chinese);
        row("GB2312 by the XML, UTF-8 by the header", "text/xml; charset=utf-8",
            "<?xml version=\"1.0\" encoding=\"gb2312\"?>" + start + item(points) + finish, chinese);
        row("UTF-8 whatever is said", "text/xml; charset=gb2312",
            "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>" + start + item(chinese.toUtf8()) + finish, chinese);
        row("a mark before a declaration", xml,
            "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"gb2312\"?>" + start + item(chinese.toUtf8()) + finish,
            chinese);
        row("a warning before it", xml,
            "\nWarning: deprecated in x.php\n<?xml version=\"1.0\"?>" + start + item("One") + finish, u"One"_qs);
        row("something behind it", xml, start + item("One") + finish + "\n<!-- cached --> 0.3 s", u"One"_qs);
        row("a bare ampersand", xml, start + item("R&D") + finish, u"R&D"_qs);
        row("an entity of HTML", xml, start + item("A&nbsp;&mdash;&nbsp;B") + finish, u"A — B"_qs);
        row("escaped twice", xml, start + item("R&amp;amp;D") + finish, u"R&D"_qs);
        row("a NUL", xml, start + item(QByteArray("O\0ne", 4)) + finish, u"One"_qs);
        row("a narrow blank", xml,
            start +
                item("A\xE2\x80\xAF"
                     "B") +
                finish,
            u"A B"_qs);
        row("somebody else's title", xml,
            start + item("One", "<media:title>Two</media:title><s:title>Three</s:title>") + finish, u"One"_qs);
    }
    void titles_areRead()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        Household house;
        const auto issues = asked(house, body, type).issues();
        QCOMPARE(issues.size(), 1);
        QTEST(issues.first().title, "title");
    }

    void papers_areFoundWhereTheyLead_data()
    {
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<QString>("path");
        const QByteArray content = "<content:encoded>", end = "</content:encoded>";
        QTest::newRow("relative to the post")
            << content + escaped(digestOf("paper.pdf")) + end << u"/posts/paper.pdf"_qs;
        QTest::newRow("relative to what is said")
            << "<content:encoded xml:base=\"/other/\">" + escaped(digestOf("paper.pdf")) + end
            << u"/other/paper.pdf"_qs;
        QTest::newRow("relative to the server")
            << content + escaped(digestOf("/x/paper.pdf")) + end << u"/x/paper.pdf"_qs;
        QTest::newRow("escaped twice") << content + escaped(escaped(digestOf("/x/paper.pdf"))) + end
                                       << u"/x/paper.pdf"_qs;
        QTest::newRow("the whole text, not its beginning")
            << "<description>An excerpt.</description>" + content + escaped(digestOf("/x/paper.pdf")) + end
            << u"/x/paper.pdf"_qs;
    }
    void papers_areFoundWhereTheyLead()
    {
        QFETCH(QByteArray, more);
        QFETCH(QString, path);
        Household house;
        library::Library &library = asked(house, start + item("One", more) + finish, "text/xml");
        const auto rows = library.rows(library.entryIds({}));
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().url, m_server.url(path).toString());
    }
};

YAODIAN_TEST_GUILESS(TestSyncForms)

} // namespace test_sync_forms

#include "test_sync_forms.moc"
