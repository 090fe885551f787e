#include "app/exporting/exporting.h"
#include "app/reading/reading.h"
#include "markdownreader.h"
#include "tests/app/notes/desk.h"
#include "tests/support/testmain.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QtTest>

#include <ctime>

namespace exporting_markdown {

using namespace Qt::StringLiterals;
using namespace yaodian;
using namespace yaodian::library;

digest::Issue evening()
{
    digest::Entry first = tests::entry(u"Maps: \"Pictures\" & Words [v2]"_s, tests::arxiv(3084), {u"CV"_s, u"LG"_s});
    first.number = 1;
    first.etAl = true;
    first.keyPoints = {u"把图像映射为词元，不需要标注 <b>三元组</b>"_s, u"1. 更快的 *检索*"_s,
                       u"[点此](javascript:alert(1))"_s};
    digest::Entry second = tests::entry(u"Second Paper"_s, u"https://openreview.net/forum?id=aBc_123"_s);
    second.number = 2;
    second.keyPoints.clear();
    second.oneLine.clear();
    second.abstractEn = u"We study it.\nIt works."_s;
    digest::Entry third = tests::entry(u"Third Paper"_s, {}, {});
    third.keyPoints.clear();
    third.oneLine.clear();
    third.titleZh.clear();
    third.section = digest::Section::Also;
    digest::Issue issue = tests::issue(u"晚间"_s, {first, second, third});
    issue.link = u"https://blog.example/p/1?a=(b)"_s;
    issue.summary = u"三篇论文。\n# 不是标题"_s;
    issue.intro = u"今晚读什么"_s;
    return issue;
}

/// An evening with the digest: marks, points, a note, verdicts, a session of 25 minutes.
struct Evening : tests::Desk
{
    QStringList made; ///< ids that differ from run to run, in the order in which they were made
    Session session;

    Evening() : Desk(evening())
    {
        const QByteArray pdf = "%PDF-1.4 invented";
        const auto document = shelf->addDocument(papers[0], pdf, u"v1"_s, u"https://arxiv.org/pdf/2302.03084v1"_s);
        reading::Reading reading(*shelf.library, notes, shelf.clock, shelf.ids);
        made << reading.start(papers)->id.toString();
        const auto mark = [&](const QString &words, const QString &kind, const QString &comment, int page) {
            auto passage = notes::passageOf(tests::pageOf(words), {0, int(words.size())}, page, document->sha256);
            const HighlightId id = *notes.addHighlight(papers[0], passage, kind, comment);
            made << id.toString();
            return id;
        };
        const HighlightId backs = mark(u"a picture becomes one word of the query"_s, u"method"_s, {}, 3);
        const HighlightId also = mark(u"no triplets [are] needed"_s, u"result"_s, u"表 2 的 *数字*"_s, 4);
        mark(u"it fails on <crowded> scenes"_s, u"limit"_s, u"why?\nask them"_s, 6);
        const PointId mine = point(papers[0], u"Works **without** triplets"_s);
        const PointId lines = point(papers[0], u"Two parts:\n\n- one\n- two"_s);
        made << mine.toString() << lines.toString();
        done(notes.tie(mine, backs));
        done(notes.tie(mine, also));
        done(notes.tie(shelf->points(papers[0]).first().id, backs));
        done(notes.setNote(papers[0],
                           u"## Thoughts\n\nTry it on `<b>`.\n\n<script>no</script>\n<!-- yaodian:end note -->\n"_s));
        done(notes.setVerdict({papers[0]}, Verdict::Keep));
        shelf.clock.advance(20 * 60'000);
        done(reading.next());
        done(reading.verdict(Verdict::Drop));
        shelf.clock.advance(5 * 60'000);
        session = *reading.end();
    }

    template <class T> static void done(const Result<T> &result) { QVERIFY2(result.ok(), "an act failed"); }

    exporting::Markdown markdown() const { return exporting::Markdown(*shelf.library); }

    /// Ids of this run and stamps give way to names.
    QString masked(QString text) const
    {
        for (qsizetype i = 0; i < made.size(); ++i) {
            text.replace(made[i], u"{id %1}"_s.arg(i));
            text.replace(made[i].right(12), u"{end %1}"_s.arg(i));
        }
        return text.replace(QRegularExpression(u"(yaodian:begin \\S+) [0-9a-f]{16}"_s), u"\\1 {stamp}"_s);
    }
};

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("absent");
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QStringList filesBelow(const QString &folder)
{
    QStringList names;
    for (QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
        names << it.next().mid(folder.size() + 1);
    names.sort();
    return names;
}

/// Every region's stamp fits; the only raw HTML is our markers; links are web links or our own.
void checkForm(const QString &text)
{
    static const QRegularExpression region(
        u"^<!-- yaodian:begin (\\S+) ([0-9a-f]{16}) -->\\n(?:(.*?)\\n)?<!-- yaodian:end \\1 -->$"_s,
        QRegularExpression::DotMatchesEverythingOption | QRegularExpression::MultilineOption);
    QStringList names;
    for (auto it = region.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        names << match.captured(1);
        const QByteArray hash =
            QCryptographicHash::hash(match.captured(3).toUtf8(), QCryptographicHash::Sha256).toHex();
        QCOMPARE(match.captured(2).toLatin1(), hash.left(16));
    }
    QCOMPARE(names.removeDuplicates(), 0);
    QCOMPARE(text.count(u"yaodian:begin"), names.size());
    const qsizetype body = text.indexOf(u"\n---\n") + 5;
    const tests::Read read = tests::readMarkdown(text.mid(body).toUtf8());
    QVERIFY(read.parsed);
    for (const QString &html : read.html) {
        static const QRegularExpression ours(u"^(<!-- yaodian:(begin|end) \\S+( [0-9a-f]{16})? -->\\n?)+$"_s);
        QVERIFY2(ours.match(html).hasMatch(), qPrintable(html));
    }
    for (const QString &link : read.links)
        QVERIFY2(link.startsWith(u"https://") || link.startsWith(u"yaodian://paper/"), qPrintable(link));
}

class ExportingMarkdown : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString folder(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "UTC");
        tzset();
    }

    void everyTemplate_givesWhatItGave_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("form");
        for (const char *what : {"paper", "other", "issue", "session"}) {
            for (const char *form : {"obsidian", "logseq", "plain"})
                QTest::addRow("%s-%s", what, form) << QString::fromLatin1(what) << QString::fromLatin1(form);
        }
    }
    void everyTemplate_givesWhatItGave()
    {
        QFETCH(QString, what);
        QFETCH(QString, form);
        const Evening evening;
        const exporting::Markdown markdown = evening.markdown();
        const auto text = what == u"paper"   ? markdown.paper(evening.papers[0], {form})
                          : what == u"other" ? markdown.paper(evening.papers[1], {form})
                          : what == u"issue" ? markdown.issue(evening.stored.id, {form})
                                             : markdown.session(evening.session.id, {form});
        QVERIFY(text.ok());
        checkForm(*text);
        const QString golden = QStringLiteral(YAODIAN_FIXTURES "/markdown/%1-%2.md").arg(what, form);
        if (qEnvironmentVariableIsSet("YAODIAN_WRITE_FIXTURES"))
            put(golden, evening.masked(*text).toUtf8());
        QCOMPARE(evening.masked(*text), QString::fromUtf8(bytesOf(golden)));
    }

    void secondExport_changesNoByte()
    {
        const Evening evening;
        const QString path = folder("second");
        const auto first = evening.markdown().writePapers(evening.papers, path);
        QVERIFY(first.ok());
        QCOMPARE(first->files.size(), 3);
        QCOMPARE(first->unchanged, 0);
        QCOMPARE(QFileInfo(first->files[0]).fileName(),
                 u"maps-pictures-words-v2-%1.md"_s.arg(evening.papers[0].toString().left(8)));
        QMap<QString, QByteArray> before;
        for (const QString &file : first->files)
            before.insert(file, bytesOf(file));
        const auto second = evening.markdown().writePapers(evening.papers, path);
        QCOMPARE(second->unchanged, 3);
        QCOMPARE(second->files, first->files);
        QVERIFY(second->conflicts.isEmpty());
        for (const QString &file : first->files)
            QCOMPARE(bytesOf(file), before.value(file));
    }

    void issueAndSession_areFilesToo()
    {
        const Evening evening;
        const QString path = folder("others");
        QCOMPARE(evening.markdown().writeIssue(evening.stored.id, path)->files.size(), 1);
        QCOMPARE(evening.markdown().writeSession(evening.session.id, path)->files.size(), 1);
        QCOMPARE(evening.markdown().writeIssue(evening.stored.id, path)->unchanged, 1);
        QCOMPARE(evening.markdown().writeSession(evening.session.id, path)->unchanged, 1);
        QCOMPARE(filesBelow(path).size(), 2);
    }

    void handWrittenWords_stay_whatBothChangedIsKept_theRestGoesOn()
    {
        Evening evening;
        const QString path = folder("edited");
        const QString file = evening.markdown().writePapers({evening.papers[0]}, path)->files.first();
        QByteArray text = bytesOf(file);
        text.replace("## Thoughts", "## My own thoughts").replace("tags: []", "tags: [\"mine\"]\naliases: [\"maps\"]");
        text.replace("<!-- yaodian:begin points", "before the points\n\n<!-- yaodian:begin points");
        put(file, text + "\nwords by hand\n");
        evening.point(evening.papers[0], u"A later point"_s);
        evening.done(evening.notes.setNote(evening.papers[0], u"A later note"_s));
        evening.done(evening.notes.setVerdict({evening.papers[0]}, Verdict::Read));
        const auto written = evening.markdown().writePapers({evening.papers[0]}, path);
        QCOMPARE(written->conflicts.size(), 1);
        QVERIFY(written->conflicts.first().contains(u"note"));
        const QByteArray now = bytesOf(file);
        for (const char *kept :
             {"## My own thoughts", "tags: [\"mine\"]\naliases: [\"maps\"]", "\nbefore the points\n\n",
              "\nwords by hand\n", "- A later point ^pt-", "verdict: \"read\""})
            QVERIFY2(now.contains(kept), kept);
        QVERIFY(now.contains("A later note\n## My own thoughts"));
        QVERIFY(evening.shelf->note(evening.papers[0]).text.contains(u"## My own thoughts"_s));
        QCOMPARE(evening.markdown().writePapers({evening.papers[0]}, path)->unchanged, 1);
    }

    void renamedAndMovedFile_isFoundByItsId()
    {
        Evening evening;
        const QString path = folder("moved");
        const QString file = evening.markdown().writePapers({evening.papers[0]}, path)->files.first();
        QVERIFY(QDir(path).mkpath(u"read/2023"_s));
        const QString moved = path + u"/read/2023/我的笔记.md"_s;
        QVERIFY(QFile::rename(file, moved));
        evening.point(evening.papers[0], u"A later point"_s);
        const auto written = evening.markdown().writePapers({evening.papers[0]}, path);
        QCOMPARE(written->files, QStringList{moved});
        QVERIFY(bytesOf(moved).contains("A later point"));
        QCOMPARE(filesBelow(path).size(), 1);
    }

    void fileOfAnotherPaper_andLinks_areSteppedAside()
    {
        const Evening evening;
        const QString path = folder("aside");
        const QString file = evening.markdown().writePapers({evening.papers[0]}, path)->files.first();
        const QByteArray other =
            "---\nyaodian: \"" + QUuid::createUuid().toByteArray(QUuid::WithoutBraces) + "\"\n---\nmine\n";
        put(file, other);
        const QString second = evening.markdown().writePapers({evening.papers[0]}, path)->files.first();
        QVERIFY(second != file);
        QCOMPARE(bytesOf(file), other);
        QVERIFY(QFile::remove(second));
        const QString outside = folder("outside.txt");
        put(outside, "not ours");
        QVERIFY(QFile::link(outside, second));
        const QString third = evening.markdown().writePapers({evening.papers[0]}, path)->files.first();
        QVERIFY(third != second);
        QCOMPARE(bytesOf(outside), QByteArray("not ours"));
    }

    void hostileTitles_stayInTheFolder_andReadBack()
    {
        QRandomGenerator random(12);
        const QStringList pieces{u"/"_s,        u".."_s,     u"\\"_s,
                                 u":"_s,        u"\u202e"_s, u"=cmd"_s,
                                 u"CON"_s,      u"要点"_s,   u"很长的题目"_s.repeated(30),
                                 u"\u0001"_s,   u"---"_s,    u"\""_s,
                                 u"<script>"_s, u"[[x]]"_s,  u"`"_s,
                                 u"|"_s,        u" "_s,      u"word"_s,
                                 u"."_s};
        QList<digest::Entry> entries;
        for (int n = 0; n < 60; ++n) {
            QString title;
            for (int k = random.bounded(1, 7); k > 0; --k)
                title += pieces[random.bounded(int(pieces.size()))];
            entries << tests::entry(title, tests::arxiv(5000 + n));
        }
        const tests::Desk desk(tests::issue(u"hostile"_s, entries));
        const QString path = folder("hostile");
        const auto written = exporting::Markdown(*desk.shelf.library).writePapers(desk.papers, path);
        QVERIFY(written.ok());
        QCOMPARE(filesBelow(path).size(), 60);
        QCOMPARE(QDir(path).entryList(QDir::Dirs | QDir::NoDotAndDotDot), QStringList());
        static const QRegularExpression name(u"^[\\p{L}\\p{N}\\p{M}_-]+-[0-9a-f]{8}\\.md$"_s,
                                             QRegularExpression::UseUnicodePropertiesOption);
        for (const QString &file : written->files) {
            QVERIFY2(name.match(QFileInfo(file).fileName()).hasMatch(), qPrintable(file));
            checkForm(QString::fromUtf8(bytesOf(file)));
        }
        QCOMPARE(exporting::Markdown(*desk.shelf.library).writePapers(desk.papers, path)->unchanged, 60);
        const auto issue = exporting::Markdown(*desk.shelf.library).issue(desk.stored.id);
        QVERIFY(issue.ok());
        checkForm(*issue);
    }

    void ownTemplate_isFilled_andUpdatedWhereItHasRegions()
    {
        Evening evening;
        const QString form = folder("own.mustache");
        put(form, "{{#paper}}\n# {{title}}\n{{#region_points}}\n{{#points}}\n* "
                  "{{text}}\n{{/points}}\n{{/region_points}}\n{{/paper}}\n");
        const QString path = folder("own");
        const auto first = evening.markdown().writePapers({evening.papers[0]}, path, {form});
        const QByteArray text = bytesOf(first->files.first());
        QVERIFY(text.startsWith("---\nyaodian: \"" + evening.papers[0].toString().toLatin1() +
                                "\"\n---\n# Maps: \"Pictures\""));
        QVERIFY(text.contains("\n* Works **without** triplets\n"));
        evening.point(evening.papers[0], u"A later point"_s);
        QCOMPARE(evening.markdown().writePapers({evening.papers[0]}, path, {form})->files, first->files);
        QVERIFY(bytesOf(first->files.first()).contains("* A later point\n"));
    }

    void templateWithoutRegions_neverTouchesAFile()
    {
        Evening evening;
        const QString form = folder("flat.mustache");
        put(form, "{{#paper}}{{title}}: {{#points}}{{text}}; {{/points}}{{/paper}}");
        const QString path = folder("flat");
        const QString file = evening.markdown().writePapers({evening.papers[0]}, path, {form})->files.first();
        QVERIFY(evening.markdown().writePapers({evening.papers[0]}, path, {form})->conflicts.isEmpty());
        const QByteArray before = bytesOf(file);
        evening.point(evening.papers[0], u"A later point"_s);
        QCOMPARE(evening.markdown().writePapers({evening.papers[0]}, path, {form})->conflicts.size(), 1);
        QCOMPARE(bytesOf(file), before);
    }

    void whatCannotBe_isOneSentence_andNothingIsWritten()
    {
        const Evening evening;
        const exporting::Markdown markdown = evening.markdown();
        const QString broken = folder("broken.mustache");
        put(broken, "{{#paper}}never closed");
        QVERIFY(!markdown.paper(evening.papers[0], {broken}).ok());
        QVERIFY(!markdown.paper(evening.papers[0], {u"no such template"_s}).ok());
        QVERIFY(!markdown.paper(PaperId(QUuid::createUuid())).ok());
        QVERIFY(!markdown.issue(IssueId(QUuid::createUuid())).ok());
        QVERIFY(!markdown.session(SessionId(QUuid::createUuid())).ok());
        QVERIFY(!markdown.writePapers({PaperId(QUuid::createUuid())}, folder("none")).ok());
        QVERIFY(filesBelow(folder("none")).isEmpty());
        const QString file = folder("a file");
        put(file, "text");
        const auto inFile = markdown.writePapers(evening.papers, file + u"/below"_s);
        QVERIFY(!inFile.ok());
        QVERIFY(inFile.error().message.contains(u"a file"));
    }
};

YAODIAN_TEST_GUILESS(ExportingMarkdown)

} // namespace exporting_markdown

#include "exporting_markdown.moc"
