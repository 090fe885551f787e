// A first comment, typed in the file beside a passage that had none: it comes back; what only looks like one stays.
#include "exporting/exporting.h"
#include "tests/app/exporting/house.h"
#include "tests/support/testmain.h"

#include <QtTest>

namespace exporting_firstcomments {

using namespace Qt::StringLiterals;
using namespace yaodian;
using namespace yaodian::library;
using exporting::Written;
using tests::House;
using Beside = House::Beside;

/// Two passages without a comment: one by itself, one that backs a point.
struct Bare : House
{
    Bare()
    {
        loose = mark(papers[0], u"nothing said of it"_s, u"limit"_s);
        backing = mark(papers[0], u"nor of this one"_s, u"result"_s);
        if (!notes.tie(other, backing).ok())
            qFatal("not tied");
    }
    [[nodiscard]] QString comment(const HighlightId &id) const { return shelf->highlight(id)->comment; }
    HighlightId loose, backing;
};

class ExportingFirstComments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFirstComment_comesBack_data()
    {
        QTest::addColumn<QString>("form");
        QTest::addColumn<int>("how");
        for (const QString &form : {u"obsidian"_s, u"plain"_s, u"logseq"_s})
            for (int how = 0; how < House::Ways; ++how)
                QTest::addRow("%s, way %d", qPrintable(form), how) << form << how;
    }

    void aFirstComment_comesBack()
    {
        QFETCH(QString, form);
        QFETCH(int, how);
        Bare house;
        house.write(form);
        const QString clean = house.text();
        house.type(house.loose, u"why \"so\" [at all]?"_s, Beside(how));
        house.type(house.backing, u"图 2 不是这样"_s, Beside(how));
        const qsizetype acts = house.steps();
        const Written written = house.write(form);
        QVERIFY2(written.conflicts.isEmpty(), qPrintable(written.conflicts.join(u'\n')));
        QCOMPARE(written.taken, 2);
        QCOMPARE(house.steps(), acts + 1);
        QCOMPARE(house.comment(house.loose), u"why \"so\" [at all]?"_s);
        QCOMPARE(house.comment(house.backing), u"图 2 不是这样"_s);
        QCOMPARE(house.text().count(u"图 2 不是这样"_s), 1);
        QCOMPARE(house.text().count(u'\n'), clean.count(u'\n')); // it stands where comments stand
        house.verifyCalm(form);
        QVERIFY(house.notes.undo().ok());
        house.write(form);
        QCOMPARE(house.text(), clean);
    }

    void whatIsNoComment_stays_data()
    {
        QTest::addColumn<QString>("behind"); // in the line of the passage
        QTest::addColumn<QString>("under");
        QTest::newRow("tags") << u" #to-ask #数据"_s << QString();
        QTest::newRow("a block id") << u" ^mine"_s << QString();
        QTest::newRow("an HTML comment") << u" <!-- no -->"_s << QString();
        QTest::newRow("a picture") << u" ![[drawn.png]]"_s << QString();
        QTest::newRow("a paragraph") << QString() << u"\nA paragraph of my own."_s;
        QTest::newRow("an item beside it") << QString() << u"- my own item"_s;
        QTest::newRow("a heading") << QString() << u"#### My own heading"_s;
        QTest::newRow("a task") << QString() << u"  - [ ] look it up"_s;
        QTest::newRow("a picture under it") << QString() << u"  ![[drawn.png]]"_s;
        QTest::newRow("a table") << QString() << u"| a | b |\n|---|---|"_s;
        QTest::newRow("code") << QString() << u"  ```\n  code()\n  ```"_s;
        QTest::newRow("a block with properties") << QString() << u"  - my block\n    collapsed:: true"_s;
        QTest::newRow("a rule") << QString() << u"---"_s;
        QTest::newRow("a quote outside") << QString() << u"> quoted by hand"_s;
        QTest::newRow("another link to it") << QString() << u"  see [it](yaodian://paper/%1?highlight=%2)"_s;
    }

    void whatIsNoComment_stays()
    {
        QFETCH(QString, behind);
        QFETCH(QString, under);
        Bare house;
        house.write();
        under.replace(u"%1"_s, house.papers[0].toString()).replace(u"%2"_s, house.loose.toString());
        QStringList lines = house.text().split(u'\n');
        for (qsizetype i = lines.size() - 1; i >= 0; --i) {
            if (!lines[i].contains(u"highlight="_s + house.loose.toString()))
                continue;
            lines[i] += behind;
            if (!under.isEmpty())
                lines.insert(i + 1, under);
        }
        house.put(lines.join(u'\n'));
        const QString edited = house.text();
        const Written written = house.write();
        QCOMPARE(written.taken, 0);
        QVERIFY(written.conflicts.isEmpty());
        QCOMPARE(house.comment(house.loose), QString());
        QCOMPARE(house.text(), edited);
        house.verifyCalm();
    }

    void whatStandsOutsideTheRegions_isTheReaders()
    {
        Bare house;
        house.write();
        const QString link =
            u"yaodian://paper/%1?highlight=%2"_s.arg(house.papers[0].toString(), house.loose.toString());
        house.put(house.text() + u"\n- “nothing said of it” ([p. 4](%1)) and much to say\n"_s.arg(link));
        QCOMPARE(house.write().taken, 0);
        QCOMPARE(house.comment(house.loose), QString());
        QVERIFY(house.text().contains(u"and much to say"_s));
    }

    /// An id that somebody typed into is kept beside the one of today; it is still no comment.
    void aPropertyThatWasTypedInto_isNoComment()
    {
        Bare house;
        house.write(u"logseq"_s);
        house.replace(u"\n    id:: "_s + house.backing.toString(), u"\n w    id:: "_s + house.backing.toString());
        house.point(house.papers[0], u"A third one."_s);
        house.write(u"logseq"_s);
        house.verifyCalm(u"logseq"_s);
        QCOMPARE(house.comment(house.backing), QString());
    }

    void severalLines_areOneComment()
    {
        Bare house;
        house.write();
        house.type(house.loose, u"First.\n  - one\n  - two"_s, Beside::Under);
        QCOMPARE(house.write().taken, 1);
        QCOMPARE(house.comment(house.loose), u"First.\n- one\n- two"_s);
        house.verifyCalm();
    }

    void aList_keepsItsNumbersAndItsLevels()
    {
        Bare house;
        house.write();
        house.type(house.loose, u"Two doubts:\n  1. the split\n     * of CIRR\n  2. the size"_s, Beside::Under);
        QCOMPARE(house.write().taken, 1);
        QCOMPARE(house.comment(house.loose), u"Two doubts:\n1. the split\n   - of CIRR\n2. the size"_s);
        house.verifyCalm();
    }

    /// One item is nothing to list; only its own mark goes.
    void aLoneItem_losesItsMark()
    {
        Bare house;
        house.write();
        house.type(house.loose, u"First.\n  2) then"_s, Beside::Under);
        QCOMPARE(house.write().taken, 1);
        QCOMPARE(house.comment(house.loose), u"First.\nthen"_s);
        house.verifyCalm();
    }

    /// What follows in the file is not swept up with it.
    void whatFollowsAComment_stays()
    {
        Bare house;
        house.write();
        house.type(house.loose, u"mine\n- an item of my own"_s, Beside::Under);
        QCOMPARE(house.write().taken, 1);
        QCOMPARE(house.comment(house.loose), u"mine"_s);
        QVERIFY(house.text().contains(u"\n- an item of my own\n"_s));
        house.verifyCalm();
    }

    void whatBothTyped_isKeptFromBoth_andListed()
    {
        Bare house;
        house.write();
        house.type(house.loose, u"says the file"_s, Beside::Under);
        QVERIFY(house.notes.setComment(house.loose, u"says the library"_s).ok());
        const Written written = house.write();
        QCOMPARE(written.conflicts.size(), 1);
        QVERIFY(house.comment(house.loose).contains(u"says the file"_s));
        QVERIFY(house.comment(house.loose).contains(u"says the library"_s));
        QCOMPARE(house.text().count(u"says the file"_s), 1);
        house.verifyCalm();
    }

    /// Taken out is not never there: it stays out of the file and in the library, until something else is typed.
    void aCommentThatWasTakenOut_isNoCommentThatNeverWas()
    {
        Bare house;
        house.write();
        house.type(house.loose, u"mine"_s, Beside::AtItsEnd);
        QCOMPARE(house.write().taken, 1);
        house.replace(u" mine ^hl-"_s, u" ^hl-"_s);
        QCOMPARE(house.write().taken, 0);
        QCOMPARE(house.comment(house.loose), u"mine"_s);
        QVERIFY(!house.text().contains(u"mine"_s));
        house.verifyCalm();
        house.type(house.loose, u"no, this"_s, Beside::InTheLine);
        QCOMPARE(house.write().taken, 1);
        QCOMPARE(house.comment(house.loose), u"no, this"_s);
        house.verifyCalm();
    }

    void besideAPassageThatTheReaderChanged_itComesBack_andTheLineStays()
    {
        Bare house;
        house.write();
        house.replace(u"nothing said of it"_s, u"nothing *said* of it"_s);
        house.type(house.loose, u"mine"_s, Beside::InTheLine);
        const QString edited = house.text();
        const Written written = house.write();
        QCOMPARE(written.taken, 1);
        QVERIFY(written.conflicts.isEmpty());
        QCOMPARE(house.comment(house.loose), u"mine"_s);
        house.verifyCalm();
        QCOMPARE(house.text().count(u"mine"_s), 1);
        QVERIFY(house.text().contains(u"nothing *said* of it"_s));
    }

    void withAChangeHereToTheSameHighlight_bothGoIn()
    {
        Bare house;
        house.write();
        house.type(house.loose, u"mine"_s, Beside::AsItem);
        QVERIFY(house.notes.setTags(house.loose, {u"new"_s}).ok());
        const Written written = house.write();
        QVERIFY2(written.conflicts.isEmpty(), qPrintable(written.conflicts.join(u'\n')));
        QVERIFY(house.text().contains(u"mine #new ^hl-"_s));
        house.verifyCalm();
    }

    /// Other files show the same passages.
    void inTheFileOfAListOrAnIssue_itComesBackToo_data()
    {
        QTest::addColumn<QString>("form");
        QTest::addColumn<bool>("ofIssue");
        for (const QString &form : {u"obsidian"_s, u"plain"_s, u"logseq"_s}) {
            QTest::addRow("list, %s", qPrintable(form)) << form << false;
            QTest::addRow("issue, %s", qPrintable(form)) << form << true;
        }
    }

    void inTheFileOfAListOrAnIssue_itComesBackToo()
    {
        QFETCH(QString, form);
        QFETCH(bool, ofIssue);
        Bare house;
        const exporting::Markdown markdown(*house.shelf.library);
        const QString listId(36, u'1');
        const auto write = [&] {
            return ofIssue ? markdown.writeIssue(house.stored.id, house.folder.path(), {form})
                           : markdown.writeList({house.papers, u"A list"_s, listId}, house.folder.path(), {form});
        };
        house.file = write()->files.first();
        house.type(house.backing, u"said in another file"_s, Beside::Under);
        const auto written = write();
        QVERIFY(written.ok());
        QCOMPARE(written->taken, 1);
        QVERIFY2(written->conflicts.isEmpty(), qPrintable(written->conflicts.join(u'\n')));
        QCOMPARE(house.comment(house.backing), u"said in another file"_s);
        const QString text = house.text();
        QCOMPARE(text.count(u"said in another file"_s), 1);
        QCOMPARE(write()->taken, 0);
        QCOMPARE(house.text(), text);
        // The paper's own file gets it from here.
        QTemporaryDir another;
        const auto own = markdown.writePapers({house.papers[0]}, another.path(), {form});
        QFile file(own->files.first());
        QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll().contains("said in another file"));
    }

    /// What is typed in two files is one comment, of which nothing is lost.
    void inTwoFiles_bothAreKept()
    {
        Bare house;
        house.write();
        const QString own = house.file;
        const exporting::Markdown markdown(*house.shelf.library);
        const QString listId(36, u'1');
        house.file = markdown.writeList({house.papers, u"A list"_s, listId}, house.folder.path())->files.first();
        house.type(house.backing, u"in the list"_s, Beside::AtItsEnd);
        house.file = own;
        house.type(house.backing, u"in the paper"_s, Beside::AtItsEnd);
        QCOMPARE(house.write().taken, 1);
        const auto written = markdown.writeList({house.papers, u"A list"_s, listId}, house.folder.path());
        QVERIFY(written.ok());
        QCOMPARE(written->conflicts.size(), 1);
        QVERIFY(house.comment(house.backing).contains(u"in the list"_s));
        QVERIFY(house.comment(house.backing).contains(u"in the paper"_s));
    }

    void aPassageThatBacksTwoPoints_hasOneComment()
    {
        Bare house;
        QVERIFY(house.notes.tie(house.pointId, house.backing).ok());
        house.write();
        QString text = house.text();
        const QString link = u"highlight="_s + house.backing.toString();
        for (const QString &words : {u" one way"_s, u" another"_s}) // the second place, then the first
            text.insert(text.indexOf(u'\n', words == u" one way"_s ? text.lastIndexOf(link) : text.indexOf(link)),
                        words);
        house.put(text);
        const Written written = house.write();
        QCOMPARE(house.comment(house.backing), u"another\none way"_s);
        QVERIFY(written.conflicts.isEmpty());
        QCOMPARE(house.text().count(u"another one way"_s), 2);
        house.verifyCalm();
    }

    void whereATemplateShowsNoComments_wordsAreTheReaders()
    {
        Bare house;
        house.ownTemplate("{{#highlights}}\n- “{{quote}}” ([p]({{link}}))\n{{/highlights}}\n");
        house.write(u"mine"_s);
        house.type(house.loose, u"my own words"_s, Beside::InTheLine);
        const Written written = house.write(u"mine"_s);
        QCOMPARE(written.taken, 0);
        QVERIFY(house.comment(house.loose).isEmpty());
        QCOMPARE(house.text().count(u"my own words"_s), 1);
        house.type(house.highlight, u"and here"_s, Beside::AtItsEnd); // which has a comment that does not stand there
        QCOMPARE(house.write(u"mine"_s).taken, 0);
        QCOMPARE(house.comment(house.highlight), u"so it is"_s);
        QCOMPARE(house.text().count(u"and here"_s), 1);
    }

    void ofTwoPassagesInOneLine_eachHasItsOwnWords()
    {
        Bare house;
        const HighlightId third = house.mark(house.papers[0], u"a third passage"_s, u"limit"_s);
        house.ownTemplate(
            "{{#highlights}}[{{quote}}]({{link}}){{#comment}} {{comment}}{{/comment}}; {{/highlights}}\n");
        house.write(u"mine"_s);
        for (const auto &[passage, words] :
             {std::pair(house.loose, u" of the one"_s), std::pair(third, u" of the other"_s)}) {
            QString text = house.text();
            text.insert(text.indexOf(u')', text.indexOf(u"highlight="_s + passage.toString())) + 1, words);
            house.put(text);
        }
        house.write(u"mine"_s);
        QCOMPARE(house.comment(house.loose), u"of the one"_s);
        QCOMPARE(house.comment(third), u"of the other"_s);
        QCOMPARE(house.comment(house.highlight), u"so it is"_s);
    }
};

YAODIAN_TEST_GUILESS(ExportingFirstComments)

} // namespace exporting_firstcomments

#include "exporting_firstcomments.moc"
