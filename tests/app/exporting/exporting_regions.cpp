#include "app/exporting/frontmatter.h"
#include "app/exporting/regions.h"
#include "tests/support/testmain.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

namespace exporting_regions {

using namespace yaodian::exporting;

const QByteArray front =
    "---\nyaodian: \"5f0c2a1e-7d41-5c3b-9a52-1e6f0b8c4d27\"\ntitle: \"A title\"\nauthors: [\"K Saito\"]\n"
    "categories: [\"CV\"]\nverdict: \"keep\"\ntags: []\n---";

Parts sample(const QByteArray &points = "- a point ^pt-1", const QByteArray &note = "my note")
{
    return {front,
            {{"digest:9c41d2aa", "> [!tip]- 要点 · blog\n> 1. said"},
             {"points", points},
             {"note", note},
             {"highlights", "- 方法 “quote” ^hl-2\n- 结果 “other” ^hl-3"}}};
}

/// The file without its regions, markers included.
QByteArray around(const QByteArray &file)
{
    static const QRegularExpression region(
        QStringLiteral("<!-- yaodian:begin (\\S+) [0-9a-f]{16} -->.*?<!-- yaodian:end \\1 -->"),
        QRegularExpression::DotMatchesEverythingOption);
    return QString::fromLatin1(file).remove(region).toLatin1();
}

QList<QByteArray> readersWords(const QByteArray &file)
{
    static const QRegularExpression word(QStringLiteral("zq\\d+z"));
    QList<QByteArray> words;
    for (auto it = word.globalMatch(QString::fromLatin1(file)); it.hasNext();)
        words << it.next().captured().toLatin1();
    return words;
}

/// One thing that a person or an editor does to a file.
QByteArray edited(QByteArray file, QRandomGenerator &random, int number)
{
    const QByteArray word = "zq" + QByteArray::number(number) + "z";
    QList<QByteArray> lines = file.split('\n');
    const qsizetype line = random.bounded(int(lines.size()));
    switch (random.bounded(9)) {
    case 0: // a word anywhere, in the middle of a character if need be
    case 1:
        return file.insert(random.bounded(int(file.size()) + 1), word);
    case 2: // a line of one's own
    case 3:
        lines.insert(line, word + " and more");
        break;
    case 4:
        lines.removeAt(line);
        break;
    case 5: // a stretch goes somewhere else
        lines.insert(random.bounded(int(lines.size())), lines.takeAt(line));
        break;
    case 6:
        lines.insert(line, lines[line] + word);
        break;
    case 7:
        lines[line] = "  " + lines[line];
        break;
    default:
        return file.replace("\r\n", "\n").replace("\n", "\r\n");
    }
    return lines.join('\n');
}

Parts changedSample(QRandomGenerator &random, int number)
{
    Parts parts = sample();
    for (Part &part : parts.parts) {
        if (random.bounded(2) == 0)
            part.text += "\n- new " + QByteArray::number(number);
        if (random.bounded(8) == 0)
            part.text.clear();
    }
    if (random.bounded(3) == 0)
        parts.parts.insert(1, {"digest:0000000" + QByteArray::number(number % 10), "> said elsewhere"});
    if (random.bounded(2) == 0)
        parts.front.replace("\"keep\"", "\"drop\"")
            .replace("[\"CV\"]", "[\"CV\", \"LG\"]")
            .replace("tags: []", "tags: [\"t\"]");
    return parts;
}

class ExportingRegions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newFile_hasTheForm()
    {
        const QByteArray file = composed(sample());
        QVERIFY(file.startsWith(front + "\n<!-- yaodian:begin digest:9c41d2aa "));
        const QByteArray stamp = QCryptographicHash::hash("my note", QCryptographicHash::Sha256).toHex().left(16);
        QVERIFY(file.contains("\n\n<!-- yaodian:begin note " + stamp + " -->\nmy note\n<!-- yaodian:end note -->\n\n"));
        QVERIFY(file.endsWith("<!-- yaodian:end highlights -->\n"));
        QVERIFY(!composed(sample({}, {})).contains("points"));
    }

    void sameExportTwice_changesNoByte()
    {
        const QByteArray file = composed(sample());
        QCOMPARE(merged(file, sample()).text, file);
        QVERIFY(merged(file, sample()).edited.isEmpty());
    }

    void untouchedRegion_isUpdatedInPlace_andTheRestIsKept()
    {
        QByteArray file = composed(sample());
        file.replace("<!-- yaodian:begin note", "## Mine\n\nmy words \xff\xfe\r\n<!-- yaodian:begin note");
        file += "\nwords at the end, no line end";
        const Merged merge = merged(file, sample("- a point ^pt-1\n- second ^pt-2"));
        QVERIFY(merge.edited.isEmpty());
        QVERIFY(merge.text.contains("- second ^pt-2\n<!-- yaodian:end points -->"));
        QCOMPARE(around(merge.text), around(file));
        QCOMPARE(merged(merge.text, sample("- a point ^pt-1\n- second ^pt-2")).text, merge.text);
    }

    void editedRegion_isKeptAndReported_theOthersGoOn()
    {
        QByteArray file = composed(sample());
        file.replace("a point", "a better point");
        const Merged merge = merged(file, sample("- a point ^pt-1\n- second", "new note"));
        QCOMPARE(merge.edited, QStringList{QStringLiteral("points")});
        QVERIFY(merge.text.contains("a better point"));
        QVERIFY(!merge.text.contains("second"));
        QVERIFY(merge.text.contains("new note"));
        QVERIFY(!merge.text.contains("my note"));
    }

    void editThatSaysTheSame_isTakenAsOurs()
    {
        QByteArray file = composed(sample());
        file.replace("my note", "new note");
        const Merged merge = merged(file, sample("- a point ^pt-1", "new note"));
        QVERIFY(merge.edited.isEmpty());
        QCOMPARE(merge.text, composed(sample("- a point ^pt-1", "new note")));
    }

    void deletedRegion_comesBackAtItsPlace_emptiedOneStaysEmpty()
    {
        const QByteArray whole = composed(sample());
        QByteArray file = whole;
        const qsizetype from = file.indexOf("<!-- yaodian:begin note");
        const qsizetype to = file.indexOf("<!-- yaodian:begin highlights");
        file.remove(from, to - from);
        QCOMPARE(merged(file, sample()).text, whole);
        file = whole;
        file.replace("my note\n", "");
        const Merged merge = merged(file, sample("- a point ^pt-1", "longer note"));
        QCOMPARE(merge.text, file);
        QCOMPARE(merge.edited, QStringList{QStringLiteral("note")});
    }

    void allRegionsDeleted_areAddedAtTheEnd()
    {
        const QByteArray file = front + "\nonly my words";
        const Merged merge = merged(file, sample());
        QVERIFY(merge.text.startsWith(file + "\n\n<!-- yaodian:begin digest:9c41d2aa"));
        QVERIFY(merge.text.endsWith("<!-- yaodian:end highlights -->\n"));
        QCOMPARE(merged(merge.text, sample()).text, merge.text);
    }

    void movedRegion_isUpdatedWhereItIs()
    {
        const QByteArray whole = composed(sample());
        const qsizetype from = whole.indexOf("<!-- yaodian:begin note");
        const qsizetype to = whole.indexOf("<!-- yaodian:begin highlights");
        const QByteArray file = whole.left(from) + whole.mid(to) + "\n# Down here\n" + whole.mid(from, to - from);
        const Merged merge = merged(file, sample("- a point ^pt-1", "new note"));
        QVERIFY(merge.text.contains("# Down here\n<!-- yaodian:begin note"));
        QCOMPARE(merge.text.count("yaodian:begin note"), 1);
        QCOMPARE(around(merge.text), around(file));
    }

    void copiedRegion_isUpdatedInBothPlaces()
    {
        const QByteArray whole = composed(sample());
        const qsizetype from = whole.indexOf("<!-- yaodian:begin note");
        const qsizetype to = whole.indexOf("<!-- yaodian:begin highlights");
        const Merged merge = merged(whole + whole.mid(from, to - from), sample("- a point ^pt-1", "new note"));
        QCOMPARE(merge.text.count("new note\n"), 2);
    }

    void missingMarker_isReported_andNothingIsWrittenTwice()
    {
        for (const QByteArray marker : {"begin", "end"}) {
            QByteArray file = composed(sample());
            const qsizetype from = file.indexOf("<!-- yaodian:" + marker + " points");
            file.remove(from, file.indexOf('\n', from) + 1 - from);
            const Merged merge = merged(file, sample("- other"));
            QCOMPARE(merge.broken, QStringList{QStringLiteral("points")});
            QCOMPARE(merge.text, file);
        }
    }

    void windowsLineEnds_areNoEdit_andAreKept()
    {
        const QByteArray file = composed(sample()).replace("\n", "\r\n");
        QCOMPARE(merged(file, sample()).text, file);
        const Merged merge = merged(file, sample("- a\n- b"));
        QVERIFY(merge.edited.isEmpty());
        QVERIFY(merge.text.contains("- a\r\n- b\r\n<!-- yaodian:end points -->\r\n"));
        QVERIFY(!merge.text.contains("\n\n"));
    }

    void emptiedByTheProgram_keepsItsPlace()
    {
        const QByteArray file = composed(sample());
        const Merged merge = merged(file, sample({}));
        QVERIFY(merge.text.contains("<!-- yaodian:begin points e3b0c44298fc1c14 -->\n<!-- yaodian:end points -->"));
        QCOMPARE(merged(merge.text, sample()).text, file);
    }

    void regionsOfAnotherTemplate_areKept()
    {
        QByteArray file = composed(sample());
        const Merged merge = merged(file, Parts{front, {{"mine", "text"}}});
        QCOMPARE(merge.text,
                 file + "\n<!-- yaodian:begin mine " + stampOf("text") + " -->\ntext\n<!-- yaodian:end mine -->\n");
    }

    void markersInFrontMatter_areText()
    {
        Parts parts = sample();
        parts.front.replace("A title", "<!-- yaodian:begin points 0000000000000000 -->");
        const QByteArray file = composed(parts);
        QCOMPARE(merged(file, parts).text, file);
        QVERIFY(merged(file, parts).broken.isEmpty());
    }

    void thousandRandomEdits_loseNoWord_andSettle()
    {
        QRandomGenerator random(31);
        int kept = 0;
        for (int round = 0; round < 1000; ++round) {
            QByteArray file = composed(sample());
            for (int n = random.bounded(1, 7); n > 0; --n)
                file = edited(file, random, round * 10 + n);
            const Parts fresh = changedSample(random, round);
            const Merged once = merged(file, fresh);
            for (const QByteArray &word : readersWords(file)) {
                QVERIFY2(once.text.contains(word), QByteArray(file + "\n=====\n" + once.text).constData());
                ++kept;
            }
            const Merged twice = merged(once.text, fresh);
            QVERIFY2(twice.text == once.text,
                     QByteArray(file + "\n=====\n" + once.text + "\n=====\n" + twice.text).constData());
            QCOMPARE(twice.edited, once.edited);
        }
        QVERIFY(kept > 1000);
    }

    void thousandEditsAroundRegions_areKeptByteForByte()
    {
        QRandomGenerator random(32);
        for (int round = 0; round < 1000; ++round) {
            Parts parts = sample();
            QByteArray file;
            for (const Part &part : std::as_const(parts.parts)) { // words before, between and after, of any bytes
                for (int n = random.bounded(12); n > 0; --n)
                    file += QByteArray(1, char(random.bounded(1, 256)));
                file += '\n' + composed({{}, {part}});
            }
            for (int n = random.bounded(30); n > 0; --n)
                file += QByteArray(1, char(random.bounded(1, 256)));
            for (Part &part : parts.parts)
                part.text += "\nmore";
            const Merged merge = merged(file, parts);
            QCOMPARE(around(merge.text), around(file));
            QCOMPARE(merge.text.count("\nmore\n"), 4);
        }
    }

    void frontMatter_isFoundHoweverItIsQuoted_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<bool>("found");
        const QByteArray id = "5f0c2a1e-7d41-5c3b-9a52-1e6f0b8c4d27";
        QTest::newRow("ours") << QByteArray("---\nyaodian: \"" + id + "\"\n---\ntext") << true;
        QTest::newRow("bare") << QByteArray("---\ntags:\n  - a\nyaodian: " + id + "\n---\n") << true;
        QTest::newRow("single") << QByteArray("---\r\nyaodian: '" + id + "' \r\n---\r\n") << true;
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF---\nyaodian: " + id + "\n---") << true;
        QTest::newRow("upper case") << QByteArray("---\nyaodian: " + id.toUpper() + "\n...\n") << true;
        QTest::newRow("no end") << QByteArray("---\nyaodian: " + id + "\n") << false;
        QTest::newRow("in the text") << QByteArray("# a\n---\nyaodian: " + id + "\n---\n") << false;
        QTest::newRow("nested") << QByteArray("---\nother:\n  yaodian: " + id + "\n---\n") << false;
        QTest::newRow("no id") << QByteArray("---\nyaodian: yes\n---\n") << false;
        QTest::newRow("empty") << QByteArray() << false;
    }
    void frontMatter_isFoundHoweverItIsQuoted()
    {
        QFETCH(QByteArray, file);
        QFETCH(bool, found);
        QCOMPARE(frontId(file), found ? QStringLiteral("5f0c2a1e-7d41-5c3b-9a52-1e6f0b8c4d27") : QString());
    }

    void frontMatter_isBroughtUpToDateWhereOnlyWeWrite_data()
    {
        QTest::addColumn<QByteArray>("old");
        QTest::addColumn<QByteArray>("fresh");
        QTest::addColumn<QByteArray>("want");
        const auto row = [](const char *name, const char *old, const char *fresh, const char *want) {
            QTest::newRow(name) << QByteArray(old) << QByteArray(fresh) << QByteArray(want);
        };
        row("verdict", "verdict: \"keep\"", "verdict: null", "verdict: null");
        row("first verdict", "verdict: null", "verdict: \"read\"", "verdict: \"read\"");
        row("own word as verdict", "verdict: \"superb\"", "verdict: \"read\"", "verdict: \"superb\"");
        row("own tag", "tags: [\"mine\"]", "tags: [\"app\"]", "tags: [\"mine\", \"app\"]");
        row("tags as a block", "tags:\n  - mine", "tags: [\"app\"]", "tags:\n  - mine");
        row("category came", "categories: [\"CV\"]", "categories: [\"LG\", \"CV\"]", "categories: [\"LG\", \"CV\"]");
        row("authors mended by hand", "authors: [\"Kuniaki Saito\"]", "authors: [\"K Saito\"]",
            "authors: [\"Kuniaki Saito\"]");
        row("authors came", "authors: []", "authors: [\"K Saito\"]", "authors: [\"K Saito\"]");
        row("title mended by hand", "title: \"Mine\"", "title: \"Theirs\"", "title: \"Mine\"");
        row("title came", "title_zh: \"\"", "title_zh: \"题\"", "title_zh: \"题\"");
        row("number", "minutes: 3", "minutes: 14", "minutes: 14");
        row("not yet", "ended: null", "ended: \"2026-01-01 10:00\"", "ended: \"2026-01-01 10:00\"");
        row("unknown key", "rating: 5", "other: 6", "rating: 5");
        row("deleted key", "a: 1", "a: 1\ndoi: \"10.1/x\"", "a: 1");
        row("folded value", "title_zh: \"\"\n  goes on", "title_zh: \"b\"", "title_zh: \"\"\n  goes on");
    }
    void frontMatter_isBroughtUpToDateWhereOnlyWeWrite()
    {
        QFETCH(QByteArray, old);
        QFETCH(QByteArray, fresh);
        QFETCH(QByteArray, want);
        QCOMPARE(refreshedFront("---\n" + old + "\n---\n", "---\n" + fresh + "\n---"), "---\n" + want + "\n---\n");
        const QByteArray windows = QByteArray("---\n" + old + "\n---\n").replace("\n", "\r\n");
        QCOMPARE(refreshedFront(windows, "---\n" + fresh + "\n---"),
                 QByteArray("---\n" + want + "\n---\n").replace("\n", "\r\n"));
    }

    void frontMatterOfOtherTemplates_getsTheId()
    {
        const QString id = QStringLiteral("5f0c2a1e-7d41-5c3b-9a52-1e6f0b8c4d27");
        for (const QByteArray &given : {QByteArray(), QByteArray("---\na: 1\n---"), frontWithId({}, id)})
            QCOMPARE(frontId(frontWithId(given, id)), id);
        QCOMPARE(frontWithId(frontWithId({}, id), id), frontWithId({}, id));
    }
};

YAODIAN_TEST_GUILESS(ExportingRegions)

} // namespace exporting_regions

#include "exporting_regions.moc"
