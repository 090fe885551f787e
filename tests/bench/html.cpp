#include "bench.h"

#include "base/files.h"
#include "digest/blocks.h"
#include "digest/digest.h"
#include "digest/encoding.h"

#include <libxml/HTMLparser.h>
#include <QFile>

#include <ctime>

namespace yaodian::bench {

namespace {

/// Milliseconds of the processor that one call takes, the median of some: others may use the machine, too.
double msOf(int runs, const std::function<void()> &call)
{
    QList<double> times;
    for (int run = 0; run < runs; ++run) {
        const std::clock_t start = std::clock();
        call();
        times += double(std::clock() - start) * 1000 / CLOCKS_PER_SEC;
    }
    return median(times);
}

void ourParse(const QByteArray &html)
{
    (void)digest::parse(html, {QStringLiteral("page.html"), {}, {}});
}

/// Bytes to blocks, before anybody looks for papers in them: what compares to a parser of HTML.
void ourRead(const QByteArray &html)
{
    const auto decoded = digest::decode(html, {});
    if (decoded)
        (void)digest::blocksFromHtml(decoded->text);
}

/// Every callback is there and does nothing: what the tokens alone cost.
void theirParse(const QByteArray &html)
{
    htmlSAXHandler sax{};
    sax.startElement = [](void *, const xmlChar *, const xmlChar **) {};
    sax.endElement = [](void *, const xmlChar *) {};
    sax.characters = [](void *, const xmlChar *, int) {};
    htmlParserCtxtPtr context =
        htmlCreatePushParserCtxt(&sax, nullptr, html.constData(), int(html.size()), nullptr, XML_CHAR_ENCODING_UTF8);
    htmlCtxtUseOptions(context, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
    htmlParseChunk(context, nullptr, 0, 1);
    htmlFreeParserCtxt(context);
}

/// Kilobytes the program has had at most; 0 where the system does not say.
qint64 mostMemory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toLongLong();
    return 0;
}

void forgetMostMemory()
{
    QFile clear(QStringLiteral("/proc/self/clear_refs"));
    if (clear.open(QIODevice::WriteOnly))
        clear.write("5");
}

void compare(const QString &name, const QByteArray &html, int runs)
{
    const double megabytes = double(html.size()) / 1e6;
    const double reads = msOf(runs, [&html] { ourRead(html); });
    const double ours = msOf(runs, [&html] { ourParse(html); });
    const double theirs = msOf(runs, [&html] { theirParse(html); });
    say(QStringLiteral("html %1 %2 MB: to blocks %3 MB/s, to papers %4 MB/s, bare SAX %5 MB/s, ratios %6 %7")
            .arg(name, -22)
            .arg(megabytes, 6, 'f', 2)
            .arg(megabytes * 1000 / reads, 0, 'f', 1)
            .arg(megabytes * 1000 / ours, 0, 'f', 1)
            .arg(megabytes * 1000 / theirs, 0, 'f', 1)
            .arg(theirs / reads, 0, 'f', 2)
            .arg(theirs / ours, 0, 'f', 2));
}

/// A page as long as wanted, from a real one.
QByteArray longPage(const QByteArray &page, qsizetype size)
{
    qsizetype body = page.indexOf('>', qMax<qsizetype>(0, page.indexOf("<body"))) + 1;
    const qsizetype end = page.lastIndexOf("</body>");
    const QByteArray content = page.mid(body, (end < 0 ? page.size() : end) - body);
    QByteArray out = page.left(body);
    while (out.size() < size)
        out += content;
    return out + "</body></html>";
}

/// The time of twice the size over that of the size: 2 where it is linear, 4 where it is quadratic.
void growth(const QString &name, const std::function<QByteArray(int)> &make, int size)
{
    const QByteArray once = make(size);
    const QByteArray twice = make(2 * size);
    const double first = msOf(3, [&once] { ourParse(once); });
    const double second = msOf(3, [&twice] { ourParse(twice); });
    say(QStringLiteral("html %1 %2 ms for %3, %4 ms for twice as many: x%5")
            .arg(name, -22)
            .arg(first, 0, 'f', 1)
            .arg(size)
            .arg(second, 0, 'f', 1)
            .arg(second / qMax(first, 0.001), 0, 'f', 1));
}

void growths()
{
    growth(
        QStringLiteral("nested tags"),
        [](int n) { return QByteArray("<div>").repeated(n) + "text" + QByteArray("</div>").repeated(n); }, 20'000);
    growth(
        QStringLiteral("nested lists"),
        [](int n) { return QByteArray("<ul><li>x").repeated(n) + QByteArray("</li></ul>").repeated(n); }, 20'000);
    growth(
        QStringLiteral("attributes of one tag"),
        [](int n) {
            QByteArray page = "<p";
            for (int i = 0; i < n; ++i)
                page += " a" + QByteArray::number(i) + "=\"v\"";
            return page + ">text</p>";
        },
        20'000);
    growth(
        QStringLiteral("tags never closed"), [](int n) { return QByteArray("<p><b><a href='x'>y ").repeated(n); },
        20'000);
    growth(
        QStringLiteral("numbered paragraphs"),
        [](int n) {
            return QByteArray("<p>1\xE3\x80\x81[CL] A Title of Some Words</p><p>J Doe, A Li</p>").repeated(n);
        },
        5'000);
}

} // namespace

void parsingHtml(const QString &corpus, int runs)
{
    QByteArray largest;
    for (const QString &path : filesBelow(corpus, {QStringLiteral("*.html")})) {
        const QByteArray page = readFile(path, digest::largestDocument).valueOr({});
        compare(path.section(QLatin1Char('/'), -1).left(22), page, 20 * runs);
        largest = page.size() > largest.size() ? page : largest;
    }
    compare(QStringLiteral("a page of 5 MB"), longPage(largest, 5'000'000), runs);
    const QByteArray digest = readFile(QStringLiteral(YAODIAN_FIXTURES "/digests/post.html"), 1'000'000).valueOr({});
    compare(QStringLiteral("a digest of 5 MB"), longPage(digest, 5'000'000), runs);
    const QByteArray large = longPage(largest, 50'000'000);
    forgetMostMemory();
    const qint64 before = mostMemory();
    compare(QStringLiteral("a page of 50 MB"), large, 1);
    say(QStringLiteral("html memory for the page of 50 MB: %1 times the page")
            .arg(double(mostMemory() - before) * 1024 / double(large.size()), 0, 'f', 1));
    growths();
}

} // namespace yaodian::bench
