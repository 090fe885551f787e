#include "app/exporting/exporting.h"
#include "tests/app/notes/desk.h"
#include "tests/support/testmain.h"

#include <QtTest>

namespace exporting_lists {

using namespace Qt::StringLiterals;
using namespace yaodian;
using namespace yaodian::exporting;
using Groups = Template::Groups;

/// Highlights in groups, and lists of papers.
class ExportingLists : public QObject
{
    Q_OBJECT

    static void mark(tests::Desk &desk, const QString &words, const QString &kind, const QString &section)
    {
        const auto count = int(desk.shelf->highlights(desk.papers[0]).size());
        auto passage = notes::passageOf(tests::pageOf(words), {0, int(words.size())}, 1, QString(64, u'a'));
        passage.at = count;
        passage.section = section;
        QVERIFY(desk.notes.addHighlight(desk.papers[0], passage, kind).ok());
    }

    /// What of the words and titles stands in the text, in its order.
    static QStringList orderIn(const QString &text, const QStringList &words)
    {
        QMap<qsizetype, QString> found;
        for (const QString &word : words) {
            if (text.contains(word))
                found.insert(text.indexOf(word), word);
        }
        return found.values();
    }

private Q_SLOTS:
    void highlights_areGroupedByKindOrHeading_orNot_data()
    {
        QTest::addColumn<int>("groups");
        QTest::addColumn<QStringList>("order");
        QTest::newRow("none") << int(Groups::None) << QStringList{u"alpha"_s, u"beta"_s, u"gamma"_s, u"delta"_s};
        QTest::newRow("kind") << int(Groups::Kind) << QStringList{u"#### 问题"_s, u"beta"_s,  u"delta"_s,
                                                                  u"#### 方法"_s, u"alpha"_s, u"gamma"_s};
        QTest::newRow("section") << int(Groups::Section) << QStringList{u"gamma"_s, u"#### 1 Intro"_s, u"alpha"_s,
                                                                        u"beta"_s,  u"#### 2 Why"_s,   u"delta"_s};
    }
    void highlights_areGroupedByKindOrHeading_orNot()
    {
        QFETCH(int, groups);
        QFETCH(QStringList, order);
        tests::Desk desk;
        mark(desk, u"alpha"_s, u"method"_s, u"1 Intro"_s);
        mark(desk, u"beta"_s, u"problem"_s, u"1 Intro"_s);
        mark(desk, u"gamma"_s, u"method"_s, {});
        mark(desk, u"delta"_s, u"problem"_s, u"2 Why"_s);
        const QStringList words{u"alpha"_s,     u"beta"_s,      u"gamma"_s,        u"delta"_s,
                                u"#### 问题"_s, u"#### 方法"_s, u"#### 1 Intro"_s, u"#### 2 Why"_s};
        for (const QString &form : {u"obsidian"_s, u"logseq"_s, u"plain"_s}) {
            const auto text = Markdown(*desk.shelf.library).paper(desk.papers[0], {form, Groups(groups)});
            QVERIFY(text.ok());
            QCOMPARE(orderIn(*text, words), order);
        }
    }

    void grouped_isMarkdownWithHeadings_andTheSecondExportChangesNothing()
    {
        tests::Desk desk;
        mark(desk, u"alpha"_s, u"method"_s, u"1 *Intro*"_s);
        mark(desk, u"beta"_s, u"problem"_s, u"2 Why"_s);
        const Markdown markdown(*desk.shelf.library);
        const QString text = *markdown.paper(desk.papers[0], {u"obsidian"_s, Groups::Section});
        QVERIFY2(text.contains(u"#### 1 \\*Intro\\*\n\n- 方法 “alpha”"_s), qPrintable(text));
        QVERIFY2(text.contains(u"\n\n#### 2 Why\n\n- 问题 “beta”"_s), qPrintable(text));
        QTemporaryDir folder;
        const Template bySection{u"obsidian"_s, Groups::Section};
        QCOMPARE(markdown.writePapers({desk.papers[0]}, folder.path(), bySection)->unchanged, 0);
        QCOMPARE(markdown.writePapers({desk.papers[0]}, folder.path(), bySection)->unchanged, 1);
        const auto other = markdown.writePapers({desk.papers[0]}, folder.path(), {u"obsidian"_s, Groups::Kind});
        QVERIFY(other->conflicts.isEmpty());
        QFile file(other->files[0]);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString now = QString::fromUtf8(file.readAll());
        QVERIFY(now.contains(u"#### 方法"_s) && !now.contains(u"#### 2 Why"_s));
    }

    void hundredsOfPapers_areWrittenInTurn_andWhatIsEditedInSomeComesBack()
    {
        constexpr int count = 650; // several rows of those that are printed ahead
        QList<digest::Entry> entries;
        for (int i = 0; i < count; ++i)
            entries << tests::entry(u"Paper number %1"_s.arg(i), tests::arxiv(1000 + i));
        tests::Desk desk(tests::issue(u"many"_s, entries));
        QHash<int, library::PointId> points;
        for (const int i : {3, 230, 640})
            points.insert(i, desk.point(desk.papers[i], u"thought %1"_s.arg(i)));
        QTemporaryDir folder;
        const Markdown markdown(*desk.shelf.library);
        const auto first = markdown.writePapers(desk.papers, folder.path());
        QVERIFY(first.ok());
        QCOMPARE(first->files.size(), count);
        for (int i = 0; i < count; ++i) // each in its own file, in the order asked for
            QVERIFY(first->files[i].endsWith(desk.papers[i].toString().left(8) + u".md"_s));
        for (const int i : {3, 640}) {
            QFile file(first->files[i]);
            QVERIFY(file.open(QIODevice::ReadWrite));
            const QByteArray text = file.readAll().replace("thought", "second thought");
            QVERIFY(file.seek(0) && file.resize(0) && file.write(text) == text.size());
        }
        QVERIFY(desk.notes.editPoint(points[230], u"another thought"_s).ok());
        const auto second = markdown.writePapers(desk.papers, folder.path());
        QCOMPARE(second->taken, 2);
        QCOMPARE(second->conflicts, QStringList());
        QCOMPARE(desk.shelf->point(points[3])->text, u"second thought 3"_s);
        QCOMPARE(desk.shelf->point(points[640])->text, u"second thought 640"_s);
        const auto third = markdown.writePapers(desk.papers, folder.path());
        QCOMPARE(third->unchanged, count);
    }

    void list_hasOneFile_whateverIsInIt()
    {
        tests::Desk desk;
        QVERIFY(desk.notes.setStarred({desk.papers[0], desk.papers[2]}, true).ok());
        (void)desk.point(desk.papers[2], u"mine of the third"_s);
        library::ListQuery starred;
        starred.view = library::ListQuery::View::Starred;
        const auto chosen = [&] { return chosenList(*desk.shelf.library, starred, u"Starred: *mine*"_s); };
        QCOMPARE(chosen().papers.size(), 2);
        QTemporaryDir folder;
        const Markdown markdown(*desk.shelf.library);
        for (const QString &form : {u"obsidian"_s, u"logseq"_s, u"plain"_s}) {
            const QString text = *markdown.list(chosen(), {form});
            QVERIFY(text.contains(u"First Paper"_s) && text.contains(u"Third Paper"_s));
            QVERIFY(text.contains(u"mine of the third"_s) && !text.contains(u"Second Paper"_s));
        }
        const auto first = markdown.writeList(chosen(), folder.path());
        QVERIFY(first.ok());
        QCOMPARE(markdown.writeList(chosen(), folder.path())->unchanged, 1);
        QVERIFY(desk.notes.setStarred({desk.papers[1]}, true).ok());
        QVERIFY(desk.notes.setStarred({desk.papers[0]}, false).ok());
        const auto second = markdown.writeList(chosen(), folder.path());
        QCOMPARE(second->files, first->files);
        QFile file(second->files[0]);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString now = QString::fromUtf8(file.readAll());
        QVERIFY(now.contains(u"Second Paper"_s) && !now.contains(u"First Paper"_s));
        starred.category = u"CV"_s;
        QVERIFY(chosen().id != chosenList(*desk.shelf.library, {}, {}).id);
        library::ListQuery all;
        QVERIFY(chosenList(*desk.shelf.library, all, {}).id != chosenList(*desk.shelf.library, starred, {}).id);
    }

    void emptyList_isAFileThatSaysSo()
    {
        tests::Desk desk;
        library::ListQuery starred;
        starred.view = library::ListQuery::View::Starred;
        const auto text = Markdown(*desk.shelf.library).list(chosenList(*desk.shelf.library, starred, u"Starred"_s));
        QVERIFY(text.ok() && text->contains(u"# Starred"_s));
    }
};

YAODIAN_TEST_GUILESS(ExportingLists)

} // namespace exporting_lists

#include "exporting_lists.moc"
