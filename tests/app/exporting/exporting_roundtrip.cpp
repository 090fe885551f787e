// Out into files, changed there and here, and out again: real files, a real library.
#include "exporting/exporting.h"
#include "tests/app/exporting/house.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QRandomGenerator>
#include <QSet>
#include <QtTest>

namespace exporting_roundtrip {

using namespace Qt::StringLiterals;
using namespace yaodian;
using namespace yaodian::library;
using exporting::Markdown;
using exporting::Written;
using tests::House;

class ExportingRoundTrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsChangedInTheFile_comesBack_data()
    {
        QTest::addColumn<QString>("form");
        for (const QString &form : {u"obsidian"_s, u"plain"_s, u"logseq"_s})
            QTest::newRow(qPrintable(form)) << form;
    }

    void whatIsChangedInTheFile_comesBack()
    {
        QFETCH(QString, form);
        House house;
        house.write(form);
        house.verifyCalm(form);
        house.replace(u"so it is"_s, u"so it is [not] at all"_s);
        house.replace(u"as before"_s, u"as never before"_s);
        house.replace(u"It is about pictures."_s, u"It is about pictures and words."_s);
        house.replace(u"Last line."_s, u"The last line."_s);
        const qsizetype acts = house.steps();
        const Written written = house.write(form);
        QCOMPARE(written.taken, 4);
        QVERIFY2(written.conflicts.isEmpty(), qPrintable(written.conflicts.join(u'\n')));
        QCOMPARE(house.steps(), acts + 1); // one act
        QCOMPARE(house.shelf->highlight(house.highlight)->comment, u"so it is [not] at all"_s);
        QCOMPARE(house.shelf->highlight(house.tied)->comment, u"as never before"_s);
        QCOMPARE(house.shelf->point(house.pointId)->text, u"It is about pictures and words."_s);
        QCOMPARE(house.shelf->note(house.papers[0]).text, u"First line.\n\nThe last line."_s);
        house.verifyCalm(form);
        QVERIFY(house.notes.undo().ok());
        QCOMPARE(house.shelf->highlight(house.highlight)->comment, u"so it is"_s);
        house.write(form); // what was undone here goes out, as any change here does
        QVERIFY(house.text().contains(u"so it is"_s));
        QVERIFY(!house.text().contains(u"at all"_s));
    }

    void whatIsChangedHere_goesIntoAnEditedPart_andTheReadersLinesStay()
    {
        House house;
        house.write();
        house.replace(u"- And a"_s, u"- A point that is in the file alone\n- And a"_s);
        house.replace(u"First line."_s, u"First line.\n\nIn the file alone."_s);
        QVERIFY(house.notes.editPoint(house.pointId, u"It is about images."_s).ok());
        const auto added = house.mark(house.papers[0], u"a new passage"_s, u"limit"_s, u"found later"_s, 9);
        const Written written = house.write();
        QVERIFY2(written.conflicts.isEmpty(), qPrintable(written.conflicts.join(u'\n')));
        const QString text = house.text();
        QVERIFY(text.contains(u"- A point that is in the file alone\n- And a"_s));
        QVERIFY(text.contains(u"- It is about images."_s));
        QVERIFY(text.contains(u"found later"_s));
        QVERIFY(
            house.shelf->note(house.papers[0]).text.contains(u"In the file alone."_s)); // a note is all the reader's
        house.verifyCalm();
        QVERIFY(house.notes.setComment(added, u"found much later"_s).ok());
        QVERIFY(house.notes.editPoint(house.other, u"And a third one."_s).ok());
        house.write();
        QVERIFY(house.text().contains(u"found much later"_s));
        QVERIFY(house.text().contains(u"- A point that is in the file alone\n- And a third one."_s));
        house.verifyCalm();
    }

    void whatBothChanged_isKeptFromBoth_andListed()
    {
        House house;
        house.write();
        house.replace(u"so it is"_s, u"so says the file"_s);
        house.replace(u"Last line."_s, u"Last line of the file."_s);
        QVERIFY(house.notes.setComment(house.highlight, u"so says the library"_s).ok());
        QVERIFY(house.notes.setNote(house.papers[0], u"First line.\n\nLast line of the library."_s).ok());
        const Written written = house.write();
        QCOMPARE(written.conflicts.size(), 2);
        const QString comment = house.shelf->highlight(house.highlight)->comment;
        QVERIFY(comment.contains(u"so says the file"_s) && comment.contains(u"so says the library"_s));
        QCOMPARE(house.shelf->note(house.papers[0]).text,
                 u"First line.\n\nLast line of the library.\nLast line of the file."_s);
        QVERIFY(house.text().contains(u"Last line of the library.\nLast line of the file."_s));
        house.verifyCalm();
    }

    void theSameChangeOnBothSides_isNone()
    {
        House house;
        house.write();
        house.replace(u"so it is"_s, u"so be it"_s);
        QVERIFY(house.notes.setComment(house.highlight, u"so be it"_s).ok());
        const Written written = house.write();
        QCOMPARE(written.taken, 0);
        QVERIFY(written.conflicts.isEmpty());
        house.verifyCalm();
    }

    void aLineThatWasTakenOut_staysOut_andNothingHereIsRemoved()
    {
        House house;
        house.write();
        QStringList lines = house.text().split(u'\n');
        lines.removeIf([](const QString &line) { return line.contains(u"And a *second* one."_s); });
        house.put(lines.join(u'\n'));
        const Written written = house.write();
        QVERIFY(written.conflicts.isEmpty());
        QVERIFY(house.shelf->point(house.other).has_value());
        QVERIFY(!house.text().contains(u"second"_s));
        house.verifyCalm();
    }

    void twoPapersWithTheSameNote_keepTheirOwn()
    {
        House house;
        for (const PaperId &paper : house.papers)
            QVERIFY(house.notes.setNote(paper, u"The same."_s).ok());
        const Markdown markdown(*house.shelf.library);
        const auto files = markdown.writePapers(house.papers, house.folder.path())->files;
        house.file = files[1];
        house.replace(u"The same."_s, u"Another one."_s);
        QCOMPARE(markdown.writePapers(house.papers, house.folder.path())->taken, 1);
        QCOMPARE(house.shelf->note(house.papers[0]).text, u"The same."_s);
        QCOMPARE(house.shelf->note(house.papers[1]).text, u"Another one."_s);
    }

    void aCommentThatStandsTwice_isTakenFromWhereItWasChanged_andNothingAfterItIsLost()
    {
        House house;
        QVERIFY(house.notes.tie(house.other, house.tied).ok()); // its passage backs two points
        house.write();
        QString text = house.text();
        const qsizetype second = text.lastIndexOf(u"as before"_s);
        text.replace(second, 9, u"as the second says"_s);
        text.replace(u"\n<!-- yaodian:end points"_s, u"\n- a new thought\n<!-- yaodian:end points"_s);
        house.put(text);
        QCOMPARE(house.write().taken, 1);
        QCOMPARE(house.shelf->highlight(house.tied)->comment, u"as the second says"_s);
        QVERIFY(house.text().contains(u"- a new thought"_s));
        house.verifyCalm();
    }

    void aCommentThatStandsTwice_andIsChangedInTwoWays_losesNeither()
    {
        House house;
        QVERIFY(house.notes.tie(house.other, house.tied).ok());
        house.write();
        QString text = house.text();
        text.replace(text.indexOf(u"as before"_s), 9, u"as the one says"_s);
        text.replace(text.lastIndexOf(u"as before"_s), 9, u"as the other says"_s);
        house.put(text);
        (void)house.write();
        for (const QString &words : {u"as the one says"_s, u"as the other says"_s})
            QVERIFY2(house.text().contains(words) || house.typedHere().contains(words), qPrintable(words));
    }

    void withoutItsFrontMatter_theFileIsKnown_andWhatWasEditedIsTaken()
    {
        House house;
        house.write();
        house.replace(u"so it is"_s, u"so it was"_s);
        house.put(house.text().mid(house.text().indexOf(u"<!-- yaodian:begin"_s)));
        QCOMPARE(house.write().taken, 1);
        QCOMPARE(house.shelf->highlight(house.highlight)->comment, u"so it was"_s);
        QVERIFY(house.text().contains(u"so it was"_s));
    }

    void anotherEncoding_isLeftAlone()
    {
        House house;
        QVERIFY(house.notes.setNote(house.papers[0], u"\u6d77\u8c61"_s).ok());
        house.write();
        const QByteArray bytes = house.text().toUtf8().replace("\xe6\xb5\xb7\xe8\xb1\xa1", "\xba\xa3\xcf\xf3 more");
        QFile out(house.file);
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(bytes) > 0);
        out.close();
        const Written written = house.write();
        QCOMPARE(written.taken, 0);
        QCOMPARE(written.conflicts.size(), 1);
        QCOMPARE(house.shelf->note(house.papers[0]).text, u"\u6d77\u8c61"_s);
        QFile in(house.file);
        QVERIFY(in.open(QIODevice::ReadOnly) && in.readAll() == bytes);
    }

    void anEmptiedNote_staysEmpty_andHereItStays()
    {
        House house;
        house.write();
        house.replace(u"First line.\n\nLast line.\n"_s, QString());
        (void)house.write();
        QVERIFY(!house.text().contains(u"First line."_s));
        QCOMPARE(house.shelf->note(house.papers[0]).text, u"First line.\n\nLast line."_s);
    }

    void linesAroundValues_neverBecomeValues()
    {
        for (const QString &form : {u"obsidian"_s, u"logseq"_s}) {
            House house;
            QVERIFY(house.notes.editPoint(house.pointId, u"One\ntwo"_s).ok());
            house.write(form);
            house.replace(u"- And a"_s, u"- mine alone\n  id:: x\n- And a"_s);
            (void)house.write(form);
            QCOMPARE(house.shelf->point(house.pointId)->text, u"One\ntwo"_s);
            QCOMPARE(house.shelf->point(house.other)->text, u"And a *second* one."_s);
            QVERIFY(house.text().contains(u"- mine alone"_s));
        }
    }

    void whatWasTypedHere_staysAsItWasTyped_whereOnlyOtherLinesWereEdited()
    {
        House house;
        QVERIFY(house.notes.setNote(house.papers[0], u"<div> first\n\nlast"_s).ok());
        house.write();
        house.replace(u"last"_s, u"the last"_s);
        QCOMPARE(house.write().taken, 1);
        QCOMPARE(house.shelf->note(house.papers[0]).text, u"<div> first\n\nthe last"_s);
        house.verifyCalm();
    }

    /// A comment stands on one line of the file, however many it has here.
    void aCommentOfSeveralLines_keepsThem()
    {
        House house;
        QVERIFY(house.notes.setComment(house.highlight, u"why <this>?\n\nsee table 2\n- and 3"_s).ok());
        QVERIFY(house.notes.setTags(house.highlight, {u"to ask"_s, u"数据 集"_s, u"#!"_s}).ok());
        house.write();
        QVERIFY(house.text().contains(u"and 3 #to-ask #数据-集 ^hl-"_s));
        house.replace(u"see table 2"_s, u"see also figure 2"_s);
        QCOMPARE(house.write().taken, 1);
        QCOMPARE(house.shelf->highlight(house.highlight)->comment, u"why <this>?\n\nsee also figure 2\n- and 3"_s);
        house.verifyCalm();
        house.replace(u"why \\<this>? see also"_s, u"see"_s);
        QCOMPARE(house.write().taken, 1);
        QCOMPARE(house.shelf->highlight(house.highlight)->comment, u"see figure 2\n- and 3"_s);
        house.verifyCalm();
    }

    void aConflict_isTakenOnce_evenIfTheFileCannotBeWritten()
    {
        House house;
        house.write();
        house.replace(u"so it is"_s, u"so says the file"_s);
        QVERIFY(house.notes.setComment(house.highlight, u"so says the library"_s).ok());
        const QString edited = house.text();
        QCOMPARE(house.write().taken, 1);
        house.put(edited); // as if it had not been written
        QCOMPARE(house.write().taken, 0);
        QCOMPARE(house.shelf->highlight(house.highlight)->comment.count(u"so says the file"_s), 1);
    }

    void whereWhatWasWrittenIsNotKnownAnyMore_anEditedPartIsLeftAlone()
    {
        House house;
        house.write();
        house.replace(u"so it is"_s, u"so it was"_s);
        house.shelf.library.reset();
        QVERIFY(QFile::remove(house.shelf.path() + u"/cache.sqlite"_s));
        house.shelf.reopen();
        notes::Notes notes(*house.shelf.library, house.shelf.clock, house.shelf.ids);
        QVERIFY(notes.setComment(house.tied, u"another word"_s).ok());
        QVERIFY(notes.setComment(house.highlight, u"so it will be"_s).ok());
        const auto written = Markdown(*house.shelf.library).writePapers({house.papers[0]}, house.folder.path());
        QVERIFY(written.ok());
        QCOMPARE(written->conflicts.size(), 1);
        QVERIFY(house.text().contains(u"so it was"_s));
    }

    void aReadOnlyLibrary_takesNothingIn_andLosesNothing()
    {
        House house;
        house.write();
        house.replace(u"so it is"_s, u"so it was"_s);
        house.shelf.reopen(Library::Mode::ReadOnly);
        const auto written = Markdown(*house.shelf.library).writePapers({house.papers[0]}, house.folder.path());
        QVERIFY(written.ok());
        QCOMPARE(written->taken, 0);
        QVERIFY(house.text().contains(u"so it was"_s));
        house.shelf.reopen();
        QCOMPARE(Markdown(*house.shelf.library).writePapers({house.papers[0]}, house.folder.path())->taken, 1);
    }

    /// Words are added here and there, lines put in the file; each word is there in the end, and nothing is left to do.
    /// What is typed beside a passage that has no comment comes back as its comment.
    void randomEditsHereAndThere_loseNoWord_andSettle()
    {
        const int asked = qEnvironmentVariableIntValue("YAODIAN_SEQUENCES");
        const int sequences = asked > 0 ? asked : 30;
        QRandomGenerator random(20230207);
        Tally tally;
        for (int sequence = 0; sequence < sequences && !QTest::currentTestFailed(); ++sequence)
            runSequence(sequence, random, tally);
        qInfo("%d parts were kept; %d of %d first comments came back", tally.kept, tally.back, tally.first);
        QVERIFY(tally.kept * 20 <= sequences); // seldom
        QVERIFY(tally.first > 0 && tally.back * 10 >= tally.first * 9);
    }

private:
    struct Tally
    {
        int kept = 0, first = 0, back = 0;
    };

    static void runSequence(int sequence, QRandomGenerator &random, Tally &tally)
    {
        static const QStringList forms{u"obsidian"_s, u"plain"_s, u"logseq"_s};
        const QString &form = forms[sequence % 3];
        House house;
        house.mark(house.papers[0], u"a passage that says nothing yet"_s, u"limit"_s);
        if (!house.notes.tie(house.other, house.mark(house.papers[0], u"one that backs a point"_s, u"method"_s)).ok())
            qFatal("not tied");
        house.write(form);
        QStringList typed;
        for (int round = 0; round < 2; ++round) {
            QHash<HighlightId, QString> first;
            for (int edit = 0, edits = 1 + random.bounded(6); edit < edits; ++edit) {
                typed << u"w%1x"_s.arg(typed.size());
                change(house, random, typed.last(), first);
            }
            const Written written = house.write(form);
            const QString file = house.text();
            // A part that cannot be joined is kept, which is said: what is new here is here then.
            const bool isKept = !written.conflicts.filter(u"is kept as it is"_s).isEmpty();
            tally.kept += isKept ? 1 : 0;
            for (const QString &one : std::as_const(typed))
                QVERIFY2(file.contains(one) || (isKept && house.typedHere().contains(one)),
                         qPrintable(u"sequence %1 has lost %2 in\n%3"_s.arg(sequence).arg(one, file)));
            for (auto it = first.cbegin(); it != first.cend(); ++it, ++tally.first)
                tally.back += house.shelf->highlight(it.key())->comment.contains(it.value()) ? 1 : 0;
            if (isKept)
                return;
            house.verifyCalm(form);
        }
    }

    /// Beside one of the passages that have no comment here, and none in the file.
    static bool changeFirst(House &house, QRandomGenerator &random, const QString &word,
                            QHash<HighlightId, QString> &first)
    {
        QList<HighlightId> bare;
        for (const Highlight &one : house.shelf->highlights(house.papers[0]))
            if (one.comment.isEmpty() && !first.contains(one.id) &&
                house.text().count(u"highlight="_s + one.id.toString()) == 1)
                bare << one.id;
        if (bare.isEmpty())
            return false;
        const HighlightId chosen = bare[random.bounded(int(bare.size()))];
        house.type(chosen, u"first "_s + word, House::Beside(random.bounded(House::Ways)));
        first.insert(chosen, word);
        return true;
    }

    /// One edit by chance, here or in the file, that brings in `word`.
    static void change(House &house, QRandomGenerator &random, const QString &word, QHash<HighlightId, QString> &first)
    {
        const PaperId paper = house.papers[0];
        QStringList lines = house.text().split(u'\n');
        const qsizetype front = lines.indexOf(u"---"_s, 1);
        const qsizetype at = front + 1 + random.bounded(int(lines.size() - front - 1));
        const bool isOurs = lines[at].contains(u"<!--"_s) || lines[at].trimmed().isEmpty();
        switch (random.bounded(10)) {
        case 0:
            QVERIFY(
                house.notes.setComment(house.highlight, house.shelf->highlight(house.highlight)->comment + u' ' + word)
                    .ok());
            return;
        case 1:
            QVERIFY(house.notes.editPoint(house.pointId, house.shelf->point(house.pointId)->text + u' ' + word).ok());
            return;
        case 2:
            QVERIFY(house.notes.setNote(paper, house.shelf->note(paper).text + u"\n"_s + word).ok());
            return;
        case 3:
            house.mark(paper, u"a passage with "_s + word, u"limit"_s, word, random.bounded(12));
            return;
        case 4:
            house.point(paper, u"Point "_s + word);
            return;
        case 8:
        case 9:
            if (changeFirst(house, random, word, first))
                return;
            [[fallthrough]];
        case 5: // a line of the reader's own
            lines.insert(at, word);
            break;
        case 6: // somewhere within a line
            if (isOurs)
                lines << word;
            else
                lines[at].insert(std::max<qsizetype>(0, lines[at].indexOf(u' ')), u' ' + word);
            break;
        default: // at its end
            if (isOurs)
                lines << word;
            else
                lines[at] += u' ' + word;
        }
        house.put(lines.join(u'\n'));
    }
};

YAODIAN_TEST_GUILESS(ExportingRoundTrip)

} // namespace exporting_roundtrip

#include "exporting_roundtrip.moc"
