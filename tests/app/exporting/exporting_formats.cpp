#include "app/exporting/anki.h"
#include "app/exporting/exporting.h"
#include "app/exporting/htmltext.h"
#include "app/exporting/seal.h"
#include "app/exporting/webannotation.h"
#include "base/files.h"
#include "bibreader.h"
#include "hostile.h"
#include "htmlreader.h"
#include "sitting.h"
#include "tests/support/testmain.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

namespace exporting_formats {

using namespace Qt::StringLiterals;
using namespace yaodian;
using namespace yaodian::exporting;
using namespace yaodian::library;

QByteArray bytesOf(const QString &path)
{
    const auto bytes = readFile(path, 1 << 26);
    return bytes.ok() ? *bytes : QByteArray("unreadable");
}

void put(const QString &path, const QByteArray &bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QVERIFY(writeFileAtomically(path, bytes).ok());
}

QStringList filesBelow(const QString &folder)
{
    QStringList names;
    for (QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();)
        names << it.next().mid(folder.size() + 1);
    names.sort();
    return names;
}

/// A table as Anki reads it: lines that begin with '#' at its head, then fields between tabs.
QList<QStringList> rowsOf(const QByteArray &table, QStringList *head = nullptr)
{
    QList<QStringList> rows;
    const QStringList lines = QString::fromUtf8(table).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (rows.isEmpty() && line.startsWith(u'#')) {
            if (head)
                *head << line;
        } else {
            rows << line.split(u'\t');
        }
    }
    return rows;
}

/// An issue of hostile papers with marks of hostile words on the first.
digest::Issue hostileIssue(tests::Hostile &hostile, int papers)
{
    QList<digest::Entry> entries;
    for (int n = 0; n < papers; ++n) {
        digest::Entry entry = tests::entry(u"T "_s + hostile.text(), tests::arxiv(5000 + n));
        entry.titleZh = hostile.text();
        entry.authors = hostile.texts(3);
        entry.oneLine = hostile.text();
        entries << entry;
    }
    return tests::issue(u"hostile"_s, entries);
}

const QList<Formats::Format> allFormats{Formats::Bibtex, Formats::CslJson, Formats::Annotations, Formats::Anki};

class ExportingFormats : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_count = 0;
    QString m_path;

private Q_SLOTS:
    void init() { m_path = m_folder.filePath(QString::number(++m_count)); }

    void annotation_hasQuotePageRegionCommentAndKind()
    {
        const tests::Sitting desk;
        const QJsonObject all = annotationsOf(Lookups(*desk.shelf.library), *desk.shelf->paper(desk.papers[0]));
        QCOMPARE(all[u"@context"_s][0].toString(), u"http://www.w3.org/ns/anno.jsonld"_s);
        QCOMPARE(all[u"type"_s].toString(), u"AnnotationCollection"_s);
        QCOMPARE(all[u"total"_s].toInt(), 3);
        const QJsonArray items = all[u"first"_s][u"items"_s].toArray();
        QCOMPARE(items.size(), 3);

        const QJsonObject plain = items[0].toObject();
        QCOMPARE(plain[u"id"_s].toString(), u"urn:uuid:"_s + desk.marks[0].toString());
        QCOMPARE(plain[u"motivation"_s].toString(), u"highlighting"_s);
        QCOMPARE(plain[u"body"_s].toArray().size(), 1);
        QCOMPARE(plain[u"body"_s][0][u"purpose"_s].toString(), u"tagging"_s);
        QCOMPARE(plain[u"body"_s][0][u"value"_s].toString(), u"方法"_s);
        QCOMPARE(plain[u"yaodian:kind"_s].toString(), u"method"_s);
        QCOMPARE(plain[u"created"_s].toString(), u"2023-11-14T22:13:20Z"_s);
        QCOMPARE(plain[u"target"_s][u"source"_s][u"id"_s].toString(), u"https://arxiv.org/pdf/2302.03084v1"_s);
        const QJsonValue quote = plain[u"target"_s][u"selector"_s][0];
        QCOMPARE(quote[u"type"_s].toString(), u"TextQuoteSelector"_s);
        QCOMPARE(quote[u"exact"_s].toString(), u"a picture becomes one word"_s);
        QCOMPARE(quote[u"prefix"_s].toString(), u"where"_s);
        QCOMPARE(quote[u"suffix"_s].toString(), u"of the query"_s);
        const QJsonValue page = plain[u"target"_s][u"selector"_s][1];
        QCOMPARE(page[u"value"_s].toString(), u"page=4"_s);
        QCOMPARE(page[u"refinedBy"_s][u"value"_s].toString(), u"xywh=percent:10,20,80,5"_s);
        QCOMPARE(plain[u"yaodian:boxes"_s].toArray(), QJsonArray({u"10,20,90,22"_s, u"10,23,40,25"_s}));

        QCOMPARE(items[1][u"motivation"_s].toString(), u"commenting"_s);
        QCOMPARE(items[1][u"body"_s][0][u"value"_s].toString(), u"why?\nask them"_s);
        QCOMPARE(items[2][u"target"_s][u"selector"_s].toArray().size(), 1); // an area has no words
    }

    void documentThatIsNotOnTheWeb_isNamedByItsContent()
    {
        tests::Desk desk(tests::issue(u"1"_s, {tests::entry(u"Nowhere"_s)}));
        desk.mark(desk.papers[0], u"words"_s);
        const QJsonObject all = annotationsOf(Lookups(*desk.shelf.library), *desk.shelf->paper(desk.papers[0]));
        QCOMPARE(all[u"first"_s][u"items"_s][0][u"target"_s][u"source"_s][u"id"_s].toString(),
                 u"urn:sha256:"_s + QString(64, u'a'));
    }

    void cards_haveStableIds_andAskForWhatWasMarked()
    {
        const tests::Sitting desk;
        const QList<Card> cards = cardsOf(Lookups(*desk.shelf.library), *desk.shelf->paper(desk.papers[0]));
        QCOMPARE(cards.size(), 5);
        QCOMPARE(cards[0].guid, u"yaodian-pt-"_s + desk.points[0].toString());
        QVERIFY(cards[0].back.contains(u"Works <strong>without</strong> triplets"));
        QVERIFY(cards[0].back.contains(u"“a picture becomes one word”"));
        QVERIFY(cards[0].back.contains(u"?highlight="_s + desk.marks[0].toString()));
        QCOMPARE(cards[2].guid, u"yaodian-hl-"_s + desk.marks[0].toString());
        QVERIFY(cards[2].front.contains(u"… where <b>[…]</b> of the query …"));
        QVERIFY(!cards[2].front.contains(u"a picture becomes"));
        QVERIFY(cards[3].front.contains(u"why?<br>ask them"));
        QCOMPARE(cards[2].tags, (QStringList{u"yaodian"_s, u"方法"_s, u"CV"_s, u"LG"_s}));
    }

    void table_isWhatAnkiReads()
    {
        const tests::Sitting desk;
        QStringList head;
        const auto text = Formats(*desk.shelf.library).text(Formats::Anki, {desk.papers[0]});
        const auto rows = rowsOf(*text, &head);
        for (const QString &line : {u"#separator:tab"_s, u"#html:true"_s, u"#guid column:1"_s, u"#tags column:4"_s})
            QVERIFY(head.contains(line));
        QVERIFY(head.contains(u"#columns:guid\tFront\tBack\tTags"_s));
        QCOMPARE(rows.size(), 5);
        for (const QStringList &row : rows) {
            QCOMPARE(row.size(), 4);
            QVERIFY(row[0].startsWith(u"yaodian-"));
            for (const QString &html : {row[1], row[2]}) {
                const tests::HtmlRead read = tests::readHtml(html);
                QVERIFY2(read.wrong.isEmpty(), qPrintable(read.wrong));
            }
        }
    }

    void readersMarkdown_becomesHtmlThatRunsNothing()
    {
        QCOMPARE(htmlOfMarkdown(u"a *b* `c<d` <i>e</i>"_s),
                 u"<p>a <em>b</em> <code>c&lt;d</code> &lt;i&gt;e&lt;/i&gt;</p>\n"_s);
        QCOMPARE(htmlOfMarkdown(u"[x](javascript:alert(1)) [y](https://a.example/?b=1&c=2)"_s),
                 u"<p>x <a href=\"https://a.example/?b=1&amp;c=2\">y</a></p>\n"_s);
        QCOMPARE(htmlOfMarkdown(u"[x](java&#115;cript:alert(1))"_s), u"<p>x</p>\n"_s);
        QCOMPARE(htmlOfMarkdown(u"![picture](https://a.example/p.png)"_s),
                 u"<p><span class=\"image\">picture</span></p>\n"_s);
        const QString own = u"yaodian://paper/5f0c2a1e-7d41-5c3b-9a52-1e6f0b8c4d27"_s;
        QCOMPARE(htmlOfMarkdown(u"[x](%1)"_s.arg(own)), u"<p><a href=\"%1\">x</a></p>\n"_s.arg(own));
        tests::Hostile hostile(4);
        for (int n = 0; n < 1000; ++n) {
            const QString typed = hostile.texts(4).join(n % 2 ? u"\n\n"_s : u" "_s);
            const tests::HtmlRead read = tests::readHtml(htmlOfMarkdown(typed));
            QVERIFY2(read.wrong.isEmpty(), qPrintable(read.wrong));
            QVERIFY(!read.elements.contains(u"script"_s) && !read.elements.contains(u"img"_s));
            for (const QString &link : read.links)
                QVERIFY2(link.startsWith(u"https://"), qPrintable(link));
        }
    }

    void bibliography_isOneFile_thatGrows()
    {
        const tests::Sitting desk;
        const Formats formats(*desk.shelf.library);
        for (const auto format : {Formats::Bibtex, Formats::CslJson}) {
            const auto first = formats.write(format, {{desk.papers[0]}}, m_path);
            QVERIFY(first.ok());
            const QString file = m_path + (format == Formats::Bibtex ? u"/yaodian.bib"_s : u"/yaodian.json"_s);
            QCOMPARE(first->files, QStringList{file});
            const QByteArray one = bytesOf(file);
            QVERIFY(formats.write(format, formats.ofSession(desk.session.id), m_path).ok());
            const QByteArray all = bytesOf(file);
            QVERIFY(all.size() > one.size());
            const auto again = formats.write(format, {{desk.papers[0]}}, m_path);
            QCOMPARE(again->unchanged, 1);
            QCOMPARE(bytesOf(file), all);
        }
        QCOMPARE(tests::readBib(bytesOf(m_path + u"/yaodian.bib"_s))->size(), 3);
        QCOMPARE(filesBelow(m_path).size(), 2);
    }

    void bibliographyThatIsBroken_isLeftAsItIs()
    {
        const tests::Sitting desk;
        put(m_path + u"/yaodian.bib"_s, "@misc{a, title = {open");
        const auto written = Formats(*desk.shelf.library).write(Formats::Bibtex, {desk.papers}, m_path);
        QVERIFY(!written.ok());
        QCOMPARE(bytesOf(m_path + u"/yaodian.bib"_s), QByteArray("@misc{a, title = {open"));
    }

    void wholeFiles_areFoundAgain_keptWhereEdited_andStepAside()
    {
        tests::Sitting desk;
        const Formats formats(*desk.shelf.library);
        const QString name = formats.write(Formats::Annotations, {{desk.papers[0]}}, m_path)->files.first();
        QCOMPARE(QFileInfo(name).fileName(), u"maps-pictures-words-%1.jsonld"_s.arg(desk.papers[0].toString().left(8)));
        QCOMPARE(formats.write(Formats::Annotations, {{desk.papers[0]}}, m_path)->unchanged, 1);
        QVERIFY(sealOf(bytesOf(name)).isIntact);
        QCOMPARE(sealOf(bytesOf(name)).id, desk.papers[0].toString());

        const QString moved = m_path + u"/mine-%1.jsonld"_s.arg(desk.papers[0].toString().left(8));
        QVERIFY(QFile::rename(name, moved));
        QVERIFY(desk.notes.setComment(desk.marks[0], u"a new comment"_s).ok());
        QCOMPARE(formats.write(Formats::Annotations, {{desk.papers[0]}}, m_path)->files, QStringList{moved});
        QVERIFY(bytesOf(moved).contains("a new comment"));

        const QByteArray edited = bytesOf(moved).replace("a new comment", "by hand");
        put(moved, edited);
        const auto kept = formats.write(Formats::Annotations, {{desk.papers[0]}}, m_path);
        QCOMPARE(kept->conflicts.size(), 1);
        QCOMPARE(bytesOf(moved), edited);

        put(name, "somebody else's");
        QVERIFY(QFile::remove(moved));
        const QString aside = formats.write(Formats::Annotations, {{desk.papers[0]}}, m_path)->files.first();
        QVERIFY(aside != name);
        QCOMPARE(formats.write(Formats::Annotations, {{desk.papers[0]}}, m_path)->files, QStringList{aside});
        QCOMPARE(bytesOf(name), QByteArray("somebody else's"));
        QVERIFY(QFile::remove(aside));
        const QString outside = m_folder.filePath(u"outside.txt"_s);
        put(outside, "not ours");
        QVERIFY(QFile::link(outside, aside));
        QVERIFY(formats.write(Formats::Annotations, {{desk.papers[0]}}, m_path).ok());
        QCOMPARE(bytesOf(outside), QByteArray("not ours"));
    }

    void papersWithoutHighlights_getNoFile_unlessAskedForAlone()
    {
        const tests::Sitting desk;
        const Formats formats(*desk.shelf.library);
        QCOMPARE(formats.write(Formats::Annotations, {desk.papers}, m_path)->files.size(), 1);
        QCOMPARE(formats.write(Formats::Annotations, {{desk.papers[1]}}, m_path)->files.size(), 1);
        const auto none = formats.text(Formats::Annotations, {desk.papers[1]});
        QCOMPARE(QJsonDocument::fromJson(*none).object()[u"total"_s].toInt(), 0);
        QCOMPARE(QJsonDocument::fromJson(*formats.text(Formats::Annotations, desk.papers)).array().size(), 3);
    }

    void everyPaper_isWrittenOnce_alsoUnderAnOlderId()
    {
        tests::Desk desk;
        const auto merged = desk.shelf->merge({desk.papers[0], desk.papers[1]});
        QVERIFY(merged.ok());
        const auto text = Formats(*desk.shelf.library).text(Formats::Bibtex, desk.papers);
        QCOMPARE(tests::readBib(*text)->size(), 2);
    }

    void hostileTitlesAndWords_stayInTheFolder_andEveryFileReads()
    {
        for (quint32 seed = 10; seed < 16; ++seed) {
            tests::Hostile hostile(seed);
            const digest::Issue issue = hostileIssue(hostile, 6);
            QStringList words = hostile.texts(7);
            const tests::Sitting desk(issue, words);
            const Formats formats(*desk.shelf.library);
            const QString path = m_path + u"/%1"_s.arg(seed);
            for (const auto format : allFormats) {
                QVERIFY(formats.write(format, formats.ofIssue(desk.stored.id), path).ok());
                QCOMPARE(formats.write(format, formats.ofIssue(desk.stored.id), path)->unchanged, 1);
            }
            const auto report = formats.writeReport(desk.session.id, path);
            QVERIFY(report.ok());
            QCOMPARE(formats.writeReport(desk.session.id, path)->unchanged, 1);
            static const QRegularExpression name(
                u"^(yaodian\\.(bib|json)|[\\p{L}\\p{N}\\p{M}_-]+-[0-9a-f]{8}\\.(tsv|jsonld|html))$"_s,
                QRegularExpression::UseUnicodePropertiesOption);
            const QStringList files = filesBelow(path);
            QCOMPARE(files.size(), 5);
            for (const QString &file : files)
                QVERIFY2(name.match(file).hasMatch() && file.toUtf8().size() < 120, qPrintable(file));
            QVERIFY(tests::readBib(bytesOf(path + u"/yaodian.bib"_s)));
            for (const QStringList &row : rowsOf(bytesOf(path + u'/' + files.filter(u".tsv"_s).first()))) {
                QCOMPARE(row.size(), 4);
                QVERIFY2(tests::readHtml(row[1]).wrong.isEmpty(), qPrintable(row[1]));
                QVERIFY2(tests::readHtml(row[2]).wrong.isEmpty(), qPrintable(row[2]));
            }
            const QByteArray jsonld = bytesOf(path + u'/' + files.filter(u".jsonld"_s).first());
            QVERIFY(QJsonDocument::fromJson(jsonld).isObject());
            QCOMPARE(sealOf(jsonld).id, desk.papers[0].toString());
            const tests::HtmlRead page = tests::readHtml(QString::fromUtf8(bytesOf(report->files.first())));
            QVERIFY2(page.wrong.isEmpty(), qPrintable(page.wrong));
        }
    }

    void whatCannotBe_isOneSentence()
    {
        const tests::Sitting desk;
        const Formats formats(*desk.shelf.library);
        for (const auto format : allFormats) {
            QVERIFY(!formats.text(format, {PaperId(QUuid::createUuid())}).ok());
            QVERIFY(!formats.write(format, {{PaperId(QUuid::createUuid())}}, m_path).ok());
            put(m_folder.filePath(u"a file"_s), "text");
            const auto inFile = formats.write(format, {desk.papers}, m_folder.filePath(u"a file/below"_s));
            QVERIFY(!inFile.ok());
            QVERIFY(inFile.error().message.contains(u"a file"));
        }
        QVERIFY(!formats.report(SessionId(QUuid::createUuid())).ok());
        QVERIFY(filesBelow(m_path).isEmpty());
    }
};

YAODIAN_TEST_GUILESS(ExportingFormats)

} // namespace exporting_formats

#include "exporting_formats.moc"
