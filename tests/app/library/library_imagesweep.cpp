#include "shelf.h"
#include "tests/support/testmain.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImage>
#include <QRandomGenerator>

namespace library_imagesweep {

using namespace Qt::StringLiterals;
using namespace yaodian;
using namespace yaodian::tests;

/// A library with pictures that were kept two months ago.
struct Gallery
{
    Shelf shelf;
    PaperId paper = paperOf(shelf, storeTwo(shelf).entries[0]);
    Highlight mark = highlight(shelf, paper);

    Gallery()
    {
        mark.style = Highlight::Style::Area;
        addHighlight(shelf, mark);
    }
    QString keep(int number, int days = 60) const
    {
        QImage image(30, 20, QImage::Format_RGB32);
        image.fill(QColor::fromHsv(number * 7 % 360, 200, 200));
        QByteArray bytes;
        QBuffer buffer(&bytes);
        image.save(&buffer, "PNG");
        const auto kept = shelf->keepImage(bytes);
        if (!kept)
            qFatal("%s", qUtf8Printable(kept.error().message));
        age(*kept, days);
        return *kept;
    }
    void age(const QString &sha, int days) const
    {
        QFile file(shelf->imagePath(sha));
        if (!file.open(QIODevice::ReadWrite) ||
            !file.setFileTime(shelf.clock.now().addDays(-days), QFileDevice::FileModificationTime))
            qFatal("its time cannot be set");
    }
    [[nodiscard]] bool has(const QString &sha) const { return QFileInfo::exists(shelf->imagePath(sha)); }
    [[nodiscard]] QString sweep() const
    {
        const auto swept = shelf->removeLostImages();
        return swept ? *swept : u"failed: "_s + swept.error().message;
    }
    void note(const QString &text)
    {
        shelf.clock.advance(120'000); // a step of its own
        act(shelf, [&](Acts &acts) { return acts.putNote(paper, text); });
    }
    [[nodiscard]] static QString shown(const QString &sha) { return u"![](yaodian-image:%1)"_s.arg(sha); }
};

/// What nothing names goes, after a month; what undo, redo or a history can bring back stays.
class LibraryImageSweep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatNothingNames_goes_andThatIsSaid()
    {
        Gallery gallery;
        const QString lost = gallery.keep(1), another = gallery.keep(2);
        const QString young = gallery.keep(3, 10);
        QCOMPARE(gallery.sweep().left(52), u"2 picture(s) that nothing shows any more were removed"_s.left(52));
        QVERIFY(!gallery.has(lost) && !gallery.has(another));
        QVERIFY(gallery.has(young));
        QCOMPARE(gallery.sweep(), QString());
    }

    void whatIsShown_stays()
    {
        Gallery gallery;
        const QString inNote = gallery.keep(1), ofHighlight = gallery.keep(2);
        gallery.note(u"see "_s + gallery.shown(inNote));
        QVERIFY(gallery.shelf->attachImage(gallery.mark, ofHighlight).ok());
        QCOMPARE(gallery.sweep(), QString());
        QVERIFY(gallery.has(inNote) && gallery.has(ofHighlight));
    }

    void whatAHistoryShows_stays_andComesBack()
    {
        Gallery gallery;
        const QString once = gallery.keep(1), now = gallery.keep(2), lost = gallery.keep(3);
        const QString words(100, u'w'); // so long that the journal tells only what differs
        gallery.note(words + gallery.shown(once));
        gallery.note(words + gallery.shown(now));
        gallery.note(words);
        QVERIFY(!gallery.sweep().isEmpty());
        QVERIFY(!gallery.has(lost));
        QVERIFY(gallery.has(once) && gallery.has(now));
        bool isTold = false;
        for (const NoteVersion &version : gallery.shelf->noteVersions(gallery.paper))
            for (const QString &name : Library::imagesIn(version.text)) {
                QVERIFY(gallery.shelf->imageBytes(name).ok());
                isTold = isTold || name == once;
            }
        QVERIFY(isTold);
        QVERIFY(gallery.shelf->undo().ok() && gallery.shelf->undo().ok());
        QCOMPARE(Library::imagesIn(gallery.shelf->note(gallery.paper).text), QStringList{once});
        QVERIFY(gallery.shelf->imageBytes(once).ok());
    }

    /// Names that begin or end alike are told in part: no row of the journal holds the whole of them.
    void aNameThatTheJournalTellsInPart_isKnown()
    {
        Gallery gallery;
        QHash<QChar, QString> byHead;
        QString first, second;
        for (int number = 1; second.isEmpty() && number < 50; ++number) {
            const QString sha = gallery.keep(number);
            if (byHead.contains(sha.front())) {
                first = byHead.value(sha.front());
                second = sha;
            }
            byHead.insert(sha.front(), sha);
        }
        QVERIFY(!second.isEmpty());
        const QString words(100, u'w');
        gallery.note(words + gallery.shown(first));
        gallery.note(words + gallery.shown(second)); // but for the letters that both begin with
        gallery.note(words + u"!"_s);
        QVERIFY(!gallery.sweep().isEmpty()); // of the others
        QVERIFY(gallery.has(first));
        QVERIFY(gallery.has(second));
    }

    void whatWasUndone_stays_andComesBackByRedo()
    {
        Gallery gallery;
        const QString undone = gallery.keep(1);
        gallery.note(QString(100, u'w'));
        gallery.note(QString(100, u'w') + gallery.shown(undone));
        QVERIFY(gallery.shelf->undo().ok());
        QCOMPARE(gallery.sweep(), QString());
        QVERIFY(gallery.shelf->redo().ok());
        QVERIFY(gallery.shelf->imageBytes(undone).ok());
    }

    void thePictureOfARemovedHighlight_stays()
    {
        Gallery gallery;
        const QString sha = gallery.keep(1);
        QVERIFY(gallery.shelf->attachImage(gallery.mark, sha).ok());
        act(gallery.shelf, [&](Acts &acts) { return acts.removeHighlight(gallery.mark.id); });
        QCOMPARE(gallery.sweep(), QString());
        QVERIFY(gallery.shelf->undo().ok());
        QCOMPARE(gallery.shelf->highlight(gallery.mark.id)->image, sha);
        QVERIFY(gallery.has(sha));
    }

    void typedAndTakenBack_isLost()
    {
        Gallery gallery;
        const QString sha = gallery.keep(1);
        const auto typed = [&](const QString &text) {
            act(
                gallery.shelf, [&](Acts &acts) { return acts.putNote(gallery.paper, text); }, u"note"_s, u"n"_s);
        };
        typed(gallery.shown(sha));
        typed(QString());
        QVERIFY(!gallery.sweep().isEmpty());
        QVERIFY(!gallery.has(sha));
    }

    void whatIsKeptAgain_isYoung()
    {
        Gallery gallery;
        const QString sha = gallery.keep(1);
        (void)gallery.keep(1, -1); // pasted again: the note that will show it is not saved yet
        QCOMPARE(gallery.sweep(), QString());
        QVERIFY(gallery.has(sha));
        gallery.age(sha, 40);
        QImage image(gallery.shelf->imagePath(sha));
        QByteArray bytes = *gallery.shelf->imageBytes(sha);
        QVERIFY(gallery.shelf->keepImage(bytes).ok());
        QCOMPARE(gallery.sweep(), QString());
        QVERIFY(gallery.has(sha));
    }

    /// Acts by chance, forth and back. Afterwards every picture that a history, undo or redo shows is there, and those
    /// that were never shown are gone.
    void whateverIsDone_nothingThatCanComeBackIsRemoved()
    {
        for (quint32 seed = 1; seed <= 12; ++seed) {
            Gallery gallery;
            QStringList pictures;
            for (int number = 0; number < 10; ++number)
                pictures << gallery.keep(number);
            const QString never = gallery.keep(40);
            QRandomGenerator random(seed);
            for (int step = 0; step < 30; ++step)
                doSomething(gallery, random, pictures);
            QVERIFY(!gallery.sweep().isEmpty());
            QVERIFY(!gallery.has(never));
            QSet<QString> shown;
            for (const NoteVersion &version : gallery.shelf->noteVersions(gallery.paper))
                gather(version.text, shown);
            for (const HighlightVersion &version : gallery.shelf->highlightVersions(gallery.mark.id))
                shown << version.highlight.image;
            const auto see = [&] {
                gather(gallery.shelf->note(gallery.paper).text, shown);
                if (const auto mark = gallery.shelf->highlight(gallery.mark.id))
                    shown << mark->image;
            };
            see();
            while (gallery.shelf->redo().ok())
                see();
            while (gallery.shelf->undo().ok())
                see();
            shown.remove(QString());
            QVERIFY(shown.size() > 2);
            for (const QString &name : std::as_const(shown))
                QVERIFY2(gallery.shelf->imageBytes(name).ok(),
                         qPrintable(u"seed %1 has lost %2"_s.arg(seed).arg(name)));
        }
    }

    void aReadOnlyLibrary_removesNothing_andACancelledLookNeither()
    {
        Gallery gallery;
        const QString sha = gallery.keep(1);
        gallery.note(gallery.shown(gallery.keep(2)));
        CancelSource cancel;
        cancel.request_stop();
        QCOMPARE(*gallery.shelf->removeLostImages(cancel.get_token()), QString());
        gallery.shelf.reopen(Library::Mode::ReadOnly);
        QCOMPARE(gallery.sweep(), QString());
        QVERIFY(gallery.has(sha));
    }

private:
    static void gather(const QString &text, QSet<QString> &into)
    {
        const QStringList names = Library::imagesIn(text);
        into += QSet<QString>(names.cbegin(), names.cend());
    }

    static void doSomething(Gallery &gallery, QRandomGenerator &random, const QStringList &pictures)
    {
        const QString &picture = pictures[random.bounded(int(pictures.size()))];
        QStringList lines = gallery.shelf->note(gallery.paper).text.split(u'\n');
        const int at = random.bounded(int(lines.size()));
        switch (random.bounded(7)) {
        case 0:
            (void)gallery.shelf->undo();
            return;
        case 1:
            (void)gallery.shelf->redo();
            return;
        case 2: { // another place, another picture
            Highlight mark = gallery.mark;
            mark.boxes = {{0.1, random.bounded(0.8), 0.9, 0.95}};
            mark.image = random.bounded(2) == 0 ? picture : QString();
            act(gallery.shelf, [&](Acts &acts) { return acts.putHighlight(mark); });
            return;
        }
        case 3:
            lines[at] = QString(40, u'w');
            break;
        case 4:
            lines.removeAt(at);
            break;
        default:
            lines.insert(at, gallery.shown(picture));
        }
        if (random.bounded(3) == 0) { // typing goes on: the same step
            act(
                gallery.shelf, [&](Acts &acts) { return acts.putNote(gallery.paper, lines.join(u'\n')); }, u"note"_s,
                u"n"_s);
            return;
        }
        gallery.note(lines.join(u'\n'));
    }

    void whileDamagedNotesLieAside_noPictureGoes()
    {
        Gallery gallery;
        const QString lost = gallery.keep(1);
        const QString aside = gallery.shelf.path() + u"/backups/notes-damaged-20260101-000000.sqlite"_s;
        QVERIFY(QDir().mkpath(QFileInfo(aside).path()));
        QFile file(aside);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("what it was") > 0);
        file.close();
        QVERIFY(gallery.sweep().isEmpty());
        QVERIFY(gallery.has(lost));
        QVERIFY(file.remove());
        QVERIFY(!gallery.sweep().isEmpty());
        QVERIFY(!gallery.has(lost));
    }
};

YAODIAN_TEST_GUILESS(LibraryImageSweep)

} // namespace library_imagesweep

#include "library_imagesweep.moc"
