#include "app/exporting/exporting.h"
#include "app/exporting/folder.h"
#include "app/exporting/form.h"
#include "app/exporting/settled.h"
#include "tests/app/notes/desk.h"
#include "tests/support/testmain.h"

#include <QtTest>

namespace exporting_settled {

using namespace Qt::StringLiterals;
using namespace yaodian;
using namespace yaodian::exporting;

/// A paper that has something of everything, and the folder it is exported into.
struct Shelved : tests::Desk
{
    QTemporaryDir folder;
    library::HighlightId loose, backing;
    library::PointId own;

    Shelved()
    {
        loose = mark(papers[0], u"a passage of its own"_s, u"method"_s, u"a comment"_s);
        backing = mark(papers[0], u"a passage that backs a point"_s, u"result"_s);
        own = point(papers[0], u"it works"_s);
        done(notes.tie(own, backing));
        done(notes.setNote(papers[0], u"thoughts"_s));
        mark(papers[1], u"what another paper says"_s);
    }
    static void done(const Result<void> &result)
    {
        if (!result.ok())
            qFatal("%s", qUtf8Printable(result.error().message));
    }
    Written exported(const Template &form = {})
    {
        const auto written = Markdown(*shelf.library).writePapers({papers[0], papers[1]}, folder.path(), form);
        return written.ok() ? *written : Written{{}, -1, {written.error().message}};
    }
    [[nodiscard]] QString text(int paper = 0, const Template &form = {}) const
    {
        return Markdown(*shelf.library).paper(papers[paper], form).valueOr(QString());
    }
    /// Whether it is known, without printing, that the file of the paper has it all.
    [[nodiscard]] bool isSettled(int paper = 0, const Template &form = {}) const
    {
        const auto files = Folder::open(folder.path(), [](const QString &id) { return id; })->files();
        return !Settled(*shelf.library, form, *formText(form, Templates::of(*shelf.library)), files)
                    .of({papers[paper]})
                    .value(0)
                    .file.isEmpty();
    }
};

QString contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : u"absent"_s;
}

class ExportingSettled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void afterAnExport_nothingNeedsToBePrinted()
    {
        Shelved here;
        QVERIFY(!here.isSettled());
        const Written first = here.exported();
        QCOMPARE(first.unchanged, 0);
        QVERIFY(here.isSettled());
        const Written again = here.exported();
        QCOMPARE(again.unchanged, 2);
        QCOMPARE(again.files, first.files);
        QVERIFY(here.isSettled(1));
    }

    /// Whatever changes what a file tells is seen without printing.
    void whatChanges_isSeen_data()
    {
        using Change = std::function<Result<void>(Shelved &)>;
        QTest::addColumn<Change>("change");
        const auto row = [](const char *name, const Change &change) { QTest::newRow(name) << change; };
        row("comment", [](Shelved &s) { return s.notes.setComment(s.loose, u"another comment"_s); });
        row("kind", [](Shelved &s) { return s.notes.setKind(s.loose, u"limit"_s); });
        row("name of a kind", [](Shelved &s) {
            library::Kind kind = s.shelf->kinds()[1];
            kind.nameZh = u"做法"_s;
            return s.notes.putKind(kind);
        });
        row("removed highlight", [](Shelved &s) { return s.notes.removeHighlight(s.loose); });
        row("removed evidence", [](Shelved &s) { return s.notes.untie(s.own, s.backing); });
        row("evidence", [](Shelved &s) { return s.notes.tie(s.own, s.loose); });
        row("evidence of the digest's point",
            [](Shelved &s) { return s.notes.tie(s.shelf->points(s.papers[0])[0].id, s.loose); });
        row("point", [](Shelved &s) { return s.notes.editPoint(s.own, u"it works well"_s); });
        row("order of points", [](Shelved &s) {
            s.point(s.papers[0], u"one more"_s);
            s.exported();
            return s.notes.movePoint(s.own, 1);
        });
        row("note", [](Shelved &s) { return s.notes.setNote(s.papers[0], u"other thoughts"_s); });
        row("verdict", [](Shelved &s) {
            Shelved::done(s.notes.setVerdict({s.papers[0]}, library::Verdict::Keep)); // makes it read too
            s.exported();
            return s.notes.setVerdict({s.papers[0]}, library::Verdict::Drop);
        });
        row("tags", [](Shelved &s) { return s.notes.changeTags({s.papers[0]}, {}, {u"to read"_s}); });
        row("tags of a highlight", [](Shelved &s) { return s.notes.setTags(s.loose, {u"to ask"_s}); });
        row("undo", [](Shelved &s) {
            const auto undone = s.notes.undo(); // a highlight of the other paper
            return undone ? Result<void>() : Result<void>(undone.error());
        });
        row("title of the source", [](Shelved &s) {
            library::Source source = s.shelf->sources()[0];
            source.title = u"A Renamed Source"_s;
            return s.shelf->putSource(source);
        });
        row("edited post", [](Shelved &s) {
            digest::Entry entry = tests::entry(u"First Paper"_s, tests::arxiv(3084));
            entry.keyPoints = {u"the post says something else now"_s};
            tests::store(s.shelf, tests::issue(u"1"_s, {entry, tests::entry(u"Second Paper"_s, tests::arxiv(3085))}));
            return Result<void>();
        });
        row("another post", [](Shelved &s) {
            tests::store(s.shelf, tests::issue(u"2"_s, {tests::entry(u"First Paper"_s, tests::arxiv(3084))}));
            return Result<void>();
        });
        row("identifier", [](Shelved &s) {
            const auto paper = s.shelf->learn(s.papers[0], {{digest::Identifier::Scheme::Doi, u"10.1234/5"_s, {}}});
            return paper ? Result<void>() : Result<void>(paper.error());
        });
        row("document", [](Shelved &s) {
            const auto document = s.shelf->addDocument(s.papers[0], "%PDF-1.4 invented", u"v2"_s, {});
            s.exported();
            auto highlight = *s.shelf->highlight(s.loose);
            highlight.document = document->sha256;
            return s.shelf->act(u"test"_s, u"test"_s, [&](library::Acts &acts) { return acts.putHighlight(highlight); })
                           .ok()
                       ? Result<void>()
                       : Result<void>(Error::world(u"refused"_s));
        });
    }
    void whatChanges_isSeen()
    {
        using Change = std::function<Result<void>(Shelved &)>;
        QFETCH(Change, change);
        Shelved here;
        here.exported();
        QStringList before{here.text(0), here.text(1)};
        QVERIFY(change(here).ok());
        const QStringList now{here.text(0), here.text(1)};
        QVERIFY(before != now); // else the row shows nothing
        for (int paper = 0; paper < 2; ++paper)
            QVERIFY(before[paper] == now[paper] || !here.isSettled(paper));
        here.exported();
        QCOMPARE(here.exported().unchanged, 2);
        QVERIFY(here.isSettled(0) && here.isSettled(1));
    }

    void anotherForm_isPrinted()
    {
        Shelved here;
        here.exported();
        QVERIFY(!here.isSettled(0, {u"plain"_s}));
        QVERIFY(!here.isSettled(0, {u"obsidian"_s, Template::Groups::Kind}));
        here.exported({u"obsidian"_s, Template::Groups::Kind});
        QVERIFY(here.isSettled(0, {u"obsidian"_s, Template::Groups::Kind}));
    }

    void aFileThatWasChanged_isLookedInto()
    {
        Shelved here;
        const QString file = here.exported().files.value(0);
        const QString before = contents(file);
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly | QIODevice::Truncate));
        out.write(QString(before).replace(u"a comment"_s, u"a comment typed here"_s).toUtf8());
        out.close();
        QVERIFY(!here.isSettled());
        QCOMPARE(here.exported().taken, 1);
        QCOMPARE(here.shelf->highlight(here.loose)->comment, u"a comment typed here"_s);
        here.exported(); // what was taken in was printed from words that were not looked up before
        QVERIFY(here.isSettled());
        QVERIFY(QFile::remove(file));
        QVERIFY(!here.isSettled());
        here.exported();
        QCOMPARE(contents(file), here.text());
    }

    /// What there is to say of a file is said every time.
    void aFileWithAConflict_isNeverSettled()
    {
        Shelved here;
        const QString file = here.exported().files.value(0);
        QFile out(file);
        const QString before = contents(file);
        QVERIFY(out.open(QIODevice::WriteOnly | QIODevice::Truncate));
        out.write(QString(before).replace(u"<!-- yaodian:end note -->"_s, QString()).toUtf8()); // a marker is missing
        out.close();
        for (int time = 0; time < 3; ++time)
            QCOMPARE(here.exported().conflicts.size(), 1);
        QVERIFY(!here.isSettled());
    }

    /// Pictures lie beside the file, and somebody may have removed them.
    void aFileThatShowsPictures_isNeverSettled()
    {
        Shelved here;
        QImage image(8, 8, QImage::Format_RGB32);
        image.fill(Qt::blue);
        QByteArray png;
        QBuffer buffer(&png);
        QVERIFY(image.save(&buffer, "PNG"));
        const QString name = *here.shelf->keepImage(png);
        Shelved::done(here.notes.setNote(here.papers[0], u"![seen](%1)"_s.arg(library::Library::imageLink(name))));
        here.exported();
        QVERIFY(!here.isSettled());
        const QDir images(here.folder.filePath(u"images"_s));
        QCOMPARE(images.entryList(QDir::Files).size(), 1);
        QVERIFY(QDir(images).removeRecursively());
        here.exported();
        QCOMPARE(images.entryList(QDir::Files).size(), 1);
    }
};

YAODIAN_TEST_GUILESS(ExportingSettled)

} // namespace exporting_settled

#include "exporting_settled.moc"
