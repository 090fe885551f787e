#include "app/exporting/exporting.h"
#include "app/exporting/folder.h"
#include "app/exporting/form.h"
#include "tests/app/notes/desk.h"
#include "tests/support/testmain.h"

#include <QtTest>

namespace exporting_folder {

using namespace Qt::StringLiterals;
using namespace yaodian;
using namespace yaodian::exporting;

const QString oneId = u"5f0c2a1e-7d41-5c3b-9a52-1e6f0b8c4d27"_s;
const QString olderId = u"00000000-7d41-5c3b-9a52-1e6f0b8c4d27"_s;

Sheet sheetOf(const QString &id, const QByteArray &body = "said", const QString &title = u"A Title"_s)
{
    return {id, title, {"---\nyaodian: \"" + id.toLatin1() + "\"\n---", {{"points", body}}}, false};
}

QString itself(const QString &id)
{
    return id;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("absent");
}

void put(const QString &path, const QByteArray &bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

/// Writes one sheet with a folder opened anew; the file it went to.
QString write(const QString &path, const Sheet &sheet, Written *out = nullptr,
              const std::function<QString(const QString &)> &canonical = itself)
{
    Written written;
    auto folder = Folder::open(path, canonical);
    if (!folder.ok() || !folder->write(sheet, *folder->present(sheet), written).ok() || !folder->finish(written).ok())
        return {};
    if (out != nullptr)
        *out = written;
    return written.files.value(0);
}

QByteArray rendered(const QByteArray &form, const data &view, const Regions &regions = {})
{
    const auto ready = Form::of(form);
    return ready.ok() ? composed(*ready->filled(view, regions)) : QByteArray("error");
}

class ExportingFolder : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_count = 0;
    QString m_path;

private Q_SLOTS:
    void init() { m_path = m_folder.filePath(QString::number(++m_count)); }

    void aFileThatChangesWhileOthersAreWritten_isLeft_andThatIsSaid()
    {
        QVERIFY(!write(m_path, sheetOf(oneId)).isEmpty());
        const QString other = oneId.left(8) + u"-0000-5c3b-9a52-1e6f0b8c4d27"_s;
        auto folder = Folder::open(m_path, itself);
        Written written;
        for (const QString &id : {oneId, other}) { // the second is new, and has the same title and digits
            const Sheet sheet = sheetOf(id, "says something else");
            QVERIFY(folder->write(sheet, *folder->present(sheet), written).ok());
        }
        const QStringList files = written.files;
        QCOMPARE(files.size(), 2);
        QVERIFY(files[0] != files[1]);
        put(files[0], "typed meanwhile");
        put(files[1], "put there meanwhile");
        QVERIFY(folder->finish(written).ok());
        QCOMPARE(bytesOf(files[0]), "typed meanwhile");
        QCOMPARE(bytesOf(files[1]), "put there meanwhile");
        QVERIFY(written.files.isEmpty());
        QCOMPARE(written.conflicts.size(), 2);
        QVERIFY(written.conflicts[0].contains(QFileInfo(files[0]).fileName()));
    }

    void twoNewFilesOfOneTitle_stepAsideForEachOther()
    {
        const QString other = oneId.left(8) + u"-0000-5c3b-9a52-1e6f0b8c4d27"_s;
        auto folder = Folder::open(m_path, itself);
        Written written;
        for (const QString &id : {oneId, other})
            QVERIFY(folder->write(sheetOf(id), *folder->present(sheetOf(id)), written).ok());
        QVERIFY(folder->finish(written).ok());
        QVERIFY(bytesOf(written.files[0]).contains(oneId.toLatin1()));
        QVERIFY(bytesOf(written.files[1]).contains(other.toLatin1()));
    }

    void name_isSlugAndBeginOfTheId()
    {
        QCOMPARE(fileName(u"../Maps: of /etc"_s, oneId), u"maps-of-etc-5f0c2a1e.md"_s);
        QCOMPARE(fileName(QString(), oneId), u"untitled-5f0c2a1e.md"_s);
        QVERIFY(fileName(u"很长"_s.repeated(200), oneId).toUtf8().size() < 120);
    }

    void retitledPaper_keepsItsFile()
    {
        const QString file = write(m_path, sheetOf(oneId));
        QCOMPARE(write(m_path, sheetOf(oneId, "said more", u"Another Title"_s)), file);
        QVERIFY(bytesOf(file).contains("said more"));
    }

    void fileWhoseHeadWasCutOff_isKnownByItsName()
    {
        const QString file = write(m_path, sheetOf(oneId));
        put(file, "no front matter any more\n");
        QCOMPARE(write(m_path, sheetOf(oneId)), file);
        QVERIFY(bytesOf(file).startsWith("no front matter any more\n\n<!-- yaodian:begin points"));
        put(file, {});
        QCOMPARE(write(m_path, sheetOf(oneId)), file);
        QVERIFY(bytesOf(file).startsWith("---\nyaodian"));
    }

    void hiddenFolders_linksAndOtherFiles_areLeftAlone()
    {
        const QByteArray copy = "---\nyaodian: \"" + oneId.toLatin1() + "\"\n---\nmine\n";
        put(m_path + u"/.trash/old.md"_s, copy);
        put(m_path + u"/data.txt"_s, copy);
        put(m_folder.filePath(u"elsewhere/far.md"_s), copy);
        QVERIFY(QFile::link(m_folder.filePath(u"elsewhere"_s), m_path + u"/linked"_s));
        QVERIFY(QFile::link(m_folder.filePath(u"elsewhere/far.md"_s), m_path + u"/link.md"_s));
        const QString file = write(m_path, sheetOf(oneId));
        QCOMPARE(QFileInfo(file).fileName(), u"a-title-5f0c2a1e.md"_s);
        for (const QString &other :
             {m_path + u"/.trash/old.md"_s, m_path + u"/data.txt"_s, m_folder.filePath(u"elsewhere/far.md"_s)})
            QCOMPARE(bytesOf(other), copy);
    }

    void ofTwoFiles_theOneWithTheIdOfToday_comesFirst()
    {
        put(m_path + u"/a.md"_s, "---\nyaodian: " + olderId.toLatin1() + "\n---\n");
        put(m_path + u"/b.md"_s, "---\nyaodian: " + oneId.toLatin1() + "\n---\n");
        put(m_path + u"/c.md"_s, "---\nyaodian: " + oneId.toLatin1() + "\n---\n");
        const auto canonical = [](const QString &id) { return id == olderId ? oneId : id; };
        QCOMPARE(QFileInfo(write(m_path, sheetOf(oneId), nullptr, canonical)).fileName(), u"b.md"_s);
        QVERIFY(QFile::remove(m_path + u"/b.md"_s) && QFile::remove(m_path + u"/c.md"_s));
        QCOMPARE(QFileInfo(write(m_path, sheetOf(oneId), nullptr, canonical)).fileName(), u"a.md"_s);
    }

    void editedAndBrokenRegions_areSentencesThatNameFileAndPart()
    {
        Written written;
        const QString file = write(m_path, sheetOf(oneId));
        put(file, bytesOf(file).replace("\nsaid\n", "\nsaid by me\n"));
        write(m_path, sheetOf(oneId, "new"), &written);
        QCOMPARE(written.conflicts.size(), 1);
        QVERIFY(written.conflicts.first().contains(u"a-title-5f0c2a1e.md") &&
                written.conflicts.first().contains(u"points"));
        QCOMPARE(written.unchanged, 1);
        put(file, bytesOf(file).replace("<!-- yaodian:end points -->", ""));
        write(m_path, sheetOf(oneId, "new"), &written);
        QCOMPARE(written.conflicts.size(), 1);
        QVERIFY(written.conflicts.first().contains(u"marker"));
        QVERIFY(bytesOf(file).contains("said by me"));
    }

    void mergedPapers_areWrittenIntoTheOlderFile()
    {
        tests::Desk desk(tests::issue(u"1"_s, {tests::entry(u"Known by arXiv"_s, tests::arxiv(1))}));
        const library::PaperId first = desk.papers[0];
        const auto other = tests::store(
            desk.shelf,
            tests::issue(u"2"_s, {tests::entry(u"Later Title"_s, u"https://openreview.net/forum?id=aBc_1"_s)}));
        const library::PaperId second = tests::paperOf(desk.shelf, other.entries.first());
        QVERIFY(first != second);
        const Markdown markdown(*desk.shelf.library);
        const QString file = markdown.writePapers({second}, m_path)->files.first();
        const digest::Identifier learned{digest::Identifier::Scheme::OpenReview, u"aBc_1"_s, {}};
        QVERIFY(desk.shelf->learn(first, {learned}).ok());
        QCOMPARE(desk.shelf->paper(second)->id, desk.shelf->paper(first)->id); // an identifier learned later
        const auto written = markdown.writePapers({first, second}, m_path);
        QCOMPARE(written->files, QStringList{file});
    }

    void webLinks_leadToWhatIsKnown_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("origin");
        QTest::addColumn<QString>("web");
        QTest::newRow("arXiv with version")
            << tests::arxiv(7) << u"v2"_s << QString() << u"https://arxiv.org/pdf/2302.00007v2#page=4"_s;
        QTest::newRow("arXiv without") << tests::arxiv(7) << QString() << QString()
                                       << u"https://arxiv.org/pdf/2302.00007#page=4"_s;
        QTest::newRow("OpenReview") << u"https://openreview.net/forum?id=aBc_1"_s << QString() << QString()
                                    << u"https://openreview.net/pdf?id=aBc_1#page=4"_s;
        QTest::newRow("where it was fetched")
            << u"https://lab.example/paper"_s << QString() << u"https://lab.example/p.pdf#x"_s
            << u"https://lab.example/p.pdf#page=4"_s;
        QTest::newRow("this machine") << u"https://lab.example/paper"_s << QString() << u"http://127.0.0.1:8080/p.pdf"_s
                                      << QString();
        QTest::newRow("a file") << u"https://lab.example/paper"_s << QString() << u"/home/me/p.pdf"_s << QString();
    }
    void webLinks_leadToWhatIsKnown()
    {
        QFETCH(QString, url);
        QFETCH(QString, version);
        QFETCH(QString, origin);
        QFETCH(QString, web);
        tests::Desk desk(tests::issue(u"1"_s, {tests::entry(u"A Paper"_s, url)}));
        const auto document = desk.shelf->addDocument(desk.papers[0], "%PDF-1.4 invented", version, origin);
        const auto passage = notes::passageOf(tests::pageOf(u"words"_s), {0, 5}, 3, document->sha256);
        QVERIFY(desk.notes.addHighlight(desk.papers[0], passage, u"method"_s).ok());
        const QString text = *Markdown(*desk.shelf.library).paper(desk.papers[0]);
        QCOMPARE(text.contains(u"[web]("), !web.isEmpty());
        QVERIFY2(web.isEmpty() || text.contains(u", [web](%1))"_s.arg(web)), qPrintable(text));
    }

    void templateLines_ofTagsAlone_leaveNothing_blankLinesStay()
    {
        data view;
        view.set("yes", textData(u"*y*"_s));
        view.set("no", textData({}));
        view.set("list", listData({u"a"_s, u"b"_s}));
        QCOMPARE(rendered("a\n{{#no}}\nx\n{{/no}}\nb\n{{! comment }}\nc", view), QByteArray("a\nb\nc\n"));
        QCOMPARE(rendered("a\n\n{{#yes}}\n\n{{yes}}\n{{/yes}}\n  {{^no}}\nn\n  {{/no}}\n", view),
                 QByteArray("a\n\n\n\\*y\\*\nn\n"));
        QCOMPARE(rendered("{{#list}}\n{{n}}:{{text}}{{^first}}!{{/first}}\n{{/list}}", view),
                 QByteArray("1:a\n2:b!\n"));
        QCOMPARE(rendered("{{{yes}}}{{&yes}}\r\nz", view), QByteArray("\\*y\\*\\*y\\*\nz\n"));
    }

    void templateRegions_haveUniqueNames_andDoNotNest()
    {
        Regions regions;
        data view;
        view.set("a", regions.section(u"a"_s));
        view.set("b", regions.section(u"b"_s));
        const auto form = Form::of("{{#a}}\none\n{{/a}}\n{{#a}}two{{/a}}\ntext\x01"
                                   "0\x02\n{{#b}}x {{#a}}in{{/a}} y{{/b}}");
        QVERIFY(form.ok());
        QByteArrayList seen;
        const Parts made = *form->filled(view, regions);
        for (const Part &part : made.parts)
            seen << part.name + '=' + part.text;
        QCOMPARE(seen, (QByteArrayList{"a=one", "a-2=two", "=text0", "b=x in y"}));
    }
};

YAODIAN_TEST_GUILESS(ExportingFolder)

} // namespace exporting_folder

#include "exporting_folder.moc"
