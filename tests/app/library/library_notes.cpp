#include "rows.h"
#include "shelf.h"
#include "tests/support/testmain.h"

#include "library/notedelta.h"

#include <QRandomGenerator>

namespace library_notes {

using namespace yaodian;
using namespace yaodian::tests;
using namespace Qt::StringLiterals;

/// Notes in the journal: what changed is kept and no more, and every text comes back.
class LibraryNotes : public QObject
{
    Q_OBJECT

    Shelf shelf;
    PaperId paper;

    void write(const QString &text, qint64 after = 61'000)
    {
        shelf.clock.advance(after);
        act(
            shelf, [&](Acts &acts) { return acts.putNote(paper, text); }, u"note.edit"_s, paper.toString());
    }

    QStringList texts(int most = 200) const
    {
        QStringList out;
        for (const NoteVersion &version : shelf->noteVersions(paper, most))
            out << version.text;
        return out;
    }

    static QJsonObject change(const QString &before, const QString &after)
    {
        return {{u"t"_s, u"notes"_s},
                {u"k"_s, QJsonObject{{u"paper"_s, u"p"_s}}},
                {u"b"_s, QJsonObject{{u"text"_s, before}, {u"changed"_s, 1}}},
                {u"a"_s, QJsonObject{{u"text"_s, after}, {u"changed"_s, 2}}}};
    }

private Q_SLOTS:
    void init()
    {
        shelf.library.reset();
        QVERIFY(QDir(shelf.path()).removeRecursively());
        shelf.reopen();
        paper = paperOf(shelf, storeTwo(shelf).entries[0]);
    }

    void aChange_isPackedAndWholeAgain_whateverTheTexts()
    {
        const QStringList pieces{u"a"_s, u"字"_s, u"\n"_s, u"😀"_s, u"😁"_s, u"\U0001F1E8"_s, u"é"_s, u" words "_s};
        QRandomGenerator random(3);
        const auto some = [&](int most) {
            QString out;
            for (int i = random.bounded(most); i > 0; --i)
                out += pieces[random.bounded(pieces.size())];
            return out;
        };
        int packedOnes = 0;
        for (int i = 0; i < 2000; ++i) {
            const QString head = some(80), tail = some(80);
            const QJsonObject whole = change(head + some(6) + tail, head + some(6) + tail);
            // As it is written down and read again.
            const QJsonObject small =
                QJsonDocument::fromJson(QJsonDocument(packed(whole)).toJson(QJsonDocument::Compact)).object();
            if (!isPacked(small)) {
                QCOMPARE(small, whole);
                continue;
            }
            ++packedOnes;
            for (const char16_t *side : {u"b", u"a"}) // no half of a character
                QVERIFY(small[QStringView(side)][u"text"].toString().isValidUtf16());
            QCOMPARE(*unpacked(small, whole[u"b"].toObject(), Side::Before), whole);
            QCOMPARE(*unpacked(small, whole[u"a"].toObject(), Side::After), whole);
            if (whole[u"a"][u"text"] != whole[u"b"][u"text"])
                QVERIFY(!unpacked(small, whole[u"a"].toObject(), Side::Before));
        }
        QVERIFY(packedOnes > 500);
    }

    void aLongNote_isNotWrittenTwiceForEveryMinute()
    {
        const QString body = u"A line of a long note, as it is written day after day.\n"_s.repeated(4000);
        write(body);
        const auto journalBytes = [this] {
            return cell(shelf.path() + u"/notes.sqlite"_s, "SELECT coalesce(sum(length(changes)), 0) FROM operations")
                .toLongLong();
        };
        const qint64 before = journalBytes();
        for (int i = 0; i < 20; ++i)
            write(body + u"and more %1"_s.arg(i));
        QVERIFY(journalBytes() - before < 20 * 1000);
        for (int i = 19; i > 0; --i) {
            QVERIFY(shelf->undo().ok());
            QCOMPARE(shelf->note(paper).text, body + u"and more %1"_s.arg(i - 1));
        }
        QVERIFY(shelf->undo().ok());
        QCOMPARE(shelf->note(paper).text, body);
        shelf.reopen();
        for (int i = 0; i < 20; ++i)
            QVERIFY(shelf->redo().ok());
        QCOMPARE(shelf->note(paper).text, body + u"and more 19"_s);
    }

    void typingOfAMinute_isOneStep_thoughEachSaveIsPacked()
    {
        const QString body = u"words "_s.repeated(100);
        write(body);
        QString text = body;
        for (const QString &typed : {u"a"_s, u"b"_s, u"😀"_s, u"c"_s}) {
            text.insert(300, typed);
            write(text, 1000);
        }
        QVERIFY(shelf->undo().ok());
        QCOMPARE(shelf->note(paper).text, QString()); // all within a minute of the first word
        QVERIFY(shelf->redo().ok());
        QCOMPARE(shelf->note(paper).text, text);
        QCOMPARE(shelf->journal().size(), 1);
    }

    void versions_areEveryTextThereWas_newestFirst()
    {
        QCOMPARE(texts(), QStringList{QString()});
        const QString body = u"the same words before "_s.repeated(10);
        write(body + u"1"_s);
        write(body + u"2"_s);
        write(u"short"_s);
        write(body + u"3"_s);
        QCOMPARE(texts(), (QStringList{body + u"3"_s, u"short"_s, body + u"2"_s, body + u"1"_s}));
        QCOMPARE(texts(2), (QStringList{body + u"3"_s, u"short"_s}));
        const auto versions = shelf->noteVersions(paper);
        QCOMPARE(versions[0].at.toMSecsSinceEpoch(), shelf.clock.nowMs());
        QCOMPARE(versions[2].at.toMSecsSinceEpoch(), shelf.clock.nowMs() - 2 * 61'000);
        shelf.reopen();
        QCOMPARE(shelf->noteVersions(paper), versions);
    }

    void whatWasUndoneAndWrittenOver_isStillThere()
    {
        const QString body = u"the same words before "_s.repeated(10);
        write(body + u"1"_s);
        write(body + u"2"_s);
        write(body + u"2, 3"_s);
        QVERIFY(shelf->undo().ok());
        QVERIFY(shelf->undo().ok());
        write(body + u"another way"_s);
        QVERIFY(shelf->undo().ok());
        write(body + u"the last"_s);
        const auto versions = shelf->noteVersions(paper);
        QCOMPARE(texts(), (QStringList{body + u"the last"_s, body + u"another way"_s, body + u"2, 3"_s, body + u"2"_s,
                                       body + u"1"_s}));
        QVERIFY(!versions[0].undone && versions[1].undone && versions[2].undone && versions[3].undone);
        QVERIFY(!versions[4].undone);
    }

    void theStamp_isAnotherOneAfterEveryWrite()
    {
        QSet<QString> seen{shelf->noteStamp(paper)};
        write(u"a"_s);
        seen += shelf->noteStamp(paper);
        write(u"b"_s);
        seen += shelf->noteStamp(paper);
        QVERIFY(shelf->undo().ok());
        seen += shelf->noteStamp(paper);
        QVERIFY(shelf->undo().ok());
        seen += shelf->noteStamp(paper);
        QCOMPARE(seen.size(), 5);
        QCOMPARE(shelf->note(paper).stamp, shelf->noteStamp(paper));
    }
};

YAODIAN_TEST_GUILESS(LibraryNotes)

} // namespace library_notes

#include "library_notes.moc"
