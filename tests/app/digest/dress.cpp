// The same post in every dress: plain text, HTML, Markdown, GB18030, in a feed, with other punctuation. Whatever it
// wears, the issue is the same.
#include "digest/legend.h"
#include "digest/scan.h"
#include "digesttest.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <iconv.h>

namespace digest_dress {

using namespace yaodian::digest;
using namespace yaodian::digest::test;
using namespace Qt::StringLiterals;

enum class Line { Blank, Legend, Head, Point, Url, Label, Text };

bool isHeadLine(const QString &line)
{
    const ListMark mark = listMark(line);
    return line.mid(mark.length).startsWith(u'[') && line.mid(mark.length + 3, 2) == u"] "_s;
}

Line kindOf(const QString &line)
{
    const QString text = line.trimmed();
    if (text.isEmpty())
        return Line::Blank;
    if (!legendOf(text).isEmpty())
        return Line::Legend;
    if (isHeadLine(text))
        return Line::Head;
    if (line.startsWith(u' ') && listMark(text).length > 0)
        return Line::Point;
    if (findUrl(text) == 0)
        return Line::Url;
    return labelOf(text) && text.endsWith(u':') ? Line::Label : Line::Text;
}

/// Calls `dress` with every line, its kind, and how many legend lines came before.
template <class Dress> QString dressed(const QString &text, Dress dress)
{
    QString out;
    int legends = 0;
    for (const QString &line : text.split(u'\n')) {
        const Line kind = kindOf(line);
        out += dress(line, kind, legends) + u'\n';
        legends += kind == Line::Legend ? 1 : 0;
    }
    return out;
}

QString markdown(const QString &text)
{
    return dressed(text, [](const QString &line, Line kind, int legends) {
        const QString bare = line.trimmed();
        switch (kind) {
        case Line::Head:
            return u"\n## "_s + bare + u"\n"_s;
        case Line::Label:
            return u"\n**"_s + bare + u"**\n"_s;
        case Line::Url: {
            const QString url = bare.left(urlLength(bare, 0));
            return u"\n[%1](%1)\n"_s.arg(url);
        }
        case Line::Legend:
            return legends == 0   ? u"# "_s + bare + u"\n"_s
                   : legends == 1 ? bare + u"\n"_s
                                  : u"![%1](x.png)"_s.arg(bare);
        default:
            return line;
        }
    });
}

QString markdownList(const QString &text)
{
    return dressed(text, [](const QString &line, Line kind, int legends) {
        const QString bare = line.trimmed();
        if (kind == Line::Head)
            return u"\n**"_s + bare + u"**\n"_s;
        if (kind == Line::Point)
            return u"- "_s + bare.mid(listMark(bare).length);
        if (kind == Line::Url)
            return u"\n<"_s + bare.left(urlLength(bare, 0)) + u">\n"_s;
        return kind == Line::Legend && legends > 1 ? u"![x](y.png)"_s : line;
    });
}

QString html(const QString &text)
{
    return dressed(text, [](const QString &line, Line kind, int legends) {
        const QString bare = line.trimmed().toHtmlEscaped();
        switch (kind) {
        case Line::Head:
            return u"<h3>%1</h3>"_s.arg(bare);
        case Line::Point:
            return u"<ol><li>%1</li></ol>"_s.arg(bare.mid(listMark(bare).length));
        case Line::Label:
            return u"<p><strong>%1</strong></p>"_s.arg(bare);
        case Line::Url:
            return u"<p><a href=\"%1\">%2...</a></p>"_s.arg(bare.left(urlLength(bare, 0)), bare.left(24));
        case Line::Legend:
            return legends < 2 ? u"<p>%1</p>"_s.arg(bare) : u"<img src='x' alt='%1'>"_s.arg(bare);
        case Line::Blank:
            return QString();
        case Line::Text:
            break;
        }
        return u"<p>%1</p>"_s.arg(bare);
    });
}

QString page(const QString &body)
{
    return u"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>x</title><script>var a='<p>';</script></head><body><nav><p>首页</p></nav>"_s +
           body + u"<footer><p>版权</p></footer></body></html>"_s;
}

QString punctuation(QString text)
{
    QString out;
    for (QString line : text.split(u'\n')) {
        const QString bare = line.trimmed();
        const ListMark mark = listMark(bare);
        if (isHeadLine(bare)) {
            line = bare.mid(mark.length);
            line[0] = u'【';
            line[3] = u'】';
            if (mark.number > 0)
                line = QChar(0xFF10 + mark.number) + u"．"_s + line;
        } else if (kindOf(line) == Line::Label) {
            line = bare.chopped(1) + u'：';
        } else if (kindOf(line) == Line::Point) {
            line = u"（%1）"_s.arg(mark.number) + bare.mid(mark.length);
        } else if (line.startsWith(u'[')) {
            line = u'［' + line.mid(1).replace(u']', u'］');
        }
        out += line.replace(u"(2015)"_s, u"（2015）"_s).replace(u"摘要:"_s, u"摘要："_s) + u'\n';
    }
    return out;
}

QByteArray gb18030(const QString &text)
{
    iconv_t handle = iconv_open("GB18030", "UTF-8");
    QByteArray from = text.toUtf8();
    QByteArray to(from.size() * 4, 0);
    char *in = from.data();
    char *out = to.data();
    size_t left = size_t(from.size());
    size_t room = size_t(to.size());
    iconv(handle, &in, &left, &out, &room);
    iconv_close(handle);
    to.truncate(out - to.constData());
    return to;
}

QByteArray feed(const QString &content, const QString &title)
{
    return (u"<rss version='2.0' xmlns:content='x'><channel><title>b</title><item><title>%1</title><guid>1</guid><content:encoded><![CDATA["_s
                .arg(title) +
            content + u"]]></content:encoded></item></channel></rss>"_s)
        .toUtf8();
}

/// The gold format without what no field holds.
QJsonObject bare(const Issue &issue)
{
    QJsonObject gold = toGold(issue);
    gold.remove("extra"_L1);
    return gold;
}

class DressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void issueIsTheSame_data();
    void issueIsTheSame();
    void otherWhiteSpaceChangesNothing_data();
    void otherWhiteSpaceChangesNothing();
    void digestOnOneLineKeepsItsEntries();
};

void DressTest::issueIsTheSame_data()
{
    QTest::addColumn<QByteArray>("plain");
    QTest::addColumn<QByteArray>("dressedPost");
    QTest::addColumn<QString>("name");
    for (const char *file : {"daily_points.txt", "daily_abstracts.txt"}) {
        const QByteArray plain = fixture(file);
        const QString text = QString::fromUtf8(plain);
        const QString title = text.left(text.indexOf(u'\n'));
        const auto row = [&](const char *dress, const QByteArray &bytes, const char *name) {
            QTest::addRow("%s %s", file, dress) << plain << bytes << QString::fromLatin1(name);
        };
        row("Markdown", markdown(text).toUtf8(), "x.md");
        row("Markdown in a text file", markdown(text).toUtf8(), "x.txt");
        row("Markdown with bullets", markdownList(text).toUtf8(), "x.md");
        row("HTML", page(html(text)).toUtf8(), "x.html");
        row("HTML without a name", page(html(text)).toUtf8(), "");
        row("fragment of HTML", html(text).toUtf8(), "");
        row("GB18030", gb18030(text), "x.txt");
        row("HTML in GB18030", gb18030(page(html(text)).replace(u"utf-8"_s, u"gb2312"_s)), "x.html");
        row("feed", feed(html(text), title), "x.xml");
        row("other punctuation", punctuation(text).toUtf8(), "x.txt");
    }
}

void DressTest::issueIsTheSame()
{
    QFETCH(QByteArray, plain);
    QFETCH(QByteArray, dressedPost);
    QFETCH(QString, name);
    const auto issues = parse(dressedPost, {name, {}, {}});
    QVERIFY(issues);
    QCOMPARE(issues->size(), 1);
    const QJsonDocument expected(bare(one(plain)));
    const QJsonDocument found(bare(issues->first()));
    QCOMPARE(QString::fromUtf8(found.toJson()), QString::fromUtf8(expected.toJson()));
}

void DressTest::otherWhiteSpaceChangesNothing_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"daily_points.txt", "daily_abstracts.txt", "recommendations.txt", "scraped.txt"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void DressTest::otherWhiteSpaceChangesNothing()
{
    QFETCH(QString, name);
    const QByteArray plain = fixture(qPrintable(name));
    const QJsonObject expected = bare(one(plain));
    QByteArray windows = plain;
    windows.replace("\n", "\r\n");
    QCOMPARE(bare(one("\xEF\xBB\xBF" + windows)), expected);
    QByteArray wide = plain;
    wide.replace("\n", "\n\n");
    QCOMPARE(bare(one(wide)), expected);
    QByteArray narrow = plain;
    while (narrow.contains("\n\n"))
        narrow.replace("\n\n", "\n");
    QCOMPARE(bare(one(narrow)), expected);
}

void DressTest::digestOnOneLineKeepsItsEntries()
{
    const Issue plain = post("daily_points.txt");
    const Issue scraped = one(QString::fromUtf8(fixture("daily_points.txt")).simplified().toUtf8());
    QCOMPARE(titles(scraped), titles(plain));
    QCOMPARE(scraped.legend.size(), 3);
    for (qsizetype i = 0; i < plain.entries.size(); ++i) {
        QCOMPARE(scraped.entries[i].authors, plain.entries[i].authors);
        QCOMPARE(scraped.entries[i].affiliations, plain.entries[i].affiliations);
        QCOMPARE(scraped.entries[i].titleZh, plain.entries[i].titleZh);
        QCOMPARE(scraped.entries[i].oneLine, plain.entries[i].oneLine);
        QCOMPARE(scraped.entries[i].url, plain.entries[i].url);
        QCOMPARE(scraped.entries[i].year, plain.entries[i].year);
        QVERIFY(scraped.entries[i].section == plain.entries[i].section);
    }
}

YAODIAN_TEST_APPLESS(DressTest)

} // namespace digest_dress

#include "dress.moc"
